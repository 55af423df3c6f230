//! A better flow composed once more: with other decisions, or with other assumptions. What people edited in it stays.
use kaizu_model::{
    Command, Composed, Create, Document, Flow, FlowId, Ids, Many, Progress, Refusal, ReplaceFlow,
    Revise, content_mark,
};
use kaizu_redesign::{Decided, OwnEdits, Proposal, Wishes, propose};

use super::decide::listed;
use super::moment::{Edit, Moment};
use crate::problem::Problem;

/// What makes the better flow another one.
pub(super) struct Anew {
    commands: Vec<Command>,
    /// The flow it is made from.
    pub(super) as_is: FlowId,
    /// How many changes fall although nobody rejected them.
    pub(super) fallen: usize,
    /// Whether today's flow was edited since the better one was composed.
    pub(super) is_moved: bool,
}

impl Anew {
    /// As one step to take back.
    pub(super) fn edit(&self, title: String, flow: FlowId) -> Edit {
        let many = Many {
            title,
            commands: self.commands.clone(),
        };
        Edit {
            command: many.into(),
            flow,
        }
    }
}

/// Composes `flow` anew with what is `decided`, and with `change` in what it is composed with.
pub(super) fn composed_anew(
    moment: &Moment,
    flow: FlowId,
    decided: &Decided,
    change: impl FnOnce(&mut Composed),
) -> Result<Anew, Problem> {
    let (session, document) = (&moment.session, moment.document());
    let record = document.flow(flow).map_err(|why| session.refused(&why))?;
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
    let mut with = composed.clone();
    change(&mut with);
    let (wishes, proposal) = composed_with(moment, as_is, &with, decided)?;
    let base = edits.as_ref().map_or(document, OwnEdits::composed);
    let contents = proposal.contents(base, flow, decided, &mut ids);
    let held: Document = contents.within.iter().cloned().collect();
    let next = proposal.composed(&wishes).marking(&held, flow);
    let is_moved = next.from_mark != composed.from_mark;
    let create = |(id, record)| Command::from(Create { id, record });
    let mut commands: Vec<Command> = contents.beside.into_iter().map(create).collect();
    let records = match edits {
        Some(edits) => edits
            .made_in(contents.within)
            .ok_or_else(|| session.problem("own-edits-clash", &name()))?,
        None => contents.within,
    };
    commands.push(ReplaceFlow { flow, records }.into());
    let record = Flow {
        composed: Some(next),
        ..record.clone()
    };
    commands.push(Revise::new(flow, record).into());
    Ok(Anew {
        commands,
        as_is,
        fallen: contents.fallen.len(),
        is_moved,
    })
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
    let (_, proposal) = composed_with(moment, as_is, composed, &decided)?;
    Ok(OwnEdits::since(&proposal, document, flow, &decided, ids))
}

/// What is composed from `as_is` with `composed`, without what is refused.
fn composed_with(
    moment: &Moment,
    as_is: FlowId,
    composed: &Composed,
    decided: &Decided,
) -> Result<(Wishes, Proposal), Problem> {
    let rejected = decided.improvements.iter().map(|(_, it)| it);
    let wishes = Wishes::again(composed, rejected.filter(|it| it.is_refused()));
    let proposal = propose(moment.document(), as_is, &wishes, &Progress::default());
    let refused = |refusal: Refusal| moment.session.refused(&refusal);
    Ok((wishes, proposal.map_err(refused)?))
}
