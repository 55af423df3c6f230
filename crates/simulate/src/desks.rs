//! The people at work: who is free, and who waits for them.
use std::collections::VecDeque;

use crate::agenda::{Agenda, Happening};
use crate::calendar::Moment;
use crate::staff::Staff;

/// A piece of work in front of some people.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Piece {
    /// Of which case.
    pub(crate) case: u32,
    /// Where.
    pub(crate) place: u32,
    /// How many people it takes at once.
    pub(crate) people: u32,
    /// How much open time there had been when it came.
    pub(crate) since: u64,
    /// How long it takes.
    pub(crate) takes: Moment,
    /// Whether it is taken before others.
    pub(crate) is_urgent: bool,
}

/// Who of one group is free.
struct Free {
    people: u32,
    /// Whether it is planned that they are asked again as they come to work.
    is_called: bool,
}

/// All people at work.
pub(crate) struct Desks<'n> {
    staff: &'n Staff,
    free: Vec<Free>,
    /// For each pool, those who wait: the urgent ones, and the others.
    waiting: Vec<[VecDeque<Piece>; 2]>,
}

impl<'n> Desks<'n> {
    /// Everybody free.
    pub(crate) fn of(staff: &'n Staff) -> Self {
        let free = |group: &crate::staff::Group| Free {
            people: group.people,
            is_called: false,
        };
        Self {
            staff,
            free: staff.groups.iter().map(free).collect(),
            waiting: staff.pools.iter().map(|_| Default::default()).collect(),
        }
    }

    /// How many wait for a pool.
    pub(crate) fn queue(&self, pool: u32) -> u64 {
        let queues = &self.waiting[pool as usize];
        (queues[0].len() + queues[1].len()) as u64
    }

    /// Puts a piece of work behind the others.
    pub(crate) fn put(&mut self, pool: u32, piece: Piece) {
        let queue = usize::from(!piece.is_urgent);
        self.waiting[pool as usize][queue].push_back(piece);
    }

    /// People of a group are free again.
    pub(crate) fn release(&mut self, group: u32, people: u32) {
        self.free[group as usize].people += people;
    }

    /// A group has come to work.
    pub(crate) fn opened(&mut self, group: u32) {
        self.free[group as usize].is_called = false;
    }

    /// The next piece of work of a pool that somebody can begin now, and who.
    ///
    /// Where there is one but those who are free are not at work, they are asked again as they come.
    pub(crate) fn begin(
        &mut self,
        pool: u32,
        now: Moment,
        agenda: &mut Agenda,
    ) -> Option<(Piece, u32)> {
        let queues = &self.waiting[pool as usize];
        let first = usize::from(queues[0].is_empty());
        let people = queues[first].front()?.people;
        let groups = self.staff.pools[pool as usize].groups.clone();
        let mut able = None;
        for group in groups {
            let free = &mut self.free[group];
            if free.people < people {
                continue;
            }
            let calendar = self.staff.calendar(self.staff.groups[group].calendar);
            if calendar.is_open(now) {
                able = Some(group);
                break;
            }
            if !free.is_called {
                free.is_called = true;
                let group = group as u32;
                agenda.plan(calendar.next_opening(now), Happening::Opens { group });
            }
        }
        let group = able?;
        self.free[group].people -= people;
        let piece = self.waiting[pool as usize][first].pop_front()?;
        Some((piece, group as u32))
    }
}
