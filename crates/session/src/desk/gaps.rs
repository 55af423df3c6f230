//! What is not known yet about the steps that are chosen: the kind their names suggest, what one more entry would tell, and
//! which systems could be entered.
use std::collections::{BTreeMap, BTreeSet};

use kaizu_analysis::{Gap, Graph, Index, gaps, gaps_of_flow};
use kaizu_model::{Document, FlowId, RecordId, StepKind, notation};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Ask, Desk};
use crate::problem::Problem;
use crate::words::Words;

/// Asks for it.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "GapsCall")]
pub struct FindGaps {
    /// The steps; none for the whole flow.
    pub steps: Vec<RecordId>,
}

/// What is not known of some steps, or of the flow that is looked at.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(optional_fields)]
pub struct Gaps {
    /// The moment: how often the project had been changed.
    pub revision: u64,
    /// Steps of unknown kind with the kind that their names suggest. It is nothing but an offer.
    pub kinds: BTreeMap<RecordId, StepKind>,
    /// How much is known, part by part.
    pub parts: Vec<GapsPart>,
    /// The one entry that would tell most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<NextEntry>,
    /// The systems and ledgers that the project uses already, in whatever flow.
    pub systems: BTreeSet<String>,
}

/// How much of one part is known.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(optional_fields)]
pub struct GapsPart {
    /// What people call it.
    pub label: String,
    /// How many entries are there.
    pub known: usize,
    /// How many there could be.
    pub of: usize,
    /// Of whom the first one that is not there is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<RecordId>,
    /// Which attribute that is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attribute: Option<&'static str>,
}

/// What to enter next.
#[derive(Clone, Debug, Serialize, TS)]
pub struct NextEntry {
    /// What it would tell.
    pub sentence: String,
    /// Of whom.
    pub id: RecordId,
    /// Which attribute.
    pub attribute: &'static str,
    /// Of how many it is not known.
    pub n: usize,
}

impl Ask for FindGaps {
    type Answer = Gaps;

    fn answer(self, desk: &Desk) -> Result<Gaps, Problem> {
        let (session, flow) = desk.snapshot()?;
        let document = session.document();
        let graph = Graph::of(document, flow).map_err(|refusal| session.refused(&refusal))?;
        let is_asked = |node: &Index| self.steps.contains(&graph.id(*node).into());
        let asked: Vec<Index> = graph.indices().filter(is_asked).collect();
        let found = if self.steps.is_empty() {
            gaps_of_flow(&graph)
        } else {
            gaps(&graph, &asked)
        };
        let words = session.words();
        let part = |part: &kaizu_analysis::Part| GapsPart {
            label: words.say(&format!("gap-part-{}", part.name)),
            known: part.known,
            of: part.of,
            id: part.first.map(|(id, _)| id),
            attribute: part.first.map(|(_, attribute)| attribute),
        };
        Ok(Gaps {
            revision: session.revision(),
            kinds: kinds(document, flow, &self.steps),
            parts: found.parts.iter().map(part).collect(),
            next: found.most.and_then(|gap| next(words, &gap)),
            systems: systems(document),
        })
    }
}

/// What the names of steps without a kind suggest.
fn kinds(document: &Document, flow: FlowId, asked: &[RecordId]) -> BTreeMap<RecordId, StepKind> {
    let steps = document.steps().filter(|(id, step)| {
        let is_asked = asked.is_empty() || asked.contains(&(*id).into());
        step.flow == flow && step.kind.is_none() && is_asked
    });
    let guessed = steps.filter_map(|(id, step)| {
        let lane = document.lane(step.lane).ok().map(|lane| lane.kind);
        Some((id.into(), notation::guessed_kind(step, lane)?))
    });
    guessed.collect()
}

fn systems(document: &Document) -> BTreeSet<String> {
    let recorded = document.stores().map(|(_, store)| &store.name);
    let used = document
        .steps()
        .flat_map(|(_, step)| step.system.iter().chain(&step.other_systems));
    recorded.chain(used).cloned().collect()
}

fn next(words: &Words, gap: &Gap) -> Option<NextEntry> {
    Some(NextEntry {
        sentence: words.say(&format!("gap-{}", gap.need.id)),
        id: *gap.of.first()?,
        attribute: gap.need.attribute,
        n: gap.of.len(),
    })
}
