//! What several processes of the project show together, on a snapshot.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Ask, Desk};
use crate::problem::Problem;
use crate::requests::across::{ToldGroup, across};

/// Asks for it.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "AcrossCall")]
pub struct LookAcross {}

/// What every group of processes shows.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Acrosses {
    /// Each event in a life, then the whole project.
    pub groups: Vec<ToldGroup>,
}

impl Ask for LookAcross {
    type Answer = Acrosses;

    fn answer(self, desk: &Desk) -> Result<Acrosses, Problem> {
        let session = desk.state().opened()?.shown().snapshot();
        Ok(Acrosses {
            groups: across(&session)?,
        })
    }
}
