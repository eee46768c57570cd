//! Replies as the Bot API takes them.

use teloxide::{
    payloads::{
        EditMessageText, EditMessageTextSetters as _, SendMessage, SendMessageSetters as _,
    },
    types::{ChatId, LinkPreviewOptions, MessageId, ParseMode, ReplyParameters, ThreadId},
};

use crate::{
    bot::keyboards,
    domain::chat::ChatPlace,
    i18n::{Button, ButtonKind, Rendered},
};

/// The most UTF-16 units of a message.
pub(super) const LONGEST: usize = 4096;

/// A new message (`sendMessage`), in the forum topic of the place; `to` is what it replies to.
pub(super) fn message(place: ChatPlace, to: Option<i32>, reply: &Rendered) -> SendMessage {
    let mut message = SendMessage::new(ChatId(place.chat), &reply.text)
        .parse_mode(ParseMode::Html)
        .link_preview_options(no_preview());
    if !reply.keyboard.is_empty() {
        message = message.reply_markup(keyboards::inline(&reply.keyboard));
    }
    if let Some(thread) = place.thread {
        message = message.message_thread_id(ThreadId(MessageId(thread)));
    }
    if let Some(to) = to {
        let to = ReplyParameters::new(MessageId(to)).allow_sending_without_reply();
        message = message.reply_parameters(to);
    }
    message
}

/// A new text and keyboard for the message of the place (`editMessageText`).
pub(super) fn edit(place: ChatPlace, reply: &Rendered) -> EditMessageText {
    EditMessageText::new(ChatId(place.chat), MessageId(place.message), &reply.text)
        .parse_mode(ParseMode::Html)
        .link_preview_options(no_preview())
        .reply_markup(keyboards::inline(&reply.keyboard))
}

/// The reply without the buttons that lead out of Telegram.
pub(super) fn without_links(reply: &Rendered) -> Rendered {
    let is_action = |button: &Button| matches!(button.kind, ButtonKind::Action(_));
    let row = |row: &Vec<Button>| row.iter().filter(|b| is_action(b)).cloned().collect();
    let rows: Vec<Vec<Button>> = reply.keyboard.iter().map(row).collect();
    let keyboard = rows.into_iter().filter(|row| !row.is_empty()).collect();
    Rendered { keyboard, ..reply.clone() }
}

fn no_preview() -> LinkPreviewOptions {
    LinkPreviewOptions {
        is_disabled: true,
        url: None,
        prefer_small_media: false,
        prefer_large_media: false,
        show_above_text: false,
    }
}

/// How long Telegram counts a text. Markup, which Telegram does not count, is counted here.
pub(super) fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

/// As many whole lines of an HTML text as a message takes, as plain text: that needs no tags
/// closed. A first line that is too long by itself is cut.
pub(super) fn shortened(html: &str) -> String {
    let text = plain(html);
    let mut units = 0;
    let over = text.char_indices().find(|(_, c)| {
        units += c.len_utf16();
        units > LONGEST
    });
    let Some((end, _)) = over else { return text };
    let head = &text[..end];
    head.rfind('\n').map_or(head, |line| &head[..line]).to_owned()
}

fn plain(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            c if !inside => text.push(c),
            _ => {}
        }
    }
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    entities.iter().fold(text, |text, (entity, c)| text.replace(entity, c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_long_is_cut_at_a_line() {
        let line = "<b>&lt;a&gt; &amp;lt;</b> 🔇\n";
        let shown = "<a> &lt; 🔇\n";
        let whole = shortened(&line.repeat(10));
        assert_eq!(whole, shown.repeat(10));
        let cut = shortened(&line.repeat(1000));
        assert_eq!(cut, shown.repeat(LONGEST / length(shown)).trim_end());
        let unbroken = shortened(&"🔇".repeat(5000));
        assert_eq!(length(&unbroken), LONGEST);
    }
}
