//! The one table of what rewrites assume: every effect with its unit, its range and where the figure comes from.
//!
//! No rewrite carries a literal. A figure without a published source is marked as an assumption and meant to be
//! replaced by the city's own.
use std::collections::BTreeMap;

use kaizu_model::Outlook;
use serde::Serialize;

/// One assumption.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Parameter {
    /// Its name, the key of its sentence.
    pub name: &'static str,
    /// At the least.
    pub low: f64,
    /// Most often.
    pub likely: f64,
    /// At the most.
    pub high: f64,
    /// What it is counted in: `minutes`, `share`, `count` or `factor`.
    pub unit: &'static str,
    /// Whether a higher figure means less work.
    pub is_better_high: bool,
    /// Where it comes from, the key of its sentence.
    pub source: &'static str,
}

/// Every assumption with its default.
pub const TABLE: &[Parameter] = &[
    // 目黒区 2019, AI-OCR of handwritten forms: 98.2 % to 99.9 % of characters read right.
    row(
        "ocr-accuracy",
        0.982,
        0.99,
        0.999,
        "share",
        true,
        "meguro-2019",
    ),
    row(
        "scan-minutes",
        0.3,
        0.5,
        1.0,
        "minutes",
        false,
        "assumption",
    ),
    row(
        "fields-per-form",
        10.0,
        15.0,
        25.0,
        "count",
        false,
        "assumption",
    ),
    row(
        "fix-minutes-per-field",
        0.2,
        0.3,
        0.5,
        "minutes",
        false,
        "assumption",
    ),
    // 久慈市 2019: where everything is still looked at after reading, work can grow. So all fields are counted as
    // looked at unless the city decides to show only what was read with low confidence.
    row(
        "share-of-fields-looked-at",
        0.3,
        1.0,
        1.0,
        "share",
        false,
        "kuji-2019",
    ),
    row(
        "look-minutes-per-field",
        0.02,
        0.05,
        0.1,
        "minutes",
        false,
        "assumption",
    ),
    row(
        "auto-match-share",
        0.8,
        0.9,
        0.95,
        "share",
        true,
        "domain-default",
    ),
    row(
        "screen-reading-factor",
        0.9,
        1.0,
        1.2,
        "factor",
        false,
        "domain-default",
    ),
    row(
        "inquiries-avoided",
        0.3,
        0.5,
        0.7,
        "share",
        true,
        "domain-default",
    ),
    row(
        "error-rate",
        0.005,
        0.01,
        0.03,
        "share",
        false,
        "assumption",
    ),
    row(
        "check-catch-rate",
        0.5,
        0.7,
        0.9,
        "share",
        true,
        "assumption",
    ),
    // The second of two human checks is not independent of the first.
    row(
        "check-correlation",
        0.3,
        0.5,
        0.7,
        "share",
        true,
        "domain-default",
    ),
    // Seeing that all who worked side by side are done.
    row(
        "coordination-minutes",
        0.5,
        1.0,
        2.0,
        "minutes",
        false,
        "domain-default",
    ),
    // Taking a case up again after it lay: spared for each step that is joined to the one before it.
    row(
        "resuming-minutes",
        0.0,
        0.2,
        0.5,
        "minutes",
        true,
        "assumption",
    ),
    // Work that is no longer collected is begun anew for each case.
    row(
        "single-case-minutes",
        0.0,
        0.2,
        0.5,
        "minutes",
        false,
        "assumption",
    ),
];

const fn row(
    name: &'static str,
    low: f64,
    likely: f64,
    high: f64,
    unit: &'static str,
    is_better_high: bool,
    source: &'static str,
) -> Parameter {
    Parameter {
        name,
        low,
        likely,
        high,
        unit,
        is_better_high,
        source,
    }
}

/// The assumptions of one proposal: the table, with what a city knows better.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Parameters {
    /// Figures of the city's own, by name.
    pub own: BTreeMap<String, f64>,
    /// Which end of the ranges counts.
    pub outlook: Outlook,
}

impl Parameters {
    /// The figure that counts for `name`; zero for a name that is not in the table.
    pub fn get(&self, name: &str) -> f64 {
        if let Some(own) = self.own.get(name) {
            return *own;
        }
        TABLE
            .iter()
            .find(|row| row.name == name)
            .map_or(0.0, |row| row.at(self.outlook))
    }

    /// The same assumptions seen with another outlook.
    #[must_use]
    pub fn seen(&self, outlook: Outlook) -> Self {
        Self {
            own: self.own.clone(),
            outlook,
        }
    }
}

impl Parameter {
    /// The figure at one end of the range.
    pub fn at(&self, outlook: Outlook) -> f64 {
        match (outlook, self.is_better_high) {
            (Outlook::Likely, _) => self.likely,
            (Outlook::Cautious, true) | (Outlook::Hopeful, false) => self.low,
            (Outlook::Cautious, false) | (Outlook::Hopeful, true) => self.high,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_range_encloses_its_likely_figure_and_every_share_is_one() {
        for row in TABLE {
            assert!(
                row.low <= row.likely && row.likely <= row.high,
                "{}",
                row.name
            );
            assert!(
                row.unit != "share" || (row.low >= 0.0 && row.high <= 1.0),
                "{}",
                row.name
            );
        }
    }

    #[test]
    fn a_figure_of_the_citys_own_wins_over_the_table() {
        let mut parameters = Parameters::default();
        assert!((parameters.get("scan-minutes") - 0.5).abs() < 1e-12);
        parameters.own.insert("scan-minutes".into(), 2.0);
        assert!((parameters.seen(Outlook::Hopeful).get("scan-minutes") - 2.0).abs() < 1e-12);
    }
}
