//! What a window sees after everything that may have changed something.
use std::collections::BTreeMap;

use kaizu_model::{Document, FlowId, ProcessId, Record, RecordId, Variant};
use serde::Serialize;
use ts_rs::TS;

use super::State;
use super::opened::{Opened, Sent};
use super::painting::Painting;
use super::project::ProjectState;
use super::sheet::Sheet;
use crate::problem::Problem;
use crate::requests::convert::ToldLoss;
use crate::requests::heard::Heat;
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
    /// Whether the ground of its steps tells how many speak about them.
    pub heat: Heat,
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
        let source = self.bare()?;
        let Some(had) = self.had(seen) else {
            // The window knows no record of this moment either: the next view is whole.
            self.sent.clear();
            return Ok((Sheet::shown(source).1, true));
        };
        let (sheet, painting) = had.sheet.next(source);
        let document = had.document.clone();
        // An edit may be on its way that was made before this is there.
        self.sent.retain(|it| Some(it.serial) == seen);
        self.sent.push(Sent {
            serial,
            document,
            sheet,
        });
        Ok((painting, false))
    }

    fn view(&mut self, seen: Option<u32>, serial: u32) -> Result<View, Problem> {
        let source = self.bare()?;
        let session = self.shown();
        let document = session.document();
        let flow = document
            .flow(self.flow)
            .map_err(|refusal| session.refused(&refusal))?;
        let process = flow.process;
        let had = self.had(seen);
        let old = had.map(|sent| &sent.document);
        let (sheet, painting) = match had {
            Some(sent) => sent.sheet.next(source),
            None => Sheet::shown(source),
        };
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
            heat: self.heat,
            undo_label: session.undo_label(),
            redo_label: session.redo_label(),
            next: session.ids().peek(),
            losses: Vec::new(),
        };
        let document = document.clone();
        self.sent = vec![Sent {
            serial,
            document,
            sheet,
        }];
        let losses = std::mem::take(&mut self.losses);
        Ok(View { losses, ..view })
    }

    /// What the window has that knows the view `seen`.
    fn had(&self, seen: Option<u32>) -> Option<&Sent> {
        let mut sent = self.sent.iter();
        sent.find(|sent| Some(sent.serial) == seen && sent.sheet.source.flow == self.flow)
    }

    /// The flow that is looked at, placed.
    pub(super) fn bare(&self) -> Result<Bare, Problem> {
        let found = self.flags.get(&self.flow);
        let found = found.map(Vec::as_slice).unwrap_or_default();
        let marked = (found, self.heat);
        let before = self.sent.last().map(|sent| &sent.sheet.source);
        picture::bare(self.shown(), self.flow, marked, before)
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
