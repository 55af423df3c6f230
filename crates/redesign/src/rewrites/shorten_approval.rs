//! Lets one approval stand for a chain of them: the last decides, the others are no longer asked.
//!
//! ## Before
//! ```flow
//! 担当者: 伺いを起案する 5分 [起案 規則]
//!   書く: 伺い
//! 係長: 伺いに決裁する 1分 [決裁 紙→紙 慣行 待ち4時間]
//!   読む: 伺い
//! 課長補佐: 伺いに決裁する 1分 [決裁 紙→紙 慣行 待ち8時間]
//!   読む: 伺い
//! 課長: 伺いに決裁する 1分 [決裁 紙→紙 規則 待ち8時間]
//!   読む: 伺い
//!   書く: 決裁
//! ```
//!
//! ## After
//! ```flow
//! @担当 担当者 [職員]
//! @担当 係長 [役職]
//! @担当 課長補佐 [役職]
//! @担当 課長 [役職]
//! 担当者: 伺いを起案する 5分 [起案 規則]
//!   書く: 伺い
//! 課長: 伺いに決裁する 1分 [決裁 紙 規則 待ち8時間]
//!   読む: 伺い
//!   書く: 決裁
//! ```
//!
//! ## Keeps
//! The last approval on the subject and every approval a law names.
//!
//! ## Loses
//! What superiors in between would have noticed; they can be told afterwards, or approve a list.
use kaizu_analysis::{Finding, Graph, Index, protection};
use kaizu_model::{Authority, Command, Difference, NodeId, Refusal, StepKind};

use super::{Cost, Rewrite, Site};
use crate::draft::Draft;
use crate::parameters::Parameters;
use crate::screen::is_own_staff;

/// From so many on a chain is long.
const LONG: usize = 3;

pub(super) struct Rule;

impl Rewrite for Rule {
    fn id(&self) -> &'static str {
        "shorten-approval"
    }
    fn code(&self) -> &'static str {
        "R11"
    }
    fn source(&self) -> &'static str {
        include_str!("shorten_approval.rs")
    }
    fn class(&self) -> Difference {
        Difference::Reduced
    }
    fn cost(&self) -> Cost {
        Cost::Low
    }
    fn answers(&self) -> &'static [&'static str] {
        &["A02"]
    }
    fn loses(&self) -> &'static [&'static str] {
        &["view-in-between"]
    }

    fn procedures(&self) -> &'static [&'static str] {
        &["amend-approval-rules"]
    }

    fn sites(&self, graph: &Graph, _: &[Finding]) -> Vec<Site> {
        graph
            .indices()
            .filter_map(|last| chain(graph, last))
            .filter(|chain| chain.iter().any(|n| may_go(graph, *n, chain)))
            .map(|chain| Site::at(graph.ids(&chain)).asking(Authority::Mayor))
            .collect()
    }

    fn commands(
        &self,
        graph: &Graph,
        site: &Site,
        _: &Parameters,
    ) -> Result<Vec<Command>, Refusal> {
        let mut draft = Draft::of(graph);
        let chain: Vec<Index> = site.indices(graph).collect();
        let gone = chain.iter().filter(|n| may_go(graph, **n, &chain));
        for id in gone.filter_map(|n| NodeId::step(graph.id(*n))) {
            draft.retire(id)?;
        }
        Ok(draft.finish())
    }
}

fn may_go(graph: &Graph, node: Index, chain: &[Index]) -> bool {
    chain.last() != Some(&node) && protection(graph, node).is_none()
}

/// The approvals and seals that directly lead to the approval at `last`, first to last, where they are many.
fn chain(graph: &Graph, last: Index) -> Option<Vec<Index>> {
    if graph.kind(last) != Some(StepKind::Approve) {
        return None;
    }
    let mut chain = vec![last];
    let mut at = last;
    loop {
        let before: Vec<Index> = graph.reaching(at).map(|arrow| arrow.from).collect();
        let [one] = before.as_slice() else {
            break;
        };
        let is_alone = graph.leaving(*one).count() == 1;
        if !is_alone
            || !is_approving(graph.kind(*one))
            || !is_own_staff(graph, *one)
            || chain.contains(one)
        {
            break;
        }
        chain.push(*one);
        at = *one;
    }
    chain.reverse();
    (chain.len() >= LONG).then_some(chain)
}

fn is_approving(kind: Option<StepKind>) -> bool {
    matches!(
        kind,
        Some(StepKind::Seal | StepKind::Approve | StepKind::Circulate | StepKind::Consent)
    )
}
