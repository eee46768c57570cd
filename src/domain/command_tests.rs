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
        ("/silence 2024 on", Hint::UnknownCommand(word("silence"))),
        ("/", Hint::UnknownCommand(word(""))),
        ("hello", Hint::NotACommand),
    ] {
        match parsed(text) {
            Parsed::Hint(got) => assert_eq!(got, hint, "{text}"),
            other => panic!("{text}: {other:?}"),
        }
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
