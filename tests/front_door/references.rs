//! Every form in which people name a dialog, wherever one is asked for, and pasted alone.

use hushbot::sandbox::{portal::Dialog, telegram::Message};
use serde_json::json;

use crate::house::{GROUP, House, OLGA, SILENT, SUPERVISOR, private, within};

const CARD: &str = "imopenlines.crm.chat.get";

fn labels(message: &Message) -> Vec<&str> {
    message.keyboard.iter().flatten().map(|button| button.text.as_str()).collect()
}

/// All forms of the dialog 2024.
fn forms(house: &House) -> Vec<String> {
    let (url, code) = (house.portal.url(), house.portal.snapshot().dialogs[0].dialog.user_code());
    let encoded = code.replace('|', "%7C");
    let mut forms: Vec<String> =
        ["2024", "#2024", "ChAt2024", "(2024)", "«2024».", "IMOL|102024"].map(str::to_owned).into();
    forms.extend([
        "imol%7C102024".to_owned(),
        code.clone(),
        format!("imol|{code}"),
        format!("imol%7C{encoded}"),
        format!("{url}/online/?IM_DIALOG=chat2024"),
        format!("<{url}/online/?IM_DIALOG=chat2024&IM_MESSAGE=5>"),
        format!("{url}/online/?im_dialog=CHAT2024#top,"),
        format!("{url}/online/?IM_HISTORY=imol|102024"),
        format!("{url}/contact_center/dialog_list/?CONFIG_ID=3&IM_HISTORY=imol%7C102024."),
        format!("{url}/online/?IM_DIALOG=imol|{code}"),
        format!("{url}/online/?IM_DIALOG=imol%7C{encoded}&x=1"),
        format!("{url}/crm/deal/details/77/"),
        format!("{url}/crm/deal/show/77/?IFRAME=Y#tab"),
    ]);
    forms
}

async fn linked() -> House {
    let house = House::connected().await;
    let anna = Dialog::new(2024, "Anna", "Website").operator(OLGA).linked("DEAL", 77, &[OLGA]);
    house.portal.add_dialog(anna);
    house
}

#[tokio::test]
async fn every_form_works_in_every_command_and_pasted_alone() {
    let house = linked().await;
    for form in forms(&house) {
        let on = house.ask(SUPERVISOR, &format!("/silent {form} on")).await;
        assert!(on.text.starts_with('🔇') && on.text.contains("2024"), "{form}: {}", on.text);
        assert!(house.portal.is_silent(2024, OLGA), "{form}");
        let state = house.ask(SUPERVISOR, &format!("/status {form}")).await;
        assert!(
            state.text.starts_with('🔇') && state.text.contains("Anna"),
            "{form}: {}",
            state.text
        );
        let pasted = house.ask(SUPERVISOR, &form).await;
        assert!(
            pasted.text.starts_with('🔇') && pasted.text.contains("Anna"),
            "{form}: {}",
            pasted.text
        );
        let log = house.ask(SUPERVISOR, &format!("/log {form}")).await;
        assert!(
            log.text.contains("Who switched") && log.text.contains("Sam"),
            "{form}: {}",
            log.text
        );
        let off = house.ask(SUPERVISOR, &format!("{form} off")).await;
        assert!(off.text.starts_with('🔊'), "{form}: {}", off.text);
        assert!(!house.portal.is_silent(2024, OLGA), "{form}");
    }
}

#[tokio::test]
async fn links_in_a_forwarded_message_are_shown_and_nothing_is_switched() {
    let house = linked().await;
    let url = house.portal.url();
    let text = format!(
        "Since 2020 nobody answered 2026 times on Monday:\n{url}/online/?IM_DIALOG=chat2024, \
         and (see {url}/online/?IM_HISTORY=imol%7C102025)."
    );
    let chat = private(SUPERVISOR);
    let before = house.ask(SUPERVISOR, "/whoami").await.id;
    house.telegram.push_raw(json!({ "message": {
        "message_id": 900_000,
        "date": jiff::Timestamp::now().as_second(),
        "chat": { "id": chat, "type": "private", "first_name": "Sam" },
        "from": { "id": SUPERVISOR, "is_bot": false, "first_name": "Sam", "language_code": "en" },
        "forward_origin": {
            "type": "hidden_user",
            "date": jiff::Timestamp::now().as_second() - 60,
            "sender_user_name": "A colleague",
        },
        "text": text,
    }}));
    let shown = within(house.telegram.next_bot_message(chat, before)).await;
    assert!(shown.text.contains("2024") && shown.text.contains("2025"), "{}", shown.text);
    assert!(!shown.text.contains("2020") && !shown.text.contains("2026"), "{}", shown.text);
    assert_eq!(house.calls(SILENT).len(), 0);
}

#[tokio::test]
async fn several_pasted_come_back_as_one_message_with_a_line_each() {
    let house = House::connected().await;
    let shown = house.ask(SUPERVISOR, "2024, #2025\nchat2026").await;
    for number in ["2024", "2025", "2026"] {
        let rows = shown.text.lines().filter(|line| line.contains(number)).count();
        assert_eq!(rows, 1, "{number}: {}", shown.text);
    }
}

#[tokio::test]
async fn in_a_group_plain_text_is_never_taken() {
    let house = House::connected().await;
    let asked = house.ask_in(GROUP, SUPERVISOR, "/status@hushbot_demo_bot 2024").await;
    house.portal.clear_calls();
    // Answers to the bot's own messages are heard in spite of privacy mode.
    let link = format!("{}/online/?IM_DIALOG=chat2025", house.portal.url());
    for text in ["2025", "2025 on", "status 2025", "help", link.as_str()] {
        house.telegram.reply(GROUP, SUPERVISOR, asked.id, text);
    }
    let last = house.ask_in(GROUP, SUPERVISOR, "/whoami@hushbot_demo_bot").await;
    let said: Vec<_> = house.telegram.messages(GROUP).into_iter().filter(|m| m.from_bot).collect();
    assert_eq!(said.iter().map(|m| m.id).collect::<Vec<_>>(), [asked.id, last.id]);
    assert!(house.portal.calls().iter().all(|call| call.method == "profile"));
}

#[tokio::test]
async fn a_card_with_one_dialog_is_that_dialog_for_several_at_once_too() {
    let house = linked().await;
    let card = format!("{}/crm/deal/details/77/", house.portal.url());
    let answer = house.ask(SUPERVISOR, &format!("/silent 2025 {card} 2024 on")).await;
    assert!(house.portal.is_silent(2024, OLGA) && house.portal.is_silent(2025, OLGA));
    assert_eq!(house.calls(SILENT).len(), 2, "{}", answer.text);
    let asked = &house.calls(CARD)[0].params;
    assert_eq!((&asked["CRM_ENTITY_TYPE"], &asked["CRM_ENTITY"]), (&json!("deal"), &json!("77")));
    assert_eq!(asked["ACTIVE_ONLY"], "Y");
}

#[tokio::test]
async fn a_card_with_several_dialogs_offers_them_and_nothing_is_done() {
    let house = linked().await;
    for (chat, client) in [(4001, "Zoe"), (4002, "Yan")] {
        let dialog = Dialog::new(chat, client, "Shop").operator(OLGA).linked("LEAD", 8, &[OLGA]);
        house.portal.add_dialog(dialog);
    }
    house.portal.switch_silent(4001, OLGA, true);
    let card = format!("{}/crm/lead/details/8/", house.portal.url());
    for text in [
        format!("/silent {card} on"),
        format!("/silent 2024 {card} off"),
        format!("/status {card}"),
        format!("/log {card}"),
        format!("/whisper {card} call her"),
        format!("/dialogs {card}"),
        card.clone(),
    ] {
        let offered = house.ask(SUPERVISOR, &text).await;
        let labels = labels(&offered);
        assert!(
            labels.contains(&"🔇 Zoe - Shop") && labels.contains(&"🔊 Yan - Shop"),
            "{text}: {labels:?}"
        );
    }
    assert_eq!(house.calls(SILENT).len(), 0);
    assert_eq!(house.calls("im.message.add").len(), 0);
    let offered = house.ask(SUPERVISOR, &card).await;
    let chosen = house.press(SUPERVISOR, &offered, "Yan").await;
    assert!(chosen.text.starts_with('🔊') && chosen.text.contains("4002"), "{}", chosen.text);
}

#[tokio::test]
async fn a_card_without_an_open_dialog_or_out_of_sight_says_so() {
    let house = linked().await;
    let url = house.portal.url();
    house.portal.close_session(2024);
    for text in
        [format!("/silent {url}/crm/deal/details/77/ on"), format!("{url}/crm/deal/details/77/")]
    {
        let none = house.ask(SUPERVISOR, &text).await;
        assert!(
            none.text.contains("no open dialog") && none.text.contains("/crm/deal/details/77/"),
            "{}",
            none.text
        );
    }
    let hidden = house.ask(SUPERVISOR, &format!("/silent {url}/crm/company/details/5/ on")).await;
    assert!(hidden.text.starts_with('⚠') && hidden.text.contains("card"), "{}", hidden.text);
    let elsewhere =
        house.ask(SUPERVISOR, "/silent https://x.bitrix24.com/crm/deal/details/77/ on").await;
    assert!(elsewhere.text.contains("x.bitrix24.com") && elsewhere.text.contains("/connect"));
    assert_eq!(house.calls(SILENT).len(), 0);
}
