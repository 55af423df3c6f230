//! How little a case may take in a year far away, and what that means for every year until then.
//!
//! People who are `staff` times as many as today do `volume` times as many cases when one case takes m* = m·staff/volume
//! minutes instead of m. On the way there each year takes the same part of the year before: (m*/m)^(1/years).

/// The way to a year far away.
#[derive(Clone, Debug, PartialEq)]
pub struct Backcast {
    /// Staff minutes of a case today.
    pub minutes_now: f64,
    /// Staff minutes that a case may take then.
    pub minutes_then: f64,
    /// What each year takes of the year before, as a part of it.
    pub yearly: f64,
    /// Each year with the minutes that a case may take in it, this year first.
    pub milestones: Vec<(i32, f64)>,
}

impl Backcast {
    /// The part of today's minutes that has to go; below zero where there is room for more.
    pub fn reduction(&self) -> f64 {
        1.0 - self.minutes_then / self.minutes_now
    }
}

/// The way from `minutes` in the year `from` to the year `to`, in which there are so much of today's people and cases.
/// `None` where there is no way: the year is not later, or one of the others is nothing.
pub fn backcast(minutes: f64, from: i32, to: i32, staff: f64, volume: f64) -> Option<Backcast> {
    let is_something = |it: f64| it.is_finite() && it > 0.0;
    let years = to.checked_sub(from).filter(|years| *years > 0)?;
    if ![minutes, staff, volume].into_iter().all(is_something) {
        return None;
    }
    let part = staff / volume;
    let yearly = libm::pow(part, 1.0 / f64::from(years));
    let in_year = |n: i32| minutes * libm::pow(part, f64::from(n) / f64::from(years));
    Some(Backcast {
        minutes_now: minutes,
        minutes_then: minutes * part,
        yearly,
        milestones: (0..=years).map(|n| (from + n, in_year(n))).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_the_people_have_half_the_minutes() {
        let way = backcast(40.0, 2026, 2040, 0.5, 1.0).unwrap();
        assert!((way.minutes_then - 20.0).abs() < 1e-12);
        assert!((way.reduction() - 0.5).abs() < 1e-12);
        // Published: 0.9517 a year, or 4.83 % less each year.
        assert!((way.yearly - 0.9517).abs() < 5e-5, "{}", way.yearly);
        assert_eq!(way.milestones.len(), 15);
        assert!((way.milestones[14].1 - 20.0).abs() < 1e-9);
        assert!((way.milestones[1].1 - 40.0 * way.yearly).abs() < 1e-9);
    }

    #[test]
    fn fewer_cases_leave_more_room() {
        let way = backcast(40.0, 2026, 2040, 0.5, 0.8).unwrap();
        assert!((way.reduction() - 0.375).abs() < 1e-12);
        assert!(backcast(40.0, 2026, 2040, 0.475, 1.0).unwrap().reduction() > 0.52);
        assert!(backcast(40.0, 2026, 2030, 1.2, 1.0).unwrap().reduction() < 0.0);
    }

    #[test]
    fn there_is_no_way_back_in_time_or_to_nothing() {
        assert_eq!(backcast(40.0, 2040, 2040, 0.5, 1.0), None);
        assert_eq!(backcast(0.0, 2026, 2040, 0.5, 1.0), None);
        assert_eq!(backcast(40.0, 2026, 2040, 0.0, 1.0), None);
        assert_eq!(backcast(40.0, 2026, 2040, 0.5, f64::NAN), None);
    }
}
