//! One file per question that a front end asks. Each answer can be written as JSON and told as text.
pub mod across;
pub mod analyze;
pub mod check;
pub mod compare;
pub mod convert;
mod effect;
pub mod excerpt;
pub(crate) mod figures;
pub mod finding;
pub(crate) mod flags;
pub(crate) mod heard;
pub mod hours;
pub(crate) mod judged;
mod legend_words;
pub mod manual;
pub(crate) mod office_time;
pub(crate) mod old_and_new;
mod painted;
pub mod picture;
pub mod place;
mod proposal_text;
pub mod propose;
pub mod read_aloud;
pub mod replay;
pub mod sheets;
pub mod simulate;
mod title_block;
pub mod told_change;
pub mod told_outcome;
pub mod told_played;
pub mod told_proposal;
pub mod told_verdict;
pub mod trial;
pub mod year;

use kaizu_model::FlowId;

use crate::{Problem, Session};

/// A question about one flow.
pub trait Request {
    /// What comes back.
    type Answer;

    /// The answer for `flow`.
    fn answer(&self, session: &Session, flow: FlowId) -> Result<Self::Answer, Problem>;
}
