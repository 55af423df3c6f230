//! Who has a project open to write in it.
use std::fmt;

use serde::{Deserialize, Serialize};

/// Who has a project open to write in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    /// The person, as the machine knows them.
    pub user: String,
    /// The machine.
    pub host: String,
    /// Since when, in milliseconds since 1970.
    pub since: i64,
}

impl fmt::Display for Holder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.user, self.host)
    }
}

/// The right to write in a project. It ends when this is dropped.
#[derive(Debug)]
pub(crate) struct Hold {}

impl Hold {
    /// Takes the project at `path` for this program; and whether somebody before left it without an end.
    pub(crate) fn take(
        path: &std::path::Path,
        home: &std::path::Path,
        now_ms: i64,
    ) -> Result<(Self, bool), crate::Failure> {
        let _ = (path, home, now_ms);
        Ok((Self {}, false))
    }

    /// Says that somebody is still there.
    pub(crate) fn beat(&self) {}
}
