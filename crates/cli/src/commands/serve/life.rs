//! How long the server lives: until its terminal ends it, or its last window has been closed for a while.
use std::future::Future;
use std::io;

use tokio::sync::watch;

/// The windows that are open.
#[derive(Clone)]
pub(super) struct Windows(watch::Sender<usize>);

impl Windows {
    /// None yet.
    pub(super) fn new() -> Self {
        Self(watch::Sender::new(0))
    }

    /// One more, until what is given back is dropped.
    pub(super) fn opened(&self) -> Window {
        self.0.send_modify(|open| *open += 1);
        Window(self.0.clone())
    }

    /// Ends once there was a window and then none for as long as `pause` takes.
    pub(super) async fn are_closed<P: Future<Output = ()>>(&self, pause: impl Fn() -> P) {
        let mut open = self.0.subscribe();
        // The sender lives in `self`, so that waiting cannot fail.
        let _ = open.wait_for(|open| *open > 0).await;
        loop {
            let _ = open.wait_for(|open| *open == 0).await;
            tokio::select! {
                biased;
                _ = open.wait_for(|open| *open > 0) => {}
                () = pause() => return,
            }
        }
    }
}

/// One open window.
pub(super) struct Window(watch::Sender<usize>);

impl Drop for Window {
    fn drop(&mut self) {
        self.0.send_modify(|open| *open -= 1);
    }
}

/// The ways in which a terminal ends a program.
#[cfg(unix)]
pub(super) struct Terminal([tokio::signal::unix::Signal; 3]);

#[cfg(unix)]
impl Terminal {
    /// Listens from now on.
    pub(super) fn new() -> io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Self([
            signal(SignalKind::interrupt())?,
            signal(SignalKind::terminate())?,
            signal(SignalKind::hangup())?,
        ]))
    }

    /// Ends when the terminal says so.
    pub(super) async fn ends(mut self) {
        let [interrupt, terminate, hang_up] = &mut self.0;
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
            _ = hang_up.recv() => {}
        }
    }
}

/// The ways in which a terminal ends a program.
#[cfg(windows)]
pub(super) struct Terminal(
    tokio::signal::windows::CtrlC,
    tokio::signal::windows::CtrlBreak,
    tokio::signal::windows::CtrlClose,
    tokio::signal::windows::CtrlShutdown,
);

#[cfg(windows)]
impl Terminal {
    /// Listens from now on.
    pub(super) fn new() -> io::Result<Self> {
        use tokio::signal::windows::{ctrl_break, ctrl_c, ctrl_close, ctrl_shutdown};
        Ok(Self(
            ctrl_c()?,
            ctrl_break()?,
            ctrl_close()?,
            ctrl_shutdown()?,
        ))
    }

    /// Ends when the terminal says so.
    pub(super) async fn ends(mut self) {
        tokio::select! {
            _ = self.0.recv() => {}
            _ = self.1.recv() => {}
            _ = self.2.recv() => {}
            _ = self.3.recv() => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    use futures_util::future::poll_fn;

    /// Polls `life` once.
    fn is_over(life: &mut (impl Future<Output = ()> + Unpin)) -> bool {
        let mut context = Context::from_waker(Waker::noop());
        pin!(life).poll(&mut context).is_ready()
    }

    /// A pause that ends when `over` is set, and counts how often it began.
    fn pause<'a>(over: &'a Cell<bool>, begun: &'a Cell<usize>) -> impl Fn() -> PauseOf<'a> {
        move || {
            begun.set(begun.get() + 1);
            Box::pin(poll_fn(move |_| {
                if over.get() {
                    Poll::Ready(())
                } else {
                    Poll::Pending
                }
            }))
        }
    }

    type PauseOf<'a> = std::pin::Pin<Box<dyn Future<Output = ()> + 'a>>;

    #[test]
    fn it_waits_for_the_first_window_however_long_that_takes() {
        let (windows, over, begun) = (Windows::new(), Cell::new(true), Cell::new(0));
        let mut life = pin!(windows.are_closed(pause(&over, &begun)));
        assert!(!is_over(&mut life));
        let window = windows.opened();
        assert!(!is_over(&mut life));
        drop(window);
        assert!(is_over(&mut life));
    }

    #[test]
    fn it_ends_after_the_pause_and_not_before() {
        let (windows, over, begun) = (Windows::new(), Cell::new(false), Cell::new(0));
        let mut life = pin!(windows.are_closed(pause(&over, &begun)));
        let (one, other) = (windows.opened(), windows.opened());
        assert!(!is_over(&mut life));
        drop(one);
        assert!(!is_over(&mut life));
        assert_eq!(begun.get(), 0);
        drop(other);
        assert!(!is_over(&mut life));
        assert_eq!(begun.get(), 1);
        over.set(true);
        assert!(is_over(&mut life));
    }

    #[test]
    fn a_window_that_comes_back_in_time_keeps_it_alive() {
        let (windows, over, begun) = (Windows::new(), Cell::new(false), Cell::new(0));
        let mut life = pin!(windows.are_closed(pause(&over, &begun)));
        drop(windows.opened());
        let window = windows.opened();
        over.set(true);
        assert!(!is_over(&mut life));
        over.set(false);
        drop(window);
        assert!(!is_over(&mut life));
        assert_eq!(begun.get(), 1);
        over.set(true);
        assert!(is_over(&mut life));
    }
}
