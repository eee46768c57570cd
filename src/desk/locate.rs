//! From dialogs as people name them to their numbers, each on the connection that it means.

use futures_util::{StreamExt as _, stream};

use super::Connections;
use crate::{
    domain::{
        connection::Connection,
        dialog::{DialogId, DialogRef, Target},
        toggle::{Failed, Place},
    },
    portal::{Portal, PortalError},
};

/// How many requests to one portal are under way at once: a whole command of 20 dialogs is done
/// within seconds, and the portal's other callers are not crowded out.
pub(super) const AT_ONCE: usize = 4;

/// A dialog as it was named, with the number of its row in the answer.
pub(super) struct Row {
    pub(super) number: usize,
    pub(super) reference: DialogRef,
}

/// A dialog whose number is known, or why it is not.
pub(super) struct Located {
    pub(super) row: Row,
    pub(super) dialog: Result<DialogId, PortalError>,
}

/// The rows that each connection has to do.
type Groups<'a> = Vec<(&'a Connection, Vec<Row>)>;

/// Sorts references by the connection that each means; those that mean none are answered at once,
/// as `failed` says.
pub(super) fn group<T>(
    mine: &Connections,
    dialogs: Vec<DialogRef>,
    failed: impl Fn(Failed) -> T,
) -> (Groups<'_>, Vec<(usize, T)>) {
    let mut groups: Groups<'_> = Vec::new();
    let mut rows = Vec::new();
    for (number, reference) in dialogs.into_iter().enumerate() {
        match mine.pick(&reference.via) {
            Err(reason) => rows.push((number, failed(Failed { reference, place: None, reason }))),
            Ok(connection) => match groups.iter_mut().find(|(c, _)| c.id == connection.id) {
                Some((_, group)) => group.push(Row { number, reference }),
                None => groups.push((connection, vec![Row { number, reference }])),
            },
        }
    }
    (groups, rows)
}

/// The number of each dialog: given, or looked up by session or user code.
pub(super) async fn locate(portal: &Portal<'_>, group: Vec<Row>) -> Vec<Located> {
    let find = |row: Row| async move {
        let dialog = match &row.reference.target {
            Target::Chat(id) => Ok(*id),
            other => portal.find(other).await.map(|found| found.id),
        };
        Located { row, dialog }
    };
    stream::iter(group).map(find).buffered(AT_ONCE).collect().await
}

/// The numbers of the dialogs that were found.
pub(super) fn ids(located: &[Located]) -> Vec<DialogId> {
    located.iter().filter_map(|located| located.dialog.as_ref().ok().copied()).collect()
}

/// Where a dialog is, for a reply.
pub(super) fn place(
    connection: &Connection,
    dialog: DialogId,
    name: Option<String>,
    portal: Option<String>,
) -> Place {
    Place { dialog, name, tag: connection.access.address().tag(), portal }
}
