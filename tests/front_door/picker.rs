//! `/dialogs`: the person's open dialogs to choose from, a tap from their cards.

use hushbot::sandbox::{
    portal::{Dialog, Fault, Generation, On, Portal, Settings, User},
    telegram::Message,
};

use crate::house::{ADMIN, GROUP, House, OLGA, SECRET, STRANGER, SUPERVISOR, data_of, within};

const RECENT: &str = "im.recent.get";
const SEARCH: &str = "im.search.chat.list";
const STATE: &str = "imopenlines.v2.Session.isSilentMode";

/// The labels of the buttons, by rows.
fn labels(message: &Message) -> Vec<Vec<&str>> {
    message.keyboard.iter().map(|row| row.iter().map(|b| b.text.as_str()).collect()).collect()
}

/// The labels of the dialogs, which stand in rows of their own.
fn dialogs(message: &Message) -> Vec<&str> {
    let states = ['🔇', '🔊', '❓'];
    let all = message.keyboard.iter().flatten().map(|button| button.text.as_str());
    all.filter(|label| label.starts_with(states)).collect()
}

/// Presses a button that turns pages: the text may stay as it was.
async fn turn(house: &House, list: &Message, button: &str, to: &str) -> Message {
    house.telegram.press(list.chat, list.id, SUPERVISOR, &data_of(list, button));
    let there =
        |message: &Message| labels(message).iter().flatten().any(|label| label.contains(to));
    house.message(list.chat, |message| message.id == list.id && there(message)).await
}

/// More dialogs, from 4001 on.
fn crowd(house: &House, count: u64) {
    for chat in 4001..=4000 + count {
        let client = format!("Client {chat}");
        house.portal.add_dialog(Dialog::new(chat, &client, "Shop").operator(OLGA));
    }
}

#[tokio::test]
async fn eight_to_a_page_each_with_its_state_and_a_tap_to_its_card() {
    let house = House::connected().await;
    crowd(&house, 16);
    house.portal.switch_silent(4016, OLGA, true);
    house.portal.client_writes(4015, "Hello?");

    let first = house.ask(SUPERVISOR, "/dialogs").await;
    let shown = dialogs(&first);
    assert_eq!(shown.len(), 8, "{:?}", labels(&first));
    let of = |chat: &str| *shown.iter().find(|label| label.contains(chat)).unwrap();
    assert!(of("4016").starts_with("🔇 Client 4016 - Shop"), "{shown:?}");
    assert!(of("4015").starts_with("🔊 💬 Client 4015 - Shop"), "{shown:?}");
    assert_eq!(labels(&first).last().unwrap(), &["🔄 1/3", "▶️"]);
    assert_eq!((house.calls(RECENT).len(), house.calls(STATE).len()), (1, 8));
    assert_eq!(house.calls(SEARCH).len(), 0);

    let second = turn(&house, &first, "▶️", "2/3").await;
    assert_eq!(labels(&second).last().unwrap(), &["◀️", "🔄 2/3", "▶️"]);
    let third = turn(&house, &second, "▶️", "3/3").await;
    assert_eq!(labels(&third).last().unwrap(), &["◀️", "🔄 3/3"]);
    assert_eq!(dialogs(&third).len(), 3, "{:?}", labels(&third));
    let all: Vec<_> = [&first, &second, &third].into_iter().flat_map(dialogs).collect();
    for dialog in ["Anna", "Boris", "Chen", "4001", "4016"] {
        assert_eq!(all.iter().filter(|label| label.contains(dialog)).count(), 1, "{dialog}");
    }

    let card = house.press(SUPERVISOR, &third, "Anna").await;
    assert_eq!(card.id, first.id);
    assert!(card.text.starts_with('🔊') && card.text.contains("2024"), "{}", card.text);
    assert!(!house.portal.is_silent(2024, OLGA));
}

#[tokio::test]
async fn the_newest_message_comes_first() {
    let house = House::connected().await;
    // The portal writes dates to the second.
    tokio::time::sleep(std::time::Duration::from_millis(1100)).await;
    house.portal.client_writes(2025, "Hello?");
    let list = house.ask(SUPERVISOR, "/dialogs").await;
    assert!(dialogs(&list)[0].contains("Boris"), "{:?}", labels(&list));
}

#[tokio::test]
async fn a_page_that_is_gone_shows_the_last_there_is() {
    let house = House::connected().await;
    crowd(&house, 6);
    let first = house.ask(SUPERVISOR, "/dialogs").await;
    let data = data_of(&first, "▶️");
    for chat in 4001..=4006 {
        house.portal.close_session(chat);
    }
    house.telegram.press(first.chat, first.id, SUPERVISOR, &data);
    let fewer = house.message(first.chat, |m| m.id == first.id && m.edited.is_some()).await;
    assert_eq!(dialogs(&fewer).len(), 3, "{:?}", labels(&fewer));
}

#[tokio::test]
async fn closed_ones_are_left_out_unless_there_is_nothing_else() {
    let house = House::connected().await;
    house.portal.close_session(2024);
    let open = house.ask(SUPERVISOR, "/dialogs").await;
    assert_eq!(dialogs(&open).len(), 2, "{:?}", labels(&open));
    house.portal.close_session(2025);
    house.portal.close_session(2026);
    let closed = house.ask(SUPERVISOR, "/dialogs").await;
    assert_eq!(dialogs(&closed).len(), 3);
    assert!(closed.text.contains("closed"), "{}", closed.text);
}

#[tokio::test]
async fn words_search_the_names_and_then_the_portal() {
    let house = House::connected().await;
    house.portal.add_dialog(Dialog::new(4100, "Boris Old", "Website").operator(OLGA));
    house.portal.hide_dialog(4100, OLGA);
    let all = house.ask(SUPERVISOR, "/dialogs").await;
    assert!(!dialogs(&all).iter().any(|label| label.contains("Old")));

    let found = house.ask(SUPERVISOR, "/dialogs BORIS").await;
    let shown = dialogs(&found);
    assert_eq!(shown.len(), 2, "each once: {shown:?}");
    assert!(shown[0].contains("Boris - Telegram") && shown[1].contains("Boris Old"), "{shown:?}");
    let asked = house.calls(SEARCH).remove(0).params;
    assert_eq!(asked["FIND_LINES"], "boris");

    let both = house.ask(SUPERVISOR, "/dialogs site boris").await;
    assert!(dialogs(&both) == [shown[1]], "{:?}", labels(&both));
    let number = house.ask(SUPERVISOR, "/dialogs 2026").await;
    assert_eq!(dialogs(&number).len(), 1);
    let none = house.ask(SUPERVISOR, "/dialogs zebra").await;
    assert!(dialogs(&none).is_empty() && none.text.contains("zebra"), "{}", none.text);
    assert!(none.text.contains("/dialogs") && none.text.contains("link"), "{}", none.text);
}

#[tokio::test]
async fn a_search_that_is_short_or_full_or_fails_shows_what_is_there() {
    let house = House::connected().await;
    crowd(&house, 9);
    let full = house.ask(SUPERVISOR, "/dialogs client").await;
    assert_eq!(dialogs(&full).len(), 8);
    let short = house.ask(SUPERVISOR, "/dialogs r").await;
    assert!(dialogs(&short)[0].contains("Boris"), "{:?}", labels(&short));
    assert_eq!(house.calls(SEARCH).len(), 0);
    house.portal.fault(Fault::code("INTERNAL_SERVER_ERROR"), On::method(SEARCH));
    let found = house.ask(SUPERVISOR, "/dialogs anna").await;
    assert!(dialogs(&found)[0].contains("Anna"), "{:?}", labels(&found));
    assert_eq!(house.calls(SEARCH).len(), 1);
}

#[tokio::test]
async fn where_the_flag_is_the_chats_the_list_itself_shows_it() {
    let house = House::connected().await;
    house.portal.set_generation(Generation::ChatWide);
    house.ask(SUPERVISOR, "/silent 2024 on").await;
    house.ask(SUPERVISOR, "/silent 2024 off").await;
    house.ask(SUPERVISOR, "/silent 2025 on").await;
    house.portal.clear_calls();
    let list = house.ask(SUPERVISOR, "/dialogs").await;
    assert_eq!(house.calls(STATE).len(), 0);
    let silent: Vec<_> = dialogs(&list).into_iter().filter(|l| l.starts_with('🔇')).collect();
    assert!(silent.len() == 1 && silent[0].contains("Boris"), "{:?}", labels(&list));
}

#[tokio::test]
async fn states_that_cannot_be_read_leave_a_list_of_use() {
    let house = House::connected().await;
    house.portal.fault(Fault::Html(502), On::method("batch"));
    let list = house.ask(SUPERVISOR, "/dialogs").await;
    assert_eq!(dialogs(&list).len(), 3);
    assert!(dialogs(&list).iter().all(|label| label.starts_with('❓')), "{:?}", labels(&list));
}

#[tokio::test]
async fn a_missing_scope_is_named_and_asked_for_again_once_it_is_there() {
    let house = House::bare().await;
    house.let_in(SUPERVISOR).await;
    let webhook = house.portal.webhook_with_secret(OLGA, &["imopenlines"], SECRET);
    house.ask(SUPERVISOR, &format!("/connect {webhook}")).await;
    let told = house.ask(SUPERVISOR, "/dialogs").await;
    assert!(told.text.starts_with('⚠') && told.text.contains("permission im."), "{}", told.text);
    assert!(told.text.contains("webhook's settings"), "{}", told.text);
    house.portal.webhook_with_secret(OLGA, &["imopenlines", "im"], SECRET);
    let list = house.press(SUPERVISOR, &told, "Try again").await;
    assert_eq!(dialogs(&list).len(), 3, "{}", list.text);
}

#[tokio::test]
async fn nothing_to_list_says_what_to_do() {
    let house = House::bare().await;
    house.let_in(SUPERVISOR).await;
    let told = house.ask(SUPERVISOR, "/dialogs").await;
    assert!(told.text.contains("/connect"), "{}", told.text);
    house.connect(SUPERVISOR).await;
    house.portal.change_dialog(2024, |dialog| dialog.members.clear());
    house.portal.change_dialog(2025, |dialog| dialog.members.clear());
    house.portal.change_dialog(2026, |dialog| dialog.members.clear());
    let empty = house.ask(SUPERVISOR, "/dialogs").await;
    assert!(
        empty.text.contains("no open dialogs") && empty.text.contains("link"),
        "{}",
        empty.text
    );
    assert_eq!(labels(&empty), [["🔄 Refresh"]]);
}

#[tokio::test]
async fn several_portals_are_named_and_a_tap_apart() {
    let house = House::connected().await;
    let other = Portal::start(Settings::default()).await.unwrap();
    other.add_user(User::new(OLGA, "Olga", "Nord"));
    other.add_dialog(Dialog::new(9, "Zoe", "Shop").operator(OLGA));
    house
        .ask(SUPERVISOR, &format!("/connect {}", other.webhook(OLGA, &["imopenlines", "im"])))
        .await;
    let newer = house.ask(SUPERVISOR, "/dialogs").await;
    assert!(newer.text.contains(&other.host()) && dialogs(&newer)[0].contains("Zoe"));
    let older = house.press(SUPERVISOR, &newer, &house.portal.host()).await;
    assert!(older.text.contains(&house.portal.host()), "{}", older.text);
    assert_eq!(dialogs(&older).len(), 3, "{:?}", labels(&older));
    // A portal that is down keeps nobody from the other.
    other.stop();
    let down = house.press(SUPERVISOR, &older, &other.host()).await;
    assert!(down.text.starts_with('⚠'), "{}", down.text);
    let back = house.press(SUPERVISOR, &down, &house.portal.host()).await;
    assert_eq!(dialogs(&back).len(), 3);
}

#[tokio::test]
async fn a_group_gets_the_list_of_whoever_asks_and_a_stranger_gets_none() {
    let house = House::connected().await;
    let list = house.ask_in(GROUP, SUPERVISOR, "/dialogs@hushbot_demo_bot").await;
    assert_eq!(dialogs(&list).len(), 3);
    house.portal.clear_calls();
    let query = house.telegram.press(GROUP, list.id, STRANGER, &data_of(&list, "🔄"));
    within(house.telegram.wait_until(|view| view.callback_answer(&query).is_some())).await;
    assert!(house.telegram.callback_answer(&query).unwrap().show_alert);
    assert_eq!(house.portal.calls().len(), 0);
    // The admin has no connection: the list is not theirs to see.
    house.telegram.press(GROUP, list.id, ADMIN, &data_of(&list, "🔄"));
    let told = house.message(GROUP, |m| m.id == list.id && m.edited.is_some()).await;
    assert!(dialogs(&told).is_empty() && told.text.contains("/connect"), "{}", told.text);
}

#[tokio::test]
async fn a_long_name_is_cut_and_its_age_is_seen() {
    let house = House::connected().await;
    let name = "Aleksandra Konstantinopolskaya-Rimskaya";
    house.portal.add_dialog(Dialog::new(4200, name, "Shop").operator(OLGA));
    let list = house.ask(SUPERVISOR, "/dialogs aleks").await;
    let label = dialogs(&list)[0];
    assert!(label.contains('…') && label.ends_with("· 1 min"), "{label}");
    assert!(label.encode_utf16().count() <= 40, "{label}");
}
