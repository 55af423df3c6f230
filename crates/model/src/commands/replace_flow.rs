//! Puts other contents in the place of a flow's.
use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Apply;
use crate::removal::removal;
use crate::{Change, Document, Edit, FlowId, Record, RecordId, Refusal};

/// Lets `flow` hold `records` and nothing else. What is said and measured about it stays, as far as it is about what stays.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ReplaceFlow {
    /// Whose contents.
    pub flow: FlowId,
    /// The contents from now on, under fresh ids or under those of what they take the place of.
    pub records: Vec<(RecordId, Record)>,
}

impl Apply for ReplaceFlow {
    fn apply(&self, document: &Document) -> Result<Change, Refusal> {
        document.flow(self.flow)?;
        let mut kept: BTreeSet<RecordId> = BTreeSet::new();
        let mut puts: Vec<Edit> = Vec::new();
        for (id, record) in &self.records {
            let there = document.record(*id);
            let is_own = |record: &Record| record.flow() == Some(self.flow);
            if !is_own(record) || !there.is_none_or(is_own) {
                return Err(Refusal::AcrossFlows(*id, self.flow.into()));
            }
            if !kept.insert(*id) {
                return Err(Refusal::AlreadyThere(*id));
            }
            if there != Some(record) {
                puts.push(document.put(*id, record.clone()));
            }
        }
        let put = Change { edits: puts };
        let between = document.after(&put);
        let gone: Vec<RecordId> = document
            .records()
            .filter(|(id, record)| {
                record.flow() == Some(self.flow) && is_content(record) && !kept.contains(id)
            })
            .map(|(id, _)| id)
            .collect();
        // What is given stands as it is given: it mentions nothing that goes.
        let lost = |(_, record): &(RecordId, Record)| {
            let mut mentioned = record.references().into_iter();
            mentioned.find(|other| gone.contains(other))
        };
        if let Some(lost) = self.records.iter().find_map(lost) {
            return Err(Refusal::NoSuchRecord(lost));
        }
        let rest = removal(&between, &gone);
        Ok(put.edits.into_iter().chain(rest.edits).collect())
    }
}

/// Whether a record of a flow is part of what the flow is, and not of what people say about it.
pub(crate) fn is_content(record: &Record) -> bool {
    match record {
        Record::Lane(_)
        | Record::Phase(_)
        | Record::Step(_)
        | Record::Gateway(_)
        | Record::Event(_)
        | Record::Edge(_)
        | Record::Duty(_)
        | Record::Improvement(_) => true,
        Record::Project(_)
        | Record::LifeEvent(_)
        | Record::Process(_)
        | Record::Flow(_)
        | Record::Item(_)
        | Record::Form(_)
        | Record::Store(_)
        | Record::Complaint(_)
        | Record::Person(_)
        | Record::Measurement(_)
        | Record::Verdict(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{Row, holds, lane, node, step};
    use crate::{Command, Lane, LaneKind, Rank};

    /// The flow with what it has but the step called `name`.
    fn without(document: &Document, name: &str) -> Command {
        let flow = document.first_flow().unwrap();
        let gone: RecordId = node(document, name).into();
        let mentions = |record: &Record| record.references().contains(&gone);
        let records = document
            .records()
            .filter(|(id, it)| it.flow() == Some(flow) && is_content(it) && *id != gone)
            .filter(|(_, it)| !mentions(it))
            .map(|(id, it)| (id, it.clone()))
            .collect();
        ReplaceFlow { flow, records }.into()
    }

    fn twice(document: &Document) -> Command {
        let (flow, id) = (document.first_flow().unwrap(), lane(document, "窓口"));
        let record: Record = document.lane(id).unwrap().clone().into();
        let records = vec![(id.into(), record.clone()), (id.into(), record)];
        ReplaceFlow { flow, records }.into()
    }

    fn elsewhere(document: &Document) -> Command {
        let (flow, id) = (document.first_flow().unwrap(), lane(document, "窓口"));
        let other = Lane::new(FlowId(900), Rank::nth(1), LaneKind::Staff, "県");
        let records = vec![(id.into(), other.into())];
        ReplaceFlow { flow, records }.into()
    }

    fn torn(document: &Document) -> Command {
        let flow = document.first_flow().unwrap();
        let id = step(document, "甲");
        let records = vec![(id.into(), document.step(id).unwrap().clone().into())];
        ReplaceFlow { flow, records }.into()
    }

    #[test]
    fn what_is_not_given_goes_and_what_is_said_stays() {
        let rows: &[Row] = &[
            (
                "窓口: 甲\n窓口: 乙\n@声 職員 不満 甲、乙: 遅い",
                &|it| without(it, "乙"),
                "窓口: 甲\n@声 職員 不満 甲: 遅い",
            ),
            ("窓口: 甲", &twice, "!already-there"),
            ("窓口: 甲", &elsewhere, "!across-flows"),
            ("窓口: 甲", &torn, "!no-such-record"),
        ];
        holds(rows);
    }
}
