//! The texts of a record that people read in the window, each with the part of a flow that it is.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Access, Record, Step};

/// A part of a flow in which a text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// What steps, branches and ends are called, and when an arrow is taken.
    Name,
    /// Who does it.
    Lane,
    /// A phase.
    Phase,
    /// The system or ledger used.
    System,
    /// What is needed or produced.
    Item,
    /// What somebody said.
    Voice,
    /// What else is to be said of a step.
    Note,
}

/// Passes every such text of `record` through `visit`. What may be unknown is so where it is left blank.
pub(super) fn each(record: &mut Record, visit: &mut dyn FnMut(Part, &mut String)) {
    match record {
        Record::Step(it) => each_of_step(it, visit),
        Record::Gateway(it) => visit(Part::Name, &mut it.name),
        Record::Event(it) => visit(Part::Name, &mut it.name),
        Record::Edge(it) => may(Part::Name, &mut it.condition, visit),
        Record::Lane(it) => visit(Part::Lane, &mut it.name),
        Record::Phase(it) => visit(Part::Phase, &mut it.name),
        Record::Item(it) => visit(Part::Item, &mut it.name),
        Record::Form(it) => visit(Part::Item, &mut it.name),
        Record::Store(it) => visit(Part::System, &mut it.name),
        Record::Complaint(it) => visit(Part::Voice, &mut it.text),
        Record::Project(_)
        | Record::LifeEvent(_)
        | Record::Process(_)
        | Record::Flow(_)
        | Record::Duty(_)
        | Record::Person(_)
        | Record::Measurement(_)
        | Record::Verdict(_)
        | Record::Improvement(_) => {}
    }
}

fn each_of_step(step: &mut Step, visit: &mut dyn FnMut(Part, &mut String)) {
    visit(Part::Name, &mut step.name);
    may(Part::Lane, &mut step.role, visit);
    may(Part::System, &mut step.system, visit);
    for other in &mut step.other_systems {
        visit(Part::System, other);
    }
    step.other_systems.retain(|it| !it.trim().is_empty());
    for Access {
        store, copied_from, ..
    } in step.reads.iter_mut().chain(&mut step.writes)
    {
        may(Part::System, store, visit);
        may(Part::System, copied_from, visit);
    }
    may(Part::Note, &mut step.note, visit);
}

fn may(part: Part, text: &mut Option<String>, visit: &mut dyn FnMut(Part, &mut String)) {
    if let Some(known) = text {
        visit(part, known);
    }
    if text.as_ref().is_some_and(|it| it.trim().is_empty()) {
        *text = None;
    }
}
