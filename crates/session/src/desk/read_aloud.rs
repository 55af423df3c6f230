//! The flow that is looked at, as sentences in order.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Ask, Desk};
use crate::problem::Problem;
use crate::requests;

/// Asks for it.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "ReadAloudCall")]
pub struct ReadAloud {}

/// A flow as sentences.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Aloud {
    /// Line by line.
    pub text: String,
}

impl Ask for ReadAloud {
    type Answer = Aloud;

    fn answer(self, desk: &Desk) -> Result<Aloud, Problem> {
        let (session, flow) = desk.snapshot()?;
        let text = session.ask(&requests::read_aloud::ReadAloud, flow)?;
        Ok(Aloud { text })
    }
}
