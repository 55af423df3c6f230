//! One change of a proposal, taken or left: the better flow is composed again without what people reject.
use kaizu_model::{
    Adoption, Command, Composed, Create, Document, Flow, FlowId, Ids, Improvement, ImprovementId,
    Many, Progress, RecordId, Refusal, ReplaceFlow, Revise, content_mark,
};
use kaizu_redesign::{Decided, OwnEdits, Proposal, Wishes, propose};
use serde::Deserialize;
use ts_rs::TS;

use super::moment::{Edit, Moment};
use super::{Ask, Desk, Event, View};
use crate::problem::Problem;
use crate::requests::finding::Teller;
use crate::requests::told_change::told_changes;

/// Takes or leaves the change `improvement`.
///
/// Whoever leaves a change leaves those that need it, too; whoever takes one takes what it needs.
/// What people edited in the better flow since stays as they left it. Where today's flow was edited since, the better one is
/// made from today's flow as it is, and the window hears of it; where both were edited, nothing is touched.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "DecideCall", optional_fields)]
pub struct Decide {
    /// Which change.
    pub improvement: RecordId,
    /// Whether it is taken.
    pub accept: bool,
    /// Why.
    #[serde(default)]
    pub reason: Option<String>,
    /// The last view that the window has.
    #[serde(default)]
    pub seen: Option<u32>,
}

impl Ask for Decide {
    type Answer = View;

    fn answer(self, desk: &Desk) -> Result<View, Problem> {
        let mut is_moved = false;
        let view = desk.write(self.seen, |moment| {
            let (edit, has_moved) = self.compose(moment)?;
            is_moved = has_moved;
            Ok(edit)
        })?;
        if is_moved {
            let problem = Problem::new(&desk.words(), "as-is-edited", &[]);
            desk.tell(Event::Told { problem });
        }
        Ok(view)
    }
}

impl Decide {
    /// The edit, and whether today's flow was edited since the better one was composed.
    fn compose(&self, moment: &Moment) -> Result<(Edit, bool), Problem> {
        let (session, document) = (&moment.session, moment.document());
        let refused = |refusal: Refusal| session.refused(&refusal);
        let id = ImprovementId::try_from(self.improvement).map_err(|why| refused(why.into()))?;
        let flow = document.improvement(id).map_err(refused)?.flow;
        let record = document.flow(flow).map_err(refused)?;
        let name = || [("name", record.name.clone())];
        let (Some(as_is), Some(composed)) = (record.made_from, &record.composed) else {
            return Err(session.problem("not-a-proposal", &name()));
        };
        let mut ids: Ids = moment.ids;
        let edits = if content_mark(document, flow) == composed.mark {
            None
        } else {
            let edits = own_edits(moment, (flow, as_is), composed, &mut ids)?;
            Some(edits.ok_or_else(|| session.problem("proposal-edited", &name()))?)
        };
        let decided = self.decided(document, flow, id);
        let (wishes, proposal) = composed_again(moment, as_is, composed, &decided)?;
        let base = edits.as_ref().map_or(document, OwnEdits::composed);
        let contents = proposal.contents(base, flow, &decided, &mut ids);
        let title = self.title(moment, as_is, (id, flow), contents.fallen.len());
        let held: Document = contents.within.iter().cloned().collect();
        let next = proposal.composed(&wishes).marking(&held, flow);
        let is_moved = next.from_mark != composed.from_mark;
        let mut commands: Vec<Command> = Vec::new();
        for (id, record) in contents.beside {
            commands.push(Create { id, record }.into());
        }
        let records = match edits {
            Some(edits) => edits
                .made_in(contents.within)
                .ok_or_else(|| session.problem("own-edits-clash", &name()))?,
            None => contents.within,
        };
        commands.push(ReplaceFlow { flow, records }.into());
        commands.push(Revise::new(flow, with(record, next)).into());
        let many = Many { title, commands };
        let edit = Edit {
            command: many.into(),
            flow,
        };
        Ok((edit, is_moved))
    }

    /// What people have decided about the changes of `flow`, this decision included.
    fn decided(&self, document: &Document, flow: FlowId, id: ImprovementId) -> Decided {
        let mut decided = Decided {
            improvements: listed(document, flow),
            rejected: (!self.accept).then_some(id),
        };
        let mut meant = vec![id];
        if self.accept {
            meant.extend(decided.refused_causes(id));
        }
        for (other, it) in &mut decided.improvements {
            if !meant.contains(other) {
                continue;
            }
            it.falls_with = None;
            it.decision = if self.accept {
                Adoption::Accepted
            } else {
                Adoption::Rejected
            };
            it.reason = self.reason.clone().filter(|_| *other == id);
        }
        decided
    }

    /// What undo will take back, in words.
    fn title(
        &self,
        moment: &Moment,
        as_is: FlowId,
        (id, flow): (ImprovementId, FlowId),
        fallen: usize,
    ) -> String {
        let words = moment.session.words();
        let document = moment.document();
        let (before, after) = (
            Teller::new(words, document, as_is),
            Teller::new(words, document, flow),
        );
        let it: Vec<(ImprovementId, Improvement)> = document
            .improvement(id)
            .map(|it| (id, it.clone()))
            .into_iter()
            .collect();
        let told = told_changes(words, &before, &after, &it, &[]).pop();
        let values = [
            ("change", told.map(|it| it.title).unwrap_or_default()),
            ("n", fallen.to_string()),
        ];
        words.tell(
            match (self.accept, fallen) {
                (true, _) => "decide-accept",
                (false, 0) => "decide-reject",
                (false, _) => "decide-reject-more",
            },
            &values,
        )
    }
}

/// What people changed by hand in `flow` since it was composed from `as_is`; nothing where that cannot be told, because
/// today's flow changed as well.
fn own_edits<'a>(
    moment: &'a Moment,
    (flow, as_is): (FlowId, FlowId),
    composed: &Composed,
    ids: &mut Ids,
) -> Result<Option<OwnEdits<'a>>, Problem> {
    let document = moment.document();
    if composed.from_mark != content_mark(document, as_is) {
        return Ok(None);
    }
    let decided = Decided {
        improvements: listed(document, flow),
        rejected: None,
    };
    let (_, proposal) = composed_again(moment, as_is, composed, &decided)?;
    Ok(OwnEdits::since(&proposal, document, flow, &decided, ids))
}

/// What is composed from `as_is` as before, without what is refused.
fn composed_again(
    moment: &Moment,
    as_is: FlowId,
    composed: &Composed,
    decided: &Decided,
) -> Result<(Wishes, Proposal), Problem> {
    let rejected = decided.improvements.iter().map(|(_, it)| it);
    let wishes = Wishes::again(composed, rejected.filter(|it| it.is_refused()));
    let proposal = propose(moment.document(), as_is, &wishes, &Progress::default());
    let proposal = proposal.map_err(|refusal| moment.session.refused(&refusal))?;
    Ok((wishes, proposal))
}

/// The changes of `flow` in the order of the list.
pub(super) fn listed(document: &Document, flow: FlowId) -> Vec<(ImprovementId, Improvement)> {
    let of_flow = document.improvements().filter(|(_, it)| it.flow == flow);
    let mut all: Vec<_> = of_flow.map(|(id, it)| (id, it.clone())).collect();
    all.sort_by_key(|(id, it)| (it.rank, *id));
    all
}

fn with(flow: &Flow, composed: Composed) -> Flow {
    Flow {
        composed: Some(composed),
        ..flow.clone()
    }
}
