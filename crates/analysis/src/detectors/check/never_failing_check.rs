//! A check that has not found anything in hundreds of cases.
//!
//! ## Why it is waste
//! Each case waits for it and nobody is ever stopped by it. That it was measured is what counts: of most checks nobody
//! knows what they find.
//!
//! ## Flagged
//! ```flow
//! @年間件数 1200件
//! 窓口: 申請書の記載を確認する 2分 [確認 要綱]
//!   確認: 対象=申請書 観点=記載 発見率=90%
//! 係長: 申請書の記載をもう一度見る 1分 [確認 慣行]
//!   確認: 対象=申請書 観点=記載 発見率=0%
//! ```
//!
//! Nobody is ever turned away:
//! ```flow
//! @年間件数 1200件
//! 窓口: 申請書の記載を確認する 2分 [確認 要綱]
//!   確認: 対象=申請書 観点=記載
//! 窓口: 不備はあるか [分岐]
//!   0% ある → #3
//!   100% ない → #2
//! 係長: 決裁する 1分 [#2 決裁]
//! 窓口: 結果を知らせる 1分 [#3 通知]
//! ```
//!
//! ## Clean
//! Nobody has counted what it finds:
//! ```flow
//! @年間件数 1200件
//! 窓口: 申請書の記載を確認する 2分 [確認 要綱]
//!   確認: 対象=申請書 観点=記載 発見率=90%
//! 係長: 申請書の記載をもう一度見る 1分 [確認 慣行]
//!   確認: 対象=申請書 観点=記載
//! ```
//!
//! A few cases without a mistake prove nothing:
//! ```flow
//! @年間件数 100件
//! 窓口: 申請書の記載を確認する 2分 [確認 要綱]
//!   確認: 対象=申請書 観点=記載
//! 窓口: 不備はあるか [分岐]
//!   0% ある → #3
//!   100% ない → #2
//! 係長: 決裁する 1分 [#2 決裁]
//! 窓口: 結果を知らせる 1分 [#3 通知]
//! ```
//!
//! ## Guarded
//! ```flow
//! @年間件数 1200件
//! 窓口: 届出人が本人かを確認する 2分 [確認 慣行]
//!   確認: 対象=届出人 観点=本人 理由=不正防止 発見率=0%
//! 係長: 本人かをもう一度見る 1分 [確認 慣行]
//!   確認: 対象=届出人 観点=本人 理由=不正防止 発見率=0%
//! ```
//!
//! ## What to do
//! Drop it, or look at a sample of the cases by a written rule.
//!
//! ## Also
//! C02
use kaizu_model::{Check, CheckReason, Share};

use crate::controls::{is_checked_by_people, is_only_check};
use crate::detectors::{Detector, Waste};
use crate::finding::{Claim, Finding};
use crate::graph::{Graph, Index};
use crate::guards::{Guard, protection};
use crate::rejects::rejects;

/// In fewer cases a year than these, that nothing was found may be chance.
const ENOUGH_CASES: f64 = 200.0;

pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "never-failing-check"
    }

    fn code(&self) -> &'static str {
        "C08"
    }

    fn source(&self) -> &'static str {
        include_str!("never_failing_check.rs")
    }

    fn rewrites(&self) -> &'static [&'static str] {
        &["R09", "R09b"]
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Overprocessing)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        let Some(volume) = graph.volume() else {
            return;
        };
        for (node, step) in graph.steps() {
            let cases = volume * graph.visit(node);
            if cases < ENOUGH_CASES
                || !is_checked_by_people(graph, node)
                || !finds_nothing(graph, node, step.check.as_ref())
            {
                continue;
            }
            let guard = guard(graph, node, step.check.as_ref());
            found.push(
                Finding::at(self, graph, [node])
                    .naming(graph, "checks", &[node])
                    .number("cases", cases)
                    .claiming(graph, node, claim(step.check.as_ref()))
                    .forbidden(guard),
            );
        }
    }
}

/// Whether somebody recorded that nothing is found here: none of the mistakes, or no case is turned away.
fn finds_nothing(graph: &Graph, node: Index, check: Option<&Check>) -> bool {
    let is_none = |share: f64| share <= 0.0;
    match check.and_then(|check| check.catch_rate) {
        Some(caught) => is_none(Share::get(caught)),
        None => rejects(graph, node).is_some_and(|it| is_none(it.share())),
    }
}

/// What cannot be dropped, however little it finds.
fn guard(graph: &Graph, node: Index, check: Option<&Check>) -> Option<Guard> {
    let is_pressing = graph.step(node).is_some_and(|step| step.is_under_pressure);
    let is_severe = match check.and_then(|check| check.reason) {
        Some(CheckReason::Fraud | CheckReason::Recurrence) => true,
        Some(CheckReason::InputError | CheckReason::Requirement | CheckReason::Statutory)
        | None => is_pressing,
    };
    let is_statutory = check.and_then(|check| check.reason) == Some(CheckReason::Statutory);
    protection(graph, node)
        .or(is_statutory.then_some(Guard::Law))
        .or_else(|| is_only_check(graph, node).then_some(Guard::OnlyCheck))
        .or(is_severe.then_some(Guard::RareButSevere))
}

/// All of the check, where it is recorded what it looks at: of another nobody knows whether it is the only one.
fn claim(check: Option<&Check>) -> Claim {
    let is_known = check.is_some_and(|it| it.object.is_some() && !it.aspects.is_empty());
    if is_known {
        Claim::WHOLE
    } else {
        Claim::default()
    }
}
