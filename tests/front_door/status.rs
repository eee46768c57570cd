//! `/status DIALOG` and `/silent DIALOG` without on or off: the state, and nothing changed.

use hushbot::sandbox::portal::Generation;

use crate::house::{House, OLGA, SILENT, SUPERVISOR};

#[tokio::test]
async fn the_state_is_shown_and_nothing_is_switched() {
    for generation in [Generation::Personal, Generation::ChatWide] {
        let house = House::connected().await;
        house.portal.set_generation(generation);
        for text in ["/status 2024", "/silent 2024", "/silent https://x.example/ 2024"] {
            let answer = house.ask(SUPERVISOR, text).await;
            assert!(!answer.text.starts_with('🔇'), "{text}: {}", answer.text);
        }
        house.portal.switch_silent(2024, OLGA, true);
        let answer = house.ask(SUPERVISOR, "/status 2024").await;
        assert!(answer.text.starts_with('🔇'), "{}", answer.text);
        assert!(answer.text.contains("Anna") && answer.text.contains("Website"), "{}", answer.text);
        assert_eq!(house.calls(SILENT).len(), 0);
        assert!(house.portal.is_silent(2024, OLGA));
    }
}

#[tokio::test]
async fn an_open_dialog_is_not_silent_and_a_closed_one_says_so() {
    let house = House::connected().await;
    let open = house.ask(SUPERVISOR, "/status 2024").await;
    assert!(open.text.starts_with('🔊'), "{}", open.text);
    house.portal.close_session(2024);
    let closed = house.ask(SUPERVISOR, "/status 2024").await;
    assert_ne!(open.text, closed.text);
}

#[tokio::test]
async fn a_dialog_that_is_not_there_or_not_yours_is_told_from_one_that_is() {
    let house = House::connected().await;
    for text in ["/status 999", "/status 3000"] {
        let answer = house.ask(SUPERVISOR, text).await;
        assert!(answer.text.starts_with('⚠'), "{text}: {}", answer.text);
    }
    let both = house.ask(SUPERVISOR, "/status 2024 999").await;
    assert!(both.text.contains("Anna") && both.text.contains("999"), "{}", both.text);
}
