//! The built interface and the faces it is written in. A development build reads the interface when it is asked for.
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use kaizu_session::{Words, font_files};

use super::pages;

/// What the interface was built into; the faces come from where they are measured.
#[derive(rust_embed::Embed)]
#[folder = "../../ui/dist"]
#[exclude = "fonts/*"]
#[exclude = "*.map"]
#[allow_missing = true]
struct Interface;

/// Its first page.
const FIRST: &str = "index.html";

/// What lies at `path`, which begins with a slash.
pub(super) fn at(path: &str, words: &Words) -> Response {
    let name = match path.trim_start_matches('/') {
        "" => FIRST,
        name => name,
    };
    if let Some(bytes) = face(name) {
        return (kept(name), bytes).into_response();
    }
    match Interface::get(name) {
        Some(file) => (kept(name), file.data.into_owned()).into_response(),
        None if name == FIRST => pages::not_built(words),
        None => pages::not_found(words),
    }
}

/// The face that `name` names.
fn face(name: &str) -> Option<&'static [u8]> {
    let name = name.strip_prefix("fonts/")?;
    let found = font_files().into_iter().find(|(known, _)| *known == name)?;
    Some(found.1)
}

/// What a file is and how long it may be kept: what is named after its content never changes.
fn kept(name: &str) -> [(header::HeaderName, HeaderValue); 2] {
    let keep = if name.starts_with("assets/") {
        "private, max-age=31536000, immutable"
    } else if name.starts_with("fonts/") {
        "private, max-age=86400"
    } else {
        "no-cache"
    };
    [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind(name))),
        (header::CACHE_CONTROL, HeaderValue::from_static(keep)),
    ]
}

/// The media type of what an interface consists of.
fn kind(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("ttf") => "font/ttf",
        Some("woff2") => "font/woff2",
        Some("txt") => "text/plain; charset=utf-8",
        Some(_) | None => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::StatusCode;
    use kaizu_session::model::Language;

    fn status(path: &str) -> StatusCode {
        at(path, &Words::new(Language::En)).status()
    }

    #[test]
    fn the_faces_are_there_without_a_built_interface() {
        assert_eq!(status("/fonts/BIZUDPGothic_400Regular.ttf"), StatusCode::OK);
        assert_eq!(status("/fonts/other.ttf"), StatusCode::NOT_FOUND);
    }

    #[test]
    fn nothing_beside_the_interface_is_given_out() {
        for path in [
            "/../package.json",
            "/..%2fpackage.json",
            "/assets/../../package.json",
            "//etc/passwd",
            "/fonts/../../Cargo.toml",
            "/C:/Windows/win.ini",
        ] {
            assert_eq!(status(path), StatusCode::NOT_FOUND, "{path}");
        }
    }
}
