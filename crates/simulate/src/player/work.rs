//! What a case goes through at one place: it comes, waits, is worked on and is handed on.
use super::{NOBODY, Player};
use crate::agenda::Happening;
use crate::calendar::Moment;
use crate::cases::Met;
use crate::chance::fraction;
use crate::desks::Piece;
use crate::net::{Collected, Holder, Task};
use crate::watch::Watch;

impl<W: Watch> Player<'_, W> {
    /// A case comes to a place.
    pub(super) fn reach(&mut self, case: u32, at: u32) {
        let place = &self.net.places[at as usize];
        if let Some((awaits, join)) = place.join
            && self.cases.meet(case, join, awaits) == Met::Waits
        {
            self.vanish(case);
            return;
        }
        let Some(task) = &place.task else {
            self.hand_on(case, at);
            return;
        };
        let number = self.cases.get(case).number;
        self.watch.reaches(number, at, self.now);
        if number >= self.warm_up {
            self.tally.nodes[place.node].visits += 1;
        }
        if let Collected::Count(enough) = task.collected {
            if let Some(all) = self.collecting.wait(case, at, self.now_open, enough) {
                self.begin_together(at, all);
            }
            return;
        }
        self.wait(case, at, task);
    }

    /// The wait before a step that nobody at a desk is the reason for.
    fn wait(&mut self, case: u32, at: u32, task: &Task) {
        let hours = self.net.staff.calendar(task.calendar);
        let delayed = hours.advance(self.now, task.delay);
        let next = self.collecting.next(task.collected, delayed, hours);
        let ready = next.unwrap_or(delayed);
        if ready == self.now {
            self.work(case, at);
            return;
        }
        let office = self.net.office();
        let (delayed, open) = (office.opened(delayed), office.opened(ready));
        self.note_delay(case, at, delayed - self.now_open, open - delayed);
        if task.delayed_by == Holder::Others {
            self.cases.get(case).take_from_city(self.now_open);
        }
        let place = at;
        self.agenda.plan(ready, Happening::Ready { case, place });
    }

    /// A wait is over.
    pub(super) fn ready(&mut self, case: u32, at: u32) {
        let task = self.net.places[at as usize].task.as_ref();
        if task.is_some_and(|task| task.delayed_by == Holder::Others) {
            self.cases.get(case).give_to_city(self.now_open);
        }
        self.work(case, at);
    }

    /// Cases that waited for one another at a place are worked on.
    fn begin_together(&mut self, at: u32, cases: Vec<(u32, u64)>) {
        for (case, since) in &cases {
            self.note_delay(*case, at, 0, self.now_open - since);
            self.work(*case, at);
        }
        self.collecting.take_back(cases);
    }

    /// Work goes on for those who wait for others that will not come any more. Whether there are any.
    pub(super) fn release_collected(&mut self) -> bool {
        let Some((at, left)) = self.collecting.left() else {
            return false;
        };
        self.begin_together(at, left);
        self.look_at_handed();
        true
    }

    /// Waiting for collected work is waiting for the office; other delays are not.
    fn note_delay(&mut self, case: u32, at: u32, delay: u64, collecting: u64) {
        let case = self.cases.get(case);
        case.waited += collecting;
        if case.number >= self.warm_up {
            let node = self.net.places[at as usize].node;
            self.tally.nodes[node].delayed += u128::from(delay) + u128::from(collecting);
        }
    }

    /// A case is there to be worked on.
    fn work(&mut self, case: u32, at: u32) {
        let place = &self.net.places[at as usize];
        let Some(task) = &place.task else { return };
        let takes = task.takes.draw(&mut self.luck.work[place.node]);
        if takes == 0 {
            self.leave(case, at);
            return;
        }
        let Some(pool) = task.pool else {
            self.begin(case, at, task, takes, None);
            return;
        };
        let is_urgent = self.cases.get(case).is_urgent;
        let piece = Piece {
            case,
            place: at,
            people: task.people,
            since: self.now_open,
            takes,
            is_urgent,
        };
        self.desks.put(pool, piece);
        self.attend(pool);
    }

    /// Those of a pool who are free take what waits.
    pub(super) fn attend(&mut self, pool: u32) {
        while let Some((piece, group)) = self.desks.begin(pool, self.now, &mut self.agenda) {
            let waited = self.now_open - piece.since;
            let case = self.cases.get(piece.case);
            case.waited += waited;
            let place = &self.net.places[piece.place as usize];
            if case.number >= self.warm_up {
                self.tally.nodes[place.node].queued += u128::from(waited);
                let pool = &mut self.tally.pools[pool as usize];
                pool.pieces += 1;
                pool.queued += u128::from(waited);
            }
            if let Some(task) = &place.task {
                self.begin(piece.case, piece.place, task, piece.takes, Some(group));
            }
        }
        let waiting = self.desks.queue(pool);
        let seen = &mut self.tally.pools[pool as usize];
        if waiting != seen.waiting {
            seen.now_waits(waiting, self.now, self.now_open);
        }
    }

    /// Work begins; nobody goes on with it while those who do it are not there.
    fn begin(&mut self, case: u32, at: u32, task: &Task, takes: Moment, group: Option<u32>) {
        let calendar = group.map_or(task.calendar, |group| {
            self.net.staff.groups[group as usize].calendar
        });
        let until = self.net.staff.calendar(calendar).advance(self.now, takes);
        let node = self.net.places[at as usize].node;
        let held = self.cases.get(case);
        if task.holder == Holder::Others {
            held.take_from_city(self.now_open);
        }
        let number = held.number;
        if number >= self.warm_up {
            let seen = &mut self.tally.nodes[node];
            let open = self.net.office().opened(until);
            seen.worked += u128::from(open - self.now_open);
            seen.effort += takes as f64 * task.effort;
        }
        if let Some(pool) = task.pool {
            let seen = &mut self.tally.pools[pool as usize];
            seen.busy += takes as f64 * f64::from(task.people);
            seen.from.get_or_insert(self.now);
            seen.until = seen.until.max(until);
        }
        self.watch.begins(number, at, group, self.now, until);
        let done = Happening::Done {
            case,
            place: at,
            group: group.unwrap_or(NOBODY),
            people: task.people,
        };
        self.agenda.plan(until, done);
    }

    /// Work is done.
    pub(super) fn leave(&mut self, case: u32, at: u32) {
        let number = self.cases.get(case).number;
        self.watch.leaves(number, at, self.now);
        self.hand_on(case, at);
    }

    /// The end of work in others' hands.
    pub(super) fn done(&mut self, case: u32, at: u32) {
        let task = self.net.places[at as usize].task.as_ref();
        if task.is_some_and(|task| task.holder == Holder::Others) {
            self.cases.get(case).give_to_city(self.now_open);
        }
        self.leave(case, at);
    }

    /// A case goes on: along all ways side by side, and along one of those of which one is taken.
    fn hand_on(&mut self, case: u32, at: u32) {
        let place = &self.net.places[at as usize];
        let chosen = match place.one.as_slice() {
            [] => None,
            [only] => Some(only),
            several => {
                let drawn = fraction(&mut self.luck.ways[place.node]);
                several.iter().find(|way| drawn < way.below)
            }
        };
        let ways = place.all.len() + usize::from(chosen.is_some());
        if ways == 0 {
            self.vanish(case);
            return;
        }
        let held = self.cases.get(case);
        held.places += ways as u32 - 1;
        for _ in 1..ways {
            held.give_to_city(self.now_open);
        }
        let number = held.number;
        // The last one handed on is looked at first.
        for way in place.all.iter().chain(chosen).rev() {
            self.watch.goes(number, way.edge, self.now);
            self.handed.push((case, way.to));
        }
    }

    /// A case is in one place less; in none, it has ended.
    fn vanish(&mut self, case: u32) {
        let now_open = self.now_open;
        let held = self.cases.get(case);
        held.places -= 1;
        held.take_from_city(now_open);
        if held.places > 0 {
            return;
        }
        let ended = *held;
        self.cases.end(case);
        let lead = now_open - ended.came_open;
        self.watch.ends(ended.number, self.now);
        let tally = &mut self.tally;
        tally.ended += 1;
        tally.last_ended = self.now;
        tally.lead_of_all += u128::from(lead);
        tally.leads.add(ended.number, lead);
        tally.waits.add(ended.number, ended.waited);
        if ended.number >= self.warm_up {
            tally.counted += 1;
            tally.lead.add(lead);
            tally.wait.add(ended.waited);
            let own = lead.saturating_sub(ended.away);
            tally.over += u64::from(self.standard.is_some_and(|standard| own > standard));
        }
    }
}
