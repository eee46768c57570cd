//! What each person has chosen.

use serde::{Deserialize, Serialize};

use super::{Found, Records, connections::connection_key, person_key, raw, retry, to_json};
use crate::{
    domain::{connection::ConnectionId, lasting::Lasting, supervisor::TelegramId, watch::Remind},
    store::{Batch, StoreError, Table},
};

/// What somebody has chosen; the default is nothing yet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settings {
    /// The language they chose (`/language`); `None` follows their Telegram.
    pub language: Option<String>,
    /// The language of their Telegram when they last wrote (`language_code`), where it said so.
    pub spoken: Option<String>,
    /// The connection they use where a command names none.
    pub default_connection: Option<ConnectionId>,
    /// When they are reminded of a silence without an end (`/remind`).
    pub remind: Remind,
}

/// The row: the settings, and what must live as long as they do.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct SettingsRow {
    pub(super) language: Option<String>,
    pub(super) spoken: Option<String>,
    pub(super) default_connection: Option<ConnectionId>,
    /// The number of the newest connection ever. Numbers are not used again, because buttons in
    /// old messages hold them.
    pub(super) newest_connection: u16,
    /// `None` where nothing was chosen, 0 for never.
    pub(super) remind_minutes: Option<u32>,
}

impl Records {
    /// Somebody's settings.
    pub async fn settings(&self, id: TelegramId) -> Result<Settings, StoreError> {
        let row = self.settings_row(id).await?.map(|found| found.value).unwrap_or_default();
        let remind = match row.remind_minutes {
            None => Remind::default(),
            Some(minutes) => Lasting::from_minutes(minutes).map_or(Remind::Off, Remind::After),
        };
        let SettingsRow { language, spoken, default_connection, .. } = row;
        Ok(Settings { language, spoken, default_connection, remind })
    }

    /// Sets somebody's language; `None` follows their Telegram.
    pub async fn set_language(
        &self,
        id: TelegramId,
        language: Option<&str>,
    ) -> Result<(), StoreError> {
        self.change_settings(id, |row| row.language = language.map(str::to_owned)).await
    }

    /// Keeps the language of somebody's Telegram.
    pub async fn set_spoken(&self, id: TelegramId, code: &str) -> Result<(), StoreError> {
        self.change_settings(id, |row| row.spoken = Some(code.to_owned())).await
    }

    async fn change_settings(
        &self,
        id: TelegramId,
        change: impl Fn(&mut SettingsRow),
    ) -> Result<(), StoreError> {
        retry(async || {
            let found = self.settings_row(id).await?;
            self.store.commit(change_settings(Batch::new(), id, found.as_ref(), &change)?).await
        })
        .await
    }

    /// Sets when somebody is reminded of a silence without an end.
    pub async fn set_remind(&self, id: TelegramId, remind: Remind) -> Result<(), StoreError> {
        let minutes = match remind {
            Remind::Off => 0,
            Remind::After(lasting) => lasting.minutes(),
        };
        retry(async || {
            let found = self.settings_row(id).await?;
            let batch = change_settings(Batch::new(), id, found.as_ref(), |row| {
                row.remind_minutes = Some(minutes);
            })?;
            self.store.commit(batch).await
        })
        .await
    }

    /// Sets the connection that somebody uses where a command names none; `false` if they have no
    /// such connection.
    pub async fn set_default_connection(
        &self,
        id: TelegramId,
        connection: ConnectionId,
    ) -> Result<bool, StoreError> {
        retry(|| self.try_set_default_connection(id, connection)).await
    }

    async fn try_set_default_connection(
        &self,
        id: TelegramId,
        connection: ConnectionId,
    ) -> Result<bool, StoreError> {
        let key = connection_key(id, connection);
        let Some(raw) = self.store.get(Table::Connections, &key).await? else {
            return Ok(false);
        };
        let found = self.settings_row(id).await?;
        let batch = Batch::new().expect(Table::Connections, &key, Some(&raw));
        let batch = change_settings(batch, id, found.as_ref(), |row| {
            row.default_connection = Some(connection);
        })?;
        self.store.commit(batch).await.map(|()| true)
    }

    pub(super) async fn settings_row(
        &self,
        id: TelegramId,
    ) -> Result<Option<Found<SettingsRow>>, StoreError> {
        self.find(Table::Settings, &person_key(id)).await
    }
}

/// Adds to a batch that somebody's settings are still as they were found, and are then changed.
pub(super) fn change_settings(
    batch: Batch,
    id: TelegramId,
    found: Option<&Found<SettingsRow>>,
    change: impl FnOnce(&mut SettingsRow),
) -> Result<Batch, StoreError> {
    let key = person_key(id);
    let mut row = found.map(|found| found.value.clone()).unwrap_or_default();
    change(&mut row);
    let value = to_json(Table::Settings, &row)?;
    Ok(batch.expect(Table::Settings, &key, raw(found)).put(Table::Settings, &key, value))
}

#[cfg(test)]
mod tests {
    use super::{
        super::{
            bench::Bench,
            connections::tests::{facts, webhook},
        },
        *,
    };

    const ME: TelegramId = TelegramId(7);

    #[tokio::test]
    async fn settings_are_kept_one_by_one() {
        let Bench { records, .. } = &Bench::new().await;
        assert_eq!(records.settings(ME).await.unwrap(), Settings::default());
        records.set_language(ME, Some("ru")).await.unwrap();
        for host in ["a", "b"] {
            records.save_connection(ME, &webhook(host, 7), &facts()).await.unwrap();
        }
        assert!(records.set_default_connection(ME, ConnectionId(1)).await.unwrap());
        records.set_spoken(ME, "pt-br").await.unwrap();
        let mut expected = Settings {
            language: Some("ru".into()),
            spoken: Some("pt-br".into()),
            default_connection: Some(ConnectionId(1)),
            remind: Remind::default(),
        };
        assert_eq!(records.settings(ME).await.unwrap(), expected);
        records.set_language(ME, None).await.unwrap();
        expected.language = None;
        assert_eq!(records.settings(ME).await.unwrap(), expected);
        for remind in [Remind::Off, Remind::After(Lasting::from_minutes(120).unwrap())] {
            records.set_remind(ME, remind).await.unwrap();
            expected.remind = remind;
            assert_eq!(records.settings(ME).await.unwrap(), expected);
        }
        assert_eq!(records.settings(TelegramId(8)).await.unwrap(), Settings::default());
    }

    #[tokio::test]
    async fn a_connection_that_does_not_exist_is_no_default() {
        let Bench { records, .. } = &Bench::new().await;
        assert!(!records.set_default_connection(ME, ConnectionId(1)).await.unwrap());
        assert_eq!(records.settings(ME).await.unwrap(), Settings::default());
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn concurrent_changes_do_not_lose_one_another() {
        let Bench { records, .. } = &Bench::new().await;
        for host in ["a", "b"] {
            records.save_connection(ME, &webhook(host, 7), &facts()).await.unwrap();
        }
        for language in ["en", "ru", "de", "fr", "es", "pt", "it", "pl"] {
            let connection = ConnectionId(1 + u16::from(language < "f"));
            let (set, made) = tokio::join!(
                records.set_language(ME, Some(language)),
                records.set_default_connection(ME, connection)
            );
            set.unwrap();
            assert!(made.unwrap());
            let settings = records.settings(ME).await.unwrap();
            assert_eq!(settings.language.as_deref(), Some(language));
            assert_eq!(settings.default_connection, Some(connection));
        }
    }
}
