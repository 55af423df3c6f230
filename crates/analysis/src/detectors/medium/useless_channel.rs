//! An electronic channel that saves the city nothing, because its cases are printed and join the paper.
//!
//! ## Why it is waste
//! However many residents apply online, the office works as long as before: two ways in, one paper pile.
//!
//! ## Flagged
//! ```flow
//! 住民: 申請方法を選ぶ [分岐]
//!   70% 電子 → #2
//!   30% 紙 → #4
//! 住民: 電子申請に入力する 10分 [#2 記入 電子→電子]
//!   書く: 申請データ
//! 受付: 申請を印刷する 2分 [印刷 電子→紙]
//!   読む: 申請データ
//!   書く: 申請書
//!   → #6
//! 住民: 申請書に書く 15分 [#4 記入 紙→紙]
//!   書く: 申請書
//! 受付: 封筒を開ける 2分 [受領 紙→紙]
//! 審査: 申請書を審査する 4分 [#6 審査 紙→紙]
//! ```
//!
//! ## Clean
//! ```flow
//! 住民: 申請方法を選ぶ [分岐]
//!   70% 電子 → #2
//!   30% 紙 → #3
//! 住民: 電子申請に入力する 10分 [#2 記入 電子→電子]
//!   書く: 申請データ
//!   → #5
//! 住民: 申請書に書く 15分 [#3 記入 紙→紙]
//!   書く: 申請書
//! 受付: 申請書を読み取る 2分 [スキャン 紙→電子]
//!   読む: 申請書
//!   書く: 申請データ
//! 審査: 申請データを審査する 4分 [#5 審査 電子→電子]
//! ```
//!
//! ## What to do
//! Bring both ways into one store before they merge, so that paper becomes data and not data paper.
use super::super::{Detector, Waste};
use super::printing::{Printing, printings};
use crate::channel::{Channels, channels};
use crate::finding::Finding;
use crate::graph::{Graph, Index};
use crate::metrics::exact;

/// More electronic cases must save at least this part of the staff minutes.
const WORTH_IT: f64 = 0.05;

/// Sees branches into channels where a larger electronic share does not make the work less.
pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "useless-channel"
    }

    fn code(&self) -> &'static str {
        "M04"
    }

    fn source(&self) -> &'static str {
        include_str!("useless_channel.rs")
    }

    fn rewrites(&self) -> &'static [&'static str] {
        &["R03", "R05"]
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Overprocessing)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        let Some(staff) = exact(graph).staff_min_per_case else {
            return;
        };
        let printings = printings(graph);
        for channels in channels(graph) {
            let prints = prints_of(graph, &printings, &channels);
            if channels.slope() >= -WORTH_IT * staff && !prints.is_empty() {
                found.push(finding(self, graph, &channels, &prints));
            }
        }
    }
}

/// Where the electronic channel becomes paper before it merges with the other.
fn prints_of<'p>(
    graph: &Graph,
    printings: &'p [Printing],
    channels: &Channels,
) -> Vec<&'p Printing> {
    let reach = graph.reach();
    let comes = |firsts: &[Index], node: Index| {
        firsts
            .iter()
            .any(|first| *first == node || reach.is_before(*first, node))
    };
    let is_own = |printing: &&Printing| {
        comes(&channels.electronic, printing.node) && !comes(&channels.other, printing.node)
    };
    printings.iter().filter(is_own).collect()
}

fn finding(rule: &Rule, graph: &Graph, channels: &Channels, prints: &[&Printing]) -> Finding {
    let nodes: Vec<Index> = prints.iter().map(|print| print.node).collect();
    let mut finding = Finding::at(
        rule,
        graph,
        std::iter::once(channels.branch).chain(nodes.iter().copied()),
    )
    .naming(graph, "branch", &[channels.branch])
    .naming(graph, "print", &nodes)
    .number("slope", channels.slope())
    .number("share", channels.share)
    .number("minutes_at_none", channels.minutes_at_none)
    .number("minutes_at_all", channels.minutes_at_all);
    for print in prints {
        finding = finding.claiming(graph, print.node, print.claim(graph));
    }
    finding
}
