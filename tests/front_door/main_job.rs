//! `/silent DIALOG… on|off`: one request, read back, one answer.

use hushbot::sandbox::portal::{Fault, Generation, On};
use serde_json::json;

use crate::house::{ADMIN, GROUP, House, OLGA, SILENT, STRANGER, SUPERVISOR, private, within};

const STATE: &str = "imopenlines.v2.Session.isSilentMode";

#[tokio::test]
async fn on_and_off_reach_the_portal_and_are_read_back() {
    let house = House::connected().await;
    let on = house.ask(SUPERVISOR, "/silent 2024 on").await;
    assert!(on.text.starts_with('🔇') && on.text.contains("2024") && on.text.contains("Anna"));
    assert!(house.portal.is_silent(2024, OLGA));

    let off = house.ask(SUPERVISOR, "/silent chat2024 OFF").await;
    assert!(off.text.starts_with('🔊') && off.text.contains("2024"), "{}", off.text);
    assert!(!house.portal.is_silent(2024, OLGA));

    let sent: Vec<_> = house.calls(SILENT).into_iter().map(|call| call.params).collect();
    assert_eq!(
        sent,
        [json!({"CHAT_ID": "2024", "ACTIVATE": "Y"}), json!({"CHAT_ID": "2024", "ACTIVATE": "N"})]
    );
}

#[tokio::test]
async fn every_form_that_needs_no_look_up() {
    let house = House::connected().await;
    let link = format!("{}/online/?IM_DIALOG=chat2024&IM_MESSAGE=5", house.portal.url());
    for form in ["2024", "#2024", "chat2024", "CHAT2024", "<2024>", link.as_str()] {
        for (word, silent) in [("on", true), ("off", false)] {
            let answer = house.ask(SUPERVISOR, &format!("/silent {form} {word}")).await;
            let mark = if silent { '🔇' } else { '🔊' };
            assert!(answer.text.starts_with(mark), "{form}: {}", answer.text);
            assert_eq!(house.portal.is_silent(2024, OLGA), silent, "{form}");
        }
    }
}

#[tokio::test]
async fn sessions_and_user_codes_are_looked_up() {
    let house = House::connected().await;
    let code = house.portal.snapshot().dialogs[0].dialog.user_code();
    let history = format!("{}/online/?IM_HISTORY=imol%7C102024", house.portal.url());
    for form in ["imol|102024", history.as_str(), code.as_str()] {
        let answer = house.ask(SUPERVISOR, &format!("/silent {form} on")).await;
        assert!(answer.text.starts_with('🔇') && answer.text.contains("2024"), "{}", answer.text);
        house.ask(SUPERVISOR, "/silent 2024 off").await;
    }
}

#[tokio::test]
async fn synonyms_of_all_languages_work_for_everybody() {
    let house = House::connected().await;
    for (word, silent) in [("вкл", true), ("ВЫКЛ", false), ("On", true), ("off", false)] {
        house.ask(SUPERVISOR, &format!("/silent 2024 {word}")).await;
        assert_eq!(house.portal.is_silent(2024, OLGA), silent, "{word}");
    }
}

#[tokio::test]
async fn several_dialogs_get_one_answer_with_a_row_each() {
    let house = House::connected().await;
    let answer = house.ask(SUPERVISOR, "/silent 2024 2025 999 on").await;
    for number in ["2024", "2025", "999"] {
        assert!(answer.text.contains(number), "{}", answer.text);
    }
    assert_eq!(house.calls(SILENT).len(), 3, "once for each dialog");
    assert!(house.portal.is_silent(2024, OLGA) && house.portal.is_silent(2025, OLGA));
    assert!(!house.portal.is_silent(2026, OLGA));
    assert_eq!(house.answers(SUPERVISOR).last().unwrap().id, answer.id, "one answer");
}

#[tokio::test]
async fn a_group_gets_its_answer_where_it_asked() {
    let house = House::connected().await;
    let answer = house.ask_in(GROUP, SUPERVISOR, "/silent@hushbot_demo_bot 2024 on").await;
    assert!(answer.text.starts_with('🔇'));
    assert!(answer.reply_to.is_some());
    assert!(house.portal.is_silent(2024, OLGA));
}

#[tokio::test]
async fn commands_for_other_bots_and_chatter_in_a_group_get_nothing() {
    let house = House::connected().await;
    for text in ["/silent@other_bot 2024 on", "/weather", "2024 on"] {
        house.say(GROUP, SUPERVISOR, text);
    }
    let answer = house.ask_in(GROUP, SUPERVISOR, "/silent@hushbot_demo_bot 2025 on").await;
    let said: Vec<_> = house.telegram.messages(GROUP).into_iter().filter(|m| m.from_bot).collect();
    assert_eq!(said.len(), 1);
    assert_eq!(said[0].id, answer.id);
    assert!(!house.portal.is_silent(2024, OLGA));
}

#[tokio::test]
async fn a_foreign_name_is_shown_as_text() {
    let house = House::connected().await;
    let answer = house.ask(SUPERVISOR, "/silent 2026 on").await;
    // An invisible joiner keeps Telegram from making a command of `/b`.
    let text = answer.text.replace('\u{2060}', "");
    assert!(text.contains("<b>Chen & Co</b>"), "{text}");
    assert!(!answer.entities.iter().any(|entity| entity.kind == "bot_command"), "{text}");
}

#[tokio::test]
async fn a_yes_without_effect_is_told_as_such() {
    let house = House::connected().await;
    house.portal.fault(Fault::TrueButUnchanged, On::method(SILENT));
    let answer = house.ask(SUPERVISOR, "/silent 2024 on").await;
    assert!(answer.text.starts_with('⚠'), "{}", answer.text);
    assert!(!house.portal.is_silent(2024, OLGA));
}

#[tokio::test]
async fn where_nothing_can_be_read_back_the_answer_says_so() {
    let house = House::connected().await;
    let proven = house.ask(SUPERVISOR, "/silent 2024 on").await;
    house.portal.fault(Fault::code("ERROR_METHOD_NOT_FOUND"), On::method(STATE));
    let said = house.ask(SUPERVISOR, "/silent 2025 on").await;
    assert!(house.portal.is_silent(2025, OLGA));
    let without_number = |text: &str| text.replace("2024", "").replace("2025", "");
    assert_ne!(without_number(&proven.text), without_number(&said.text));
}

#[tokio::test]
async fn the_generation_is_learned_from_the_first_switch_and_noticed_when_it_changes() {
    let house = House::connected().await;
    house.portal.set_generation(Generation::ChatWide);
    let chat_wide = house.ask(SUPERVISOR, "/silent 2024 on").await;
    house.ask(SUPERVISOR, "/silent 2024 off").await;
    // The portal is updated: the flag becomes the caller's own.
    house.portal.set_generation(Generation::Personal);
    let personal = house.ask(SUPERVISOR, "/silent 2024 on").await;
    assert_ne!(chat_wide.text, personal.text);
    assert!(personal.text.contains("Your messages"), "{}", personal.text);
    let who = house.ask(SUPERVISOR, "/whoami").await;
    assert!(who.text.contains("host") || who.text.contains("127.0.0.1"), "{}", who.text);
}

#[tokio::test]
async fn nothing_of_a_stranger_reaches_the_portal() {
    let house = House::connected().await;
    let told = house.ask(STRANGER, "/silent 2024 on").await;
    assert!(told.text.contains(&STRANGER.to_string()));
    assert_eq!(house.portal.calls().len(), 0);
}

#[tokio::test]
async fn a_renamed_portal_is_followed_and_remembered() {
    let house = House::connected().await;
    let new =
        hushbot::sandbox::portal::Portal::start(hushbot::sandbox::portal::Settings::default())
            .await
            .unwrap();
    new.add_user(hushbot::sandbox::portal::User::new(OLGA, "Olga", "Nord"));
    new.add_dialog(hushbot::sandbox::portal::Dialog::new(2024, "Anna", "Website").operator(OLGA));
    new.webhook_with_secret(OLGA, &["imopenlines", "im"], crate::house::SECRET);
    house.portal.rename_to(&new.url());

    let answer = house.ask(SUPERVISOR, "/silent 2024 on").await;
    assert!(answer.text.starts_with('🔇'), "{}", answer.text);
    assert!(new.is_silent(2024, OLGA));
    house.portal.clear_calls();
    house.ask(SUPERVISOR, "/silent 2024 off").await;
    assert!(!new.is_silent(2024, OLGA));
    assert_eq!(house.portal.calls().len(), 0, "the new address is remembered");
}

#[tokio::test]
async fn a_chats_commands_are_answered_in_order_and_chats_do_not_wait_for_each_other() {
    let house = House::connected().await;
    house.portal.fault(Fault::Hang, On::method(SILENT).times(1));
    let stuck = house.say(private(SUPERVISOR), SUPERVISOR, "/silent 2024 on");
    house.stuck().await;
    // Another chat is answered while that one hangs.
    house.ask(ADMIN, "/supervisors").await;
    house.say(private(SUPERVISOR), SUPERVISOR, "/status 2025");
    let first = within(house.telegram.next_bot_message(private(SUPERVISOR), stuck)).await;
    assert!(first.text.contains("2024"), "{}", first.text);
    let second = within(house.telegram.next_bot_message(private(SUPERVISOR), first.id)).await;
    assert!(second.text.contains("2025"), "{}", second.text);
}
