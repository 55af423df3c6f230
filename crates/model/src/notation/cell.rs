//! What a person writes about a node in one cell of a table, or in one field: read as the notation reads it, done by the same
//! commands as by hand.
use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::cell_line::{in_units, on_one_line};
use super::column::{Says, says, words};
use super::draft::{Draft, Drawn, numbered};
use super::guess::guessed;
use super::head::word_of;
use super::keyword::{CheckPart, Field};
use super::piece::Piece;
use super::{Expected, Mistake, field, which};
use crate::{
    Access, Check, Column, Command, Create, Document, FlowId, Ids, Item, ItemId, Lane, LaneId,
    Medium, MoveStep, NodeId, Phase, PhaseId, Rank, Record, RecordId, Rename, SetAttribute, Step,
};

/// The commands that make `column` of `node` what `text` says; none where it says what is known. Nothing written makes unknown.
///
/// Lanes, phases and items are named; what none is called yet is made under the next of `ids`.
pub fn write(
    document: &Document,
    node: NodeId,
    column: Column,
    text: &str,
    ids: &mut Ids,
) -> Result<Vec<Command>, Mistake> {
    let chars: Vec<char> = as_read(column, text).chars().collect();
    let piece = Piece::line(&chars, 1).trim();
    let flow = document.record(node.into()).and_then(Record::flow);
    let (Ok(known), Some(flow)) = (document.node(node), flow) else {
        return Ok(Vec::new());
    };
    let mut cell = Cell {
        document,
        flow,
        ids,
        commands: Vec::new(),
    };
    match says(column) {
        Says::Name if known.name == text.trim() => {}
        Says::Name => cell.commands.push(
            Rename {
                id: node.into(),
                name: piece.text(),
            }
            .into(),
        ),
        Says::Lane => cell.hand(node, known.lane, piece)?,
        Says::Phase => cell.put_into(node, known.phase, piece),
        says @ (Says::Text(_)
        | Says::Medium(_)
        | Says::Check(_)
        | Says::BecauseOf
        | Says::Line(..)
        | Says::Row) => {
            cell.say(node, &says, piece)?;
        }
    }
    Ok(cell.commands)
}

/// `text` on one line, a bare share in percent.
fn as_read(column: Column, text: &str) -> String {
    let unit = matches!(column, Column::ErrorRate | Column::CatchRate).then_some("%");
    in_units(column, unit, on_one_line(column, text))
}

/// A cell while it is being read.
pub(super) struct Cell<'a> {
    pub(super) document: &'a Document,
    pub(super) flow: FlowId,
    pub(super) ids: &'a mut Ids,
    pub(super) commands: Vec<Command>,
}

impl Cell<'_> {
    /// Hands `node` to the lane that is named.
    fn hand(&mut self, node: NodeId, now: LaneId, named: Piece) -> Result<(), Mistake> {
        if named.is_empty() {
            return Err(named.mistake(Expected::Lane));
        }
        let lane = self.lane(named);
        if lane != now {
            self.commands.push(MoveStep { node, lane }.into());
        }
        Ok(())
    }

    /// The lane that is named; one that none is called yet is made.
    pub(super) fn lane(&mut self, named: Piece) -> LaneId {
        let lanes = self.document.lanes_of(self.flow);
        let all: Vec<_> = lanes.iter().map(|(id, it)| (*id, &*it.name)).collect();
        called(&all, named).unwrap_or_else(|| {
            let last = lanes.last().map_or(0, |(_, it)| it.rank.0);
            let (id, name) = (self.ids.mint::<LaneId>(), named.name());
            let lane = Lane::new(self.flow, Rank(last + Rank::GAP), guessed(&name), name);
            self.commands.push(Create::new(id, lane).into());
            id
        })
    }

    /// Puts `node` into the phase that is named.
    fn put_into(&mut self, node: NodeId, now: Option<PhaseId>, named: Piece) {
        let phases = self.document.phases_of(self.flow);
        let all: Vec<_> = phases.iter().map(|(id, it)| (*id, &*it.name)).collect();
        let known = called(&all, named);
        let phase = known.or_else(|| {
            let last = phases.last().map_or(0, |(_, it)| it.rank.0);
            let id: PhaseId = (!named.is_empty()).then(|| self.ids.mint())?;
            let phase = Phase::new(self.flow, Rank(last + Rank::GAP), named.name());
            self.commands.push(Create::new(id, phase).into());
            Some(id)
        });
        if phase != now {
            let value = phase.map_or(Value::Null, |it| it.0.into());
            self.set(node.into(), "phase", value);
        }
    }

    fn set(&mut self, id: RecordId, attribute: &str, value: Value) {
        let set = SetAttribute::new(id, attribute, value);
        self.commands.push(set.into());
    }

    /// Says what only a step has.
    fn say(&mut self, node: NodeId, says: &Says, said: Piece) -> Result<(), Mistake> {
        let only_a_step = || said.mistake(Expected::StepAttribute);
        let id = node.step().ok_or_else(only_a_step)?;
        let step = self.document.step(id).map_err(|_| only_a_step())?;
        let mut after = step.clone();
        match says {
            Says::Text(place) => *place(&mut after) = words(said),
            Says::Medium(place) if said.is_empty() => *place(&mut after) = None,
            Says::Medium(place) => *place(&mut after) = Some(word_of(said, Medium::spelled)?),
            Says::Check(part) => {
                let mut check = after.check.take().unwrap_or_default();
                if *part == CheckPart::Aspects {
                    check.aspects.clear();
                }
                field::put(&mut check, *part, said, words)?;
                after.check = (check != Check::default()).then_some(check);
            }
            Says::BecauseOf => after.because_of = which::steps(self.document, self.flow, said)?,
            Says::Line(field, clear) => {
                clear(&mut after);
                after = self.line(step, after, *field, said)?;
            }
            Says::Name | Says::Lane | Says::Phase | Says::Row => return Err(only_a_step()),
        }
        self.set_what_differs(id.into(), step, &after);
        Ok(())
    }

    fn set_what_differs(&mut self, id: RecordId, before: &Step, after: &Step) {
        let (before, after) = (fields(before), fields(after));
        let names: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
        for name in names {
            if before.get(name) != after.get(name) {
                self.set(id, name, after.get(name).cloned().unwrap_or_default());
            }
        }
    }

    /// `cleared` with what an indented line of the notation says; `had` is what was known before.
    fn line(
        &mut self,
        had: &Step,
        cleared: Step,
        field: Field,
        said: Piece,
    ) -> Result<Step, Mistake> {
        let process = self.document.flow(self.flow).map(|it| it.process);
        let items: Vec<(ItemId, &Item)> = process
            .as_ref()
            .map_or_else(|_| Vec::new(), |it| self.document.items_of(*it).collect());
        let mut draft = Draft::new();
        for (_, item) in &items {
            draft.declare_item((*item).clone());
        }
        let mut drawn = Drawn::of(cleared);
        field::set(&mut draft, &mut drawn, field, said)?;
        let mut all: Vec<ItemId> = items.iter().map(|(id, _)| *id).collect();
        for item in draft.items.split_off(all.len()) {
            let id: ItemId = self.ids.mint();
            let process = process.as_ref().map_or(item.process, |it| *it);
            self.commands
                .push(Create::new(id, Item { process, ..item }).into());
            all.push(id);
        }
        let mut after = drawn.step;
        // The same minutes written again are the likely ones of the range that is known.
        if field == Field::Minutes && after.minutes == had.minutes && after.work.is_none() {
            after.work = had.work;
        }
        if field == Field::Reads {
            settle(&mut after.reads, &had.reads, &all);
        } else if field == Field::Writes {
            settle(&mut after.writes, &had.writes, &all);
        } else if field == Field::Attachments {
            for item in &mut after.attachments {
                *item = placed(*item, &all);
            }
        }
        Ok(after)
    }
}

/// The fields of a step as its file holds them.
fn fields(step: &Step) -> Map<String, Value> {
    match serde_json::to_value(step) {
        Ok(Value::Object(fields)) => fields,
        Ok(_) | Err(_) => Map::new(),
    }
}

/// Gives accesses the ids of the project for their places in the draft; what is known of an access that says no more stays.
fn settle(accesses: &mut [Access], had: &[Access], ids: &[ItemId]) {
    for access in accesses {
        let id = placed(access.item, ids);
        let is_bare = *access == Access::to(access.item);
        access.item = id;
        if let Some(known) = had.iter().find(|it| it.item == id).filter(|_| is_bare) {
            *access = known.clone();
        }
    }
}

/// The id in the project of what the draft calls by its place.
fn placed(item: ItemId, ids: &[ItemId]) -> ItemId {
    let at = usize::try_from(item.0).unwrap_or_default();
    let id = at.checked_sub(1).and_then(|at| ids.get(at));
    id.copied().unwrap_or(item)
}

/// The one of `all` that `named` calls: by its name, else by one that reads alike; `name#2` is the second.
fn called<Id: Copy>(all: &[(Id, &str)], named: Piece) -> Option<Id> {
    let (stem, nth) = numbered(named);
    let (name, whole) = (stem.name(), named.name());
    let is_alike = |it: &str| crate::folded(it) == crate::folded(&whole);
    let mut exact = all.iter().filter(|(_, it)| *it == name);
    exact
        .nth(nth - 1)
        .or_else(|| all.iter().find(|(_, it)| *it == whole))
        .or_else(|| all.iter().find(|(_, it)| is_alike(it)))
        .map(|(id, _)| *id)
}
