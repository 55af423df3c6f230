//! When an office is open: holidays, hours of a day, and a clock that only runs while it is open.
//!
//! In reading order: the equinoxes, the holidays, the days and the hours on which people are there, how clerks write them,
//! and the clock.
mod days;
mod equinox;
mod holidays;
mod hours;
mod open_time;
mod reading;

pub use days::{Doors, WorkingDays};
pub use equinox::{Equinox, equinox};
pub use holidays::{Holiday, holiday, holidays};
pub use hours::{Hours, Lunch, Office, Shift, Stretch};
pub(crate) use open_time::DAY;
pub use open_time::{Moment, OpenTime};
