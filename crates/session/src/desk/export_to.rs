//! A flow, a comparison or the project as a file at a path.
use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::export::Export;
use super::{Ask, Desk};
use crate::problem::Problem;

/// Asks for it.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "ExportToCall")]
pub struct ExportTo {
    /// Where.
    pub path: PathBuf,
    /// What.
    #[serde(flatten)]
    pub export: Export,
}

/// Where it lies.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Written {
    /// The file.
    pub path: String,
}

impl Ask for ExportTo {
    type Answer = Written;

    fn answer(self, desk: &Desk) -> Result<Written, Problem> {
        Err(desk.not_yet())
    }
}
