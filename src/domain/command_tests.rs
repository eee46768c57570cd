use proptest::prelude::*;

use super::*;
use crate::domain::{
    dialog::{DialogId, Target, Via},
    silent_mode::Switch::{Off, On},
    vocabulary::Unit,
};

const BOT: &str = "hushbot_test_bot";

fn words() -> Vocabulary {
    let units = [(Unit::Minute, "m"), (Unit::Hour, "h"), (Unit::Hour, "ч"), (Unit::Day, "d")];
    let words = [(On, "on"), (On, "вкл"), (Off, "off"), (Off, "выкл")];
    Vocabulary::new(words).unwrap().with_units(units).unwrap()
}

fn parsed(text: &str) -> Parsed {
    parse(text, BOT, &words())
}

fn chats(numbers: &[u64]) -> Vec<DialogRef> {
    numbers.iter().map(|n| DialogRef::chat(DialogId::new(*n).unwrap())).collect()
}

#[test]
fn the_main_job_in_every_form() {
    for (text, dialogs, switch) in [
        ("/silent 2024 on", chats(&[2024]), On),
        ("/SILENT   chat2024   OFF", chats(&[2024]), Off),
        ("/silent@hushbot_test_bot 2024 on", chats(&[2024]), On),
        ("/silent@HushBot_Test_Bot #2024 ВКЛ", chats(&[2024]), On),
        ("/silent 2024 2025 2024 выкл", chats(&[2024, 2025]), Off),
        ("  /silent\n2024,\t2025 on ", chats(&[2024, 2025]), On),
    ] {
        match parsed(text) {
            Parsed::Command(Command::Silent(order)) => {
                assert_eq!((order.dialogs, order.switch), (dialogs, switch), "{text}");
                assert_eq!((order.lasting, order.reason), (None, None), "{text}");
            }
            other => panic!("{text}: {other:?}"),
        }
    }
}

#[test]
fn a_pasted_link_picks_the_portal() {
    let text = "/silent https://acme.bitrix24.com/online/?IM_DIALOG=chat2024 on";
    let Parsed::Command(Command::Silent(order)) = parsed(text) else { panic!("{text}") };
    let dialogs = order.dialogs;
    assert_eq!(dialogs[0].via, Via::Host("acme.bitrix24.com".to_owned()));
    assert_eq!(dialogs[0].target, Target::Chat(DialogId::new(2024).unwrap()));
}

#[test]
fn a_silence_may_end_by_itself_and_have_a_reason() {
    for (text, minutes, reason) in [
        ("/silent 2024 on 30m", 30, None),
        ("/silent 2024 2025 вкл 2 ч обед", 120, Some("обед")),
        ("/silent 2024 on 1h30m talking to the boss", 90, Some("talking to the boss")),
    ] {
        let Parsed::Command(Command::Silent(order)) = parsed(text) else { panic!("{text}") };
        assert_eq!(order.lasting, Lasting::from_minutes(minutes), "{text}");
        assert_eq!(order.reason.as_deref(), reason, "{text}");
    }
}

#[test]
fn a_missing_on_or_off_never_switches() {
    for text in ["/silent 2024", "/silent 2024 2025", "/status 2024"] {
        assert!(matches!(parsed(text), Parsed::Command(Command::Status(_))), "{text}");
    }
}

#[test]
fn every_mistake_gets_its_own_hint() {
    let dialog = || chats(&[2024]).remove(0);
    let word = Word::new;
    let many =
        "/status ".to_owned() + &(1..=21).map(|n| n.to_string()).collect::<Vec<_>>().join(" ");
    for (text, hint) in [
        ("/silent", Hint::NoDialog(Usage::Silent)),
        ("/silent on", Hint::NoDialog(Usage::Silent)),
        ("/silent on 2024", Hint::NoDialog(Usage::Silent)),
        (
            "/silent 2024 onn",
            Hint::NeitherDialogNorSwitch { word: word("onn"), dialog: Some(dialog()) },
        ),
        ("/silent anna on", Hint::NeitherDialogNorSwitch { word: word("anna"), dialog: None }),
        ("/silent 2024 on lunch 30m", Hint::LeftOver { word: word("lunch"), dialog: dialog() }),
        ("/silent 2024 on 90", Hint::LeftOver { word: word("90"), dialog: dialog() }),
        ("/silent 2024 off 30m", Hint::TimeWithOff { dialog: dialog() }),
        ("/silent 2024 on 8d", Hint::TimeOutOfRange { dialog: dialog() }),
        ("/log on", Hint::NotADialog(word("on"))),
        ("/silent 2024 on off", Hint::LeftOver { word: word("off"), dialog: dialog() }),
        ("/status", Hint::NoDialog(Usage::Status)),
        ("/status 2024 on", Hint::NotADialog(word("on"))),
        (many.as_str(), Hint::TooManyDialogs { most: 20 }),
        ("/connect", Hint::NoWebhook),
        ("/revoke", Hint::NoPerson(None)),
        ("/revoke anna", Hint::NoPerson(Some(word("anna")))),
        ("/revoke 5 6", Hint::NoPerson(Some(word("5")))),
        ("/invite anna", Hint::TakesNothing(Usage::Invite)),
        ("/", Hint::UnknownCommand { word: word(""), meant: None }),
        ("/weather", Hint::UnknownCommand { word: word("weather"), meant: None }),
        ("/silenced 2024", Hint::TakesNothing(Usage::Silenced)),
        ("/handover now", Hint::TakesNothing(Usage::Handover)),
        ("/remind soon", Hint::NotATime(word("soon"))),
        ("/remind on", Hint::NotATime(word("on"))),
        ("/remind 2h lunch", Hint::NotATime(word("lunch"))),
        ("/remind off 2h", Hint::NotATime(word("off"))),
        ("/remind 8d", Hint::RemindOutOfRange),
        ("/here on", Hint::HereTakesOff(word("on"))),
        ("/here off now", Hint::HereTakesOff(word("now"))),
        ("/whisper", Hint::NoDialog(Usage::Whisper)),
        ("/whisper hello", Hint::NoDialog(Usage::Whisper)),
        ("/whisper 2024", Hint::NoNote { dialog: dialog() }),
        ("hello", Hint::NotACommand),
    ] {
        match parsed(text) {
            Parsed::Hint(got) => assert_eq!(got, hint, "{text}"),
            other => panic!("{text}: {other:?}"),
        }
    }
}

fn command(text: &str) -> Command {
    match parsed(text) {
        Parsed::Command(command) => command,
        other => panic!("{text}: {other:?}"),
    }
}

#[test]
fn the_words_of_the_newer_commands() {
    for (text, words) in [
        ("/dialogs", ""),
        ("/dialogs  Anna\n shop ", "Anna shop"),
        ("/dialogs 2024", "2024"),
        ("/dialogs яяяяяяяяяяяяяяяяяяяяя", "яяяяяяяяяяяяяяяяяяяя"),
        ("/dialogs aяяяяяяяяяяяяяяяяяяяя", "aяяяяяяяяяяяяяяяяяяя"),
    ] {
        let Command::Dialogs(wanted) = command(text) else { panic!("{text}") };
        assert_eq!(wanted, Wanted { words: words.to_owned(), ..Wanted::default() }, "{text}");
    }
    let link = "/dialogs https://a.example/crm/deal/details/7/";
    assert!(matches!(command(link), Command::Status(_)));
    let remind = |text| match command(text) {
        Command::Remind(remind) => remind,
        other => panic!("{text}: {other:?}"),
    };
    assert_eq!(remind("/remind"), None);
    assert_eq!(remind("/remind ВЫКЛ"), Some(Remind::Off));
    let after = |minutes| Lasting::from_minutes(minutes).map(Remind::After);
    assert_eq!(remind("/remind 1h 30m"), after(90));
    assert_eq!(remind("/remind 2 ч"), after(120));
    assert!(matches!(command("/here"), Command::Here(true)));
    assert!(matches!(command("/here выкл"), Command::Here(false)));
    assert!(matches!(command("/silenced"), Command::Silenced));
    assert!(matches!(command("/handover"), Command::Handover));
}

#[test]
fn a_note_is_kept_as_it_was_written() {
    for (text, note) in [
        ("/whisper 2024 call her back", "call her back"),
        ("/whisper\n2024\n two  spaces\n\nand a line ", "two  spaces\n\nand a line"),
        ("/whisper #2024 off", "off"),
    ] {
        let Command::Whisper(dialog, kept) = command(text) else { panic!("{text}") };
        assert_eq!((dialog, kept.as_str()), (chats(&[2024]).remove(0), note), "{text}");
    }
    let long = "ы".repeat(LONGEST_NOTE);
    assert!(matches!(command(&format!("/whisper 5 {long}")), Command::Whisper(..)));
    let secret = "https://a.example/rest/1/n0tas3cretn0tas3/";
    for (text, hint) in [
        (format!("/whisper 5 {long}x"), Hint::NoteTooLong { most: 2000 }),
        (format!("/whisper 5 {}", "😀".repeat(1001)), Hint::NoteTooLong { most: 2000 }),
        (format!("/whisper 5 {}", "\"丁".repeat(801)), Hint::NoteTooLong { most: 2000 }),
        (format!("/whisper 5 see {secret}"), Hint::SecretInNote),
    ] {
        let Parsed::Hint(got) = parsed(&text) else { panic!("{text}") };
        assert_eq!(got, hint);
    }
}

#[test]
fn an_unknown_command_suggests_the_nearest_with_the_persons_own_words() {
    for (text, meant) in [
        ("/slient 2024 on", Some("/silent 2024 on")),
        ("/SILNET 2024  on", Some("/silent 2024 on")),
        ("/silence 2024 on", Some("/silent 2024 on")),
        ("/silence", Some("/silenced")),
        ("/silent2024 on", Some("/silent 2024 on")),
        ("/silent_2024", Some("/silent 2024")),
        ("/silent_2024_off", Some("/silent 2024 off")),
        ("/statsu 2024", Some("/status 2024")),
        ("/dilog anna", Some("/dialogs anna")),
        ("/hlep", Some("/help")),
        ("/lgo", Some("/log")),
        ("/slient 2024 onn", Some("/silent 2024 onn")),
        ("/on 2024 30m", Some("/silent 2024 on 30m")),
        ("/выкл 2024", Some("/silent 2024 выкл")),
        ("/on", None),
        ("/weather 2024", None),
        ("/x", None),
        ("/conect https://a.example/rest/1/n0tas3cretn0tas3/", None),
        ("/статус 2024", None),
    ] {
        let Parsed::Hint(Hint::UnknownCommand { meant: got, .. }) = parsed(text) else {
            panic!("{text}")
        };
        assert_eq!(got.map(|meant| meant.text).as_deref(), meant, "{text}");
    }
    let Parsed::Hint(Hint::UnknownCommand { meant, .. }) = parsed("/invit") else { panic!() };
    assert!(meant.unwrap().for_admins);
}

fn plain(text: &str) -> Result<Option<String>, Hint> {
    parse_plain(text, BOT, &words()).map(|command| command.to_text(&words()))
}

#[test]
fn plain_words_work_as_the_command() {
    for (text, same) in [
        ("silent 2024 on", "/silent 2024 on"),
        ("Silent 2024 выкл", "/silent 2024 off"),
        ("2024 выкл", "/silent 2024 off"),
        ("2024, 2025 on", "/silent 2024 2025 on"),
        ("2024 on 30m lunch", "/silent 2024 on 30m lunch"),
        (
            "https://a.example/?IM_DIALOG=chat5 off",
            "/silent https://a.example/online/?IM_DIALOG=chat5 off",
        ),
        ("2024", "/status 2024"),
        (" chat2024\n#2025. ", "/status 2024 2025"),
        ("imol|321", "/status imol|321"),
        ("Status 2024", "/status 2024"),
        ("silent 2024", "/status 2024"),
        ("dialogs anna", "/dialogs anna"),
        ("log 2024", "/log 2024"),
        ("silenced", "/silenced"),
        ("remind 2h", "/remind 2h"),
        ("whisper 2024 call\nher", "/whisper 2024 call\nher"),
    ] {
        assert_eq!(plain(text), Ok(Some(same.to_owned())), "{text}");
    }
    for text in ["help", "Whoami", "language ru", "start", "invite", "revoke 5", "here", "portal"] {
        assert!(parse_plain(text, BOT, &words()).is_ok(), "{text}");
    }
}

#[test]
fn links_count_wherever_they_stand_and_numbers_do_not() {
    let link = "https://a.example/?IM_DIALOG=chat5";
    let card = "https://a.example/crm/deal/details/77/";
    let (of_link, of_card) = ("https://a.example/online/?IM_DIALOG=chat5", card);
    for (text, same) in [
        (format!("look at {link}, please"), format!("/status {of_link}")),
        (
            format!("Anna wrote in 2024:\n{link}\n\n({card})"),
            format!("/status {of_link} {of_card}"),
        ),
        (format!("{link} on monday"), format!("/status {of_link}")),
        (format!("help me with {link}"), format!("/status {of_link}")),
        (card.to_owned(), format!("/status {of_card}")),
    ] {
        assert_eq!(plain(&text), Ok(Some(same)), "{text}");
    }
    let many: String =
        (1..=21).fold(String::new(), |text, n| text + &link.replace('5', &n.to_string()) + " a ");
    assert_eq!(plain(&many), Err(Hint::TooManyDialogs { most: 20 }));
}

#[test]
fn a_sentence_switches_nothing() {
    for text in [
        "hello",
        "",
        "on my way",
        "on",
        "off to lunch",
        "call me in 5 minutes",
        "in 2024 we were on",
        "help me",
        "status quo",
        "silent night",
        "language is a virus",
        "portal to hell",
        "disconnect the phone",
        "connect the dots",
        "start 2024",
        "here we go",
        "log in",
        "see imol|321",
        "see https://a.example/rest/1/n0tas3cretn0tas3/ https://a.example/?IM_DIALOG=chat5",
    ] {
        assert_eq!(plain(text), Err(Hint::NotACommand), "{text}");
    }
    let dialog = || chats(&[2024]).remove(0);
    for (text, hint) in [
        ("2024 on 8d", Hint::TimeOutOfRange { dialog: dialog() }),
        ("2024 off 30m", Hint::TimeWithOff { dialog: dialog() }),
        ("2024 on monday", Hint::LeftOver { word: Word::new("monday"), dialog: dialog() }),
        (
            "silent 2024 onn",
            Hint::NeitherDialogNorSwitch { word: Word::new("onn"), dialog: Some(dialog()) },
        ),
        ("whisper 2024", Hint::NoNote { dialog: dialog() }),
    ] {
        assert_eq!(plain(text), Err(hint), "{text}");
    }
    for (text, meant) in [
        ("on 2024", "/silent 2024 on"),
        ("выкл 2024 2025", "/silent 2024 2025 выкл"),
        ("slient 2024 on", "/silent 2024 on"),
    ] {
        let Err(Hint::Meant(got)) = plain(text) else { panic!("{text}") };
        assert_eq!(got.text, meant);
    }
}

#[test]
fn commands_for_other_bots_are_left_to_them() {
    assert!(matches!(parsed("/silent@other_bot 2024 on"), Parsed::NotForUs));
}

#[test]
fn an_invite_is_opened_by_command_code_or_link() {
    let token = InviteToken::from_random([9; 16]);
    let code = token.expose();
    for text in [
        format!("/start {code}"),
        format!("https://t.me/{BOT}?start={code}"),
        format!("t.me/{BOT}?start={code}"),
        format!("/start https://t.me/{BOT}?start={code}"),
    ] {
        let Parsed::Command(Command::OpenInvite(Some(got))) = parsed(&text) else {
            panic!("{text}")
        };
        assert_eq!(got, token, "{text}");
    }
    assert!(matches!(parsed("/start nonsense"), Parsed::Command(Command::OpenInvite(None))));
    assert!(matches!(parsed("/start"), Parsed::Command(Command::Start)));
}

#[test]
fn a_webhook_pasted_alone_is_meant_to_be_connected() {
    let alone = "https://a.bitrix24.com/rest/1/n0tas3cretn0tas3/";
    assert!(matches!(parsed(alone), Parsed::Command(Command::Connect(_))));
    let quoted = format!("is {alone} right?");
    assert!(matches!(parsed(&quoted), Parsed::Hint(Hint::NotACommand)));
}

#[test]
fn what_was_pasted_stays_out_of_debug_output() {
    let pasted = "/connect https://a.bitrix24.com/rest/1/n0tas3cretn0tas3/";
    assert!(!format!("{:?}", parsed(pasted)).contains("n0tas3cret"));
}

proptest! {
    #[test]
    fn no_text_panics_and_what_parses_prints_back_to_itself(text in "\\PC{0,80}") {
        for text in [text.clone(), format!("/silent {text}"), format!("/silent 2024 {text}")] {
            if let Parsed::Command(command) = parsed(&text)
                && let Some(printed) = command.to_text(&words())
            {
                let Parsed::Command(again) = parsed(&printed) else { panic!("{printed}") };
                prop_assert_eq!(again.to_text(&words()), Some(printed));
            }
        }
    }

    #[test]
    fn no_plain_text_panics_and_none_switches_without_a_dialog_and_a_word_for_it(
        text in "\\PC{0,40}( (on|off|вкл|2024|chat5|30m|imol\\|7|https://a\\.b/\\?IM_DIALOG=chat1))*\\PC{0,9}",
    ) {
        match parse_plain(&text, BOT, &words()) {
            Ok(Command::Silent(order)) => {
                let first = text.split_whitespace().find(|word| !word.eq_ignore_ascii_case("silent"));
                prop_assert_eq!(first.and_then(DialogRef::parse), order.dialogs.first().cloned());
                prop_assert!(text.split_whitespace().any(|w| words().switch(w) == Some(order.switch)));
            }
            Ok(command) => {
                if let Some(printed) = command.to_text(&words()) {
                    let Parsed::Command(again) = parsed(&printed) else { panic!("{printed}") };
                    prop_assert_eq!(again.to_text(&words()), Some(printed));
                }
            }
            Err(_) => {}
        }
    }

    #[test]
    fn every_newer_command_reads_any_words(
        name in "(dialogs|silenced|remind|here|handover|whisper|silnt|dialogs2024)",
        rest in "\\PC{0,60}",
    ) {
        let text = format!("/{name} {rest}");
        match parsed(&text) {
            Parsed::Command(Command::Dialogs(wanted)) => {
                prop_assert!(wanted.words.len() <= 40);
                let action = crate::domain::action::Action::Dialogs(Wanted {
                    portal: Some(crate::domain::connection::PortalTag(u32::MAX)),
                    page: u16::MAX,
                    ..wanted
                });
                prop_assert!(action.encode().len() <= 64);
                prop_assert_eq!(crate::domain::action::Action::decode(&action.encode()), Some(action));
            }
            Parsed::Command(command) => {
                if let Some(printed) = command.to_text(&words()) {
                    let Parsed::Command(again) = parsed(&printed) else { panic!("{printed}") };
                    prop_assert_eq!(again.to_text(&words()), Some(printed));
                }
            }
            Parsed::Hint(_) => {}
            Parsed::NotForUs => panic!("{text}"),
        }
    }

    #[test]
    fn commands_of_the_main_job_print_back_to_themselves(
        numbers in proptest::collection::btree_set(1_u64..1 << 53, 1..=MOST_DIALOGS),
        on in any::<bool>(),
        minutes in 0_u32..=10_080,
        reason in proptest::option::of("[a-z]{2,9}( [a-z]{2,9}){0,4}"),
    ) {
        let numbers: Vec<u64> = numbers.into_iter().collect();
        let order = SilentOrder {
            dialogs: chats(&numbers),
            switch: Switch::to(on),
            lasting: Lasting::from_minutes(minutes).filter(|_| on),
            reason: reason.filter(|_| on && minutes > 0),
        };
        let text = Command::Silent(order.clone()).to_text(&words()).unwrap();
        let Parsed::Command(Command::Silent(again)) = parsed(&text) else { panic!("{text}") };
        prop_assert_eq!(again, order);
    }
}
