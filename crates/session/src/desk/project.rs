//! The open project as the window shows it: where it lies, whether it is on the disk, and whether it can be changed.
use kaizu_model::ProcessId;
use kaizu_store::Access;
use serde::Serialize;
use ts_rs::TS;

use super::drafts::known;
use super::look_back::Past;
use super::opened::Opened;
use crate::problem::Problem;

/// The open project.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(optional_fields)]
pub struct ProjectState {
    /// Its file; none for a draft.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// Where it lies, also where nobody chose a place.
    pub path: String,
    /// What people call it.
    pub name: String,
    /// Whether it is kept in Kaizu's own folder.
    pub draft: bool,
    /// Whether it cannot be changed.
    pub read_only: bool,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reading: Option<Reading>,
    /// Who has it open to write in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub held_by: Option<Holder>,
    /// The earlier moment that is looked at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub past: Option<Past>,
    /// When it was written last, in milliseconds since 1970.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub saved_at: Option<i64>,
    /// When everything in it was last read back from the disk; nothing while something was not yet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verified_at: Option<i64>,
}

/// Why nothing can be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Reading {
    /// Somebody else has the file open.
    Held,
    /// Nothing can be written where the file lies.
    Place,
    /// An earlier moment is looked at.
    Past,
    /// The file is damaged.
    Damaged,
}

/// Who has a file open to write in it.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Holder {
    /// The person, as the machine knows them.
    pub user: String,
    /// The machine.
    pub host: String,
    /// Since when, in milliseconds since 1970.
    pub since: i64,
}

impl Opened {
    /// The project as the window shows it, which looks at `process`.
    pub(super) fn project(&self, process: ProcessId) -> ProjectState {
        let document = self.shown().document();
        let named = document.projects().map(|(_, it)| it.name.clone());
        let process = document.process(process).map(|it| it.name.clone());
        let name = named.chain(process).find(|name| !name.is_empty());
        let reading = self.reading();
        let (revision, health) = (self.session.revision(), self.health.known());
        let verified = health.verified.filter(|(up_to, _)| *up_to >= revision);
        ProjectState {
            file: (!self.is_draft).then(|| self.path.display().to_string()),
            path: self.path.display().to_string(),
            name: name.unwrap_or_default(),
            draft: self.is_draft,
            read_only: reading.is_some(),
            held_by: self.holder(),
            reading,
            past: self.back.as_ref().map(|back| back.past.clone()),
            saved_at: self.saved_at,
            verified_at: verified.map(|(_, at)| at),
        }
    }

    /// Why nothing can be changed.
    pub(super) fn reading(&self) -> Option<Reading> {
        if self.back.is_some() {
            return Some(Reading::Past);
        }
        if self.health.known().is_damaged {
            return Some(Reading::Damaged);
        }
        match self.session.store().ok()?.access() {
            Access::Full => None,
            Access::Held(_) => Some(Reading::Held),
            Access::Place => Some(Reading::Place),
        }
    }

    /// Who has it open to write in it.
    pub(super) fn holder(&self) -> Option<Holder> {
        match self.session.store().ok()?.access() {
            Access::Held(holder) => Some(Holder {
                user: holder.user.clone(),
                host: holder.host.clone(),
                since: holder.since,
            }),
            Access::Full | Access::Place => None,
        }
    }

    /// What people call it.
    pub(super) fn name(&self) -> String {
        known(self.path.clone(), self.shown().document(), 0).name
    }

    /// The refusal of an edit while it is only read.
    pub(super) fn not_now(&self, reading: Reading) -> Problem {
        let code = match reading {
            Reading::Held => "held",
            Reading::Place => "read-only",
            Reading::Past => "looking-back",
            Reading::Damaged => "damaged",
        };
        let holder = self.holder();
        let values = holder.map_or_else(Vec::new, |it| vec![("user", it.user), ("host", it.host)]);
        let file = self.path.display().to_string();
        self.session.problem(code, &values).in_file(&file)
    }
}
