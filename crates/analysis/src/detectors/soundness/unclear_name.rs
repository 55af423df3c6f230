//! A step or branch without a name, or a step that is called by a thing instead of by what is done to it.
//!
//! ## Why it is waste
//! 「申請書」 may be written, checked or filed: every reader thinks of something else, and nobody can say how long it
//! takes. Only a name that ends with a thing is doubted, and only where the kind of the step is not said either.
//!
//! ## Flagged
//! ```flow
//! 窓口: 転入届
//! 市民課: 内容を確認する
//! ```
//!
//! ## Clean
//! ```flow
//! 窓口: 転入届を受け取る
//! 市民課: 内容を確認する
//! 市民課: 転入の公表
//! ```
//!
//! ```flow
//! 窓口: 転入届 [受領]
//! 市民課: 内容の確認
//! ```
//!
//! ```flow
//! Counter: Application form
//! Section: Check the form
//! ```
//!
//! ## What to do
//! Say what is done to what: 「転入届を受け取る」.
use kaizu_model::{GatewayKind, folded};

use super::super::{Detector, Gravity};
use crate::finding::Finding;
use crate::graph::{Graph, Index};

/// Words for papers, data, places and people, each with what is done and ends alike.
const THINGS: &[(&str, &[&str])] = &[
    ("書", &["清書", "代書", "添書", "浄書", "板書"]),
    ("届", &[]),
    ("簿", &[]),
    ("票", &["投票", "開票", "集票"]),
    ("証", &["検証", "保証", "認証", "実証", "立証", "論証"]),
    ("券", &["発券"]),
    ("類", &["分類"]),
    ("帳", &["記帳"]),
    ("表", &["公表", "発表", "代表"]),
    ("係", &["関係", "連係"]),
    ("課", &["賦課"]),
    ("者", &[]),
    ("台帳", &[]),
    ("一覧", &[]),
    ("番号", &[]),
    ("データ", &[]),
    ("情報", &[]),
    ("資料", &[]),
    ("用紙", &[]),
    ("封筒", &[]),
    ("リスト", &[]),
    ("システム", &[]),
    ("窓口", &[]),
    ("内容", &[]),
    ("結果", &[]),
];

/// Sees names that do not say what is done.
pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "unclear-name"
    }

    fn code(&self) -> &'static str {
        "L10"
    }

    fn source(&self) -> &'static str {
        include_str!("unclear_name.rs")
    }

    fn gravity(&self) -> Gravity {
        Gravity::Warning
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        let unclear = graph.indices().filter(|node| is_unclear(graph, *node));
        found.extend(unclear.map(|node| Finding::at(self, graph, [node])));
    }
}

fn is_unclear(graph: &Graph, node: Index) -> bool {
    let name = folded(graph.name(node));
    match graph.step(node) {
        Some(step) => name.is_empty() || (step.kind.is_none() && is_a_thing(&name)),
        None => name.is_empty() && graph.gateway(node) == Some(GatewayKind::Branch),
    }
}

fn is_a_thing(name: &str) -> bool {
    let ends = |end: &&str| name.ends_with(end);
    THINGS
        .iter()
        .any(|(thing, done)| ends(thing) && !done.iter().any(ends))
}
