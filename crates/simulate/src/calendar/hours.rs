//! When people are there: the hours of a day, its lunch, and the shifts that follow from them.
use super::days::WorkingDays;

/// Minutes of a day.
const DAY: u32 = 24 * 60;
/// When an office opens, unless told otherwise: 8:30.
const OPENS: u32 = 8 * 60 + 30;

/// When people are there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hours {
    /// Day and night.
    Always,
    /// In the hours of an office.
    Office(Office),
}

/// The hours of an office, the same on every day on which it works.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Office {
    /// Minutes after midnight.
    pub opens: u32,
    /// Minutes after midnight, at most those of a day. An office that closes before it opens has no hours.
    pub closes: u32,
    /// Who goes to lunch, and when.
    pub lunch: Lunch,
    /// On which days.
    pub days: WorkingDays,
}

/// The lunch of those who work in an office, in minutes after midnight. Nobody rests at the edge of the day: a lunch counts
/// where work goes on before and after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lunch {
    /// The hours go on.
    None,
    /// Everybody rests.
    Closed {
        /// When it begins.
        from: u32,
        /// When work goes on.
        to: u32,
    },
    /// One half of the people rests, the other half as long right after it (昼当番): there is always somebody.
    InTurns {
        /// When the first half goes.
        from: u32,
        /// When it is back and the second half goes.
        to: u32,
    },
}

impl Lunch {
    /// From noon to one, for everybody.
    pub const USUAL: Self = Self::Closed {
        from: 12 * 60,
        to: 13 * 60,
    };
}

/// A time of day without a break, in minutes after midnight: `to` is no part of it. Empty where it ends before it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// When it begins.
    pub from: u32,
    /// When it is over.
    pub to: u32,
}

impl Stretch {
    /// No time at all.
    const NONE: Self = Self { from: 0, to: 0 };
}

/// The time that people of one kind work: the stretches of a working day, and which days these are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shift {
    stretches: [Stretch; 2],
    days: WorkingDays,
}

impl Shift {
    /// The stretches of a working day before and after lunch, in their order; the second is empty where nobody rests.
    pub fn stretches(&self) -> [Stretch; 2] {
        self.stretches
    }

    /// On which days.
    pub fn days(&self) -> &WorkingDays {
        &self.days
    }
}

impl Hours {
    /// Monday to Friday whatever the date, without lunch: the calendar of textbooks. In minutes after midnight.
    pub fn plain_week(opens: u32, closes: u32) -> Self {
        Self::Office(Office {
            opens,
            closes,
            lunch: Lunch::None,
            days: WorkingDays::weekly(WorkingDays::MONDAY_TO_FRIDAY),
        })
    }

    /// When the people work: one shift for all, or two halves where they rest in turns.
    pub fn shifts(&self) -> Vec<Shift> {
        let Self::Office(office) = self else {
            return vec![self.counter()];
        };
        match office.lunch {
            Lunch::None => vec![office.shift(Stretch::NONE)],
            Lunch::Closed { from, to } => vec![office.shift(Stretch { from, to })],
            Lunch::InTurns { from, to } => {
                let later = to.saturating_add(to.saturating_sub(from));
                let second = Stretch {
                    from: to,
                    to: later,
                };
                vec![office.shift(Stretch { from, to }), office.shift(second)]
            }
        }
    }

    /// When there is anybody at all: what those outside see.
    pub fn counter(&self) -> Shift {
        match self {
            Self::Always => Shift {
                stretches: [Stretch { from: 0, to: DAY }, Stretch::NONE],
                days: WorkingDays::all(),
            },
            Self::Office(office) => match office.lunch {
                Lunch::Closed { from, to } => office.shift(Stretch { from, to }),
                Lunch::None | Lunch::InTurns { .. } => office.shift(Stretch::NONE),
            },
        }
    }
}

impl Office {
    /// The hours of a municipal office in which so many hours are worked: from 8:30, with an hour of lunch at noon, on
    /// Monday to Friday, neither on holidays nor at the turn of the year. More than fit so begin earlier, without lunch.
    pub fn usual(hours_a_day: f64) -> Self {
        let minutes = libm::round(hours_a_day.clamp(0.0, 24.0) * 60.0) as u32;
        let until_lunch = OPENS + minutes;
        let (opens, closes, lunch) = if until_lunch <= 12 * 60 {
            (OPENS, until_lunch, Lunch::None)
        } else if until_lunch + 60 <= DAY {
            (OPENS, until_lunch + 60, Lunch::USUAL)
        } else {
            (DAY - minutes, DAY, Lunch::None)
        };
        Self {
            opens,
            closes,
            lunch,
            days: WorkingDays::usual(),
        }
    }

    /// Whether it is the same at any time.
    pub(super) fn never_closes(&self) -> bool {
        (self.opens, self.closes, self.lunch) == (0, DAY, Lunch::None)
            && self.days == WorkingDays::all()
    }

    /// The hours without a rest.
    fn shift(&self, rest: Stretch) -> Shift {
        let (opens, closes) = (self.opens, self.closes.min(DAY));
        let is_between = opens < rest.from && rest.from < rest.to && rest.to < closes;
        let stretches = if is_between {
            let before = Stretch {
                from: opens,
                to: rest.from,
            };
            let after = Stretch {
                from: rest.to,
                to: closes,
            };
            [before, after]
        } else if opens < closes {
            let whole = Stretch {
                from: opens,
                to: closes,
            };
            [whole, Stretch::NONE]
        } else {
            [Stretch::NONE; 2]
        };
        Shift {
            stretches,
            days: self.days.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(shift: &Shift) -> String {
        let stretches = shift.stretches().map(|it| (it.from, it.to));
        let filled = stretches.into_iter().filter(|(from, to)| from < to);
        let clock = |at: u32| format!("{}:{:02}", at / 60, at % 60);
        let told = filled.map(|(from, to)| format!("{}-{}", clock(from), clock(to)));
        told.collect::<Vec<_>>().join(" ")
    }

    fn shifts(office: Office) -> Vec<String> {
        Hours::Office(office).shifts().iter().map(told).collect()
    }

    #[test]
    fn an_office_closes_when_the_hours_of_the_day_are_worked() {
        let closing = |hours| shifts(Office::usual(hours)).join(" and ");
        assert_eq!(closing(7.75), "8:30-12:00 13:00-17:15");
        assert_eq!(closing(7.5), "8:30-12:00 13:00-17:00");
        assert_eq!(closing(8.0), "8:30-12:00 13:00-17:30");
        assert_eq!(closing(3.0), "8:30-11:30");
        assert_eq!(closing(14.5), "8:30-12:00 13:00-24:00");
        assert_eq!(closing(20.0), "4:00-24:00");
        assert_eq!(closing(24.0), "0:00-24:00");
        assert_eq!(closing(0.0), "");
        assert_eq!(closing(f64::NAN), "");
    }

    #[test]
    fn lunch_in_turns_leaves_somebody_at_the_counter() {
        let office = Office {
            lunch: Lunch::InTurns { from: 720, to: 780 },
            ..Office::usual(7.75)
        };
        let halves = ["8:30-12:00 13:00-17:15", "8:30-13:00 14:00-17:15"];
        assert_eq!(shifts(office.clone()), halves);
        assert_eq!(told(&Hours::Office(office).counter()), "8:30-17:15");
        assert_eq!(told(&Hours::Always.counter()), "0:00-24:00");
    }

    #[test]
    fn nobody_rests_at_the_edge_of_the_day() {
        let morning = Office {
            closes: 13 * 60,
            ..Office::usual(7.75)
        };
        assert_eq!(shifts(morning), ["8:30-13:00"]);
        let afternoon = Office {
            opens: 12 * 60,
            ..Office::usual(7.75)
        };
        assert_eq!(shifts(afternoon), ["12:00-17:15"]);
        let backwards = Office {
            closes: 60,
            ..Office::usual(7.75)
        };
        assert_eq!(shifts(backwards), [""]);
    }
}
