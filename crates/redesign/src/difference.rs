//! What differs between two flows, node by node.
use kaizu_analysis::{Graph, Index};
use kaizu_model::{Check, Difference, Document, FlowId, NodeId, Refusal, Step};
use serde::Serialize;

use crate::lineage::Pair as Lines;
use crate::matching::matched;

/// In what two versions of a node differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// It is called otherwise.
    Name,
    /// Somebody else does it.
    Lane,
    /// Something else is done, or a gateway parts otherwise.
    Kind,
    /// It takes more or less working time.
    Minutes,
    /// It waits longer or less.
    Wait,
    /// It works on other media.
    Medium,
    /// It uses another system or ledger.
    System,
    /// It reads or writes other items.
    Items,
    /// It checks something else.
    Check,
    /// It is sealed otherwise.
    Seals,
    /// It rests on something else.
    Basis,
    /// More or fewer cases come to it.
    Frequency,
    /// Something else about it.
    Other,
}

impl Why {
    /// A stable name, the key of its sentence.
    pub fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Lane => "lane",
            Self::Kind => "kind",
            Self::Minutes => "minutes",
            Self::Wait => "wait",
            Self::Medium => "medium",
            Self::System => "system",
            Self::Items => "items",
            Self::Check => "check",
            Self::Seals => "seals",
            Self::Basis => "basis",
            Self::Frequency => "frequency",
            Self::Other => "other",
        }
    }

    /// Every reason.
    pub const ALL: &[Self] = &[
        Self::Name,
        Self::Lane,
        Self::Kind,
        Self::Minutes,
        Self::Wait,
        Self::Medium,
        Self::System,
        Self::Items,
        Self::Check,
        Self::Seals,
        Self::Basis,
        Self::Frequency,
        Self::Other,
    ];
}

/// A node of one flow with its like in the other.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// What became of it.
    pub kind: Difference,
    /// The node in the first flow.
    pub before: Option<NodeId>,
    /// The node in the second flow.
    pub after: Option<NodeId>,
    /// In what they differ.
    pub why: Vec<Why>,
}

/// Compares two flows: nodes of the first in its order, then what only the second has.
///
/// Nodes belong together by the id under which they are printed, else by the names of lane and node.
pub fn compare(
    document: &Document,
    flow: FlowId,
    other: &Document,
    other_flow: FlowId,
) -> Result<Vec<Pair>, Refusal> {
    let (before, after) = (Graph::of(document, flow)?, Graph::of(other, other_flow)?);
    let matched = matched(&before, &after);
    let mut pairs: Vec<Pair> = before
        .indices()
        .map(|n| pair(&before, Some(n), &after, matched.get(&n).copied()))
        .collect();
    let taken: Vec<Index> = matched.into_values().collect();
    let new = after.indices().filter(|n| !taken.contains(n));
    pairs.extend(new.map(|n| pair(&before, None, &after, Some(n))));
    Ok(pairs)
}

/// Nodes that differ between today's flow and the better one, or that only one has.
pub(crate) fn differences(lines: &Lines) -> Vec<(Option<NodeId>, Option<NodeId>)> {
    let mut found = Vec::new();
    for node in lines.as_is.indices() {
        let copy = lines.copy(node);
        if pair(lines.as_is, Some(node), lines.to_be, copy).kind != Difference::Same {
            found.push((Some(lines.as_is.id(node)), copy.map(|n| lines.to_be.id(n))));
        }
    }
    for node in lines.to_be.indices() {
        if lines.origin(node).is_none() {
            found.push((None, Some(lines.to_be.id(node))));
        }
    }
    found
}

/// Nodes that differ between two versions of one flow, or that only one version has.
pub(crate) fn touched(before: &Graph, after: &Graph) -> Vec<Pair> {
    let old = before
        .indices()
        .map(|n| pair(before, Some(n), after, after.index(before.id(n))));
    let new = after
        .indices()
        .filter(|n| before.index(after.id(*n)).is_none());
    old.chain(new.map(|n| pair(before, None, after, Some(n))))
        .filter(|pair| pair.kind != Difference::Same)
        .collect()
}

fn pair(before: &Graph, old: Option<Index>, after: &Graph, new: Option<Index>) -> Pair {
    let (kind, why) = match (old, new) {
        (Some(old), Some(new)) => judged(before, old, after, new),
        (Some(_), None) => (Difference::Eliminated, Vec::new()),
        (None, _) => (Difference::New, Vec::new()),
    };
    Pair {
        kind,
        before: old.map(|n| before.id(n)),
        after: new.map(|n| after.id(n)),
        why,
    }
}

fn judged(before: &Graph, old: Index, after: &Graph, new: Index) -> (Difference, Vec<Why>) {
    let mut why = Vec::new();
    let mut note = |differs: bool, reason: Why| {
        if differs {
            why.push(reason);
        }
    };
    note(before.name(old) != after.name(new), Why::Name);
    note(
        before.lane(old).map(|lane| &lane.name) != after.lane(new).map(|lane| &lane.name),
        Why::Lane,
    );
    note(
        before.kind(old) != after.kind(new) || before.gateway(old) != after.gateway(new),
        Why::Kind,
    );
    note(
        !is_equal(before.minutes(old), after.minutes(new)),
        Why::Minutes,
    );
    note(!is_equal(before.wait(old), after.wait(new)), Why::Wait);
    if let (Some(one), Some(other)) = (before.step(old), after.step(new)) {
        note_step(before, one, after, other, &mut note);
    }
    let often = |graph: &Graph, n: Index| graph.visits().map(|_| graph.visit(n));
    note(
        !is_equal(often(before, old), often(after, new)),
        Why::Frequency,
    );
    let is_less = |a: Option<f64>, b: Option<f64>| a.zip(b).is_none_or(|(a, b)| b <= a + 1e-9);
    let amounts = [Why::Minutes, Why::Wait, Why::Frequency];
    let is_only_less = why.iter().all(|reason| amounts.contains(reason))
        && is_less(before.minutes(old), after.minutes(new))
        && is_less(before.wait(old), after.wait(new))
        && is_less(often(before, old), often(after, new));
    let kind = if why.is_empty() {
        Difference::Same
    } else if is_only_less {
        Difference::Reduced
    } else {
        Difference::Changed
    };
    (kind, why)
}

fn note_step(
    before: &Graph,
    one: &Step,
    after: &Graph,
    other: &Step,
    note: &mut impl FnMut(bool, Why),
) {
    let items = |graph: &Graph, step: &Step, write: bool| -> Vec<String> {
        let accesses = if write { &step.writes } else { &step.reads };
        let named = |access: &kaizu_model::Access| {
            graph
                .document
                .item(access.item)
                .map(|item| item.name.clone())
                .unwrap_or_default()
        };
        accesses.iter().map(named).collect()
    };
    let media = |step: &Step| (step.medium_in, step.medium_out);
    note(media(one) != media(other), Why::Medium);
    note(one.system != other.system, Why::System);
    let are_other = |write| items(before, one, write) != items(after, other, write);
    note(are_other(false) || are_other(true), Why::Items);
    note(one.check != other.check, Why::Check);
    note(
        one.seals != other.seals || one.sheets != other.sheets,
        Why::Seals,
    );
    note(
        one.basis != other.basis || one.article != other.article,
        Why::Basis,
    );
    let rest = |step: &Step| {
        (
            step.role.clone(),
            step.is_obligatory,
            step.error_rate,
            step.contact,
            step.travel,
        )
    };
    note(rest(one) != rest(other), Why::Other);
}

fn is_equal(one: Option<f64>, other: Option<f64>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => (one - other).abs() <= 1e-9,
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    }
}

/// Whether all that differs is that something is no longer there to be read or compared with.
pub(crate) fn reads_less(old: &Step, new: &Step) -> bool {
    let against = new.check.as_ref().and_then(|check| check.against.clone());
    let check = old.check.clone().map(|check| Check {
        against: against.clone(),
        ..check
    });
    let is_lost = against.is_none() || old.check == new.check;
    is_lost && check == new.check && new.reads.iter().all(|access| old.reads.contains(access))
}
