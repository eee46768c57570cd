//! teloxide's own `Bot`, which names methods in Pascal case and sends `setWebhook` as multipart.

use teloxide::{
    ApiError, Bot, RequestError,
    payloads::{
        AnswerCallbackQuerySetters, EditMessageTextSetters, GetUpdatesSetters, SendMessageSetters,
        SetWebhookSetters,
    },
    requests::Requester,
    types::{
        CallbackQueryId, ChatFullInfoKind, ChatId, InlineKeyboardButton, InlineKeyboardMarkup,
        MaybeInaccessibleMessage, MessageId, ParseMode, UpdateKind, UserId,
    },
};

use crate::support::{CHAT, GROUP, OLGA, sandbox};

#[tokio::test]
async fn teloxide_notices_nothing() {
    let api = sandbox().await;
    let bot = Bot::new(api.token()).set_api_url(api.url().parse().unwrap());
    let me = bot.get_me().await.unwrap();
    assert_eq!((me.username(), me.can_join_groups), ("hushbot_demo_bot", true));

    let keyboard = InlineKeyboardMarkup::new([[
        InlineKeyboardButton::callback("🔇", "on"),
        InlineKeyboardButton::url("→", "https://ya.ru".parse().unwrap()),
    ]]);
    let sent = bot
        .send_message(ChatId(CHAT), "<b>да</b> 🔊")
        .parse_mode(ParseMode::Html)
        .reply_markup(keyboard.clone())
        .await
        .unwrap();
    assert_eq!(sent.text(), Some("да 🔊"));
    assert_eq!(sent.reply_markup(), Some(&keyboard));
    let edited = bot.edit_message_text(ChatId(CHAT), sent.id, "🔇").reply_markup(keyboard).await;
    assert!(edited.unwrap().edit_date().is_some());

    let query = api.press(CHAT, 2, OLGA, "on");
    api.press(CHAT, 99, OLGA, "gone");
    api.say(GROUP, OLGA, "/silent@hushbot_demo_bot 1 on");
    api.set_blocked(OLGA, true);
    api.set_blocked(OLGA, false);
    let updates = bot.get_updates().timeout(1).await.unwrap();
    let kinds: Vec<_> = updates
        .iter()
        .map(|update| match &update.kind {
            UpdateKind::Message(message) => message.text().unwrap().to_owned(),
            UpdateKind::CallbackQuery(query) => match query.message.as_ref().unwrap() {
                MaybeInaccessibleMessage::Regular(_) => "callback".to_owned(),
                MaybeInaccessibleMessage::Inaccessible(_) => "callback of old".to_owned(),
            },
            UpdateKind::MyChatMember(change) => format!("{:?}", change.new_chat_member.status()),
            other => format!("{other:?}"),
        })
        .collect();
    assert_eq!(
        kinds,
        [
            "/start",
            "callback",
            "callback of old",
            "/silent@hushbot_demo_bot 1 on",
            "Banned",
            "Member",
        ]
    );
    bot.answer_callback_query(CallbackQueryId(query)).text("ok").await.unwrap();

    let refused = bot.edit_message_text(ChatId(CHAT), MessageId(99), "x").await.unwrap_err();
    assert!(matches!(refused, RequestError::Api(ApiError::MessageToEditNotFound)), "{refused:?}");
    bot.delete_message(ChatId(CHAT), sent.id).await.unwrap();

    let chat = bot.get_chat(ChatId(GROUP)).await.unwrap();
    assert!(matches!(chat.kind, ChatFullInfoKind::Public(_)));
    api.set_bot_admin(GROUP, true);
    assert_eq!(bot.get_chat_administrators(ChatId(GROUP)).await.unwrap().len(), 2);
    assert!(bot.get_chat_member(ChatId(GROUP), UserId(OLGA)).await.unwrap().is_owner());

    let url: url::Url = "http://127.0.0.1:9/hook".parse().unwrap();
    bot.set_webhook(url.clone()).secret_token("s").max_connections(3).await.unwrap();
    let info = bot.get_webhook_info().await.unwrap();
    assert_eq!((info.url, info.max_connections), (Some(url), Some(3)));
}
