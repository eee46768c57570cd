//! The languages that the bot speaks, and how people name them.

use std::{fmt, sync::OnceLock};

use super::{
    catalogue::{Catalogue, format_by_first},
    keys::Key,
    text::{Args, Html},
};
use crate::domain::{
    silent_mode::Switch,
    vocabulary::{Unit, Vocabulary},
};

/// The tag and the source of each locale; English first, as what the others lack comes from it.
static LOCALES: [(&str, &str); 12] = [
    ("en", include_str!("../../locales/en.ftl")),
    ("ru", include_str!("../../locales/ru.ftl")),
    ("uk", include_str!("../../locales/uk.ftl")),
    ("kk", include_str!("../../locales/kk.ftl")),
    ("de", include_str!("../../locales/de.ftl")),
    ("fr", include_str!("../../locales/fr.ftl")),
    ("es", include_str!("../../locales/es.ftl")),
    ("it", include_str!("../../locales/it.ftl")),
    ("pl", include_str!("../../locales/pl.ftl")),
    ("pt-br", include_str!("../../locales/pt-BR.ftl")),
    ("tr", include_str!("../../locales/tr.ftl")),
    ("zh-hans", include_str!("../../locales/zh-hans.ftl")),
];

/// The catalogues of the locales that somebody was answered in. Each takes 400 KiB, and most
/// teams speak one language or two.
static CATALOGUES: [OnceLock<Catalogue>; LOCALES.len()] =
    [const { OnceLock::new() }; LOCALES.len()];

/// A language that the bot speaks.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Locale(usize);

impl Locale {
    /// English: what is spoken until something else is known.
    pub const DEFAULT: Self = Self(0);

    /// Every locale, English first.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..LOCALES.len()).map(Self)
    }

    /// The locale's BCP 47 tag in lower case: `en`, `ru`.
    pub fn tag(self) -> &'static str {
        LOCALES[self.0].0
    }

    /// The language's name in itself.
    pub fn name(self) -> String {
        self.briefly([Key::LanguageName]).concat()
    }

    /// The locale for a language code as Telegram's `language_code` or an environment variable
    /// holds it: `ru-RU`, `ru`, `EN-us`, `zh_Hans`. Exactly that, else the nearest one of the
    /// same language, else `None`.
    pub fn negotiate(language_code: &str) -> Option<Self> {
        let code = language_code.trim().to_lowercase().replace('_', "-");
        let mut wanted = code.as_str();
        loop {
            if let Some(locale) = Self::all().find(|locale| locale.tag() == wanted) {
                return Some(locale);
            }
            let Some((shorter, _)) = wanted.rsplit_once('-') else { break };
            wanted = shorter;
        }
        Self::all().find(|locale| locale.tag().split('-').next() == Some(wanted))
    }

    /// The locale that somebody names: by a code as in [`Locale::negotiate`], or by the
    /// language's name in itself or in English, in any letter case.
    pub fn from_word(word: &str) -> Option<Self> {
        let name = word.trim().to_lowercase();
        Self::all()
            .find(|locale| {
                let names = locale.briefly([Key::LanguageName, Key::LanguageNameEnglish]);
                names.iter().any(|known| known.to_lowercase() == name)
            })
            .or_else(|| Self::negotiate(word))
    }

    /// A message with its markup; foreign text in the arguments is escaped.
    pub(super) fn html(self, key: Key, args: Args<'_>) -> Html {
        Html::trusted(self.format(key, None, &args.escaped()))
    }

    /// The short form of a message, with its markup.
    pub(super) fn short(self, key: Key, args: Args<'_>) -> Html {
        Html::trusted(self.format(key, Some("short"), &args.escaped()))
    }

    /// A message without markup, for a button's label.
    pub(super) fn plain(self, key: Key, args: Args<'_>) -> String {
        self.format(key, None, &args.plain())
    }

    fn format(
        self,
        key: Key,
        attribute: Option<&str>,
        args: &fluent_bundle::FluentArgs<'_>,
    ) -> String {
        format_by(self.kept(), key, attribute, args)
    }

    /// Messages without arguments and markup, for what goes through all locales: a catalogue that
    /// was not there before does not stay.
    pub(super) fn briefly(self, keys: impl IntoIterator<Item = Key>) -> Vec<String> {
        let passing;
        let catalogue = if let Some(kept) = CATALOGUES[self.0].get() {
            kept
        } else {
            passing = self.read();
            &passing
        };
        let format = |key| format_by(catalogue, key, None, &Args::new().plain());
        keys.into_iter().map(format).collect()
    }

    fn kept(self) -> &'static Catalogue {
        CATALOGUES[self.0].get_or_init(|| self.read())
    }

    fn read(self) -> Catalogue {
        let (tag, source) = LOCALES[self.0];
        Catalogue::new(tag, source)
    }

    /// The locale's source, for the tests that compare the locales.
    #[cfg(test)]
    pub(super) fn source(self) -> &'static str {
        LOCALES[self.0].1
    }
}

impl Default for Locale {
    fn default() -> Self {
        Self::DEFAULT
    }
}

impl fmt::Debug for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Locale({})", self.tag())
    }
}

/// Formats by this catalogue, or in English.
fn format_by(
    catalogue: &Catalogue,
    key: Key,
    attribute: Option<&str>,
    args: &fluent_bundle::FluentArgs<'_>,
) -> String {
    #[cfg(test)]
    super::tests::note(key);
    format_by_first([catalogue, Locale::DEFAULT.kept()], key.name(), attribute, args)
}

/// The words of all locales for on and off and for units of time, for the parser of commands.
/// Build it once.
///
/// # Panics
/// Where a word of the locales means two things, or could be a dialog: the tests rule it out.
pub fn vocabulary() -> Vocabulary {
    let switches = words([(Switch::On, Key::SilentOnWords), (Switch::Off, Key::SilentOffWords)]);
    let units = words([
        (Unit::Minute, Key::UnitMinuteWords),
        (Unit::Hour, Key::UnitHourWords),
        (Unit::Day, Key::UnitDayWords),
    ]);
    Vocabulary::new(switches.iter().map(|(switch, word)| (*switch, word.as_str())))
        .and_then(|known| known.with_units(units.iter().map(|(unit, word)| (*unit, word.as_str()))))
        .expect("the locales' words do not clash")
}

/// The words of all locales for each meaning: a message divided by commas.
fn words<M: Copy, const N: usize>(keys: [(M, Key); N]) -> Vec<(M, String)> {
    let mut words = Vec::new();
    for locale in Locale::all() {
        let lines = locale.briefly(keys.map(|(_, key)| key));
        for ((meaning, _), line) in keys.into_iter().zip(lines) {
            words.extend(line.split(',').map(|word| (meaning, word.trim().to_owned())));
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn locale(tag: &str) -> Locale {
        Locale::all().find(|locale| locale.tag() == tag).unwrap()
    }

    #[test]
    fn codes_lead_to_the_nearest_locale() {
        for (code, tag) in [
            ("en", Some("en")),
            ("EN-us", Some("en")),
            ("ru", Some("ru")),
            ("ru-RU", Some("ru")),
            ("ru_RU", Some("ru")),
            ("ru-Cyrl-RU", Some("ru")),
            (" ru ", Some("ru")),
            ("rus", None),
            ("zh-hans", Some("zh-hans")),
            ("zh-TW", Some("zh-hans")),
            ("pt", Some("pt-br")),
            ("pt-PT", Some("pt-br")),
            ("eo", None),
            ("-", None),
            ("", None),
        ] {
            assert_eq!(Locale::negotiate(code).map(Locale::tag), tag, "{code:?}");
        }
    }

    #[test]
    fn people_name_languages_in_their_own_way() {
        for word in ["ru", "RU-ru", "русский", "РУССКИЙ", "Russian", "russian"] {
            assert_eq!(Locale::from_word(word), Some(locale("ru")), "{word}");
        }
        for word in ["en", "English", "ENGLISH"] {
            assert_eq!(Locale::from_word(word), Some(Locale::DEFAULT), "{word}");
        }
        assert_eq!(Locale::from_word("klingon"), None);
        assert_eq!(locale("ru").name(), "Русский");
        assert_eq!(Locale::DEFAULT.tag(), "en");
    }

    #[test]
    fn the_vocabulary_speaks_every_language() {
        let vocabulary = vocabulary();
        for (word, switch) in [
            ("on", Some(Switch::On)),
            ("YES", Some(Switch::On)),
            ("Вкл", Some(Switch::On)),
            ("включи", Some(Switch::On)),
            ("off", Some(Switch::Off)),
            ("ВЫКЛ", Some(Switch::Off)),
            ("выключить", Some(Switch::Off)),
            ("toggle", None),
        ] {
            assert_eq!(vocabulary.switch(word), switch, "{word}");
        }
        for (word, unit) in [
            ("m", Some(Unit::Minute)),
            ("h", Some(Unit::Hour)),
            ("d", Some(Unit::Day)),
            ("Minutes", Some(Unit::Minute)),
            ("М", Some(Unit::Minute)),
            ("ч", Some(Unit::Hour)),
            ("дней", Some(Unit::Day)),
            ("week", None),
        ] {
            assert_eq!(vocabulary.unit(word), unit, "{word}");
        }
        assert_eq!(vocabulary.word(Switch::On), "on");
        assert_eq!(vocabulary.word(Switch::Off), "off");
    }
}
