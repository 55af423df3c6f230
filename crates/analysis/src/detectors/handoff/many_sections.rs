//! A section that a case has to come to for next to nothing, in a flow in which many sections take part.
//!
//! ## Why it is waste
//! Each section that takes part has to be reached, waited for and kept informed, however little it does.
//!
//! ## Flagged
//! ```flow
//! 市民課: 申込みを受け付ける 20分 [受領]
//! 福祉課: 世帯の状況を調べる 30分 [審査]
//! 住宅課: 空き部屋を選ぶ 30分 [審査]
//! 管財課: 部屋の番号を控える 1分 [登録 待ち16時間]
//! 契約課: 契約書を作る 30分 [作成]
//! ```
//!
//! ## Clean
//! ```flow
//! 市民課: 申込みを受け付ける 20分 [受領]
//! 福祉課: 世帯の状況を調べる 30分 [審査]
//! 住宅課: 空き部屋を選び番号を控える 31分 [審査]
//! 契約課: 契約書を作る 30分 [作成]
//! ```
//!
//! Nobody knows how little it is, as long as one of them has not told how long it takes.
//!
//! ```flow
//! 市民課: 申込みを受け付ける 20分 [受領]
//! 福祉課: 世帯の状況を調べる [審査]
//! 住宅課: 空き部屋を選ぶ 30分 [審査]
//! 管財課: 部屋の番号を控える 1分 [登録 待ち16時間]
//! 契約課: 契約書を作る 30分 [作成]
//! ```
//!
//! It is not little for those cases that come to it.
//!
//! ```flow
//! 市民課: 申込みを受け付ける 20分 [受領]
//! 福祉課: 世帯の状況を調べる 30分 [審査]
//! 住宅課: 空き部屋を選ぶ 30分 [審査]
//! 住宅課: 部屋は市の財産か [分岐]
//!   10% 市のもの → #4
//!   90% 借りたもの → #5
//! 管財課: 部屋の貸付けを調べる 20分 [#4 登録 待ち16時間]
//! 契約課: 契約書を作る 30分 [#5 作成]
//! ```
//!
//! ## Guarded
//! ```flow
//! 市民課: 申込みを受け付ける 20分 [受領]
//! 福祉課: 世帯の状況を調べる 30分 [審査]
//! 住宅課: 空き部屋を選ぶ 30分 [審査]
//! 管財課: 財産の貸付けに同意する 1分 [合議 条例 待ち16時間]
//! 契約課: 契約書を作る 30分 [作成]
//! ```
//!
//! ## What to do
//! Let another section do it as well, or tell this one afterwards.
use std::collections::BTreeMap;

use kaizu_model::WaitCause;

use crate::detectors::{Detector, Waste};
use crate::finding::{Claim, Finding};
use crate::graph::{Graph, Index};
use crate::guards::protection;
use crate::sections::section;

/// So many sections are few enough.
const FEW: usize = 4;
/// Below this part of the working time of the cases that come to it, a section hardly takes part.
const LITTLE: f64 = 0.05;

pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "many-sections"
    }

    fn code(&self) -> &'static str {
        "H03"
    }

    fn source(&self) -> &'static str {
        include_str!("many_sections.rs")
    }

    fn practices(&self) -> &'static [u8] {
        &[18]
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Transport)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        let parts = parts(graph);
        if parts.len() <= FEW {
            return;
        }
        let everybody = graph.indices().filter(|node| graph.is_of_city(*node));
        let Some(all) = minutes(graph, everybody) else {
            return;
        };
        for (section, steps) in &parts {
            let own = minutes(graph, steps.iter().copied());
            let coming = steps.iter().map(|node| graph.visit(*node));
            let coming = coming.fold(0.0, f64::max).min(1.0);
            let Some(share) = own
                .map(|own| own / coming / all)
                .filter(|share| *share < LITTLE)
            else {
                continue;
            };
            let mut finding = Finding::at(self, graph, steps.iter().copied())
                .names("section", [*section])
                .number("sections", parts.len() as f64)
                .number("share", share);
            for node in steps {
                let claim = Claim {
                    wait_share: from_elsewhere(graph, *node),
                    ..Claim::default()
                };
                finding = finding.claiming(graph, *node, claim);
            }
            let guard = steps.iter().find_map(|node| protection(graph, *node));
            found.push(finding.forbidden(guard));
        }
    }
}

/// The sections with the steps that each of them does, in the order in which they come.
fn parts<'a>(graph: &Graph<'a>) -> Vec<(&'a str, Vec<Index>)> {
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    let mut parts: Vec<(&str, Vec<Index>)> = Vec::new();
    for (node, _) in graph.steps().filter(|(node, _)| graph.visit(*node) > 0.0) {
        let Some(section) = section(graph, node) else {
            continue;
        };
        let place = *places.entry(section).or_insert(parts.len());
        if place == parts.len() {
            parts.push((section, Vec::new()));
        }
        parts[place].1.push(node);
    }
    parts
}

/// What steps take of a case, as far as it comes to them; `None` where that is not known of all.
fn minutes(graph: &Graph, nodes: impl Iterator<Item = Index>) -> Option<f64> {
    let of = |node: Index| graph.minutes(node).map(|it| it * graph.visit(node));
    let steps = nodes.filter(|node| graph.step(*node).is_some() && graph.visit(*node) > 0.0);
    steps.map(of).sum()
}

/// The part of the wait before a step that comes from handing the case over to its section: what is waited for from
/// outside would be waited for elsewhere as well.
fn from_elsewhere(graph: &Graph, node: Index) -> f64 {
    let cause = graph.step(node).and_then(|step| step.wait_cause);
    if matches!(
        cause,
        Some(WaitCause::Post | WaitCause::OtherParty | WaitCause::Statutory)
    ) {
        return 0.0;
    }
    let is_handed =
        |from: Index| section(graph, from).is_some_and(|other| Some(other) != section(graph, node));
    let arrows = graph.reaching(node).filter(|arrow| is_handed(arrow.from));
    let cases: f64 = arrows
        .map(|arrow| graph.visit(arrow.from) * arrow.share)
        .sum();
    (cases / graph.visit(node)).min(1.0)
}
