//! What a proposal says: the better flow, the changes that lead there, what they answer, cost and keep. Plain data.
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use kaizu_analysis::{Finding, Guard, Metrics};
use kaizu_model::{
    Authority, Command, ComplaintId, Cost, Difference, Document, FlowId, Limits, NodeId, Package,
    StepId,
};
use serde::Serialize;

use crate::parameters::Parameters;
use crate::rehearsal::Played;

/// What somebody asks for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wishes {
    /// How far the proposal may go.
    pub package: Package,
    /// What of that people allow.
    pub limits: Limits,
    /// What it assumes.
    pub parameters: Parameters,
    /// What it must not do.
    pub without: Vec<Without>,
}

/// A change that people do not want: a rewrite at a place of the as-is flow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Without {
    /// The rewrite's id.
    pub rewrite: String,
    /// Nodes by which the place is recognised: one of them is enough. None stands for what only new nodes tell.
    pub nodes: Vec<NodeId>,
}

impl Without {
    /// Whether this is the change that `rewrite` makes at the place recognised by `nodes`.
    pub fn is(&self, rewrite: &str, nodes: &[NodeId]) -> bool {
        let is_there = nodes.iter().any(|node| self.nodes.contains(node));
        self.rewrite == rewrite && (is_there || (nodes.is_empty() && self.nodes.is_empty()))
    }
}

/// What staff minutes a case change by, over the range of the assumptions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct StaffRange {
    /// At the unfavourable end of every assumption.
    pub cautious: Option<f64>,
    /// Where they most often lie.
    pub likely: Option<f64>,
    /// At the favourable end.
    pub hopeful: Option<f64>,
}

/// One change of a proposal.
#[derive(Clone, Debug, PartialEq)]
pub struct ProposedChange {
    /// The rewrite's id: its file's name.
    pub rewrite: &'static str,
    /// The rewrite's code in the catalogue.
    pub code: &'static str,
    /// Whether it drops, lessens or changes.
    pub class: Difference,
    /// Nodes of the as-is flow by which its place is recognised.
    pub place: Vec<NodeId>,
    /// Nodes of the as-is flow that it is made at: those that go, then those that change, each in that flow's order.
    pub steps: Vec<NodeId>,
    /// Those of them that are gone afterwards.
    pub dropped: Vec<NodeId>,
    /// Every node of the as-is flow in which it leaves a trace, in that flow's order: those that merely no longer read
    /// what is gone, too.
    pub touched: Vec<NodeId>,
    /// Nodes of the to-be flow that it made.
    pub new_steps: Vec<NodeId>,
    /// Findings it answers: places in [`Proposal::findings`].
    pub findings: Vec<usize>,
    /// Voices it answers.
    pub complaints: Vec<ComplaintId>,
    /// Changes without which it would not be possible: places in [`Proposal::changes`].
    pub depends_on: Vec<usize>,
    /// Who has to agree.
    pub authority: Authority,
    /// What it costs to bring about.
    pub cost: Cost,
    /// What one gives up with it: keys of sentences.
    pub loses: Vec<&'static str>,
    /// What has to be done formally: keys of sentences.
    pub procedures: Vec<&'static str>,
    /// Numbers for the sentences, by name.
    pub facts: BTreeMap<&'static str, f64>,
    /// The assumptions used, by name, with the figure that counted.
    pub parameters: BTreeMap<&'static str, f64>,
    /// What the figures change by: the flow after this change against the flow before it.
    pub delta: BTreeMap<&'static str, f64>,
    /// The range of the staff minutes.
    pub staff: StaffRange,
    /// Which of [`Proposal::commands`] bring it about.
    pub commands: Range<usize>,
}

/// A change that was tried and not offered.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Refused {
    /// The rewrite's code.
    pub code: &'static str,
    /// Nodes of the as-is flow it was about.
    pub steps: Vec<NodeId>,
    /// The invariant that would break, or `package`, `limits`, `worse`, `unanswered`, `rejected`.
    pub why: &'static str,
}

/// Whether something that must stay true did.
#[derive(Clone, Debug, PartialEq)]
pub struct InvariantResult {
    /// `I1` …
    pub id: &'static str,
    /// Whether it holds.
    pub holds: bool,
    /// The key of the sentence that says why, or why not.
    pub why: &'static str,
    /// How many things were looked at.
    pub looked_at: usize,
    /// Nodes at which it does not hold; of the as-is flow where they are gone, else of the to-be flow.
    pub at: Vec<NodeId>,
    /// Names for the sentence: items, aspects.
    pub names: Vec<String>,
}

/// A step that stays as itself, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The step of the as-is flow.
    pub step: StepId,
    /// What protects it.
    pub reason: Guard,
}

/// A better flow with its reasons.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// How far it was allowed to go.
    pub package: Package,
    /// The document with the better flow beside the one it was made from.
    pub document: Document,
    /// The flow it was made from.
    pub as_is: FlowId,
    /// The better flow.
    pub flow: FlowId,
    /// Everything that leads there: apply as one `Many`.
    pub commands: Vec<Command>,
    /// The changes, in the order in which they are made.
    pub changes: Vec<ProposedChange>,
    /// What was not offered.
    pub refused: BTreeSet<Refused>,
    /// What the detectors see in the as-is flow.
    pub findings: Vec<Finding>,
    /// Figures of the as-is flow.
    pub before: Metrics,
    /// Figures of the to-be flow.
    pub after: Metrics,
    /// What became of both flows when they were played for a moment, where enough is known for that.
    pub played: Option<Played>,
    /// What must stay true, each with its result.
    pub invariants: Vec<InvariantResult>,
    /// Protected steps that stay.
    pub kept: Vec<Kept>,
    /// What staff minutes a case change by as the electronic share goes from 0 to 1, in the as-is flow.
    pub slope_before: Option<f64>,
    /// The same in the to-be flow.
    pub slope_after: Option<f64>,
    /// Each node of the as-is flow with its copy in the to-be flow, where it is still there.
    pub copies: BTreeMap<NodeId, NodeId>,
}
