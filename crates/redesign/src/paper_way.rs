//! The one way on which residents hand something in, on paper, up to where somebody types it into a system.
use std::collections::BTreeSet;

use kaizu_analysis::{Arrow, Graph, Index, protection};
use kaizu_model::{
    Access, Authority, Basis, Contact, ItemClass, ItemId, Medium, Rank, Refusal, Step, StepKind,
    Transfer,
};

use crate::carriers;
use crate::draft::Draft;
use crate::intake::automatic;
use crate::screen::is_own_staff;

/// Steps in a row, without another way in or out, from where residents fill something in to where it is in a system.
pub(crate) struct PaperWay {
    /// The steps, first to last: those of residents, then those of the staff.
    pub(crate) steps: Vec<Index>,
    /// The last of them: it puts into one system what the papers say.
    pub(crate) keying: Index,
    /// Where cases go on from there.
    pub(crate) next: Index,
}

impl PaperWay {
    /// The way that ends with the typing at `keying`, where nothing on it has to be done in person.
    pub(crate) fn to(graph: &Graph, keying: Index) -> Option<Self> {
        let next = only(graph.leaving(keying).copied())
            .filter(|arrow| !arrow.is_parallel() && !graph.is_join(arrow.to))
            .filter(|arrow| !graph.reach().is_return(keying, arrow.to))?
            .to;
        let is_typing = graph.step(keying).is_some_and(|step| {
            let kinds = [StepKind::Transcribe, StepKind::Enter, StepKind::Scan];
            step.kind.is_some_and(|kind| kinds.contains(&kind))
                && step.medium_out.is_some_and(Medium::is_structured)
                && step.system.is_some()
                && carriers::is_read_from_paper(step)
        });
        if !is_typing || !is_replaceable(graph, keying) {
            return None;
        }
        let mut steps = vec![keying];
        let mut first = keying;
        while let Some(before) = before(graph, first).filter(|n| !steps.contains(n)) {
            let is_back_at_work = graph.is_customers(first) && !graph.is_customers(before);
            if is_back_at_work || !is_replaceable(graph, before) {
                break;
            }
            steps.push(before);
            first = before;
        }
        steps.reverse();
        let way = Self {
            steps,
            keying,
            next,
        };
        (way.begins_with_residents(graph, first) && way.is_worked_on_in_system(graph))
            .then_some(way)
    }

    /// The steps of residents.
    pub(crate) fn residents<'w>(&'w self, graph: &'w Graph) -> impl Iterator<Item = Index> + 'w {
        let steps = self.steps.iter().copied();
        steps.filter(|n| graph.is_customers(*n))
    }

    /// How residents meet the city on the way.
    pub(crate) fn contacts(&self, graph: &Graph) -> BTreeSet<Contact> {
        let mut contacts: BTreeSet<Contact> = self
            .residents(graph)
            .filter_map(|n| graph.step(n)?.contact)
            .filter(|contact| *contact != Contact::None)
            .collect();
        let is_posted = |n: Index| {
            let mut arrows = graph.leaving(n);
            arrows.any(|arrow| arrow.edge.transfer == Some(Transfer::Post))
        };
        if self.residents(graph).any(is_posted) {
            contacts.insert(Contact::Post);
        }
        contacts
    }

    /// What residents write on the way.
    pub(crate) fn handed_in(&self, graph: &Graph) -> BTreeSet<ItemId> {
        let steps = self.residents(graph).filter_map(|n| graph.step(n));
        steps
            .flat_map(|step| &step.writes)
            .map(|it| it.item)
            .collect()
    }

    /// Who decides how an application may be made.
    pub(crate) fn authority(&self, graph: &Graph) -> Authority {
        let is_ruled = |n: Index| {
            let basis = graph.step(n).and_then(|step| step.basis);
            matches!(basis, Some(Basis::Rule | Basis::Guideline))
        };
        if self.residents(graph).any(is_ruled) {
            Authority::Mayor
        } else {
            Authority::Section
        }
    }

    /// What puts cases into the system at the end of the way by itself: `items`, and what the staff stamp on them today.
    pub(crate) fn entry(
        &self,
        draft: &mut Draft,
        graph: &Graph,
        items: Vec<Access>,
    ) -> Result<Step, Refusal> {
        let lane = draft.system_lane()?;
        let keying = graph.step(self.keying);
        let is_new = |stamp: &ItemId| items.iter().all(|access| access.item != *stamp);
        let stamps: Vec<ItemId> = self.stamps(graph).into_iter().filter(is_new).collect();
        let writes = items.into_iter().chain(stamps.into_iter().map(Access::to));
        let blank = Step::new(draft.flow, Rank::default(), lane, "");
        Ok(Step {
            medium_out: keying.and_then(|step| step.medium_out),
            system: keying.and_then(|step| step.system.clone()),
            writes: writes.collect(),
            ..automatic(blank)
        })
    }

    /// Numbers and dates that the staff give a case on the way: a machine can do that.
    pub(crate) fn stamps(&self, graph: &Graph) -> BTreeSet<ItemId> {
        let recorded = self.recorded(graph).into_iter();
        recorded.filter(|item| is_stamp(graph, *item)).collect()
    }

    /// What the staff write on the way.
    fn recorded(&self, graph: &Graph) -> BTreeSet<ItemId> {
        let steps = self.steps.iter().filter(|n| !graph.is_customers(**n));
        steps
            .filter_map(|n| graph.step(*n))
            .flat_map(|step| &step.writes)
            .map(|it| it.item)
            .collect()
    }

    fn begins_with_residents(&self, graph: &Graph, first: Index) -> bool {
        let is_filling = |n: Index| {
            graph.kind(n) == Some(StepKind::Fill)
                && graph.step(n).is_some_and(|step| !step.writes.is_empty())
        };
        let is_fresh = |arrow: &Arrow| !graph.reach().is_return(arrow.from, arrow.to);
        graph.is_customers(first)
            && graph.reaching(first).all(is_fresh)
            && self.residents(graph).any(is_filling)
    }

    /// What others work with of what is written on the way.
    pub(crate) fn used(&self, graph: &Graph) -> BTreeSet<ItemId> {
        let others = graph.steps().filter(|(n, _)| !self.steps.contains(n));
        let reads = others.flat_map(|(n, step)| step.reads.iter().map(move |it| (n, it.item)));
        let is_own = |(n, item): &(Index, ItemId)| {
            let writers = carriers::definitions(graph, *n, *item);
            writers.iter().any(|writer| self.steps.contains(writer))
        };
        reads.filter(is_own).map(|(_, item)| item).collect()
    }

    /// Whether whoever works with anything from the way finds it in the system, and nothing of it was worked out by a person.
    fn is_worked_on_in_system(&self, graph: &Graph) -> bool {
        let (handed_in, recorded) = (self.handed_in(graph), self.recorded(graph));
        let used = self.used(graph);
        let is_own = |n: &Index| self.steps.contains(n);
        let is_of_way = |n: Index, access: &Access| {
            let writers = carriers::definitions(graph, n, access.item);
            writers.iter().any(is_own)
        };
        let is_digital = |n: Index, step: &Step, access: &Access| {
            !is_on_paper(step, access) && carriers::is_digital_at(graph, n, access.item)
        };
        let mut others = graph.steps().filter(|(n, _)| !is_own(n));
        let is_found = others.all(|(n, step)| {
            let mut of_way = step.reads.iter().filter(|access| is_of_way(n, access));
            of_way.all(|access| is_digital(n, step, access))
        });
        let required = graph.process.required_outputs.iter().copied();
        let mut owed = required
            .filter(|item| recorded.contains(item))
            .chain(used.iter().copied());
        is_found
            && !used.is_empty()
            && owed.all(|item| handed_in.contains(&item) || is_stamp(graph, item))
    }
}

fn is_stamp(graph: &Graph, item: ItemId) -> bool {
    let class = graph.document.item(item).ok().and_then(|it| it.class);
    matches!(class, Some(ItemClass::CaseNumber | ItemClass::Date))
}

/// Whether an item is read from paper.
pub(crate) fn is_on_paper(step: &Step, access: &Access) -> bool {
    access
        .medium
        .or(step.medium_in)
        .is_some_and(Medium::is_paper)
}

/// The one step in front of `node` that leads nowhere else.
fn before(graph: &Graph, node: Index) -> Option<Index> {
    let arrow = only(graph.reaching(node).copied())?;
    let is_plain = !arrow.is_parallel() && !graph.reach().is_return(arrow.from, node);
    (is_plain && only(graph.leaving(arrow.from)).is_some()).then_some(arrow.from)
}

/// Whether an online form can do without the step: it only writes down, brings or takes in what a form asks for.
fn is_replaceable(graph: &Graph, node: Index) -> bool {
    let Some(step) = graph.step(node) else {
        return false;
    };
    let kinds: &[StepKind] = if graph.is_customers(node) {
        &[
            StepKind::Fill,
            StepKind::Copy,
            StepKind::Send,
            StepKind::Carry,
            StepKind::HandOver,
            StepKind::Wait,
        ]
    } else {
        &[
            StepKind::Receive,
            StepKind::Sort,
            StepKind::Carry,
            StepKind::HandOver,
            StepKind::Number,
            StepKind::Scan,
            StepKind::Transcribe,
            StepKind::Enter,
        ]
    };
    let accesses = step.reads.iter().chain(&step.writes);
    let mut media = accesses
        .map(|access| access.medium)
        .chain([step.medium_in, step.medium_out]);
    step.kind.is_some_and(|kind| kinds.contains(&kind))
        && (graph.is_customers(node) || is_own_staff(graph, node))
        && (!graph.is_customers(node) || step.seals.is_empty())
        && protection(graph, node).is_none()
        && step.needs_judgement != Some(true)
        && step.check.is_none()
        && media.all(|medium| medium != Some(Medium::Cash))
}

/// The only one, where there is just one.
pub(crate) fn only<T>(mut all: impl Iterator<Item = T>) -> Option<T> {
    let first = all.next()?;
    all.next().is_none().then_some(first)
}
