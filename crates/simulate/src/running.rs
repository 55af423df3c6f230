//! As many replications as are asked for, side by side, and what they show.
use kaizu_analysis::{Graph, soundness};
use kaizu_model::{
    Assumption, Document, FlowId, LaneOutcome, NodeId, Outcome, Progress, Quantity, Refusal,
};
use rayon::prelude::*;

use crate::gathered::Gathered;
use crate::net::Net;
use crate::plan::{Arrivals, People, Plan, Replications, WarmUp};
use crate::player::{Player, Turn};
use crate::tally::Tally;
use crate::warm_up::recognised;
use crate::watch::Nobody;

/// So many replications show how long the office takes to fill up.
const PILOTS: u32 = 5;

/// So many replications are played before it is asked whether they are enough.
const ROUND: u32 = 10;

/// At least so many, where nobody says how many.
const LEAST: u32 = 30;

/// Why a flow cannot be played.
#[derive(Clone, Debug, PartialEq)]
pub enum Unplayable {
    /// It is not there.
    Refused(Refusal),
    /// Nothing is drawn.
    Empty,
    /// Some cases would wait for ever or come to a node twice: the nodes, each with the way to it.
    Unsound(Vec<(NodeId, Vec<NodeId>)>),
    /// Some cases would go round for ever.
    Endless,
    /// The office never opens.
    NeverOpen,
    /// Some cases did not end, though every one should, or not in a thousand years.
    Stuck,
    /// Somebody stopped it.
    Cancelled,
    /// There is too little memory.
    TooLarge,
}

/// Plays `flow` as `plan` says. `progress` hears of every round of replications.
pub fn run(
    document: &Document,
    flow: FlowId,
    plan: &Plan,
    progress: &Progress,
) -> Result<Outcome, Unplayable> {
    let graph = Graph::of(document, flow).map_err(Unplayable::Refused)?;
    playable(&graph)?;
    let net = Net::of(&graph, plan)?;
    let day = net.office().a_day() as f64;
    let standard = graph.process.standard_days.map(Quantity::get);
    let turn = Turn {
        replication: 0,
        warm_up: 0,
        standard: standard.map(|days| (days * day).round() as u64),
    };
    let many = Many {
        net: &net,
        plan,
        progress,
    };
    let warm_up = many.warm_up(turn)?;
    let gathered = many.play(Turn { warm_up, ..turn })?;
    let mut outcome = gathered.outcome(&net, &graph, plan);
    outcome.warm_up = warm_up;
    outcome.assumptions.extend(overloaded(&net, plan, &outcome));
    Ok(outcome)
}

/// Whether every case can end, and ends once.
pub(crate) fn playable(graph: &Graph) -> Result<(), Unplayable> {
    if graph.start().is_none() {
        return Err(Unplayable::Empty);
    }
    let sound = soundness(graph);
    let stuck = sound.deadlocks.iter().chain(&sound.doubled);
    let stuck: Vec<_> = stuck
        .map(|(node, way)| (graph.id(*node), way.clone()))
        .collect();
    if !stuck.is_empty() {
        return Err(Unplayable::Unsound(stuck));
    }
    graph.visits().map(|_| ()).ok_or(Unplayable::Endless)
}

/// Many replications of one plan.
struct Many<'n> {
    net: &'n Net,
    plan: &'n Plan,
    progress: &'n Progress,
}

impl Many<'_> {
    /// The first cases that no figure counts.
    fn warm_up(&self, turn: Turn) -> Result<u64, Unplayable> {
        let is_steady = match self.plan.arrivals {
            Arrivals::Random { .. } | Arrivals::Even { .. } => {
                self.plan.people != People::Unlimited
            }
            Arrivals::Alone | Arrivals::Waves(_) | Arrivals::Seasons(_) => false,
        };
        match self.plan.warm_up {
            WarmUp::Cases(cases) => Ok(cases.min(self.plan.cases.saturating_sub(1))),
            WarmUp::Recognised if !is_steady => Ok(0),
            WarmUp::Recognised => {
                let pilots = self.side_by_side(0..PILOTS, turn)?;
                let series: Vec<_> = pilots.into_iter().map(|tally| tally.leads).collect();
                Ok(recognised(&series))
            }
        }
    }

    /// As many replications as are asked for.
    fn play(&self, turn: Turn) -> Result<Gathered, Unplayable> {
        let mut gathered = Gathered::of(self.net).ok_or(Unplayable::TooLarge)?;
        loop {
            let done = gathered.replications();
            let wanted = self.wanted(&gathered);
            if done >= wanted {
                return Ok(gathered);
            }
            let next = done..wanted.min(done + ROUND);
            for tally in self.side_by_side(next, turn)? {
                let added = gathered.add(self.net, &tally, turn.warm_up);
                added.ok_or(Unplayable::TooLarge)?;
            }
            self.progress.tell(gathered.replications() as usize);
        }
    }

    /// How many replications there have to be, as far as is known.
    fn wanted(&self, gathered: &Gathered) -> u32 {
        match self.plan.replications {
            Replications::Exactly(n) => n.max(1),
            Replications::UntilWithin { part, at_most } => {
                let done = gathered.replications();
                let is_sure = gathered.uncertainty().is_some_and(|is| is <= part);
                if done >= LEAST && is_sure {
                    done
                } else {
                    done.max(LEAST).max(done + ROUND).min(at_most.max(1))
                }
            }
        }
    }

    /// These replications, in the order of their numbers however many are played at once.
    fn side_by_side(
        &self,
        replications: std::ops::Range<u32>,
        turn: Turn,
    ) -> Result<Vec<Tally>, Unplayable> {
        let cancel = &self.progress.cancel;
        let one = |replication| {
            let turn = Turn {
                replication,
                ..turn
            };
            let player = Player::of(self.net, self.plan, turn, Nobody);
            Some(player?.play(cancel).0)
        };
        let tallies: Option<Vec<Tally>> = replications.into_par_iter().map(one).collect();
        let tallies = tallies.ok_or(Unplayable::TooLarge)?;
        if cancel.is_cancelled() {
            return Err(Unplayable::Cancelled);
        }
        let all_ended = tallies.iter().all(|tally| tally.came == tally.ended);
        if all_ended {
            Ok(tallies)
        } else {
            Err(Unplayable::Stuck)
        }
    }
}

/// Whose work grows as long as cases come as they do.
fn overloaded(net: &Net, plan: &Plan, outcome: &Outcome) -> Vec<Assumption> {
    let (Arrivals::Random { per_hour } | Arrivals::Even { per_hour }) = &plan.arrivals else {
        return Vec::new();
    };
    let pool = |lane: &LaneOutcome| net.staff.of_lane(lane.lane).0;
    // Lanes that share their people are busy together.
    let is_too_much = |lane: &&LaneOutcome| {
        let people = lane.people.filter(|people| *people > 0.0);
        people.is_some_and(|people| {
            let own = outcome.lanes.iter().filter(|it| pool(it) == pool(lane));
            let work: f64 = own.map(|it| it.work_hours_per_case).sum();
            per_hour * work / people >= 1.0
        })
    };
    let lanes = outcome.lanes.iter().filter(is_too_much);
    lanes
        .map(|lane| Assumption::Overloaded { lane: lane.lane })
        .collect()
}
