//! An assumption of a proposal, as the city itself knows it: the better flow is composed again with it.
use kaizu_model::{FlowId, RecordId, Refusal};
use kaizu_redesign::{Decided, Parameter};
use serde::Deserialize;
use ts_rs::TS;

use super::anew::composed_anew;
use super::decide::listed;
use super::moment::{Edit, Moment};
use super::{Ask, Desk, View, look};
use crate::problem::Problem;

/// Lets the proposal that made `flow` assume something else.
///
/// Decisions stay as they were; a change that is no longer worth it falls, and one that has become so comes.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "AssumeCall", optional_fields)]
pub struct Assume {
    /// The better flow.
    pub flow: RecordId,
    /// The name of the assumption.
    pub name: String,
    /// The city's own figure; the usual one again where nothing is said.
    #[serde(default)]
    pub value: Option<f64>,
    /// The last view that the window has.
    #[serde(default)]
    pub seen: Option<u32>,
}

impl Ask for Assume {
    type Answer = View;

    fn answer(self, desk: &Desk) -> Result<View, Problem> {
        desk.write(self.seen, |moment| self.compose(moment))
    }
}

impl Assume {
    fn compose(&self, moment: &Moment) -> Result<Edit, Problem> {
        let session = &moment.session;
        let flow: FlowId = look::flow(session, self.flow)?;
        let Some(row) = Parameter::named(&self.name) else {
            return Err(session.refused(&Refusal::NoSuchRecord(self.flow)));
        };
        let words = session.words();
        let label = words.say(&format!("parameter-{}", row.name));
        let is_possible = |value: &f64| {
            let most = if row.unit == "share" { 1.0 } else { f64::MAX };
            value.is_finite() && (0.0..=most).contains(value)
        };
        if self.value.is_some_and(|value| !is_possible(&value)) {
            let share = if row.unit == "share" {
                "assume-share"
            } else {
                "assume-number"
            };
            return Err(session.problem(share, &[("name", label)]));
        }
        let decided = Decided {
            improvements: listed(moment.document(), flow),
            rejected: None,
        };
        let anew = composed_anew(moment, flow, &decided, |composed| match self.value {
            Some(value) => {
                composed.own.insert(self.name.clone(), value);
            }
            None => {
                composed.own.remove(&self.name);
            }
        })?;
        Ok(anew.edit(words.tell("assume-title", &[("name", label)]), flow))
    }
}
