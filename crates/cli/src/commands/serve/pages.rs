//! The few pages that are no part of the interface: when nobody may come in, and when there is nothing to show.
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use kaizu_session::Words;
use kaizu_session::model::Language;

/// These pages hold nothing that came from elsewhere, and their looks with them.
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
);
const LOOKS: &str = "body{font:16px/1.8 'BIZ UDPGothic','Noto Sans JP',sans-serif;max-width:36em;margin:15vh auto;\
    padding:0 2em;color:#1a1a1c;background:#fff}h1{font-size:1.5em}code{background:#f1f1f4;padding:.2em .4em;\
    border-radius:4px}@media(prefers-color-scheme:dark){body{color:#f1f1f4;background:#1a1a1c}\
    code{background:#333}}";

/// Nobody may come in without the address of this start.
pub(super) fn refused(words: &Words) -> Response {
    page(StatusCode::FORBIDDEN, "refused", words)
}

/// The interface is not in this program.
pub(super) fn not_built(words: &Words) -> Response {
    page(StatusCode::SERVICE_UNAVAILABLE, "not-built", words)
}

/// There is nothing at this address.
pub(super) fn not_found(words: &Words) -> Response {
    page(StatusCode::NOT_FOUND, "not-found", words)
}

/// The page `name`: what is the matter, what to do, and what to type.
fn page(status: StatusCode, name: &str, words: &Words) -> Response {
    let say = |part: &str| escaped(&words.say(&format!("serve-{name}{part}")));
    let type_this = words.say(&format!("serve-{name}-type"));
    let lines: Vec<String> = type_this.lines().map(escaped).collect();
    let lines = lines.join("</code></p><p><code>");
    let language = match words.language() {
        Language::Ja => "ja",
        Language::En => "en",
    };
    let html = format!(
        "<!doctype html><html lang=\"{language}\"><meta charset=\"utf-8\"><title>{title}</title><style>{LOOKS}</style>\
         <h1>{title}</h1><p>{}</p><p><code>{lines}</code></p></html>\n",
        say("-hint"),
        title = say(""),
    );
    let policy = [(header::CONTENT_SECURITY_POLICY, POLICY)];
    (status, policy, Html(html)).into_response()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
