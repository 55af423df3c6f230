//! Keeps one of several checks of the same thing: the one whose result decides, else the more independent one.
//!
//! ## Before
//! ```flow
//! 入力担当: 給付システムに入力する 4分 [転記 紙→業務システム 慣行]
//!   読む: 申請書
//!   書く: 口座
//! 入力担当: 口座を確認する 2分 [確認 紙→紙 慣行]
//!   読む: 申請書、口座
//!   確認: 対象=口座 観点=口座
//! 係長: 口座をもう一度確認する 1分 [確認 紙→紙 慣行 待ち4時間]
//!   読む: 申請書、口座
//!   確認: 対象=口座 観点=口座
//! ```
//!
//! ## After
//! ```flow
//! 入力担当: 給付システムに入力する 4分 [転記 紙→業務システム 慣行]
//!   読む: 申請書
//!   書く: 口座
//! 係長: 口座をもう一度確認する 1分 [確認 紙 慣行 待ち4時間]
//!   読む: 申請書、口座
//!   確認: 対象=口座 観点=口座
//! ```
//!
//! ## Keeps
//! Every object and aspect is still checked by somebody; protected checks stay.
//!
//! ## Loses
//! One more pair of eyes.
use std::collections::BTreeSet;

use kaizu_analysis::{Finding, Graph, Index, checks, is_only_check, protection};
use kaizu_model::{Command, Difference, Refusal};

use super::{Cost, Rewrite, Site};
use crate::carriers;
use crate::detected::open;
use crate::draft::Draft;
use crate::parameters::Parameters;
use crate::reasons;
use crate::screen::is_own_staff;

pub(super) struct Rule;

impl Rewrite for Rule {
    fn id(&self) -> &'static str {
        "keep-one-check"
    }
    fn code(&self) -> &'static str {
        "R09"
    }
    fn source(&self) -> &'static str {
        include_str!("keep_one_check.rs")
    }
    fn class(&self) -> Difference {
        Difference::Reduced
    }
    fn cost(&self) -> Cost {
        Cost::Low
    }
    fn answers(&self) -> &'static [&'static str] {
        &["C02", "C03"]
    }
    fn loses(&self) -> &'static [&'static str] {
        &["one-check-fewer"]
    }
    fn parameters(&self) -> &'static [&'static str] {
        &["error-rate", "check-catch-rate", "check-correlation"]
    }

    fn sites(&self, graph: &Graph, findings: &[Finding]) -> Vec<Site> {
        let pairs = checks(graph);
        // Only what the detectors call a repetition, and nothing stands for: a check that catches enough stays.
        let is_repeated = |pair: &[Index]| {
            open(findings, self.answers())
                .any(|finding| pair.iter().all(|n| finding.nodes.contains(&graph.id(*n))))
        };
        let mut chains: BTreeSet<Vec<Index>> = BTreeSet::new();
        for nodes in pairs.values() {
            let chain: Vec<Index> = nodes
                .iter()
                .copied()
                .filter(|n| is_own_staff(graph, *n))
                .collect();
            for (at, first) in chain.iter().enumerate() {
                for second in chain.iter().skip(at + 1) {
                    if graph.reach().is_on_every_common_case(*first, *second) {
                        chains.insert(vec![*first, *second]);
                    }
                }
            }
        }
        chains
            .into_iter()
            .filter(|pair| is_repeated(pair) && weaker(graph, pair).is_some())
            .map(|pair| Site::at(pair.into_iter().map(|n| graph.id(n))))
            .collect()
    }

    fn commands(
        &self,
        graph: &Graph,
        site: &Site,
        _: &Parameters,
    ) -> Result<Vec<Command>, Refusal> {
        let mut draft = Draft::of(graph);
        let pair: Vec<Index> = site.indices(graph).collect();
        if let Some(id) = weaker(graph, &pair).and_then(|n| graph.id(n).step()) {
            draft.retire(id)?;
        }
        Ok(draft.finish())
    }
}

/// The check of a pair that may go.
fn weaker(graph: &Graph, pair: &[Index]) -> Option<Index> {
    let (first, second) = (pair.first().copied()?, pair.get(1).copied()?);
    let may_go = |n: Index| {
        let is_mere_check = !reasons::serves_others(graph, n) && !reasons::is_used_later(graph, n);
        protection(graph, n).is_none()
            && !is_only_check(graph, n)
            && is_mere_check
            && !is_deciding(graph, n)
    };
    let order = if is_independent(graph, second) && !is_independent(graph, first) {
        [first, second]
    } else {
        [second, first]
    };
    order.into_iter().find(|n| may_go(*n))
}

/// Whether what comes next depends on the result: a branch follows directly.
fn is_deciding(graph: &Graph, node: Index) -> bool {
    let next: Vec<Index> = graph.leaving(node).map(|arrow| arrow.to).collect();
    next.len() > 1 || next.iter().any(|n| graph.leaving(*n).count() > 1)
}

/// Whether somebody else does it than who wrote what is checked.
fn is_independent(graph: &Graph, node: Index) -> bool {
    let Some(step) = graph.step(node) else {
        return false;
    };
    let mut writers = step
        .reads
        .iter()
        .flat_map(|it| carriers::definitions(graph, node, it.item));
    !writers.any(|writer| graph.step(writer).is_some_and(|it| it.lane == step.lane))
}
