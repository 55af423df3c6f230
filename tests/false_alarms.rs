//! Six false alarms of a first trial, which must not sound again.
use std::collections::BTreeSet;

use kaizu_analysis::{Finding, find};
use kaizu_model::{Cancel, LaneKind, notation};
use kaizu_tests::files;

use crate::sample::{Sample, number};

fn samples() -> Vec<Sample> {
    let paths = files("samples", ".flow").into_iter();
    let names = paths.map(|(path, _)| path.file_stem().unwrap().to_string_lossy().into_owned());
    names.map(|name| Sample::named(&name)).collect()
}

/// What is seen in a flow: the codes with the keys of the steps.
fn seen(text: &str) -> Vec<String> {
    let document = notation::parse(text).unwrap();
    let flow = document.first_flow().unwrap();
    let findings = find(&document, flow, None, &Cancel::default()).unwrap();
    let sample = Sample { document, flow };
    let line = |it: &Finding| format!("{} {}", it.code, sample.keys(it).join(" "));
    findings.iter().map(line).collect()
}

#[test]
fn false_alarm_1_there_and_back_to_a_decision_the_accounts_a_bank_or_the_resident_is_no_ping_pong()
{
    for sample in samples() {
        let graph = sample.graph();
        for finding in sample.findings().iter().filter(|it| it.code == "H02") {
            for id in &finding.nodes {
                let lane = graph.lane_kind(graph.index(*id).unwrap()).unwrap();
                let is_desk = matches!(
                    lane,
                    LaneKind::Staff | LaneKind::Role | LaneKind::Contractor
                );
                assert!(is_desk, "{:?}", sample.keys(finding));
            }
        }
    }
}

#[test]
fn false_alarm_2_checks_of_one_paper_for_different_things_are_not_one_check() {
    let moving = Sample::named("moving-in-life-event");
    for finding in moving.findings() {
        let keys = moving.keys(&finding);
        let is_both = keys.contains(&"C04") && keys.contains(&"C07");
        assert!(!(finding.code.starts_with('C') && is_both), "{keys:?}");
    }
}

#[test]
fn false_alarm_3_what_a_tool_converts_for_the_bank_is_not_typed_again() {
    let benefit = Sample::named("special-fixed-benefit");
    for finding in benefit.findings() {
        let is_keying = ["E01", "E02", "M01"].contains(&finding.code);
        assert!(!(is_keying && benefit.keys(&finding).contains(&"A49")));
    }
}

#[test]
fn false_alarm_4_what_was_typed_before_it_was_printed_is_known() {
    // The itinerary was in a spreadsheet although the step that wrote it made paper.
    let travel = Sample::named("travel-expense-payment");
    assert!(travel.items(&travel.finding("E02", "D08")).contains("行程"));
}

#[test]
fn false_alarm_5_a_way_back_is_told_by_the_arrows_not_by_the_order_of_drawing() {
    let loops = |text: &str| -> Vec<String> {
        let all = seen(text).into_iter();
        all.filter(|it| it.starts_with("F01")).collect()
    };
    let drawn_backwards = "窓口: 知らせる 1分 [#4 通知]\n  → ここまで\n窓口: 決める 1分 [#3 決裁]\n  → #4\n\
                           窓口: 確かめる 3分 [#2 確認]\n  → #3\n窓口: 受け付ける 2分 [#1 受領]\n  → #2\n";
    assert_eq!(loops(drawn_backwards), [""; 0]);
    let returns_downwards = "住民: 直す 15分 [#3 記入]\n  → #2\n窓口: 受け付ける 2分 [#1 受領]\n  → #2\n\
                             窓口: 知らせる 1分 [#4 通知]\n  → ここまで\n\
                             窓口: 確かめる 3分 [#2 確認]\n  20% 不備 → #3\n  80% よい → #4\n";
    let found: Vec<BTreeSet<String>> = loops(returns_downwards)
        .iter()
        .map(|it| it.split(' ').map(str::to_owned).collect())
        .collect();
    assert_eq!(
        found,
        [BTreeSet::from(["F01", "2", "3"].map(str::to_owned))]
    );
}

#[test]
fn false_alarm_6_what_a_step_types_again_is_told_from_what_it_types_first() {
    let travel = Sample::named("travel-expense-payment");
    let again = travel.finding("E01", "D15");
    assert_eq!(travel.items(&again), BTreeSet::from(["氏名"]));
    assert!((number(&again, "share") - 0.25).abs() < 1e-9);
    assert_eq!(
        travel.items(&travel.finding("E02", "D15")),
        BTreeSet::from(["口座", "金額"])
    );
}
