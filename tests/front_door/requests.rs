//! What a switch costs a portal, and what it leaves in the chat.

use hushbot::sandbox::portal::{Fault, Generation, On};

use crate::house::{House, OLGA, SILENT, SUPERVISOR};

const STATE: &str = "imopenlines.v2.Session.isSilentMode";

const GENERATIONS: [Generation; 2] = [Generation::ChatWide, Generation::Personal];

/// How many notices the portal has put into a dialog.
fn notices(house: &House, dialog: u64) -> usize {
    let all = house.portal.snapshot().dialogs;
    let dialog = all.into_iter().find(|seen| seen.dialog.chat_id == dialog).unwrap();
    dialog.messages.len()
}

#[tokio::test]
async fn on_is_one_request_whatever_is_known_and_for_several_dialogs_too() {
    for generation in GENERATIONS {
        let house = House::connected().await;
        house.portal.set_generation(generation);
        for (requests, text) in
            [(1, "/silent 2024 on"), (2, "/silent 2024 2025 2026 on"), (3, "/silent 2025 on")]
        {
            let answer = house.ask(SUPERVISOR, text).await;
            assert!(answer.text.starts_with('🔇'), "{}", answer.text);
            assert_eq!(house.requests(), requests, "{generation:?} {text}");
        }
        assert!([2024, 2025, 2026].iter().all(|dialog| house.portal.is_silent(*dialog, OLGA)));
    }
}

#[tokio::test]
async fn off_is_one_request_where_the_flag_is_personal() {
    let house = House::connected().await;
    house.portal.set_generation(Generation::Personal);
    house.ask(SUPERVISOR, "/silent 2024 on").await;
    house.portal.clear_calls();
    for text in ["/silent 2024 off", "/silent 2024 2025 off"] {
        let answer = house.ask(SUPERVISOR, text).await;
        assert!(answer.text.starts_with('🔊'), "{}", answer.text);
        assert_eq!(house.requests(), 1);
        house.portal.clear_calls();
    }
    assert!(!house.portal.is_silent(2024, OLGA));
}

#[tokio::test]
async fn a_needless_off_is_answered_and_puts_no_notice_into_a_chat() {
    for (lacks_state, knows) in [(false, false), (false, true), (true, false), (true, true)] {
        let house = House::connected().await;
        house.portal.set_generation(Generation::ChatWide);
        if lacks_state {
            house.portal.fault(Fault::code("ERROR_METHOD_NOT_FOUND"), On::method(STATE));
        }
        if knows {
            house.ask(SUPERVISOR, "/silent 2024 on").await;
        }
        let before = notices(&house, 2025);
        house.portal.clear_calls();
        let answer = house.ask(SUPERVISOR, "/silent 2025 off").await;
        assert!(answer.text.starts_with('🔊') && answer.text.contains("Boris"), "{}", answer.text);
        assert_eq!((house.calls(SILENT).len(), house.requests()), (0, 1));
        assert_eq!(notices(&house, 2025), before);
        // What is on beside it is switched off all the same.
        house.portal.switch_silent(2026, OLGA, true);
        let both = house.ask(SUPERVISOR, "/silent 2025 2026 off").await;
        assert!(both.text.contains("Boris") && both.text.contains("Chen"), "{}", both.text);
        assert!(!house.portal.is_silent(2026, OLGA));
        assert_eq!((house.calls(SILENT).len(), notices(&house, 2025)), (1, before));
    }
}

#[tokio::test]
async fn where_the_flag_may_be_personal_a_field_that_says_off_keeps_nothing_back() {
    let house = House::connected().await;
    house.portal.set_generation(Generation::Personal);
    house.portal.switch_silent(2024, OLGA, true);
    house.portal.fault(Fault::code("ACCESS_DENIED"), On::method(STATE));
    house.ask(SUPERVISOR, "/silent 2024 off").await;
    assert!(!house.portal.is_silent(2024, OLGA));
}

#[tokio::test]
async fn a_yes_without_effect_is_told_for_off_as_for_on() {
    for generation in GENERATIONS {
        let house = House::connected().await;
        house.portal.set_generation(generation);
        house.ask(SUPERVISOR, "/silent 2024 on").await;
        house.portal.fault(Fault::TrueButUnchanged, On::method(SILENT));
        for text in ["/silent 2024 off", "/silent 2025 on"] {
            let answer = house.ask(SUPERVISOR, text).await;
            assert!(answer.text.starts_with('⚠'), "{text}: {}", answer.text);
        }
        assert!(house.portal.is_silent(2024, OLGA) && !house.portal.is_silent(2025, OLGA));
    }
}

#[tokio::test]
async fn what_cannot_be_read_is_not_switched_off_unread() {
    let house = House::connected().await;
    house.portal.fault(Fault::code("QUERY_LIMIT_EXCEEDED"), On::method("batch").times(1));
    let answer = house.ask(SUPERVISOR, "/silent 2024 off").await;
    assert!(answer.text.starts_with('⚠'), "{}", answer.text);
    assert_eq!((house.calls(SILENT).len(), house.requests()), (0, 1));
}
