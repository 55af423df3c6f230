//! What a text means by `#A16`, `書類を確認する`, `審査#2` or `受付: 補正を頼む`.
use std::collections::BTreeMap;

use super::draft::{Draft, Drawn, numbered};
use super::keyword::Claim;
use super::piece::Piece;
use super::{Expected, Mistake, step, time};
use crate::LaneId;

/// Finds nodes by key and name.
#[derive(Default)]
pub(super) struct Names {
    by_key: BTreeMap<String, usize>,
    by_name: BTreeMap<String, Vec<usize>>,
    lanes: Vec<LaneId>,
}

/// Where a target leads.
pub(super) enum Leads<'a> {
    /// To a node of the text.
    To(usize),
    /// To a step that has to be made.
    New(Box<Drawn<'a>>),
    /// To the end; a node named 終わり is not in the text.
    End,
    /// Nowhere.
    Stop,
}

impl Names {
    pub(super) fn of(draft: &Draft) -> Result<Self, Mistake> {
        let mut names = Self::default();
        for drawn in &draft.nodes {
            names.add(drawn)?;
        }
        Ok(names)
    }

    /// Takes up the node that follows the ones known so far.
    pub(super) fn add(&mut self, drawn: &Drawn) -> Result<(), Mistake> {
        let at = self.lanes.len();
        if let Some(key) = &drawn.step.key
            && self.by_key.insert(key.clone(), at).is_some()
            && let Some(piece) = drawn.key
        {
            return Err(piece.mistake(Expected::AnotherKey));
        }
        let name = drawn.step.name.clone();
        self.by_name.entry(name).or_default().push(at);
        self.lanes.push(drawn.step.lane);
        Ok(())
    }

    /// The node that `piece` refers to.
    pub(super) fn node(&self, piece: Piece) -> Result<usize, Mistake> {
        if piece.sign(0) == Some('#') {
            let known = self.by_key.get(&piece.from(1).name());
            return known
                .copied()
                .ok_or_else(|| piece.mistake(Expected::KnownStep));
        }
        if let Some(at) = self.named(piece)? {
            return Ok(at);
        }
        if let Some(colon) = piece.find_sign(':') {
            let name = piece.from(colon + 1).trim().name();
            let known = self.by_name.get(&name).map_or(&[][..], Vec::as_slice);
            return only(known, piece);
        }
        Err(piece.mistake(Expected::KnownStep))
    }

    fn named(&self, piece: Piece) -> Result<Option<usize>, Mistake> {
        let (named, nth) = numbered(piece);
        let Some(known) = self.by_name.get(&named.name()) else {
            return Ok(None);
        };
        if named.chars.len() == piece.chars.len() {
            return only(known, piece).map(Some);
        }
        let found = known.get(nth - 1).copied();
        found
            .map(Some)
            .ok_or_else(|| piece.mistake(Expected::KnownStep))
    }

    /// Where an arrow to `piece` leads. Makes the lane of a step that is not there yet.
    pub(super) fn leads<'a>(
        &self,
        draft: &mut Draft<'a>,
        piece: Piece<'a>,
    ) -> Result<Leads<'a>, Mistake> {
        let claim = Claim::spelled(&piece.folded());
        if claim == Some(Claim::Stop) {
            return Ok(Leads::Stop);
        }
        if claim == Some(Claim::End) {
            return Ok(self.named(piece)?.map_or(Leads::End, Leads::To));
        }
        let colon = piece.find_sign(':').filter(|_| piece.sign(0) != Some('#'));
        let Some(colon) = colon else {
            return self.node(piece).map(Leads::To);
        };
        let lane = draft.lane(piece.part(0, colon).trim())?;
        let place = piece.from(colon + 1).trim();
        if place.is_empty() {
            return Err(piece.mistake(Expected::Target));
        }
        let short = time::cut(place).map_or(place, |(name, _)| name);
        for name in [place, short] {
            let known = self
                .by_name
                .get(&name.name())
                .map_or(&[][..], Vec::as_slice);
            let is_here = |at: &&usize| self.lanes.get(**at) == Some(&lane);
            let here: Vec<usize> = known.iter().filter(is_here).copied().collect();
            if !here.is_empty() {
                return only(&here, piece).map(Leads::To);
            }
        }
        step::drawn(place, lane).map(|drawn| Leads::New(Box::new(drawn)))
    }
}

pub(super) fn only(known: &[usize], piece: Piece) -> Result<usize, Mistake> {
    match known {
        [one] => Ok(*one),
        [] => Err(piece.mistake(Expected::KnownStep)),
        _ => Err(piece.mistake(Expected::OneStep)),
    }
}
