//! Replies become texts and keyboards: pure functions, one file for each family of replies.

mod card;
mod connect;
mod dialog;
mod hint;
mod keyboard;
mod late;
mod log;
mod people;
mod picker;
mod room;
mod sign_in;
mod status;
mod timer;
mod toggle;
mod trouble;
mod watch;
mod welcome;
mod whisper;

pub use sign_in::page;

use super::{
    keys::Key,
    locale::Locale,
    text::{Args, Html},
};
use crate::domain::{
    action::Action,
    reply::{Alarm, Reference, Reply},
    sign_in::where_to_sign_in,
};

/// A reply as Telegram takes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// The message, in Telegram's HTML. Its links are not meant to have previews.
    pub text: String,
    /// The buttons below it, by rows; empty for none.
    pub keyboard: Vec<Vec<Button>>,
    /// What to show over the chat where the reply answers a button: plain, at most 200
    /// characters. `None` for replies that no button asks for.
    pub toast: Option<String>,
}

/// A button of an inline keyboard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Button {
    /// Its words: plain text, at most 24 characters.
    pub label: String,
    /// What it does.
    pub kind: ButtonKind,
}

/// What a button does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ButtonKind {
    /// Sends a callback query with the action's data.
    Action(Action),
    /// Opens an address.
    Url(String),
}

/// The most UTF-16 units of a toast: `answerCallbackQuery` takes 200 characters.
const TOAST: usize = 200;

/// The most UTF-16 units of a list, so that its head and foot still fit a message of 4096.
const LIST: usize = 3300;

/// The same of a list of dialogs, whose head and foot are short.
const LONG_LIST: usize = 3450;

/// Puts a reply into words, with a way out of a sign-in that has ended.
pub fn render(reply: &Reply, locale: Locale) -> Rendered {
    let mut rendered = say(reply, locale);
    let inside = matches!(reply, Reply::By { .. } | Reply::SecretSeen { .. });
    if let Some(portal) = where_to_sign_in(reply).filter(|_| !inside) {
        rendered.keyboard.extend(keyboard::sign_in(portal, locale));
    }
    rendered
}

fn say(reply: &Reply, locale: Locale) -> Rendered {
    match reply {
        Reply::Welcome { role, connected } => welcome::welcome(*role, *connected, locale),
        Reply::LetIn { role, connected } => welcome::let_in(*role, *connected, locale),
        Reply::AlreadyIn { role } => welcome::already_in(*role, locale),
        Reply::InviteRefused(problem) => welcome::invite_refused(*problem, locale),
        Reply::Help { role, connected, dialog } => {
            welcome::help(*role, *connected, dialog.as_ref(), locale)
        }
        Reply::LanguageChoice => welcome::language_choice(locale),
        Reply::LanguageChanged => Rendered::say(locale, Key::LanguageChanged).with_toast(),
        Reply::Stranger { id } => people::stranger(*id, locale),
        Reply::Denied(denial) => people::denied(*denial, locale),
        Reply::Whoami(whoami) => people::whoami(whoami, locale),
        Reply::Invite { bot, token } => people::invite(bot, token, locale),
        Reply::Supervisors(listed) => people::supervisors(listed, locale),
        Reply::Revoked { id, name, connections, silences } => {
            people::revoked(*id, name, *connections, silences, locale)
        }
        Reply::RevokeRefused(problem) => people::revoke_refused(*problem, locale),
        Reply::Connected(connected) => connect::connected(connected, locale),
        Reply::SignIn(reply) => sign_in::sign_in(reply, locale),
        Reply::ConnectFailed(problem) => connect::failed(problem, locale),
        Reply::PortalChoice { purpose, connections } => {
            connect::choice(*purpose, connections, locale)
        }
        Reply::PortalChosen { portal } => connect::about(Key::PortalChosen, portal, locale),
        Reply::Disconnected { portal } => connect::about(Key::Disconnected, portal, locale),
        Reply::NotConnected => Rendered::say(locale, Key::NotConnected).with_toast(),
        Reply::Toggled(toggled) => toggle::toggled(toggled, locale),
        Reply::Status(dialogs) => status::status(dialogs, locale),
        Reply::Interim(interim) => late::interim(interim, locale),
        Reply::OldOrder(order) => late::old_order(order, locale),
        Reply::OldCard => Rendered::say(locale, Key::OldCard).with_toast(),
        Reply::By { name, inner } => acted_by(name, render(inner, locale), locale),
        Reply::OldOrderGone => Rendered::say(locale, Key::OldOrderGone).with_toast(),
        Reply::NotKept => Rendered::say(locale, Key::NotKept).with_toast(),
        Reply::NotKeptYet => Rendered::say(locale, Key::NotKeptYet).with_toast(),
        Reply::TimerOver(over) => timer::over(over, locale),
        Reply::TimerReplaced { place, order, by } => timer::replaced(place, *order, by, locale),
        Reply::Log { dialog, entries } => log::log(dialog.as_ref(), entries, locale),
        Reply::Dialogs(picker) => picker::picker(picker, locale),
        Reply::NoDialogs(none) => picker::none(none, locale),
        Reply::Silenced(list) => watch::silenced(list, locale),
        Reply::Remind(remind) => watch::remind(*remind, locale),
        Reply::Reminder(reminder) => watch::reminder(reminder, locale),
        Reply::WatchOver(over) => watch::over(over, locale),
        Reply::Room(reply) => room::room(*reply, locale),
        Reply::StuckTimer(stuck) => room::stuck_timer(stuck, locale),
        Reply::Handover(handover) => room::handover(handover, locale),
        Reply::Whispered(whispered) => whisper::whispered(whispered, locale),
        Reply::Alarm(alarm) => admin_alarm(alarm, locale),
        Reply::Hint(hint) => hint::hint(hint, locale),
        Reply::InternalError { reference } => internal_error(*reference, locale),
        Reply::SecretSeen { deleted, exposed, inner } => {
            secret_seen(*deleted, *exposed, render(inner, locale), locale)
        }
    }
}

/// Names whoever acted, below the answer.
fn acted_by(name: &str, inner: Rendered, locale: Locale) -> Rendered {
    let by = locale.html(Key::ActedBy, Args::new().name("name", name, super::text::NAME));
    let text = Html::lines([Html::trusted(inner.text), by]).into_string();
    Rendered { text, ..inner }
}

fn internal_error(reference: Reference, locale: Locale) -> Rendered {
    let args = Args::new().exact("reference", &reference.to_string(), super::text::NAME);
    Rendered::new(locale.html(Key::InternalError, args)).with_toast()
}

/// What only an admin can mend.
fn admin_alarm(alarm: &Alarm, locale: Locale) -> Rendered {
    let args = Args::new();
    let (key, args) = match alarm {
        Alarm::SecondPoller => (Key::AlarmSecondPoller, args),
        Alarm::PortalBlocked { portal } => {
            (Key::AlarmPortalBlocked, args.exact("portal", portal, super::text::NAME))
        }
        Alarm::StoreBroken => (Key::AlarmStoreBroken, args),
        Alarm::StoreAway => (Key::AlarmStoreAway, args),
    };
    Rendered::new(locale.html(key, args))
}

fn secret_seen(deleted: bool, exposed: bool, inner: Rendered, locale: Locale) -> Rendered {
    let kept = if deleted { Key::SecretDeleted } else { Key::SecretKept };
    let keys = std::iter::once(kept).chain(exposed.then_some(Key::SecretExposed));
    let notes = Html::lines(keys.map(|key| locale.html(key, Args::new())));
    let text = Html::paragraphs([Html::trusted(inner.text), notes]).into_string();
    Rendered { text, ..inner }
}

impl Rendered {
    fn new(text: Html) -> Self {
        Self { text: text.into_string(), keyboard: Vec::new(), toast: None }
    }

    /// A message that takes no arguments.
    fn say(locale: Locale, key: Key) -> Self {
        Self::new(locale.html(key, Args::new()))
    }

    fn with_keyboard(self, keyboard: Vec<Vec<Button>>) -> Self {
        Self { keyboard, ..self }
    }

    /// Shows the first line over the chat too, where a button asked.
    fn with_toast(mut self) -> Self {
        self.toast = Some(Html::trusted(self.text.clone()).first_line(TOAST));
        self
    }

    /// The same with all of it: what happened and what to do.
    fn with_whole_toast(mut self) -> Self {
        let text = self.text.replace('\n', " ");
        self.toast = Some(Html::trusted(text).first_line(TOAST));
        self
    }
}

/// As many rows as fit a message, and a last one that says how many were left out.
fn fit(rows: Vec<Html>, locale: Locale) -> Vec<Html> {
    fit_into(LIST, rows, locale)
}

/// The same for `most` UTF-16 units.
fn fit_into(most: usize, rows: Vec<Html>, locale: Locale) -> Vec<Html> {
    let all = rows.len();
    let mut used = 0;
    let mut kept: Vec<Html> = rows
        .into_iter()
        .take_while(|row| {
            used += row.units() + 1;
            used <= most
        })
        .collect();
    if kept.len() < all {
        let args = Args::new().number("count", all - kept.len());
        kept.push(locale.html(Key::ListMore, args));
    }
    kept
}
