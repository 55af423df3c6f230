//! One replication: cases come, wait, are worked on, part and meet, and end.
#[cfg(test)]
mod tests;
mod work;

use kaizu_model::Cancel;
use rand_chacha::ChaCha8Rng;

use crate::agenda::{Agenda, FOR_EVER, Happening};
use crate::arriving::Arriving;
use crate::calendar::Moment;
use crate::cases::Cases;
use crate::chance::{Chances, fraction};
use crate::collecting::Collecting;
use crate::desks::Desks;
use crate::net::Net;
use crate::plan::Plan;
use crate::tally::Tally;
use crate::watch::Watch;

/// Nobody who has to be waited for.
const NOBODY: u32 = u32::MAX;

/// One replication that goes on.
pub(crate) struct Player<'n, W> {
    net: &'n Net,
    plan: &'n Plan,
    warm_up: u64,
    standard: Option<u64>,
    agenda: Agenda,
    arriving: Arriving<'n>,
    cases: Cases,
    desks: Desks<'n>,
    collecting: Collecting,
    luck: Luck,
    pub(crate) tally: Tally,
    pub(crate) watch: W,
    now: Moment,
    now_open: u64,
    /// Cases that were handed on and have not been looked at.
    handed: Vec<(u32, u32)>,
}

/// The chances of one replication.
struct Luck {
    work: Vec<ChaCha8Rng>,
    ways: Vec<ChaCha8Rng>,
    urgent: ChaCha8Rng,
}

impl Luck {
    fn of(net: &Net, chances: Chances) -> Self {
        let streams = |purpose: &str| {
            let names = net.names.iter();
            names
                .map(|name| chances.stream(&format!("{purpose} {name}")))
                .collect()
        };
        Self {
            work: streams("work"),
            ways: streams("ways"),
            urgent: chances.stream("urgent"),
        }
    }
}

/// Which replication is played, and what counts in it.
#[derive(Clone, Copy)]
pub(crate) struct Turn {
    /// The how many-th.
    pub(crate) replication: u32,
    /// The first cases that no figure counts.
    pub(crate) warm_up: u64,
    /// The standard period in milliseconds of open time.
    pub(crate) standard: Option<u64>,
}

impl<'n, W: Watch> Player<'n, W> {
    /// Before the first case. `None` where there is no memory for it.
    pub(crate) fn of(net: &'n Net, plan: &'n Plan, turn: Turn, watch: W) -> Option<Self> {
        let chances = Chances::of(plan.seed, turn.replication);
        Some(Self {
            net,
            plan,
            warm_up: turn.warm_up,
            standard: turn.standard,
            agenda: Agenda::default(),
            arriving: Arriving::of(plan, net.office(), chances),
            cases: Cases::of(net.joins),
            desks: Desks::of(&net.staff),
            collecting: Collecting::of(net, plan.start),
            luck: Luck::of(net, chances),
            tally: Tally::of(net)?,
            watch,
            now: 0,
            now_open: 0,
            handed: Vec::new(),
        })
    }

    /// Plays until every case has ended, or somebody cancels, or who looks on has seen enough, or a thousand years are over.
    pub(crate) fn play(mut self, cancel: &Cancel) -> (Tally, W) {
        self.await_next();
        while !self.watch.is_content() {
            let Some((at, happening)) = self.agenda.next() else {
                if self.release_collected() {
                    continue;
                }
                break;
            };
            if at > FOR_EVER {
                break;
            }
            if at != self.now {
                self.pass(at);
            }
            self.happen(happening);
            self.tally.events += 1;
            if self.tally.events.is_multiple_of(4096) && cancel.is_cancelled() {
                break;
            }
        }
        let (now, now_open) = (self.now, self.now_open);
        for pool in &mut self.tally.pools {
            pool.now_waits(pool.waiting, now, now_open);
        }
        (self.tally, self.watch)
    }

    /// Time goes by.
    fn pass(&mut self, to: Moment) {
        let open = self.net.office().opened(to);
        let in_hand = self.cases.in_hand();
        self.tally.in_hand.add(in_hand, self.now, to);
        self.tally.in_hand_open += u128::from(in_hand) * u128::from(open - self.now_open);
        (self.now, self.now_open) = (to, open);
    }

    fn happen(&mut self, happening: Happening) {
        match happening {
            Happening::Comes => self.come(),
            Happening::Ready { case, place } => self.ready(case, place),
            Happening::Opens { group } => {
                self.desks.opened(group);
                self.attend(self.net.staff.groups[group as usize].pool);
            }
            Happening::Done {
                case,
                place,
                group,
                people,
            } => {
                self.done(case, place);
                if group != NOBODY {
                    self.desks.release(group, people);
                    self.attend(self.net.staff.groups[group as usize].pool);
                }
            }
        }
        self.look_at_handed();
    }

    /// What was handed on comes to its next places.
    fn look_at_handed(&mut self) {
        while let Some((case, place)) = self.handed.pop() {
            self.reach(case, place);
        }
    }

    fn await_next(&mut self) {
        if let Some(at) = self.arriving.next() {
            self.agenda.plan(at, Happening::Comes);
        }
    }

    fn come(&mut self) {
        let number = self.tally.came;
        self.tally.came += 1;
        if number == self.warm_up {
            for pool in &mut self.tally.pools {
                pool.begin(self.now, self.now_open);
            }
        }
        let case = self.cases.come(number, self.now_open);
        if self.plan.urgent > 0.0 {
            let is_urgent = fraction(&mut self.luck.urgent) < self.plan.urgent;
            self.cases.get(case).is_urgent = is_urgent;
        }
        self.watch.comes(number, self.now);
        self.handed.push((case, self.net.start));
        self.await_next();
    }
}
