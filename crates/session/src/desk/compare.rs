//! Two flows of the project, one above the other.
use std::collections::BTreeMap;

use kaizu_analysis::Metrics;
use kaizu_model::RecordId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::look::flow;
use super::sheet::Sheet;
use super::{Ask, Desk, Painting};
use crate::problem::Problem;
use crate::requests::compare::{self, ToldPair};
use crate::requests::finding::Teller;
use crate::requests::old_and_new::{Clause, clauses};
use crate::requests::picture;

/// Asks what became of `before` in `after`.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "CompareCall")]
pub struct Compare {
    /// The flow of today.
    pub before: RecordId,
    /// The better flow.
    pub after: RecordId,
}

/// Two flows, step by step and figure by figure.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Comparison {
    /// The picture of the first: what goes is marked.
    pub above: Painting,
    /// The picture of the second: what came is marked.
    pub below: Painting,
    /// Step by step.
    pub steps: Vec<ToldPair>,
    /// What differs, as offices write it.
    pub clauses: Vec<Clause>,
    /// The figures of the first.
    pub before: Metrics,
    /// The figures of the second.
    pub after: Metrics,
    /// How many steps of each kind there are.
    pub counts: BTreeMap<&'static str, usize>,
    /// Which record of the first flow each name of a step stands for.
    pub keys_before: BTreeMap<String, RecordId>,
    /// Which record of the second.
    pub keys_after: BTreeMap<String, RecordId>,
}

impl Ask for Compare {
    type Answer = Comparison;

    fn answer(self, desk: &Desk) -> Result<Comparison, Problem> {
        let (session, _) = desk.snapshot()?;
        let before = flow(&session, self.before)?;
        let after = flow(&session, self.after)?;
        let (above, below) = picture::bare_pair(&session, before, after)?;
        let compared = session.ask(&compare::Compare::between(before, after), before)?;
        let mut counts = BTreeMap::new();
        for pair in &compared.steps {
            *counts.entry(pair.kind).or_insert(0) += 1;
        }
        let keys = |flow| Teller::new(session.words(), session.document(), flow).keys();
        Ok(Comparison {
            above: Sheet::shown(above).1,
            below: Sheet::shown(below).1,
            steps: compared.steps,
            clauses: clauses(&session, after, compared.pairs),
            before: compared.before,
            after: compared.after,
            counts,
            keys_before: keys(before),
            keys_after: keys(after),
        })
    }
}
