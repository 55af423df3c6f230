//! Work that is done for many cases at once: each day, week or month, or when there are enough.
use time::{Date, Duration};

use crate::calendar::{DAY, Moment, OpenTime};
use crate::net::{Collected, Net};

/// Cases that wait until work is collected.
pub(crate) struct Collecting {
    start: Date,
    /// For each place, the cases that wait until there are enough, and since when in open time.
    waiting: Vec<Vec<(u32, u64)>>,
    /// Room for the next that wait.
    spare: Vec<(u32, u64)>,
}

impl Collecting {
    /// Nobody waits yet; time begins on `start`.
    pub(crate) fn of(net: &Net, start: Date) -> Self {
        Self {
            start,
            waiting: net.places.iter().map(|_| Vec::new()).collect(),
            spare: Vec::new(),
        }
    }

    /// When work that is there at a moment is done: as the next day, week or month opens.
    pub(crate) fn next(&self, how: Collected, at: Moment, hours: &OpenTime) -> Option<Moment> {
        let day = i64::try_from(at / DAY).ok()?;
        let date = || self.start.checked_add(Duration::days(day));
        let days = match how {
            Collected::Never | Collected::Count(_) => return None,
            Collected::Daily => 1,
            Collected::Weekly => 7 - i64::from(date()?.weekday().number_days_from_monday()),
            Collected::Monthly => {
                let date = date()?;
                i64::from(date.month().length(date.year())) - i64::from(date.day()) + 1
            }
        };
        let next = u64::try_from(day + days).ok()? * DAY;
        Some(hours.next_opening(next))
    }

    /// One more waits at a place; all of them, with since when, where they are enough.
    pub(crate) fn wait(
        &mut self,
        case: u32,
        place: u32,
        since: u64,
        enough: u32,
    ) -> Option<Vec<(u32, u64)>> {
        let waiting = &mut self.waiting[place as usize];
        waiting.push((case, since));
        if waiting.len() < enough as usize {
            return None;
        }
        Some(std::mem::replace(waiting, std::mem::take(&mut self.spare)))
    }

    /// Takes back the room of those who have waited.
    pub(crate) fn take_back(&mut self, mut room: Vec<(u32, u64)>) {
        room.clear();
        self.spare = room;
    }

    /// Those who wait for others that will not come any more, with their place.
    pub(crate) fn left(&mut self) -> Option<(u32, Vec<(u32, u64)>)> {
        let (place, waiting) = self
            .waiting
            .iter_mut()
            .enumerate()
            .find(|(_, waiting)| !waiting.is_empty())?;
        Some((place as u32, std::mem::take(waiting)))
    }
}
