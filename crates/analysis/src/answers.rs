//! What many ask of a flow, worked out once, when it is asked for the first time.
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use kaizu_model::ItemId;

use crate::carriers;
use crate::controls::{self, Controls};
use crate::doers;
use crate::graph::{Graph, Index};
use crate::guards::{self, Guard};
use crate::metrics::{self, Metrics};
use crate::reach::Reach;
use crate::rechecks::{self, Chain};
use crate::rejects;
use crate::rekeying::{self, Keying};
use crate::rounds::Rounds;
use crate::rows::Marks;
use crate::soundness::{self, Soundness};
use crate::stretches::Lead;
use crate::visits;

/// What was asked of a flow so far.
#[derive(Default)]
pub(crate) struct Answers {
    reach: OnceCell<Reach>,
    rounds: OnceCell<Rounds>,
    soundness: OnceCell<Soundness>,
    states: OnceCell<Option<Vec<f64>>>,
    visits: OnceCell<Option<Vec<f64>>>,
    lead: OnceCell<Option<Lead>>,
    pub(crate) processing_days: OnceCell<Option<f64>>,
    figures: OnceCell<Metrics>,
    protections: OnceCell<Vec<Option<Guard>>>,
    controls: OnceCell<Controls>,
    chains: OnceCell<Vec<Chain>>,
    held: OnceCell<BTreeMap<ItemId, Vec<Index>>>,
    work: OnceCell<Marks>,
    keyings: OnceCell<Vec<Option<Keying>>>,
    checks: OnceCell<Vec<Checked>>,
}

/// What is known of a node as a check, once it was asked.
#[derive(Clone, Default)]
struct Checked {
    doers: OnceCell<Vec<Index>>,
    aspects: OnceCell<BTreeSet<String>>,
    is_only: OnceCell<bool>,
}

impl Graph<'_> {
    /// Who reaches whom, who comes before whom.
    pub fn reach(&self) -> &Reach {
        self.answers.reach.get_or_init(|| Reach::of(self))
    }

    /// Every node in every round of what happens at most once.
    pub(crate) fn rounds(&self) -> &Rounds {
        self.answers.rounds.get_or_init(|| Rounds::of(self))
    }

    /// What playing it through shows.
    pub(crate) fn soundness(&self) -> &Soundness {
        self.answers
            .soundness
            .get_or_init(|| soundness::played(self))
    }

    /// Expected executions of each node a case; `None` where a loop never ends.
    pub fn visits(&self) -> Option<&[f64]> {
        let visits = || {
            let states = self.states()?.iter().copied().enumerate();
            Some(visits::by_node(self, states).into_values().collect())
        };
        self.answers.visits.get_or_init(visits).as_deref()
    }

    /// Expected executions of each state a case; `None` where a loop never ends.
    pub(crate) fn states(&self) -> Option<&[f64]> {
        self.answers
            .states
            .get_or_init(|| visits::visits(self))
            .as_deref()
    }

    /// The whole way of a case, taken apart; `None` where a loop never ends or a fork returns into itself.
    pub(crate) fn lead(&self) -> Option<&Lead> {
        self.answers.lead.get_or_init(|| Lead::of(self)).as_ref()
    }

    /// The figures of a case, before rounding.
    pub(crate) fn figures(&self) -> &Metrics {
        self.answers
            .figures
            .get_or_init(|| metrics::worked_out(self))
    }

    /// Why each node must never be dropped.
    pub(crate) fn protections(&self) -> &[Option<Guard>] {
        self.answers
            .protections
            .get_or_init(|| guards::protections(self))
    }

    /// Every look at something.
    pub(crate) fn controls(&self) -> &Controls {
        self.answers
            .controls
            .get_or_init(|| controls::looking(self))
    }

    /// Checks that look at the same thing one after another.
    pub(crate) fn chains(&self) -> &[Chain] {
        self.answers.chains.get_or_init(|| rechecks::chains(self))
    }

    /// The steps that make a copy of `item` which the city holds, in order.
    pub(crate) fn held(&self, item: ItemId) -> &[Index] {
        let all = self.answers.held.get_or_init(|| carriers::held(self));
        all.get(&item).map_or(&[], Vec::as_slice)
    }

    /// Where the city works on a case, not only telling people of it and filing it.
    pub(crate) fn work(&self) -> &Marks {
        let work = || self.indices().filter(|node| rejects::is_work(self, *node));
        self.answers
            .work
            .get_or_init(|| Marks::of(self.len(), work()))
    }

    /// What is keyed at each node.
    pub(crate) fn keyings(&self) -> &[Option<Keying>] {
        let keyed = |node| rekeying::keyed(self, node);
        self.answers
            .keyings
            .get_or_init(|| self.indices().map(keyed).collect())
    }

    /// The steps at which something is typed again, with what is keyed there.
    pub(crate) fn typed_again(&self) -> impl Iterator<Item = (Index, &Keying)> {
        let all = self.keyings().iter().enumerate();
        let all = all.filter_map(|(node, keying)| Some((node, keying.as_ref()?)));
        all.filter(|(_, keying)| !keying.again.is_empty())
    }

    /// Who did the work that a check at `node` looks at.
    pub(crate) fn doers(&self, node: Index) -> &[Index] {
        let doers = || doers::doers(self, node);
        self.checked(node).doers.get_or_init(doers)
    }

    /// What a check at `node` looks at, folded.
    pub(crate) fn aspects(&self, node: Index) -> &BTreeSet<String> {
        let aspects = || controls::aspects(self, node);
        self.checked(node).aspects.get_or_init(aspects)
    }

    /// Whether the step at `node` is the only check of one of its objects and aspects for some of the cases.
    pub(crate) fn is_only_check(&self, node: Index) -> bool {
        let is_only = || controls::stands_alone(self, node);
        *self.checked(node).is_only.get_or_init(is_only)
    }

    fn checked(&self, node: Index) -> &Checked {
        let all = || vec![Checked::default(); self.len()];
        &self.answers.checks.get_or_init(all)[node]
    }
}
