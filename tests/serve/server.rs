//! `kaizu serve` as a test starts it, and requests to it byte by byte, so that nothing tidies them up on the way.
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, ExitStatus, Stdio};

use serde_json::{Value, json};

use crate::program::Folder;

/// A running server; killed when dropped.
pub(crate) struct Server {
    child: Child,
    /// `127.0.0.1:PORT`.
    pub(crate) host: String,
    /// The path of the address that was printed, with its token.
    pub(crate) entry: String,
}

/// What came back.
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: String,
}

impl Server {
    /// Starts it with Kaizu's own files in `home`, and reads where it listens.
    pub(crate) fn start(home: &Folder, arguments: &[&str]) -> Self {
        let mut child = command(home)
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        let mut output = BufReader::new(child.stdout.take().unwrap());
        output.read_line(&mut line).unwrap();
        let address = line.trim().strip_prefix("http://").unwrap();
        let (host, entry) = address.split_once('/').unwrap();
        Self {
            child,
            host: host.to_owned(),
            entry: format!("/{entry}"),
        }
    }

    /// Sends `head` and `body` as they are, and reads what comes until the end.
    pub(crate) fn raw(&self, head: &str, body: &str) -> Reply {
        let mut stream = TcpStream::connect(&self.host).unwrap();
        let sent = format!("{head}\r\nConnection: close\r\n\r\n{body}");
        stream.write_all(sent.as_bytes()).unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        Reply {
            status: head.split(' ').nth(1).unwrap().parse().unwrap(),
            head: head.to_lowercase(),
            body: body.to_owned(),
        }
    }

    /// Visits `path` with the headers given.
    pub(crate) fn get(&self, path: &str, headers: &str) -> Reply {
        let head = format!("GET {path} HTTP/1.1\r\nHost: {}{headers}", self.host);
        self.raw(&head, "")
    }

    /// Comes in, and gives the header that a browser sends from then on.
    pub(crate) fn enter(&self) -> String {
        let reply = self.get(&self.entry, "");
        assert_eq!(reply.status, 303, "{}", reply.body);
        let line = reply.head.lines().find(|it| it.starts_with("set-cookie"));
        let cookie = line.unwrap().strip_prefix("set-cookie: ").unwrap();
        format!("\r\nCookie: {}", cookie.split(';').next().unwrap())
    }

    /// The headers of a question from a page of this server.
    pub(crate) fn asking(&self, cookie: &str) -> String {
        format!(
            "\r\nOrigin: http://{}\r\nContent-Type: application/json{cookie}",
            self.host
        )
    }

    /// Asks with the headers given.
    pub(crate) fn post(&self, question: &str, headers: &str) -> Reply {
        let head = format!(
            "POST /api/call HTTP/1.1\r\nHost: {}\r\nContent-Length: {}{headers}",
            self.host,
            question.len()
        );
        self.raw(&head, question)
    }

    /// Asks as the interface does.
    pub(crate) fn ask(&self, cookie: &str, question: &Value) -> Value {
        let reply = self.post(&question.to_string(), &self.asking(cookie));
        assert_eq!(reply.status, 200, "{}", reply.body);
        serde_json::from_str(&reply.body).unwrap()
    }

    /// Asks what has to go well.
    pub(crate) fn ok(&self, cookie: &str, question: &Value) -> Value {
        let mut answer = self.ask(cookie, question);
        assert!(answer["problem"].is_null(), "{question}: {answer}");
        answer["ok"].take()
    }

    /// Adds a step called `name` at the end of the flow that `view` shows.
    pub(crate) fn add_step(&self, cookie: &str, view: &Value, name: &str) -> Value {
        let mut lanes = view["records"].as_object().unwrap().keys();
        let lane = lanes.rfind(|id| id.starts_with("lane/"));
        let next = view["next"].as_u64().unwrap();
        let command = json!({
            "type": "add_step", "step": next, "edge": next + 1, "name": name, "after": null,
            "flow": number(&view["flow"]), "lane": number(&json!(lane.unwrap())),
        });
        self.ok(cookie, &json!({ "type": "send", "command": command }))
    }

    /// Listens, and gives the connection once the server answers.
    pub(crate) fn listen(&self, cookie: &str) -> BufReader<TcpStream> {
        let mut stream = TcpStream::connect(&self.host).unwrap();
        let head = format!("GET /api/events HTTP/1.1\r\nHost: {}{cookie}", self.host);
        write!(stream, "{head}\r\n\r\n").unwrap();
        let mut stream = BufReader::new(stream);
        let mut line = String::new();
        while line != "\r\n" {
            line.clear();
            stream.read_line(&mut line).unwrap();
            assert!(
                !line.starts_with("HTTP/1.1") || line.contains(" 200 "),
                "{line}"
            );
        }
        stream
    }

    /// Waits until it has ended by itself.
    pub(crate) fn ended(mut self) -> ExitStatus {
        self.child.wait().unwrap()
    }

    /// Sends a signal, and waits for the end.
    pub(crate) fn end(mut self, signal: &str) -> ExitStatus {
        let id = self.child.id().to_string();
        let sent = Command::new("kill").args([signal, &id]).status().unwrap();
        assert!(sent.success());
        self.child.wait().unwrap()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // One that has ended already cannot be killed.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The program, with Kaizu's own files in `home`.
pub(crate) fn command(home: &Folder) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kaizu"));
    command
        .arg("serve")
        .args(["--lang", "en"])
        .env("XDG_DATA_HOME", home.0.path())
        .env("HOME", home.0.path())
        .stdin(Stdio::null());
    command
}

/// The number behind the slash of an id.
fn number(id: &Value) -> u64 {
    let (_, number) = id.as_str().unwrap().split_once('/').unwrap();
    number.parse().unwrap()
}
