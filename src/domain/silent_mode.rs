//! What silent mode is, and whose.

use serde::{Deserialize, Serialize};

/// What a supervisor orders.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Switch {
    /// What is written from now on stays among colleagues.
    On,
    /// What is written from now on reaches the client.
    Off,
}

impl Switch {
    /// The order that takes this one back.
    #[must_use]
    pub const fn opposite(self) -> Self {
        match self {
            Self::On => Self::Off,
            Self::Off => Self::On,
        }
    }

    /// The order that leads to the given state.
    pub const fn to(silent: bool) -> Self {
        if silent { Self::On } else { Self::Off }
    }

    /// Whether silent mode is on after it.
    pub const fn is_on(self) -> bool {
        matches!(self, Self::On)
    }
}

/// Whose flag silent mode is on a portal. It changed in 2026 with the portal's open-lines module,
/// the documentation does not say so, and no method tells it: it is found out by observation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Generation {
    /// Up to imopenlines 26.400: the chat's. No operator's message reaches the client.
    ChatWide,
    /// From imopenlines 26.500: the calling user's in that chat. Only their messages stay inside.
    Personal,
    /// Not observed yet.
    #[default]
    Unknown,
}

/// What the portal shows of a dialog's silent state, from its two places.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reading {
    /// `imopenlines.v2.Session.isSilentMode`: the chat's flag or the caller's, by generation.
    /// `None` where the portal lacks that (undocumented) method.
    pub session: Option<bool>,
    /// Whether `entity_data_3` of `imopenlines.dialog.get` is `Y`. The personal generation no
    /// longer writes the field, so a `Y` in it may be older than the portal's update.
    pub field: Option<bool>,
}

impl Reading {
    /// The state for the caller, as far as this reading proves it; `None` where it proves nothing.
    pub fn silent(&self, generation: Generation) -> Option<bool> {
        match generation {
            Generation::ChatWide => self.session.or(self.field),
            Generation::Personal | Generation::Unknown => self.session,
        }
    }

    /// What this reading alone tells of the generation: while the flag is the chat's, its two
    /// places agree, so a disagreement proves that it is personal.
    pub fn evidence(&self) -> Generation {
        match (self.session, self.field) {
            (Some(session), Some(field)) if session != field => Generation::Personal,
            _ => Generation::Unknown,
        }
    }
}

/// What is known of the generation after a switch that the portal answered with `true`.
///
/// * The two places disagree: the flag is personal ([`Reading::evidence`]).
/// * Only the field can be read, nothing was known, and it did not follow the order: most likely
///   nobody writes it any more, so the flag is taken for personal.
/// * The field changed with the order: it is still written, so the flag is the chat's.
/// * Otherwise nothing new is known: a field that had the ordered value before may be a relic.
pub fn generation_after(
    known: Generation,
    before: Option<Reading>,
    order: Switch,
    after: Reading,
) -> Generation {
    let field_before = before.and_then(|reading| reading.field);
    let followed = after.field == Some(order.is_on());
    let only_field_read = after.session.is_none() && after.field.is_some();
    let looks_personal = known == Generation::Unknown && only_field_read && !followed;
    if after.evidence() == Generation::Personal || looks_personal {
        Generation::Personal
    } else if followed && field_before == Some(!order.is_on()) {
        Generation::ChatWide
    } else {
        known
    }
}

#[cfg(test)]
mod tests {
    use super::{Generation::*, Switch::*, *};

    fn reading(session: Option<bool>, field: Option<bool>) -> Reading {
        Reading { session, field }
    }

    #[test]
    fn the_generation_is_learned_from_what_a_switch_did_to_the_field() {
        let (y, n) = (Some(true), Some(false));
        for (name, known, before, order, after, expected) in [
            ("fresh on, field follows", Unknown, Some(n), On, reading(y, y), ChatWide),
            ("fresh on, field stays", Unknown, Some(n), On, reading(y, n), Personal),
            ("fresh on, field stays, no v2", Unknown, Some(n), On, reading(None, n), Personal),
            ("on over an old Y proves nothing", Unknown, Some(y), On, reading(y, y), Unknown),
            ("on with nothing read before", Unknown, None, On, reading(y, y), Unknown),
            ("off, old Y stays", ChatWide, Some(y), Off, reading(n, y), Personal),
            ("off, field follows", Unknown, Some(y), Off, reading(n, n), ChatWide),
            ("off on a dialog never silenced", Unknown, Some(n), Off, reading(n, n), Unknown),
            ("an updated portal is noticed", ChatWide, None, On, reading(y, n), Personal),
            ("an order that took no effect", Unknown, Some(n), On, reading(n, n), Unknown),
            ("the same without v2", ChatWide, Some(n), On, reading(None, n), ChatWide),
            ("nothing readable changes nothing", ChatWide, None, On, reading(y, None), ChatWide),
        ] {
            let before = before.map(|field| reading(None, field));
            assert_eq!(generation_after(known, before, order, after), expected, "{name}");
        }
    }

    #[test]
    fn an_old_field_proves_a_state_only_where_the_flag_is_the_chats() {
        let old = reading(None, Some(true));
        assert_eq!(old.silent(ChatWide), Some(true));
        assert_eq!(old.silent(Personal), None);
        assert_eq!(old.silent(Unknown), None);
        assert_eq!(reading(Some(false), Some(true)).silent(Personal), Some(false));
    }
}
