//! `kaizu serve`: the interface in a browser, for this machine and one person only.
mod assets;
mod desk;
mod door;
mod life;
mod pages;
mod routes;
mod secret;

use std::net::Ipv4Addr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result};
use clap::{Arg, ArgMatches, value_parser};
use kaizu_session::{Problem, Words};
use serde_json::json;
use tokio::net::TcpListener;
use tokio::sync::{broadcast, watch};

use self::door::Door;
use self::life::{Terminal, Windows};
use self::routes::{Place, routes};
use super::Verb;
use crate::arguments;
use crate::output::{self, Outcome};

/// How many seconds the server outlives its last window: a page that is loaded again has come back by then.
const LINGER: &str = "60";
/// How long answers under way may take when the server ends. What was answered is on the disk already.
const FAREWELL: Duration = Duration::from_secs(5);
/// Questions that are worked on at once.
const AT_ONCE: usize = 32;
/// Events that a slow window may be behind.
const BEHIND: usize = 64;

/// The interface in a browser.
pub(super) struct Serve;

impl Verb for Serve {
    fn name(&self) -> &'static str {
        "serve"
    }

    fn all_arguments(&self, words: &Words) -> Vec<Arg> {
        let port = Arg::new("port")
            .long("port")
            .value_name("P")
            .value_parser(value_parser!(u16))
            .default_value("0")
            .hide_default_value(true)
            .help(words.say("cli-port"));
        let folder = Arg::new("folder")
            .long("folder")
            .value_name("DIR")
            .value_parser(value_parser!(PathBuf))
            .help(words.say("cli-folder"));
        // Only tests are in more of a hurry than a person who loads a page again.
        let linger = Arg::new("linger")
            .long("linger")
            .value_name("SECONDS")
            .value_parser(value_parser!(u64))
            .default_value(LINGER)
            .hide(true);
        let file = arguments::file(words)
            .required(false)
            .help(words.say("cli-serve-file"));
        vec![file, port, folder, linger, arguments::json(words)]
    }

    fn run(&self, matches: &ArgMatches, words: &Words) -> Result<Outcome> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .max_blocking_threads(AT_ONCE)
            .build()
            .context("threads")?;
        let ended = runtime.block_on(serve(matches, words));
        // A question that nobody waits for any more must not keep the program alive.
        runtime.shutdown_background();
        ended
    }
}

/// Listens, says where, and answers until it is time to end.
async fn serve(matches: &ArgMatches, words: &Words) -> Result<Outcome> {
    let (told, _) = broadcast::channel(BEHIND);
    let desk = desk::open(matches, words, told.clone())?;
    let listener = listen(matches.get_one::<u16>("port").copied(), words).await?;
    let windows = Windows::new();
    let (end, is_over) = watch::channel(false);
    let place = Arc::new(Place {
        door: Door::new(listener.local_addr()?.port())?,
        desk: Arc::clone(&desk),
        told,
        windows: windows.clone(),
        is_over: is_over.clone(),
    });
    let terminal = Terminal::new()?;
    announce(&place.door, matches.get_flag("json"), words)?;
    let mut over = is_over;
    let served = axum::serve(listener, routes(place)).with_graceful_shutdown(async move {
        let _ = over.wait_for(|is_over| *is_over).await;
    });
    let served = tokio::spawn(served.into_future());
    let linger = matches.get_one::<u64>("linger").copied();
    let linger = Duration::from_secs(linger.unwrap_or_default());
    tokio::select! {
        () = terminal.ends() => {}
        () = windows.are_closed(|| tokio::time::sleep(linger)) => {}
    }
    // Long questions are given up, so that the answers under way come at once.
    desk.close();
    end.send_replace(true);
    let _ = tokio::time::timeout(FAREWELL, served).await;
    Ok(Outcome::told())
}

/// This machine's own door; nobody on the network can reach it.
async fn listen(port: Option<u16>, words: &Words) -> Result<TcpListener> {
    let port = port.unwrap_or_default();
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await;
    listener.map_err(|_| Problem::new(words, "no-port", &[("port", port.to_string())]).into())
}

/// Says where the interface is. Programs that wait for it read this line.
fn announce(door: &Door, wants_json: bool, words: &Words) -> Result<()> {
    let address = door.address();
    let outcome = Outcome::new(&json!({ "url": address }), format!("{address}\n"));
    output::print(&outcome.remark(words.say("serve-open")), wants_json)?;
    Ok(())
}
