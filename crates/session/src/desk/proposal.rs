//! A proposal as cards: change by change, with what all of them give.
use std::collections::BTreeMap;

use kaizu_analysis::{Graph, Metrics, find, metrics};
use kaizu_model::{
    Cancel, Composed, FlowId, Improvement, ImprovementId, Package, Progress, RecordId, Refusal,
    content_mark,
};
use kaizu_redesign::{InvariantResult, Wishes, propose, standing};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Ask, Desk, decide, look};
use crate::problem::Problem;
use crate::requests::analyze::Kept;
use crate::requests::finding::Teller;
use crate::requests::told_change::{ToldChange, told_changes};
use crate::requests::told_proposal::{Alternative, ToldInvariant, told_invariants, told_kept};
use crate::session::Session;

/// Asks for the proposal that made `flow`.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "ProposalCall", optional_fields)]
pub struct Proposal {
    /// The better flow.
    pub flow: RecordId,
    /// Whether to compose what the packages would give, which takes a while.
    #[serde(default)]
    pub alternatives: Option<bool>,
}

/// A proposal as cards.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(optional_fields)]
pub struct ProposalCards {
    /// Change by change, in the order in which they were found.
    pub cards: Vec<Card>,
    /// The figures of today.
    pub before: Metrics,
    /// The figures of the better flow.
    pub after: Metrics,
    /// Staff minutes a case in the better flow, at the least and at the most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub staff_range: Option<[f64; 2]>,
    /// What must stay true.
    pub invariants: Vec<ToldInvariant>,
    /// By id, what of it had nothing to be looked at here.
    pub unneeded: Vec<String>,
    /// What stays as it is.
    pub kept: Vec<Kept>,
    /// What the packages would give, where that was asked for.
    pub alternatives: Vec<Alternative>,
    /// How many changes are taken.
    pub accepted: usize,
    /// How many there are.
    pub total: usize,
    /// How far it was allowed to go.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub package: Option<Package>,
    /// Whether people edited the better flow since it was composed: then nothing can be decided about it any more.
    pub edited: bool,
    /// Whether the flow of today changed since it was composed: then it speaks of what was.
    pub stale: bool,
    /// Which record each name of a step stands for.
    pub keys: BTreeMap<String, RecordId>,
}

/// One change.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Card {
    /// The record that keeps it.
    pub improvement: RecordId,
    /// Whether it is taken.
    pub accepted: bool,
    /// Why people decided so.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub reason: Option<String>,
    /// The change without which it cannot be made, where it is left because that one is.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub falls_with: Option<RecordId>,
    /// The same in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub because: Option<String>,
    /// The voices it answers, in people's own words.
    pub voices: Vec<String>,
    /// What it is.
    #[serde(flatten)]
    pub change: ToldChange,
}

impl Ask for Proposal {
    type Answer = ProposalCards;

    fn answer(self, desk: &Desk) -> Result<ProposalCards, Problem> {
        let (session, _) = desk.snapshot()?;
        let flow = look::flow(&session, self.flow)?;
        let alternatives = self.alternatives.unwrap_or_default();
        cards(&session, flow, alternatives)
    }
}

fn cards(session: &Session, flow: FlowId, alternatives: bool) -> Result<ProposalCards, Problem> {
    let (words, document) = (session.words(), session.document());
    let refused = |refusal: Refusal| session.refused(&refusal);
    let record = document.flow(flow).map_err(refused)?;
    let Some(as_is) = record.made_from else {
        let name = [("name", record.name.clone())];
        return Err(session.problem("not-a-proposal", &name));
    };
    let improvements = decide::listed(document, flow);
    let made = improvements.iter().map(|(_, it)| it);
    let made: Vec<&Improvement> = made.filter(|it| it.is_made()).collect();
    let findings = find(document, as_is, None, &Cancel::default()).map_err(refused)?;
    let standing = standing(document, as_is, flow, made.iter().copied()).map_err(refused)?;
    let (before, after) = (
        Teller::new(words, document, as_is),
        Teller::new(words, document, flow),
    );
    let told = told_changes(words, &before, &after, &improvements, &findings);
    let figures = |flow| Ok(metrics(&Graph::of(document, flow).map_err(refused)?));
    let (was, is): (Metrics, Metrics) = (figures(as_is)?, figures(flow)?);
    let composed = record.composed.as_ref();
    let alternatives = match composed.filter(|_| alternatives) {
        Some(composed) => packages(session, as_is, composed)?,
        None => Vec::new(),
    };
    Ok(ProposalCards {
        staff_range: staff_range(&is, &made),
        invariants: told_invariants(words, &before, &standing.invariants),
        unneeded: unneeded(&standing.invariants),
        kept: told_kept(words, &before, &standing.kept),
        alternatives,
        accepted: made.len(),
        total: improvements.len(),
        package: composed.map(|it| it.package),
        edited: composed.is_none_or(|it| it.mark != content_mark(document, flow)),
        stale: composed.is_some_and(|it| {
            !it.from_mark.is_empty() && it.from_mark != content_mark(document, as_is)
        }),
        keys: before.keys().into_iter().chain(after.keys()).collect(),
        cards: dealt(session, improvements, told),
        before: was,
        after: is,
    })
}

/// What holds only because there is nothing to hold.
fn unneeded(results: &[InvariantResult]) -> Vec<String> {
    let nothing = results.iter().filter(|it| it.holds && it.looked_at == 0);
    nothing.map(|it| it.id.to_owned()).collect()
}

/// The changes as cards; what is left because another one is says so.
fn dealt(
    session: &Session,
    improvements: Vec<(ImprovementId, Improvement)>,
    told: Vec<ToldChange>,
) -> Vec<Card> {
    let (words, document) = (session.words(), session.document());
    let voices = |it: &Improvement| {
        let ids = it.complaints.iter();
        ids.filter_map(|id| Some(document.complaint(*id).ok()?.text.clone()))
            .collect()
    };
    let titles: BTreeMap<ImprovementId, String> = improvements
        .iter()
        .zip(&told)
        .map(|((id, _), told)| (*id, told.title.clone()))
        .collect();
    let because = |it: &Improvement| {
        let title = titles.get(&it.falls_with?)?;
        Some(words.tell("card-falls-with", &[("change", title.clone())]))
    };
    let cards = improvements.into_iter().zip(told);
    cards
        .map(|((id, it), change)| Card {
            improvement: id.into(),
            accepted: it.is_made(),
            because: because(&it),
            voices: voices(&it),
            falls_with: it.falls_with.map(RecordId::from),
            reason: it.reason,
            change,
        })
        .collect()
}

/// Staff minutes a case at both ends of all assumptions, where they make a difference.
fn staff_range(after: &Metrics, made: &[&Improvement]) -> Option<[f64; 2]> {
    let likely = after.staff_min_per_case?;
    let ends = made.iter().filter_map(|it| {
        let [cautious, hopeful] = it.staff_range?;
        let own = it.delta.get("staff_min_per_case").copied().unwrap_or(0.0);
        Some((hopeful - own, cautious - own))
    });
    let (low, high) = ends.fold((likely, likely), |(low, high), (less, more)| {
        (low + less, high + more)
    });
    (high - low > 5e-3).then_some([low.max(0.0), high])
}

/// What each package would give, with everything else as it was composed.
fn packages(
    session: &Session,
    as_is: FlowId,
    composed: &Composed,
) -> Result<Vec<Alternative>, Problem> {
    let refused = |refusal: Refusal| session.refused(&refusal);
    let each = |package: &Package| {
        let wishes = Wishes {
            package: *package,
            ..Wishes::again(composed, std::iter::empty())
        };
        let proposal = propose(session.document(), as_is, &wishes, &Progress::default());
        proposal.map_err(refused).map(|it| Alternative::of(&it))
    };
    Package::ALL.iter().map(each).collect()
}
