//! Somebody who notes everything that happens, and judges it when it is over.
use std::collections::BTreeMap;

use super::super::Turn;
use crate::calendar::Moment;
use crate::chance::{Chances, Takes, fraction};
use crate::net::Net;
use crate::plan::Plan;
use crate::watch::Watch;

/// A piece of work: a case at a place.
type Piece = (u64, u32);

/// What happened to a piece of work.
#[derive(Clone, Copy, Debug)]
enum What {
    Reaches,
    Begins { group: u32, until: Moment },
    Leaves,
}

/// What happened, in the order in which it did.
#[derive(Default)]
pub(super) struct Seen {
    pub(super) came: Vec<Moment>,
    pub(super) ended: BTreeMap<u64, Moment>,
    pieces: Vec<(Moment, Piece, What)>,
}

impl Watch for Seen {
    fn comes(&mut self, case: u64, at: Moment) {
        assert_eq!(case, self.came.len() as u64);
        assert!(self.came.last().is_none_or(|last| *last <= at));
        self.came.push(at);
    }

    fn reaches(&mut self, case: u64, place: u32, at: Moment) {
        self.pieces.push((at, (case, place), What::Reaches));
    }

    fn begins(&mut self, case: u64, place: u32, group: Option<u32>, at: Moment, until: Moment) {
        assert!(until >= at);
        if let Some(group) = group {
            let what = What::Begins { group, until };
            self.pieces.push((at, (case, place), what));
        }
    }

    fn leaves(&mut self, case: u64, place: u32, at: Moment) {
        self.pieces.push((at, (case, place), What::Leaves));
    }

    fn ends(&mut self, case: u64, at: Moment) {
        assert!(self.ended.insert(case, at).is_none(), "{case} ends twice");
    }
}

/// People of one group at work: how many, since when and until when.
type Busy = (u32, Moment, Moment);

impl Seen {
    /// Every piece that was begun was left when it was done, and every piece that was reached was left.
    pub(super) fn assert_left(&self) {
        let mut open: BTreeMap<Piece, Option<Moment>> = BTreeMap::new();
        for (at, piece, what) in &self.pieces {
            match what {
                What::Reaches => assert_eq!(open.insert(*piece, None), None),
                What::Begins { until, .. } => {
                    assert_eq!(open.insert(*piece, Some(*until)), Some(None));
                }
                What::Leaves => {
                    let until = open.remove(piece).unwrap();
                    assert!(until.is_none_or(|until| until == *at), "{piece:?} at {at}");
                }
            }
        }
        assert!(open.is_empty(), "{open:?}");
    }

    /// Nobody begins while they are not there, goes on while they are not, or does two things at once.
    pub(super) fn assert_at_work(&self, net: &Net) {
        let mut busy: BTreeMap<u32, Vec<Busy>> = BTreeMap::new();
        for (at, piece, what) in &self.pieces {
            let What::Begins { group, until } = *what else {
                continue;
            };
            let those = net.staff.groups[group as usize];
            let hours = net.staff.calendar(those.calendar);
            let task = net.places[piece.1 as usize].task.unwrap();
            assert!(hours.is_open(*at), "{piece:?} begins at {at}");
            let worked = hours.opened(until) - hours.opened(*at);
            assert_eq!(until, hours.advance(*at, worked), "{piece:?} from {at}");
            if let Takes::Always(time) = task.takes {
                assert_eq!(worked, time, "{piece:?} from {at} to {until}");
            }
            let group = busy.entry(group).or_default();
            group.retain(|it| it.2 > *at);
            group.push((task.people, *at, until));
            let people: u32 = group.iter().map(|it| it.0).sum();
            assert!(people <= those.people, "{group:?} at {at}");
        }
    }

    /// Where people are all that anybody waits for: who came first is taken first, urgent ones before the others, and nobody
    /// waits while somebody could begin.
    pub(super) fn assert_in_order(&self, net: &Net, plan: &Plan, turn: Turn) {
        let mut luck = Chances::of(plan.seed, turn.replication).stream("urgent");
        let drawn = self.came.iter().map(|_| fraction(&mut luck) < plan.urgent);
        let urgent: Vec<bool> = drawn.collect();
        let mut waiting: BTreeMap<u32, Vec<(bool, Moment, Piece)>> = BTreeMap::new();
        let mut busy: BTreeMap<u32, Vec<Busy>> = BTreeMap::new();
        for (at, piece, what) in &self.pieces {
            let task = net.places[piece.1 as usize].task.unwrap();
            let Some(pool) = task.pool else { continue };
            let queue = waiting.entry(pool).or_default();
            match what {
                What::Reaches => {
                    let is_behind = !urgent[piece.0 as usize];
                    let before = queue.partition_point(|it| it.0 <= is_behind);
                    queue.insert(before, (is_behind, *at, *piece));
                }
                What::Begins { group, until } => {
                    let (_, since, first) = queue.remove(0);
                    assert_eq!(first, *piece, "at {at}");
                    let groups = net.staff.pools[pool as usize].groups.clone();
                    let mut is_first = true;
                    for other in groups.clone() {
                        let others = busy.entry(other as u32).or_default();
                        others.retain(|it| it.2 >= *at);
                        is_first &= others.iter().all(|it| it.1 < *at);
                    }
                    // A moment ago it was at the head of the queue.
                    for other in groups.filter(|_| is_first && since < *at) {
                        assert_busy(net, other, &busy[&(other as u32)], *at - 1, task.people);
                    }
                    let group = busy.entry(*group).or_default();
                    group.push((task.people, *at, *until));
                }
                // Work that takes no time is never begun.
                What::Leaves => queue.retain(|it| it.2 != *piece),
            }
        }
        assert!(waiting.values().all(Vec::is_empty), "{waiting:?}");
    }
}

/// Too few of a group are free at a moment for work that takes so many, or they are not there.
fn assert_busy(net: &Net, group: usize, busy: &[Busy], at: Moment, people: u32) {
    let those = net.staff.groups[group];
    let is_there = net.staff.calendar(those.calendar).is_open(at);
    let working: u32 = busy.iter().map(|it| it.0).sum();
    assert!(
        !is_there || working + people > those.people,
        "{busy:?} at {at}"
    );
}
