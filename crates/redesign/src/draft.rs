//! Commands tried out as they are written: each is made for the document that the ones before it leave.
use std::collections::BTreeSet;

use kaizu_analysis::Graph;
use kaizu_model::{
    Command, Create, Document, Edge, EdgeId, FlowId, Item, ItemClass, ItemId, Lane, LaneId,
    LaneKind, NodeId, Place, Rank, Record, RecordId, Refusal, Remove, Reorder, Revise, Split, Step,
    StepId,
};

use crate::wording;

/// A flow being rewritten.
pub(crate) struct Draft {
    pub(crate) document: Document,
    pub(crate) flow: FlowId,
    commands: Vec<Command>,
}

impl Draft {
    pub(crate) fn of(graph: &Graph) -> Self {
        Self {
            document: graph.document.clone(),
            flow: graph.flow,
            commands: Vec::new(),
        }
    }

    /// What was done.
    pub(crate) fn finish(self) -> Vec<Command> {
        self.commands
    }

    pub(crate) fn run(&mut self, command: impl Into<Command>) -> Result<(), Refusal> {
        let command = command.into();
        let change = command.apply(&self.document)?;
        self.document = self.document.after(&change);
        self.commands.push(command);
        Ok(())
    }

    pub(crate) fn graph(&self) -> Result<Graph<'_>, Refusal> {
        Graph::of(&self.document, self.flow)
    }

    fn mint<T: From<u32>>(&self) -> T {
        self.document.free_ids().mint()
    }

    /// Changes a step. Nothing is written where nothing differs.
    pub(crate) fn revise(
        &mut self,
        id: StepId,
        change: impl FnOnce(&mut Step),
    ) -> Result<(), Refusal> {
        let before = self.document.step(id)?;
        let mut after = before.clone();
        change(&mut after);
        if after == *before {
            return Ok(());
        }
        self.run(Revise::new(id, after))
    }

    /// Takes a node out; its arrows close up.
    pub(crate) fn remove(&mut self, node: impl Into<RecordId>) -> Result<(), Refusal> {
        self.run(Remove::new(node))
    }

    /// Takes a step out, and with it what only it produced: marks that nobody can read any more are no longer asked for.
    pub(crate) fn retire(&mut self, id: StepId) -> Result<(), Refusal> {
        let written: BTreeSet<ItemId> = self
            .document
            .step(id)?
            .writes
            .iter()
            .map(|access| access.item)
            .collect();
        self.remove(id)?;
        self.forget(&written)
    }

    /// Drops the reading of those of `items` that nobody in the flow writes.
    pub(crate) fn forget(&mut self, items: &BTreeSet<ItemId>) -> Result<(), Refusal> {
        let own = || {
            self.document
                .steps()
                .filter(|(_, step)| step.flow == self.flow)
        };
        let is_written =
            |item: &ItemId| own().any(|(_, step)| step.writes.iter().any(|it| it.item == *item));
        let gone: BTreeSet<ItemId> = items.iter().copied().filter(|it| !is_written(it)).collect();
        let is_lost = |item: ItemId| gone.contains(&item);
        let readers: Vec<StepId> = own()
            .filter(|(_, step)| step.reads.iter().any(|it| is_lost(it.item)))
            .map(|(id, _)| id)
            .collect();
        for reader in readers {
            self.revise(reader, |step| {
                step.reads.retain(|it| !gone.contains(&it.item));
            })?;
        }
        Ok(())
    }

    /// The lane of what runs by itself, drawn below the customers where there is none yet.
    pub(crate) fn system_lane(&mut self) -> Result<LaneId, Refusal> {
        let lanes = self.document.lanes_of(self.flow);
        if let Some((id, _)) = lanes.iter().find(|(_, lane)| lane.kind == LaneKind::System) {
            return Ok(*id);
        }
        // What runs by itself takes over between the people it serves and the staff: it stands below the customers.
        let customers = lanes.iter().rev().find(|(_, lane)| lane.kind.is_customer());
        let last = lanes.last().map_or(0, |(_, lane)| lane.rank.0);
        let rank = Rank(last.saturating_add(Rank::GAP));
        let beside: Option<RecordId> = customers.map(|(id, _)| (*id).into());
        let id: LaneId = self.mint();
        let lane = Lane::new(self.flow, rank, LaneKind::System, wording::SYSTEM_LANE);
        self.run(Create::new(id, lane))?;
        if let Some(beside) = beside {
            self.run(Reorder {
                id: id.into(),
                place: Place::After(beside),
            })?;
        }
        Ok(id)
    }

    /// The item called `name`, created where there is none yet.
    pub(crate) fn item(&mut self, name: &str, class: ItemClass) -> Result<ItemId, Refusal> {
        let process = self.document.flow(self.flow)?.process;
        let known = self
            .document
            .items_of(process)
            .find(|(_, item)| item.name == name);
        if let Some((id, _)) = known {
            return Ok(id);
        }
        let id: ItemId = self.mint();
        let item = Item {
            class: Some(class),
            ..Item::new(process, name)
        };
        self.run(Create::new(id, item))?;
        Ok(id)
    }

    /// A key of the kind N1, N2 … that neither this flow nor the one it was made from uses.
    pub(crate) fn fresh_key(&self) -> String {
        let made_from = self
            .document
            .flow(self.flow)
            .ok()
            .and_then(|flow| flow.made_from);
        let taken: BTreeSet<&str> = std::iter::once(self.flow)
            .chain(made_from)
            .flat_map(|flow| self.document.nodes_of(flow))
            .filter_map(|node| node.key)
            .collect();
        let mut n = 1_usize;
        while taken.contains(format!("N{n}").as_str()) {
            n += 1;
        }
        format!("N{n}")
    }

    /// Puts a new step between `sources` and `target`: their arrows to the target lead to it, and it leads on.
    pub(crate) fn insert_before(
        &mut self,
        target: NodeId,
        sources: &[NodeId],
        make: impl FnOnce(Step) -> Step,
    ) -> Result<StepId, Refusal> {
        let (lane, phase) = {
            let node = self.document.node(target)?;
            (node.lane, node.phase)
        };
        let id: StepId = self.mint();
        let blank = Step {
            key: Some(self.fresh_key()),
            phase,
            ..Step::new(self.flow, self.rank_before(target)?, lane, wording::TAKE_IN)
        };
        self.run(Create::new(id, make(blank)))?;
        self.run(Reorder {
            id: id.into(),
            place: Place::Before(target.into()),
        })?;
        let inward: Vec<(EdgeId, Edge)> = self
            .document
            .edges_to(target)
            .filter(|(_, edge)| sources.contains(&edge.from))
            .map(|(id, edge)| (id, edge.clone()))
            .collect();
        for (edge, it) in inward {
            let redirected = Edge {
                to: id.into(),
                bends: Vec::new(),
                ..it
            };
            self.run(Revise::new(edge, redirected))?;
        }
        self.link(id.into(), target, Split::Sequence)?;
        Ok(id)
    }

    /// Puts a new step into every arrow that reaches `target`.
    pub(crate) fn insert_before_all(
        &mut self,
        target: NodeId,
        make: impl FnOnce(Step) -> Step,
    ) -> Result<StepId, Refusal> {
        let sources: Vec<NodeId> = self
            .document
            .edges_to(target)
            .map(|(_, edge)| edge.from)
            .collect();
        self.insert_before(target, &sources, make)
    }

    /// Draws an arrow.
    pub(crate) fn link(
        &mut self,
        from: NodeId,
        to: NodeId,
        split: Split,
    ) -> Result<EdgeId, Refusal> {
        self.draw(Edge::new(self.flow, from, to, split))
    }

    /// Draws this arrow.
    pub(crate) fn draw(&mut self, edge: Edge) -> Result<EdgeId, Refusal> {
        let id: EdgeId = self.mint();
        self.run(Create::new(id, edge))?;
        Ok(id)
    }

    /// Creates a node's record in front of `target` in the list.
    pub(crate) fn create_before<T: From<u32> + Copy + Into<RecordId>>(
        &mut self,
        target: NodeId,
        record: impl Into<Record>,
    ) -> Result<T, Refusal> {
        self.create_at(Place::Before(target.into()), record)
    }

    /// Creates a node's record behind `source` in the list.
    pub(crate) fn create_after<T: From<u32> + Copy + Into<RecordId>>(
        &mut self,
        source: NodeId,
        record: impl Into<Record>,
    ) -> Result<T, Refusal> {
        self.create_at(Place::After(source.into()), record)
    }

    fn create_at<T: From<u32> + Copy + Into<RecordId>>(
        &mut self,
        place: Place,
        record: impl Into<Record>,
    ) -> Result<T, Refusal> {
        let id: T = self.mint();
        self.run(Create::new(id, record))?;
        self.run(Reorder {
            id: id.into(),
            place,
        })?;
        Ok(id)
    }

    fn rank_before(&self, target: NodeId) -> Result<Rank, Refusal> {
        Ok(self.document.node(target)?.rank)
    }
}
