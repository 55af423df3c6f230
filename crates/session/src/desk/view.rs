//! What a window sees after everything that may have changed something.
use std::collections::BTreeMap;

use kaizu_model::{Document, FlowId, ProcessId, Record, RecordId, Variant};
use kaizu_store::Access;
use serde::Serialize;
use ts_rs::TS;

use super::State;
use super::look_back::Past;
use super::opened::{Opened, Sent};
use super::painting::{Painting, Sheet};
use crate::problem::Problem;
use crate::requests::convert::ToldLoss;
use crate::requests::picture::{self, Bare};

/// What a window sees.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(optional_fields)]
pub struct View {
    /// Counts views.
    pub serial: u32,
    /// Whether this is everything; else it is merged into what the window has.
    pub whole: bool,
    /// How often the project was changed.
    pub revision: u64,
    /// The project.
    pub project: ProjectState,
    /// Its processes.
    pub processes: Vec<ProcessName>,
    /// The process that is looked at.
    pub process: RecordId,
    /// Its flows, as-is first.
    pub flows: Vec<FlowName>,
    /// The flow that is looked at.
    pub flow: RecordId,
    /// What the flow and its process hold: all of it, or what is new or changed.
    pub records: BTreeMap<RecordId, Record>,
    /// Records that are no longer there.
    pub gone: Vec<RecordId>,
    /// The picture, or what changed in it.
    pub painting: Painting,
    /// What undo would take back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub undo_label: Option<String>,
    /// What redo would do again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub redo_label: Option<String>,
    /// The first number that no record has or had.
    pub next: u32,
    /// What a file of another form lost on its way in.
    pub losses: Vec<ToldLoss>,
}

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

/// A process by name.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ProcessName {
    /// Which one.
    pub id: RecordId,
    /// What people call it.
    pub name: String,
    /// Whether its figures are invented.
    pub illustrative: bool,
}

/// A flow by name.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(optional_fields)]
pub struct FlowName {
    /// Which one.
    pub id: RecordId,
    /// What people call it.
    pub name: String,
    /// Today's work or a better one.
    pub variant: Variant,
    /// The flow it was made from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub made_from: Option<RecordId>,
    /// How many voices were written on it, where there are any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub voices: Option<usize>,
}

impl State {
    /// What there is to see for a window that has the view `seen`.
    pub(super) fn view(&mut self, seen: Option<u32>) -> Result<View, Problem> {
        let serial = self.serial.wrapping_add(1);
        let opened = self.opened()?;
        let view = opened.view(seen, serial)?;
        self.serial = serial;
        Ok(view)
    }
}

impl Opened {
    /// The picture for a window that has the view `seen`, and whether it is whole.
    pub(super) fn repaint(
        &mut self,
        seen: Option<u32>,
        serial: u32,
    ) -> Result<(Painting, bool), Problem> {
        let sheet = self.sheet()?;
        let flow = self.flow;
        let had = self
            .sent
            .take()
            .filter(|sent| Some(sent.serial) == seen && sent.flow == flow);
        let Some(mut sent) = had else {
            // The window knows no record of this moment either: the next view is whole.
            return Ok((sheet.whole(), true));
        };
        let painting = sheet.since(&sent.sheet);
        sent.serial = serial;
        sent.sheet = sheet;
        self.sent = Some(sent);
        Ok((painting, false))
    }

    fn view(&mut self, seen: Option<u32>, serial: u32) -> Result<View, Problem> {
        let sheet = self.sheet()?;
        let session = self.shown();
        let document = session.document();
        let flow = document
            .flow(self.flow)
            .map_err(|refusal| session.refused(&refusal))?;
        let process = flow.process;
        let had = self
            .sent
            .as_ref()
            .filter(|sent| Some(sent.serial) == seen && sent.flow == self.flow);
        let painting = had.map_or_else(|| sheet.whole(), |sent| sheet.since(&sent.sheet));
        let old = had.map(|sent| &sent.document);
        let view = View {
            serial,
            whole: had.is_none(),
            revision: session.revision(),
            project: self.project(process),
            processes: processes(document),
            process: process.into(),
            flows: flows(document, process),
            flow: self.flow.into(),
            records: changed(document, old, self.flow, process),
            gone: gone(document, old, self.flow, process),
            painting,
            undo_label: session.undo_label(),
            redo_label: session.redo_label(),
            next: session.ids().peek(),
            losses: Vec::new(),
        };
        let losses = std::mem::take(&mut self.losses);
        let view = View { losses, ..view };
        self.sent = Some(Sent {
            serial,
            flow: self.flow,
            document: self.shown().document().clone(),
            sheet,
        });
        Ok(view)
    }

    /// The picture as it is.
    pub(super) fn sheet(&self) -> Result<Sheet, Problem> {
        self.bare().map(Sheet::of)
    }

    /// The picture and its legend.
    pub(super) fn bare(&self) -> Result<Bare, Problem> {
        let found = self.flags.get(&self.flow);
        let found = found.map(Vec::as_slice).unwrap_or_default();
        picture::bare(self.shown(), self.flow, found)
    }

    fn project(&self, process: ProcessId) -> ProjectState {
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
}

fn processes(document: &Document) -> Vec<ProcessName> {
    document
        .processes()
        .map(|(id, it)| ProcessName {
            id: id.into(),
            name: it.name.clone(),
            illustrative: it.is_illustrative,
        })
        .collect()
}

fn flows(document: &Document, process: ProcessId) -> Vec<FlowName> {
    document
        .flows_of(process)
        .into_iter()
        .map(|(id, it)| FlowName {
            id: id.into(),
            name: it.name.clone(),
            variant: it.variant,
            made_from: it.made_from.map(RecordId::from),
            voices: Some(document.complaints_of(id).count()).filter(|n| *n > 0),
        })
        .collect()
}

/// Whether a window that looks at `flow` of `process` needs the record.
fn is_near(id: RecordId, record: &Record, flow: FlowId, process: ProcessId) -> bool {
    if let Some(own) = record.flow() {
        return own == flow;
    }
    match record {
        Record::Process(_) => id == process.into(),
        Record::Flow(it) => it.process == process,
        Record::Item(it) => it.process == process,
        Record::Project(_)
        | Record::LifeEvent(_)
        | Record::Form(_)
        | Record::Store(_)
        | Record::Person(_)
        | Record::Lane(_)
        | Record::Phase(_)
        | Record::Step(_)
        | Record::Gateway(_)
        | Record::Event(_)
        | Record::Edge(_)
        | Record::Complaint(_)
        | Record::Duty(_)
        | Record::Measurement(_)
        | Record::Verdict(_)
        | Record::Improvement(_) => true,
    }
}

/// Records that are new or differ from `old`; all where there is no `old`.
fn changed(
    document: &Document,
    old: Option<&Document>,
    flow: FlowId,
    process: ProcessId,
) -> BTreeMap<RecordId, Record> {
    let is_known = |id: RecordId, record: &Record| {
        let known = old.and_then(|old| old.record(id));
        known.is_some_and(|known| std::ptr::eq(known, record) || known == record)
    };
    document
        .records()
        .filter(|(id, record)| is_near(*id, record, flow, process) && !is_known(*id, record))
        .map(|(id, record)| (id, record.clone()))
        .collect()
}

/// Records of `old` that are no longer there.
fn gone(
    document: &Document,
    old: Option<&Document>,
    flow: FlowId,
    process: ProcessId,
) -> Vec<RecordId> {
    let near = old.into_iter().flat_map(Document::records);
    near.filter(|(id, record)| is_near(*id, record, flow, process))
        .map(|(id, _)| id)
        .filter(|id| document.record(*id).is_none())
        .collect()
}
