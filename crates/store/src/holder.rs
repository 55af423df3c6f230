//! Who works in a project.
use std::fmt;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::lock::{self, Found};

/// Who has a project open to write in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    /// The person, as the machine knows them; empty where nobody can say.
    pub user: String,
    /// The machine.
    pub host: String,
    /// Since when, in milliseconds since 1970.
    pub since: i64,
}

impl Holder {
    /// The person who runs this program.
    pub(crate) fn me(since: i64) -> Self {
        let real = whoami::realname().unwrap_or_default();
        let real = real.trim();
        let user = if real.is_empty() {
            whoami::username().unwrap_or_default()
        } else {
            real.to_owned()
        };
        Self {
            user,
            host: lock::host(),
            since,
        }
    }
}

impl fmt::Display for Holder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.user.is_empty() && self.host.is_empty() {
            return f.write_str("somebody");
        }
        write!(f, "{} ({})", self.user, self.host)
    }
}

/// Who has the project at `path` open to write in it, if they are still there.
pub fn holder(path: &Path) -> Option<Holder> {
    let project = lock::project(path).ok()?;
    let found = Found::at(&lock::of(&project))?;
    found.is_alive(&project).then(|| found.holder())
}
