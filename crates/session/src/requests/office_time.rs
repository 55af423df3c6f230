//! Time during which the office is open, as people count it: days, hours below one day, and minutes below one hour.
pub(crate) use kaizu_analysis::hours_a_day as day;
use kaizu_model::OfficeHours;

use crate::words::Words;

/// Whether `hours` are told in days.
pub(crate) fn is_days(day: f64, hours: f64) -> bool {
    hours.abs() >= day
}

/// `hours` as days with one decimal.
pub(crate) fn days(day: f64, hours: f64) -> f64 {
    (hours / day * 10.0).round() / 10.0
}

/// `hours` in words, with the sign of a difference where `is_signed`.
pub(crate) fn told(words: &Words, day: f64, hours: f64, is_signed: bool) -> String {
    let (id, number) = if is_days(day, hours) {
        ("office-days", days(day, hours))
    } else if let Some(minutes) = OfficeHours::short_minutes(hours) {
        ("office-minutes", minutes)
    } else {
        ("office-hours", hours)
    };
    let sign = if is_signed && number > 0.0 { "+" } else { "" };
    words.tell(id, &[("n", format!("{sign}{}", Words::number(number)))])
}

#[cfg(test)]
mod tests {
    use kaizu_model::Language;

    use super::*;

    #[test]
    fn a_day_and_more_is_told_in_days_and_less_in_hours_or_minutes() {
        let words = Words::new(Language::Ja);
        let told = |hours, is_signed| told(&words, 7.75, hours, is_signed);
        assert_eq!(told(189.4, false), "24.4開庁日");
        assert_eq!(told(7.75, false), "1開庁日");
        assert_eq!(told(7.0, false), "7開庁時間");
        assert_eq!(told(-15.5, true), "−2開庁日");
        assert_eq!(told(0.25, true), "+15分");
        assert_eq!(told(-0.5, true), "−30分");
        assert_eq!(told(0.0, false), "0開庁時間");
    }
}
