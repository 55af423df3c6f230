//! The few words a picture needs besides names and vocabulary; handed in, so that layout holds no sentence.
use crate::{Language, Minutes, OfficeHours};

/// Patterns with `{n}` where the number goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// The language of vocabulary words.
    pub language: Language,
    /// Working time of a step.
    pub minutes: String,
    /// Working time of less than a minute.
    pub seconds: String,
    /// A wait of less than an hour.
    pub wait_minutes: String,
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
            seconds: "{n}秒".into(),
            wait_minutes: "待ち {n}分".into(),
            wait_hours: "待ち {n}時間".into(),
            wait_days: "待ち {n}日".into(),
            people: "{n}人".into(),
        }
    }
}

/// From so many days on nobody counts parts of one.
const WHOLE_DAYS: f64 = 10.0;

impl Wording {
    /// Working time as people say it: in seconds where it is less than a minute and whole seconds.
    pub fn time(&self, time: Minutes) -> String {
        match time.whole_seconds() {
            Some(seconds) => Self::fill(&self.seconds, seconds),
            None => Self::fill(&self.minutes, time.get()),
        }
    }

    /// A wait as people say it; nothing where nobody waits.
    pub fn wait(&self, wait: OfficeHours) -> Option<String> {
        let hours = wait.get();
        let days = hours / OfficeHours::A_DAY;
        if hours <= 0.0 {
            None
        } else if let Some(minutes) = OfficeHours::short_minutes(hours) {
            Some(Self::fill(&self.wait_minutes, minutes))
        } else if days < 1.0 {
            Some(Self::fill(&self.wait_hours, hours))
        } else if days < WHOLE_DAYS {
            Some(Self::fill(&self.wait_days, days))
        } else {
            Some(Self::fill(&self.wait_days, days.round()))
        }
    }

    /// `pattern` with `number` in its place: at most one decimal, two below one tenth.
    pub fn fill(pattern: &str, number: f64) -> String {
        let digits = if number.abs() < 0.1 { 100.0 } else { 10.0 };
        let rounded = (number * digits).round() / digits;
        pattern.replace("{n}", &rounded.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn working_time_of_less_than_a_minute_is_told_in_seconds() {
        let wording = Wording::default();
        let told = |minutes| Minutes::try_from(minutes).map(|it| wording.time(it));
        assert_eq!(told(0.05).as_deref(), Ok("3秒"));
        assert_eq!(told(0.5).as_deref(), Ok("30秒"));
        assert_eq!(told(0.0).as_deref(), Ok("0分"));
        assert_eq!(told(1.5).as_deref(), Ok("1.5分"));
        assert_eq!(told(90.0).as_deref(), Ok("90分"));
    }

    #[test]
    fn a_wait_has_the_unit_that_people_would_choose() {
        let wording = Wording::default();
        let told = |hours| OfficeHours::try_from(hours).map(|it| wording.wait(it));
        let said = |text: &str| Ok(Some(text.to_owned()));
        assert_eq!(told(0.0), Ok(None));
        assert_eq!(told(0.3), said("待ち 18分"));
        assert_eq!(told(0.999), said("待ち 1時間"));
        assert_eq!(told(4.0), said("待ち 4時間"));
        assert_eq!(told(16.0), said("待ち 2.1日"));
        assert_eq!(told(80.0), said("待ち 10日"));
    }
}
