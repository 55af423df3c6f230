//! One way of a branch, as people type it on the cards: 「20% 足りない → 住民：書類を出す → 4」.
use kaizu_model::{Many, NodeId, RecordId, notation};
use serde::Deserialize;
use ts_rs::TS;

use super::write_cells::misread;
use super::{Ask, Desk, View};
use crate::problem::Problem;
use crate::session::Session;

/// Asks to write it, as one undo step.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "WriteWayCall", optional_fields)]
pub struct WriteWay {
    /// The branch or step that the way leaves.
    pub at: NodeId,
    /// Its share, its condition, and where it leads.
    pub text: String,
    /// The last view that the window has.
    #[serde(default)]
    pub seen: Option<u32>,
}

impl Ask for WriteWay {
    type Answer = View;

    fn answer(self, desk: &Desk) -> Result<View, Problem> {
        desk.edit(self.seen, |session, at| {
            if !self.may_leave(session) {
                return Err(no_branch(session, self.at));
            }
            let mut ids = session.ids();
            let commands = notation::way(session.document(), self.at, &self.text, &mut ids)
                .map_err(|mistake| misread(session, self.at, &mistake))?;
            if commands.is_empty() {
                return Ok(());
            }
            let title = session.words().say("command-write-way");
            session.dispatch(&Many { title, commands }.into(), at)
        })
    }
}

impl WriteWay {
    /// A step parts only where people drew it so: one that leads on already, or a way that is gone only sometimes, wants a branch.
    fn may_leave(&self, session: &Session) -> bool {
        let NodeId::Step(_) = self.at else {
            return true;
        };
        match session.document().edges_from(self.at).count() {
            0 => notation::leads_always(&self.text),
            1 => false,
            _ => true,
        }
    }
}

fn no_branch(session: &Session, at: NodeId) -> Problem {
    let name = session.document().node(at).map_or("", |it| it.name);
    let values = [("name", name.to_owned())];
    Problem::new(session.words(), "no-branch", &values).about(RecordId::from(at).to_string())
}
