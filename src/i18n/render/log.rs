//! Who switched what.

use super::{
    super::{
        format,
        keys::Key,
        locale::Locale,
        text::{Args, Html, ROW, is_blank},
    },
    Rendered,
    dialog::{self, Room},
    fit_into,
};
use crate::domain::{
    audit::{AuditEntry, AuditOutcome},
    dialog::{DialogRef, Target},
    reply::LogEntry,
    silent_mode::Switch,
};

/// The most UTF-16 units of the rows: a log has a short head and no foot.
const LIST: usize = 3850;

/// The most UTF-16 units of a person's name or a host.
const NAME: usize = 24;

/// About how many UTF-16 units a row takes besides its reason.
const ROW_WITHOUT_REASON: usize = 155;

/// The most UTF-16 units of a reason, where few rows leave room for it.
const REASON: usize = 200;

/// The newest first, two lines each.
pub(super) fn log(dialog: Option<&DialogRef>, entries: &[LogEntry], locale: Locale) -> Rendered {
    let head = |about, all| match dialog {
        Some(dialog) => {
            let dialog = dialog::reference(dialog, Room::Row, locale);
            locale.html(about, Args::new().html("dialog", dialog))
        }
        None => locale.html(all, Args::new()),
    };
    if entries.is_empty() {
        return Rendered::new(head(Key::LogEmptyDialog, Key::LogEmpty));
    }
    let room = (LIST / entries.len()).saturating_sub(ROW_WITHOUT_REASON).clamp(ROW, REASON);
    let rows = entries.iter().map(|entry| row(entry, dialog, room, locale)).collect();
    let rows = Html::lines(fit_into(LIST, rows, locale));
    Rendered::new(Html::paragraphs([head(Key::LogHeadDialog, Key::LogHead), rows]))
}

fn row(entry: &LogEntry, asked: Option<&DialogRef>, room: usize, locale: Locale) -> Html {
    let kept = &entry.entry;
    let named = asked.is_some_and(|asked| asked.target == Target::Chat(kept.dialog));
    let mut place = vec![format::ago(locale, entry.age)];
    if !named || entry.portal.is_some() {
        place.push(dialog_of(entry, locale));
    }
    place.push(person(kept, locale));
    let mut what = vec![order(kept, locale), outcome(kept, locale)];
    if let Some(reason) = kept.reason.as_deref().filter(|reason| !is_blank(reason)) {
        what.push(locale.html(Key::LogReason, Args::new().name("reason", reason, room)));
    }
    let args = Args::new().choice("mark", mark(kept));
    let args = args.html("where", Html::dotted(place)).html("what", Html::dotted(what));
    locale.html(Key::LogRow, args)
}

fn dialog_of(entry: &LogEntry, locale: Locale) -> Html {
    let args = Args::new().exact("number", &entry.entry.dialog.to_string(), NAME);
    let dialog = locale.html(Key::Dialog, args);
    match &entry.portal {
        Some(portal) => {
            let args = Args::new().html("dialog", dialog).exact("portal", portal, NAME);
            locale.html(Key::DialogOnPortal, args)
        }
        None => dialog,
    }
}

/// Who it was: by name, else by id; and whether a timer did it for them.
fn person(kept: &AuditEntry, locale: Locale) -> Html {
    let person = if is_blank(&kept.name) {
        locale.html(Key::LogWhoId, Args::new().exact("id", &kept.who.to_string(), NAME))
    } else {
        locale.html(Key::LogWho, Args::new().name("name", &kept.name, NAME))
    };
    match kept.place {
        Some(_) => person,
        None => locale.html(Key::LogTimer, Args::new().html("person", person)),
    }
}

fn order(kept: &AuditEntry, locale: Locale) -> Html {
    match (kept.order, kept.lasting) {
        (Switch::On, Some(lasting)) => {
            let length = format::duration(locale, lasting.duration());
            locale.html(Key::LogOnFor, Args::new().html("duration", length))
        }
        (Switch::On, None) => locale.html(Key::LogOn, Args::new()),
        (Switch::Off, _) => locale.html(Key::LogOff, Args::new()),
    }
}

/// What came of it, and how long it took where something was sent to the portal.
fn outcome(kept: &AuditEntry, locale: Locale) -> Html {
    let name = match kept.outcome {
        AuditOutcome::Done => "done",
        AuditOutcome::SaidOnly => "said",
        AuditOutcome::Contradicted => "contradicted",
        AuditOutcome::Failed => "failed",
        AuditOutcome::Unclear => "unclear",
        AuditOutcome::Superseded => "replaced",
    };
    let outcome = locale.html(Key::LogOutcome, Args::new().choice("outcome", name));
    if kept.outcome == AuditOutcome::Superseded {
        return outcome;
    }
    let args = Args::new().html("outcome", outcome);
    locale.html(Key::LogTook, args.html("seconds", format::seconds(locale, kept.took_ms)))
}

/// How the dialog was by this entry, as the locales choose their mark by.
fn mark(kept: &AuditEntry) -> &'static str {
    match (kept.outcome, kept.order) {
        (AuditOutcome::Done, Switch::On) => "on",
        (AuditOutcome::Done, Switch::Off) => "off",
        (AuditOutcome::SaidOnly | AuditOutcome::Unclear, _) => "unknown",
        (AuditOutcome::Contradicted | AuditOutcome::Failed, _) => "trouble",
        (AuditOutcome::Superseded, _) => "replaced",
    }
}
