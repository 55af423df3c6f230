//! A window under `WebKitWebDriver`, with a home of its own.
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use fantoccini::error::CmdError;
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use kaizu_session::Words;
use kaizu_session::model::Language;
use serde_json::json;

use crate::processes;

/// The program as it was built for these tests.
pub(crate) const APP: &str = env!("CARGO_BIN_EXE_kaizu-desktop");
/// How long anything may take on a machine with much to do.
pub(crate) const PATIENCE: Duration = Duration::from_secs(90);
/// How often is looked.
const PAUSE: Duration = Duration::from_millis(50);

/// Where a person's files are; it goes with the test.
pub(crate) struct Home(tempfile::TempDir);

/// A process that ends with the test.
pub(crate) struct Running(Child);

impl Running {
    pub(crate) fn id(&self) -> u32 {
        self.0.id()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        for id in processes::family(self.id()) {
            end(id);
        }
        let _ = self.0.wait();
    }
}

impl Home {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// Starts the program as a person does.
    pub(crate) fn start(&self, files: &[String]) -> Running {
        self.run(Command::new(APP).args(files))
    }

    fn run(&self, command: &mut Command) -> Running {
        let place = |name| self.0.path().join(name);
        command
            .env("HOME", self.0.path())
            .env("XDG_DATA_HOME", place("data"))
            .env("XDG_CACHE_HOME", place("cache"))
            .env("XDG_CONFIG_HOME", place("config"))
            .env("LANG", "ja_JP.UTF-8")
            .env_remove("DBUS_SESSION_BUS_ADDRESS")
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        Running(command.spawn().expect("WebKitWebDriver is installed"))
    }

    /// Waits until Kaizu has written the file `name`.
    pub(crate) fn waits_for(&self, name: &str) {
        let file = self.0.path().join("data/jp.kaizu.desktop").join(name);
        let begun = Instant::now();
        while !file.exists() {
            assert!(begun.elapsed() < PATIENCE, "{name} is not written");
            std::thread::park_timeout(PAUSE);
        }
    }
}

/// A window and the driver that moves it.
pub(crate) struct Window {
    pub(crate) client: Client,
    words: Words,
    driver: Running,
}

impl Window {
    /// Opens the window in `home`.
    pub(crate) async fn open(home: &Home, files: &[String]) -> Self {
        let port = free_port();
        let mut driver = Command::new("WebKitWebDriver");
        driver.arg(format!("--port={port}"));
        let driver = home.run(driver.env("TAURI_WEBVIEW_AUTOMATION", "true"));
        let options = json!({ "webkitgtk:browserOptions": { "binary": APP, "args": files } });
        let options: Capabilities = serde_json::from_value(options).unwrap();
        let address = format!("http://127.0.0.1:{port}");
        let begun = Instant::now();
        let client = loop {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            builder.capabilities(options.clone());
            match builder.connect(&address).await {
                Ok(client) => break client,
                Err(error) => assert!(begun.elapsed() < PATIENCE, "no window: {error}"),
            }
            tokio::time::sleep(PAUSE).await;
        };
        let words = Words::new(Language::Ja);
        Self {
            client,
            words,
            driver,
        }
    }

    /// The text `id` as it is on the screen.
    pub(crate) fn say(&self, id: &str) -> String {
        assert!(self.words.has(id), "the catalogue lacks {id}");
        self.words.say(id)
    }

    /// Waits until `path` is there, and gives it.
    pub(crate) async fn sees(&self, path: &str) -> Result<fantoccini::elements::Element, CmdError> {
        let begun = Instant::now();
        loop {
            if let Some(first) = self.all(path).await?.into_iter().next() {
                return Ok(first);
            }
            if begun.elapsed() > PATIENCE {
                let page = self.client.find(Locator::Css("body")).await?.text().await?;
                panic!("{path} does not come; the window says:\n{page}");
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Everything that `path` leads to. What is drawn anew while the driver looks at it is looked for again.
    async fn all(&self, path: &str) -> Result<Vec<fantoccini::elements::Element>, CmdError> {
        let begun = Instant::now();
        loop {
            match self.client.find_all(Locator::XPath(path)).await {
                Err(error) if error.is_stale_element_reference() && begun.elapsed() < PATIENCE => {}
                found => return found,
            }
        }
    }

    /// Waits until `path` is gone.
    pub(crate) async fn sees_no_more(&self, path: &str) -> Result<(), CmdError> {
        let begun = Instant::now();
        while self.count(path).await? > 0 {
            assert!(begun.elapsed() < PATIENCE, "{path} does not go");
            tokio::time::sleep(PAUSE).await;
        }
        Ok(())
    }

    /// How many there are of `path`.
    pub(crate) async fn count(&self, path: &str) -> Result<usize, CmdError> {
        Ok(self.all(path).await?.len())
    }

    /// Clicks `path` once it is there, stands still, and nothing lies over it.
    pub(crate) async fn click(&self, path: &str) -> Result<(), CmdError> {
        let begun = Instant::now();
        loop {
            match self.try_to_click(path).await {
                Ok(true) => return Ok(()),
                Err(error) if begun.elapsed() > PATIENCE => return Err(error),
                Ok(false) | Err(_) => tokio::time::sleep(PAUSE).await,
            }
        }
    }

    async fn try_to_click(&self, path: &str) -> Result<bool, CmdError> {
        let element = self.sees(path).await?;
        let place = element.rectangle().await?;
        tokio::time::sleep(PAUSE).await;
        if element.rectangle().await? != place {
            return Ok(false);
        }
        element.click().await.map(|()| true)
    }

    /// Ends the program in the middle of whatever it does.
    pub(crate) fn kill(self) {
        end(processes::child(self.driver.id()).expect("the window runs"));
    }

    pub(crate) async fn close(self) -> Result<(), CmdError> {
        self.client.clone().close().await
    }
}

/// A port that nobody listens at.
fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}

fn end(id: u32) {
    let id = id.to_string();
    let _ = Command::new("kill").args(["-9", &id]).status();
}

/// The file of a sample.
pub(crate) fn sample(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../samples");
    let file = folder.join(name).with_extension("flow");
    file.canonicalize().unwrap().display().to_string()
}
