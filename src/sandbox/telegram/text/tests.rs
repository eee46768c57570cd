use super::{Entity, Formatted, detect, finish, html, markdown, to_html};

/// Each entity as its kind and the piece of text that it marks.
fn pieces(formatted: &Formatted) -> Vec<(String, String)> {
    let units: Vec<u16> = formatted.text.encode_utf16().collect();
    formatted
        .entities
        .iter()
        .map(|entity| {
            let piece = String::from_utf16(&units[entity.offset..entity.end()]).unwrap();
            (entity.kind.clone(), piece)
        })
        .collect()
}

fn owned(pieces: &[(&str, &str)]) -> Vec<(String, String)> {
    pieces.iter().map(|(kind, piece)| ((*kind).to_owned(), (*piece).to_owned())).collect()
}

#[test]
fn html_gives_text_and_entities() {
    for (source, text, entities) in [
        ("<b>да</b> 🔇 <i>нет</i>", "да 🔇 нет", &[("bold", "да"), ("italic", "нет")][..]),
        ("🔇🔊<b>👨‍👩‍👧</b>x", "🔇🔊👨‍👩‍👧x", &[("bold", "👨‍👩‍👧")]),
        ("<B>a<i>b</i></B>", "ab", &[("bold", "ab"), ("italic", "b")]),
        (
            "<u>1</u><s>2</s><ins>3</ins><del>4</del>",
            "1234",
            &[
                ("underline", "1"),
                ("strikethrough", "2"),
                ("underline", "3"),
                ("strikethrough", "4"),
            ],
        ),
        ("<code>/x</code>", "/x", &[("code", "/x")]),
        ("<pre><code class=\"language-rust\">fn</code></pre>", "fn", &[("pre", "fn")]),
        ("<a href='https://ya.ru/?a=1&amp;b=2'>go</a>", "go", &[("text_link", "go")]),
        ("<a href=\"nonsense\">go</a>", "go", &[]),
        ("<span class=\"tg-spoiler\">s</span>", "s", &[("spoiler", "s")]),
        ("<tg-spoiler>s</tg-spoiler>", "s", &[("spoiler", "s")]),
        ("<blockquote>q</blockquote>", "q", &[("blockquote", "q")]),
        ("<blockquote expandable>q</blockquote>", "q", &[("expandable_blockquote", "q")]),
        (
            "&lt;b&gt; &amp; &quot; &#1103; &#x1F507; &nbsp; &copy",
            "<b> & \" я 🔇 &nbsp; &copy",
            &[],
        ),
        ("a & b &; &#;", "a & b &; &#;", &[]),
        ("<b></b>x", "x", &[]),
        ("  <b> x </b>  ", "x", &[("bold", "x")]),
        (
            "<b>/silent 2024</b>",
            "/silent 2024",
            &[("bold", "/silent 2024"), ("bot_command", "/silent")],
        ),
    ] {
        let parsed = finish(html::parse(source).unwrap_or_else(|why| panic!("{source}: {why}")));
        assert_eq!(parsed.text, text, "{source}");
        assert_eq!(pieces(&parsed), owned(entities), "{source}");
    }
}

#[test]
fn html_mistakes_are_named_with_their_byte_offset() {
    for (source, why) in [
        ("я<x>", "Unsupported start tag \"x\" at byte offset 2"),
        ("a < b", "Unsupported start tag \"\" at byte offset 2"),
        ("a<b", "Unclosed start tag at byte offset 1"),
        ("<b>x", "Can't find end tag corresponding to start tag \"b\""),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>я</i>", "Unmatched end tag at byte offset 5, expected \"</b>\", found \"</i>\""),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        (
            "<a href>x</a>",
            "Expected equal sign in declaration of an attribute of the tag \"a\" at byte offset 0",
        ),
        ("<a =x>x</a>", "Empty attribute name in the tag \"a\" at byte offset 0"),
        ("<a href=h:x>x</a>", "Unexpected end of name token at byte offset 8"),
        ("<a href=\"x", "Unclosed start tag at byte offset 0"),
        (
            "<span class=\"x\">x</span>",
            "Tag \"span\" must have class \"tg-spoiler\" at byte offset 0",
        ),
        ("<tg-emoji emoji-id=\"x\">x</tg-emoji>", "Invalid custom emoji identifier specified"),
    ] {
        assert_eq!(html::parse(source).unwrap_err(), why, "{source}");
    }
}

#[test]
fn a_language_stays_with_pre_only() {
    let parsed = html::parse("<pre><code class=\"language-rust\">x</code></pre>").unwrap();
    assert_eq!(parsed.entities[0].language.as_deref(), Some("rust"));
    let parsed = html::parse("<code class=\"language-rust\">x</code>").unwrap();
    assert_eq!(parsed.entities[0].language, None);
}

#[test]
fn markdown_gives_text_and_entities() {
    for (source, text, entities) in [
        (r"*да* _нет_ \. 🔇", "да нет . 🔇", &[("bold", "да"), ("italic", "нет")][..]),
        (
            "__u__ ~s~ ||x||",
            "u s x",
            &[("underline", "u"), ("strikethrough", "s"), ("spoiler", "x")],
        ),
        ("`a*b` ```rust\nfn```", "a*b fn", &[("code", "a*b"), ("pre", "fn")]),
        ("[go](https://ya.ru)", "go", &[("text_link", "go")]),
        (">q1\n>q2\nx", "q1\nq2\nx", &[("blockquote", "q1\nq2")]),
    ] {
        let parsed = finish(markdown::parse_v2(source).unwrap());
        assert_eq!((parsed.text.as_str(), pieces(&parsed)), (text, owned(entities)), "{source}");
    }
    let legacy = markdown::parse_legacy("*b* 1.5 \\_x").unwrap();
    assert_eq!((legacy.text.as_str(), pieces(&legacy)), ("b 1.5 _x", owned(&[("bold", "b")])));
    for (source, why) in [
        ("a.b", "Character '.' is reserved and must be escaped with the preceding '\\'"),
        ("я*b", "Can't find end of Bold entity at byte offset 2"),
        ("`b", "Can't find end of Code entity at byte offset 0"),
    ] {
        assert_eq!(markdown::parse_v2(source).unwrap_err(), why);
    }
}

#[test]
fn finds_what_telegram_finds() {
    for (text, entities) in [
        ("/silent 2024 on", &[("bot_command", "/silent")][..]),
        ("/silent@hushbot_demo_bot 1", &[("bot_command", "/silent@hushbot_demo_bot")]),
        ("🔇 /on", &[("bot_command", "/on")]),
        ("a/b and/or /тест", &[]),
        ("@durov и @ab", &[("mention", "@durov")]),
        ("#2024 #чат", &[("hashtag", "#чат")]),
        (
            "см. https://p.bitrix24.ru/online/?IM_DIALOG=chat7.",
            &[("url", "https://p.bitrix24.ru/online/?IM_DIALOG=chat7")],
        ),
        (
            "p.bitrix24.ru/online/?IM_DIALOG=chat7",
            &[("url", "p.bitrix24.ru/online/?IM_DIALOG=chat7")],
        ),
        ("https://localhost v1.2.3 a@b.ru", &[]),
    ] {
        let found = Formatted { text: text.to_owned(), entities: detect(text, &[]) };
        assert_eq!(pieces(&found), owned(entities), "{text}");
    }
}

#[test]
fn shown_html_is_escaped_and_well_formed() {
    let entities = vec![Entity::new("bold", 0, 4), Entity::new("italic", 2, 4)];
    assert_eq!(to_html("ab<'\">", &entities), "<b>ab<i>&lt;&#39;</i></b><i>&quot;&gt;</i>");
    let mut link = Entity::new("text_link", 0, 1);
    link.url = Some("javascript://x/%0aalert(1)".to_owned());
    assert_eq!(to_html("x", &[link]), "<a>x</a>");
}
