//! The pulse of a held project: a thread that says again and again that somebody is still there.
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use crate::hold::Hold;

/// How often it is said.
const BEAT: Duration = Duration::from_secs(20);

/// A held project; it is free again when this is dropped.
#[derive(Debug)]
pub(crate) struct Pulse {
    end: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Pulse {
    /// Holds on.
    pub(crate) fn of(hold: Hold) -> Self {
        let (end, is_over) = channel();
        let thread = std::thread::spawn(move || {
            while let Err(RecvTimeoutError::Timeout) = is_over.recv_timeout(BEAT) {
                hold.beat();
            }
        });
        Self {
            end: Some(end),
            thread: Some(thread),
        }
    }
}

impl Drop for Pulse {
    fn drop(&mut self) {
        self.end = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
