//! What must stay true from today's flow to a better one. One file each: declare it here, list it below.
mod access;
mod capacity;
mod control;
mod deadline;
mod duties;
mod legal;
mod outputs;
mod soundness;
mod stored;
mod traceability;

use kaizu_analysis::Graph;
use kaizu_model::NodeId;

use crate::lineage::Pair;
use crate::proposal::InvariantResult;

pub(crate) use traceability::Trace;

/// What an invariant saw.
#[derive(Default)]
pub(crate) struct Seen {
    /// How many things were looked at.
    looked_at: usize,
    /// Nodes at which it breaks.
    at: Vec<NodeId>,
    /// What the sentence names.
    names: Vec<String>,
}

impl Seen {
    fn look(&mut self) {
        self.looked_at += 1;
    }

    fn broken(&mut self, node: NodeId, name: impl Into<String>) {
        if !self.at.contains(&node) {
            self.at.push(node);
        }
        let name = name.into();
        if !name.is_empty() && !self.names.contains(&name) {
            self.names.push(name);
        }
    }

    fn lost(&mut self, name: impl Into<String>) {
        self.names.push(name.into());
    }

    fn result(
        self,
        id: &'static str,
        holds: &'static str,
        broken: &'static str,
    ) -> InvariantResult {
        let is_fine = self.at.is_empty() && self.names.is_empty();
        InvariantResult {
            id,
            holds: is_fine,
            why: if is_fine { holds } else { broken },
            looked_at: self.looked_at,
            at: self.at,
            names: self.names,
        }
    }
}

/// Looks at everything that a rewrite could break by itself.
pub(crate) fn check(pair: &Pair) -> Vec<InvariantResult> {
    vec![
        soundness::check(pair),
        outputs::check(pair),
        stored::check(pair),
        legal::check(pair),
        duties::check(pair),
        control::check(pair),
        access::check(pair),
        deadline::check(pair),
        capacity::check(pair),
    ]
}

/// The invariant for which a change may not be made, where there is one.
pub(crate) fn forbidding(pair: &Pair) -> Option<&'static str> {
    check(pair).iter().find(|it| forbids(it)).map(|it| it.id)
}

/// The same among those that playing both flows may tell more about.
pub(crate) fn forbidding_once_played(pair: &Pair) -> Option<&'static str> {
    let results = [deadline::check(pair), capacity::check(pair)];
    results.iter().find(|it| forbids(it)).map(|it| it.id)
}

/// Whether a change may not be made: not where today's flow does not keep it either.
fn forbids(result: &InvariantResult) -> bool {
    !result.holds && result.why != deadline::WORSE
}

/// Whether today's flow can be carried out at all; only then is there anything to prove about a better one.
pub(crate) fn can_be_carried_out(as_is: &Graph) -> bool {
    soundness::unsound_before(as_is).is_none()
}

/// Looks at everything, once the changes are known.
pub(crate) fn check_all(pair: &Pair, traces: &[Trace]) -> Vec<InvariantResult> {
    let mut all = check(pair);
    if let (Some(first), Some(unsound)) = (all.first_mut(), soundness::unsound_before(pair.as_is)) {
        *first = unsound;
    }
    all.push(traceability::check(pair, traces));
    // By their numbers, I10 last.
    all.sort_by_key(|it| (it.id.len(), it.id));
    all
}

#[cfg(test)]
mod tests;
