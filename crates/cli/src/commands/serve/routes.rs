//! What is answered, and that nothing is before the door was passed.
use std::convert::Infallible;
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::sse::{Event as Sent, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use futures_util::Stream;
use futures_util::stream::unfold;
use kaizu_session::{Desk, Problem};
use tokio::sync::{broadcast, watch};

use super::door::{Door, Visit};
use super::life::{Window, Windows};
use super::{assets, pages};

/// The largest question.
const LARGEST_BODY: usize = 64 * 1024 * 1024;

const HEADERS: [(HeaderName, &str); 6] = [
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; \
         connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    ),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::CACHE_CONTROL, "no-store"),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    ),
];

/// What the routes need.
pub(super) struct Place {
    pub(super) door: Door,
    pub(super) desk: Arc<Desk>,
    /// What windows hear without having asked.
    pub(super) told: broadcast::Sender<String>,
    pub(super) windows: Windows,
    /// True once the server ends.
    pub(super) is_over: watch::Receiver<bool>,
}

/// Everything that is answered.
pub(super) fn routes(place: Arc<Place>) -> Router {
    Router::new()
        .route("/api/call", post(call))
        .route("/api/events", get(events))
        .fallback(get(asset))
        .layer(from_fn_with_state(Arc::clone(&place), guard))
        .with_state(place)
}

/// Lets in who may come in, and says on every answer what a page of it may do.
async fn guard(State(place): State<Arc<Place>>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let mut response = match place.door.visit(&parts) {
        Visit::Admitted => next.run(Request::from_parts(parts, body)).await,
        Visit::Exchanged => {
            let on = [
                (header::LOCATION, "/".to_owned()),
                (header::SET_COOKIE, place.door.cookie()),
            ];
            (StatusCode::SEE_OTHER, on).into_response()
        }
        Visit::Refused if parts.uri.path().starts_with("/api/") => {
            problem(StatusCode::FORBIDDEN, "not-admitted", &place)
        }
        Visit::Refused => pages::refused(&place.desk.words()),
    };
    for (name, value) in HEADERS {
        let value = HeaderValue::from_static(value);
        response.headers_mut().entry(name).or_insert(value);
    }
    response
}

/// Answers one question. Long ones run beside the others.
async fn call(State(place): State<Arc<Place>>, headers: HeaderMap, body: Body) -> Response {
    if headers.get(header::CONTENT_TYPE).map(HeaderValue::as_bytes) != Some(b"application/json") {
        return problem(StatusCode::UNSUPPORTED_MEDIA_TYPE, "not-admitted", &place);
    }
    let Some(question) = read(&headers, body).await else {
        return problem(StatusCode::PAYLOAD_TOO_LARGE, "too-large", &place);
    };
    let desk = Arc::clone(&place.desk);
    let answered = tokio::task::spawn_blocking(move || {
        // What is no text is no call, like no text at all.
        desk.answer_json(std::str::from_utf8(&question).unwrap_or_default())
    });
    match answered.await {
        Ok(answer) => json(StatusCode::OK, answer),
        Err(_) => problem(StatusCode::INTERNAL_SERVER_ERROR, "internal", &place),
    }
}

/// The body, unless it is too large; then as little of it is read as it takes to know.
async fn read(headers: &HeaderMap, body: Body) -> Option<Bytes> {
    let length = headers.get(header::CONTENT_LENGTH);
    let length = length.and_then(|it| it.to_str().ok()?.parse::<u64>().ok());
    if length.is_some_and(|length| length > LARGEST_BODY as u64) {
        return None;
    }
    to_bytes(body, LARGEST_BODY).await.ok()
}

/// One window that listens.
struct Listening {
    told: broadcast::Receiver<String>,
    is_over: watch::Receiver<bool>,
    _window: Window,
}

/// What a window hears without having asked, for as long as it is open.
async fn events(
    State(place): State<Arc<Place>>,
) -> Sse<impl Stream<Item = Result<Sent, Infallible>>> {
    let listening = Listening {
        told: place.told.subscribe(),
        is_over: place.is_over.clone(),
        _window: place.windows.opened(),
    };
    Sse::new(unfold(listening, heard)).keep_alive(KeepAlive::default())
}

/// The next thing that it hears; nothing once the server ends.
async fn heard(mut listening: Listening) -> Option<(Result<Sent, Infallible>, Listening)> {
    loop {
        let told = tokio::select! {
            biased;
            _ = listening.is_over.wait_for(|is_over| *is_over) => return None,
            told = listening.told.recv() => told,
        };
        match told {
            Ok(told) => return Some((Ok(Sent::default().data(told)), listening)),
            // Progress that a slow window missed is old by now.
            Err(broadcast::error::RecvError::Lagged(_)) => {}
            Err(broadcast::error::RecvError::Closed) => return None,
        }
    }
}

/// A file of the interface.
async fn asset(State(place): State<Arc<Place>>, request: Request) -> Response {
    assets::at(request.uri().path(), &place.desk.words())
}

/// A problem in the language that the window speaks.
fn problem(status: StatusCode, code: &str, place: &Place) -> Response {
    let problem = Problem::new(&place.desk.words(), code, &[]);
    json(
        status,
        serde_json::json!({ "problem": problem }).to_string(),
    )
}

fn json(status: StatusCode, text: String) -> Response {
    let kind = [(header::CONTENT_TYPE, "application/json")];
    (status, kind, text).into_response()
}
