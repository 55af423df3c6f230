//! What may not be taken away, and why: one mechanism for detectors, rewrites and the list of what is protected.
use std::collections::BTreeSet;

use kaizu_model::{Basis, ItemId, LaneKind, Step, StepId, StepKind};

use crate::graph::{Graph, Index};

/// A reason why a step stays, or why a finding counts for less.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Guard {
    /// A law demands the step.
    Law,
    /// An ordinance demands the step.
    Ordinance,
    /// The step was marked as indispensable.
    Obligatory,
    /// The step is one side of a segregation of duties.
    Duty,
    /// The last approval on its subject: it can be made electronic, delegated or put on a list, not dropped.
    LastApproval,
    /// The accounting officer's examination after a payment order (地方自治法232条の4).
    AccountingExamination,
    /// The only check of an object and aspect.
    OnlyCheck,
    /// The paper is a legal original that is handed to a person outside.
    OriginalForOutside,
    /// The medium is fixed from outside.
    MediumGiven,
    /// The item really has to be declared anew: consent, or a fact that changed.
    DeclaredAnew,
    /// A judgement that no comparison of fields replaces.
    NeedsJudgement,
    /// The check finds more mistakes than it may be dropped for.
    CatchesEnough,
    /// A form prescribed by law or a registered, official or contract seal.
    PrescribedSeal,
    /// Data may be joined only with a right to link them.
    LinkRightUnknown,
    /// The steps are done in different places, between which a case would have to travel.
    OtherPlace,
    /// What it is there to prevent hardly ever happens, and weighs heavily when it does.
    RareButSevere,
    /// Personal data that another section may see only where a law says so or the person agrees
    /// (番号法、地方税法22条).
    Confidential,
    /// A rule has it made or kept.
    KeptByRule,
    /// A copy that is kept to prove something later.
    Evidence,
}

impl Guard {
    /// A stable name, the key of its sentence.
    pub fn code(self) -> &'static str {
        match self {
            Self::Law => "law",
            Self::Ordinance => "ordinance",
            Self::Obligatory => "obligatory",
            Self::Duty => "duty",
            Self::LastApproval => "last-approval",
            Self::AccountingExamination => "accounting-examination",
            Self::OnlyCheck => "only-check",
            Self::OriginalForOutside => "original-for-outside",
            Self::MediumGiven => "medium-given",
            Self::DeclaredAnew => "declared-anew",
            Self::NeedsJudgement => "needs-judgement",
            Self::CatchesEnough => "catches-enough",
            Self::PrescribedSeal => "prescribed-seal",
            Self::LinkRightUnknown => "link-right-unknown",
            Self::OtherPlace => "other-place",
            Self::RareButSevere => "rare-but-severe",
            Self::Confidential => "confidential",
            Self::KeptByRule => "kept-by-rule",
            Self::Evidence => "evidence",
        }
    }

    /// Every guard.
    pub const ALL: &[Self] = &[
        Self::Law,
        Self::Ordinance,
        Self::Obligatory,
        Self::Duty,
        Self::LastApproval,
        Self::AccountingExamination,
        Self::OnlyCheck,
        Self::OriginalForOutside,
        Self::MediumGiven,
        Self::DeclaredAnew,
        Self::NeedsJudgement,
        Self::CatchesEnough,
        Self::PrescribedSeal,
        Self::LinkRightUnknown,
        Self::OtherPlace,
        Self::RareButSevere,
        Self::Confidential,
        Self::KeptByRule,
        Self::Evidence,
    ];
}

/// Why the step at `node` must never be dropped; `None` where nothing speaks against it.
pub fn protection(graph: &Graph, node: Index) -> Option<Guard> {
    graph.protections()[node]
}

/// Why each node must never be dropped.
pub(crate) fn protections(graph: &Graph) -> Vec<Option<Guard>> {
    let duties = graph.document.duties_of(graph.flow);
    let separate = duties.flat_map(|(_, duty)| duty.first.iter().chain(&duty.second).copied());
    let separate: BTreeSet<StepId> = separate.collect();
    let last = last_approvals(graph);
    let reason = |node: Index, step: &Step| {
        let is_in_duty = graph.step_id(node).is_some_and(|id| separate.contains(&id));
        match step.basis {
            Some(Basis::Law) if is_accounting_examination(graph, node) => {
                Some(Guard::AccountingExamination)
            }
            Some(Basis::Law) => Some(Guard::Law),
            Some(Basis::Ordinance) => Some(Guard::Ordinance),
            Some(Basis::Rule | Basis::Guideline | Basis::Custom) | None => {
                if step.is_obligatory {
                    Some(Guard::Obligatory)
                } else if is_in_duty {
                    Some(Guard::Duty)
                } else if is_accounting_examination(graph, node) {
                    Some(Guard::AccountingExamination)
                } else {
                    last.contains(&node).then_some(Guard::LastApproval)
                }
            }
        }
    };
    let mut protections = vec![None; graph.len()];
    for (node, step) in graph.steps() {
        protections[node] = reason(node, step);
    }
    protections
}

/// Whether a person is recorded to have to judge here, which no rule replaces.
pub(crate) fn judgement(step: &Step) -> Option<Guard> {
    (step.needs_judgement == Some(true)).then_some(Guard::NeedsJudgement)
}

/// Every protected step with its reason, in the document's order.
pub fn protected(graph: &Graph) -> Vec<(Index, Guard)> {
    graph
        .indices()
        .filter_map(|node| protection(graph, node).map(|guard| (node, guard)))
        .collect()
}

/// Whether the accounting section examines here.
pub fn is_accounting_examination(graph: &Graph, node: Index) -> bool {
    graph.kind(node) == Some(StepKind::Examine)
        && graph.lane_kind(node) == Some(LaneKind::Accounting)
}

/// Approvals after which no other speaks about the same subject.
fn last_approvals(graph: &Graph) -> BTreeSet<Index> {
    let steps = graph.steps();
    let approvals = steps.filter(|(_, step)| step.kind == Some(StepKind::Approve));
    let approvals: Vec<(Index, BTreeSet<ItemId>)> = approvals
        .map(|(node, step)| (node, subject(step)))
        .collect();
    let is_last = |(node, subject): &&(Index, BTreeSet<ItemId>)| {
        !approvals.iter().any(|(later, other)| {
            graph.reach().is_before(*node, *later)
                && (subject.is_empty() || !subject.is_disjoint(other))
        })
    };
    approvals.iter().filter(is_last).map(|it| it.0).collect()
}

/// What an approval is about: the items it reads.
fn subject(step: &Step) -> BTreeSet<ItemId> {
    step.reads.iter().map(|access| access.item).collect()
}
