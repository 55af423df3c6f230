//! What a change is worth, and which assumptions say so.
use kaizu_model::Improvement;
use kaizu_redesign::Parameter;
use serde::Serialize;
use ts_rs::TS;

use super::office_time;
use crate::words::Words;

/// One figure a change rests on.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Assumption {
    /// Its name.
    pub name: &'static str,
    /// In words.
    pub label: String,
    /// The figure that counted.
    pub used: f64,
    /// At the least.
    pub low: f64,
    /// Most often.
    pub likely: f64,
    /// At the most.
    pub high: f64,
    /// What it is counted in: `minutes`, `hours`, `share`, `count` or `factor`.
    #[ts(type = "\"minutes\" | \"hours\" | \"share\" | \"count\" | \"factor\"")]
    pub unit: &'static str,
    /// Where it comes from.
    pub source: String,
}

/// What the figures change by, in one sentence; a range where assumptions have one.
pub(super) fn effect(words: &Words, day: f64, change: &Improvement) -> String {
    let signed = |number: f64| {
        let text = Words::number(number);
        if number > 0.0 {
            format!("+{text}")
        } else {
            text
        }
    };
    let of = |name: &str| {
        change
            .delta
            .get(name)
            .copied()
            .filter(|delta| delta.abs() > 5e-4)
    };
    let mut parts: Vec<String> = Vec::new();
    if let Some(staff) = of("staff_min_per_case") {
        parts.push(match range(change) {
            Some((cautious, hopeful)) => {
                let values = [
                    ("n", signed(staff)),
                    ("low", signed(hopeful)),
                    ("high", signed(cautious)),
                ];
                words.tell("effect-staff-range", &values)
            }
            None => words.tell("effect-staff", &[("n", signed(staff))]),
        });
    }
    if let Some(delta) = of("resident_min_per_case") {
        parts.push(words.tell("effect-residents", &[("n", signed(delta))]));
    }
    if let Some(delta) = of("lead_working_hours") {
        let time = office_time::told(words, day, delta, true);
        parts.push(words.tell("effect-lead", &[("time", time)]));
    }
    if parts.is_empty() {
        words.say("effect-none")
    } else {
        words.list(&parts)
    }
}

/// Staff minutes at both ends of the assumptions, where that makes a difference.
pub(super) fn range(change: &Improvement) -> Option<(f64, f64)> {
    let ends = change
        .staff_range
        .map(|[cautious, hopeful]| (cautious, hopeful));
    ends.filter(|(low, high)| (low - high).abs() > 5e-3)
}

/// The assumption `name` with its range, and the figure that was used.
pub(super) fn assumption(words: &Words, name: &str, used: f64) -> Option<Assumption> {
    let row = Parameter::named(name)?;
    Some(Assumption {
        name: row.name,
        label: words.say(&format!("parameter-{name}")),
        used,
        low: row.low,
        likely: row.likely,
        high: row.high,
        unit: row.unit,
        source: words.say(&format!("source-{}", row.source)),
    })
}

impl Assumption {
    /// As a line for people.
    pub(super) fn line(&self, words: &Words) -> String {
        let values = [
            ("label", self.label.clone()),
            ("low", self.low.to_string()),
            ("high", self.high.to_string()),
        ];
        words.tell("assumption-line", &values)
    }
}
