//! A proposal in the form that leaves Kaizu: every change with its reasons, and the text made from it.
use kaizu_analysis::Metrics;
use kaizu_model::{FlowId, TimeSpread};
use kaizu_redesign::{InvariantResult, Proposal};
use serde::Serialize;
use ts_rs::TS;

use super::analyze::Kept;
use super::finding::Teller;
use super::told_change::{ToldChange, told_changes};
use super::told_played::ToldPlayed;
use crate::words::Words;
use crate::{Problem, Session};

/// A proposal as it is printed.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ToldProposal {
    /// What the process is called.
    pub process: String,
    /// Whether the figures are invented.
    pub illustrative: bool,
    /// How far it may go.
    pub package: &'static str,
    /// Change by change.
    pub changes: Vec<ToldChange>,
    /// The figures of today.
    pub before: Metrics,
    /// The figures of the better flow.
    pub after: Metrics,
    /// How long cases take in both, where enough is known to play them through time.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub played: Option<ToldPlayed>,
    /// What must stay true.
    pub invariants: Vec<ToldInvariant>,
    /// What stays as it is.
    pub kept: Vec<Kept>,
    /// What the packages would give.
    pub alternatives: Vec<Alternative>,
    /// What staff minutes a case change by when everybody comes electronically instead of nobody: before, after.
    pub electronic_slope: [Option<f64>; 2],
    /// Office hours of a day.
    #[serde(skip)]
    pub day: f64,
}

/// Something that must stay true.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ToldInvariant {
    /// `I1` …
    pub id: &'static str,
    /// Whether it holds.
    pub holds: bool,
    /// Why, or why not.
    pub why: String,
}

/// What a package would give.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Alternative {
    /// Which package.
    pub package: &'static str,
    /// Staff minutes a case.
    pub staff_min_per_case: Option<f64>,
    /// Residents' minutes a case.
    pub resident_min_per_case: Option<f64>,
    /// Office hours from the start of a case to its end, where enough is known to play the flow through time.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub lead_hours: Option<TimeSpread>,
    /// How many changes.
    pub changes: usize,
}

impl Alternative {
    /// What `proposal` gives.
    pub(crate) fn of(proposal: &Proposal) -> Self {
        Self {
            package: proposal.package.name(),
            staff_min_per_case: proposal.after.staff_min_per_case,
            resident_min_per_case: proposal.after.resident_min_per_case,
            lead_hours: proposal.played.as_ref().map(|it| it.after.lead_hours),
            changes: proposal.changes.len(),
        }
    }
}

/// `proposal`, made from `flow`, in words.
pub(super) fn tell(
    session: &Session,
    flow: FlowId,
    proposal: &Proposal,
    alternatives: Vec<Alternative>,
) -> Result<ToldProposal, Problem> {
    let words = session.words();
    let document = session.document();
    let record = document
        .flow(flow)
        .map_err(|refusal| session.refused(&refusal))?;
    let process = document
        .process(record.process)
        .map_err(|refusal| session.refused(&refusal))?;
    let before = Teller::new(words, document, flow);
    let after = Teller::new(words, &proposal.document, proposal.flow);
    let improvements = proposal.improvements(&mut proposal.document.free_ids());
    Ok(ToldProposal {
        process: process.name.clone(),
        illustrative: process.is_illustrative,
        package: proposal.package.name(),
        changes: told_changes(words, &before, &after, &improvements, &proposal.findings),
        before: proposal.before.clone(),
        after: proposal.after.clone(),
        played: proposal
            .played
            .as_ref()
            .map(|it| ToldPlayed::of(session, it)),
        invariants: told_invariants(words, &before, &proposal.invariants),
        kept: told_kept(words, &before, &proposal.kept),
        alternatives,
        electronic_slope: [proposal.slope_before, proposal.slope_after],
        day: before.office_day(),
    })
}

/// What must stay true, in words.
pub(crate) fn told_invariants(
    words: &Words,
    before: &Teller,
    results: &[InvariantResult],
) -> Vec<ToldInvariant> {
    let told = |result| told_invariant(words, before, result);
    results.iter().map(told).collect()
}

/// What stays as it is, and why.
pub(crate) fn told_kept(
    words: &Words,
    before: &Teller,
    kept: &[kaizu_redesign::Kept],
) -> Vec<Kept> {
    let told = |kept: &kaizu_redesign::Kept| Kept {
        step: before.key(kept.step),
        name: before.plain_name(kept.step.into()),
        reason: words.say(&format!("guard-{}", kept.reason.code())),
    };
    kept.iter().map(told).collect()
}

fn told_invariant(words: &Words, before: &Teller, result: &InvariantResult) -> ToldInvariant {
    let places: Vec<String> = result.at.iter().map(|id| before.name(*id)).collect();
    let names = words.list(&result.names);
    let values = [
        ("n", result.looked_at.to_string()),
        ("steps", words.list(&places)),
        ("names", names),
    ];
    ToldInvariant {
        id: result.id,
        holds: result.holds,
        why: words.tell(&format!("invariant-{}", result.why), &values),
    }
}
