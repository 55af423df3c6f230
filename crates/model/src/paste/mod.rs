//! A piece of one flow put into another: the commands that takes.
//!
//! Lanes, phases, items and stores are found again by their names and made where they are missing. A key stays where
//! nothing else in the flow has it. A voice that the flow has already speaks about the new steps as well.
mod beside;
mod run;
mod said;
mod thread;

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    Command, Create, Document, EdgeId, EventId, FlowId, GatewayId, Ids, NodeId, PhaseId, Place,
    ProcessId, Rank, Record, RecordId, Refusal, Reorder, Revise, StepId,
};

/// The commands that put what the flow of `piece` holds into `flow`: into the arrow `at`, or behind the node `at` as a new
/// card is, else at the end of the list.
pub fn paste(
    document: &Document,
    flow: FlowId,
    piece: &Document,
    at: Option<RecordId>,
    ids: &mut Ids,
) -> Result<Vec<Command>, Refusal> {
    let Some(of) = piece.first_flow() else {
        return Ok(Vec::new());
    };
    let mut paste = Paste {
        document,
        flow,
        process: document.flow(flow)?.process,
        piece,
        of,
        spot: Spot::of(document, flow, at)?,
        ids,
        names: BTreeMap::new(),
        commands: Vec::new(),
    };
    paste.names.insert(of.into(), flow.into());
    paste.lanes();
    paste.phases();
    paste.items();
    paste.stores();
    paste.nodes()?;
    paste.arrows();
    paste.thread()?;
    paste.voices();
    paste.duties();
    Ok(paste.commands)
}

/// Where a piece goes.
#[derive(Clone, Copy, Debug, Default)]
struct Spot {
    /// The node it stands behind in the list.
    after: Option<NodeId>,
    /// The arrow it is put into.
    into: Option<EdgeId>,
}

impl Spot {
    fn of(document: &Document, flow: FlowId, at: Option<RecordId>) -> Result<Self, Refusal> {
        let Some(id) = at else {
            return Ok(Self::default());
        };
        let there = document.expect_record(id)?;
        if there.flow() != Some(flow) {
            return Err(Refusal::AcrossFlows(id, flow.into()));
        }
        let into = EdgeId::try_from(id).ok();
        let from = into.and_then(|into| document.edge(into).ok().map(|it| it.from));
        Ok(Self {
            after: from.or(NodeId::try_from(id).ok()),
            into,
        })
    }
}

/// A piece on its way into a flow.
struct Paste<'a> {
    document: &'a Document,
    flow: FlowId,
    process: ProcessId,
    piece: &'a Document,
    /// The flow of the piece.
    of: FlowId,
    spot: Spot,
    ids: &'a mut Ids,
    /// What everything in the piece is called in the document.
    names: BTreeMap<RecordId, RecordId>,
    commands: Vec<Command>,
}

impl Paste<'_> {
    fn create(&mut self, id: impl Into<RecordId>, record: impl Into<Record>) {
        self.commands.push(Create::new(id, record).into());
    }

    /// What something of the piece is called in the document.
    fn new_id<T: Into<RecordId> + TryFrom<RecordId>>(&self, id: T) -> Option<T> {
        let new = self.names.get(&id.into())?;
        T::try_from(*new).ok()
    }

    /// `record` with what it mentions as it is called in the document; nothing where that is not there.
    fn carried(&self, record: &Record) -> Option<Record> {
        let mut record = record.clone();
        let is_whole = record.refer(&mut |id| self.names.get(&id).copied());
        is_whole.then_some(record)
    }

    fn nodes(&mut self) -> Result<(), Refusal> {
        let nodes: Vec<NodeId> = self
            .piece
            .nodes_of(self.of)
            .iter()
            .map(|node| node.id)
            .collect();
        for id in &nodes {
            let new: NodeId = match id {
                NodeId::Step(_) => self.ids.mint::<StepId>().into(),
                NodeId::Gateway(_) => self.ids.mint::<GatewayId>().into(),
                NodeId::Event(_) => self.ids.mint::<EventId>().into(),
            };
            self.names.insert((*id).into(), new.into());
        }
        let there = self.document.nodes_of(self.flow);
        let mut keys: BTreeSet<String> = there
            .iter()
            .filter_map(|it| it.key.map(str::to_owned))
            .collect();
        let phase = self.phase_of_all(&nodes)?;
        let ranks = self.ranks(nodes.len());
        let mut before = self.spot.after;
        let mut explained = Vec::new();
        for (n, id) in nodes.iter().enumerate() {
            let (Ok(old), Some(new)) = (self.piece.expect_record((*id).into()), self.new_id(*id))
            else {
                continue;
            };
            let Some(mut record) = self.carried(old) else {
                continue;
            };
            record.set_rank(ranks.get(n).copied().unwrap_or_default());
            settle(&mut record, &mut keys, phase);
            // A step may be explained by one that comes later.
            if let Record::Step(step) = &mut record
                && !step.because_of.is_empty()
            {
                explained.push((new, Record::from(step.clone())));
                step.because_of.clear();
            }
            self.create(new, record);
            if let Some(before) = before.filter(|_| ranks.is_empty()) {
                let place = Place::After(before.into());
                let id = new.into();
                self.commands.push(Reorder { id, place }.into());
            }
            before = Some(new);
        }
        let explained = explained
            .into_iter()
            .map(|(id, step)| Revise::new(id, step).into());
        self.commands.extend(explained);
        Ok(())
    }

    /// The ranks of `n` nodes behind the one they follow; none where there is no room between it and the next.
    fn ranks(&self, n: usize) -> Vec<Rank> {
        let all = self.document.nodes_of(self.flow);
        let after = self.spot.after;
        let at = after.and_then(|after| all.iter().position(|node| node.id == after));
        let (below, above) = match at {
            Some(at) => (
                Some(all[at].rank.0),
                all.get(at + 1).map(|node| node.rank.0),
            ),
            None => (all.last().map(|node| node.rank.0), None),
        };
        let below = below.unwrap_or_default();
        let n = i64::try_from(n).unwrap_or(i64::MAX);
        let step = match above {
            Some(above) => above.saturating_sub(below) / n.saturating_add(1),
            None => Rank::GAP,
        };
        let last = step.checked_mul(n).and_then(|all| below.checked_add(all));
        if step < 1 || last.is_none() {
            return Vec::new();
        }
        (1..=n).map(|nth| Rank(below + nth * step)).collect()
    }

    /// The phase that all of `nodes` come into: that of what they stand behind, where they are of one phase themselves.
    fn phase_of_all(&self, nodes: &[NodeId]) -> Result<Option<PhaseId>, Refusal> {
        let Some(after) = self.spot.after else {
            return Ok(None);
        };
        let mut phases = BTreeSet::new();
        for id in nodes {
            phases.insert(self.piece.node(*id)?.phase);
        }
        let phase = self.document.node(after)?.phase;
        Ok(phase.filter(|_| phases.len() < 2))
    }

    fn arrows(&mut self) {
        let edges: Vec<_> = self.piece.edges_of(self.of).collect();
        for (_, edge) in edges {
            let record = crate::Edge {
                bends: Vec::new(),
                ..edge.clone()
            };
            if let Some(record) = self.carried(&record.into()) {
                let id: EdgeId = self.ids.mint();
                self.create(id, record);
            }
        }
    }
}

/// Gives a node a place of its own: no pin, a key only where nobody has it, and the `phase` it comes into.
fn settle(record: &mut Record, keys: &mut BTreeSet<String>, phase: Option<PhaseId>) {
    macro_rules! settle {
        ($it:expr) => {{
            let it = $it;
            it.pin = None;
            it.key = it.key.take().filter(|key| keys.insert(key.clone()));
            it.phase = phase.or(it.phase);
        }};
    }
    if let Record::Step(it) = record {
        settle!(it);
    } else if let Record::Gateway(it) = record {
        settle!(it);
    } else if let Record::Event(it) = record {
        settle!(it);
    }
}

#[cfg(test)]
mod tests;
