//! The few words a picture needs besides names and vocabulary; handed in, so that layout holds no sentence.
use crate::Language;

/// Patterns with `{n}` where the number goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// The language of vocabulary words.
    pub language: Language,
    /// Working time of a step.
    pub minutes: String,
    /// A wait of less than a day.
    pub wait_hours: String,
    /// A wait of days.
    pub wait_days: String,
    /// People of a lane.
    pub people: String,
}

impl Default for Wording {
    fn default() -> Self {
        Self {
            language: Language::Ja,
            minutes: "{n}分".into(),
            wait_hours: "待ち {n}時間".into(),
            wait_days: "待ち {n}日".into(),
            people: "{n}人".into(),
        }
    }
}

impl Wording {
    /// `pattern` with `number` in its place: at most one decimal, two below one tenth.
    pub fn fill(pattern: &str, number: f64) -> String {
        let digits = if number.abs() < 0.1 { 100.0 } else { 10.0 };
        let rounded = (number * digits).round() / digits;
        pattern.replace("{n}", &rounded.to_string())
    }
}
