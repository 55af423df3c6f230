//! Composes a better flow: rewrites in their order, each tried on a copy, kept only if nothing breaks and something is
//! answered.
//!
//! Every pass looks at the flow as it has become; what was refused may fit in the next pass. The same document, wishes
//! and table always give the same proposal.
use std::collections::{BTreeMap, BTreeSet};

use kaizu_analysis::{Finding, Graph, find_in};
use kaizu_model::{Command, Document, FlowId, NodeId, Outcome, Progress, Refusal};

use crate::begin::begin;
use crate::effect::applied;
use crate::invariants;
use crate::lineage::Lineage;
use crate::proposal::{Proposal, ProposedChange, Refused, Wishes};
use crate::rehearsal::Rehearsal;
use crate::rewrites::{Rewrite, Site, all};
use crate::trial::Trial;

/// How often the whole list of rewrites is gone through at most.
const PASSES: usize = 4;
/// How many places of one rewrite are looked at in one pass at most.
const PLACES: usize = 200;

/// How often the search is made again at most, without the changes that came to nothing.
const ROUNDS: usize = 2;

/// A rewrite's id and the nodes at which it fits.
pub(crate) type Place = (&'static str, Vec<NodeId>);

/// A better flow for `flow`: as much as `wishes` allow.
///
/// When cancelled, what has been found so far, which is as sound as the whole but not what was asked for. A drawing that
/// cannot be right is left as it is: the first invariant says so.
pub fn propose(
    document: &Document,
    flow: FlowId,
    wishes: &Wishes,
    progress: &Progress,
) -> Result<Proposal, Refusal> {
    let as_is = Graph::of(document, flow)?;
    let findings = find_in(&as_is, &progress.cancel);
    let rehearsal = Rehearsal::of(&as_is, &progress.cancel);
    let begin = Beginning {
        as_is: &as_is,
        findings: &findings,
        wishes,
        rehearsal: rehearsal.as_ref(),
        progress,
    };
    let mut skipped = BTreeSet::new();
    let mut best = begin.compose(&skipped)?;
    for _ in 0..ROUNDS {
        let moot = best.moot();
        if moot.is_empty() || progress.cancel.is_cancelled() {
            break;
        }
        skipped.extend(moot);
        let next = begin.compose(&skipped)?;
        if next.is_worse_than(&best)? {
            break;
        }
        best = next;
    }
    let (best, skipped) = begin.within_number(best, &skipped)?;
    begin.without_setbacks(best, skipped)?.finish()
}

/// What every search begins with.
pub(crate) struct Beginning<'a> {
    pub(crate) as_is: &'a Graph<'a>,
    pub(crate) findings: &'a [Finding],
    pub(crate) wishes: &'a Wishes,
    pub(crate) rehearsal: Option<&'a Rehearsal>,
    pub(crate) progress: &'a Progress,
}

impl<'a> Beginning<'a> {
    /// One search, in which nothing is done at the places in `skipped`.
    pub(crate) fn compose(&self, skipped: &BTreeSet<Place>) -> Result<Search<'a>, Refusal> {
        let (begun, lineage, commands) = begin(self.as_is.document, self.as_is.flow)?;
        let mut search = Search {
            wishes: self.wishes,
            progress: self.progress,
            rehearsal: self.rehearsal,
            as_is: self.as_is,
            lineage,
            findings: self.findings,
            skipped: skipped.clone(),
            versions: Vec::new(),
            places: BTreeMap::new(),
            commands,
            changes: Vec::new(),
            made_at: Vec::new(),
            refused: BTreeSet::new(),
            seen: None,
        };
        search.take(begun)?;
        let passes = if invariants::can_be_carried_out(self.as_is) {
            PASSES
        } else {
            0
        };
        for _ in 0..passes {
            let before = search.changes.len();
            // What was refused for another reason may fit now; what people reject stays rejected.
            search.refused.retain(|it| it.why == "rejected");
            for rewrite in all() {
                search.apply_everywhere(*rewrite)?;
            }
            if search.changes.len() == before || self.progress.cancel.is_cancelled() {
                break;
            }
        }
        Ok(search)
    }

    /// `best` without changes after which the flow, played, does not keep what today's keeps: searched again without the
    /// first of them, and cut off before it where that comes to no end.
    pub(crate) fn without_setbacks(
        &self,
        mut best: Search<'a>,
        mut skipped: BTreeSet<Place>,
    ) -> Result<Search<'a>, Refusal> {
        let mut refused = BTreeSet::new();
        let mut round = 0;
        while let Some((change, why)) = best.setback()? {
            let (place, given_up) = best.given_up(change, why).unzip();
            refused.extend(given_up);
            skipped.extend(place);
            round += 1;
            if round <= ROUNDS {
                best = self.compose(&skipped)?;
            } else {
                best.take_back(change);
            }
        }
        best.refused.extend(refused);
        Ok(best)
    }
}

/// One search: what it looks at and what it has found.
pub(crate) struct Search<'a> {
    pub(crate) wishes: &'a Wishes,
    pub(crate) progress: &'a Progress,
    pub(crate) rehearsal: Option<&'a Rehearsal>,
    pub(crate) as_is: &'a Graph<'a>,
    pub(crate) lineage: Lineage,
    /// What the detectors see in today's flow.
    pub(crate) findings: &'a [Finding],
    /// Where nothing is to be done.
    pub(crate) skipped: BTreeSet<Place>,
    /// The document at the start and after each change, with what the detectors see in the better flow then.
    pub(crate) versions: Vec<(Document, Vec<Finding>)>,
    /// The nodes at which a rewrite fits in a version, by its number; asked again and again, and slow to tell.
    pub(crate) places: BTreeMap<(usize, &'static str), BTreeSet<NodeId>>,
    pub(crate) commands: Vec<Command>,
    pub(crate) changes: Vec<ProposedChange>,
    /// Where each of them was made.
    pub(crate) made_at: Vec<(&'static dyn Rewrite, Site)>,
    pub(crate) refused: BTreeSet<Refused>,
    /// What became of the last version when it was played.
    pub(crate) seen: Option<Outcome>,
}

impl Search<'_> {
    /// The better flow as it has become.
    pub(crate) fn current(&self) -> (Document, Vec<Finding>) {
        self.versions.last().cloned().unwrap_or_default()
    }

    /// Goes on with `document`.
    fn take(&mut self, document: Document) -> Result<(), Refusal> {
        let cancel = &self.progress.cancel;
        let findings = find_in(&Graph::of(&document, self.lineage.to_be)?, cancel);
        self.progress.tell(self.changes.len());
        self.versions.push((document, findings));
        Ok(())
    }

    /// Makes every change that `rewrite` offers and nothing forbids, one place at a time.
    fn apply_everywhere(&mut self, rewrite: &'static dyn Rewrite) -> Result<(), Refusal> {
        let skipped = self.skipped.iter().filter(|(id, _)| *id == rewrite.id());
        let mut tried: BTreeSet<Vec<NodeId>> = skipped.map(|(_, nodes)| nodes.clone()).collect();
        for _ in 0..PLACES {
            if self.progress.cancel.is_cancelled() {
                break;
            }
            let (now, findings) = self.current();
            let graph = Graph::of(&now, self.lineage.to_be)?;
            let sites = rewrite.sites(&graph, &findings);
            let Some(site) = sites.into_iter().find(|site| !tried.contains(&site.nodes)) else {
                break;
            };
            tried.insert(site.nodes.clone());
            self.attempt(rewrite, &graph, &site)?;
        }
        Ok(())
    }

    fn attempt(
        &mut self,
        rewrite: &'static dyn Rewrite,
        graph: &Graph,
        site: &Site,
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
            findings: self.findings,
            cause: cause.and_then(|n| self.changes.get(n)),
            wishes: self.wishes,
            rehearsal: self.rehearsal,
        };
        let range = self.commands.len()..self.commands.len() + commands.len();
        match trial.judge(&next, range)? {
            Ok(change) => {
                self.commands.extend(commands);
                self.made_at.push((rewrite, site.clone()));
                self.changes.push(ProposedChange {
                    depends_on: cause.into_iter().collect(),
                    ..change
                });
                self.take(next)?;
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
}
