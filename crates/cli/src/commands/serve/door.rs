//! Who may come in: the token of the address once, its cookie afterwards, and only from this server's own pages.
use std::sync::{Mutex, PoisonError};

use axum::http::header::{COOKIE, HOST, ORIGIN};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method};

use super::secret::Secret;

/// What stands before the token in the address.
const TOKEN: &str = "token=";
const SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// The door of one server.
pub(super) struct Door {
    /// How this server may be called: by number and by name.
    hosts: Vec<String>,
    /// The name of its cookie. Cookies know no port, so that two servers need two names.
    cookie: String,
    session: Secret,
    /// Void once it was exchanged.
    token: Mutex<Option<Secret>>,
    address: String,
}

/// What a request is to the door.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Visit {
    /// Came with the cookie.
    Admitted,
    /// Came with the token: is given the cookie, and is sent on without the token.
    Exchanged,
    /// Neither.
    Refused,
}

impl Door {
    /// The door of the server that listens on `port` of the loopback address.
    pub(super) fn new(port: u16) -> Result<Self, getrandom::Error> {
        let mut hosts = vec![format!("127.0.0.1:{port}"), format!("localhost:{port}")];
        if port == 80 {
            hosts.extend(["127.0.0.1".to_owned(), "localhost".to_owned()]);
        }
        let token = Secret::new()?;
        Ok(Self {
            hosts,
            cookie: format!("kaizu-{port}"),
            session: Secret::new()?,
            address: format!("http://127.0.0.1:{port}/?{TOKEN}{}", token.text()),
            token: Mutex::new(Some(token)),
        })
    }

    /// The one address that lets somebody in.
    pub(super) fn address(&self) -> &str {
        &self.address
    }

    /// What `request` is.
    pub(super) fn visit(&self, request: &Parts) -> Visit {
        if !self.is_addressed(request) || !is_from_here(request) {
            return Visit::Refused;
        }
        if self.has_cookie(&request.headers) {
            return Visit::Admitted;
        }
        let token = request.uri.query().and_then(|it| it.strip_prefix(TOKEN));
        match token {
            Some(token) if is_entry(request) && self.takes(token) => Visit::Exchanged,
            Some(_) | None => Visit::Refused,
        }
    }

    /// The cookie that the token is exchanged for.
    pub(super) fn cookie(&self) -> String {
        format!(
            "{}={}; Path=/; HttpOnly; SameSite=Strict",
            self.cookie,
            self.session.text()
        )
    }

    /// Whether the request names this server, so that no other name was pointed at the loopback address.
    fn is_addressed(&self, request: &Parts) -> bool {
        let is_ours = |name: &str| self.hosts.iter().any(|host| host == name);
        let elsewhere = request.uri.authority().map(|it| !is_ours(it.as_str()));
        only(&request.headers, &HOST).is_some_and(is_ours) && elsewhere != Some(true)
    }

    fn has_cookie(&self, headers: &HeaderMap) -> bool {
        let cookies = headers.get_all(COOKIE).iter();
        cookies
            .filter_map(|it| it.to_str().ok())
            .flat_map(|line| line.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .any(|(name, value)| name == self.cookie && self.session.is(value))
    }

    /// Takes the token, which is void from then on. A wrong one changes nothing.
    fn takes(&self, given: &str) -> bool {
        let mut token = self.token.lock().unwrap_or_else(PoisonError::into_inner);
        token.take_if(|token| token.is(given)).is_some()
    }
}

/// Whether this opens the interface by its address.
fn is_entry(request: &Parts) -> bool {
    request.method == Method::GET && request.uri.path() == "/"
}

/// Whether one of this server's own pages asks. A page that is only visited names no origin.
fn is_from_here(request: &Parts) -> bool {
    let is_visit = matches!(request.method, Method::GET | Method::HEAD);
    if !request.headers.contains_key(ORIGIN) {
        return is_visit && !is_from_elsewhere(request);
    }
    let origin = only(&request.headers, &ORIGIN).and_then(|it| it.strip_prefix("http://"));
    origin.is_some() && origin == only(&request.headers, &HOST) && !is_from_elsewhere(request)
}

/// Whether the browser says that another page is behind a question. To open the interface from one is fine.
fn is_from_elsewhere(request: &Parts) -> bool {
    let site = request.headers.get(SITE).map(HeaderValue::as_bytes);
    let is_here = matches!(site, None | Some(b"same-origin" | b"none"));
    !is_here && !is_entry(request)
}

/// The value of a header that came exactly once.
fn only<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    let mut values = headers.get_all(name).iter();
    let first = values.next()?;
    values.next().is_none().then(|| first.to_str().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::Request;

    const HERE: &str = "127.0.0.1:8000";

    fn request(method: &str, path: &str, headers: &[(&str, &str)]) -> Parts {
        let empty = Request::builder().method(method).uri(path);
        let with = |request: axum::http::request::Builder, (name, value): &(&str, &str)| {
            request.header(*name, *value)
        };
        let built = headers.iter().fold(empty, with).body(()).unwrap();
        built.into_parts().0
    }

    fn door() -> (Door, String, String) {
        let door = Door::new(8000).unwrap();
        let path = door.address().strip_prefix("http://127.0.0.1:8000");
        let path = path.unwrap().to_owned();
        let cookie = door.cookie().split(';').next().unwrap().to_owned();
        (door, path, cookie)
    }

    #[test]
    fn the_token_is_exchanged_once() {
        let (door, path, cookie) = door();
        let host = [("host", HERE)];
        assert_eq!(
            door.visit(&request("GET", "/?token=00", &host)),
            Visit::Refused
        );
        assert_eq!(door.visit(&request("HEAD", &path, &host)), Visit::Refused);
        assert_eq!(door.visit(&request("GET", &path, &host)), Visit::Exchanged);
        assert_eq!(door.visit(&request("GET", &path, &host)), Visit::Refused);
        let known = [("host", HERE), ("cookie", cookie.as_str())];
        assert_eq!(door.visit(&request("GET", &path, &known)), Visit::Admitted);
    }

    #[test]
    fn the_cookie_counts_among_others_and_only_whole() {
        let (door, _, cookie) = door();
        let visit =
            |cookie: &str| door.visit(&request("GET", "/", &[("host", HERE), ("cookie", cookie)]));
        assert_eq!(visit(&format!("a=b; {cookie}")), Visit::Admitted);
        assert_eq!(visit(&cookie[..cookie.len() - 1]), Visit::Refused);
        assert_eq!(visit(&cookie.replace("8000", "8001")), Visit::Refused);
        assert_eq!(visit("kaizu-8000="), Visit::Refused);
    }

    #[test]
    fn only_the_names_of_this_server_are_answered() {
        let (door, _, cookie) = door();
        for (host, expected) in [
            (HERE, Visit::Admitted),
            ("localhost:8000", Visit::Admitted),
            ("127.0.0.1", Visit::Refused),
            ("127.0.0.1:8001", Visit::Refused),
            ("kaizu.example:8000", Visit::Refused),
            ("127.0.0.1:8000.example", Visit::Refused),
        ] {
            let headers = [("host", host), ("cookie", cookie.as_str())];
            assert_eq!(door.visit(&request("GET", "/", &headers)), expected);
        }
        let twice = [("host", HERE), ("host", HERE), ("cookie", cookie.as_str())];
        assert_eq!(door.visit(&request("GET", "/", &twice)), Visit::Refused);
        let none = [("cookie", cookie.as_str())];
        assert_eq!(door.visit(&request("GET", "/", &none)), Visit::Refused);
        let known = [("host", HERE), ("cookie", cookie.as_str())];
        let through = request("GET", "http://kaizu.example/", &known);
        assert_eq!(door.visit(&through), Visit::Refused);
    }

    #[test]
    fn only_pages_of_this_server_may_ask() {
        let (door, _, cookie) = door();
        for (method, origin, expected) in [
            ("POST", Some("http://127.0.0.1:8000"), Visit::Admitted),
            ("POST", None, Visit::Refused),
            ("POST", Some("null"), Visit::Refused),
            ("POST", Some("http://localhost:8000"), Visit::Refused),
            ("POST", Some("https://127.0.0.1:8000"), Visit::Refused),
            ("POST", Some("http://127.0.0.1:8001"), Visit::Refused),
            ("GET", Some("http://kaizu.example"), Visit::Refused),
            ("GET", None, Visit::Admitted),
        ] {
            let mut headers = vec![("host", HERE), ("cookie", cookie.as_str())];
            headers.extend(origin.map(|origin| ("origin", origin)));
            assert_eq!(
                door.visit(&request(method, "/api/call", &headers)),
                expected,
                "{method} {origin:?}"
            );
        }
    }

    #[test]
    fn a_page_on_another_port_may_only_link_here() {
        let (door, _, cookie) = door();
        let headers = [
            ("host", HERE),
            ("cookie", cookie.as_str()),
            ("sec-fetch-site", "same-site"),
        ];
        assert_eq!(
            door.visit(&request("GET", "/api/events", &headers)),
            Visit::Refused
        );
        assert_eq!(door.visit(&request("GET", "/", &headers)), Visit::Admitted);
    }
}
