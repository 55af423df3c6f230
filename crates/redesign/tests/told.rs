//! A proposal says plainly what becomes of each step and lane.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a sample that cannot be read or improved is a failed test"
)]
use std::collections::BTreeSet;
use std::path::Path;

use kaizu_model::notation::parse;
use kaizu_model::{Difference, NodeId, Progress};
use kaizu_redesign::{Proposal, Wishes, compare, propose};

fn proposed(text: &str) -> Proposal {
    let document = parse(text).unwrap();
    let flow = document.first_flow().unwrap();
    propose(&document, flow, &Wishes::default(), &Progress::default()).unwrap()
}

fn childcare() -> Proposal {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../samples/childcare-benefit-7-3.flow");
    proposed(&std::fs::read_to_string(path).unwrap())
}

fn keys(proposal: &Proposal, nodes: &[NodeId]) -> BTreeSet<String> {
    let key = |node: &NodeId| {
        proposal
            .document
            .node(*node)
            .unwrap()
            .key
            .map(str::to_owned)
    };
    nodes.iter().filter_map(key).collect()
}

#[test]
fn lanes_without_work_go_and_those_that_never_had_any_stay() {
    let text = "@担当 参事 [役職]\n窓口: 届を受け取る 2分 [受領 紙 慣行]\n  書く: 届\n窓口: 届を確認する 2分 [確認 紙 慣行]\n  読む: 届\n  確認: 対象=届 観点=記載\n課長: もう一度確認する 2分 [確認 紙 慣行]\n  読む: 届\n  確認: 対象=届 観点=記載\n係長: 見たことを記す 1分 [押印 紙 慣行]\n  読む: 届\n  印: 認印\n課: 台帳に載せる 2分 [登録 紙→業務システム 慣行]\n  読む: 届\n";
    let proposal = proposed(text);
    let lanes = |flow| -> Vec<String> {
        let lanes = proposal.document.lanes_of(flow).into_iter();
        lanes.map(|(_, lane)| lane.name.clone()).collect()
    };
    assert_eq!(
        lanes(proposal.as_is),
        ["参事", "窓口", "課長", "係長", "課"]
    );
    assert_eq!(lanes(proposal.flow), ["参事", "窓口", "課長", "課"]);
}

#[test]
fn a_removal_names_what_goes_and_not_who_misses_it() {
    let proposal = childcare();
    let removals = proposal.changes.iter().filter(|it| it.code == "R02");
    let named: Vec<BTreeSet<String>> = removals.map(|it| keys(&proposal, &it.steps)).collect();
    let one = |key: &str| BTreeSet::from([key.to_owned()]);
    assert_eq!(named, [one("B09"), one("B10"), one("B20")]);
}

#[test]
fn comparing_today_with_the_better_flow_tells_what_became_of_each_step() {
    let proposal = childcare();
    let document = &proposal.document;
    let pairs = compare(document, proposal.as_is, document, proposal.flow).unwrap();
    let kind = |key: &str| {
        let has_key = |node: Option<NodeId>| {
            node.is_some_and(|node| document.node(node).unwrap().key == Some(key))
        };
        let pair = pairs
            .iter()
            .find(|pair| has_key(pair.before) || has_key(pair.after));
        pair.unwrap().kind
    };
    assert_eq!(kind("B03"), Difference::Eliminated);
    assert_eq!(kind("B11"), Difference::Changed);
    assert_eq!(kind("B24"), Difference::Eliminated);
    assert_eq!(kind("N1"), Difference::New);
    assert_eq!(kind("B26"), Difference::Same);
}
