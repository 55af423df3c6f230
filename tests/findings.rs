//! What the detectors see in every sample, checked by hand beforehand: all of it, nothing else, and what stays.
#![expect(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]
mod false_alarms;
mod sample;

use std::collections::BTreeSet;

use kaizu_analysis::{Finding, Gravity, exact, protected, soundness, union};
use kaizu_tests::files;
use sample::{Sample, names, number};

/// The samples with what is seen in them, judged by hand: a table each, with the findings in bold that were demanded before
/// there was a detector.
const REVIEW: &str = include_str!("golden/findings-review.md");

/// What has to be seen in each sample: a code with the steps that belong to it.
const DEMANDED: &[(&str, &str)] = &[
    (
        "special-fixed-benefit",
        "M01 A16 A30 A38, M04, E01 A30, E01 A38, C03 A34 A39 A40, C04 A39, C04 A40, C05 A32, C05 A33, C05 A50, \
         E05 A10, M03 A45 A49, M05 A53, A07 A31, F02 A35, S01, S02 A42 A43 A44, S03 A42 A43 A44, A01 A22, A01 A47",
    ),
    (
        "childcare-benefit-7-3",
        "M01 B03 B08 B19, M04, E01 B08, E01 B19, E02 B14, C02 B20 B21, C04 B20, C05 B11, H07 B12 B13 B14, A06 B24, \
         A07 B09, M05 B10, F01 B16, S01",
    ),
    ("childcare-benefit-7-3-to-be", ""),
    (
        "moving-in-life-event",
        "E03, J01, W02 C03 C11 C20 C29, E01 C14, E01 C24, E01 C31, E04, C04 C07, C04 C25, C05 C23, M06 C22, A01 C16",
    ),
    (
        "travel-expense-payment",
        "E02 D04, E02 D08, E01 D15, E02 D15, M02 D06, M02 D16, C02 D09 D13, A02 D01 D02 D03, M05 D18, F01 D10, \
         F01 D20, F04 D12, H01, W01 D23, W01 D19, W01 D05",
    ),
    (
        "child-allowance-claim",
        "J04 E01, E02 E08, C04 E09, F02 E06, S01",
    ),
    (
        "resident-record-by-mail",
        "P01 G01, W08 G02 G11, F01 G05, E02 G03",
    ),
    (
        "vaccination-ticket",
        "W05 I07 I08, M07 I09, C05 I01, C05 I12, E02 I08, E01 I11, S02",
    ),
];

/// The rows of a sample's table: the findings as they are written there.
fn reviewed(sample: &str) -> Vec<&'static str> {
    let heading = format!("## {sample}");
    let lines = REVIEW.lines().skip_while(|line| *line != heading).skip(1);
    let own = lines.take_while(|line| !line.starts_with("## "));
    let rows = own.filter_map(|line| line.strip_prefix("| "));
    let findings = rows.filter_map(|row| row.split_once(" | "));
    findings.map(|(finding, _)| finding).skip(1).collect()
}

fn plain(row: &str) -> &str {
    row.trim_matches('*')
}

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
fn every_sample_shows_what_was_judged_by_hand_and_nothing_else() {
    let headings = REVIEW.lines().filter(|line| line.starts_with("## "));
    assert_eq!(headings.count(), files("samples", ".flow").len());
    for (name, _) in DEMANDED {
        let sample = Sample::named(name);
        let rows = reviewed(name);
        let known: BTreeSet<String> = rows.iter().map(|row| plain(row).to_owned()).collect();
        assert_eq!(known.len(), rows.len(), "{name} has a row twice");
        let findings = sample.findings();
        let seen = findings.iter().filter(|it| it.gravity != Gravity::Error);
        let line = |it: &Finding| format!("{} {}", it.code, sample.keys(it).join(" "));
        let found: BTreeSet<String> = seen.map(line).collect();
        let missed: Vec<&String> = known.difference(&found).collect();
        let wrong: Vec<&String> = found.difference(&known).collect();
        assert!(
            missed.is_empty() && wrong.is_empty(),
            "{name}: missed {missed:?}, wrong {wrong:?}"
        );
    }
}

#[test]
fn every_row_says_why() {
    let mut rows = REVIEW.lines().filter(|line| line.starts_with("| "));
    let says_why = |row: &str| row.ends_with(". |") && row.matches(" | ").count() == 1;
    assert!(
        rows.all(|row| row == "| finding | seen because |" || says_why(row)),
        "a row without a sentence"
    );
}

#[test]
fn what_was_demanded_is_in_bold_and_nothing_else_is() {
    for (name, demanded) in DEMANDED {
        let rows = reviewed(name);
        let bold = rows.iter().filter(|row| row.starts_with("**"));
        let bold: Vec<BTreeSet<&str>> = bold.map(|row| plain(row).split(' ').collect()).collect();
        let demanded = demanded.split(", ").filter(|it| !it.is_empty());
        let demanded: Vec<BTreeSet<&str>> = demanded.map(|it| it.split(' ').collect()).collect();
        let is_in_bold = |it: &BTreeSet<&str>| bold.iter().any(|row| it.is_subset(row));
        let missed: Vec<_> = demanded.iter().filter(|it| !is_in_bold(it)).collect();
        let is_demanded = |row: &BTreeSet<&str>| demanded.iter().any(|it| it.is_subset(row));
        let wrong: Vec<_> = bold.iter().filter(|row| !is_demanded(row)).collect();
        assert!(
            missed.is_empty() && wrong.is_empty(),
            "{name}: missed {missed:?}, wrong {wrong:?}"
        );
    }
}

#[test]
fn every_sample_is_sound_and_drawn_without_error() {
    for (name, _) in DEMANDED {
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
    for (name, _) in DEMANDED {
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
    for (name, _) in DEMANDED {
        let sample = Sample::named(name);
        let graph = sample.graph();
        let kept: BTreeSet<_> = protected(&graph)
            .iter()
            .map(|(node, _)| graph.id(*node))
            .collect();
        let findings = sample.findings();
        let is_of_checks = |it: &&Finding| it.code.starts_with(['C', 'A']);
        for finding in findings.iter().filter(is_of_checks) {
            let claimed = finding.claims.keys().find(|id| kept.contains(id));
            let keys = sample.keys(finding);
            assert_eq!(claimed, None, "{name}: {} {keys:?}", finding.code);
        }
    }
}

#[test]
fn nothing_is_claimed_of_what_must_stay() {
    for (name, kept) in KEPT {
        let sample = Sample::named(name);
        let findings = sample.findings();
        // What goes back for correction is done less often, and what waits begins earlier; it stays all the same.
        let are_minutes = |it: &&Finding| !it.code.starts_with('F');
        for finding in findings.iter().filter(are_minutes) {
            for step in kept.split(", ").filter_map(|it| it.split(' ').next()) {
                let claim = sample.claim(finding, step);
                let minutes = claim.map_or(0.0, |claim| claim.minutes_share);
                assert!(minutes <= 0.0, "{name}: {} {step}", finding.code);
            }
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
