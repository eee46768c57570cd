//! The menus of commands: for strangers and for groups in each language, and one in the private
//! chat of everybody who is let in, by their role and in their language.
//!
//! Nobody waits for a menu. So they are set one after the other with a pause between, in the
//! background; what is set already is not set again.

use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
    time::Duration,
};

use tokio::{sync::mpsc, time::sleep};

use super::{
    pipeline::Pipeline,
    sender::{MenuScope, SendError},
};
use crate::{
    desk::{DeskError, until_back},
    domain::supervisor::TelegramId,
    i18n::{Audience, Locale, MenuEntry, menu},
};

/// The pause between two calls: ten a second leave Telegram's limits to the messages.
const PAUSE: Duration = Duration::from_millis(100);

/// The pause before a further try where Telegram can't be reached.
const TRY_AGAIN: Duration = Duration::from_secs(30);

/// Which menu.
type Place = (MenuScope, Option<&'static str>);

/// Somebody whose menu may have to be another one now.
#[derive(Debug, Clone, Copy)]
pub struct Changed {
    /// Who.
    pub id: TelegramId,
    /// The language that they are answered in; `None`: whatever is known of them.
    pub locale: Option<Locale>,
}

/// Sets the menus.
pub struct Menus {
    pipeline: Arc<Pipeline>,
    /// What was set by this process.
    set: HashMap<Place, Vec<MenuEntry>>,
}

impl Menus {
    /// The menus of this pipeline's people.
    pub fn new(pipeline: Arc<Pipeline>) -> Self {
        Self { pipeline, set: HashMap::new() }
    }

    /// Sets all menus, then the menu of each person who is named in `changed`. Runs for as long
    /// as somebody may be.
    pub async fn keep(mut self, mut changed: mpsc::UnboundedReceiver<Changed>) {
        self.set_common().await;
        match until_back(|| self.pipeline.desk.everybody()).await {
            Ok(people) => {
                for id in people {
                    self.set_persons(Changed { id, locale: None }).await;
                }
            }
            Err(error) => tracing::error!(%error, "people's menus could not be set"),
        }
        while let Some(somebody) = changed.recv().await {
            self.set_persons(somebody).await;
        }
    }

    async fn set_common(&mut self) {
        let default = self.pipeline.settings.default_locale;
        let locales = by_language().into_iter().map(|(code, locale)| (Some(code), locale));
        for (language, locale) in std::iter::once((None, default)).chain(locales) {
            for (scope, audience) in
                [(MenuScope::Everywhere, Audience::Strangers), (MenuScope::Groups, Audience::Group)]
            {
                let entries = menu(audience, self.pipeline.desk.whispers(), locale);
                self.set((scope, language), entries).await;
            }
        }
    }

    async fn set_persons(&mut self, somebody: Changed) {
        let id = somebody.id;
        match self.persons(somebody).await {
            Ok(entries) => {
                let chat = i64::try_from(id.0).unwrap_or_default();
                self.set((MenuScope::Chat(chat), None), entries).await;
            }
            Err(error) => tracing::error!(%error, person = %id, "a menu could not be set"),
        }
    }

    /// What somebody's menu should be; nothing for whoever is not let in.
    async fn persons(&self, somebody: Changed) -> Result<Vec<MenuEntry>, DeskError> {
        let Changed { id, locale } = somebody;
        let Some(role) = self.pipeline.desk.know(id).await?.role else { return Ok(Vec::new()) };
        let locale = match locale {
            Some(locale) => locale,
            None => self.pipeline.locale_of(id).await,
        };
        Ok(menu(Audience::Person(role), self.pipeline.desk.whispers(), locale))
    }

    async fn set(&mut self, place: Place, entries: Vec<MenuEntry>) {
        if self.set.get(&place) == Some(&entries) {
            return;
        }
        let (scope, language) = place;
        loop {
            sleep(PAUSE).await;
            match self.pipeline.sender.set_menu(scope, language, &entries).await {
                Ok(()) => break,
                Err(SendError::Network(_) | SendError::Flood(_)) => sleep(TRY_AGAIN).await,
                // Whoever has not begun a chat with the bot has no menu there.
                Err(error) => {
                    tracing::debug!(%error, ?scope, "a menu of commands was not set");
                    return;
                }
            }
        }
        self.set.insert(place, entries);
    }
}

/// A locale for each language, by the two letters that Telegram names it with. Of several locales
/// of one language the first.
fn by_language() -> BTreeMap<&'static str, Locale> {
    let mut locales = BTreeMap::new();
    for locale in Locale::all() {
        let language = locale.tag().split('-').next().unwrap_or_default();
        if language.len() == 2 {
            locales.entry(language).or_insert(locale);
        }
    }
    locales
}
