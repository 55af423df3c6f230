//! One flow as a graph: who follows whom, how often, and what every detector asks of it.
use std::collections::BTreeMap;

use kaizu_model::{
    Document, FlowId, GatewayKind, Lane, NodeId, Outcome, Process, ProcessId, Refusal, Step,
    StepId, StepKind,
};

use crate::accesses::Accesses;
use crate::answers::Answers;
pub use crate::arrows::Arrow;
use crate::arrows::{connected, forks, leads_everywhere, starts};

/// A node's place in the document's order of nodes; the index of every table in this crate.
pub type Index = usize;

/// One flow of a document, ready to be asked.
pub struct Graph<'a> {
    /// The document it was taken from.
    pub document: &'a Document,
    /// Which flow of it.
    pub flow: FlowId,
    /// The process that the flow shows.
    pub process: &'a Process,
    /// Its id.
    pub process_id: ProcessId,
    nodes: Vec<NodeId>,
    places: BTreeMap<NodeId, Index>,
    steps: Vec<Option<&'a Step>>,
    names: Vec<&'a str>,
    gateways: Vec<Option<GatewayKind>>,
    pub(crate) lanes: Vec<Option<&'a Lane>>,
    arrows: Vec<Arrow<'a>>,
    out: Vec<Vec<usize>>,
    into: Vec<Vec<usize>>,
    starts: Vec<Index>,
    ends: Vec<Index>,
    accesses: Accesses<'a>,
    forks: Vec<Index>,
    outcome: Option<&'a Outcome>,
    pub(crate) answers: Answers,
}

impl<'a> Graph<'a> {
    /// The graph of `flow`.
    pub fn of(document: &'a Document, flow: FlowId) -> Result<Self, Refusal> {
        let process_id = document.flow(flow)?.process;
        let drawn = document.nodes_of(flow).into_iter();
        let (nodes, names): (Vec<NodeId>, Vec<&str>) = drawn.map(|it| (it.id, it.name)).unzip();
        let numbered = nodes.iter().enumerate();
        let places: BTreeMap<NodeId, Index> = numbered.map(|(n, id)| (*id, n)).collect();
        let (arrows, out, into) = connected(document, flow, &places);
        let lane = |id: &NodeId| {
            document
                .node(*id)
                .ok()
                .and_then(|node| document.lane(node.lane).ok())
        };
        let steps: Vec<Option<&Step>> = nodes
            .iter()
            .map(|id| id.step().and_then(|id| document.step(id).ok()))
            .collect();
        let gateway = |id: &NodeId| match id {
            NodeId::Gateway(id) => document.gateway(*id).ok().map(|it| it.kind),
            NodeId::Step(_) | NodeId::Event(_) => None,
        };
        Ok(Self {
            document,
            flow,
            process: document.process(process_id)?,
            process_id,
            accesses: Accesses::of(document, &steps),
            steps,
            names,
            gateways: nodes.iter().map(gateway).collect(),
            lanes: nodes.iter().map(lane).collect(),
            starts: starts(document, &nodes, &into),
            ends: (0..out.len()).filter(|n| out[*n].is_empty()).collect(),
            forks: forks(&arrows, &out),
            nodes,
            places,
            arrows,
            out,
            into,
            outcome: None,
            answers: Answers::default(),
        })
    }

    /// The same for who knows what became of it when it was played.
    #[must_use]
    pub fn with_outcome(self, outcome: impl Into<Option<&'a Outcome>>) -> Self {
        Self {
            outcome: outcome.into(),
            ..self
        }
    }

    /// What became of it when it was played, where it was.
    pub fn outcome(&self) -> Option<&'a Outcome> {
        self.outcome
    }

    /// How many nodes there are.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether nothing is drawn.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// Every node, in the document's order.
    pub fn indices(&self) -> std::ops::Range<Index> {
        0..self.nodes.len()
    }

    /// The id of a node.
    pub fn id(&self, node: Index) -> NodeId {
        self.nodes[node]
    }

    /// The ids of several nodes.
    pub fn ids(&self, nodes: &[Index]) -> Vec<NodeId> {
        nodes.iter().map(|node| self.id(*node)).collect()
    }

    /// Where a node of the document stands.
    pub fn index(&self, id: impl Into<NodeId>) -> Option<Index> {
        self.places.get(&id.into()).copied()
    }

    /// The step at a node, where it is one.
    pub fn step(&self, node: Index) -> Option<&'a Step> {
        self.steps[node]
    }

    /// The id of the step at a node, where it is one.
    pub fn step_id(&self, node: Index) -> Option<StepId> {
        self.nodes[node].step()
    }

    /// Every step with its index.
    pub fn steps(&self) -> impl Iterator<Item = (Index, &'a Step)> {
        self.steps
            .iter()
            .enumerate()
            .filter_map(|(n, step)| step.map(|step| (n, step)))
    }

    /// What is done at a node; `None` for gateways, events and steps of unknown kind.
    pub fn kind(&self, node: Index) -> Option<StepKind> {
        self.step(node).and_then(|step| step.kind)
    }

    /// The gateway kind of a node, where it is a gateway.
    pub fn gateway(&self, node: Index) -> Option<GatewayKind> {
        self.gateways[node]
    }

    /// What people call a node.
    pub fn name(&self, node: Index) -> &'a str {
        self.names[node]
    }

    /// Every arrow, by source and then oldest first.
    pub fn arrows(&self) -> &[Arrow<'a>] {
        &self.arrows
    }

    /// The arrows that leave a node, oldest first.
    pub fn leaving(&self, node: Index) -> impl Iterator<Item = &Arrow<'a>> {
        self.out[node].iter().map(|n| &self.arrows[*n])
    }

    /// The arrows that leave a node with their places among all arrows.
    pub(crate) fn numbered(&self, node: Index) -> impl Iterator<Item = (usize, &Arrow<'a>)> {
        self.out[node].iter().map(|n| (*n, &self.arrows[*n]))
    }

    /// The arrows that reach a node, by source.
    pub fn reaching(&self, node: Index) -> impl Iterator<Item = &Arrow<'a>> {
        self.into[node].iter().map(|n| &self.arrows[*n])
    }

    /// Nodes that nothing leads to: where cases begin.
    pub fn starts(&self) -> &[Index] {
        &self.starts
    }

    /// The node where cases begin; where several could, the first in the list. Where something leads back even to the
    /// first node in the list, that is the one, if every other node and an end lie behind it.
    pub fn start(&self) -> Option<Index> {
        let first = self.starts.first().copied();
        first.or_else(|| leads_everywhere(&self.arrows, &self.out).then_some(0))
    }

    /// Nodes that lead nowhere: where cases end.
    pub fn ends(&self) -> impl Iterator<Item = Index> {
        self.ends.iter().copied()
    }

    /// Whether a node sends a case along several arrows at once.
    pub fn is_fork(&self, node: Index) -> bool {
        self.forks.binary_search(&node).is_ok()
    }

    /// The nodes that do.
    pub(crate) fn forks(&self) -> &[Index] {
        &self.forks
    }

    /// Whether a node waits for all its arrows.
    pub fn is_join(&self, node: Index) -> bool {
        self.gateway(node) == Some(GatewayKind::Join)
    }

    /// Who reads and who writes each item.
    pub(crate) fn accesses(&self) -> &Accesses<'a> {
        &self.accesses
    }

    /// Expected executions of a node a case; zero where they cannot be told.
    pub fn visit(&self, node: Index) -> f64 {
        self.visits()
            .and_then(|visits| visits.get(node))
            .copied()
            .unwrap_or(0.0)
    }

    /// Cases a year, where known.
    pub fn volume(&self) -> Option<f64> {
        self.process.volume_per_year.map(kaizu_model::Quantity::get)
    }

    /// Person-minutes of one execution, where known: minutes times people.
    pub fn minutes(&self, node: Index) -> Option<f64> {
        let step = self.step(node)?;
        Some(step.minutes?.get() * step.people.map_or(1.0, kaizu_model::Quantity::get))
    }

    /// The waiting before a node, in office hours, where known.
    pub fn wait(&self, node: Index) -> Option<f64> {
        self.step(node)?.wait.map(kaizu_model::OfficeHours::get)
    }
}
