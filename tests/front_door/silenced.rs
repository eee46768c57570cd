//! `/silenced`: all that is silent now, and an end to it.

use hushbot::sandbox::portal::{Fault, On};
use jiff::SignedDuration;

use crate::house::{ADMIN, House, OLGA, SUPERVISOR};

#[tokio::test]
async fn the_longest_first_each_with_its_card_and_an_end_to_all() {
    // The clock goes ahead of Telegram's: nothing counts as late here.
    let house = House::connected_with(&[("HUSHBOT_OLD_AFTER_MINUTES", "1000")]).await;
    let none = house.ask(SUPERVISOR, "/silenced").await;
    assert!(none.text.starts_with('🔊'), "{}", none.text);
    house.order(SUPERVISOR, "/silent 2025 on").await;
    house.clock.advance(SignedDuration::from_mins(20));
    house.order(SUPERVISOR, "/silent 2024 on 30m").await;
    house.clock.advance(SignedDuration::from_mins(10));
    let list = house.ask(SUPERVISOR, "/silenced").await;
    assert!(list.text.contains("Boris") && list.text.contains("30 minutes"), "{}", list.text);
    assert!(list.text.contains("ends in 20 minutes"), "{}", list.text);
    assert!(list.text.find("2025") < list.text.find("2024"), "{}", list.text);
    let card = house.press(SUPERVISOR, &list, "2024").await;
    assert!(card.text.starts_with('🔇') && card.text.contains("Anna"), "{}", card.text);
    let list = house.ask(SUPERVISOR, "/silenced").await;
    let off = house.press(SUPERVISOR, &list, "All off").await;
    assert!(off.text.contains("2024") && off.text.contains("2025"), "{}", off.text);
    assert!(!house.portal.is_silent(2024, OLGA) && !house.portal.is_silent(2025, OLGA));
    let none = house.ask(SUPERVISOR, "/silenced").await;
    assert!(none.text.starts_with('🔊'), "{}", none.text);
}

#[tokio::test]
async fn what_is_over_is_said_in_the_same_answer_and_not_again() {
    let house = House::connected().await;
    house.order(SUPERVISOR, "/silent 2024 2025 2026 on").await;
    house.portal.drop_silent(2024);
    house.portal.close_session(2025);
    let list = house.ask(SUPERVISOR, "/silenced").await;
    assert!(list.text.contains("1 dialog is silent"), "{}", list.text);
    assert!(list.text.contains("NOT silent any more"), "{}", list.text);
    assert!(list.text.contains("session closed"), "{}", list.text);
    let refreshed = house.press(SUPERVISOR, &list, "Refresh").await;
    assert!(!refreshed.text.contains("2024"), "{}", refreshed.text);
}

#[tokio::test]
async fn an_admin_sees_everyones_also_while_a_portal_does_not_answer() {
    let house = House::connected().await;
    house.order(SUPERVISOR, "/silent 2024 on").await;
    let list = house.ask(ADMIN, "/silenced").await;
    assert!(list.text.contains("2024") && list.text.contains("Sam"), "{}", list.text);
    let all_off = list.keyboard.iter().flatten().any(|button| button.text.contains("All off"));
    assert!(!all_off, "that is Sam's");
    house.portal.fault(Fault::Hang, On::everything());
    let asked = house.say(i64::try_from(ADMIN).unwrap(), ADMIN, "/silenced");
    let list = house
        .message(i64::try_from(ADMIN).unwrap(), |m| m.id > asked && m.text.contains("2024"))
        .await;
    assert!(list.text.contains('❓') && list.text.contains("Sam"), "{}", list.text);
}

#[tokio::test]
async fn a_portal_that_moved_takes_its_silences_along() {
    let house = House::connected().await;
    house.order(SUPERVISOR, "/silent 2024 on 30m").await;
    let new =
        hushbot::sandbox::portal::Portal::start(hushbot::sandbox::portal::Settings::default())
            .await
            .unwrap();
    let olga = hushbot::sandbox::portal::User::new(OLGA, "Olga", "Nord");
    new.add_user(olga);
    for chat in [2024, 2025] {
        let dialog = hushbot::sandbox::portal::Dialog::new(chat, "Anna", "Website");
        new.add_dialog(dialog.operator(OLGA));
    }
    new.webhook_with_secret(OLGA, &["imopenlines", "im"], crate::house::SECRET);
    new.switch_silent(2024, OLGA, true);
    house.portal.rename_to(&new.url());
    house.order(SUPERVISOR, "/silent 2025 on").await;
    let list = house.ask(SUPERVISOR, "/silenced").await;
    assert!(list.text.contains("2024") && list.text.contains("2025"), "{}", list.text);
    house.clock.advance(SignedDuration::from_mins(30));
    let over = |text: &str| text.starts_with('🔊') && text.contains("2024");
    let chat = i64::try_from(SUPERVISOR).unwrap();
    house.message(chat, |m| m.id > list.id && over(&m.text)).await;
    assert!(!new.is_silent(2024, OLGA) && new.is_silent(2025, OLGA));
}
