//! `parse_mode` HTML.

use super::{Entity, Formatted, link_entity};

const TAGS: [&str; 16] = [
    "a",
    "b",
    "strong",
    "i",
    "em",
    "s",
    "strike",
    "del",
    "u",
    "ins",
    "tg-spoiler",
    "tg-emoji",
    "span",
    "pre",
    "code",
    "blockquote",
];

/// A tag that waits for its end.
struct Open {
    tag: String,
    /// `href`, the language, `spoiler`, the emoji's id, `expandable`.
    argument: String,
    offset: usize,
    text_start: usize,
}

struct Parser<'a> {
    source: &'a str,
    at: usize,
    text: String,
    /// UTF-16 units of `text`.
    length: usize,
    open: Vec<Open>,
    entities: Vec<Entity>,
}

/// Parses the HTML of the Bot API.
///
/// # Errors
/// Why not, with the byte offset, in Telegram's words.
pub(super) fn parse(source: &str) -> Result<Formatted, String> {
    let mut parser = Parser {
        source,
        at: 0,
        text: String::with_capacity(source.len()),
        length: 0,
        open: Vec::new(),
        entities: Vec::new(),
    };
    while let Some(next) = parser.peek() {
        match next {
            '<' if parser.rest().starts_with("</") => parser.end_tag()?,
            '<' => parser.start_tag()?,
            '&' => {
                let decoded = decode(parser.rest());
                let (c, size) = decoded.unwrap_or(('&', 1));
                parser.at += size;
                parser.put(c);
            }
            c => {
                parser.at += c.len_utf8();
                parser.put(c);
            }
        }
    }
    if let Some(open) = parser.open.last() {
        return Err(format!("Can't find end tag corresponding to start tag \"{}\"", open.tag));
    }
    Ok(Formatted { text: parser.text, entities: parser.entities })
}

impl Parser<'_> {
    fn rest(&self) -> &str {
        &self.source[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn put(&mut self, c: char) {
        self.text.push(c);
        self.length += c.len_utf16();
    }

    fn skip_spaces(&mut self) {
        self.take(|c| c.is_ascii_whitespace());
    }

    fn take(&mut self, wanted: impl Fn(char) -> bool) -> String {
        let rest = self.rest();
        let end = rest.find(|c| !wanted(c)).unwrap_or(rest.len());
        let taken = rest[..end].to_owned();
        self.at += end;
        taken
    }

    fn start_tag(&mut self) -> Result<(), String> {
        let begin = self.at;
        self.at += 1;
        let tag = self.take(|c| !c.is_ascii_whitespace() && c != '>').to_ascii_lowercase();
        if self.peek().is_none() {
            return Err(format!("Unclosed start tag at byte offset {begin}"));
        }
        if !TAGS.contains(&tag.as_str()) {
            return Err(format!("Unsupported start tag \"{tag}\" at byte offset {begin}"));
        }
        let mut argument = String::new();
        loop {
            self.skip_spaces();
            match self.peek() {
                None => return Err(format!("Unclosed start tag \"{tag}\" at byte offset {begin}")),
                Some('>') => break,
                Some(_) => {
                    let (name, value) = self.attribute(&tag, begin)?;
                    argument = wanted_argument(&tag, &name, &value).unwrap_or(argument);
                }
            }
        }
        self.at += 1;
        if tag == "span" && argument != "spoiler" {
            return Err(format!(
                "Tag \"span\" must have class \"tg-spoiler\" at byte offset {begin}"
            ));
        }
        let (offset, text_start) = (self.length, self.text.len());
        self.open.push(Open { tag, argument, offset, text_start });
        Ok(())
    }

    fn attribute(&mut self, tag: &str, begin: usize) -> Result<(String, String), String> {
        let name =
            self.take(|c| !c.is_ascii_whitespace() && c != '=' && c != '>').to_ascii_lowercase();
        if name.is_empty() {
            return Err(format!(
                "Empty attribute name in the tag \"{tag}\" at byte offset {begin}"
            ));
        }
        self.skip_spaces();
        if self.peek() != Some('=') {
            // Only `<blockquote expandable>` has an attribute without a value.
            if tag == "blockquote" {
                return Ok((name, String::new()));
            }
            return Err(format!(
                "Expected equal sign in declaration of an attribute of the tag \"{tag}\" \
                 at byte offset {begin}"
            ));
        }
        self.at += 1;
        self.skip_spaces();
        let value = match self.peek() {
            None => return Err(format!("Unclosed start tag \"{tag}\" at byte offset {begin}")),
            Some(quote @ ('"' | '\'')) => self.quoted(quote),
            Some(_) => self.name_token()?,
        };
        if self.peek().is_none() {
            return Err(format!("Unclosed start tag at byte offset {begin}"));
        }
        Ok((name, value))
    }

    fn quoted(&mut self, quote: char) -> String {
        self.at += 1;
        let mut value = String::new();
        while let Some(c) = self.peek() {
            if c == quote {
                self.at += 1;
                break;
            }
            let decoded = if c == '&' { decode(self.rest()) } else { None };
            let (c, size) = decoded.unwrap_or((c, c.len_utf8()));
            value.push(c);
            self.at += size;
        }
        value
    }

    fn name_token(&mut self) -> Result<String, String> {
        let begin = self.at;
        let token = self.take(|c| c.is_ascii_alphanumeric() || c == '.' || c == '-');
        match self.peek() {
            Some(c) if c != '>' && !c.is_ascii_whitespace() => {
                Err(format!("Unexpected end of name token at byte offset {begin}"))
            }
            _ => Ok(token.to_ascii_lowercase()),
        }
    }

    fn end_tag(&mut self) -> Result<(), String> {
        let begin = self.at;
        let Some(open) = self.open.pop() else {
            return Err(format!("Unexpected end tag at byte offset {begin}"));
        };
        self.at += 2;
        let tag = self.take(|c| !c.is_ascii_whitespace() && c != '>').to_ascii_lowercase();
        self.skip_spaces();
        if self.peek() != Some('>') {
            return Err(format!("Unclosed end tag at byte offset {begin}"));
        }
        self.at += 1;
        if !tag.is_empty() && tag != open.tag {
            return Err(format!(
                "Unmatched end tag at byte offset {begin}, expected \"</{}>\", found \"</{tag}>\"",
                open.tag
            ));
        }
        self.close(&open)
    }

    fn close(&mut self, open: &Open) -> Result<(), String> {
        let length = self.length - open.offset;
        if length == 0 {
            return Ok(());
        }
        let entity = |kind| Entity::new(kind, open.offset, length);
        let made = match open.tag.as_str() {
            "b" | "strong" => entity("bold"),
            "i" | "em" => entity("italic"),
            "s" | "strike" | "del" => entity("strikethrough"),
            "u" | "ins" => entity("underline"),
            "blockquote" if open.argument == "expandable" => entity("expandable_blockquote"),
            "blockquote" => entity("blockquote"),
            "a" => {
                let shown = &self.text[open.text_start..];
                let url = if open.argument.is_empty() { shown } else { &open.argument };
                self.entities.extend(link_entity(url, open.offset, length));
                return Ok(());
            }
            "tg-emoji" => match open.argument.parse::<u64>() {
                Ok(id) if id > 0 => {
                    Entity { custom_emoji_id: Some(id.to_string()), ..entity("custom_emoji") }
                }
                _ => return Err("Invalid custom emoji identifier specified".to_owned()),
            },
            "pre" => self.pre(open.offset, length),
            "code" => {
                let language = Some(open.argument.clone()).filter(|name| !name.is_empty());
                Entity { language, ..entity("code") }
            }
            _ => entity("spoiler"),
        };
        self.entities.push(made);
        if self.open.is_empty() {
            // Only `<pre><code class="language-…">` keeps the language.
            for entity in &mut self.entities {
                entity.language = entity.language.take().filter(|_| entity.kind == "pre");
            }
        }
        Ok(())
    }

    /// A `pre` takes over the language of the `code` that fills it.
    fn pre(&mut self, offset: usize, length: usize) -> Entity {
        let filled = self
            .entities
            .pop_if(|last| {
                last.kind == "code"
                    && (last.offset, last.length) == (offset, length)
                    && last.language.is_some()
            })
            .and_then(|code| code.language);
        Entity { language: filled, ..Entity::new("pre", offset, length) }
    }
}

fn wanted_argument(tag: &str, name: &str, value: &str) -> Option<String> {
    match (tag, name) {
        ("a", "href") | ("tg-emoji", "emoji-id") => Some(value.to_owned()),
        ("code", "class") => value.strip_prefix("language-").map(str::to_owned),
        ("span", "class") => value.strip_prefix("tg-").map(str::to_owned),
        ("blockquote", "expandable") => Some(name.to_owned()),
        _ => None,
    }
}

/// The character that an entity at the start of `text` stands for, and the entity's bytes. The
/// semicolon may be missing. Other names than the four documented ones are plain text.
fn decode(text: &str) -> Option<(char, usize)> {
    let body = text.strip_prefix('&')?;
    let (c, size) = if let Some(number) = body.strip_prefix('#') {
        let (digits, radix, prefix) = match number.strip_prefix(['x', 'X']) {
            Some(digits) => (digits, 16, 2),
            None => (number, 10, 1),
        };
        let end = digits.find(|c: char| !c.is_digit(radix)).unwrap_or(digits.len());
        let code = u32::from_str_radix(&digits[..end], radix).ok().filter(|code| *code != 0)?;
        (char::from_u32(code)?, prefix + end)
    } else {
        let end = body.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(body.len());
        let c = match &body[..end] {
            "lt" => '<',
            "gt" => '>',
            "amp" => '&',
            "quot" => '"',
            _ => return None,
        };
        (c, end)
    };
    let semicolon = usize::from(body[size..].starts_with(';'));
    Some((c, 1 + size + semicolon))
}
