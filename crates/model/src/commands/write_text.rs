//! Writes a flow as somebody typed it: what differs is put, what is typed no longer goes.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Apply;
use crate::removal::removal;
use crate::{Change, Document, Edit, FlowId, Record, RecordId, Refusal};

/// Lets `flow` and what belongs to its process be as a text has it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct WriteText {
    /// Whose text.
    pub flow: FlowId,
    /// What is new or differs, under its id or a fresh one.
    pub put: Vec<(RecordId, Record)>,
    /// What is not in the text any more.
    pub remove: Vec<RecordId>,
}

impl WriteText {
    /// Whether the text says what is there already.
    pub fn is_empty(&self) -> bool {
        self.put.is_empty() && self.remove.is_empty()
    }

    /// Whether a record is part of what a text of the flow holds.
    fn holds(&self, document: &Document, id: RecordId, record: &Record) -> Result<bool, Refusal> {
        let process = document.flow(self.flow)?.process;
        Ok(match record {
            Record::Process(_) => id == process.into(),
            Record::Flow(_) => id == self.flow.into(),
            Record::Item(it) => it.process == process,
            Record::Form(it) => it.process == process,
            Record::Store(it) => it.process == process,
            Record::Lane(_)
            | Record::Phase(_)
            | Record::Step(_)
            | Record::Gateway(_)
            | Record::Event(_)
            | Record::Edge(_)
            | Record::Complaint(_)
            | Record::Duty(_) => record.flow() == Some(self.flow),
            Record::Project(_)
            | Record::LifeEvent(_)
            | Record::Person(_)
            | Record::Measurement(_)
            | Record::Verdict(_)
            | Record::Improvement(_) => false,
        })
    }
}

impl Apply for WriteText {
    fn apply(&self, document: &Document) -> Result<Change, Refusal> {
        let across = |id: RecordId| Refusal::AcrossFlows(id, self.flow.into());
        let mut puts: Vec<Edit> = Vec::new();
        for (id, record) in &self.put {
            let is_own = match document.record(*id) {
                Some(there) => self.holds(document, *id, there)?,
                None => true,
            };
            if !is_own || !self.holds(document, *id, record)? {
                return Err(across(*id));
            }
            puts.push(document.put(*id, record.clone()));
        }
        for id in &self.remove {
            let there = document.expect_record(*id)?;
            let stays = matches!(there, Record::Process(_) | Record::Flow(_));
            if stays || !self.holds(document, *id, there)? {
                return Err(across(*id));
            }
        }
        let put = Change { edits: puts };
        let rest = removal(&document.after(&put), &self.remove);
        Ok(put.edits.into_iter().chain(rest.edits).collect())
    }
}
