//! Processes that no sample shows: other words, other lanes, other systems, drawings that are not finished.
#![expect(
    clippy::panic,
    reason = "a text that cannot be read or improved is a failed test"
)]

use kaizu_analysis::Graph;
use kaizu_model::notation::parse;
use kaizu_model::{Cancel, Progress, StepKind};
use kaizu_redesign::{Package, Proposal, Wishes, propose};

/// Each channel types its own papers into its own ledger before they come together.
const NURSERY: &str = concat!(
    "# Nursery place
@年間件数 800
@必要な成果 offer
@担当 parent [resident]
@担当 desk [staff]
@担当 placement [staff]
@担当 head [role]
@担当 bank [external]
",
    include_str!("flows/nursery_steps.flow")
);

fn proposal(text: &str, package: Package) -> Proposal {
    let document = parse(text).unwrap_or_else(|mistake| panic!("{mistake}"));
    let wishes = Wishes {
        package,
        ..Wishes::default()
    };
    let flow = document.first_flow();
    let proposal =
        flow.and_then(|flow| propose(&document, flow, &wishes, &Progress::default()).ok());
    proposal.unwrap_or_else(|| panic!("no proposal for {text}"))
}

#[test]
fn channels_that_type_in_their_own_papers_are_unified_too() {
    let proposal = proposal(NURSERY, Package::Free);
    assert!(proposal.changes.iter().any(|change| change.code == "R05"));
    assert!(proposal.invariants.iter().all(|result| result.holds));
    assert_eq!(proposal.after.transcriptions, Some(0.0));
    assert!(
        proposal.slope_after < Some(-2.0),
        "{:?}",
        proposal.slope_after
    );
    let graph = Graph::of(&proposal.document, proposal.flow).unwrap();
    let prints = graph
        .steps()
        .filter(|(_, step)| step.kind == Some(StepKind::Print));
    assert_eq!(prints.count(), 0);
}

#[test]
fn a_flow_without_waste_is_left_alone() {
    let text = "住民: 申請する 3分 [記入 電子]\n  書く: 申請データ\n課長: 決裁する 1分 [決裁 電子 規則]\n  読む: 申請データ\n";
    let proposal = proposal(text, Package::Free);
    assert!(proposal.changes.is_empty(), "{:?}", proposal.changes);
    assert_eq!(proposal.before, proposal.after);
}

#[test]
fn a_drawing_that_is_not_finished_is_no_reason_to_fall_over() {
    let texts = [
        "窓口: 申請書を受け取る\n",
        "住民: 選ぶ [分岐]\n  → 電子\n  → 紙\n住民: 電子 [記入 電子]\n  → 終わり\n住民: 紙 [記入 紙]\n",
    ];
    for text in texts {
        for package in Package::ALL {
            let proposal = proposal(text, *package);
            assert!(
                proposal.invariants.iter().all(|result| result.holds),
                "{text}"
            );
        }
    }
}

/// Waste behind a decision whose shares do not add up, two tokens in one place, a loop without an end.
const WRONG: &[&str] = &[
    "窓口: 一つ目\n審査: 二つ目\n  → 一つ目\n",
    "窓口: 分ける [分岐AND]\n  → 甲\n  → 乙\n窓口: 甲\n  → 見る\n窓口: 乙\n  → 見る\n窓口: 見る [#1 確認 慣行]\n  確認: 対象=届 観点=記載\n係長: また見る [#2 確認 慣行]\n  確認: 対象=届 観点=記載\n@声 職員 不満 #2: 二度手間\n",
    "窓口: 選ぶ [分岐]\n  90% 甲 → 見る\n  90% 乙 → また見る\n窓口: 見る [#1 確認 慣行]\n  確認: 対象=届 観点=記載\n係長: また見る [#2 確認 慣行]\n  確認: 対象=届 観点=記載\n@声 職員 不満 #2: 二度手間\n",
];

#[test]
fn nothing_is_proposed_or_proven_for_a_drawing_that_cannot_be_right() {
    for text in WRONG {
        for package in Package::ALL {
            let proposal = proposal(text, *package);
            assert!(proposal.changes.is_empty(), "{text}");
            let first = &proposal.invariants[0];
            assert_eq!((first.id, first.holds), ("I1", false), "{text}");
            assert_eq!(first.why, "unsound-before", "{text}");
            assert!(!first.at.is_empty() && !first.names.is_empty(), "{text}");
            assert!(proposal.document.node(first.at[0]).is_ok());
        }
    }
}

#[test]
fn a_cancelled_search_still_gives_a_whole_flow() {
    let document = parse(NURSERY).unwrap();
    let flow = document.first_flow().unwrap();
    let cancel = Cancel::default();
    cancel.cancel();
    let proposal = propose(&document, flow, &Wishes::default(), &Progress::of(&cancel)).unwrap();
    assert!(proposal.changes.is_empty());
    assert_eq!(proposal.before, proposal.after);
}

#[test]
fn a_second_proposal_stands_beside_the_first() {
    let document = parse(NURSERY).unwrap();
    let flow = document.first_flow().unwrap();
    let wishes = Wishes::default();
    let one = propose(&document, flow, &wishes, &Progress::default()).unwrap();
    let other = propose(&one.document, flow, &wishes, &Progress::default()).unwrap();
    assert_eq!(one.after, other.after);
    let names = |flow| other.document.flow(flow).map(|it| it.name.clone());
    assert_ne!(names(one.flow), names(other.flow));
}

#[test]
fn steps_without_a_key_are_found_again_under_the_id_they_are_printed_with() {
    let proposal = proposal(NURSERY, Package::Free);
    let ids = |flow| kaizu_model::printed_ids(&proposal.document, flow);
    let (before, after) = (ids(proposal.as_is), ids(proposal.flow));
    assert!(proposal.copies.len() > 5);
    for (origin, copy) in &proposal.copies {
        assert_eq!(before[&(*origin).into()], after[&(*copy).into()]);
    }
    let text = kaizu_model::notation::print(&proposal.document, proposal.flow);
    let again = parse(&text).unwrap_or_else(|mistake| panic!("{mistake}"));
    let flow = again.first_flow().unwrap();
    let pairs = kaizu_redesign::compare(&proposal.document, proposal.as_is, &again, flow).unwrap();
    let written = kaizu_model::printed_ids(&again, flow);
    let both = pairs
        .iter()
        .filter_map(|pair| Some((pair.before?, pair.after?)));
    let both: Vec<_> = both.collect();
    assert_eq!(both.len(), proposal.copies.len());
    for (one, other) in both {
        assert_eq!(before[&one.into()], written[&other.into()]);
    }
}

#[test]
fn a_seal_on_a_check_that_goes_is_not_worth_a_change() {
    let text = "# 届出
@年間件数 600件
窓口: 届を受け取る 2分 [受領 紙 慣行]
  書く: 届
係長: 届を確認する 2分 [#1 確認 紙 慣行]
  読む: 届
  確認: 対象=届 観点=記載
課長: もう一度確認し押印 2分 [#2 確認 紙 慣行]
  読む: 届
  確認: 対象=届 観点=記載
  印: 認印
窓口: 台帳に載せる 2分 [登録 紙→業務システム 慣行]
  読む: 届
";
    let proposal = proposal(text, Package::Free);
    let codes: Vec<&str> = proposal.changes.iter().map(|change| change.code).collect();
    assert_eq!(codes, ["R09"]);
    assert_eq!(proposal.after.staff_min_per_case, Some(6.0));
    assert!(proposal.invariants.iter().all(|result| result.holds));
}
