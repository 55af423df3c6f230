//! What of a proposal is kept with the project, so that its changes can be told and decided about later.
use std::collections::BTreeMap;

use kaizu_model::{
    Adoption, Answered, Composed, Ids, Improvement, ImprovementId, NodeId, Rank, content_mark,
};

use crate::parameters::Parameters;
use crate::proposal::{Proposal, ProposedChange, Wishes, Without};

impl Proposal {
    /// Every change as a record under a number of `ids`, all of them accepted.
    pub fn improvements(&self, ids: &mut Ids) -> Vec<(ImprovementId, Improvement)> {
        let names: Vec<ImprovementId> = self.changes.iter().map(|_| ids.mint()).collect();
        let both = names.iter().zip(&self.changes).enumerate();
        both.map(|(n, (id, change))| (*id, self.improvement(n, change, &names)))
            .collect()
    }

    /// What the better flow was composed with, and from what; what was composed is marked where it is written.
    pub fn composed(&self, wishes: &Wishes) -> Composed {
        Composed {
            package: wishes.package,
            limits: wishes.limits,
            outlook: wishes.parameters.outlook,
            own: wishes.parameters.own.clone(),
            from_mark: content_mark(&self.document, self.as_is),
            mark: String::new(),
        }
    }

    fn improvement(
        &self,
        n: usize,
        change: &ProposedChange,
        names: &[ImprovementId],
    ) -> Improvement {
        let answered = |n: &usize| {
            let finding = self.findings.get(*n)?;
            Some(Answered {
                detector: finding.code.to_owned(),
                nodes: finding.nodes.clone(),
            })
        };
        let called = |id: &NodeId| {
            let node = self.document.node(*id);
            node.map(|node| node.name.to_owned()).unwrap_or_default()
        };
        let cause = |n: &usize| names.get(*n).copied();
        let new_steps = self.still_there(&change.new_steps);
        Improvement {
            flow: self.flow,
            rank: Rank::nth(n),
            rewrite: change.rewrite.to_owned(),
            code: change.code.to_owned(),
            class: change.class,
            decision: Adoption::Accepted,
            reason: None,
            falls_with: None,
            place: change.place.clone(),
            steps: change.steps.clone(),
            dropped: change.dropped.clone(),
            touched: change.touched.clone(),
            new_names: new_steps.iter().map(called).collect(),
            new_steps,
            complaints: change.complaints.clone(),
            findings: change.findings.iter().filter_map(answered).collect(),
            depends_on: change.depends_on.iter().filter_map(cause).collect(),
            authority: change.authority,
            cost: change.cost,
            loses: owned(&change.loses),
            procedures: owned(&change.procedures),
            facts: named(&change.facts),
            parameters: named(&change.parameters),
            delta: named(&change.delta),
            staff_range: change
                .staff
                .cautious
                .zip(change.staff.hopeful)
                .map(|(cautious, hopeful)| [cautious, hopeful])
                .filter(|ends| ends.iter().all(|end| end.is_finite())),
        }
    }

    /// Those of `nodes` that no later change dropped again.
    fn still_there(&self, nodes: &[NodeId]) -> Vec<NodeId> {
        let is_there = |node: &&NodeId| self.document.node(**node).is_ok();
        nodes.iter().filter(is_there).copied().collect()
    }
}

impl Wishes {
    /// What `composed` was composed with, without the changes that people refused.
    pub fn again<'a>(composed: &Composed, refused: impl Iterator<Item = &'a Improvement>) -> Self {
        Self {
            package: composed.package,
            limits: composed.limits,
            parameters: Parameters {
                own: composed.own.clone(),
                outlook: composed.outlook,
            },
            without: refused.map(Without::of).collect(),
        }
    }
}

impl Without {
    /// The change that `improvement` is.
    pub fn of(improvement: &Improvement) -> Self {
        Self {
            rewrite: improvement.rewrite.clone(),
            nodes: improvement.place.clone(),
        }
    }
}

fn owned(keys: &[&str]) -> Vec<String> {
    keys.iter().map(|key| (*key).to_owned()).collect()
}

/// The figures that can be written down: differences of immense ones may be no number.
fn named(figures: &BTreeMap<&'static str, f64>) -> BTreeMap<String, f64> {
    let known = figures.iter().filter(|(_, figure)| figure.is_finite());
    known
        .map(|(name, figure)| ((*name).to_owned(), *figure))
        .collect()
}
