//! The arrows that tie a pasted piece to what was there: it comes into the line as a new card does.
use super::Paste;
use super::run::runs;
use crate::commands::{parts, split_of};
use crate::{Edge, EdgeId, EventKind, NodeId, Refusal, Revise, Split};

/// What a piece is put between.
struct Line {
    /// The arrow that leads there, and then on from there.
    edge: EdgeId,
    /// That arrow as it is.
    was: Edge,
}

impl Paste<'_> {
    /// Runs that were chosen apart follow each other, behind what the piece is put behind.
    pub(super) fn thread(&mut self) -> Result<(), Refusal> {
        let runs = runs(self.piece, self.of);
        for pair in runs.windows(2) {
            let (before, after) = (&pair[0], &pair[1]);
            for from in after.entry.iter().flat_map(|_| &before.exits) {
                self.join(*from, after.entry);
            }
        }
        let (Some(first), Some(last)) = (runs.first(), runs.last()) else {
            return Ok(());
        };
        let Some(entry) = first.entry.and_then(|id| self.new_id(id)) else {
            return Ok(());
        };
        let exits: Vec<NodeId> = last.exits.clone();
        let line = self.line()?.filter(|_| !exits.is_empty());
        match (line, self.spot.after, self.spot.into) {
            (Some(line), _, Some(_)) => self.put_into(line, entry, &exits),
            (Some(line), Some(after), None) => {
                self.lead_on(line, &exits);
                self.lead_to(after, entry);
            }
            (None, Some(after), None) if !self.ends(after) => self.lead_to(after, entry),
            _ => {}
        }
        Ok(())
    }

    /// The simple line that goes on behind what the piece is put behind.
    fn line(&self) -> Result<Option<Line>, Refusal> {
        if let Some(edge) = self.spot.into {
            let was = self.document.edge(edge)?.clone();
            return Ok(Some(Line { edge, was }));
        }
        let Some(after) = self.spot.after else {
            return Ok(None);
        };
        let onward: Vec<_> = self.document.edges_from(after).collect();
        Ok(match onward.as_slice() {
            [(edge, was)] if !parts(self.document, after) => Some(Line {
                edge: *edge,
                was: (*was).clone(),
            }),
            _ => None,
        })
    }

    /// The arrow ends at the piece, and what leaves the piece leads to where it led.
    fn put_into(&mut self, Line { edge, was }: Line, entry: NodeId, exits: &[NodeId]) {
        let next = was.to;
        let into = Edge {
            to: entry,
            bends: Vec::new(),
            ..was
        };
        self.commands.push(Revise::new(edge, into).into());
        for from in exits {
            self.lead_from(*from, next);
        }
    }

    /// The arrow leaves the piece instead; where the piece has several ends, the others lead there, too.
    fn lead_on(&mut self, Line { edge, was }: Line, exits: &[NodeId]) {
        let next = was.to;
        let Some((first, others)) = exits.split_first() else {
            return;
        };
        if let Some(from) = self.new_id(*first) {
            let split = split_of(self.piece, *first);
            let onward = Edge {
                from,
                split,
                bends: Vec::new(),
                ..was
            };
            self.commands.push(Revise::new(edge, onward).into());
        }
        for from in others {
            self.lead_from(*from, next);
        }
    }

    /// From what was there to the piece.
    fn lead_to(&mut self, after: NodeId, entry: NodeId) {
        let split = split_of(self.document, after);
        self.draw(after, entry, split);
    }

    /// From an end of the piece to what was there.
    fn lead_from(&mut self, exit: NodeId, next: NodeId) {
        if let Some(from) = self.new_id(exit) {
            self.draw(from, next, split_of(self.piece, exit));
        }
    }

    /// Between two runs of the piece.
    fn join(&mut self, from: NodeId, to: Option<NodeId>) {
        let split = split_of(self.piece, from);
        if let (Some(from), Some(to)) = (self.new_id(from), to.and_then(|to| self.new_id(to))) {
            self.draw(from, to, split);
        }
    }

    fn draw(&mut self, from: NodeId, to: NodeId, split: Split) {
        let id: EdgeId = self.ids.mint();
        self.create(id, Edge::new(self.flow, from, to, split));
    }

    /// Whether a case ends there for good.
    fn ends(&self, node: NodeId) -> bool {
        match node {
            NodeId::Event(id) => {
                let event = self.document.event(id);
                event.is_ok_and(|it| it.kind == EventKind::End)
            }
            NodeId::Step(_) | NodeId::Gateway(_) => false,
        }
    }
}
