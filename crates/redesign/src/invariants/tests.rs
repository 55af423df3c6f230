//! Each invariant sees what breaks it, and nothing else.
use kaizu_analysis::Graph;
use kaizu_model::notation::parse;
use kaizu_model::{Document, NodeId, Outcome, Remove, StepId};

use super::check;
use crate::begin::begin;
use crate::lineage::{Lineage, Pair};
use crate::proposal::InvariantResult;

const FLOW: &str = "@必要な成果 入金
住民: 申請書に書く 5分 [#A 記入 紙→紙]
  書く: 申請書、口座
受付担当: システムに入力する 4分 [#B 入力 紙→業務システム 慣行]
  システム: 給付システム
  読む: 申請書
  書く: 口座、給付額
受付担当: 入力を確認する 2分 [#C 確認 慣行]
  読む: 口座
  確認: 対象=申請 観点=入力
課長: 決裁する 1分 [#D 決裁 規則]
  読む: 給付額
  書く: 決裁
会計課: 支出命令を審査する 1分 [#E 審査 法令]
  読む: 決裁
銀行: 振り込む 0分 [#F 支払]
  読む: 口座
  書く: 入金
@職務分離 #D / #E [地方自治法232条の4]
";

/// Today's flow with a copy beside it, and what became of each node.
fn begun() -> (Document, Lineage) {
    let document = parse(FLOW).unwrap();
    let (document, lineage, _) = begin(&document, document.first_flow().unwrap()).unwrap();
    (document, lineage)
}

/// The copy of the step that a file calls `key`.
fn copy(document: &Document, lineage: &Lineage, key: &str) -> StepId {
    let mut own = document
        .steps()
        .filter(|(_, step)| step.flow == lineage.to_be);
    own.find(|(_, step)| step.key.as_deref() == Some(key))
        .map(|(id, _)| id)
        .unwrap()
}

/// What an invariant says between the flows of two documents, with what became of each where it was played.
pub(super) fn between(
    documents: [&Document; 2],
    outcomes: [Option<&Outcome>; 2],
    check: fn(&Pair) -> InvariantResult,
) -> InvariantResult {
    let flows = documents.map(|document| document.first_flow().unwrap());
    let graph = |n: usize| {
        Graph::of(documents[n], flows[n])
            .unwrap()
            .with_outcome(outcomes[n])
    };
    let lineage = Lineage {
        as_is: flows[0],
        to_be: flows[1],
        nodes: std::collections::BTreeMap::new(),
    };
    check(&Pair {
        as_is: &graph(0),
        to_be: &graph(1),
        lineage: &lineage,
    })
}

/// Ids of the invariants that break when `key` is taken out of the copy.
fn broken_without(key: &str) -> Vec<&'static str> {
    let (document, lineage) = begun();
    let id = copy(&document, &lineage, key);
    let change = kaizu_model::Command::from(Remove::new(id)).apply(&document);
    broken(&document.after(&change.unwrap()), &lineage)
}

fn broken(document: &Document, lineage: &Lineage) -> Vec<&'static str> {
    let as_is = Graph::of(document, lineage.as_is).unwrap();
    let to_be = Graph::of(document, lineage.to_be).unwrap();
    let pair = Pair {
        as_is: &as_is,
        to_be: &to_be,
        lineage,
    };
    let results = check(&pair);
    let broken = results.iter().filter(|result| !result.holds);
    broken.map(|result| result.id).collect()
}

#[test]
fn nothing_is_broken_before_anything_is_done() {
    let (document, lineage) = begun();
    assert_eq!(broken(&document, &lineage), Vec::<&str>::new());
}

#[test]
fn a_lost_output_is_seen() {
    assert_eq!(broken_without("F"), ["I2"]);
}

#[test]
fn what_nobody_stores_any_more_is_seen() {
    assert_eq!(broken_without("B"), ["I2", "I3"]);
}

#[test]
fn a_lost_check_is_seen() {
    assert_eq!(broken_without("C"), ["I6"]);
}

#[test]
fn a_lost_approval_is_seen() {
    assert_eq!(broken_without("D"), ["I2", "I4", "I5"]);
}

#[test]
fn a_lost_examination_is_seen() {
    let broken = broken_without("E");
    assert!(broken.starts_with(&["I4", "I5"]), "{broken:?}");
}

#[test]
fn duties_that_come_into_one_hand_are_seen() {
    let (document, lineage) = begun();
    let id = copy(&document, &lineage, "E");
    let lane = document
        .step(copy(&document, &lineage, "D"))
        .map(|step| step.lane);
    let moved = kaizu_model::MoveStep {
        node: NodeId::Step(id),
        lane: lane.unwrap(),
    };
    let change = kaizu_model::Command::from(moved).apply(&document).unwrap();
    let broken = broken(&document.after(&change), &lineage);
    assert!(broken.contains(&"I5"), "{broken:?}");
}

#[test]
fn a_law_turned_around_is_seen() {
    let text = "課: 命令する [#A 法令]\n会計課: 審査する [#B 法令]\n";
    let document = parse(text).unwrap();
    let flow = document.first_flow().unwrap();
    let (mut document, lineage, _) = begin(&document, flow).unwrap();
    let own: Vec<_> = document
        .edges_of(lineage.to_be)
        .map(|(id, edge)| (id, edge.clone()))
        .collect();
    for (id, edge) in own {
        let turned = kaizu_model::Edge {
            from: edge.to,
            to: edge.from,
            ..edge
        };
        let command = kaizu_model::Command::from(kaizu_model::Revise::new(id, turned));
        document = document.after(&command.apply(&document).unwrap());
    }
    assert_eq!(broken(&document, &lineage), ["I4"]);
}

#[test]
fn an_arrow_that_leads_nowhere_good_is_seen() {
    let (document, lineage) = begun();
    let (from, to) = (
        copy(&document, &lineage, "F"),
        copy(&document, &lineage, "A"),
    );
    let connect = kaizu_model::Connect {
        edge: document.free_ids().mint(),
        from: from.into(),
        to: to.into(),
    };
    let change = kaizu_model::Command::from(connect)
        .apply(&document)
        .unwrap();
    let broken = broken(&document.after(&change), &lineage);
    assert!(broken.contains(&"I1"), "{broken:?}");
}

#[test]
fn paper_that_is_read_and_that_nobody_makes_any_more_is_seen() {
    let (document, lineage) = begun();
    let id = copy(&document, &lineage, "A");
    let written = kaizu_model::Step {
        medium_out: Some(kaizu_model::Medium::Electronic),
        ..document.step(id).unwrap().clone()
    };
    let change = kaizu_model::Command::from(kaizu_model::Revise::new(id, written));
    let change = change.apply(&document).unwrap();
    assert_eq!(broken(&document.after(&change), &lineage), ["I2", "I7"]);
}
