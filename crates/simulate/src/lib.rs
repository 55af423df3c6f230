//! Plays a flow through time: people, queues, opening hours and chance. Reads documents, changes nothing.
//!
//! In reading order: what is played ([`Plan`]), when people are there (`calendar`), the flow made ready (`net`, `staff`),
//! what happens when (`agenda`), one replication (`player`), and what all of them show together (`gathered`).
mod agenda;
mod arriving;
mod calendar;
mod cases;
mod certainty;
mod chance;
mod classes;
mod collecting;
mod desks;
mod gathered;
mod net;
mod plan;
mod player;
mod running;
mod staff;
mod tally;
mod track;
mod usual;
mod warm_up;
mod watch;

pub use calendar::{
    Doors, Equinox, Holiday, Hours, Lunch, Moment, Office, OpenTime, Shift, Stretch, WorkingDays,
    equinox, holiday, holidays,
};
pub use plan::{Arrivals, Peak, People, Plan, Replications, Seasons, WarmUp, Wave};
pub use running::{Unplayable, run};
pub use usual::FIRST_DAY;
