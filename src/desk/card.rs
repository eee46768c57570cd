//! The facts of a dialog's card, from what the portal showed and what hushbot knows.

use jiff::Timestamp;

use super::{Desk, locate::place, switching::Switching};
use crate::{
    domain::{
        card::{self, Back, Card, Ends, Operator},
        connection::Connection,
        dialog::DialogId,
        scope::Scope,
        silent_mode::Generation,
    },
    portal::{DialogReading, Portal},
};

impl Desk {
    /// The card of a dialog that was just read. `label` is the portal's host, where there could
    /// be a doubt.
    pub(super) fn card(
        &self,
        connection: &Connection,
        read: &DialogReading,
        generation: Generation,
        label: Option<String>,
    ) -> Card {
        let silent = read.reading.silent(generation);
        let ends = self.end_of(connection, read.id, generation).filter(|_| silent != Some(false));
        let silenced = (silent == Some(true))
            .then(|| self.silenced_since(connection, read.id, generation))
            .flatten();
        Card {
            place: place(connection, read.id, read.title.clone(), label),
            channel: read.connector.clone(),
            operator: operator(connection, read),
            silent,
            generation,
            closed: read.closed,
            silenced,
            ends: ends.map(|end| self.ends(connection, end)),
            link: card::link(connection.access.address(), read.id),
        }
    }

    /// The card of a dialog that could not be read.
    fn unread_card(
        &self,
        connection: &Connection,
        dialog: DialogId,
        generation: Generation,
        label: Option<String>,
    ) -> Card {
        let ends = self.end_of(connection, dialog, generation);
        Card {
            ends: ends.map(|end| self.ends(connection, end)),
            link: card::link(connection.access.address(), dialog),
            ..Card::bare(place(connection, dialog, None, label), generation)
        }
    }

    /// What the undo button would lead back to.
    pub(super) fn state_of(
        &self,
        connection: &Connection,
        dialog: DialogId,
        generation: Generation,
        silent: Option<bool>,
    ) -> Option<Back> {
        Some(Back::of(silent?, self.end_of(connection, dialog, generation)))
    }

    /// The card of a dialog after a switch.
    pub(super) fn card_after(
        &self,
        connection: &Connection,
        done: &Switching,
        dialog: DialogId,
        label: Option<String>,
    ) -> Card {
        match done.read(dialog) {
            Some(read) => self.card(connection, read, done.generation, label),
            None => self.unread_card(connection, dialog, done.generation, label),
        }
    }

    /// The connection's portal, asked for all that a card shows.
    pub(super) fn portal<'a>(&'a self, connection: &'a Connection) -> Portal<'a> {
        let names = connection.facts.scopes.iter().any(|scope| scope == Scope::Im.name());
        self.portals.via(&connection.access).naming_operators(names)
    }

    fn ends(&self, connection: &Connection, end: Timestamp) -> Ends {
        Ends::at(end, self.now(), connection.facts.zone.as_deref())
    }
}

fn operator(connection: &Connection, read: &DialogReading) -> Operator {
    let Some(owner) = read.owner else { return Operator::Nobody };
    let own = (owner == connection.access.user()).then(|| connection.facts.person.clone());
    let name = read.operator.clone().or(own).filter(|name| !name.trim().is_empty());
    name.map_or(Operator::Numbered(owner), Operator::Named)
}
