//! A text with its entities as HTML that a web page may show as it is.

use super::Entity;

/// Renders the text; everything in it is escaped, only `http`, `https`, `mailto` and `tg` links
/// are links.
pub(in super::super) fn to_html(text: &str, entities: &[Entity]) -> String {
    let mut html = String::with_capacity(text.len() + 32);
    let mut open: Vec<&Entity> = Vec::new();
    let mut waiting = entities.iter().peekable();
    let mut offset = 0;
    for c in text.chars() {
        close(&mut html, &mut open, offset, text);
        while let Some(entity) = waiting.next_if(|entity| entity.offset <= offset) {
            if entity.end() > offset {
                html.push_str(&start_tag(entity, text));
                open.push(entity);
            }
        }
        escape(&mut html, c);
        offset += c.len_utf16();
    }
    close(&mut html, &mut open, usize::MAX, text);
    html
}

/// Closes what ends here. What was opened later and goes on is closed and opened again, so that
/// overlapping entities still give well-formed HTML.
fn close(html: &mut String, open: &mut Vec<&Entity>, offset: usize, text: &str) {
    let Some(first) = open.iter().position(|entity| entity.end() <= offset) else { return };
    let closed = open.split_off(first);
    for entity in closed.iter().rev() {
        html.push_str(end_tag(entity));
    }
    for entity in closed.into_iter().filter(|entity| entity.end() > offset) {
        html.push_str(&start_tag(entity, text));
        open.push(entity);
    }
}

fn start_tag(entity: &Entity, text: &str) -> String {
    match entity.kind.as_str() {
        "bold" => "<b>".to_owned(),
        "italic" => "<i>".to_owned(),
        "underline" => "<u>".to_owned(),
        "strikethrough" => "<s>".to_owned(),
        "spoiler" => "<span class=\"tg-spoiler\">".to_owned(),
        "code" => "<code>".to_owned(),
        "pre" => match &entity.language {
            Some(language) => format!("<pre><code class=\"language-{}\">", escaped(language)),
            None => "<pre><code>".to_owned(),
        },
        "blockquote" => "<blockquote>".to_owned(),
        "expandable_blockquote" => "<blockquote class=\"expandable\">".to_owned(),
        "text_link" => anchor(entity.url.as_deref().unwrap_or_default()),
        "url" => anchor(&piece(text, entity)),
        _ => format!("<span class=\"{}\">", escaped(&entity.kind)),
    }
}

fn end_tag(entity: &Entity) -> &'static str {
    match entity.kind.as_str() {
        "bold" => "</b>",
        "italic" => "</i>",
        "underline" => "</u>",
        "strikethrough" => "</s>",
        "code" => "</code>",
        "pre" => "</code></pre>",
        "blockquote" | "expandable_blockquote" => "</blockquote>",
        "text_link" | "url" => "</a>",
        _ => "</span>",
    }
}

fn anchor(url: &str) -> String {
    let full = if url.contains("://") { url.to_owned() } else { format!("https://{url}") };
    let safe = ["http://", "https://", "tg://"]
        .iter()
        .any(|scheme| full.to_ascii_lowercase().starts_with(scheme));
    if safe {
        format!("<a href=\"{}\" rel=\"noopener noreferrer\" target=\"_blank\">", escaped(&full))
    } else {
        "<a>".to_owned()
    }
}

/// The characters of `text` that the entity marks.
fn piece(text: &str, entity: &Entity) -> String {
    let mut offset = 0;
    text.chars()
        .filter(|c| {
            let inside = (entity.offset..entity.end()).contains(&offset);
            offset += c.len_utf16();
            inside
        })
        .collect()
}

fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    text.chars().for_each(|c| escape(&mut html, c));
    html
}

fn escape(html: &mut String, c: char) {
    match c {
        '<' => html.push_str("&lt;"),
        '>' => html.push_str("&gt;"),
        '&' => html.push_str("&amp;"),
        '"' => html.push_str("&quot;"),
        '\'' => html.push_str("&#39;"),
        c => html.push(c),
    }
}
