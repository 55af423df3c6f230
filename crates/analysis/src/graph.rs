//! One flow as a graph: who follows whom, how often, and what every detector asks of it.
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use kaizu_model::{
    Document, Edge, EdgeId, EventKind, FlowId, GatewayKind, ItemId, Lane, NodeId, Process,
    ProcessId, Refusal, Share, Split, Step, StepId, StepKind,
};

use crate::accesses::Accesses;
use crate::carriers;
use crate::controls::{self, Controls};
use crate::doers;
use crate::guards::{self, Guard};
use crate::reach::Reach;
use crate::rechecks::{self, Chain};
use crate::rejects;
use crate::rekeying::{self, Keying};
use crate::rounds::Rounds;
use crate::rows::Marks;
use crate::soundness::{self, Soundness};
use crate::stretches::Lead;
use crate::visits;

/// A node's place in the document's order of nodes; the index of every table in this crate.
pub type Index = usize;

/// An arrow between two nodes of the graph.
#[derive(Clone, Copy, Debug)]
pub struct Arrow<'a> {
    /// Its id in the document.
    pub id: EdgeId,
    /// Its record.
    pub edge: &'a Edge,
    /// Where it begins.
    pub from: Index,
    /// Where it leads.
    pub to: Index,
    /// The share of the cases at its source that take it.
    pub share: f64,
}

impl Arrow<'_> {
    /// Whether the case goes along every parallel arrow at once.
    pub fn is_parallel(&self) -> bool {
        self.edge.split == Split::Parallel
    }
}

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
    reach: OnceCell<Reach>,
    rounds: OnceCell<Rounds>,
    soundness: OnceCell<Soundness>,
    states: OnceCell<Option<Vec<f64>>>,
    visits: OnceCell<Option<Vec<f64>>>,
    lead: OnceCell<Option<Lead>>,
    forks: Vec<Index>,
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
            reach: OnceCell::new(),
            rounds: OnceCell::new(),
            soundness: OnceCell::new(),
            states: OnceCell::new(),
            visits: OnceCell::new(),
            lead: OnceCell::new(),
            protections: OnceCell::new(),
            controls: OnceCell::new(),
            chains: OnceCell::new(),
            held: OnceCell::new(),
            work: OnceCell::new(),
            keyings: OnceCell::new(),
            checks: OnceCell::new(),
        })
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

    /// Who reaches whom, who comes before whom.
    pub fn reach(&self) -> &Reach {
        self.reach.get_or_init(|| Reach::of(self))
    }

    /// Every node in every round of what happens at most once.
    pub(crate) fn rounds(&self) -> &Rounds {
        self.rounds.get_or_init(|| Rounds::of(self))
    }

    /// What playing it through shows.
    pub(crate) fn soundness(&self) -> &Soundness {
        self.soundness.get_or_init(|| soundness::played(self))
    }

    /// Expected executions of each node a case; `None` where a loop never ends.
    pub fn visits(&self) -> Option<&[f64]> {
        let visits = || {
            let states = self.states()?.iter().copied().enumerate();
            Some(visits::by_node(self, states).into_values().collect())
        };
        self.visits.get_or_init(visits).as_deref()
    }

    /// Expected executions of each state a case; `None` where a loop never ends.
    pub(crate) fn states(&self) -> Option<&[f64]> {
        self.states.get_or_init(|| visits::visits(self)).as_deref()
    }

    /// The whole way of a case, taken apart; `None` where a loop never ends or a fork returns into itself.
    pub(crate) fn lead(&self) -> Option<&Lead> {
        self.lead.get_or_init(|| Lead::of(self)).as_ref()
    }

    /// Why each node must never be dropped.
    pub(crate) fn protections(&self) -> &[Option<Guard>] {
        self.protections.get_or_init(|| guards::protections(self))
    }

    /// Every look at something.
    pub(crate) fn controls(&self) -> &Controls {
        self.controls.get_or_init(|| controls::looking(self))
    }

    /// Checks that look at the same thing one after another.
    pub(crate) fn chains(&self) -> &[Chain] {
        self.chains.get_or_init(|| rechecks::chains(self))
    }

    /// The steps that make a copy of `item` which the city holds, in order.
    pub(crate) fn held(&self, item: ItemId) -> &[Index] {
        let all = self.held.get_or_init(|| carriers::held(self));
        all.get(&item).map_or(&[], Vec::as_slice)
    }

    /// Where the city works on a case, not only telling people of it and filing it.
    pub(crate) fn work(&self) -> &Marks {
        let work = || self.indices().filter(|node| rejects::is_work(self, *node));
        self.work.get_or_init(|| Marks::of(self.len(), work()))
    }

    /// What is keyed at each node.
    pub(crate) fn keyings(&self) -> &[Option<Keying>] {
        let keyed = |node| rekeying::keyed(self, node);
        self.keyings
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
        &self.checks.get_or_init(all)[node]
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

/// The arrows of a flow by source, and for each node the places of those that leave and reach it.
fn connected<'a>(
    document: &'a Document,
    flow: FlowId,
    places: &BTreeMap<NodeId, Index>,
) -> (Vec<Arrow<'a>>, Vec<Vec<usize>>, Vec<Vec<usize>>) {
    let ends = |edge: &Edge| Some((*places.get(&edge.from)?, *places.get(&edge.to)?));
    let mut arrows: Vec<Arrow<'a>> = document
        .edges_of(flow)
        .filter_map(|(id, edge)| {
            ends(edge).map(|(from, to)| Arrow {
                id,
                edge,
                from,
                to,
                share: 1.0,
            })
        })
        .collect();
    arrows.sort_by_key(|arrow| (arrow.from, arrow.id));
    let mut out = vec![Vec::new(); places.len()];
    let mut into = vec![Vec::new(); places.len()];
    for (n, arrow) in arrows.iter().enumerate() {
        out[arrow.from].push(n);
        into[arrow.to].push(n);
    }
    for leaving in &out {
        visits::share_out(&mut arrows, leaving);
    }
    (arrows, out, into)
}

/// Nodes that nothing leads to; where people drew the start, that one comes first.
fn starts(document: &Document, nodes: &[NodeId], into: &[Vec<usize>]) -> Vec<Index> {
    let is_drawn = |n: &Index| matches!(nodes[*n], NodeId::Event(id) if document.event(id).is_ok_and(|event| event.kind == EventKind::Start));
    let mut starts: Vec<Index> = (0..nodes.len()).filter(|n| into[*n].is_empty()).collect();
    starts.sort_by_key(|n| (!is_drawn(n), *n));
    starts
}

/// Nodes that send a case along several arrows at once.
fn forks(arrows: &[Arrow], out: &[Vec<usize>]) -> Vec<Index> {
    let is_parallel = |arrow: &&usize| arrows[**arrow].is_parallel();
    let n_parallel = |node: &Index| out[*node].iter().filter(is_parallel).count();
    (0..out.len()).filter(|node| n_parallel(node) > 1).collect()
}

/// Whether the first node has all others behind it, and an end among them.
fn leads_everywhere(arrows: &[Arrow], out: &[Vec<usize>]) -> bool {
    let mut seen = BTreeSet::from([0]);
    let mut open = vec![0];
    while let Some(node) = open.pop() {
        for arrow in out.get(node).into_iter().flatten() {
            let next = arrows[*arrow].to;
            if seen.insert(next) {
                open.push(next);
            }
        }
    }
    seen.len() == out.len() && out.iter().any(Vec::is_empty)
}

/// The share of a branch that is not said.
pub(crate) fn share(edge: &Edge) -> Option<f64> {
    edge.share.map(Share::get)
}
