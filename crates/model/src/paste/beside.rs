//! What a pasted piece stands in and works with: found by name, else made.
use std::collections::BTreeSet;

use super::Paste;
use crate::{ItemId, LaneId, PhaseId, Place, Rank, Reorder, StoreId};

impl Paste<'_> {
    pub(super) fn lanes(&mut self) {
        let there = self.document.lanes_of(self.flow);
        let keys: BTreeSet<_> = there.iter().filter_map(|(_, it)| it.key.as_ref()).collect();
        let mut rank = there.last().map_or(0, |(_, it)| it.rank.0);
        let mut taken: BTreeSet<LaneId> = BTreeSet::new();
        for (old, lane) in self.piece.lanes_of(self.of) {
            let mut named = there
                .iter()
                .filter(|(_, it)| reads_alike(&it.name, &lane.name));
            let home = named.find(|(id, _)| taken.insert(*id)).map(|(id, _)| *id);
            let id = home.unwrap_or_else(|| self.ids.mint());
            self.names.insert(old.into(), id.into());
            if home.is_some() {
                continue;
            }
            rank = rank.saturating_add(Rank::GAP);
            let mut made = lane.clone();
            made.flow = self.flow;
            made.rank = Rank(rank);
            made.key = made.key.filter(|key| !keys.contains(key));
            self.create(id, made);
        }
    }

    /// New phases follow the one that the piece stands behind, else the last.
    pub(super) fn phases(&mut self) {
        let there = self.document.phases_of(self.flow);
        let keys: BTreeSet<_> = there.iter().filter_map(|(_, it)| it.key.as_ref()).collect();
        let mut rank = there.last().map_or(0, |(_, it)| it.rank.0);
        let mut taken: BTreeSet<PhaseId> = BTreeSet::new();
        let after = self.spot.after.and_then(|id| self.document.node(id).ok());
        let mut before = after.and_then(|node| node.phase);
        for (old, phase) in self.piece.phases_of(self.of) {
            let mut named = there
                .iter()
                .filter(|(_, it)| reads_alike(&it.name, &phase.name));
            let home = named.find(|(id, _)| taken.insert(*id)).map(|(id, _)| *id);
            if let Some(home) = home {
                self.names.insert(old.into(), home.into());
                continue;
            }
            if !self.needs(old) {
                continue;
            }
            let id: PhaseId = self.ids.mint();
            self.names.insert(old.into(), id.into());
            rank = rank.saturating_add(Rank::GAP);
            let mut made = phase.clone();
            made.flow = self.flow;
            made.rank = Rank(rank);
            made.key = made.key.filter(|key| !keys.contains(key));
            self.create(id, made);
            if let Some(before) = before {
                let place = Place::After(before.into());
                let id = id.into();
                self.commands.push(Reorder { id, place }.into());
            }
            before = before.map(|_| id);
        }
    }

    /// Whether a phase of the piece is wanted: all of one phase comes into that of what it stands behind.
    fn needs(&self, phase: PhaseId) -> bool {
        let nodes = self.piece.nodes_of(self.of);
        let phases: BTreeSet<_> = nodes.iter().map(|node| node.phase).collect();
        let after = self.spot.after.and_then(|id| self.document.node(id).ok());
        let has_home = after.is_some_and(|node| node.phase.is_some());
        phases.contains(&Some(phase)) && !(has_home && phases.len() < 2)
    }

    pub(super) fn items(&mut self) {
        let pieces: Vec<_> = self.piece.items().collect();
        for (old, item) in pieces {
            let mut there = self.document.items_of(self.process);
            let home = there.find(|(_, it)| it.name == item.name).map(|(id, _)| id);
            let id: ItemId = home.unwrap_or_else(|| self.ids.mint());
            self.names.insert(old.into(), id.into());
            if home.is_none() {
                let mut made = item.clone();
                made.process = self.process;
                self.create(id, made);
            }
        }
    }

    pub(super) fn stores(&mut self) {
        let pieces: Vec<_> = self.piece.stores().collect();
        for (_, store) in pieces {
            let mut there = self.document.stores();
            if there.any(|(_, it)| it.process == self.process && it.name == store.name) {
                continue;
            }
            let id: StoreId = self.ids.mint();
            let mut made = store.clone();
            made.process = self.process;
            made.authoritative_for = store
                .authoritative_for
                .iter()
                .filter_map(|id| self.new_id(*id))
                .collect();
            self.create(id, made);
        }
    }
}

/// Whether two names are one, however wide or large their letters are typed.
fn reads_alike(one: &str, other: &str) -> bool {
    crate::folded(one) == crate::folded(other)
}
