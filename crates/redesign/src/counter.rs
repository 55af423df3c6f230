//! A counter at which residents write a form by hand that the staff then type into a system.
use std::collections::BTreeSet;

use kaizu_analysis::{Graph, Index, protection, written_to};
use kaizu_model::{Access, Contact, ItemClass, ItemId, Medium, Step, StepKind};

use crate::carriers;
use crate::paper_way::{is_on_paper, only};
use crate::parameters::Parameters;
use crate::screen::is_own_staff;

/// A counter at which residents write a form that is typed in behind it.
pub(crate) struct Counter {
    pub(crate) form: Index,
    /// Where residents stand in line with it.
    pub(crate) waits: Vec<Index>,
    /// The first of the staff whom they meet.
    pub(crate) desk: Index,
    /// The same section's steps that type what the form says.
    pub(crate) copies: Vec<Index>,
    /// What the form says, in its order, without the paper itself.
    pub(crate) data: Vec<ItemId>,
}

impl Counter {
    /// The counter at which the form at `form` is written, where the city knows some of what it asks.
    pub(crate) fn at(graph: &Graph, form: Index) -> Option<Self> {
        let step = graph.step(form)?;
        let is_written_there = graph.is_customers(form)
            && step.kind == Some(StepKind::Fill)
            && step.contact == Some(Contact::InPerson)
            && step.medium_out.is_some_and(Medium::is_paper)
            && step.minutes.is_some()
            && step.seals.is_empty()
            && !graph.reach().reaches(form, form);
        if !is_written_there {
            return None;
        }
        let (waits, desk) = line(graph, form)?;
        let item = |id: ItemId| graph.document.item(id).ok();
        let data: Vec<ItemId> = step.writes.iter().map(|access| access.item).collect();
        let data: Vec<ItemId> = data
            .into_iter()
            .filter(|id| item(*id).is_some_and(|it| is_data(it.class)))
            .collect();
        let copies: Vec<Index> = graph
            .indices()
            .filter(|n| graph.section(*n) == graph.section(desk) && is_typing(graph, *n, form))
            .collect();
        let counter = Self {
            form,
            waits,
            desk,
            copies,
            data,
        };
        let knows = counter.data.iter().any(|item| counter.knows(graph, *item));
        (knows && !counter.copies.is_empty()).then_some(counter)
    }

    /// What the staff fill in and nobody but those who type it reads from the paper.
    pub(crate) fn filled_in(&self, graph: &Graph) -> BTreeSet<ItemId> {
        let is_read_on_paper = |item: ItemId| {
            let readers = carriers::readers(graph, self.form, item).into_iter();
            let mut others = readers.filter(|n| !self.copies.contains(n));
            others.any(|n| {
                let accesses = graph.step(n).into_iter().flat_map(|step| {
                    let own = step.reads.iter().filter(|it| it.item == item);
                    own.map(move |access| is_on_paper(step, access))
                });
                accesses.into_iter().any(|it| it)
            })
        };
        let items = self.data.iter().copied();
        items.filter(|item| !is_read_on_paper(*item)).collect()
    }

    /// Whether the staff can call the item up when the form is written: from the city's register, or, where it is the news that
    /// residents bring, from a document on which the form rests and which the section can see in a system, like that of the place
    /// somebody moves from.
    fn knows(&self, graph: &Graph, item: ItemId) -> bool {
        is_in_register(graph, item)
            && (!is_news(graph, self.form, item) || self.sees_document(graph))
    }

    fn sees_document(&self, graph: &Graph) -> bool {
        let reads = graph.step(self.form).map_or(&[][..], |step| &step.reads);
        let documents: BTreeSet<ItemId> = reads
            .iter()
            .map(|access| access.item)
            .filter(|id| {
                let item = graph.document.item(*id);
                item.is_ok_and(|item| item.class == Some(ItemClass::Document))
            })
            .collect();
        let sees = |access: &Access| {
            documents.contains(&access.item) && access.medium.is_some_and(Medium::is_structured)
        };
        let section = graph.section(self.desk);
        let mut own = graph
            .steps()
            .filter(|(n, _)| is_own_staff(graph, *n) && graph.section(*n) == section);
        own.any(|(_, step)| step.reads.iter().any(sees))
    }

    /// How long the staff ask: what the city knows is called up, only the rest is asked for.
    pub(crate) fn asking(&self, graph: &Graph, parameters: &Parameters) -> f64 {
        let is_asked = |item: &&ItemId| !self.knows(graph, **item);
        let asked = self.data.iter().filter(is_asked).count() as f64;
        let share = asked / self.data.len().max(1) as f64;
        let written = graph.minutes(self.form).unwrap_or(0.0);
        parameters.get("calling-up-minutes") + written * share * parameters.get("asking-factor")
    }
}

/// Where residents stand in line with the form, and the desk that they then come to.
fn line(graph: &Graph, form: Index) -> Option<(Vec<Index>, Index)> {
    let mut waits = Vec::new();
    let mut at = form;
    loop {
        let arrow = only(graph.leaving(at)).filter(|arrow| !arrow.is_parallel())?;
        let next = arrow.to;
        let step = graph.step(next)?;
        if is_own_staff(graph, next) {
            return Some((waits, next));
        }
        let is_line = graph.is_customers(next)
            && step.kind == Some(StepKind::Wait)
            && step.reads.is_empty()
            && protection(graph, next).is_none()
            && only(graph.reaching(next)).is_some();
        if !is_line || waits.contains(&next) {
            return None;
        }
        waits.push(next);
        at = next;
    }
}

/// Whether a register of the city holds the item: who somebody is, and whom they live with.
fn is_in_register(graph: &Graph, id: ItemId) -> bool {
    let classes = [ItemClass::Identity, ItemClass::Household];
    graph.document.item(id).is_ok_and(|item| {
        item.is_known_to_city == Some(true) && item.class.is_some_and(|it| classes.contains(&it))
    })
}

/// Whether the item is the news that residents bring with the form: the register gets its right value from it only later.
fn is_news(graph: &Graph, form: Index, id: ItemId) -> bool {
    let stores = graph.document.stores().map(|(_, store)| store);
    let registers: BTreeSet<&str> = stores
        .filter(|store| store.process == graph.process_id && store.authoritative_for.contains(&id))
        .map(|store| store.name.as_str())
        .collect();
    let is_right = |step: &Step, access: &Access| {
        let store = written_to(step, access).store;
        access.item == id && store.is_some_and(|it| registers.contains(it))
    };
    let mut later = graph
        .steps()
        .filter(|(n, _)| graph.reach().is_before(form, *n));
    later.any(|(_, step)| step.writes.iter().any(|access| is_right(step, access)))
}

/// What a system can hold as a field, unlike the paper on which it stands.
fn is_data(class: Option<ItemClass>) -> bool {
    match class {
        Some(
            ItemClass::Identity
            | ItemClass::Household
            | ItemClass::Account
            | ItemClass::Income
            | ItemClass::Requirement
            | ItemClass::Amount
            | ItemClass::Date,
        ) => true,
        Some(
            ItemClass::Copy
            | ItemClass::CaseNumber
            | ItemClass::Decision
            | ItemClass::Status
            | ItemClass::Document
            | ItemClass::Seal,
        )
        | None => false,
    }
}

/// Whether the step at `node` types nothing but what the form says, and what is digital anyway.
fn is_typing(graph: &Graph, node: Index, form: Index) -> bool {
    let Some(step) = graph.step(node) else {
        return false;
    };
    let from_form = |item: ItemId| {
        let found = carriers::definitions(graph, node, item);
        found.contains(&form) && found.iter().all(|n| *n == form || *n == node)
    };
    let comes = |access: &Access| {
        from_form(access.item) || carriers::is_digital_at(graph, node, access.item)
    };
    matches!(step.kind, Some(StepKind::Transcribe | StepKind::Enter))
        && is_own_staff(graph, node)
        && graph.reach().dominates(form, node)
        && carriers::is_read_from_paper(step)
        && step.medium_out.is_some_and(Medium::is_digital)
        && step.needs_judgement != Some(true)
        && step.minutes.is_some()
        && step.reads.iter().any(|access| from_form(access.item))
        && step.reads.iter().all(comes)
}
