//! What was done, step by step, and the moments that people gave a name.
use kaizu_store::{Deed, Entry, Moment, Revision, Store};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Ask, Desk};
use crate::problem::Problem;
use crate::session::Session;

/// Rows that are told where nobody says how many.
const USUAL: u32 = 40;
/// Rows that are told at most.
const MOST: u32 = 500;

/// Asks for the steps around one of them.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "HistoryCall", optional_fields)]
pub struct History {
    /// The step in the middle; the last one where none is named.
    #[serde(default)]
    pub around: Option<i64>,
    /// How many steps.
    #[serde(default)]
    pub most: Option<u32>,
}

/// What was done, step by step. 0 is the project as it was created.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(optional_fields)]
pub struct Chronicle {
    /// The last step.
    pub last: i64,
    /// When the first step was done, in milliseconds since 1970.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub began_at: Option<i64>,
    /// When the last step was done, in milliseconds since 1970.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended_at: Option<i64>,
    /// The steps asked for, oldest first.
    pub entries: Vec<ToldEntry>,
    /// Every moment with a name, oldest first.
    pub moments: Vec<ToldMoment>,
}

/// A step, in words.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(optional_fields)]
pub struct ToldEntry {
    /// Which one.
    pub revision: i64,
    /// When it was done, in milliseconds since 1970.
    pub at: i64,
    /// Whether something was done, taken back or done again.
    pub deed: ToldDeed,
    /// What.
    pub label: String,
    /// What people call the moment after it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// What a step did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ToldDeed {
    /// Something was done.
    Done,
    /// It was taken back.
    Undone,
    /// It was done again.
    Redone,
}

/// A moment with a name.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(optional_fields)]
pub struct ToldMoment {
    /// After which step.
    pub revision: i64,
    /// What people call it.
    pub name: String,
    /// When the step was done, in milliseconds since 1970.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<i64>,
}

impl Ask for History {
    type Answer = Chronicle;

    fn answer(self, desk: &Desk) -> Result<Chronicle, Problem> {
        let mut state = desk.state();
        let opened = state.opened()?;
        let most = self.most.unwrap_or(USUAL).min(MOST);
        chronicle(&opened.session, self.around, most)
    }
}

/// Up to `most` steps around the one in the middle.
pub(super) fn chronicle(
    session: &Session,
    around: Option<i64>,
    most: u32,
) -> Result<Chronicle, Problem> {
    let store = session.store()?;
    let stored = |failure| session.stored(&failure);
    let last = store.revision();
    let middle = around.unwrap_or(last.0).clamp(0, last.0);
    let most = i64::from(most);
    let first = (middle - most / 2).min(last.0 - most + 1).max(1);
    let entries = store
        .entries(Revision(first), u32::try_from(most).unwrap_or(USUAL))
        .map_err(stored)?;
    let moments = store.moments().map_err(stored)?;
    let when = |revision: Revision| store.written_at(revision).map_err(stored);
    Ok(Chronicle {
        last: last.0,
        began_at: when(Revision(1))?,
        ended_at: when(last)?,
        entries: entries
            .iter()
            .map(|entry| told(session, entry, &moments))
            .collect(),
        moments: moments
            .iter()
            .map(|moment| told_moment(store, moment).map_err(stored))
            .collect::<Result<_, _>>()?,
    })
}

fn told(session: &Session, entry: &Entry, moments: &[Moment]) -> ToldEntry {
    let (deed, sentence) = match entry.deed {
        Deed::Done => (ToldDeed::Done, "history-done"),
        Deed::Undone => (ToldDeed::Undone, "history-undone"),
        Deed::Redone => (ToldDeed::Redone, "history-redone"),
    };
    let words = session.words();
    let what = session.label(&entry.label);
    let what = match entry.label.name.clone().filter(|name| !name.is_empty()) {
        Some(name) => words.tell("history-named", &[("what", what), ("name", name)]),
        None => what,
    };
    ToldEntry {
        revision: entry.revision.0,
        at: entry.at,
        deed,
        label: words.tell(sentence, &[("what", what)]),
        name: name_of(moments, entry.revision),
    }
}

fn told_moment(store: &Store, moment: &Moment) -> Result<ToldMoment, kaizu_store::Failure> {
    Ok(ToldMoment {
        revision: moment.revision.0,
        name: moment.name.clone(),
        at: store.written_at(moment.revision)?,
    })
}

/// What people call the moment after the step `revision`.
pub(super) fn name_of(moments: &[Moment], revision: Revision) -> Option<String> {
    let found = moments.iter().find(|moment| moment.revision == revision);
    found.map(|moment| moment.name.clone())
}
