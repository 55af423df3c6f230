//! The figures of a flow, as lines for people.
use kaizu_analysis::Metrics;

use super::office_time;
use crate::words::Words;

/// The one figure that is counted in office days.
const LEAD: &str = "lead_working_hours";

/// Each figure of one flow, in a project with `day` office hours a day.
pub(crate) fn figures(words: &Words, day: f64, metrics: &Metrics) -> Vec<String> {
    let rows = Metrics::names().iter().zip(metrics.values());
    rows.map(|(name, value)| {
        let counted = Counted::of(name, day, [value]);
        let values = [
            ("label", label(words, name)),
            ("value", counted.number(words, value)),
            ("unit", counted.unit(words)),
        ];
        format!("  {}", words.tell("figure", &values))
    })
    .collect()
}

/// Each figure, before and after, in a project with `day` office hours a day.
pub(crate) fn changes(words: &Words, day: f64, before: &Metrics, after: &Metrics) -> Vec<String> {
    let rows = Metrics::names()
        .iter()
        .zip(before.values())
        .zip(after.values());
    rows.map(|((name, was), is)| {
        let counted = Counted::of(name, day, [was, is]);
        let values = [
            ("label", label(words, name)),
            ("before", counted.number(words, was)),
            ("after", counted.number(words, is)),
            ("unit", counted.unit(words)),
        ];
        format!("  {}", words.tell("figure-change", &values))
    })
    .collect()
}

/// One column of a figure.
pub(crate) fn label(words: &Words, name: &str) -> String {
    words.say(&format!("figure-{}", name.replace('_', "-")))
}

/// How a figure is counted for people.
pub(crate) struct Counted<'a> {
    name: &'a str,
    /// Office hours of a day, where it is counted in days.
    day: Option<f64>,
}

impl<'a> Counted<'a> {
    /// How the figure `name` is counted where it has these values.
    pub(crate) fn of<const N: usize>(name: &'a str, day: f64, values: [Option<f64>; N]) -> Self {
        let is_long = || {
            values
                .iter()
                .flatten()
                .any(|it| office_time::is_days(day, *it))
        };
        let day = (name == LEAD && is_long()).then_some(day);
        Self { name, day }
    }

    /// One column of the figure.
    pub(crate) fn unit(&self, words: &Words) -> String {
        if self.day.is_some() {
            return words.say("figure-lead-days-unit");
        }
        words.say(&format!("figure-{}-unit", self.name.replace('_', "-")))
    }

    /// One column of the figure.
    pub(crate) fn number(&self, words: &Words, value: Option<f64>) -> String {
        let told = |value: f64| match self.day {
            Some(day) => office_time::days(day, value),
            // The one figure that is a part of a whole is read in percent.
            None if self.name == "cycle_time_efficiency" => value * 100.0,
            None => value,
        };
        value.map_or_else(|| words.say("unknown"), |value| Words::number(told(value)))
    }
}
