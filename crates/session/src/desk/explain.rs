//! The rule behind a finding: what it is called, why it is waste, and examples of it.
use kaizu_render::scene::Scene;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Ask, Desk};
use crate::problem::Problem;
use crate::requests::manual::explained::{Example, of_detector};

/// Asks for it.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "ExplainCall")]
pub struct Explain {
    /// The code of the detector.
    pub detector: String,
}

/// A rule, explained.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(optional_fields)]
pub struct Explanation {
    /// The code of the detector.
    pub code: &'static str,
    /// What it is called.
    pub name: String,
    /// In a sentence, where the language has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// Headings with what stands under them.
    pub sentences: Vec<(String, String)>,
    /// Flows in which it is seen, or not.
    pub examples: Vec<Shown>,
}

/// An example of a rule.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Shown {
    /// What it shows.
    pub heading: String,
    /// What would be said about it.
    pub notes: Vec<String>,
    /// How it looks.
    pub scene: Scene,
}

impl Ask for Explain {
    type Answer = Explanation;

    fn answer(self, desk: &Desk) -> Result<Explanation, Problem> {
        let words = desk.words();
        let mut detectors = kaizu_analysis::all().iter();
        let found = detectors.find(|it| it.code() == self.detector);
        let detector = found
            .ok_or_else(|| Problem::new(&words, "no-rule", &[("code", self.detector.clone())]))?;
        let explained = of_detector(&words, *detector)?;
        Ok(Explanation {
            code: explained.code,
            name: explained.name,
            summary: explained.summary,
            sentences: explained.sentences,
            examples: explained.examples.into_iter().map(Shown::of).collect(),
        })
    }
}

impl Shown {
    fn of(example: Example) -> Self {
        Self {
            heading: example.heading,
            notes: example.notes,
            scene: example.scene,
        }
    }
}
