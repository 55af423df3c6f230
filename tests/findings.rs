//! What the detectors see in every sample, checked by hand beforehand: all of it, nothing else, and what stays.
#![expect(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]
mod sample;

use std::collections::BTreeSet;

use kaizu_analysis::{Finding, Gravity, exact, protected, soundness, union};
use kaizu_tests::files;
use sample::{Sample, names, number};

/// Each sample with the waste in it: the detector and the steps that it names.
const WASTE: &[(&str, &str)] = &[
    (
        "special-fixed-benefit",
        "E01 A30, E01 A38, M01 A16 A30 A38, M02 A46, M04 A01 A16, C03 A34 A39 A40, C04 A38 A39, \
         C04 A38 A40, C05 A32, C05 A33, C05 A50, A01 A22, A01 A47, A07 A31, \
         H01 A15 A16 A31 A32 A34 A38 A39 A40 A44 A45 A46 A47 A48 A49 A50 A51 A52, \
         H02 A34 A38 A39 A40, F01 A12 A13, F01 A32 A33 A34 A35 A36 A37, S01 A12 A23 A55",
    ),
    (
        "childcare-benefit-7-3",
        "E01 B08, E01 B19, E02 B14, M01 B03 B08 B19, M02 B22, M04 B01 B03, C02 B20 B21, C04 B19 B20, \
         C05 B11, A01 B05, A01 B21, A01 B23, A07 B09, H02 B12 B13 B14, \
         F01 B11 B12 B13 B14 B15 B16 B17 B18, S01 B02 B06 B27",
    ),
    ("childcare-benefit-7-3-to-be", "S01 T02 T03 T15"),
    (
        "moving-in-life-event",
        "E01 C14, E01 C24, E01 C31, E02 C06, E02 C24, E02 C31, E03 C02 C12 C16 C21 C30, C02 C04 C13, \
         C04 C06 C07, C04 C24 C25, C05 C05, C05 C23, A01 C16, F01 C06 C07 C08, \
         J01 C02 C03 C11 C12 C16 C20 C21 C29 C30",
    ),
    (
        "travel-expense-payment",
        "E01 D15, E02 D04, E02 D08, E02 D15, M02 D00, M02 D06, M02 D16, C02 D09 D13, A01 D01, \
         A01 D02, A01 D09, A01 D12, A01 D13, A02 D01 D02 D03, \
         H01 D00 D01 D02 D03 D04 D05 D08 D09 D11 D12 D13 D14 D15 D16 D17 D18 D19 D21, \
         F01 D09 D10 D11 D12, F01 D15 D16 D17 D18 D19 D20 D21",
    ),
    (
        "child-allowance-claim",
        "E02 E08, C04 E08 E09, C05 E04, F01 E04 E05 E06 E07, S01 E02 E11",
    ),
    ("resident-record-by-mail", "E02 G03, F01 G04 G05 G06"),
    ("vaccination-ticket", "E01 I11, E02 I08, C05 I01, C05 I12"),
];

/// Each sample with steps that must never be dropped, and why.
const KEPT: &[(&str, &str)] = &[
    (
        "special-fixed-benefit",
        "A48 last-approval, A51 law, A52 accounting-examination, A54 law",
    ),
    (
        "childcare-benefit-7-3",
        "B21 duty, B23 duty, B25 accounting-examination, B26 law",
    ),
    (
        "moving-in-life-event",
        "C04 law, C06 law, C26 last-approval",
    ),
    (
        "travel-expense-payment",
        "D03 last-approval, D14 law, D17 law, D19 accounting-examination",
    ),
    ("child-allowance-claim", "E10 last-approval"),
    ("resident-record-by-mail", "G04 law"),
    ("vaccination-ticket", "I10 law"),
];

#[test]
fn every_sample_shows_the_waste_that_was_found_by_hand_and_nothing_else() {
    assert_eq!(files("samples", ".flow").len(), WASTE.len());
    for (name, waste) in WASTE {
        let sample = Sample::named(name);
        let findings = sample.findings();
        let waste_only = findings.iter().filter(|it| it.gravity == Gravity::Waste);
        let line = |it: &Finding| format!("{} {}", it.code, sample.keys(it).join(" "));
        let found: BTreeSet<String> = waste_only.map(line).collect();
        let known: BTreeSet<String> = waste.split(", ").map(str::to_owned).collect();
        let missed: Vec<&String> = known.difference(&found).collect();
        let wrong: Vec<&String> = found.difference(&known).collect();
        assert!(
            missed.is_empty() && wrong.is_empty(),
            "{name}: missed {missed:?}, wrong {wrong:?}"
        );
    }
}

#[test]
fn every_sample_is_sound_and_drawn_without_error() {
    for (name, _) in WASTE {
        let sample = Sample::named(name);
        assert!(soundness(&sample.graph()).is_sound(), "{name}");
        let findings = sample.findings();
        let errors: Vec<_> = findings
            .iter()
            .filter(|it| it.gravity == Gravity::Error)
            .collect();
        assert!(errors.is_empty(), "{name}: {errors:?}");
    }
}

#[test]
fn no_more_can_be_saved_than_there_is() {
    for (name, _) in WASTE {
        let sample = Sample::named(name);
        let graph = sample.graph();
        let (figures, findings) = (exact(&graph), sample.findings());
        let saved = union(&graph, &findings);
        let volume = graph.volume().unwrap();
        let per_case = [
            (saved.staff_minutes_per_year, figures.staff_min_per_case),
            (saved.sheets_per_year, figures.sheets_per_case),
        ];
        for (saved, had) in per_case {
            let (saved, had) = (saved.unwrap() / volume, had.unwrap());
            assert!(saved <= had + 1e-9, "{name}: {saved} of {had}");
        }
    }
}

#[test]
fn a_step_with_two_ways_out_is_a_warning() {
    let sample = Sample::named("special-fixed-benefit");
    let finding = sample.finding("L06", "A12");
    assert_eq!(finding.gravity, Gravity::Warning);
}

#[test]
fn what_law_duties_and_decisions_demand_is_protected() {
    for (name, kept) in KEPT {
        let sample = Sample::named(name);
        let graph = sample.graph();
        let key = |node| graph.step(node).unwrap().key.as_deref().unwrap();
        let found: BTreeSet<String> = protected(&graph)
            .into_iter()
            .map(|(node, why)| format!("{} {}", key(node), why.code()))
            .collect();
        for step in kept.split(", ") {
            assert!(found.contains(step), "{name}: {step} is not in {found:?}");
        }
    }
}

#[test]
fn no_check_approval_or_seal_that_is_protected_is_claimed() {
    for (name, _) in WASTE {
        let sample = Sample::named(name);
        let graph = sample.graph();
        let kept: BTreeSet<_> = protected(&graph)
            .iter()
            .map(|(node, _)| graph.id(*node))
            .collect();
        for finding in sample
            .findings()
            .iter()
            .filter(|it| it.code.starts_with(['C', 'A']))
        {
            let claimed = finding.claims.keys().find(|id| kept.contains(id));
            assert_eq!(
                claimed,
                None,
                "{name}: {} {:?}",
                finding.code,
                sample.keys(finding)
            );
        }
    }
}

#[test]
fn of_several_checks_of_one_thing_one_stays() {
    let benefit = Sample::named("special-fixed-benefit");
    assert_eq!(benefit.claimed(&benefit.finding("C03", "A34")), ["A39"]);
    let childcare = Sample::named("childcare-benefit-7-3");
    assert_eq!(childcare.claimed(&childcare.finding("C02", "B20")), ["B20"]);
    assert!(childcare.only_checks().contains(&"B21"));
    let moving = Sample::named("moving-in-life-event");
    assert_eq!(moving.claimed(&moving.finding("C02", "C04")), ["C13"]);
    let travel = Sample::named("travel-expense-payment");
    assert_eq!(travel.claimed(&travel.finding("C02", "D09")), ["D13"]);
}

#[test]
fn the_only_check_of_something_is_known() {
    assert!(
        Sample::named("resident-record-by-mail")
            .only_checks()
            .contains(&"G08")
    );
    assert!(
        Sample::named("vaccination-ticket")
            .only_checks()
            .contains(&"I10")
    );
    assert!(
        Sample::named("special-fixed-benefit")
            .only_checks()
            .contains(&"A34")
    );
}

#[test]
fn more_electronic_applications_make_more_work() {
    let childcare = Sample::named("childcare-benefit-7-3");
    let finding = childcare.finding("M04", "B01");
    assert!((number(&finding, "slope") - 0.3).abs() < 0.005);
    assert!((number(&finding, "minutes_at_none") - 34.77).abs() < 0.005);
    assert!((number(&finding, "minutes_at_all") - 35.07).abs() < 0.005);
}

#[test]
fn the_life_event_counts_items_and_counters() {
    let moving = Sample::named("moving-in-life-event");
    let again = moving.finding("E03", "C02");
    let counted = names(&again, "items");
    for times in ["氏名×5", "住所×4", "生年月日×3"] {
        assert!(counted.contains(&times), "{counted:?}");
    }
    let counters = moving.finding("J01", "C03");
    assert_eq!(
        names(&counters, "sections"),
        ["市民課", "国保年金課", "こども課", "学務課"]
    );
}

#[test]
fn what_a_step_types_again_is_told_from_what_it_types_first() {
    let travel = Sample::named("travel-expense-payment");
    let again = travel.finding("E01", "D15");
    assert_eq!(travel.items(&again), BTreeSet::from(["氏名"]));
    assert!((number(&again, "share") - 0.25).abs() < 1e-9);
    assert_eq!(
        travel.items(&travel.finding("E02", "D15")),
        BTreeSet::from(["口座", "金額"])
    );
    // The itinerary was in a spreadsheet although the step that wrote it made paper.
    assert!(travel.items(&travel.finding("E02", "D08")).contains("行程"));
}
