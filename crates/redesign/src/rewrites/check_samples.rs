//! Lets a check that never finds anything look at a sample of the cases instead of all.
//!
//! ## Before
//! ```flow
//! @年間件数 1200件
//! 窓口: 申請書の記載を確認する 2分 [確認 紙 要綱]
//!   読む: 申請書
//!   確認: 対象=申請書 観点=記載 発見率=90%
//! 係長: 申請書の記載をもう一度見る 1分 [確認 紙 要綱 待ち4時間]
//!   読む: 申請書
//!   確認: 対象=申請書 観点=記載 発見率=0%
//! 窓口: 台帳に登録する 3分 [登録 紙→業務システム 要綱]
//!   読む: 申請書
//! ```
//!
//! ## After
//! ```flow
//! @年間件数 1200件
//! 窓口: 申請書の記載を確認する 2分 [確認 紙 要綱]
//!   読む: 申請書
//!   確認: 対象=申請書 観点=記載 発見率=90%
//! 係長: 抽出して確認するか [#N1 分岐]
//!   90% 抽出しない → 台帳に登録する
//!   10% 抽出した → 申請書の記載をもう一度見る
//! 係長: 申請書の記載をもう一度見る 1分 [確認 紙 要綱 待ち4時間]
//!   読む: 申請書
//!   確認: 対象=申請書 観点=記載 発見率=0%
//! 窓口: 台帳に登録する 3分 [登録 紙→業務システム 要綱]
//!   読む: 申請書
//! ```
//!
//! ## Keeps
//! Another check of the same in every case, the look at a part of them, and checks that a law or rare harm speak for.
//!
//! ## Loses
//! A mistake in what is not drawn.
use kaizu_analysis::{Finding, Graph, Index, is_only_check, protection};
use kaizu_model::{Command, Difference, Refusal, Share};

use super::{Cost, Rewrite, Site};
use crate::bypass::{Bypass, lead_past};
use crate::carriers;
use crate::detected::open;
use crate::draft::Draft;
use crate::parameters::Parameters;
use crate::screen::is_own_staff;
use crate::{reasons, wording};

pub(super) struct Rule;

impl Rewrite for Rule {
    fn id(&self) -> &'static str {
        "check-samples"
    }
    fn code(&self) -> &'static str {
        "R09b"
    }
    fn source(&self) -> &'static str {
        include_str!("check_samples.rs")
    }
    fn class(&self) -> Difference {
        Difference::Reduced
    }
    fn cost(&self) -> Cost {
        Cost::Low
    }
    fn answers(&self) -> &'static [&'static str] {
        &["C08"]
    }
    fn loses(&self) -> &'static [&'static str] {
        &["unsampled-mistakes"]
    }
    fn procedures(&self) -> &'static [&'static str] {
        &["write-sampling-rule"]
    }
    fn parameters(&self) -> &'static [&'static str] {
        &["sample-share"]
    }

    fn sites(&self, graph: &Graph, findings: &[Finding]) -> Vec<Site> {
        let seen = open(findings, &["C08"]);
        let checks = seen.filter_map(|finding| graph.index(*finding.nodes.first()?));
        checks
            .filter(|n| can_sample(graph, *n))
            .map(|n| Site::at([graph.id(n)]))
            .collect()
    }

    fn commands(
        &self,
        graph: &Graph,
        site: &Site,
        parameters: &Parameters,
    ) -> Result<Vec<Command>, Refusal> {
        let mut draft = Draft::of(graph);
        let share = Share::try_from(parameters.get("sample-share")).unwrap_or(Share::ALL);
        for id in site.steps() {
            let bypass = Bypass {
                lane: draft.document.step(id)?.lane,
                question: wording::IN_SAMPLE,
                past: wording::NOT_SAMPLED,
                through: wording::SAMPLED,
                share: share.rest(),
            };
            lead_past(&mut draft, id, id, &bypass)?;
        }
        Ok(draft.finish())
    }
}

/// A check of the city's own that something else repeats, on whose result nothing hangs, and that every case passes.
fn can_sample(graph: &Graph, node: Index) -> bool {
    let mut onward = graph.leaving(node);
    let (Some(only), None) = (onward.next(), onward.next()) else {
        return false;
    };
    let is_known = graph.step(node).is_some_and(|step| {
        let check = step.check.as_ref();
        let is_told = check.is_some_and(|it| it.object.is_some() && !it.aspects.is_empty());
        let mut written = step.writes.iter().map(|access| access.item);
        is_told && written.all(|item| carriers::readers(graph, node, item).is_empty())
    });
    let is_decided_next = graph.leaving(only.to).count() > 1;
    is_known
        && !only.is_parallel()
        && !is_decided_next
        && is_own_staff(graph, node)
        && protection(graph, node).is_none()
        && !is_only_check(graph, node)
        && !reasons::serves_others(graph, node)
        && !is_sampled(graph, node, only.to)
}

/// Whether cases already go past the check.
fn is_sampled(graph: &Graph, node: Index, next: Index) -> bool {
    graph.reaching(node).any(|arrow| {
        let mut ways = graph.leaving(arrow.from);
        ways.any(|way| way.to == next)
    })
}
