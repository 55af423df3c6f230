//! What differs between two flows as offices write it: what applies now beside what will (新旧対照表).
use kaizu_model::{Difference, Document, FlowId, NodeId, RecordId};
use kaizu_redesign::Pair;
use serde::Serialize;
use ts_rs::TS;

use crate::Session;
use crate::words::Words;

/// A step that differs, or that only one flow has.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(optional_fields)]
pub struct Clause {
    /// What became of it.
    pub kind: Difference,
    /// The step as it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<Side>,
    /// The step as it will be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<Side>,
    /// In what they differ.
    pub why: Vec<String>,
}

/// A step of one flow, in words.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Side {
    /// Which one.
    pub id: RecordId,
    /// Who does it.
    pub lane: String,
    /// What is done.
    pub name: String,
    /// How long it takes and on what, where that is known.
    pub how: String,
}

/// Those of `pairs` that differ, each step at its place in today's flow or in `after`.
pub(crate) fn clauses(session: &Session, after: FlowId, pairs: Vec<Pair>) -> Vec<Clause> {
    let (document, words) = (session.document(), session.words());
    let side = |node: Option<NodeId>| node.and_then(|id| side(words, document, id));
    in_place(document, after, pairs)
        .into_iter()
        .filter(|pair| pair.kind != Difference::Same)
        .map(|pair| Clause {
            kind: pair.kind,
            before: side(pair.before),
            after: side(pair.after),
            why: pair
                .why
                .iter()
                .map(|why| words.say(&format!("why-{}", why.code())))
                .collect(),
        })
        .collect()
}

/// What is new stands behind what comes before it in the flow that has it.
fn in_place(document: &Document, after: FlowId, pairs: Vec<Pair>) -> Vec<Pair> {
    let (mut placed, mut new): (Vec<Pair>, Vec<Pair>) =
        pairs.into_iter().partition(|pair| pair.before.is_some());
    let order: Vec<NodeId> = document.nodes_of(after).iter().map(|it| it.id).collect();
    let rank = |pair: &Pair| order.iter().position(|id| Some(*id) == pair.after);
    new.sort_by_key(rank);
    for pair in new {
        let earlier = |other: &Pair| rank(other).is_some() && rank(other) < rank(&pair);
        let nearest = (0..placed.len())
            .filter(|n| placed.get(*n).is_some_and(earlier))
            .max_by_key(|n| placed.get(*n).and_then(rank));
        placed.insert(nearest.map_or(0, |n| n + 1), pair);
    }
    placed
}

fn side(words: &Words, document: &Document, id: NodeId) -> Option<Side> {
    let node = document.node(id).ok()?;
    let lane = document.lane(node.lane).ok()?;
    let step = id.step().and_then(|id| document.step(id).ok());
    let minutes = step.and_then(|it| it.minutes);
    let minutes = minutes.map(|it| {
        let n = Words::number(it.get());
        words.tell("clause-minutes", &[("n", n)])
    });
    let medium = step.and_then(|it| it.medium_out.or(it.medium_in));
    let medium = medium.map(|it| it.word(words.language()).to_owned());
    let how: Vec<String> = minutes.into_iter().chain(medium).collect();
    Some(Side {
        id: id.into(),
        lane: lane.name.clone(),
        name: node.name.to_owned(),
        how: how.join(words.say("clause-and").as_str()),
    })
}
