//! `parse_mode` `MarkdownV2`, and the legacy Markdown as the part of it without nesting.

use super::{Entity, Formatted, link_entity};

const RESERVED: &str = "_*[]()~`>#+-=|{}.!";

/// An entity that waits for its end.
struct Open {
    mark: &'static str,
    offset: usize,
    byte: usize,
}

struct Parser<'a> {
    source: &'a str,
    at: usize,
    legacy: bool,
    text: String,
    length: usize,
    open: Vec<Open>,
    entities: Vec<Entity>,
    /// Where the blockquote of this and the lines before began.
    quote: Option<usize>,
    /// Where the last `>` stood.
    quoted: Option<usize>,
}

/// Parses `MarkdownV2`.
///
/// # Errors
/// Why not, with the byte offset, in Telegram's words.
pub(super) fn parse_v2(source: &str) -> Result<Formatted, String> {
    Parser::new(source, false).run()
}

/// Parses the legacy Markdown: bold, italic, code, pre and links, not nested.
///
/// # Errors
/// As [`parse_v2`].
pub(super) fn parse_legacy(source: &str) -> Result<Formatted, String> {
    Parser::new(source, true).run()
}

impl<'a> Parser<'a> {
    fn new(source: &'a str, legacy: bool) -> Self {
        Self {
            source,
            at: 0,
            legacy,
            text: String::with_capacity(source.len()),
            length: 0,
            open: Vec::new(),
            entities: Vec::new(),
            quote: None,
            quoted: None,
        }
    }

    fn run(mut self) -> Result<Formatted, String> {
        while let Some(c) = self.rest().chars().next() {
            self.step(c)?;
        }
        self.end_quote();
        match self.open.last() {
            Some(open) => Err(cant_find_end(open.mark, open.byte)),
            None => Ok(Formatted { text: self.text, entities: self.entities }),
        }
    }

    fn rest(&self) -> &'a str {
        &self.source[self.at..]
    }

    fn put(&mut self, c: char) {
        self.at += c.len_utf8();
        self.text.push(c);
        self.length += c.len_utf16();
    }

    fn step(&mut self, c: char) -> Result<(), String> {
        let line_start = self.text.is_empty() || self.text.ends_with('\n');
        if !self.legacy && line_start && c == '>' {
            self.at += 1;
            self.quote.get_or_insert(self.length);
            self.quoted = Some(self.length);
            return Ok(());
        }
        if line_start && self.quoted != Some(self.length) {
            self.end_quote();
        }
        if c == '\\' {
            let next = self.rest()[1..].chars().next();
            let escapable = if self.legacy { "_*`[" } else { "" };
            if let Some(next) = next.filter(|c| {
                if self.legacy { escapable.contains(*c) } else { (' '..='\u{7e}').contains(c) }
            }) {
                self.at += 1;
                self.put(next);
            } else {
                self.put(c);
            }
            return Ok(());
        }
        if let Some(mark) = self.mark() {
            return self.marked(mark);
        }
        if c == ']' && self.open.last().is_some_and(|open| open.mark == "[") {
            return self.link();
        }
        if !self.legacy && RESERVED.contains(c) {
            return Err(format!(
                "Character '{c}' is reserved and must be escaped with the preceding '\\'"
            ));
        }
        self.put(c);
        Ok(())
    }

    fn mark(&self) -> Option<&'static str> {
        let marks: &[&'static str] = if self.legacy {
            &["```", "`", "*", "_", "["]
        } else {
            &["```", "`", "||", "__", "*", "_", "~", "["]
        };
        marks.iter().copied().find(|mark| self.rest().starts_with(mark))
    }

    fn marked(&mut self, mark: &'static str) -> Result<(), String> {
        let byte = self.at;
        self.at += mark.len();
        if mark.starts_with('`') {
            return self.code(mark, byte);
        }
        if self.open.last().is_some_and(|open| open.mark == mark) && mark != "[" {
            if let Some(open) = self.open.pop() {
                let length = self.length - open.offset;
                if length > 0 {
                    self.entities.push(Entity::new(kind(mark), open.offset, length));
                }
            }
            return Ok(());
        }
        self.open.push(Open { mark, offset: self.length, byte });
        Ok(())
    }

    fn code(&mut self, mark: &'static str, byte: usize) -> Result<(), String> {
        let offset = self.length;
        let mut language = None;
        if mark == "```" {
            let word = self.rest().split(|c: char| c.is_whitespace() || c == '`').next();
            let word = word.unwrap_or_default();
            let after = &self.rest()[word.len()..];
            if after.starts_with('\n') {
                language = Some(word.to_owned()).filter(|word| !word.is_empty());
                self.at += word.len() + 1;
            }
        }
        while !self.rest().starts_with(mark) {
            match self.rest().chars().next() {
                None => return Err(cant_find_end(mark, byte)),
                Some('\\') if self.rest()[1..].starts_with(['`', '\\']) && !self.legacy => {
                    self.at += 1;
                    let escaped = if self.rest().starts_with('`') { '`' } else { '\\' };
                    self.put(escaped);
                }
                Some(c) => self.put(c),
            }
        }
        self.at += mark.len();
        if self.length > offset {
            let entity = Entity::new(kind(mark), offset, self.length - offset);
            self.entities.push(Entity { language, ..entity });
        }
        Ok(())
    }

    /// At the `]` of a link.
    fn link(&mut self) -> Result<(), String> {
        let Some(open) = self.open.pop() else { return Ok(()) };
        self.at += 1;
        let length = self.length - open.offset;
        let mut url = self.text[self.byte_of(open.offset)..].to_owned();
        if self.rest().starts_with('(') {
            let end = self
                .rest()
                .find(')')
                .ok_or_else(|| format!("Can't find end of a URL at byte offset {}", self.at))?;
            url = self.rest()[1..end].replace('\\', "");
            self.at += end + 1;
        }
        if length > 0 {
            self.entities.extend(link_entity(&url, open.offset, length));
        }
        Ok(())
    }

    fn byte_of(&self, offset: usize) -> usize {
        let mut units = 0;
        for (byte, c) in self.text.char_indices() {
            if units >= offset {
                return byte;
            }
            units += c.len_utf16();
        }
        self.text.len()
    }

    fn end_quote(&mut self) {
        if let Some(start) = self.quote.take() {
            let end = self.length - usize::from(self.text.ends_with('\n'));
            if end > start {
                self.entities.push(Entity::new("blockquote", start, end - start));
            }
        }
    }
}

fn kind(mark: &str) -> &'static str {
    match mark {
        "```" => "pre",
        "`" => "code",
        "||" => "spoiler",
        "__" => "underline",
        "*" => "bold",
        "_" => "italic",
        "~" => "strikethrough",
        _ => "text_link",
    }
}

fn cant_find_end(mark: &str, byte: usize) -> String {
    let name = match mark {
        "```" => "Pre",
        "`" => "Code",
        "||" => "Spoiler",
        "__" => "Underline",
        "*" => "Bold",
        "_" => "Italic",
        "~" => "Strikethrough",
        _ => "TextUrl",
    };
    format!("Can't find end of {name} entity at byte offset {byte}")
}
