//! The on-call room.

use super::{
    super::{
        format,
        keys::Key,
        locale::Locale,
        text::{Args, Html, NAME, ROW, is_blank},
    },
    Rendered,
    dialog::{self, Room},
    fit, keyboard, trouble,
};
use crate::domain::{
    room::{Handover, RoomReply, StuckTimer},
    silent_mode::{Generation, Switch},
    watch::SilencedRow,
};

/// What came of binding a group.
pub(super) fn room(reply: RoomReply, locale: Locale) -> Rendered {
    let key = match reply {
        RoomReply::Bound { moved } => {
            let moved = moved.then_some(Key::RoomMoved);
            let keys = [Key::RoomBound].into_iter().chain(moved);
            let lines = keys.map(|key| locale.html(key, Args::new()));
            return Rendered::new(Html::lines(lines));
        }
        RoomReply::Unbound => Key::RoomUnbound,
        RoomReply::NotBound => Key::RoomNotBound,
        RoomReply::GroupsOnly => Key::RoomGroupsOnly,
        RoomReply::Lost => Key::RoomLost,
    };
    Rendered::say(locale, key)
}

/// A silence that should have ended. Where the flag is the chat's, whoever reads it can end it.
pub(super) fn stuck_timer(stuck: &StuckTimer, locale: Locale) -> Rendered {
    let maybe = stuck.why.as_ref().is_some_and(trouble::leaves_doubt);
    let args = Args::new()
        .html("dialog", dialog::place(&stuck.place, Room::Card, locale))
        .html("duration", format::duration(locale, stuck.lasting.duration()))
        .choice("sure", if maybe { "maybe" } else { "yes" });
    let head = match stuck.by.as_deref().filter(|name| !is_blank(name)) {
        Some(by) => locale.html(Key::RoomTimerBy, args.name("name", by, NAME)),
        None => locale.html(Key::RoomTimer, args),
    };
    let why =
        stuck.why.as_ref().map(|why| trouble::reason_for_others(why, stuck.place.dialog, locale));
    let text = Html::lines([head].into_iter().chain(why));
    if stuck.generation != Generation::ChatWide {
        return Rendered::new(text);
    }
    let retry = keyboard::retry(&stuck.place, Switch::Off, None, locale);
    let status = keyboard::status(&stuck.place, Key::ButtonStatus, locale);
    Rendered::new(text).with_keyboard(vec![vec![retry, status]])
}

/// What the next shift has to know.
pub(super) fn handover(handover: &Handover, locale: Locale) -> Rendered {
    let Handover { silent, over, on, off, failed } = handover;
    let head = if silent.is_empty() {
        locale.html(Key::HandoverNothing, Args::new())
    } else {
        locale.html(Key::HandoverHead, Args::new().number("count", silent.len()))
    };
    let rows = fit(silent.iter().map(|silenced| row(silenced, locale)).collect(), locale);
    let counts = Args::new().number("on", *on).number("off", *off).number("failed", *failed);
    let counts = counts.html("duration", format::duration(locale, *over));
    let foot = locale.html(Key::HandoverCounts, counts);
    let list = Html::lines([head].into_iter().chain(rows));
    Rendered::new(Html::paragraphs([list, foot]))
}

fn row(row: &SilencedRow, locale: Locale) -> Html {
    let lasts = format::minutes(locale, row.lasts);
    let mut parts = vec![dialog::place(&row.place, Room::Row, locale)];
    if let Some(by) = row.by.as_deref().filter(|name| !is_blank(name)) {
        parts.push(locale.html(Key::LogWho, Args::new().name("name", by, ROW)));
    }
    parts.push(locale.html(Key::HandoverLasts, Args::new().html("duration", lasts)));
    parts.push(match row.ends_in {
        Some(left) => {
            let left = format::minutes(locale, left);
            locale.html(Key::HandoverEnds, Args::new().html("duration", left))
        }
        None => locale.html(Key::HandoverNoEnd, Args::new()),
    });
    locale.html(Key::HandoverRow, Args::new().html("row", Html::dotted(parts)))
}
