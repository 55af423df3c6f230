//! One replication written down as it happens: what a replay shows.
use kaizu_analysis::Graph;
use kaizu_model::{Cancel, Document, EdgeId, FlowId, NodeId};

use crate::calendar::{Moment, OpenTime};
use crate::chance::MINUTE;
use crate::net::Net;
use crate::plan::Plan;
use crate::player::{Player, Turn};
use crate::running::{Unplayable, playable};
use crate::watch::Watch;

#[cfg(test)]
mod tests;

/// What happened in one replication, in the order in which it happened.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trace {
    /// All of it, or its beginning.
    pub entries: Vec<Entry>,
    /// More happened than could be written down.
    pub is_cut: bool,
    /// When the office is open, from the first midnight to the end of the last day on which something happened.
    pub openings: Vec<Opening>,
}

/// Something that happened.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Entry {
    /// Minutes of the clock after the first midnight.
    pub at: f64,
    /// To the how many-th case.
    pub case: u64,
    /// What.
    pub what: Passage,
}

/// What can happen to a case. Only at steps something is done: through branches and events it passes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Passage {
    /// It comes.
    Comes,
    /// It is handed on along an arrow.
    Goes(EdgeId),
    /// It comes to a step, where it waits until work begins.
    Reaches(NodeId),
    /// Work on it begins.
    Begins(NodeId),
    /// It leaves a step; where work takes no time, it never began.
    Leaves(NodeId),
    /// It ends.
    Ends,
}

/// A time in which the office is open, in minutes of the clock after the first midnight.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Opening {
    /// When it opens.
    pub from: f64,
    /// When it closes.
    pub to: f64,
}

/// Plays `flow` once as `plan` says and writes down what happens: `most` entries, and none after them.
pub fn trace(
    document: &Document,
    flow: FlowId,
    plan: &Plan,
    most: usize,
    cancel: &Cancel,
) -> Result<Trace, Unplayable> {
    let graph = Graph::of(document, flow).map_err(Unplayable::Refused)?;
    playable(&graph)?;
    let net = Net::of(&graph, plan)?;
    let turn = Turn {
        replication: 0,
        warm_up: 0,
        standard: None,
    };
    let places = net.places.iter();
    let scribe = Scribe {
        nodes: places.map(|place| graph.id(place.node)).collect(),
        most,
        trace: Trace::default(),
    };
    let player = Player::of(&net, plan, turn, scribe).ok_or(Unplayable::TooLarge)?;
    let (tally, scribe) = player.play(cancel);
    let mut trace = scribe.trace;
    if cancel.is_cancelled() {
        return Err(Unplayable::Cancelled);
    }
    if tally.came != tally.ended && !trace.is_cut {
        return Err(Unplayable::Stuck);
    }
    let last = trace.entries.last().map_or(0.0, |entry| entry.at);
    trace.openings = openings(plan, last).ok_or(Unplayable::NeverOpen)?;
    Ok(trace)
}

/// When the office is open, as those outside see it, up to the end of the day of a minute.
fn openings(plan: &Plan, last: f64) -> Option<Vec<Opening>> {
    let counter = OpenTime::of(&plan.hours.counter(), plan.start)?;
    let stretches = counter.stretches_until((last * MINUTE).ceil() as Moment);
    let openings = stretches.into_iter().map(|(from, to)| Opening {
        from: minutes(from),
        to: minutes(to),
    });
    Some(openings.collect())
}

fn minutes(at: Moment) -> f64 {
    at as f64 / MINUTE
}

/// Writes down what happens, until there is no room for more.
struct Scribe {
    /// Which node each place is.
    nodes: Vec<NodeId>,
    most: usize,
    trace: Trace,
}

impl Scribe {
    fn write(&mut self, case: u64, what: Passage, at: Moment) {
        if self.trace.entries.len() < self.most {
            let at = minutes(at);
            self.trace.entries.push(Entry { at, case, what });
        } else {
            self.trace.is_cut = true;
        }
    }

    fn write_at(&mut self, place: u32, what: fn(NodeId) -> Passage, case: u64, at: Moment) {
        if let Some(node) = self.nodes.get(place as usize) {
            self.write(case, what(*node), at);
        }
    }
}

impl Watch for Scribe {
    fn comes(&mut self, case: u64, at: Moment) {
        self.write(case, Passage::Comes, at);
    }

    fn goes(&mut self, case: u64, edge: EdgeId, at: Moment) {
        self.write(case, Passage::Goes(edge), at);
    }

    fn reaches(&mut self, case: u64, place: u32, at: Moment) {
        self.write_at(place, Passage::Reaches, case, at);
    }

    fn begins(&mut self, case: u64, place: u32, _group: Option<u32>, at: Moment, _until: Moment) {
        self.write_at(place, Passage::Begins, case, at);
    }

    fn leaves(&mut self, case: u64, place: u32, at: Moment) {
        self.write_at(place, Passage::Leaves, case, at);
    }

    fn ends(&mut self, case: u64, at: Moment) {
        self.write(case, Passage::Ends, at);
    }

    fn is_content(&self) -> bool {
        self.trace.is_cut
    }
}
