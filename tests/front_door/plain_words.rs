//! Words without a slash, and commands that don't exist.

use hushbot::domain::{
    hint::{Hint, HintFor},
    reply::Reply,
    supervisor::Role,
};

use crate::house::{ADMIN, House, OLGA, SILENT, STRANGER, SUPERVISOR, shown};

#[tokio::test]
async fn plain_words_work_as_the_command() {
    let house = House::connected().await;
    for (text, mark, silent) in [
        ("silent 2024 on", '🔇', true),
        ("2024 выкл", '🔊', false),
        ("2024 on 30m lunch", '🔇', true),
        ("Silent 2024 OFF", '🔊', false),
        ("chat2024 вкл", '🔇', true),
        ("status 2024", '🔇', true),
    ] {
        let answer = house.ask(SUPERVISOR, text).await;
        assert!(answer.text.starts_with(mark), "{text}: {}", answer.text);
        assert_eq!(house.portal.is_silent(2024, OLGA), silent, "{text}");
    }
    let list = house.ask(SUPERVISOR, "dialogs anna").await;
    assert!(list.keyboard.iter().flatten().any(|b| b.text.contains("Anna")), "{}", list.text);
    let help = house.ask(SUPERVISOR, "Help").await;
    assert_eq!(help.text, house.ask(SUPERVISOR, "/help").await.text);
}

#[tokio::test]
async fn a_sentence_switches_nothing_and_gets_the_usual_hint() {
    let house = House::connected().await;
    let role = Some(Role::Supervisor);
    let usual = shown(&Reply::Hint(HintFor { hint: Hint::NotACommand, role }));
    for text in
        ["on my way", "off to lunch", "call me in 5 minutes", "we were on in 2024", "help me"]
    {
        assert_eq!(house.ask(SUPERVISOR, text).await.text, usual, "{text}");
    }
    // However it takes to keep.
    assert_eq!(house.ask(SUPERVISOR, &"\"".repeat(4_000)).await.text, usual);
    let order = house.ask(SUPERVISOR, "on 2024").await;
    assert!(order.text.contains("Did you mean /silent 2024 on?"), "{}", order.text);
    assert_eq!(house.portal.calls().len(), 0);
    assert_eq!(house.calls(SILENT).len(), 0);
}

#[tokio::test]
async fn an_unknown_command_suggests_the_nearest_and_does_not_run_it() {
    let house = House::connected().await;
    for (text, meant) in [
        ("/slient 2024 on", "/silent 2024 on"),
        ("/silent2024 on", "/silent 2024 on"),
        ("/silent_2024", "/silent 2024"),
        ("/mute 2024", "/silent 2024 mute"),
        ("/Statsu 2024", "/status 2024"),
    ] {
        let answer = house.ask(SUPERVISOR, text).await;
        assert!(answer.text.contains(&format!("Did you mean {meant}?")), "{text}: {}", answer.text);
        let code = answer.entities.iter().any(|entity| entity.kind == "code");
        assert!(code, "{text}: a tap copies it");
    }
    assert_eq!(house.portal.calls().len(), 0);
    let far = house.ask(SUPERVISOR, "/weather").await;
    assert!(far.text.contains("/weather") && !far.text.contains("Did you mean"), "{}", far.text);
}

#[tokio::test]
async fn nobody_is_led_to_what_they_may_not_run() {
    let house = House::connected().await;
    let theirs = house.ask(SUPERVISOR, "/invit").await;
    assert!(!theirs.text.contains("/invite"), "{}", theirs.text);
    let admins = house.ask(ADMIN, "/invit").await;
    assert!(admins.text.contains("/invite"), "{}", admins.text);
    let strangers = house.ask(STRANGER, "2024 on").await;
    assert!(strangers.text.contains(&STRANGER.to_string()));
    assert_eq!(house.portal.calls().len(), 0);
}

#[tokio::test]
async fn every_newer_command_has_hints_with_examples_that_work() {
    let house = House::connected().await;
    for (text, example) in [
        ("/whisper", "/whisper 2024"),
        ("/whisper 2025", "/whisper 2025"),
        ("/remind soon", "/remind 2h"),
        ("/remind 9d", "/remind off"),
        ("/silenced now", "/silenced"),
        ("/handover please", "/handover"),
    ] {
        let hint = house.ask(SUPERVISOR, text).await;
        assert!(hint.text.contains(example), "{text}: {}", hint.text);
    }
    let here = house.ask(ADMIN, "/here on").await;
    assert!(here.text.contains("/here off"), "{}", here.text);
    let long = house.ask(SUPERVISOR, &format!("/whisper 2024 {}", "ы".repeat(2001))).await;
    assert!(long.text.contains("2000"), "{}", long.text);
    assert_eq!(house.portal.calls().len(), 0);
}

#[tokio::test]
async fn a_long_message_is_not_cut_in_the_middle_of_a_link() {
    let house = House::connected().await;
    let url = house.portal.url();
    // The message is longer than what is kept of one; the last link lies across the end of that.
    let mut text = format!("{url}/online/?IM_DIALOG=chat2024 ");
    let link = format!("{url}/online/?IM_DIALOG=chat2025");
    let fill = 4_600 - text.len() - link.len() + 2;
    text.push_str(&"ы".repeat((fill - 1) / 2));
    text.push_str(if fill % 2 == 0 { "x " } else { " " });
    text.push_str(&link);
    assert!(text.len() > 4_600 && text.chars().count() <= 4_096);
    let shown = house.ask(SUPERVISOR, &text).await;
    assert!(shown.text.contains("2024") && !shown.text.contains("202\u{a0}"), "{}", shown.text);
    let asked = house.calls("imopenlines.dialog.get");
    assert_eq!(asked.len(), 1, "{asked:?}");
}
