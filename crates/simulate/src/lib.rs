//! Plays a flow through time: people, queues, opening hours and chance. Reads documents, changes nothing.
mod calendar;

pub use calendar::{
    Doors, Equinox, Holiday, Hours, Lunch, Moment, Office, OpenTime, Shift, Stretch, WorkingDays,
    equinox, holiday, holidays,
};
