//! `kaizu serve` as somebody meets it who should not.
#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "what a test cannot set up ends it")]
#![expect(
    clippy::disallowed_methods,
    reason = "these tests look at what the program left alone"
)]
mod program;
#[path = "serve/server.rs"]
mod server;
#[path = "serve/story.rs"]
mod story;

use std::collections::BTreeMap;
use std::net::TcpStream;
use std::path::Path;

use program::{Folder, kaizu, sample};
use serde_json::{Value, json};
use server::{Server, command};

/// Every file of a folder with what is in it.
fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = std::fs::read_dir(folder).unwrap();
    entries
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.display().to_string(), std::fs::read(&path).unwrap()))
        .collect()
}

fn project(folder: &Folder, name: &str) -> String {
    let path = folder.text(name);
    let made = kaizu(&["convert", &sample("travel-expense-payment"), &path]);
    assert_eq!(made.status.code(), Some(0));
    path
}

#[test]
fn the_address_lets_one_browser_in_and_only_once() {
    let home = Folder::new();
    let server = Server::start(&home, &[]);
    let wrong = server.get("/?token=0123456789abcdef", "");
    assert_eq!(wrong.status, 403);
    assert!(!wrong.head.contains("set-cookie"));
    let first = server.get(&server.entry, "");
    assert_eq!(first.status, 303);
    assert!(first.head.contains("\r\nlocation: /\r\n"));
    let cookie = first.head.lines().find(|it| it.starts_with("set-cookie"));
    let cookie = cookie.unwrap();
    assert!(cookie.contains("httponly") && cookie.contains("samesite=strict"));
    let token = server.entry.split_once('=').unwrap().1;
    assert!(token.len() >= 32 && !cookie.contains(token));
    let second = server.get(&server.entry, "");
    assert_eq!(second.status, 403);
    assert!(!second.head.contains("set-cookie"));
    assert!(second.body.contains("works once") && second.body.contains("kaizu serve"));
}

#[test]
fn nothing_is_answered_without_the_cookie() {
    let home = Folder::new();
    let server = Server::start(&home, &[]);
    let cookie = server.enter();
    let wrong = format!("{cookie}0");
    let other = cookie.replace("kaizu-", "kaizu-1");
    for headers in ["", wrong.as_str(), other.as_str()] {
        for path in ["/", "/api/events", "/fonts/BIZUDPGothic_400Regular.ttf"] {
            assert_eq!(server.get(path, headers).status, 403, "{path}");
        }
        let asked = server.post(r#"{"type":"hello"}"#, &server.asking(headers));
        assert_eq!(asked.status, 403);
        assert!(asked.body.contains("not-admitted"));
    }
}

#[test]
fn a_name_that_was_pointed_at_this_machine_is_refused() {
    let home = Folder::new();
    let server = Server::start(&home, &[]);
    let cookie = server.enter();
    let port = server.host.split_once(':').unwrap().1;
    let get = |host: &str| {
        let head = format!("GET / HTTP/1.1\r\nHost: {host}{cookie}");
        server.raw(&head, "").status
    };
    for host in ["kaizu.example", "127.0.0.1", "127.0.0.1:1", "[::1]:1"] {
        assert_eq!(get(host), 403, "{host}");
    }
    assert_eq!(get(&format!("kaizu.example:{port}")), 403);
    assert_ne!(get(&format!("localhost:{port}")), 403);
}

#[test]
fn a_page_from_elsewhere_is_refused() {
    let home = Folder::new();
    let server = Server::start(&home, &[]);
    let cookie = server.enter();
    let question = json!({ "type": "create", "name": "elsewhere" }).to_string();
    let own = format!("http://{}", server.host);
    for origin in ["http://kaizu.example", "null", "http://127.0.0.1:1", ""] {
        let headers = server.asking(&cookie).replace(&own, origin);
        assert_eq!(server.post(&question, &headers).status, 403, "{origin}");
    }
    let nameless = format!("\r\nContent-Type: application/json{cookie}");
    assert_eq!(server.post(&question, &nameless).status, 403);
    let form = server
        .asking(&cookie)
        .replace("application/json", "text/plain");
    assert_eq!(server.post(&question, &form).status, 415);
    let headers = format!("{cookie}\r\nOrigin: http://kaizu.example");
    assert_eq!(server.get("/api/events", &headers).status, 403);
    let headers = format!("{cookie}\r\nSec-Fetch-Site: same-site");
    assert_eq!(server.get("/api/events", &headers).status, 403);
    let nothing = server.ask(&cookie, &json!({ "type": "look" }));
    assert_eq!(nothing["problem"]["code"], "nothing-open");
}

#[test]
fn a_question_without_bounds_is_refused() {
    let home = Folder::new();
    let server = Server::start(&home, &[]);
    let cookie = server.enter();
    let head = format!(
        "POST /api/call HTTP/1.1\r\nHost: {}\r\nContent-Length: {}{}",
        server.host,
        100 * 1024 * 1024,
        server.asking(&cookie)
    );
    let reply = server.raw(&head, "");
    assert_eq!(reply.status, 413);
    assert!(reply.body.contains("too-large"));
    assert!(server.ok(&cookie, &json!({ "type": "hello" }))["catalogue"].is_string());
}

#[test]
fn every_answer_says_what_its_page_may_do() {
    let home = Folder::new();
    let server = Server::start(&home, &[]);
    let cookie = server.enter();
    let hello = server.post(r#"{"type":"hello"}"#, &server.asking(&cookie));
    assert!(hello.head.contains("cache-control: no-store"));
    for reply in [hello, server.get("/", &cookie), server.get("/", "")] {
        assert!(
            reply
                .head
                .contains("content-security-policy: default-src 'none'")
        );
        assert!(reply.head.contains("x-content-type-options: nosniff"));
        assert!(reply.head.contains("referrer-policy: no-referrer"));
        assert!(!reply.head.contains("access-control-allow"));
    }
}

#[test]
fn only_the_file_that_was_opened_and_the_folder_can_be_reached() {
    let (home, inside, outside) = (Folder::new(), Folder::new(), Folder::new());
    let given = project(&outside, "given.kaizu");
    let secret = project(&outside, "secret.kaizu");
    let text = outside.with(
        "secret.flow",
        &std::fs::read(sample("child-allowance-claim")).unwrap(),
    );
    let own = project(&inside, "own.kaizu");
    std::os::unix::fs::symlink(&secret, inside.path("link.kaizu")).unwrap();
    std::os::unix::fs::symlink(outside.0.path(), inside.path("folder")).unwrap();
    let before = contents(outside.0.path());
    let folder = inside.0.path().display().to_string();
    let server = Server::start(&home, &["--folder", &folder, &given]);
    let cookie = server.enter();
    assert_eq!(
        server.ok(&cookie, &json!({ "type": "look" }))["flow"],
        "flow/2"
    );
    let name = outside.0.path().file_name().unwrap().display().to_string();
    let elsewhere = [
        secret.clone(),
        text,
        format!("{folder}/../{name}/secret.kaizu"),
        inside.text("link.kaizu"),
        inside.text("folder/secret.kaizu"),
        "/etc/passwd".to_owned(),
        "../secret.kaizu".to_owned(),
    ];
    for path in &elsewhere {
        let opened = server.ask(&cookie, &json!({ "type": "open", "path": path }));
        assert_eq!(opened["problem"]["code"], "outside-folder", "{path}");
    }
    let new = [
        outside.text("new.svg"),
        format!("{folder}/../{name}/new.svg"),
        inside.text("folder/new.svg"),
        inside.text("link.kaizu"),
        secret,
    ];
    for path in new {
        let question =
            json!({ "type": "export_to", "path": path, "ending": "svg", "what": "flow" });
        let written = server.ask(&cookie, &question);
        assert_eq!(written["problem"]["code"], "outside-folder", "{path}");
    }
    let picture = inside.text("new.svg");
    let question = json!({ "type": "export_to", "path": picture, "ending": "svg", "what": "flow" });
    server.ok(&cookie, &question);
    assert!(std::fs::read_to_string(picture).unwrap().contains("<svg"));
    server.ok(&cookie, &json!({ "type": "open", "path": own }));
    assert!(server.end("-TERM").success());
    assert_eq!(contents(outside.0.path()), before);
}

#[test]
fn it_listens_on_the_loopback_address_alone() {
    let home = Folder::new();
    let server = Server::start(&home, &[]);
    let port = server.host.split_once(':').unwrap().1;
    assert!(TcpStream::connect(&server.host).is_ok());
    // Another address of this machine: who listens on all of them answers here as well.
    assert!(TcpStream::connect(format!("127.0.0.2:{port}")).is_err());
}

#[test]
fn what_cannot_be_done_is_said_before_anything_is_listened_to() {
    let home = Folder::new();
    let taken = Server::start(&home, &[]);
    let port = taken.host.split_once(':').unwrap().1;
    for (arguments, code) in [
        (vec!["--port", port], "no-port"),
        (vec!["--port", "70000"], "wrong-argument"),
        (vec!["--folder", "/no/such/folder"], "no-such-folder"),
        (vec!["no-such.kaizu"], "no-such-file"),
        (vec!["no-such.docx"], "unknown-form"),
    ] {
        let output = command(&home).args(&arguments).arg("--json").output();
        let output = output.unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let problem: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(problem["code"], code, "{problem}");
    }
}
