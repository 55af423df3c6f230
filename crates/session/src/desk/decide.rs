//! One change of a proposal, taken or left: the better flow is composed again without what people reject.
use kaizu_model::{Adoption, Document, FlowId, Improvement, ImprovementId, RecordId, Refusal};
use kaizu_redesign::Decided;
use serde::Deserialize;
use ts_rs::TS;

use super::anew::composed_anew;
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
        let document = moment.document();
        let refused = |refusal: Refusal| moment.session.refused(&refusal);
        let id = ImprovementId::try_from(self.improvement).map_err(|why| refused(why.into()))?;
        let flow = document.improvement(id).map_err(refused)?.flow;
        let decided = self.decided(document, flow, id);
        let anew = composed_anew(moment, flow, &decided, |_| ())?;
        let title = self.title(moment, anew.as_is, (id, flow), anew.fallen);
        Ok((anew.edit(title, flow), anew.is_moved))
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

/// The changes of `flow` in the order of the list.
pub(super) fn listed(document: &Document, flow: FlowId) -> Vec<(ImprovementId, Improvement)> {
    let of_flow = document.improvements().filter(|(_, it)| it.flow == flow);
    let mut all: Vec<_> = of_flow.map(|(id, it)| (id, it.clone())).collect();
    all.sort_by_key(|(id, it)| (it.rank, *id));
    all
}
