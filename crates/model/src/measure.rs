//! Units as types: what is minutes is never mistaken for hours, and nothing is negative.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A number outside the range of its unit.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
pub enum OutOfRange {
    /// Below zero or not a number.
    #[error("{0} must be a number of zero or more")]
    Negative(f64),
    /// Not between 0 and 1.
    #[error("{0} must lie between 0 and 1")]
    NotAShare(f64),
    /// Farther away than any page reaches.
    #[error("{0} lies on no page")]
    OffThePage(f64),
}

macro_rules! amounts {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd, Serialize, Deserialize, TS)]
            #[serde(try_from = "f64", into = "f64")]
            #[ts(type = "number")]
            pub struct $name(f64);

            impl $name {
                /// Nothing of it.
                pub const ZERO: Self = Self(0.0);

                /// The amount as a bare number of this unit.
                pub fn get(self) -> f64 {
                    self.0
                }
            }

            impl TryFrom<f64> for $name {
                type Error = OutOfRange;

                fn try_from(amount: f64) -> Result<Self, OutOfRange> {
                    if amount.is_finite() && amount >= 0.0 {
                        // Turns -0.0 into 0.0, which is printed without a sign.
                        Ok(Self(amount + 0.0))
                    } else {
                        Err(OutOfRange::Negative(amount))
                    }
                }
            }

            impl From<$name> for f64 {
                fn from(amount: $name) -> Self {
                    amount.0
                }
            }
        )*
    };
}

amounts! {
    /// Working time of a person, in minutes.
    Minutes,
    /// Time during which the office is open, in hours. A day has 7.75 unless the project says otherwise.
    OfficeHours,
    /// Money.
    Yen,
    /// A plain quantity: cases, sheets, people in fractions.
    Quantity,
}

impl Minutes {
    /// As seconds, where it is less than a minute and they are whole.
    pub fn whole_seconds(self) -> Option<f64> {
        let seconds = self.get() * 60.0;
        let is_short = (0.5..59.5).contains(&seconds);
        (is_short && (seconds - seconds.round()).abs() < 1e-6).then(|| seconds.round())
    }
}

impl OfficeHours {
    /// As minutes, where `hours`, or as many hours less, are less than one as people round it.
    pub fn short_minutes(hours: f64) -> Option<f64> {
        let minutes = hours * 60.0;
        (minutes != 0.0 && minutes.abs() < 59.5).then_some(minutes)
    }

    /// Office hours of a day, where the project does not say otherwise.
    pub const A_DAY: f64 = 7.75;
    /// Working hours of one full-time person a year, where the project does not say otherwise.
    pub const A_YEAR: f64 = 1920.0;
}

/// A part of a whole, from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Serialize, Deserialize, TS)]
#[serde(try_from = "f64", into = "f64")]
#[ts(type = "number")]
pub struct Share(f64);

impl Share {
    /// None of it.
    pub const NONE: Self = Self(0.0);
    /// All of it.
    pub const ALL: Self = Self(1.0);

    /// The part as a number from 0 to 1.
    pub fn get(self) -> f64 {
        self.0
    }

    /// What is left of the whole.
    #[must_use]
    pub fn rest(self) -> Self {
        Self(clean(1.0 - self.0))
    }

    /// Both parts together; never more than the whole.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self(clean(self.0 + other.0).min(1.0))
    }

    /// How much of `whole` this part is; all of it where the whole is smaller.
    #[must_use]
    pub fn out_of(self, whole: Self) -> Self {
        if self.0 < whole.0 {
            Self(clean(self.0 / whole.0))
        } else {
            Self::ALL
        }
    }

    /// This part of `other`.
    #[must_use]
    pub fn of(self, other: Self) -> Self {
        Self(clean(self.0 * other.0))
    }
}

/// Drops what binary arithmetic added behind the twelfth decimal, so that 1 − 0.7 is 0.3.
fn clean(number: f64) -> f64 {
    (number * 1e12).round() / 1e12
}

impl TryFrom<f64> for Share {
    type Error = OutOfRange;

    fn try_from(share: f64) -> Result<Self, OutOfRange> {
        if (0.0..=1.0).contains(&share) {
            Ok(Self(share + 0.0))
        } else {
            Err(OutOfRange::NotAShare(share))
        }
    }
}

impl From<Share> for f64 {
    fn from(share: Share) -> Self {
        share.0
    }
}

/// Where a record stands among its siblings. Gaps leave room, so that a move touches one record.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS,
)]
#[serde(transparent)]
pub struct Rank(pub i64);

impl Rank {
    /// The usual distance between two neighbours.
    pub const GAP: i64 = 1 << 16;

    /// The rank of the `n`th sibling when all are ranked anew.
    pub fn nth(n: usize) -> Self {
        Self((n as i64 + 1) * Self::GAP)
    }
}
