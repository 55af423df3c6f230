//! `kaizu serve` as a browser meets it, from the first question to its end.
use std::io::BufRead;
use std::path::PathBuf;

use serde_json::json;

use crate::program::{Folder, kaizu};
use crate::project;
use crate::server::Server;

#[test]
fn the_interface_asks_and_is_answered() {
    let home = Folder::new();
    let server = Server::start(&home, &[]);
    let cookie = server.enter();
    let hello = server.ok(&cookie, &json!({ "type": "hello" }));
    assert_eq!(
        (&hello["language"], &hello["files"]),
        (&json!("en"), &json!("list"))
    );
    let view = server.ok(&cookie, &json!({ "type": "create", "name": "転居届" }));
    assert_eq!(view["project"]["draft"], true);
    let after = server.add_step(&cookie, &view, "届を受け取る");
    assert!(after["undo_label"].is_string());
    let whole = server.ok(&cookie, &json!({ "type": "look" })).to_string();
    assert!(whole.contains("届を受け取る"));
    let unknown = server.ask(&cookie, &json!({ "type": "no_such_call" }));
    assert_eq!(unknown["problem"]["code"], "unreadable-call");
}

#[test]
fn a_window_hears_what_it_did_not_ask_for_until_the_end() {
    let home = Folder::new();
    let server = Server::start(&home, &[]);
    let cookie = server.enter();
    let mut stream = server.listen(&cookie);
    assert!(server.end("-TERM").success());
    let mut rest = String::new();
    while stream.read_line(&mut rest).unwrap() > 0 {}
    assert!(rest.ends_with("0\r\n\r\n"), "{rest}");
}

#[test]
fn it_ends_after_its_last_window() {
    let home = Folder::new();
    let server = Server::start(&home, &["--linger", "0"]);
    let cookie = server.enter();
    let (one, other) = (server.listen(&cookie), server.listen(&cookie));
    drop(one);
    server.ok(&cookie, &json!({ "type": "hello" }));
    drop(other);
    assert!(server.ended().success());
}

#[test]
fn it_ends_with_its_terminal_and_leaves_the_project_whole() {
    for signal in ["-INT", "-TERM", "-HUP"] {
        let (home, folder) = (Folder::new(), Folder::new());
        let path = project(&folder, "a.kaizu");
        let server = Server::start(&home, &[&path]);
        let cookie = server.enter();
        let view = server.ok(&cookie, &json!({ "type": "look" }));
        server.add_step(&cookie, &view, "あとから足した手順");
        assert!(server.end(signal).success(), "{signal}");
        let left = std::fs::read_dir(folder.0.path()).unwrap();
        let left: Vec<PathBuf> = left.map(|entry| entry.unwrap().path()).collect();
        assert_eq!(left, [folder.path("a.kaizu")], "{signal}");
        let text = kaizu(&["text", &path]).stdout;
        assert!(String::from_utf8_lossy(&text).contains("あとから足した手順"));
    }
}

#[test]
fn an_edit_outlives_the_program_and_so_does_its_undo() {
    let (home, folder) = (Folder::new(), Folder::new());
    let path = project(&folder, "a.kaizu");
    let name = "あとから足した手順";
    let server = Server::start(&home, &[&path]);
    let cookie = server.enter();
    let view = server.ok(&cookie, &json!({ "type": "look" }));
    let label = server.add_step(&cookie, &view, name)["undo_label"].clone();
    assert!(!server.end("-KILL").success());
    let server = Server::start(&home, &[&path]);
    let cookie = server.enter();
    let look = || server.ok(&cookie, &json!({ "type": "look" }));
    assert!(look().to_string().contains(name));
    assert_eq!(look()["undo_label"], label);
    server.ok(&cookie, &json!({ "type": "undo" }));
    let again = look();
    assert!(!again["records"].to_string().contains(name));
    assert_eq!(again["records"], view["records"]);
    assert_eq!(again["redo_label"], label);
}
