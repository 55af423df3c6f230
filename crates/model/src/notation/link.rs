//! Ties the lines together: arrows that are written, arrows from line to line, and everything that names a step.
use std::collections::{BTreeMap, BTreeSet};

use super::draft::{Arrow, Draft, Drawn, FLOW, Shape, number};
use super::field::usual_split;
use super::keyword::Claim;
use super::made::{add_rest, id_of, record};
use super::piece::Piece;
use super::target::{Leads, Names};
use super::{Expected, Mistake, arrow, merge, step};
use crate::{
    ComplaintId, Document, DutyId, Edge, EdgeId, EventKind, NodeId, Rank, Record, RecordId, Share,
    Split, StepId,
};

/// Arrows between nodes by their place in the text.
struct Web {
    names: Names,
    edges: Vec<(usize, usize, Edge, Option<Split>)>,
    /// Which arrow leads from the one to the other, and whether only the way of a chain says so.
    pairs: BTreeMap<(usize, usize), (usize, bool)>,
    /// Behind which written line each node stands.
    behind: Vec<usize>,
    /// Nodes whose written arrows leave no room for one to the next line.
    settled: BTreeSet<usize>,
    /// The end that shares without a target go to.
    end: Option<usize>,
}

/// The document that the lines amount to, under provisional ids, and the line of each of its nodes in their order.
pub(super) fn document(mut draft: Draft) -> Result<(Document, Vec<usize>), Mistake> {
    let written = draft.nodes.len();
    let mut web = Web {
        names: Names::of(&draft)?,
        edges: Vec::new(),
        pairs: BTreeMap::new(),
        behind: (0..written).collect(),
        settled: BTreeSet::new(),
        end: None,
    };
    for at in 0..written {
        for arrow in std::mem::take(&mut draft.nodes[at].arrows) {
            web.follow(&mut draft, at, arrow)?;
        }
    }
    web.join_lines(&draft, written);
    let order = web.order();
    let lines = order.iter().map(|at| draft.nodes[*at].line).collect();
    let mut records = web.records(&mut draft, order)?;
    if !draft.is_named {
        draft.flow.name = String::from(draft.flow.variant.ja());
    }
    add_rest(&mut records, draft);
    Ok((records.into_iter().collect(), lines))
}

impl Web {
    /// Follows one arrow line from the node at `from`.
    fn follow<'a>(
        &mut self,
        draft: &mut Draft<'a>,
        from: usize,
        arrow: Arrow<'a>,
    ) -> Result<(), Mistake> {
        let mut here = from;
        let is_plain = arrow.share.is_none() && arrow.condition.is_none();
        let alone = is_plain && arrow.targets.len() == 1;
        for (nth, mut target) in arrow.targets.into_iter().enumerate() {
            let next = match self.names.leads(draft, target.piece)? {
                Leads::To(at) => {
                    arrow::words(draft, &mut target, None)?;
                    at
                }
                Leads::New(mut drawn) => {
                    arrow::words(draft, &mut target, Some(&mut *drawn))?;
                    self.put(draft, *drawn, from)?
                }
                Leads::End if nth == 0 && !alone => {
                    arrow::words(draft, &mut target, None)?;
                    self.end(draft, from, target.piece)?
                }
                Leads::End | Leads::Stop => {
                    arrow::words(draft, &mut target, None)?;
                    self.settled.insert(here);
                    break;
                }
            };
            if next == here {
                let again = target.piece.text();
                let example = format!("  20% 不在 → 窓口: かけ直しを待つ → {again}");
                let mistake = target.piece.mistake(Expected::AnotherStep);
                return Err(mistake.with_example(example));
            }
            let mut edge = Edge::new(
                FLOW,
                NodeId::Step(StepId(0)),
                NodeId::Step(StepId(0)),
                Split::Sequence,
            );
            if nth == 0 {
                edge.share = arrow.share;
                edge.condition.clone_from(&arrow.condition);
            }
            edge.nature = target.nature;
            edge.repeat = target.repeat;
            edge.transfer = target.transfer;
            edge.bends = target.bends;
            let split = target.split.or(arrow.split.filter(|_| nth == 0));
            self.lead(here, next, (edge, split), nth > 0)
                .map_err(|expected| target.piece.mistake(expected))?;
            here = next;
        }
        Ok(())
    }

    /// Takes up an arrow. What the way of a chain says is less than what an arrow of its own says.
    fn lead(
        &mut self,
        from: usize,
        to: usize,
        arrow: (Edge, Option<Split>),
        is_chained: bool,
    ) -> Result<(), Expected> {
        let Some((at, was_chained)) = self.pairs.get(&(from, to)).copied() else {
            self.pairs
                .insert((from, to), (self.edges.len(), is_chained));
            self.edges.push((from, to, arrow.0, arrow.1));
            return Ok(());
        };
        let (.., edge, split) = &mut self.edges[at];
        if merge::is_silent(&arrow) && is_chained {
            return Ok(());
        }
        if was_chained && merge::is_silent(&(edge.clone(), *split)) {
            (*edge, *split) = arrow;
            self.pairs.insert((from, to), (at, is_chained));
            return Ok(());
        }
        if *split != arrow.1 {
            return Err(Expected::FirstArrow);
        }
        *edge = merge::merged(edge, &arrow.0)?;
        Ok(())
    }

    fn put<'a>(
        &mut self,
        draft: &mut Draft<'a>,
        mut drawn: Drawn<'a>,
        from: usize,
    ) -> Result<usize, Mistake> {
        drawn.step.phase = draft.nodes[from].step.phase;
        self.names.add(&drawn)?;
        self.behind.push(from);
        draft.nodes.push(drawn);
        Ok(draft.nodes.len() - 1)
    }

    /// The end that a share leads to where the text names none.
    fn end<'a>(
        &mut self,
        draft: &mut Draft<'a>,
        from: usize,
        piece: Piece<'a>,
    ) -> Result<usize, Mistake> {
        if let Some(at) = self.end {
            return Ok(at);
        }
        let mut drawn = step::drawn(piece, draft.nodes[from].step.lane)?;
        drawn.shape = Shape::Event(EventKind::End);
        drawn.step.name = String::from(Claim::End.ja());
        let at = self.put(draft, drawn, from)?;
        self.end = Some(at);
        Ok(at)
    }

    /// Draws the arrows from each line to the next that nobody has to write.
    fn join_lines(&mut self, draft: &Draft, written: usize) {
        let mut shares: BTreeMap<usize, Vec<Option<Share>>> = BTreeMap::new();
        for (from, _, edge, _) in &self.edges {
            shares.entry(*from).or_default().push(edge.share);
        }
        for (at, drawn) in draft.nodes.iter().enumerate() {
            let next = self.behind[at] + 1;
            let leads_on = next < written && leads_on(drawn, &draft.nodes[next]);
            if !leads_on || self.settled.contains(&at) || self.pairs.contains_key(&(at, next)) {
                continue;
            }
            let shares = shares.get(&at).map_or(&[][..], Vec::as_slice);
            let rest = rest(shares);
            if shares.is_empty() || rest.is_some() {
                let ends = NodeId::Step(StepId(0));
                let mut edge = Edge::new(FLOW, ends, ends, Split::Sequence);
                edge.share = rest;
                self.edges.push((at, next, edge, None));
            }
        }
    }

    /// The nodes as they stand in the list.
    fn order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.behind.len()).collect();
        order.sort_by_key(|at| (self.behind[*at], *at));
        order
    }

    fn records(
        self,
        draft: &mut Draft,
        order: Vec<usize>,
    ) -> Result<Vec<(RecordId, Record)>, Mistake> {
        let mut ranks = vec![Rank::default(); order.len()];
        for (nth, at) in order.into_iter().enumerate() {
            ranks[at] = Rank::nth(nth);
        }
        let ids: Vec<NodeId> = draft.nodes.iter().enumerate().map(id_of).collect();
        let mut records = Vec::new();
        for (at, drawn) in draft.nodes.iter_mut().enumerate() {
            drawn.step.rank = ranks[at];
            for piece in std::mem::take(&mut drawn.because_of) {
                drawn.step.because_of.push(self.step(piece, &ids)?);
            }
            records.push((ids[at].into(), record(drawn)));
        }
        let mut leaving = vec![0; ids.len()];
        for (from, ..) in &self.edges {
            leaving[*from] += 1;
        }
        for (nth, (from, to, edge, split)) in self.edges.iter().enumerate() {
            let usual = usual_split(draft.nodes[*from].shape, leaving[*from]);
            let edge = Edge {
                from: ids[*from],
                to: ids[*to],
                split: split.unwrap_or(usual),
                ..edge.clone()
            };
            records.push((EdgeId(number(nth)).into(), edge.into()));
        }
        for (nth, voice) in std::mem::take(&mut draft.voices).into_iter().enumerate() {
            let mut complaint = voice.complaint;
            complaint.steps.extend(voice.below.map(|at| ids[at]));
            for piece in voice.steps {
                complaint.steps.push(ids[self.names.node(piece)?]);
            }
            records.push((ComplaintId(number(nth)).into(), complaint.into()));
        }
        for (nth, duty) in std::mem::take(&mut draft.duties).into_iter().enumerate() {
            let steps = |pieces: Vec<Piece>| {
                pieces
                    .into_iter()
                    .map(|piece| self.step(piece, &ids))
                    .collect::<Result<_, _>>()
            };
            let duty = crate::Duty {
                flow: FLOW,
                first: steps(duty.first)?,
                second: steps(duty.second)?,
                scope: duty.scope,
                basis: duty.basis,
            };
            records.push((DutyId(number(nth)).into(), duty.into()));
        }
        Ok(records)
    }

    fn step(&self, piece: Piece, ids: &[NodeId]) -> Result<StepId, Mistake> {
        let id = ids[self.names.node(piece)?];
        id.step()
            .ok_or_else(|| piece.mistake(Expected::StepAttribute))
    }
}

/// Whether an arrow leads from a line to the next by itself.
fn leads_on(from: &Drawn, to: &Drawn) -> bool {
    !from.is_end() && !to.is_start()
}

/// What the shares of all written arrows leave for the next line.
pub(super) fn rest(shares: &[Option<Share>]) -> Option<Share> {
    let mut sum = 0.0;
    for share in shares {
        sum += (*share)?.get();
    }
    let rest = Share::try_from(sum).ok()?.rest();
    (!shares.is_empty() && rest > Share::NONE).then_some(rest)
}
