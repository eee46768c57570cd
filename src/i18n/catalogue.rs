//! One locale's messages, and the fall-back to English.

use fluent_bundle::{FluentArgs, FluentError, FluentResource, concurrent::FluentBundle};
use unic_langid::LanguageIdentifier;

/// The messages of one locale.
pub(super) struct Catalogue {
    bundle: FluentBundle<FluentResource>,
}

/// Why a message could not be formatted.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum Fault {
    /// The locale has no such message or attribute.
    #[error("the message is missing")]
    Missing,
    /// The message asks for what it was not given.
    #[error("the message has errors: {0:?}")]
    Broken(Vec<FluentError>),
}

impl Catalogue {
    /// Reads a locale's source. What can't be read is logged and left out.
    pub(super) fn new(tag: &str, source: &str) -> Self {
        let language: LanguageIdentifier = tag.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        // The isolating marks show up as boxes in some of Telegram's clients and get copied.
        bundle.set_use_isolating(false);
        let resource =
            FluentResource::try_new(source.to_owned()).unwrap_or_else(|(rest, errors)| {
                tracing::error!(locale = tag, ?errors, "a locale's source is broken");
                rest
            });
        if let Err(errors) = bundle.add_resource(resource) {
            tracing::error!(locale = tag, ?errors, "a locale has a message twice");
        }
        Self { bundle }
    }

    /// Formats a message, or one of its attributes.
    pub(super) fn format(
        &self,
        key: &str,
        attribute: Option<&str>,
        args: &FluentArgs<'_>,
    ) -> Result<String, Fault> {
        let message = self.bundle.get_message(key).ok_or(Fault::Missing)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name).map(|attribute| attribute.value()),
            None => message.value(),
        };
        let mut errors = Vec::new();
        let pattern = pattern.ok_or(Fault::Missing)?;
        let text = self.bundle.format_pattern(pattern, Some(args), &mut errors).into_owned();
        if errors.is_empty() { Ok(text) } else { Err(Fault::Broken(errors)) }
    }
}

/// Formats by the first catalogue that can, and logs where that is not the first. What no
/// catalogue has is shown by its key: an empty reply would be worse.
pub(super) fn format_by_first(
    catalogues: [&Catalogue; 2],
    key: &str,
    attribute: Option<&str>,
    args: &FluentArgs<'_>,
) -> String {
    for catalogue in catalogues {
        match catalogue.format(key, attribute, args) {
            Ok(text) => return text,
            Err(fault) => tracing::error!(key, attribute, %fault, "a message can't be formatted"),
        }
    }
    key.to_owned()
}

#[cfg(test)]
pub(super) mod tests {
    use std::{io, sync::Mutex};

    use super::*;

    #[test]
    fn what_a_locale_lacks_comes_from_english_and_is_logged() {
        let russian = Catalogue::new("ru", "whole = да\nbroken = { $absent }\n");
        let english = Catalogue::new("en", "whole = yes\nbroken = fine\nmissing = here\n");
        let log = LogBuffer::default();
        let words = log.recorded(|| {
            ["whole", "broken", "missing", "nowhere"]
                .map(|key| format_by_first([&russian, &english], key, None, &FluentArgs::new()))
        });
        assert_eq!(words, ["да", "fine", "here", "nowhere"]);
        let log = log.text();
        for key in ["broken", "missing", "nowhere"] {
            assert!(log.contains(&format!("key=\"{key}\"")), "{key} in {log}");
        }
        assert!(!log.contains("whole"), "{log}");
    }

    /// What was logged, as text.
    #[derive(Default, Clone)]
    pub(in crate::i18n) struct LogBuffer(std::sync::Arc<Mutex<Vec<u8>>>);

    impl LogBuffer {
        /// Runs something and keeps what it logs on this thread.
        pub(in crate::i18n) fn recorded<T>(&self, run: impl FnOnce() -> T) -> T {
            let buffer = self.clone();
            let subscriber = tracing_subscriber::fmt()
                .with_ansi(false)
                .with_writer(move || buffer.clone())
                .finish();
            tracing::subscriber::with_default(subscriber, run)
        }

        pub(in crate::i18n) fn text(&self) -> String {
            String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
        }
    }

    impl io::Write for LogBuffer {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().unwrap().write(bytes)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
}
