//! A copy of an example, to be changed freely.
use kaizu_model::notation;
use serde::Deserialize;
use ts_rs::TS;

use super::samples::sample;
use super::{Ask, Desk, View};
use crate::failures::mistaken;
use crate::problem::Problem;

/// Asks for the example `sample`.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "OpenSampleCall")]
pub struct OpenSample {
    /// Which one.
    pub sample: String,
}

impl Ask for OpenSample {
    type Answer = View;

    fn answer(self, desk: &Desk) -> Result<View, Problem> {
        let words = desk.words();
        let text = sample(&self.sample).ok_or_else(|| {
            Problem::new(&words, "no-such-sample", &[("name", self.sample.clone())])
        })?;
        let document = notation::parse(text).map_err(|mistake| mistaken(&words, &mistake))?;
        let process = document.processes().next().map(|(_, it)| it.name.clone());
        desk.open_draft(&document, &process.unwrap_or_default(), Vec::new())
    }
}
