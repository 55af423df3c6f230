//! A file less in the list of those that were open. The file itself stays.
use std::path::PathBuf;

use kaizu_store::library;
use serde::Deserialize;
use ts_rs::TS;

use super::{Ask, Desk, Start};
use crate::failures::stored;
use crate::problem::Problem;

/// Asks for it.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "ForgetCall")]
pub struct Forget {
    /// Which file.
    pub path: PathBuf,
}

impl Ask for Forget {
    type Answer = Start;

    fn answer(self, desk: &Desk) -> Result<Start, Problem> {
        library::forget(&desk.options.home, &self.path)
            .map_err(|failure| stored(&desk.words(), &failure))?;
        Ok(desk.start())
    }
}
