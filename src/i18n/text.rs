//! Foreign text on its way into a message: made harmless, cut to length, escaped.

use fluent_bundle::{FluentArgs, FluentValue};

/// The most UTF-16 units (Telegram's measure) of a name in a message about one thing.
pub(super) const NAME: usize = 64;
/// The most UTF-16 units of a name or a host in a list: twenty rows have to fit one message.
pub(super) const ROW: usize = 36;
/// The most UTF-16 units of what stands whole: a user code or a link may be that long.
pub(super) const WHOLE: usize = 320;

/// Text in Telegram's HTML that may be sent as it is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Html(String);

impl Html {
    /// Takes what a locale's message gave: its markup, with escaped arguments.
    pub(super) fn trusted(text: String) -> Self {
        Self(text)
    }

    /// Puts texts below each other.
    pub(super) fn lines(lines: impl IntoIterator<Item = Self>) -> Self {
        Self::joined(lines, "\n")
    }

    /// Puts texts below each other with an empty line between them.
    pub(super) fn paragraphs(paragraphs: impl IntoIterator<Item = Self>) -> Self {
        Self::joined(paragraphs, "\n\n")
    }

    /// Puts texts next to each other as a list.
    pub(super) fn list(items: impl IntoIterator<Item = Self>) -> Self {
        Self::joined(items, ", ")
    }

    /// Puts parts of different kinds next to each other.
    pub(super) fn dotted(parts: impl IntoIterator<Item = Self>) -> Self {
        Self::joined(parts, " · ")
    }

    fn joined(parts: impl IntoIterator<Item = Self>, separator: &str) -> Self {
        let parts: Vec<String> = parts.into_iter().map(|part| part.0).collect();
        Self(parts.join(separator))
    }

    /// The text with its markup.
    pub(super) fn into_string(self) -> String {
        self.0
    }

    /// How much of a message it takes at most, in UTF-16 units: markup counts here, although
    /// Telegram does not count it.
    pub(super) fn units(&self) -> usize {
        units(&self.0)
    }

    /// The first line without markup, cut to `most` UTF-16 units.
    pub(super) fn first_line(&self, most: usize) -> String {
        let mut plain = String::new();
        let mut in_tag = false;
        for c in self.0.lines().next().unwrap_or_default().chars() {
            match c {
                '<' => in_tag = true,
                '>' => in_tag = false,
                c if !in_tag => plain.push(c),
                _ => {}
            }
        }
        let plain = plain.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
        cut(&plain.replace("&amp;", "&"), most)
    }
}

/// The arguments of a message.
#[derive(Debug, Default)]
pub(super) struct Args<'a>(Vec<(&'static str, Arg<'a>)>);

#[derive(Debug)]
enum Arg<'a> {
    Foreign(String),
    Choice(&'a str),
    Number(i64),
    Html(Html),
}

impl<'a> Args<'a> {
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// A name from outside, at most `most` UTF-16 units, in which nothing can be tapped.
    pub(super) fn name(self, name: &'static str, text: &str, most: usize) -> Self {
        self.with(name, Arg::Foreign(inert(&cut(&one_line(text), most))))
    }

    /// A text from outside that stands in `<code>`, where Telegram makes no links.
    pub(super) fn exact(self, name: &'static str, text: &str, most: usize) -> Self {
        self.with(name, Arg::Foreign(cut(&one_line(text), most)))
    }

    /// What a message chooses its words by.
    pub(super) fn choice(self, name: &'static str, choice: &'a str) -> Self {
        self.with(name, Arg::Choice(choice))
    }

    /// A number that a message may choose a plural form by.
    pub(super) fn number(self, name: &'static str, number: impl TryInto<i64>) -> Self {
        self.with(name, Arg::Number(number.try_into().unwrap_or(i64::MAX)))
    }

    /// A part that was rendered before.
    pub(super) fn html(self, name: &'static str, html: Html) -> Self {
        self.with(name, Arg::Html(html))
    }

    fn with(mut self, name: &'static str, arg: Arg<'a>) -> Self {
        self.0.push((name, arg));
        self
    }

    pub(super) fn escaped(self) -> FluentArgs<'a> {
        self.values(|text| escape(&text))
    }

    pub(super) fn plain(self) -> FluentArgs<'a> {
        self.values(|text| text)
    }

    fn values(self, foreign: impl Fn(String) -> String) -> FluentArgs<'a> {
        let value = |arg| match arg {
            Arg::Foreign(text) => FluentValue::from(foreign(text)),
            Arg::Choice(text) => FluentValue::from(text),
            Arg::Number(number) => FluentValue::from(number),
            Arg::Html(html) => FluentValue::from(html.0),
        };
        self.0.into_iter().map(|(name, arg)| (name, value(arg))).collect()
    }
}

/// Escapes what Telegram's HTML reads as markup.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '"' => escaped.push_str("&quot;"),
            c => escaped.push(c),
        }
    }
    escaped
}

/// One line without control characters, and without those that turn the direction of what
/// follows: a name must not rearrange the sentence around it.
fn one_line(text: &str) -> String {
    let kept: String = text
        .chars()
        .filter(|c| !is_directional(*c))
        .map(|c| if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') { ' ' } else { c })
        .collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether nothing of a text from outside would be shown.
pub(super) fn is_blank(text: &str) -> bool {
    one_line(text).is_empty()
}

fn is_directional(c: char) -> bool {
    matches!(c,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Keeps Telegram from making links, mentions and commands of a name: a client who is called
/// `/disconnect` must not put a button under somebody's thumb. An invisible word joiner does it.
fn inert(text: &str) -> String {
    let mut inert = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        inert.push(c);
        let before_word = chars.peek().is_some_and(|next| next.is_alphanumeric() || *next == '/');
        if before_word && matches!(c, '/' | '@' | '#' | '$' | '.' | ':') {
            inert.push('\u{2060}');
        }
    }
    inert
}

/// Cuts to `most` UTF-16 units, with an ellipsis where something was cut.
pub(super) fn cut(text: &str, most: usize) -> String {
    if units(text) <= most {
        return text.to_owned();
    }
    let mut left = most.saturating_sub(1);
    let mut kept: String = text
        .chars()
        .take_while(|c| {
            let fits = c.len_utf16() <= left;
            left = left.saturating_sub(c.len_utf16());
            fits
        })
        .collect();
    kept.truncate(kept.trim_end().len());
    kept.push('…');
    kept
}

/// The length in UTF-16 units, as Telegram measures texts.
pub(super) fn units(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_from_outside_can_do_no_harm() {
        for (name, shown) in [
            ("Anna – Website", "Anna – Website"),
            ("<b>&\"", "<b>&\""),
            ("two\nlines\r\n\tand  more ", "two lines and more"),
            ("\u{202e}txt.exe\u{202c}", "txt.\u{2060}exe"),
            ("a\u{2066}b\u{2069}\u{200f}", "ab"),
            ("bell\u{7}", "bell"),
            ("/disconnect", "/\u{2060}disconnect"),
            ("http://evil.example", "http:\u{2060}/\u{2060}/\u{2060}evil.\u{2060}example"),
            ("@somebody and A. B.", "@\u{2060}somebody and A. B."),
        ] {
            assert_eq!(inert(&one_line(name)), shown, "{name:?}");
        }
    }

    #[test]
    fn cutting_counts_as_telegram_does() {
        assert_eq!(cut("four", 4), "four");
        assert_eq!(cut("fives", 4), "fiv…");
        assert_eq!(cut("a b c", 3), "a…");
        assert_eq!(cut("😀😀😀", 6), "😀😀😀");
        assert_eq!(cut("😀😀😀", 5), "😀😀…");
        assert_eq!(cut("😀😀😀", 4), "😀…");
    }

    #[test]
    fn the_first_line_loses_its_markup_only() {
        let html = Html::trusted("🔇 <b>7</b> · &lt;b&gt;&amp;lt;: silent\nmore".to_owned());
        assert_eq!(html.first_line(200), "🔇 7 · <b>&lt;: silent");
        assert_eq!(html.first_line(7), "🔇 7 ·…");
    }
}
