//! A portal that is closed for good is not asked again, also by the next process, until it is
//! connected anew.

use hushbot::sandbox::portal::{Fault, On};
use jiff::SignedDuration;

use crate::house::{House, OLGA, SUPERVISOR};

#[tokio::test]
async fn a_closed_portal_is_remembered_until_it_is_connected_anew() {
    // Commands are not to be old only because the test's clock is ahead of them.
    // The watch has words of its own for such a portal.
    let settings = [("HUSHBOT_OLD_AFTER_MINUTES", "600"), ("HUSHBOT_WATCH_SECONDS", "0")];
    let mut house = House::connected_with(&settings).await;
    let on = house.ask(SUPERVISOR, "/silent 2025 on 30m").await;
    house.portal.fault(Fault::code("PORTAL_DELETED"), On::everything());
    let told = house.ask(SUPERVISOR, "/silent 2024 on").await;
    assert!(told.text.contains("portal is closed"), "{}", told.text);
    house.stop_bot().await;
    house.start_bot().await;
    house.portal.clear_calls();
    for text in ["/silent 2024 on", "/status 2024", "/status imol|321", "/whoami"] {
        let answer = house.ask(SUPERVISOR, text).await;
        assert!(answer.text.contains("closed"), "{text}: {}", answer.text);
    }
    house.clock.advance(SignedDuration::from_mins(30));
    let alarm = house.message(on.chat, |m| m.id > on.id && m.text.starts_with('🚨')).await;
    assert!(alarm.text.contains("closed"), "{}", alarm.text);
    assert_eq!(house.portal.calls(), []);

    house.portal.clear_faults();
    house.connect(SUPERVISOR).await;
    let on = house.ask(SUPERVISOR, "/silent 2024 on").await;
    assert!(on.text.starts_with('🔇'), "{}", on.text);
    house.stop_bot().await;
    house.start_bot().await;
    house.ask(SUPERVISOR, "/silent 2024 off").await;
    assert!(!house.portal.is_silent(2024, OLGA));
}

#[tokio::test]
async fn a_look_finds_out_that_a_portal_is_closed() {
    for text in ["/status 2024", "/whoami"] {
        let mut house = House::connected().await;
        house.portal.fault(Fault::code("PORTAL_DELETED"), On::everything());
        let told = house.ask(SUPERVISOR, text).await;
        assert!(told.text.contains("closed"), "{}", told.text);
        house.stop_bot().await;
        house.start_bot().await;
        house.portal.clear_calls();
        house.ask(SUPERVISOR, "/silent 2024 on").await;
        assert_eq!(house.portal.calls(), [], "{text}");
    }
}
