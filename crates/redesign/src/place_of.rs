//! What a proposal puts into the project: a new flow, or other contents for one that is there.
//!
//! What takes the place of something keeps its id and its place in the picture, so that people find it again.
use std::collections::{BTreeMap, BTreeSet};

use kaizu_model::{
    Adoption, Document, EdgeId, FlowId, Ids, Improvement, ImprovementId, NodeId, Rank, Record,
    RecordId, StepId,
};

use crate::decided::Decided;
use crate::proposal::{Proposal, Without};

/// What a proposal puts into the project.
#[derive(Clone, Debug, Default)]
pub struct Contents {
    /// What the process lacks so far: items that the better flow mentions.
    pub beside: Vec<(RecordId, Record)>,
    /// What the flow holds, with the changes that are made and those that people decided about.
    pub within: Vec<(RecordId, Record)>,
    /// Changes that fall although nobody rejected them: what they need is not there.
    pub fallen: Vec<ImprovementId>,
}

impl Proposal {
    /// The proposal as the contents of `flow`, of which `base` may hold an older composition.
    pub fn contents(
        &self,
        base: &Document,
        flow: FlowId,
        decided: &Decided,
        ids: &mut Ids,
    ) -> Contents {
        let mut names = self.names(base, flow, ids);
        let mut placeholders = self.document.free_ids();
        let changes = self.improvements(&mut placeholders);
        let taken_over = taken_over(&changes, decided);
        for (id, _) in &changes {
            let known = taken_over.get(id).copied();
            names.insert((*id).into(), known.unwrap_or_else(|| ids.mint()).into());
        }
        let mut contents = Contents::default();
        for (id, record) in self.document.records() {
            let is_own = record.flow() == Some(self.flow);
            if !self.is_made(base, id, record) || id == self.flow.into() {
                continue;
            }
            let Some((id, record)) = renamed(id, record, &names) else {
                continue;
            };
            if is_own {
                contents.within.push((id, in_place(base, id, record)));
            } else {
                contents.beside.push((id, record));
            }
        }
        contents.make(&changes, &names, decided);
        contents.keep(base, decided);
        contents
    }

    /// Whether the proposal made the record: its flow, or what the process lacks in `base`.
    fn is_made(&self, base: &Document, id: RecordId, record: &Record) -> bool {
        let of = record.flow();
        of == Some(self.flow) || (of.is_none() && base.record(id).is_none())
    }

    /// Under which id everything that is not in `base` stands from now on.
    fn names(&self, base: &Document, flow: FlowId, ids: &mut Ids) -> BTreeMap<RecordId, RecordId> {
        let mut names: BTreeMap<RecordId, RecordId> = BTreeMap::new();
        names.insert(self.flow.into(), flow.into());
        self.match_bands(base, flow, &mut names);
        self.match_nodes(base, flow, &mut names);
        self.match_arrows(base, flow, &mut names);
        for (id, record) in self.document.records() {
            if self.is_made(base, id, record) && !names.contains_key(&id) {
                names.insert(id, id.numbered(ids.mint::<StepId>().0));
            }
        }
        names
    }

    /// Lanes and phases by their names, duties by their places.
    fn match_bands(&self, base: &Document, flow: FlowId, names: &mut BTreeMap<RecordId, RecordId>) {
        let of = |document: &Document, flow: FlowId| -> Vec<(RecordId, Option<String>)> {
            let is_band = |record: &Record| {
                matches!(record, Record::Lane(_) | Record::Phase(_) | Record::Duty(_))
            };
            document
                .records()
                .filter(|(_, record)| record.flow() == Some(flow) && is_band(record))
                .map(|(id, record)| (id, record.name().map(str::to_owned)))
                .collect()
        };
        let mut free = of(base, flow);
        for (id, name) in of(&self.document, self.flow) {
            let is_it =
                |other: &(RecordId, Option<String>)| other.0.word() == id.word() && other.1 == name;
            if let Some(at) = free.iter().position(is_it) {
                names.insert(id, free.remove(at).0);
            }
        }
    }

    /// Copies of today's nodes by their keys, new nodes by the names of lane and node.
    fn match_nodes(&self, base: &Document, flow: FlowId, names: &mut BTreeMap<RecordId, RecordId>) {
        let copies: BTreeSet<NodeId> = self.copies.values().copied().collect();
        let lane = |document: &Document, id| document.lane(id).map(|it| it.name.clone()).ok();
        let mut free = base.nodes_of(flow);
        let nodes = self.document.nodes_of(self.flow);
        for is_copy in [true, false] {
            for node in nodes.iter().filter(|it| copies.contains(&it.id) == is_copy) {
                let own_lane = lane(&self.document, node.lane);
                let is_it = |other: &kaizu_model::Node| {
                    let is_kind = RecordId::from(other.id).word() == RecordId::from(node.id).word();
                    is_kind
                        && if is_copy {
                            other.key.is_some() && other.key == node.key
                        } else {
                            other.name == node.name && lane(base, other.lane) == own_lane
                        }
                };
                // Of several that are called the same, the one between the same neighbours.
                let around = neighbours(&self.document, self.flow, node.id, names);
                let shared = |at: &usize| {
                    let it = free
                        .get(*at)
                        .map(|it| neighbours(base, flow, it.id, &BTreeMap::new()));
                    it.map_or(0, |it| it.intersection(&around).count())
                };
                let all = (0..free.len()).filter(|at| free.get(*at).is_some_and(is_it));
                if let Some(at) = all.max_by_key(|at| (shared(at), std::cmp::Reverse(*at))) {
                    names.insert(node.id.into(), free.remove(at).id.into());
                }
            }
        }
    }

    /// Arrows by what they join.
    fn match_arrows(
        &self,
        base: &Document,
        flow: FlowId,
        names: &mut BTreeMap<RecordId, RecordId>,
    ) {
        let known: BTreeMap<(RecordId, RecordId), EdgeId> = base
            .edges_of(flow)
            .map(|(id, edge)| ((edge.from.into(), edge.to.into()), id))
            .collect();
        for (id, edge) in self.document.edges_of(self.flow) {
            let ends = names.get(&edge.from.into()).zip(names.get(&edge.to.into()));
            if let Some(other) = ends.and_then(|(from, to)| known.get(&(*from, *to))) {
                names.insert(id.into(), (*other).into());
            }
        }
    }
}

impl Contents {
    /// The changes that are made, each under the id of the one that was known.
    fn make(
        &mut self,
        changes: &[(ImprovementId, Improvement)],
        names: &BTreeMap<RecordId, RecordId>,
        decided: &Decided,
    ) {
        let highest = decided.improvements.iter().map(|(_, it)| it.rank).max();
        for (n, (id, change)) in changes.iter().enumerate() {
            let record = Record::from(change.clone());
            let Some((id, Record::Improvement(mut it))) = renamed((*id).into(), &record, names)
            else {
                continue;
            };
            let known = ImprovementId::try_from(id)
                .ok()
                .and_then(|id| decided.get(id));
            it.rank = match (known, highest) {
                (Some(known), _) => known.rank,
                (None, Some(highest)) => Rank(highest.0.saturating_add(Rank::nth(n).0)),
                (None, None) => it.rank,
            };
            it.reason = known.and_then(|known| known.reason.clone());
            self.within.push((id, it.into()));
        }
    }

    /// The changes that are not made: those that people rejected, and those that cannot be made without them.
    fn keep(&mut self, base: &Document, decided: &Decided) {
        let mut there: BTreeSet<RecordId> = self.within.iter().map(|(id, _)| *id).collect();
        let mut kept: Vec<(ImprovementId, Improvement)> = Vec::new();
        for (id, it) in &decided.improvements {
            if there.contains(&(*id).into()) {
                continue;
            }
            let mut it = it.clone();
            if !it.is_refused() {
                let cause = decided.refused_causes(*id).first().copied();
                it.falls_with = cause.or(decided.rejected);
                it.decision = Adoption::Rejected;
                if it.falls_with.is_none() {
                    continue;
                }
                self.fallen.push(*id);
            }
            kept.push((*id, it));
        }
        // What is not made mentions nothing that is not there.
        there.extend(kept.iter().map(|(id, _)| RecordId::from(*id)));
        for (id, it) in kept {
            let own = it.flow;
            let mut is_there = |id: RecordId| {
                let record = base.record(id)?;
                (record.flow() != Some(own) || there.contains(&id)).then_some(id)
            };
            let record = Record::from(it).following(&mut is_there);
            self.within.extend(record.map(|record| (id.into(), record)));
        }
    }
}

/// Which change that was known each change is: the one whose place is the same, else the one with most of it.
fn taken_over(
    changes: &[(ImprovementId, Improvement)],
    decided: &Decided,
) -> BTreeMap<ImprovementId, ImprovementId> {
    let mut free: Vec<&(ImprovementId, Improvement)> = decided
        .improvements
        .iter()
        .filter(|(_, it)| !it.is_refused())
        .collect();
    let mut taken = BTreeMap::new();
    for is_exact in [true, false] {
        for (id, change) in changes {
            if taken.contains_key(id) {
                continue;
            }
            let fits = |known: &Improvement| {
                Without::of(known).is(&change.rewrite, &change.place)
                    && (!is_exact || known.place == change.place)
            };
            let shared = |known: &Improvement| {
                let is_shared = |node: &&NodeId| change.place.contains(node);
                known.place.iter().filter(is_shared).count()
            };
            let best = (0..free.len())
                .filter(|n| fits(&free[*n].1))
                .max_by_key(|n| (shared(&free[*n].1), std::cmp::Reverse(*n)));
            if let Some(best) = best {
                taken.insert(*id, free.remove(best).0);
            }
        }
    }
    taken
}

/// What arrows join with `node`, under the names of `names` where they have one.
fn neighbours(
    document: &Document,
    flow: FlowId,
    node: NodeId,
    names: &BTreeMap<RecordId, RecordId>,
) -> BTreeSet<RecordId> {
    let arrows = document.edges_of(flow).map(|(_, edge)| edge);
    let others = arrows.filter_map(|edge| match (edge.from == node, edge.to == node) {
        (true, _) => Some(edge.to.into()),
        (_, true) => Some(edge.from.into()),
        (false, false) => None,
    });
    others
        .map(|id: RecordId| names.get(&id).copied().unwrap_or(id))
        .collect()
}

fn renamed(
    id: RecordId,
    record: &Record,
    names: &BTreeMap<RecordId, RecordId>,
) -> Option<(RecordId, Record)> {
    let name = |id: RecordId| names.get(&id).copied().unwrap_or(id);
    let record = record.following(&mut |id| Some(name(id)))?;
    Some((name(id), record))
}

/// The record where people put the one whose place it takes.
fn in_place(base: &Document, id: RecordId, mut record: Record) -> Record {
    match (base.record(id), &mut record) {
        (Some(Record::Step(old)), Record::Step(new)) => new.pin = old.pin,
        (Some(Record::Gateway(old)), Record::Gateway(new)) => new.pin = old.pin,
        (Some(Record::Event(old)), Record::Event(new)) => new.pin = old.pin,
        (Some(Record::Edge(old)), Record::Edge(new)) => new.bends.clone_from(&old.bends),
        _ => {}
    }
    record
}
