//! Which attributes of a step figures and detectors read, and what they cannot tell without: one row each.
//!
//! A test takes every attribute away from steps of the samples and sees the answers change.
use kaizu_model::{Step, StepKind};

use crate::graph::{Graph, Index};

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

const KEYING: &[StepKind] = &[StepKind::Transcribe, StepKind::Enter];
const MATCHING: &[StepKind] = &[StepKind::Reconcile];
const PRINTING: &[StepKind] = &[StepKind::Print];
const WRITING: &[StepKind] = &[StepKind::Fill, StepKind::Enter, StepKind::Seal];
const PAPERWORK: &[StepKind] = &[StepKind::Draft, StepKind::Compose];
const APPROVING: &[StepKind] = &[StepKind::Approve, StepKind::Seal];
const CHECKING: &[StepKind] = &[
    StepKind::Check,
    StepKind::Recalculate,
    StepKind::Examine,
    StepKind::Reconcile,
    StepKind::Inspect,
];

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

/// What Kaizu asks for; of two needs that tell as much, the first counts.
pub(crate) const NEEDS: &[Need] = &[
    of_staff(
        "kind",
        "kind",
        "kind",
        &[],
        &[
            "transcriptions",
            "checks",
            "seals_approvals",
            "E01",
            "E02",
            "M01",
            "C05",
            "A01",
            "A07",
            "S01",
        ],
    ),
    of(
        Doer::Customer,
        of_staff("kind-customer", "kind", "kind", &[], &["E03", "A01", "S01"]),
    ),
    of_staff(
        "minutes",
        "minutes",
        "minutes",
        &[],
        &[
            "staff_min_per_case",
            "staff_hours_per_year",
            "lead_working_hours",
            "cycle_time_efficiency",
            "M04",
        ],
    ),
    of(
        Doer::Customer,
        of_staff(
            "minutes-customer",
            "minutes",
            "minutes",
            &[],
            &[
                "resident_min_per_case",
                "lead_working_hours",
                "cycle_time_efficiency",
            ],
        ),
    ),
    of_staff(
        "writes-keying",
        "writes",
        "items",
        KEYING,
        &["E01", "E02", "M01"],
    ),
    of_staff(
        "reads-keying",
        "reads",
        "items",
        KEYING,
        &["M01", "E01", "E02"],
    ),
    of_staff(
        "medium-keying",
        "medium_out",
        "media",
        KEYING,
        &["media_changes", "E01", "E02"],
    ),
    of_staff(
        "medium-in-keying",
        "medium_in",
        "media",
        KEYING,
        &["media_changes", "E02"],
    ),
    of_staff(
        "writes-printing",
        "writes",
        "items",
        PRINTING,
        &["M01", "M02"],
    ),
    of_staff(
        "medium-printing",
        "medium_out",
        "media",
        PRINTING,
        &["media_changes", "M01", "M02"],
    ),
    of_staff("check", "check", "check", CHECKING, &["C02", "C03", "C04"]),
    of(
        Doer::Customer,
        of_staff("writes-customer", "writes", "items", WRITING, &["E03"]),
    ),
    of(
        Doer::Customer,
        of_staff(
            "contact",
            "contact",
            "contact",
            &[],
            &["resident_visits_per_case", "J01"],
        ),
    ),
    of_staff(
        "wait",
        "wait",
        "wait",
        &[],
        &["lead_working_hours", "cycle_time_efficiency", "H02", "S01"],
    ),
    of(
        Doer::Customer,
        of_staff(
            "wait-customer",
            "wait",
            "wait",
            &[],
            &["lead_working_hours", "cycle_time_efficiency"],
        ),
    ),
    of_staff("system-matching", "system", "system", MATCHING, &["C05"]),
    of_staff("system-keying", "system", "system", KEYING, &["E01"]),
    of_staff("writes-paperwork", "writes", "items", PAPERWORK, &["A07"]),
    of_staff("reads-paperwork", "reads", "items", PAPERWORK, &["A07"]),
    of_staff("reads-approving", "reads", "items", APPROVING, &["A02"]),
    of_staff("basis", "basis", "basis", &[], &["protected"]),
    of(
        Doer::Anybody,
        of_staff("medium-in", "medium_in", "media", &[], &["media_changes"]),
    ),
    of(
        Doer::Anybody,
        of_staff("medium-out", "medium_out", "media", &[], &["media_changes"]),
    ),
];

/// How many cases there are, which the process knows.
pub(crate) const VOLUME: Need = of_staff(
    "volume",
    "volume_per_year",
    "volume",
    &[],
    &["staff_hours_per_year"],
);

/// What people know attributes as, in the order in which a list shows them.
pub(crate) const PARTS: &[&str] = &[
    "kind", "minutes", "wait", "media", "items", "system", "check", "contact", "basis",
];

impl Need {
    /// Everything that is asked for.
    pub fn all() -> impl Iterator<Item = &'static Self> {
        NEEDS.iter().chain([&VOLUME])
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
        is_done_so
            && (self.kinds.is_empty() || step.kind.is_some_and(|it| self.kinds.contains(&it)))
    }

    /// Whether it is known of `step`.
    pub(crate) fn is_met(&self, step: &Step) -> bool {
        match self.attribute {
            "kind" => step.kind.is_some(),
            "minutes" => step.minutes.is_some(),
            "wait" => step.wait.is_some(),
            "medium_in" => step.medium_in.is_some(),
            "medium_out" => step.medium_out.is_some(),
            "reads" => !step.reads.is_empty(),
            "writes" => !step.writes.is_empty(),
            "system" => step.system.is_some(),
            "check" => step
                .check
                .as_ref()
                .is_some_and(|it| it.object.is_some() && !it.aspects.is_empty()),
            "contact" => step.contact.is_some(),
            _ => step.basis.is_some(),
        }
    }
}
