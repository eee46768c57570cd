//! What the bot says by itself: it waits, and what waits for the same chat goes out together.

use std::{
    collections::{HashMap, VecDeque, hash_map::Entry},
    sync::Mutex,
};

use tokio::sync::oneshot;

use super::{SendError, chats::lock, draft};
use crate::{domain::chat::ChatPlace, i18n::Rendered};

/// What stands between two notices in one message.
const BETWEEN: &str = "\n\n";

/// What became of a notice: the message that it is in.
pub(super) type Sent = Result<i32, SendError>;

/// One notice that waits.
pub(super) struct Notice {
    pub(super) place: ChatPlace,
    pub(super) reply: Rendered,
    pub(super) sent: oneshot::Sender<Sent>,
}

/// A message made of notices.
pub(super) struct Batch {
    pub(super) place: ChatPlace,
    pub(super) reply: Rendered,
    /// Who waits for it.
    pub(super) sent: Vec<oneshot::Sender<Sent>>,
}

/// The notices that wait, by chat. A chat that is in it has somebody who works it off.
#[derive(Default)]
pub(super) struct Notices(Mutex<HashMap<i64, VecDeque<Notice>>>);

impl Notices {
    /// Takes a notice in. Whether somebody is needed to work the chat off.
    pub(super) fn add(&self, chat: i64, notice: Notice) -> bool {
        match lock(&self.0).entry(chat) {
            Entry::Occupied(mut waiting) => {
                waiting.get_mut().push_back(notice);
                false
            }
            Entry::Vacant(none) => {
                none.insert(VecDeque::from([notice]));
                true
            }
        }
    }

    /// Whether something waits for the chat. If not, whoever works it off is done.
    pub(super) fn any(&self, chat: i64) -> bool {
        let mut waiting = lock(&self.0);
        let any = waiting.get(&chat).is_some_and(|notices| !notices.is_empty());
        if !any {
            waiting.remove(&chat);
        }
        any
    }

    /// The next message for the chat: its first notice, and those behind it that fit in.
    pub(super) fn next(&self, chat: i64) -> Option<Batch> {
        let mut waiting = lock(&self.0);
        let notices = waiting.get_mut(&chat)?;
        let Notice { place, reply, sent } = notices.pop_front()?;
        let mut batch = Batch { place, reply, sent: vec![sent] };
        while let Some(notice) = notices.pop_front_if(|notice| batch.takes(notice)) {
            batch.reply.text.push_str(BETWEEN);
            batch.reply.text.push_str(&notice.reply.text);
            batch.sent.push(notice.sent);
        }
        Some(batch)
    }
}

impl Batch {
    fn takes(&self, notice: &Notice) -> bool {
        let length = |text: &str| draft::length(text);
        let [head, tail] = [&self.reply, &notice.reply];
        self.place.thread == notice.place.thread
            && head.keyboard.is_empty()
            && tail.keyboard.is_empty()
            && length(&head.text) + length(BETWEEN) + length(&tail.text) <= draft::LONGEST
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Button, ButtonKind};

    fn notice(text: &str, thread: Option<i32>, button: bool) -> Notice {
        let place = ChatPlace { chat: -5, private: false, thread, message: 0 };
        let label = "x".to_owned();
        let button = button.then(|| vec![Button { label, kind: ButtonKind::Url(String::new()) }]);
        let keyboard = button.into_iter().collect();
        let reply = Rendered { text: text.to_owned(), keyboard, toast: None };
        Notice { place, reply, sent: oneshot::channel().0 }
    }

    #[test]
    fn neighbours_go_together_where_they_can() {
        let notices = Notices::default();
        let (long, most) = ("x".repeat(2047), "y".repeat(2047));
        let rows = [
            ("a", None, false),
            ("b", None, false),
            ("with a button", None, true),
            ("c", None, false),
            ("in a topic", Some(3), false),
            (&long, None, false),
            (&most, None, false),
            ("no room", None, false),
        ];
        for (n, (text, thread, button)) in rows.into_iter().enumerate() {
            assert_eq!(notices.add(-5, notice(text, thread, button)), n == 0);
        }
        let filled = format!("{long}{BETWEEN}{most}");
        for (text, callers) in [
            ("a\n\nb", 2),
            ("with a button", 1),
            ("c", 1),
            ("in a topic", 1),
            (filled.as_str(), 2),
            ("no room", 1),
        ] {
            assert!(notices.any(-5));
            let batch = notices.next(-5).unwrap();
            assert_eq!((batch.reply.text.as_str(), batch.sent.len()), (text, callers));
        }
        assert!(!notices.any(-5) && lock(&notices.0).is_empty());
        assert!(notices.add(-5, notice("d", None, false)));
    }
}
