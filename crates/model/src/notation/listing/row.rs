//! One row as a node of the draft: a step, or where its ways part a branch.
use std::collections::BTreeSet;

use super::calls::{Calls, To};
use super::line::Line;
use super::ways::{Way, ways};
use super::{Listing, Unread};
use crate::notation::column::{Says, says, words};
use crate::notation::draft::{Arrow, Draft, Drawn, FLOW, Shape, Target};
use crate::notation::head::word_of;
use crate::notation::piece::Piece;
use crate::notation::{Expected, Mistake, card, field};
use crate::{Column, EventKind, GatewayKind, Medium, Rank, Step};

/// How an arrow says that nothing follows.
const END: &[char] = &['終', 'わ', 'り'];

/// One row while it is read.
pub(super) struct Row<'a> {
    listing: Listing<'a>,
    lines: &'a [Line],
    /// Its place in the lines.
    at: usize,
    line: &'a Line,
    pub(super) drawn: Drawn<'a>,
    pub(super) unread: Vec<Unread>,
}

impl<'a> Row<'a> {
    pub(super) fn of(listing: &Listing<'a>, lines: &'a [Line], at: usize) -> Option<Self> {
        let line = lines.get(at)?;
        let drawn = Drawn::of(Step::new(FLOW, Rank::default(), crate::LaneId(0), ""));
        Some(Self {
            listing: *listing,
            lines,
            at,
            line,
            drawn,
            unread: Vec::new(),
        })
    }

    /// Reads all of the row; its arrows only where it is not one of those `without`.
    pub(super) fn read(&mut self, draft: &mut Draft<'a>, calls: &Calls, without: &BTreeSet<usize>) {
        let lane = draft.lane(self.piece(&self.line.lane));
        let step = &mut self.drawn.step;
        // A name in quotes that is not empty is never refused.
        step.lane = lane.unwrap_or(crate::LaneId(1));
        if !self.line.phase.is_empty() {
            step.phase = draft
                .phase_named(Piece::line(&self.line.phase, self.line.row + 1))
                .ok();
        }
        self.name();
        let key = self.line.key.iter().skip(1).collect();
        self.drawn.step.key = Some(key);
        let (ways, mut unknown) = ways(&self.line.next, calls, self.at);
        let is_drawn = !without.contains(&self.line.row);
        if !is_drawn && !ways.is_empty() {
            unknown = vec![self.line.next.clone()];
        }
        self.shape(&ways);
        for (column, text) in &self.line.cells {
            self.cell(draft, *column, self.piece(text));
        }
        self.because_of(calls);
        for text in unknown {
            self.keep(Column::Next, &text, Expected::KnownStep);
        }
        if is_drawn {
            let arrows = ways.into_iter().map(|way| self.arrow(way)).collect();
            self.drawn.arrows = arrows;
        }
    }

    fn piece(&self, chars: &'a [char]) -> Piece<'a> {
        Piece::line(chars, self.line.row + 1).trim()
    }

    /// Takes the name, and where no column says on what and how long what stands behind it.
    fn name(&mut self) {
        let text: String = self.line.name.iter().collect();
        let step = &mut self.drawn.step;
        if self.listing.says_work() {
            text.trim().clone_into(&mut step.name);
        } else {
            let typed = card::step(FLOW, Rank::default(), step.lane, &text);
            let phase = step.phase;
            *step = Step { phase, ..typed };
            if step.name.is_empty() {
                text.trim().clone_into(&mut step.name);
            }
        }
    }

    /// A branch is a row that parts into several ways, where nothing else is said about it.
    fn shape(&mut self, ways: &[Way]) {
        let kind = self.line.cells.iter().find(|(it, _)| *it == Column::Kind);
        let word: String = kind
            .map(|(_, text)| text.iter().collect())
            .unwrap_or_default();
        if let Some(kind) = GatewayKind::spelled(&word) {
            self.drawn.shape = Shape::Gateway(kind);
        } else if let Some(kind) = EventKind::spelled(&word) {
            self.drawn.shape = Shape::Event(kind);
        } else if self.parts(ways) {
            self.drawn.shape = Shape::Gateway(GatewayKind::Branch);
        }
    }

    fn parts(&self, ways: &[Way]) -> bool {
        let step = &self.drawn.step;
        let is_bare =
            self.line.cells.is_empty() && step.minutes.is_none() && step.medium_in.is_none();
        let is_told = |way: &Way| way.share.is_some() || way.condition.is_some();
        let asks = step.name.ends_with(['か', '?', '？']);
        let is_known = self.listing.says_work() || asks;
        ways.len() > 1 && is_bare && is_known && ways.iter().any(is_told)
    }

    /// Takes the rows for which this one is done; what calls none of them is told.
    fn because_of(&mut self, calls: &Calls) {
        let mut said = self.line.cells.iter();
        let named = said.find(|(it, _)| *it == Column::BecauseOf);
        let Some((_, text)) = named.filter(|_| self.drawn.shape == Shape::Step) else {
            return;
        };
        for one in self.piece(text).list() {
            let line = match calls.to(&one.text(), self.at) {
                Some(To::Line(at)) => self.lines.get(at),
                Some(To::End) | None => None,
            };
            match line {
                Some(line) => self.drawn.because_of.push(self.piece(&line.key)),
                None => self.keep(Column::BecauseOf, &one.text(), Expected::KnownStep),
            }
        }
    }

    /// Takes what one column says.
    fn cell(&mut self, draft: &mut Draft<'a>, column: Column, said: Piece<'a>) {
        if self.drawn.shape != Shape::Step {
            if column != Column::Kind {
                self.keep(column, &said.text(), Expected::StepAttribute);
            }
            return;
        }
        if let Err(mistake) = self.say(draft, column, said) {
            self.keep(column, &said.text(), mistake.expected);
        }
    }

    fn say(
        &mut self,
        draft: &mut Draft<'a>,
        column: Column,
        said: Piece<'a>,
    ) -> Result<(), Mistake> {
        let step = &mut self.drawn.step;
        match says(column) {
            Says::Text(place) => {
                let before = place(step).take();
                *place(step) = match (before, words(said)) {
                    (Some(before), Some(more)) => Some(format!("{before}\n{more}")),
                    (before, more) => more.or(before),
                };
            }
            Says::Medium(place) => *place(step) = Some(word_of(said, Medium::spelled)?),
            Says::Check(part) => field::put(step.check.get_or_insert_default(), part, said, words)?,
            Says::Line(field, _) => field::set(draft, &mut self.drawn, field, said)?,
            Says::Name | Says::Lane | Says::Phase | Says::BecauseOf | Says::Row => {}
        }
        Ok(())
    }

    /// Tells that something is not understood, and keeps it in the note of the step.
    fn keep(&mut self, column: Column, found: &str, expected: Expected) {
        let is_kept = self.drawn.shape == Shape::Step;
        if is_kept {
            let line = format!("{}: {found}", column.word(self.listing.language));
            let note = &mut self.drawn.step.note;
            *note = Some(match note.take() {
                Some(before) => format!("{before}\n{line}"),
                None => line,
            });
        }
        self.unread.push(Unread {
            row: self.line.row,
            column,
            found: found.to_owned(),
            expected,
            is_kept,
        });
    }

    fn arrow(&self, way: Way) -> Arrow<'a> {
        let place: &'a [char] = match way.to {
            To::Line(at) => self.lines.get(at).map_or(END, |it| it.key.as_slice()),
            To::End => END,
        };
        let target = Target {
            piece: Piece::line(place, self.line.row + 1),
            words: Vec::new(),
            split: None,
            repeat: None,
            transfer: None,
            nature: None,
            bends: Vec::new(),
        };
        Arrow {
            share: way.share,
            condition: way.condition,
            split: way.split,
            targets: vec![target],
        }
    }
}

impl Listing<'_> {
    /// Whether columns say on what the work is or how long it takes, so that names are nothing but names.
    fn says_work(&self) -> bool {
        let is_work = |it: Column| {
            matches!(
                it,
                Column::Media | Column::MediumIn | Column::MediumOut | Column::Minutes
            )
        };
        self.headings.iter().filter_map(|it| it.column).any(is_work)
    }
}
