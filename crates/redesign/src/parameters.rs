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
    /// What it is counted in: `minutes`, `hours` of work, `share`, `count` or `factor`.
    pub unit: &'static str,
    /// Whether a higher figure means less work.
    pub is_better_high: bool,
    /// Where it comes from, the key of its sentence.
    pub source: &'static str,
}

/// A line for each: its name; at the least, most often, at the most; in what it is counted; whether `more` of it is better
/// for people or `less`; and where it comes from.
macro_rules! table {
    ($($name:literal: $low:literal, $likely:literal, $high:literal, $unit:literal, $better:ident, $source:literal;)*) => {
        /// Every assumption with its default.
        pub const TABLE: &[Parameter] = &[$(Parameter {
            name: $name,
            low: $low,
            likely: $likely,
            high: $high,
            unit: $unit,
            is_better_high: table!($better),
            source: $source,
        }),*];
    };
    (more) => { true };
    (less) => { false };
}

table! {
    // 目黒区 2019, AI-OCR of handwritten forms: 98.2 % to 99.9 % of characters read right.
    "ocr-accuracy": 0.982, 0.99, 0.999, "share", more, "meguro-2019";
    "scan-minutes": 0.3, 0.5, 1.0, "minutes", less, "assumption";
    "fields-per-form": 10.0, 15.0, 25.0, "count", less, "assumption";
    "fix-minutes-per-field": 0.2, 0.3, 0.5, "minutes", less, "assumption";
    // 久慈市 2019: where everything is still looked at after reading, work can grow. So all fields are counted as
    // looked at unless the city decides to show only what was read with low confidence.
    "share-of-fields-looked-at": 0.3, 1.0, 1.0, "share", less, "kuji-2019";
    "look-minutes-per-field": 0.02, 0.05, 0.1, "minutes", less, "assumption";
    // つくば市 2018: machines that type what people typed left 17 % to 21 % of the time, with preparing and looking.
    "minutes-left-when-linked": 0.17, 0.2, 0.21, "share", less, "tsukuba-2018";
    "auto-match-share": 0.8, 0.9, 0.95, "share", more, "domain-default";
    // Where the examination follows fixed rules and at least 70 % of the cases are clear.
    "simple-case-share": 0.4, 0.6, 0.7, "share", more, "assumption";
    "simple-case-minutes-factor": 0.2, 0.3, 0.5, "factor", less, "assumption";
    "sorting-minutes": 0.3, 0.5, 1.0, "minutes", less, "assumption";
    "rule-decides-share": 0.5, 0.7, 0.9, "share", more, "assumption";
    "screen-reading-factor": 0.9, 1.0, 1.2, "factor", less, "domain-default";
    // Of those who applied online, who takes the notice there as well.
    "online-notice-share": 0.6, 0.9, 1.0, "share", more, "assumption";
    "inquiries-avoided": 0.3, 0.5, 0.7, "share", more, "domain-default";
    "inquiries-passed-on": 0.1, 0.2, 0.4, "share", less, "domain-default";
    "error-rate": 0.005, 0.01, 0.03, "share", less, "assumption";
    "check-catch-rate": 0.5, 0.7, 0.9, "share", more, "assumption";
    // The second of two human checks is not independent of the first.
    "check-correlation": 0.3, 0.5, 0.7, "share", more, "domain-default";
    "online-share": 0.2, 0.4, 0.6, "share", more, "assumption";
    "online-filling-factor": 0.6, 0.8, 1.0, "factor", less, "assumption";
    "calling-up-minutes": 0.5, 1.0, 2.0, "minutes", less, "assumption";
    "asking-factor": 0.5, 0.7, 1.0, "factor", less, "assumption";
    "confirming-minutes": 0.5, 1.0, 2.0, "minutes", less, "assumption";
    "passing-on-minutes": 0.5, 1.0, 2.0, "minutes", less, "assumption";
    "passing-on-hours": 2.0, 4.0, 8.0, "hours", less, "assumption";
    "known-account-share": 0.6, 0.8, 0.95, "share", more, "assumption";
    "notice-minutes": 1.0, 2.0, 3.0, "minutes", less, "assumption";
    // One week to two, of 7.75 office hours a day.
    "declining-hours": 38.75, 77.5, 77.5, "hours", less, "assumption";
    // How far a form gets quicker with every question fewer: its other parts take their time all the same.
    "time-per-item": 0.3, 0.5, 1.0, "factor", more, "assumption";
    "confirming-factor": 0.1, 0.2, 0.4, "factor", less, "assumption";
    "found-at-entry": 0.5, 0.7, 0.85, "share", more, "domain-default";
    "query-minutes": 0.2, 0.3, 1.0, "minutes", less, "domain-default";
    "returns-per-attachment": 0.3, 0.5, 1.0, "factor", more, "assumption";
    "sample-share": 0.05, 0.1, 0.2, "share", less, "assumption";
    "online-payment-share": 0.2, 0.4, 0.7, "share", more, "assumption";
    "online-payment-minutes": 1.0, 2.0, 5.0, "minutes", less, "assumption";
    // Seeing that all who worked side by side are done.
    "coordination-minutes": 0.5, 1.0, 2.0, "minutes", less, "domain-default";
    // Taking a case up again after it lay: spared for each step that is joined to the one before it.
    "resuming-minutes": 0.0, 0.2, 0.5, "minutes", more, "assumption";
    // Work that is no longer collected is begun anew for each case.
    "single-case-minutes": 0.0, 0.2, 0.5, "minutes", less, "assumption";
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
        Parameter::named(name).map_or(0.0, |row| row.at(self.outlook))
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
    /// The assumption that is called so.
    pub fn named(name: &str) -> Option<&'static Self> {
        TABLE.iter().find(|row| row.name == name)
    }

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
