//! Checks that turn cases away one after the other, with the laborious one before the one that turns most away.
//!
//! ## Why it is waste
//! Whoever is turned away by the second check was looked at by the first in vain. The check that turns most away for
//! the least effort belongs first.
//!
//! ## Flagged
//! ```flow
//! 審査担当: 所得の要件を確認する 5分 [確認 要綱]
//!   読む: 申請書
//! 審査担当: この要件を満たすか [分岐]
//!   20% 対象外 → #4
//!   80% 対象 → #2
//! 審査担当: 住所の要件を確認する 4分 [#2 確認 要綱]
//!   読む: 申請書
//! 審査担当: 次の要件を満たすか [分岐]
//!   30% 対象外 → #4
//!   70% 対象 → #3
//! 審査担当: 補助額を計算する 6分 [#3 計算]
//! 審査担当: 結果を知らせる 2分 [#4 通知]
//! ```
//!
//! ## Clean
//! ```flow
//! 審査担当: 住所の要件を確認する 4分 [確認 要綱]
//!   読む: 申請書
//! 審査担当: この要件を満たすか [分岐]
//!   30% 対象外 → #4
//!   70% 対象 → #2
//! 審査担当: 所得の要件を確認する 5分 [#2 確認 要綱]
//!   読む: 申請書
//! 審査担当: 次の要件を満たすか [分岐]
//!   20% 対象外 → #4
//!   80% 対象 → #3
//! 審査担当: 補助額を計算する 6分 [#3 計算]
//! 審査担当: 結果を知らせる 2分 [#4 通知]
//! ```
//!
//! The second check needs what the first has found out:
//! ```flow
//! 審査担当: 所得を調べて確認する 5分 [確認 要綱]
//!   読む: 申請書
//!   書く: 所得区分
//! 審査担当: この要件を満たすか [分岐]
//!   20% 対象外 → #4
//!   80% 対象 → #2
//! 審査担当: 区分ごとの要件を確認する 4分 [#2 確認 要綱]
//!   読む: 所得区分
//! 審査担当: 次の要件を満たすか [分岐]
//!   30% 対象外 → #4
//!   70% 対象 → #3
//! 審査担当: 補助額を計算する 6分 [#3 計算]
//! 審査担当: 結果を知らせる 2分 [#4 通知]
//! ```
//!
//! What lacks a paper is completed and only looked at again by the second, so that the first loses nothing:
//! ```flow
//! 審査担当: 所得の要件を確認する 5分 [確認 要綱]
//!   読む: 申請書
//! 審査担当: この要件を満たすか [分岐]
//!   20% 対象外 → #4
//!   80% 対象 → #2
//! 審査担当: 添付書類を確認する 4分 [#2 確認 要綱]
//!   読む: 申請書
//! 審査担当: 添付書類はそろっているか [分岐]
//!   30% 不足 → #5
//!   70% 完備 → #3
//! 審査担当: 補助額を計算する 6分 [#3 計算]
//! 審査担当: 結果を知らせる 2分 [#4 通知]
//!   → ここまで
//! 住民: 添付書類を出し直す 5分 [#5 記入]
//!   → #2
//! ```
//!
//! ## Guarded
//! ```flow
//! @担当 審査担当 [職員 場所:本庁]
//! @担当 建築担当 [職員 場所:別館]
//! 審査担当: 所得の要件を確認する 5分 [確認 要綱]
//! 審査担当: この要件を満たすか [分岐]
//!   20% 対象外 → #4
//!   80% 対象 → #2
//! 建築担当: 図面の要件を確認する 4分 [#2 確認 要綱]
//! 審査担当: 次の要件を満たすか [分岐]
//!   30% 対象外 → #4
//!   70% 対象 → #3
//! 審査担当: 補助額を計算する 6分 [#3 計算]
//! 審査担当: 結果を知らせる 2分 [#4 通知]
//! ```
//!
//! ## What to do
//! Put the check first that turns most cases away for each minute.
use std::collections::{BTreeMap, BTreeSet};

use crate::controls::is_checked_by_people;
use crate::detectors::{Detector, Waste};
use crate::finding::{Claim, Finding};
use crate::graph::{Graph, Index};
use crate::guards::{Guard, protection};
use crate::rejects::{Rejects, rejects};

pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "knockout-order"
    }

    fn code(&self) -> &'static str {
        "C07"
    }

    fn source(&self) -> &'static str {
        include_str!("knockout_order.rs")
    }

    fn rewrites(&self) -> &'static [&'static str] {
        &["R11b"]
    }

    fn practices(&self) -> &'static [u8] {
        &[11]
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Overprocessing)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        for drawn in sequences(graph) {
            let mut sorted = drawn.clone();
            sorted.sort_by(|a, b| b.worth().total_cmp(&a.worth()));
            let (is, could_be) = (effort(&drawn), effort(&sorted));
            if is - could_be > 1e-9 {
                found.push(finding(self, graph, [&drawn, &sorted], [is, could_be]));
            }
        }
    }
}

/// A check that turns cases away.
#[derive(Clone, Copy)]
struct Knockout {
    node: Index,
    minutes: f64,
    share: f64,
}

impl Knockout {
    /// What it turns away for each minute.
    fn worth(&self) -> f64 {
        self.share / self.minutes
    }
}

/// Expected minutes of a case that comes to the first: Σ tᵢ·Π(1−rⱼ) over the checks before.
fn effort(checks: &[Knockout]) -> f64 {
    let add = |(minutes, left): (f64, f64), check: &Knockout| {
        (minutes + left * check.minutes, left * (1.0 - check.share))
    };
    checks.iter().fold((0.0, 1.0), add).0
}

/// Checks that follow one another directly, do not need one another and turn cases away for good, or to before the first.
fn sequences(graph: &Graph) -> Vec<Vec<Knockout>> {
    let checks = graph.steps().map(|(node, _)| node);
    let checks = checks.filter(|node| is_checked_by_people(graph, *node));
    let known: BTreeMap<Index, Rejects> = checks
        .filter_map(|node| Some((node, rejects(graph, node)?)))
        .collect();
    let next: BTreeMap<Index, Index> = known
        .iter()
        .filter_map(|(node, rejects)| Some((*node, next_check(graph, rejects)?)))
        .filter(|(_, next)| known.contains_key(next))
        .collect();
    let later: BTreeSet<Index> = next.values().copied().collect();
    let mut found = Vec::new();
    for first in known.keys().filter(|node| !later.contains(node)) {
        let mut run: Vec<Knockout> = Vec::new();
        for node in std::iter::successors(Some(*first), |node| next.get(node).copied()) {
            let extends = |run: &[Knockout]| {
                let begin = run.first().map_or(node, |check| check.node);
                let is_free = run.iter().all(|check| !needs(graph, node, check.node));
                let minutes = graph.minutes(node).filter(|minutes| *minutes > 0.0)?;
                let share = known.get(&node)?.in_vain(graph, begin);
                (is_free && share > 0.0).then_some(Knockout {
                    node,
                    minutes,
                    share,
                })
            };
            if let Some(check) = extends(&run) {
                run.push(check);
            } else {
                found.push(std::mem::take(&mut run));
                run.extend(extends(&[]));
            }
        }
        found.push(run);
    }
    found.retain(|run| run.len() > 1);
    found
}

/// The step that every case which passes comes to next, and no other case.
fn next_check(graph: &Graph, rejects: &Rejects) -> Option<Index> {
    let [passing] = rejects.passing.as_slice() else {
        return None;
    };
    let only = |node: Index| {
        let is_onward = |from: Index| !graph.reach().is_return(from, node);
        graph
            .reaching(node)
            .filter(|arrow| is_onward(arrow.from))
            .count()
            == 1
    };
    let mut node = *passing;
    while graph.step(node).is_none() {
        let mut leaving = graph.leaving(node);
        node = leaving.next().filter(|arrow| only(arrow.from))?.to;
        if leaving.next().is_some() {
            return None;
        }
    }
    only(node).then_some(node)
}

/// Whether `later` rests on what `earlier` finds out.
fn needs(graph: &Graph, later: Index, earlier: Index) -> bool {
    let (Some(step), Some(before), Some(id)) = (
        graph.step(later),
        graph.step(earlier),
        graph.step_id(earlier),
    ) else {
        return false;
    };
    let is_read = |item| step.reads.iter().any(|access| access.item == item);
    step.because_of.contains(&id) || before.writes.iter().any(|access| is_read(access.item))
}

fn finding(
    rule: &Rule,
    graph: &Graph,
    [drawn, sorted]: [&Vec<Knockout>; 2],
    [is, could_be]: [f64; 2],
) -> Finding {
    let nodes = |checks: &[Knockout]| checks.iter().map(|check| check.node).collect::<Vec<_>>();
    let checks = nodes(drawn);
    let saved = Claim {
        minutes_share: 1.0 - could_be / is,
        ..Claim::default()
    };
    let finding = Finding::at(rule, graph, checks.iter().copied())
        .naming(graph, "checks", &checks)
        .naming(graph, "sorted", &nodes(sorted))
        .number("minutes", is)
        .number("minutes_sorted", could_be);
    let claimed = checks.iter().fold(finding, |finding, node| {
        finding.claiming(graph, *node, saved)
    });
    let protected = checks.iter().find_map(|node| protection(graph, *node));
    claimed
        .forbidden(protected)
        .forbidden(is_apart(graph, &checks).then_some(Guard::OtherPlace))
}

/// Whether the checks are known to be done in different places.
fn is_apart(graph: &Graph, checks: &[Index]) -> bool {
    let place = |node: &Index| graph.lane(*node).and_then(|lane| lane.location.as_deref());
    checks
        .iter()
        .filter_map(place)
        .collect::<BTreeSet<_>>()
        .len()
        > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_effort_of_an_order_is_what_is_left_for_each_check() {
        let check = |minutes, share| Knockout {
            node: 0,
            minutes,
            share,
        };
        let (a, b) = (check(5.0, 0.2), check(4.0, 0.3));
        assert!((effort(&[a, b]) - 8.2).abs() < 1e-9);
        assert!((effort(&[b, a]) - 7.5).abs() < 1e-9);
    }
}
