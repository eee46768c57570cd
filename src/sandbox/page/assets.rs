//! The page's own files, built into the program: a demo needs no other file beside it.

use axum::{
    Router,
    http::header::CONTENT_TYPE,
    routing::{MethodRouter, get},
};

const HTML: &str = "text/html; charset=utf-8";
const CSS: &str = "text/css; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";
const SVG: &str = "image/svg+xml";

/// Path, type, content.
const FILES: [(&str, &str, &str); 18] = [
    ("/", HTML, include_str!("web/page.html")),
    ("/icon.svg", SVG, include_str!("web/icon.svg")),
    ("/page.css", CSS, include_str!("web/page.css")),
    ("/chat.css", CSS, include_str!("web/chat.css")),
    ("/portal.css", CSS, include_str!("web/portal.css")),
    ("/theme.js", SCRIPT, include_str!("web/theme.js")),
    ("/page.js", SCRIPT, include_str!("web/page.js")),
    ("/api.js", SCRIPT, include_str!("web/api.js")),
    ("/dom.js", SCRIPT, include_str!("web/dom.js")),
    ("/text.js", SCRIPT, include_str!("web/text.js")),
    ("/chat.js", SCRIPT, include_str!("web/chat.js")),
    ("/press.js", SCRIPT, include_str!("web/press.js")),
    ("/composer.js", SCRIPT, include_str!("web/composer.js")),
    ("/clock.js", SCRIPT, include_str!("web/clock.js")),
    ("/link.js", SCRIPT, include_str!("web/link.js")),
    ("/cards.js", SCRIPT, include_str!("web/cards.js")),
    ("/calls.js", SCRIPT, include_str!("web/calls.js")),
    ("/trouble.js", SCRIPT, include_str!("web/trouble.js")),
];

pub(super) fn routes() -> Router {
    FILES.iter().fold(Router::new(), |router, &(path, kind, content)| {
        router.route(path, serve(kind, content))
    })
}

fn serve(kind: &'static str, content: &'static str) -> MethodRouter {
    get(async move || ([(CONTENT_TYPE, kind)], content))
}
