//! What happens when: the next thing first, and of what happens at the same moment what was planned first.
use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::calendar::{DAY, Moment};

/// What happens later than in a thousand years does not happen: its milliseconds could not be added up.
pub(crate) const FOR_EVER: Moment = 1_000 * 365 * DAY;

/// What happens, and with what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Happening {
    /// Work ends, and those who did it are free.
    Done {
        /// The case.
        case: u32,
        /// Where it is.
        place: u32,
        /// Who did it; nobody who has to be waited for where there are none.
        group: u32,
        /// How many of them.
        people: u32,
    },
    /// A group of people comes to work.
    Opens {
        /// Which.
        group: u32,
    },
    /// A wait is over.
    Ready {
        /// The case.
        case: u32,
        /// Where it is.
        place: u32,
    },
    /// A case comes.
    Comes,
}

impl Happening {
    /// Of what happens at one moment, who gets free comes first, and who comes anew last.
    fn priority(self) -> u64 {
        match self {
            Self::Done { .. } => 0,
            Self::Opens { .. } => 1,
            Self::Ready { .. } => 2,
            Self::Comes => 3,
        }
    }
}

/// What is planned. The key is the moment, the priority and a running number: never two alike, so that the order is the
/// same on every machine.
#[derive(Default)]
pub(crate) struct Agenda {
    planned: BinaryHeap<Reverse<(Moment, u64, Happening)>>,
    number: u64,
}

impl Agenda {
    /// Plans what happens at a moment.
    pub(crate) fn plan(&mut self, at: Moment, happening: Happening) {
        let order = happening.priority() << 56 | self.number;
        self.number += 1;
        self.planned.push(Reverse((at, order, happening)));
    }

    /// What happens next.
    pub(crate) fn next(&mut self) -> Option<(Moment, Happening)> {
        let Reverse((at, _, happening)) = self.planned.pop()?;
        Some((at, happening))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_planned_first_happens_first_and_who_gets_free_before_who_comes() {
        let mut agenda = Agenda::default();
        let ready = |case| Happening::Ready { case, place: 0 };
        let done = Happening::Done {
            case: 9,
            place: 0,
            group: 0,
            people: 1,
        };
        agenda.plan(7, Happening::Comes);
        agenda.plan(7, ready(1));
        agenda.plan(7, ready(0));
        agenda.plan(3, ready(5));
        agenda.plan(7, done);
        let order: Vec<_> = std::iter::from_fn(|| agenda.next()).collect();
        let expected = [
            (3, ready(5)),
            (7, done),
            (7, ready(1)),
            (7, ready(0)),
            (7, Happening::Comes),
        ];
        assert_eq!(order, expected);
    }
}
