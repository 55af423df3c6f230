//! What is asked for of steps, and what it answers: one row each.
use kaizu_model::StepKind;

use super::{Doer, Need, of, of_staff};

const KEYING: &[StepKind] = &[StepKind::Transcribe, StepKind::Enter];
const MATCHING: &[StepKind] = &[StepKind::Reconcile];
const PRINTING: &[StepKind] = &[StepKind::Print];
const WRITING: &[StepKind] = &[StepKind::Fill, StepKind::Enter, StepKind::Seal];
const PAPERWORK: &[StepKind] = &[StepKind::Draft, StepKind::Compose];
const DECIDING: &[StepKind] = &[StepKind::Approve];
const APPROVING: &[StepKind] = &[StepKind::Approve, StepKind::Seal];
const CHECKING: &[StepKind] = &[
    StepKind::Check,
    StepKind::Recalculate,
    StepKind::Examine,
    StepKind::Reconcile,
    StepKind::Inspect,
];

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
            "A06",
            "A07",
            "S01",
            "M05",
            "M06",
            "H07",
            "X02",
        ],
    ),
    of(
        Doer::Customer,
        of_staff(
            "kind-customer",
            "kind",
            "kind",
            &[],
            &["E03", "A01", "S01", "M06", "P01", "S02"],
        ),
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
            "W05",
            "X02",
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
        &["E01", "E02", "M01", "E04", "X06"],
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
            &["resident_visits_per_case", "J01", "J02", "J06"],
        ),
    ),
    of_staff(
        "wait",
        "wait",
        "wait",
        &[],
        &[
            "lead_working_hours",
            "cycle_time_efficiency",
            "H02",
            "S01",
            "W01",
            "W03",
            "W07",
        ],
    ),
    of(
        Doer::Customer,
        of_staff(
            "wait-customer",
            "wait",
            "wait",
            &[],
            &["lead_working_hours", "cycle_time_efficiency", "W02"],
        ),
    ),
    of(
        Doer::Customer,
        of_staff(
            "wait-cause-customer",
            "wait_cause",
            "wait",
            &[],
            &["W02", "W05", "W08"],
        ),
    ),
    of_staff("batch", "batch", "wait", &[], &["W03"]),
    of_staff("system-matching", "system", "system", MATCHING, &["C05"]),
    of_staff(
        "system-keying",
        "system",
        "system",
        KEYING,
        &["E01", "E04", "X03"],
    ),
    of_staff(
        "error-rate-keying",
        "error_rate",
        "errors",
        KEYING,
        &["E01", "E02", "C02"],
    ),
    of_staff("catch-rate", "check", "check", CHECKING, &["C02", "C08"]),
    of_staff(
        "judgement",
        "needs_judgement",
        "judgement",
        MATCHING,
        &["C05", "X02"],
    ),
    of_staff("routine", "routine", "judgement", DECIDING, &["A08"]),
    of_staff(
        "writes-paperwork",
        "writes",
        "items",
        PAPERWORK,
        &["A05", "A07"],
    ),
    of_staff("reads-paperwork", "reads", "items", PAPERWORK, &["A07"]),
    of_staff("reads-approving", "reads", "items", APPROVING, &["A02"]),
    of_staff("basis", "basis", "basis", &[], &["protected", "A07"]),
    of(
        Doer::Anybody,
        of_staff("medium-in", "medium_in", "media", &[], &["media_changes"]),
    ),
    of(
        Doer::Anybody,
        of_staff("medium-out", "medium_out", "media", &[], &["media_changes"]),
    ),
];
