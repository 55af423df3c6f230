//! One rewrite tried at one place: what it touches, whether it may, what it answers, and what it brings.
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use kaizu_analysis::{Finding, Graph, Metrics, exact};
use kaizu_model::{Authority, Basis, Difference, Document, NodeId, Refusal, Step};

use crate::agreement::authority_over;
use crate::difference::{self, Why, reads_less, touched};
use crate::effect;
use crate::invariants;
use crate::lineage::{Lineage, Pair};
use crate::proposal::{ProposedChange, StaffRange, Wishes, Without};
use crate::rehearsal::Rehearsal;
use crate::rewrites::{Rewrite, Site};

/// A rewrite at a place of the flow as it has become.
pub(crate) struct Trial<'a, 'g> {
    pub(crate) rewrite: &'static dyn Rewrite,
    pub(crate) site: &'a Site,
    pub(crate) before: &'a Graph<'g>,
    pub(crate) as_is: &'a Graph<'a>,
    pub(crate) lineage: &'a Lineage,
    pub(crate) findings: &'a [Finding],
    /// The change without which the place would not be there.
    pub(crate) cause: Option<&'a ProposedChange>,
    pub(crate) wishes: &'a Wishes,
    pub(crate) rehearsal: Option<&'a Rehearsal>,
}

impl Trial<'_, '_> {
    /// The change, or the word that says why it is not offered; an empty word where nothing happened.
    pub(crate) fn judge(
        &self,
        next: &Document,
        commands: Range<usize>,
    ) -> Result<Result<ProposedChange, &'static str>, Refusal> {
        let after = Graph::of(next, self.lineage.to_be)?;
        let pairs = touched(self.before, &after);
        if pairs.is_empty() {
            return Ok(Err(""));
        }
        if let Some(why) = self.forbidden(&pairs, &after) {
            return Ok(Err(why));
        }
        let figures = (exact(self.before), exact(&after));
        let rehearsal = self.rehearsal;
        let seen = rehearsal.and_then(|it| it.timed(&figures, self.before, &after));
        let (was, is) = seen.as_ref().unwrap_or(&figures);
        if effect::is_worse(was, is) {
            return Ok(Err("worse"));
        }
        let change = self.change(&pairs, &after, &figures, commands);
        let is_this = |without: &Without| without.is(change.rewrite, &change.place);
        if self.wishes.without.iter().any(is_this) {
            return Ok(Err("rejected"));
        }
        Ok(if change.findings.is_empty() {
            Err("unanswered")
        } else {
            Ok(change)
        })
    }

    /// Why the change may not be made.
    fn forbidden(&self, pairs: &[difference::Pair], after: &Graph) -> Option<&'static str> {
        let authority = self.authority(pairs, after.document);
        if !self.wishes.package.allows(authority, self.rewrite.cost()) {
            return Some("package");
        }
        if !self.wishes.limits.allow(authority, self.rewrite.cost()) {
            return Some("limits");
        }
        invariants::forbidding(&Pair {
            as_is: self.as_is,
            to_be: after,
            lineage: self.lineage,
        })
    }

    fn change(
        &self,
        pairs: &[difference::Pair],
        after: &Graph,
        (was, is): &(Metrics, Metrics),
        commands: Range<usize>,
    ) -> ProposedChange {
        let touched = self.origins(pairs.iter().filter_map(|pair| pair.before));
        let dropped = self.origins(gone(pairs));
        let steps = self.main_steps(pairs, after, &dropped);
        let about = self.origins(self.about(pairs, after));
        let about: BTreeSet<NodeId> = steps.iter().copied().chain(about).collect();
        let mut findings = self.answered(&about);
        if findings.is_empty() {
            findings = self.inherited();
        }
        let new = pairs.iter().filter(|pair| pair.kind == Difference::New);
        let parameters = &self.wishes.parameters;
        ProposedChange {
            rewrite: self.rewrite.id(),
            code: self.rewrite.code(),
            class: self.rewrite.class(),
            place: self.place(&steps),
            complaints: self.heard(&findings, &dropped),
            dropped,
            steps,
            touched,
            new_steps: new.filter_map(|pair| pair.after).collect(),
            findings,
            depends_on: Vec::new(),
            authority: self.authority(pairs, after.document),
            cost: self.rewrite.cost(),
            loses: self.loses(pairs),
            procedures: self.procedures(pairs, after.document),
            facts: effect::more_errors(self.before, pairs, parameters),
            parameters: self.parameters(),
            delta: effect::delta(was, is),
            staff: StaffRange {
                likely: effect::staff_change(was, is),
                ..StaffRange::default()
            },
            commands,
        }
    }

    /// What the change is made at: steps that go first, then those that it changes otherwise than by taking away what they
    /// read, or by how often cases come to them. Where nothing else happens, those too; where only their order changes, the
    /// place.
    fn main_steps(
        &self,
        pairs: &[difference::Pair],
        after: &Graph,
        dropped: &[NodeId],
    ) -> Vec<NodeId> {
        let others = |is_meant: &dyn Fn(&difference::Pair) -> bool| {
            let meant = pairs
                .iter()
                .filter(|pair| pair.kind != Difference::Eliminated && is_meant(pair));
            self.origins(meant.filter_map(|pair| pair.before))
        };
        let only_reads_less = |pair: &difference::Pair| {
            let old = pair.before.and_then(|node| step(self.before, node));
            let new = pair.after.and_then(|node| step(after, node));
            pair.why
                .iter()
                .all(|why| matches!(why, Why::Items | Why::Check | Why::Frequency))
                && old
                    .zip(new)
                    .is_none_or(|(old, new)| old.writes == new.writes && reads_less(old, new))
        };
        let changed = others(&|pair| !only_reads_less(pair));
        let steps: Vec<NodeId> = dropped.iter().copied().chain(changed).collect();
        let all = if steps.is_empty() {
            others(&|_| true)
        } else {
            steps
        };
        if all.is_empty() && !self.rewrite.is_for_whole_flow() {
            return self.origins(self.site.nodes.iter().copied());
        }
        all
    }

    /// By which of today's nodes the place is recognised: what is for the whole flow, by none.
    fn place(&self, steps: &[NodeId]) -> Vec<NodeId> {
        let has_place = !self.rewrite.is_for_whole_flow();
        steps.iter().copied().filter(|_| has_place).collect()
    }

    /// Today's nodes of which `nodes` are copies, in today's order.
    pub(crate) fn origins(&self, nodes: impl IntoIterator<Item = NodeId>) -> Vec<NodeId> {
        let wanted: BTreeSet<NodeId> = nodes.into_iter().collect();
        let order = self.before.document.nodes_of(self.lineage.as_is);
        let is_wanted = |node: &NodeId| {
            self.lineage
                .nodes
                .get(node)
                .is_some_and(|copy| wanted.contains(copy))
        };
        order
            .into_iter()
            .map(|node| node.id)
            .filter(is_wanted)
            .collect()
    }

    /// What a change is about besides what it touches: the place, whom it serves, and the neighbours of what is new.
    fn about(&self, pairs: &[difference::Pair], after: &Graph) -> Vec<NodeId> {
        let mut about: Vec<NodeId> = self
            .site
            .nodes
            .iter()
            .chain(&self.site.serves)
            .copied()
            .collect();
        let new = pairs
            .iter()
            .filter(|pair| pair.before.is_none())
            .filter_map(|pair| after.index(pair.after?));
        for node in new {
            about.extend(after.reaching(node).map(|arrow| after.id(arrow.from)));
        }
        about
    }

    fn answered(&self, about: &BTreeSet<NodeId>) -> Vec<usize> {
        let answers = |finding: &Finding| {
            self.rewrite.answers().contains(&finding.code)
                && (self.rewrite.is_for_whole_flow()
                    || finding.nodes.iter().any(|node| about.contains(node)))
        };
        (0..self.findings.len())
            .filter(|n| self.findings.get(*n).is_some_and(answers))
            .collect()
    }

    /// What the change answers together with the one that made it possible.
    fn inherited(&self) -> Vec<usize> {
        let answers = |n: &usize| {
            let finding = self.findings.get(*n);
            finding.is_some_and(|finding| self.rewrite.answers().contains(&finding.code))
        };
        let of_cause = self.cause.iter().flat_map(|cause| &cause.findings);
        of_cause.copied().filter(answers).collect()
    }

    /// Steps that go or whose seals go, as they were: what somebody has to agree to.
    fn changed_by_rule<'d>(
        &'d self,
        pairs: &'d [difference::Pair],
        next: &'d Document,
    ) -> impl Iterator<Item = &'d Step> {
        let old = |node: NodeId| {
            node.step()
                .and_then(|id| self.before.document.step(id).ok())
        };
        let new = |node: NodeId| node.step().and_then(|id| next.step(id).ok());
        pairs.iter().filter_map(move |pair| {
            let was = old(pair.before?)?;
            let is_unsealed = pair
                .after
                .and_then(new)
                .is_some_and(|is| is.seals != was.seals);
            (pair.kind == Difference::Eliminated || is_unsealed).then_some(was)
        })
    }

    fn authority(&self, pairs: &[difference::Pair], next: &Document) -> Authority {
        self.changed_by_rule(pairs, next)
            .map(authority_over)
            .fold(self.site.authority, Authority::max)
    }

    fn procedures(&self, pairs: &[difference::Pair], next: &Document) -> Vec<&'static str> {
        let demanded = self
            .changed_by_rule(pairs, next)
            .filter_map(|step| match step.basis {
                Some(Basis::Rule) => Some("amend-rule"),
                Some(Basis::Guideline) => Some("amend-guideline"),
                Some(Basis::Ordinance) => Some("amend-ordinance"),
                Some(Basis::Law | Basis::Custom) | None => None,
            });
        let own = self.rewrite.procedures().iter().copied();
        demanded
            .chain(own)
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect()
    }

    fn loses(&self, pairs: &[difference::Pair]) -> Vec<&'static str> {
        let drops_check = !effect::dropped_checks(self.before, pairs).is_empty();
        let own = self.rewrite.loses().iter().copied();
        own.filter(|loss| *loss != "one-check-fewer" || drops_check)
            .collect()
    }

    fn parameters(&self) -> BTreeMap<&'static str, f64> {
        let names = self.rewrite.parameters().iter();
        names
            .map(|name| (*name, self.wishes.parameters.get(name)))
            .collect()
    }
}

fn gone(pairs: &[difference::Pair]) -> impl Iterator<Item = NodeId> {
    let gone = pairs
        .iter()
        .filter(|pair| pair.kind == Difference::Eliminated);
    gone.filter_map(|pair| pair.before)
}

fn step<'g>(graph: &Graph<'g>, node: NodeId) -> Option<&'g Step> {
    graph.document.step(node.step()?).ok()
}
