//! Steps of different people that use nothing of each other's, and still wait for each other.
//!
//! ## Why it is waste
//! The waits of all of them add up, where side by side only the longest would count.
//!
//! ## Flagged
//! ```flow
//! 課長: 支給を決定する 2分 [決裁 紙]
//! 会計課: 振込の手続をする 5分 [支払 業務システム 待ち24時間]
//!   読む: 口座
//!   書く: 振込データ
//! 受付担当: 決定通知を作る 2分 [作成 業務システム 待ち8時間]
//!   読む: 決定
//!   書く: 決定通知
//! ```
//!
//! ## Clean
//! The second uses what the first made, one sheet of paper cannot be in two places, and nothing is paid before it was examined:
//! ```flow
//! 課長: 支給を決定する 2分 [決裁 紙]
//! 会計課: 振込の手続をする 5分 [支払 業務システム 待ち24時間]
//!   読む: 口座
//!   書く: 振込日
//! 受付担当: 決定通知を作る 2分 [作成 業務システム 待ち8時間]
//!   読む: 決定、振込日
//!   書く: 決定通知
//! ```
//! ```flow
//! 課長: 支給を決定する 2分 [決裁 紙]
//! 会計課: 振込の手続をする 5分 [支払 紙→業務システム 待ち24時間]
//!   読む: 決定書
//!   書く: 振込データ
//! 受付担当: 決定通知を作る 2分 [作成 紙→業務システム 待ち8時間]
//!   読む: 決定書
//!   書く: 決定通知
//! ```
//! ```flow
//! 課長: 支給を決定する 2分 [決裁 紙]
//! 会計課: 支払を審査する 5分 [審査 業務システム 待ち24時間]
//!   読む: 支出命令
//!   書く: 審査結果
//! 受付担当: 振込の手続をする 2分 [支払 業務システム 待ち8時間]
//!   読む: 口座
//!   書く: 振込データ
//! ```
//! Nobody waits for what is put away, and a rule that has something put on record may mean it to be there before:
//! ```flow
//! 課長: 支給を決定する 2分 [決裁 紙]
//! 会計課: 振込の手続をする 5分 [支払 業務システム 待ち24時間]
//!   読む: 口座
//!   書く: 振込データ
//! 受付担当: 書類を綴る 2分 [保管 業務システム 待ち8時間]
//!   読む: 決定
//!   書く: 保存文書
//! ```
//! ```flow
//! 課長: 出張を命じる 2分 [決裁 紙]
//! 庶務担当: 命令簿に書く 5分 [転記 電子→紙 規則 待ち24時間]
//!   読む: 伺い
//!   書く: 命令簿
//! 出張者: 切符を買う 2分 [支払 業務システム 待ち8時間]
//!   読む: 旅行命令
//!   書く: 切符
//! ```
//!
//! ## Guarded
//! The law sets the order of what it demands:
//! ```flow
//! 課長: 支給を決定する 2分 [決裁 紙]
//! 会計課: 支出を登録する 5分 [登録 業務システム 法令 待ち24時間]
//!   読む: 支出命令
//!   書く: 支出の記録
//! 指定金融機関: 振り込む 2分 [支払 業務システム 法令 待ち8時間]
//!   読む: 口座
//!   書く: 振込データ
//! ```
//!
//! ## What to do
//! Begin all of them at once, and go on when the last is done.
//!
//! ## Also
//! E06
use std::collections::BTreeSet;

use kaizu_model::{Basis, ItemId, Step, StepKind, Transfer, folded};

use crate::carriers::{item_name, read_from};
use crate::controls::is_checking;
use crate::detectors::{Detector, Waste};
use crate::finding::{Claim, Finding};
use crate::graph::{Graph, Index};
use crate::guards::protection;

pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "needless-sequence"
    }

    fn code(&self) -> &'static str {
        "W07"
    }

    fn source(&self) -> &'static str {
        include_str!("needless_sequence.rs")
    }

    fn rewrites(&self) -> &'static [&'static str] {
        &["R11c"]
    }

    fn practices(&self) -> &'static [u8] {
        &[10]
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Waiting)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        let mut taken = BTreeSet::new();
        for (node, _) in graph.steps() {
            let row = row(graph, node);
            let longest = row.iter().copied().reduce(|longest, n| {
                if hours(graph, n) > hours(graph, longest) {
                    n
                } else {
                    longest
                }
            });
            let others = || row.iter().filter(|n| Some(**n) != longest);
            let saved: f64 = others().filter_map(|n| graph.wait(*n)).sum();
            if saved <= 0.0 || row.iter().any(|n| taken.contains(n)) {
                continue;
            }
            taken.extend(row.iter().copied());
            let mut finding =
                Finding::at(self, graph, row.iter().copied()).number("wait_hours", saved);
            for n in others().filter(|n| protection(graph, **n).is_none()) {
                finding = finding.claiming(graph, *n, Claim::WAIT);
            }
            found.push(finding);
        }
    }
}

/// The steps from `first` on that follow each other and could all begin at once.
fn row(graph: &Graph, first: Index) -> Vec<Index> {
    let mut row = vec![first];
    while let Some(next) = row.last().and_then(|last| only_next(graph, *last)) {
        let is_free = row
            .iter()
            .all(|earlier| are_independent(graph, *earlier, next));
        if !is_free {
            break;
        }
        row.push(next);
    }
    row
}

/// The only step to which a case goes on from `node`, where it comes from there only, and not as a bundle in somebody's hand.
fn only_next(graph: &Graph, node: Index) -> Option<Index> {
    let mut leaving = graph.leaving(node);
    let (Some(arrow), None) = (leaving.next(), leaving.next()) else {
        return None;
    };
    let is_carried = matches!(
        arrow.edge.transfer,
        Some(Transfer::Hand | Transfer::InternalMail | Transfer::Post)
    );
    let comes_from_here = graph.reaching(arrow.to).count() == 1;
    let goes_on = !graph.reach().is_return(node, arrow.to);
    (comes_from_here && goes_on && !is_carried && graph.step(arrow.to).is_some())
        .then_some(arrow.to)
}

/// Whether `second` could as well begin before `first` is done, as far as people recorded what they need and make.
fn are_independent(graph: &Graph, first: Index, second: Index) -> bool {
    let (Some(one), Some(other)) = (graph.step(first), graph.step(second)) else {
        return false;
    };
    let items = |accesses: &[kaizu_model::Access]| -> BTreeSet<ItemId> {
        accesses.iter().map(|access| access.item).collect()
    };
    let [read, written] = [items(&one.reads), items(&one.writes)];
    let [reads, writes] = [items(&other.reads), items(&other.writes)];
    let is_known = ![&read, &written, &reads, &writes]
        .iter()
        .any(|it| it.is_empty());
    let are_people_apart =
        one.lane != other.lane && graph.is_staff(first) && graph.is_staff(second);
    let are_times_known = hours(graph, first).is_some() && hours(graph, second).is_some();
    let use_nothing = written.is_disjoint(&reads)
        && written.is_disjoint(&writes)
        && read.is_disjoint(&writes)
        && !looks_at(graph, other, &written);
    let has_reason = graph
        .step_id(first)
        .is_some_and(|id| other.because_of.contains(&id));
    is_known
        && are_people_apart
        && are_times_known
        && use_nothing
        && !has_reason
        && read
            .intersection(&reads)
            .all(|item| is_for_all(one, *item) && is_for_all(other, *item))
        && !opens_the_way(graph, first, second)
        && !(protection(graph, first).is_some() && protection(graph, second).is_some())
}

/// Whether what a check looks at, or compares it with, is called like one of `items`.
fn looks_at(graph: &Graph, step: &Step, items: &BTreeSet<ItemId>) -> bool {
    let check = step.check.iter();
    let sides = check.flat_map(|check| [&check.object, &check.against]);
    let mut names = sides.flatten().map(|name| folded(name));
    names.any(|name| {
        items
            .iter()
            .any(|item| folded(item_name(graph, *item)) == name)
    })
}

/// Whether several people can read the item at the same time: nobody holds the only sheet of it.
fn is_for_all(step: &Step, item: ItemId) -> bool {
    let mut own = step.reads.iter().filter(|access| access.item == item);
    own.all(|access| read_from(step, access).is_digital())
}

/// Whether the second may only begin after the first whatever they use: the first decides or checks whether the case goes
/// on, or asks what the second answers; or one of them brings the case to the other.
fn opens_the_way(graph: &Graph, first: Index, second: Index) -> bool {
    let brings = |node: Index| {
        let kind = graph.kind(node);
        kind.is_some_and(|kind| kind.passes_on() || kind == StepKind::Circulate)
    };
    let decides = matches!(
        graph.kind(first),
        Some(StepKind::Approve | StepKind::Consent | StepKind::Seal)
    );
    let asks = matches!(
        graph.kind(first),
        Some(StepKind::Query | StepKind::Inquire | StepKind::Consult)
    );
    let checks = is_checking(graph, first) && !is_checking(graph, second);
    let files = matches!(graph.kind(second), Some(StepKind::Keep | StepKind::Discard));
    let has_to_stand_written = records_by_rule(graph, first);
    brings(first) || brings(second) || decides || asks || checks || files || has_to_stand_written
}

/// Whether a rule has something put on record here.
fn records_by_rule(graph: &Graph, node: Index) -> bool {
    let is_recording = matches!(
        graph.kind(node),
        Some(StepKind::Transcribe | StepKind::Enter | StepKind::Register | StepKind::Number)
    );
    let basis = graph.step(node).and_then(|step| step.basis);
    is_recording && (basis == Some(Basis::Rule) || basis.is_some_and(Basis::is_binding))
}

/// The office hours from when a step could begin to when it is done, where known.
fn hours(graph: &Graph, node: Index) -> Option<f64> {
    let minutes = graph.step(node)?.minutes?;
    Some(graph.wait(node)? + minutes.get() / 60.0)
}
