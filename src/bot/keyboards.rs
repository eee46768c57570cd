//! Buttons as Telegram takes them.

use teloxide::types::{InlineKeyboardButton, InlineKeyboardMarkup};
use url::Url;

use crate::i18n::{Button, ButtonKind};

/// The inline keyboard of these rows. An empty one takes an older keyboard off when a message is
/// edited.
pub(super) fn inline(rows: &[Vec<Button>]) -> InlineKeyboardMarkup {
    InlineKeyboardMarkup::new(rows.iter().map(|row| row.iter().filter_map(button)))
}

fn button(button: &Button) -> Option<InlineKeyboardButton> {
    let label = button.label.clone();
    match &button.kind {
        ButtonKind::Action(action) => Some(InlineKeyboardButton::callback(label, action.encode())),
        ButtonKind::Url(url) => {
            Url::parse(url).ok().map(|url| InlineKeyboardButton::url(label, url))
        }
    }
}
