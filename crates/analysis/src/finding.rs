//! What a detector saw: facts, never prose. The sentence is composed where the texts are.
use std::collections::{BTreeMap, BTreeSet};

use kaizu_model::{ComplaintId, ItemId, Level, NodeId};
use serde::Serialize;
use ts_rs::TS;

use crate::avoidable::Avoidable;
use crate::detectors::{Detector, Gravity, Theme, Waste};
use crate::graph::{Graph, Index};
use crate::guards::Guard;
use crate::weighing::Weighing;

/// One thing a sentence can mention.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(untagged)]
pub enum Fact {
    /// A number, with its unit told by the fact's name.
    Number(f64),
    /// Names, in the order in which they are to be read.
    Names(Vec<String>),
}

/// What one execution of a step would save if the waste were gone.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Claim {
    /// The part of the step's minutes.
    pub minutes_share: f64,
    /// The part of the wait before it.
    pub wait_share: f64,
    /// Sheets of paper.
    pub sheets: f64,
    /// Mistakes.
    pub errors: f64,
}

impl Claim {
    /// All of the step's minutes.
    pub const MINUTES: Self = Self {
        minutes_share: 1.0,
        wait_share: 0.0,
        sheets: 0.0,
        errors: 0.0,
    };
    /// All of the step's minutes and the wait before it.
    pub const WHOLE: Self = Self {
        minutes_share: 1.0,
        wait_share: 1.0,
        sheets: 0.0,
        errors: 0.0,
    };
    /// The wait before the step.
    pub const WAIT: Self = Self {
        minutes_share: 0.0,
        wait_share: 1.0,
        sheets: 0.0,
        errors: 0.0,
    };

    /// The same with `sheets` sheets saved.
    #[must_use]
    pub fn and_sheets(self, sheets: f64) -> Self {
        Self { sheets, ..self }
    }

    /// The larger of each.
    #[must_use]
    pub(crate) fn larger(self, other: Self) -> Self {
        Self {
            minutes_share: self.minutes_share.max(other.minutes_share),
            wait_share: self.wait_share.max(other.wait_share),
            sheets: self.sheets.max(other.sheets),
            errors: self.errors.max(other.errors),
        }
    }
}

/// Waste seen at a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The detector's id: its file's name.
    pub id: &'static str,
    /// The detector's code, as the interchange form prints it.
    pub code: &'static str,
    /// What it is about.
    pub theme: Theme,
    /// Which of the eight wastes it is.
    pub waste: Option<Waste>,
    /// Where, in the order in which it happens.
    pub nodes: Vec<NodeId>,
    /// What it is about.
    pub items: Vec<ItemId>,
    /// What each step would save.
    pub claims: BTreeMap<NodeId, Claim>,
    /// What stands in the way of doing something about it, or softens it.
    pub guards: Vec<Guard>,
    /// What the sentence says.
    pub facts: BTreeMap<&'static str, Fact>,
    /// Whether it is an error, a warning or waste.
    pub gravity: Gravity,
    /// How much it weighs; set by [`crate::find`].
    pub level: Level,
    /// How that came about; set by [`crate::find`].
    pub weight: Weighing,
    /// How sure the figures are, from 0 to 1; set by [`crate::find`].
    pub confidence: f64,
    /// What could be avoided; set by [`crate::find`].
    pub avoidable: Avoidable,
    /// Voices about the same places; set by [`crate::find`].
    pub complaints: Vec<ComplaintId>,
    /// Codes of rewrites that answer it.
    pub rewrites: &'static [&'static str],
    /// Whether it was seen when the flow was played, not worked out from what was entered alone.
    pub is_played: bool,
}

impl Finding {
    /// What `detector` saw at `nodes`.
    pub fn at(
        detector: &dyn Detector,
        graph: &Graph,
        nodes: impl IntoIterator<Item = Index>,
    ) -> Self {
        let mut seen = BTreeSet::new();
        let nodes = nodes.into_iter().filter(|node| seen.insert(*node));
        let places: Vec<NodeId> = nodes.map(|node| graph.id(node)).collect();
        Self {
            id: detector.id(),
            code: detector.code(),
            theme: detector.theme(),
            waste: detector.waste(),
            nodes: places,
            items: Vec::new(),
            claims: BTreeMap::new(),
            guards: Vec::new(),
            facts: BTreeMap::new(),
            gravity: detector.gravity(),
            level: Level::Info,
            weight: Weighing::default(),
            confidence: 1.0,
            avoidable: Avoidable::default(),
            complaints: Vec::new(),
            rewrites: detector.rewrites(),
            is_played: false,
        }
    }

    /// The same with the places and claims of `other`, which stands in another flow.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.nodes.extend(other.nodes);
        self.items.extend(other.items);
        self.claims.extend(other.claims);
        self.guarded(other.guards)
    }

    /// About these items.
    #[must_use]
    pub fn about(mut self, items: impl IntoIterator<Item = ItemId>) -> Self {
        self.items = items
            .into_iter()
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect();
        self
    }

    /// Claims what `node` would save.
    #[must_use]
    pub fn claiming(mut self, graph: &Graph, node: Index, claim: Claim) -> Self {
        let known = self.claims.entry(graph.id(node)).or_default();
        *known = known.larger(claim);
        self
    }

    /// States a number.
    #[must_use]
    pub fn number(mut self, name: &'static str, number: f64) -> Self {
        self.facts.insert(name, Fact::Number(number));
        self
    }

    /// States a number where it is known; what is unknown is left unsaid.
    #[must_use]
    pub fn number_if_known(self, name: &'static str, number: Option<f64>) -> Self {
        match number {
            Some(number) => self.number(name, number),
            None => self,
        }
    }

    /// States how often a year `node` is executed, where that is known, as `times`.
    #[must_use]
    pub fn yearly(self, graph: &Graph, node: Index) -> Self {
        let times = graph.volume().map(|volume| volume * graph.visit(node));
        self.number_if_known("times", times)
    }

    /// States names.
    #[must_use]
    pub fn names<T: Into<String>>(
        mut self,
        name: &'static str,
        names: impl IntoIterator<Item = T>,
    ) -> Self {
        self.facts.insert(
            name,
            Fact::Names(names.into_iter().map(Into::into).collect()),
        );
        self
    }

    /// Names the nodes it is about, under `name`.
    #[must_use]
    pub fn naming(self, graph: &Graph, name: &'static str, nodes: &[Index]) -> Self {
        self.names(name, nodes.iter().map(|node| graph.name(*node)))
    }

    /// Says that it was seen when the flow was played.
    #[must_use]
    pub fn played(self) -> Self {
        Self {
            is_played: true,
            ..self
        }
    }

    /// Weighs it otherwise than its detector usually does.
    #[must_use]
    pub fn weighing(self, gravity: Gravity) -> Self {
        Self { gravity, ..self }
    }

    /// Shows why nothing of it can be counted on: takes its claims back.
    #[must_use]
    pub fn forbidden(mut self, guard: Option<Guard>) -> Self {
        if guard.is_some() {
            self.claims.clear();
        }
        self.guarded(guard)
    }

    /// Shows why it counts for less, or not at all: a guarded finding is never more than low.
    #[must_use]
    pub fn guarded(mut self, guards: impl IntoIterator<Item = Guard>) -> Self {
        for guard in guards {
            if !self.guards.contains(&guard) {
                self.guards.push(guard);
            }
        }
        self
    }
}
