//! Which attributes of a step figures and detectors read, and what they cannot tell without: one row each.
//!
//! A test takes every attribute away from steps of the samples and sees the answers change.
mod steps;

use kaizu_model::{Step, StepKind, WaitCause};

use crate::graph::{Graph, Index};
pub(crate) use steps::NEEDS;

/// Who does the steps that a need is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Doer {
    Anybody,
    Staff,
    Customer,
}

/// One attribute that Kaizu asks for, and what it can tell with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Need {
    /// The key of its sentence.
    pub id: &'static str,
    /// The attribute, as the record names it.
    pub attribute: &'static str,
    /// What people know it as; several attributes may be one.
    pub part: &'static str,
    /// The figures and detectors that answer with it: their names and codes.
    pub answers: &'static [&'static str],
    doer: Doer,
    /// Only for steps of these kinds; none: whatever is done.
    kinds: &'static [StepKind],
}

const fn of_staff(
    id: &'static str,
    attribute: &'static str,
    part: &'static str,
    kinds: &'static [StepKind],
    answers: &'static [&'static str],
) -> Need {
    Need {
        id,
        attribute,
        part,
        answers,
        doer: Doer::Staff,
        kinds,
    }
}

const fn of(doer: Doer, need: Need) -> Need {
    Need { doer, ..need }
}

/// How many cases there are, which the process knows.
pub(crate) const VOLUME: Need = of_staff(
    "volume",
    "volume_per_year",
    "volume",
    &[],
    &["staff_hours_per_year"],
);

/// The published period, which the process knows where somebody applies for something.
pub(crate) const STANDARD: Need = of_staff("standard", "standard_days", "standard", &[], &["W04"]);

/// How many people do the work of a lane in front of which others wait in line.
pub(crate) const PEOPLE: Need = of_staff("people", "headcount", "people", &[], &["W05"]);

/// What people know attributes as, in the order in which a list shows them.
pub(crate) const PARTS: &[&str] = &[
    "kind",
    "minutes",
    "wait",
    "media",
    "items",
    "system",
    "check",
    "contact",
    "basis",
    "errors",
    "judgement",
];

impl Need {
    /// Everything that is asked for.
    pub fn all() -> impl Iterator<Item = &'static Self> {
        NEEDS.iter().chain([&VOLUME, &STANDARD, &PEOPLE])
    }

    /// Whether it is about the step at `node`.
    pub(crate) fn is_about(&self, graph: &Graph, node: Index) -> bool {
        let Some(step) = graph.step(node) else {
            return false;
        };
        let is_done_so = match self.doer {
            Doer::Anybody => true,
            Doer::Staff => graph.is_staff(node),
            Doer::Customer => graph.is_customers(node),
        };
        let is_worth_asking = match self.attribute {
            "wait_cause" => step.wait.is_some_and(|wait| wait.get() > 0.0),
            "batch" => step.wait_cause == Some(WaitCause::Batch),
            _ => true,
        };
        is_done_so
            && is_worth_asking
            && (self.kinds.is_empty() || step.kind.is_some_and(|it| self.kinds.contains(&it)))
    }

    /// Whether it is known of `step`.
    pub(crate) fn is_met(&self, step: &Step) -> bool {
        let check = step.check.as_ref();
        match self.attribute {
            "check" if self.id == "catch-rate" => check.is_some_and(|it| it.catch_rate.is_some()),
            "check" => check.is_some_and(|it| it.object.is_some() && !it.aspects.is_empty()),
            "kind" => step.kind.is_some(),
            "minutes" => step.minutes.is_some(),
            "wait" => step.wait.is_some(),
            "medium_in" => step.medium_in.is_some(),
            "medium_out" => step.medium_out.is_some(),
            "reads" => !step.reads.is_empty(),
            "writes" => !step.writes.is_empty(),
            "system" => step.system.is_some(),
            "contact" => step.contact.is_some(),
            "wait_cause" => step.wait_cause.is_some(),
            "batch" => step.batch.is_some(),
            "error_rate" => step.error_rate.is_some(),
            "needs_judgement" => step.needs_judgement.is_some(),
            "routine" => step.routine.is_some(),
            _ => step.basis.is_some(),
        }
    }
}
