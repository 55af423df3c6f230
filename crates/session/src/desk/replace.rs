//! A text put in the place of another one in the flow that is looked at, as one step that undo takes back.
use std::collections::BTreeSet;

use kaizu_model::{Many, Part, RecordId, Replacing, Wanted};
use serde::Deserialize;
use ts_rs::TS;

use super::moment::{Edit, Moment};
use super::{Ask, Desk, View};
use crate::problem::Problem;

/// Asks for it.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "ReplaceCall", optional_fields)]
pub struct Replace {
    /// What is replaced.
    pub text: String,
    /// What stands there from now on.
    pub by: String,
    /// In which parts of the flow.
    #[ts(as = "Vec<Part>")]
    pub parts: BTreeSet<Part>,
    /// At this one thing of the picture alone.
    #[serde(default)]
    pub at: Option<RecordId>,
    /// The last view that the window has.
    #[serde(default)]
    pub seen: Option<u32>,
}

impl Ask for Replace {
    type Answer = View;

    fn answer(self, desk: &Desk) -> Result<View, Problem> {
        desk.write(self.seen, |moment| self.edit(moment))
    }
}

impl Replace {
    fn edit(&self, moment: &Moment) -> Result<Edit, Problem> {
        let (session, flow) = (&moment.session, moment.flow);
        let with = Replacing {
            by: self.by.trim(),
            parts: &self.parts,
            at: self.at,
        };
        let replaced = Wanted::new(&self.text).map_or(Ok((Vec::new(), 0)), |wanted| {
            wanted.replacing(moment.document(), flow, &with)
        });
        let (commands, n) = replaced.map_err(|refusal| session.refused(&refusal))?;
        let values = [
            ("text", self.text.trim().to_owned()),
            ("by", with.by.to_owned()),
            ("n", n.to_string()),
        ];
        if commands.is_empty() {
            return Err(session.problem("nothing-replaced", &values));
        }
        let title = session.words().tell("replace-label", &values);
        let command = Many { title, commands }.into();
        Ok(Edit { command, flow })
    }
}
