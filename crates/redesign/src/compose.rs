//! Composes a better flow: rewrites in their order, each tried on a copy, kept only if nothing breaks and something is
//! answered.
//!
//! Every pass looks at the flow as it has become; what was refused may fit in the next pass. The same document, wishes
//! and table always give the same proposal.
use std::collections::{BTreeMap, BTreeSet};

use kaizu_analysis::{
    Finding, Graph, Guard, Index, Metrics, find_in, is_only_check, metrics, protection, slope,
};
use kaizu_model::{Cancel, Command, Document, FlowId, LaneId, NodeId, Refusal, Remove};

use crate::begin::begin;
use crate::effect::applied;
use crate::invariants;
use crate::lineage::{Lineage, Pair};
use crate::proposal::{Kept, Proposal, ProposedChange, Refused, Wishes};
use crate::rewrites::{Rewrite, Site, all};
use crate::trial::Trial;

/// How often the whole list of rewrites is gone through at most.
const PASSES: usize = 4;
/// How many places of one rewrite are looked at in one pass at most.
const PLACES: usize = 200;

/// A better flow for `flow`: as much as `wishes` allow.
///
/// When cancelled, what has been found so far, which is as sound as the whole. A drawing that cannot be right is left as
/// it is: the first invariant says so.
pub fn propose(
    document: &Document,
    flow: FlowId,
    wishes: &Wishes,
    cancel: &Cancel,
) -> Result<Proposal, Refusal> {
    let as_is = Graph::of(document, flow)?;
    let findings = find_in(&as_is, cancel);
    let (begun, lineage, commands) = begin(document, flow)?;
    let mut search = Search {
        wishes,
        as_is: &as_is,
        lineage,
        findings,
        versions: Vec::new(),
        places: BTreeMap::new(),
        commands,
        changes: Vec::new(),
        refused: BTreeSet::new(),
    };
    search.take(begun, cancel)?;
    let passes = if invariants::can_be_carried_out(&as_is) {
        PASSES
    } else {
        0
    };
    for _ in 0..passes {
        let before = search.changes.len();
        search.refused.clear();
        for rewrite in all() {
            search.apply_everywhere(*rewrite, cancel)?;
        }
        if search.changes.len() == before || cancel.is_cancelled() {
            break;
        }
    }
    search.finish()
}

struct Search<'a> {
    wishes: &'a Wishes,
    as_is: &'a Graph<'a>,
    lineage: Lineage,
    /// What the detectors see in today's flow.
    findings: Vec<Finding>,
    /// The document at the start and after each change, with what the detectors see in the better flow then.
    versions: Vec<(Document, Vec<Finding>)>,
    /// The nodes at which a rewrite fits in a version, by its number; asked again and again, and slow to tell.
    places: BTreeMap<(usize, &'static str), BTreeSet<NodeId>>,
    commands: Vec<Command>,
    changes: Vec<ProposedChange>,
    refused: BTreeSet<Refused>,
}

impl Search<'_> {
    fn current(&self) -> (Document, Vec<Finding>) {
        self.versions.last().cloned().unwrap_or_default()
    }

    /// Goes on with `document`.
    fn take(&mut self, document: Document, cancel: &Cancel) -> Result<(), Refusal> {
        let findings = find_in(&Graph::of(&document, self.lineage.to_be)?, cancel);
        self.versions.push((document, findings));
        Ok(())
    }

    /// Makes every change that `rewrite` offers and nothing forbids, one place at a time.
    fn apply_everywhere(
        &mut self,
        rewrite: &'static dyn Rewrite,
        cancel: &Cancel,
    ) -> Result<(), Refusal> {
        let mut tried: BTreeSet<Vec<NodeId>> = BTreeSet::new();
        for _ in 0..PLACES {
            if cancel.is_cancelled() {
                break;
            }
            let (now, findings) = self.current();
            let graph = Graph::of(&now, self.lineage.to_be)?;
            let sites = rewrite.sites(&graph, &findings);
            let Some(site) = sites.into_iter().find(|site| !tried.contains(&site.nodes)) else {
                break;
            };
            tried.insert(site.nodes.clone());
            self.attempt(rewrite, &graph, &site, cancel)?;
        }
        Ok(())
    }

    fn attempt(
        &mut self,
        rewrite: &'static dyn Rewrite,
        graph: &Graph,
        site: &Site,
        cancel: &Cancel,
    ) -> Result<(), Refusal> {
        let commands = rewrite
            .commands(graph, site, &self.wishes.parameters)
            .unwrap_or_default();
        let Some(next) = applied(graph.document, &commands) else {
            self.refuse(rewrite, site, "commands");
            return Ok(());
        };
        let cause = self.cause(rewrite, site)?;
        let trial = Trial {
            rewrite,
            site,
            before: graph,
            as_is: self.as_is,
            lineage: &self.lineage,
            findings: &self.findings,
            cause: cause.and_then(|n| self.changes.get(n)),
            wishes: self.wishes,
        };
        let range = self.commands.len()..self.commands.len() + commands.len();
        match trial.judge(&next, range)? {
            Ok(change) => {
                self.commands.extend(commands);
                self.changes.push(ProposedChange {
                    depends_on: cause.into_iter().collect(),
                    ..change
                });
                self.take(next, cancel)?;
            }
            Err("") => {}
            Err(why) => self.refuse(rewrite, site, why),
        }
        Ok(())
    }

    /// The change without which the place would not be there.
    fn cause(&mut self, rewrite: &dyn Rewrite, site: &Site) -> Result<Option<usize>, Refusal> {
        // Most places are there from the start; only for the others it is asked since when.
        if self.versions.is_empty() || self.is_there(rewrite, site, 0)? {
            return Ok(None);
        }
        for version in (1..self.versions.len()).rev() {
            if !self.is_there(rewrite, site, version)? {
                return Ok(Some(version));
            }
        }
        Ok(Some(0))
    }

    /// Whether a rewrite fitted at the place in an earlier version.
    fn is_there(
        &mut self,
        rewrite: &dyn Rewrite,
        site: &Site,
        version: usize,
    ) -> Result<bool, Refusal> {
        let key = (version, rewrite.id());
        if !self.places.contains_key(&key) {
            let mut nodes = BTreeSet::new();
            if let Some((document, findings)) = self.versions.get(version) {
                let graph = Graph::of(document, self.lineage.to_be)?;
                let sites = rewrite.sites(&graph, findings);
                nodes.extend(sites.into_iter().flat_map(|site| site.nodes));
            }
            self.places.insert(key, nodes);
        }
        let known = self.places.get(&key);
        Ok(known.is_some_and(|nodes| site.nodes.iter().any(|node| nodes.contains(node))))
    }

    fn refuse(&mut self, rewrite: &dyn Rewrite, site: &Site, why: &'static str) {
        let steps = site
            .nodes
            .iter()
            .filter_map(|node| self.lineage.origin(*node))
            .collect();
        self.refused.insert(Refused {
            code: rewrite.code(),
            steps,
            why,
        });
    }

    /// Takes out the lanes in which nobody has anything to do any more. Lanes that are empty today stay.
    fn close_lanes(&mut self, mut document: Document) -> Result<Document, Refusal> {
        let to_be = self.lineage.to_be;
        let busy = |document: &Document| -> BTreeSet<LaneId> {
            let nodes = document.nodes_of(to_be).into_iter();
            nodes.map(|node| node.lane).collect()
        };
        let at_first = self.versions.first().map(|(document, _)| document);
        let (before, after) = (at_first.map(busy).unwrap_or_default(), busy(&document));
        for lane in before.difference(&after) {
            let command = Command::from(Remove::new(*lane));
            let change = command.apply(&document)?;
            document = document.after(&change);
            self.commands.push(command);
        }
        Ok(document)
    }

    fn finish(mut self) -> Result<Proposal, Refusal> {
        let (document, _) = self.current();
        let document = self.close_lanes(document)?;
        let to_be = Graph::of(&document, self.lineage.to_be)?;
        let pair = Pair {
            as_is: self.as_is,
            to_be: &to_be,
            lineage: &self.lineage,
        };
        let kept = kept(&pair);
        let (before, after): (Metrics, Metrics) = (metrics(pair.as_is), metrics(pair.to_be));
        let invariants = invariants::check_all(&pair, &self.changes);
        let copies = self.lineage.surviving(&document);
        Ok(Proposal {
            package: self.wishes.package,
            as_is: self.lineage.as_is,
            flow: self.lineage.to_be,
            slope_before: slope(&document, self.lineage.as_is),
            slope_after: slope(&document, self.lineage.to_be),
            before,
            after,
            invariants,
            kept,
            copies,
            commands: self.commands,
            changes: self.changes,
            refused: self.refused,
            findings: self.findings,
            document,
        })
    }
}

/// Protected steps that are still there, and checks that nobody else makes.
fn kept(pair: &Pair) -> Vec<Kept> {
    let reason = |node: Index| {
        protection(pair.as_is, node).or_else(|| {
            let copy = pair.copy(node)?;
            (pair.to_be.is_staff(copy) && is_only_check(pair.to_be, copy))
                .then_some(Guard::OnlyCheck)
        })
    };
    let stays = |node: &Index| pair.copy(*node).is_some();
    let kept = |node: Index| {
        Some(Kept {
            step: pair.as_is.step_id(node)?,
            reason: reason(node)?,
        })
    };
    pair.as_is
        .indices()
        .filter(stays)
        .filter_map(kept)
        .collect()
}
