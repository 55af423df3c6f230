//! A check that turns cases away after work that it did not have to wait for.
//!
//! ## Why it is waste
//! The work before it was in vain for every case that is turned away: it is thrown away, or done once more.
//!
//! ## Flagged
//! ```flow
//! 住民: 申請書を書く 10分 [記入 紙]
//!   書く: 申請書、添付書類
//! 審査担当: 現地の図面を作る 15分 [作成]
//!   読む: 申請書
//!   書く: 図面
//! 審査担当: 添付書類を確認する 3分 [#1 確認 要綱]
//!   読む: 申請書、添付書類
//! 審査担当: 許可の対象になるか [分岐]
//!   20% 対象外 → #3
//!   80% 対象 → #2
//! 課長: 許可を決める 5分 [#2 決裁]
//!   読む: 図面
//! 審査担当: 結果を知らせる 2分 [#3 通知]
//! ```
//!
//! ## Clean
//! The check reads what is made before it:
//! ```flow
//! 住民: 申請書を書く 10分 [記入 紙]
//!   書く: 申請書、添付書類
//! 審査担当: 現地の図面を作る 15分 [作成]
//!   読む: 申請書
//!   書く: 図面
//! 審査担当: 図面と添付書類を確認する 3分 [#1 確認 要綱]
//!   読む: 図面、添付書類
//! 審査担当: 許可の対象になるか [分岐]
//!   20% 対象外 → #3
//!   80% 対象 → #2
//! 課長: 許可を決める 5分 [#2 決裁]
//!   読む: 図面
//! 審査担当: 結果を知らせる 2分 [#3 通知]
//! ```
//!
//! What is incomplete is completed and only checked again, so that no work is lost:
//! ```flow
//! 住民: 申請書を書く 10分 [記入 紙]
//!   書く: 申請書、添付書類
//! 審査担当: 現地の図面を作る 15分 [作成]
//!   読む: 申請書
//!   書く: 図面
//! 審査担当: 添付書類を確認する 3分 [#1 確認 要綱]
//!   読む: 申請書、添付書類
//! 審査担当: 添付書類はそろっているか [分岐]
//!   20% 不足 → #3
//!   80% 完備 → #2
//! 課長: 許可を決める 5分 [#2 決裁]
//!   読む: 図面
//!   → ここまで
//! 住民: 添付書類を出し直す 5分 [#3 記入 紙]
//!   書く: 添付書類
//!   → #1
//! ```
//!
//! ## Guarded
//! ```flow
//! 住民: 申請書を書く 10分 [記入 紙]
//!   書く: 申請書、添付書類
//! 審査担当: 現地の図面を作る 15分 [作成]
//!   読む: 申請書
//!   書く: 図面
//! 審査担当: 添付書類を審査する 3分 [#1 審査 法令]
//!   読む: 申請書、添付書類
//! 審査担当: 許可の対象になるか [分岐]
//!   20% 対象外 → #3
//!   80% 対象 → #2
//! 課長: 許可を決める 5分 [#2 決裁]
//!   読む: 図面
//! 審査担当: 結果を知らせる 2分 [#3 通知]
//! ```
//!
//! ## What to do
//! Check as soon as everything that the check reads is there.
use std::collections::{BTreeMap, BTreeSet};

use kaizu_model::{ItemId, StepKind, folded};

use crate::controls::{is_checked_by_people, is_checking};
use crate::detectors::{Detector, Waste};
use crate::finding::{Claim, Finding};
use crate::graph::{Graph, Index};
use crate::guards::protection;
use crate::rejects::{Rejects, rejects};

/// From this many minutes on, work before a check is worth waiting for its outcome.
const MUCH: f64 = 5.0;

pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "late-check"
    }

    fn code(&self) -> &'static str {
        "C06"
    }

    fn source(&self) -> &'static str {
        include_str!("late_check.rs")
    }

    fn rewrites(&self) -> &'static [&'static str] {
        &["R11b"]
    }

    fn practices(&self) -> &'static [u8] {
        &[9, 11]
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Overprocessing)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        let sources = sources(graph);
        for (check, _) in graph.steps() {
            if !is_checked_by_people(graph, check) {
                continue;
            }
            let Some(rejects) = rejects(graph, check) else {
                continue;
            };
            let work = work_in_vain(graph, &sources, check, &rejects);
            let minutes: f64 = work.iter().map(|(_, _, minutes)| minutes).sum();
            if minutes >= MUCH {
                found.push(finding(self, graph, check, &rejects, &work));
            }
        }
    }
}

/// A step, the share of its executions that are in vain, and its minutes.
type Work = (Index, f64, f64);

/// Where each item comes from: the steps that write it, and those that receive it.
fn sources(graph: &Graph) -> BTreeMap<ItemId, Vec<Index>> {
    let mut sources: BTreeMap<ItemId, Vec<Index>> = BTreeMap::new();
    for (node, step) in graph.steps() {
        let received = step.reads.iter();
        let received = received.filter(|_| step.kind == Some(StepKind::Receive));
        for access in step.writes.iter().chain(received) {
            sources.entry(access.item).or_default().push(node);
        }
    }
    sources
}

/// The work that every case has behind it at `check` and that lies behind all that the check needs: it could as well
/// follow it. Other checks are not counted, whose outcome may be known at the same branch.
fn work_in_vain(
    graph: &Graph,
    sources: &BTreeMap<ItemId, Vec<Index>>,
    check: Index,
    rejects: &Rejects,
) -> Vec<Work> {
    let Some(needed) = needed(graph, sources, check) else {
        return Vec::new();
    };
    let reach = graph.reach();
    let is_free = |node: &Index| needed.iter().all(|it| reach.is_before(*it, *node));
    let before = reach.dominators(check).skip(1).take_while(is_free);
    let mut work: Vec<Work> = before
        .filter(|node| is_work(graph, *node))
        .filter_map(|node| Some((node, rejects.in_vain(graph, node), graph.minutes(node)?)))
        .filter(|(_, share, _)| *share > 0.0)
        .collect();
    work.reverse();
    work
}

/// Where all that a check looks at comes from last; `None` where that is not known of everything.
fn needed(
    graph: &Graph,
    sources: &BTreeMap<ItemId, Vec<Index>>,
    check: Index,
) -> Option<BTreeSet<Index>> {
    let step = graph.step(check)?;
    let named = step.check.iter().flat_map(|it| [&it.object, &it.against]);
    let named: BTreeSet<String> = named.flatten().map(|name| folded(name)).collect();
    let objects = named.iter().flat_map(|name| graph.accesses().named(name));
    let read = step.reads.iter().map(|access| access.item);
    let looked_at: BTreeSet<ItemId> = objects.copied().chain(read).collect();
    let mut needed: BTreeSet<Index> = step
        .because_of
        .iter()
        .filter_map(|cause| graph.index(*cause))
        .collect();
    for item in &looked_at {
        let last = graph
            .reach()
            .last_before(check, sources.get(item)?.iter().copied());
        if last.is_empty() {
            return None;
        }
        needed.extend(last);
    }
    (!looked_at.is_empty()).then_some(needed)
}

/// Whether somebody of the city works on the case here, other than by passing it on or checking it.
fn is_work(graph: &Graph, node: Index) -> bool {
    let is_passing_on = graph.kind(node).is_some_and(StepKind::passes_on);
    graph.step(node).is_some()
        && graph.is_staff(node)
        && !is_passing_on
        && !is_checking(graph, node)
}

fn finding(rule: &Rule, graph: &Graph, check: Index, rejects: &Rejects, work: &[Work]) -> Finding {
    let nodes: Vec<Index> = work.iter().map(|(node, _, _)| *node).collect();
    let in_vain = |(node, share, minutes): &Work| graph.visit(*node) * share * minutes;
    let mut finding = Finding::at(rule, graph, nodes.iter().copied().chain([check]))
        .naming(graph, "work", &nodes)
        .naming(graph, "checks", &[check])
        .number("share", rejects.share())
        .number("minutes", work.iter().map(|(_, _, minutes)| minutes).sum())
        .number("minutes_in_vain", work.iter().map(in_vain).sum());
    for (node, share, _) in work {
        if protection(graph, *node).is_none() {
            let claim = Claim {
                minutes_share: *share,
                ..Claim::default()
            };
            finding = finding.claiming(graph, *node, claim);
        }
    }
    finding.forbidden(protection(graph, check))
}
