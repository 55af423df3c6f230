//! The figures of a flow, as lines for people.
use kaizu_analysis::Metrics;

use crate::words::Words;

/// Each figure of one flow.
pub(crate) fn figures(words: &Words, metrics: &Metrics) -> Vec<String> {
    let rows = Metrics::names().iter().zip(metrics.values());
    rows.map(|(name, value)| {
        let values = [
            ("label", label(words, name)),
            ("value", number(words, name, value)),
            ("unit", unit(words, name)),
        ];
        format!("  {}", words.tell("figure", &values))
    })
    .collect()
}

/// Each figure, before and after.
pub(crate) fn changes(words: &Words, before: &Metrics, after: &Metrics) -> Vec<String> {
    let rows = Metrics::names()
        .iter()
        .zip(before.values())
        .zip(after.values());
    rows.map(|((name, was), is)| {
        let values = [
            ("label", label(words, name)),
            ("before", number(words, name, was)),
            ("after", number(words, name, is)),
            ("unit", unit(words, name)),
        ];
        format!("  {}", words.tell("figure-change", &values))
    })
    .collect()
}

/// One column of a figure.
pub(crate) fn label(words: &Words, name: &str) -> String {
    words.say(&format!("figure-{}", name.replace('_', "-")))
}

/// One column of a figure.
pub(crate) fn unit(words: &Words, name: &str) -> String {
    words.say(&format!("figure-{}-unit", name.replace('_', "-")))
}

/// One column of a figure.
pub(crate) fn number(words: &Words, name: &str, value: Option<f64>) -> String {
    // The one figure that is a part of a whole is read in percent.
    let scale = if name == "cycle_time_efficiency" {
        100.0
    } else {
        1.0
    };
    value.map_or_else(
        || words.say("unknown"),
        |value| Words::number(value * scale),
    )
}
