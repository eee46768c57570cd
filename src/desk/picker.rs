//! Dialogs to choose from: the person's own, and those that a search finds.

use super::{Connections, Context, Desk, DeskError, locate::place};
use crate::{
    domain::{
        connection::Connection,
        dialog::Via,
        picker::{NoPicker, OtherPortal, PAGE, Picker, PickerRow, Source, Wanted},
        reply::Reply,
        silent_mode::{Generation, Reading},
        supervisor::Supervisor,
        toggle::Reason,
    },
    portal::{ListedDialog, Portal, PortalError, SHORTEST_PHRASE},
};

impl Desk {
    /// Answers `/dialogs`: a page of the person's open dialogs, the newest message first, or of
    /// those whose names hold the words. Of closed ones only where nothing else is found.
    pub async fn dialogs(
        &self,
        who: &Supervisor,
        wanted: Wanted,
        context: &Context,
    ) -> Result<Reply, DeskError> {
        let mine = self.connections_of(who).await?;
        let connection = match mine.pick(&wanted.portal.map_or(Via::Default, Via::Portal)) {
            Ok(connection) => connection,
            Err(reason) => return Ok(no_picker(wanted, Source::Own, mine.others(None), reason)),
        };
        let portal = self.portals.via(&connection.access).reporting_to(&context.progress);
        let found = match find(&portal, &wanted.words).await {
            Ok(found) => found,
            Err(error) => {
                self.remember(connection, connection.facts.generation, &portal).await?;
                let reason = Reason::Trouble(error.trouble(self.now()));
                let others = mine.others(Some(connection));
                return Ok(no_picker(wanted, Source::Own, others, reason));
            }
        };
        let pages = found.len().div_ceil(PAGE).max(1);
        let page = usize::from(wanted.page).min(pages - 1);
        let shown = found.iter().skip(page * PAGE).take(PAGE).collect::<Vec<_>>();
        let rows = self.rows(connection, &mine, &portal, &shown).await?;
        let number = |count| u16::try_from(count).unwrap_or(u16::MAX);
        Ok(Reply::Dialogs(Box::new(Picker {
            wanted: Wanted { page: number(page), ..wanted },
            source: Source::Own,
            tag: connection.access.address().tag(),
            portal: mine.label(connection),
            others: mine.others(Some(connection)),
            pages: number(pages),
            total: found.len(),
            rows,
        })))
    }

    /// The dialogs with their states. Where these can't be read the list is still of use.
    async fn rows(
        &self,
        connection: &Connection,
        mine: &Connections,
        portal: &Portal<'_>,
        shown: &[&ListedDialog],
    ) -> Result<Vec<PickerRow>, DeskError> {
        let known = connection.facts.generation;
        // While the flag is the chat's, the list itself shows it.
        let told = known == Generation::ChatWide && shown.iter().all(|d| d.field.is_some());
        let sessions = if told || shown.is_empty() {
            vec![None; shown.len()]
        } else {
            let ids: Vec<_> = shown.iter().map(|dialog| dialog.id).collect();
            portal.is_silent(&ids).await.unwrap_or_else(|_| vec![None; ids.len()])
        };
        let read = |(dialog, session): (&&ListedDialog, &Option<bool>)| Reading {
            session: *session,
            field: dialog.field,
        };
        let readings: Vec<Reading> = shown.iter().zip(&sessions).map(read).collect();
        let evident = readings.iter().map(Reading::evidence).find(|g| *g != Generation::Unknown);
        let generation = evident.unwrap_or(known);
        self.remember(connection, generation, portal).await?;
        let rows = shown.iter().zip(readings).map(|(dialog, reading)| PickerRow {
            place: place(connection, dialog.id, dialog.title.clone(), mine.label(connection)),
            silent: reading.silent(generation),
            age: dialog.written.map(|written| self.now().duration_since(written)),
            waits: dialog.waits && !dialog.closed,
            closed: dialog.closed,
        });
        Ok(rows.collect())
    }
}

impl Connections {
    /// The portals besides the one of this connection.
    pub(super) fn others(&self, but: Option<&Connection>) -> Vec<OtherPortal> {
        let rest = self.0.iter().filter(|c| but.is_none_or(|but| c.id != but.id));
        rest.map(|c| OtherPortal { tag: c.access.address().tag(), host: c.portal() }).collect()
    }
}

pub(super) fn no_picker(
    wanted: Wanted,
    source: Source,
    others: Vec<OtherPortal>,
    reason: Reason,
) -> Reply {
    Reply::NoDialogs(Box::new(NoPicker { wanted, source, others, reason }))
}

/// The dialogs whose names hold all the words: one's own, and where they don't fill a page, what
/// the portal's search finds besides. A search that fails takes nothing away from what was found.
async fn find(portal: &Portal<'_>, words: &str) -> Result<Vec<ListedDialog>, PortalError> {
    let words: Vec<String> = words.split_whitespace().map(str::to_lowercase).collect();
    let mut found = portal.own_dialogs().await?;
    found.retain(|dialog| matches(dialog, &words));
    let phrase = words.iter().max_by_key(|word| word.chars().count());
    let phrase = phrase.filter(|phrase| phrase.chars().count() >= SHORTEST_PHRASE);
    let open = found.iter().filter(|dialog| !dialog.closed).count();
    if let Some(phrase) = phrase.filter(|_| open < PAGE) {
        match portal.find_dialogs(phrase).await {
            Ok(more) => {
                let new = more.into_iter().filter(|dialog| matches(dialog, &words));
                let new: Vec<_> = new.filter(|d| found.iter().all(|f| f.id != d.id)).collect();
                found.extend(new);
            }
            Err(error) if found.is_empty() => return Err(error),
            Err(error) => tracing::debug!(%error, "a search failed"),
        }
    }
    if found.iter().any(|dialog| !dialog.closed) {
        found.retain(|dialog| !dialog.closed);
    }
    Ok(found)
}

/// Whether a dialog's name, or its number, holds all of these words in lower case.
fn matches(dialog: &ListedDialog, words: &[String]) -> bool {
    let title = dialog.title.as_deref().unwrap_or_default().to_lowercase();
    let number = dialog.id.to_string();
    words.iter().all(|word| title.contains(word.as_str()) || *word == number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::dialog::DialogId;

    #[test]
    fn names_hold_words_in_any_letter_case() {
        let dialog = |title: &str| ListedDialog {
            id: DialogId::new(2024).unwrap(),
            title: Some(title.to_owned()),
            field: None,
            written: None,
            waits: false,
            closed: false,
        };
        for (title, words, held) in [
            ("Anna - Website", "anna", true),
            ("Anna - Website", "SITE ann", true),
            ("Anna - Website", "anna shop", false),
            ("ЁЛКА и Ко", "ёлка", true),
            ("Anna", "2024", true),
            ("Anna", "202", false),
            ("Anna", "", true),
        ] {
            let words: Vec<_> = words.split_whitespace().map(str::to_lowercase).collect();
            assert_eq!(matches(&dialog(title), &words), held, "{title} {words:?}");
        }
    }
}
