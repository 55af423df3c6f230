//! What all replications showed together.
use kaizu_analysis::{Graph, hourly_wage};
use kaizu_model::{Cleared, Course, LaneOutcome, Outcome, StepOutcome};

use crate::calendar::Moment;
use crate::certainty::{half_width, spread};
use crate::classes::classes;
use crate::net::{HOUR, Net};
use crate::tally::{AtNode, Tally, Times};
use crate::track::Track;

/// A run of one replication is cut into so many parts to see how sure its mean is.
const BATCHES: usize = 20;

/// What all replications showed together, one after the other in the order of their numbers.
pub(crate) struct Gathered {
    replications: u32,
    counted: u64,
    over: u64,
    lead: Times,
    wait: Times,
    /// The mean of each replication, and of the parts of the first.
    lead_means: Vec<f64>,
    wait_means: Vec<f64>,
    first: [Vec<f64>; 2],
    nodes: Vec<AtNode>,
    pools: Vec<OfPool>,
    in_hand: Vec<Track>,
    ended: Vec<Moment>,
    events: u64,
}

/// Sums over the replications for one pool.
#[derive(Clone, Default)]
struct OfPool {
    pieces: u64,
    queued: u128,
    utilisation: f64,
    queue: f64,
    most: f64,
    course: Track,
}

impl Gathered {
    /// Nothing yet. `None` where there is no memory for it.
    pub(crate) fn of(net: &Net) -> Option<Self> {
        Some(Self {
            replications: 0,
            counted: 0,
            over: 0,
            lead: Times::new()?,
            wait: Times::new()?,
            lead_means: Vec::new(),
            wait_means: Vec::new(),
            first: [Vec::new(), Vec::new()],
            nodes: vec![AtNode::default(); net.nodes],
            pools: vec![OfPool::default(); net.staff.pools.len()],
            in_hand: Vec::new(),
            ended: Vec::new(),
            events: 0,
        })
    }

    /// One replication more. `None` where its times fit no memory.
    pub(crate) fn add(&mut self, net: &Net, tally: &Tally, warm_up: u64) -> Option<()> {
        if self.replications == 0 {
            let parts = [&tally.leads, &tally.waits];
            self.first = parts.map(|series| series.batches(warm_up, BATCHES));
        }
        self.replications += 1;
        self.counted += tally.counted;
        self.over += tally.over;
        self.events += tally.events;
        let counted = tally.counted.max(1) as f64;
        self.lead_means.push(tally.lead.sum / counted);
        self.wait_means.push(tally.wait.sum / counted);
        self.lead.join(&tally.lead)?;
        self.wait.join(&tally.wait)?;
        for (all, own) in self.nodes.iter_mut().zip(&tally.nodes) {
            all.join(own);
        }
        for (n, own) in tally.pools.iter().enumerate() {
            let pool = net.staff.pools.get(n)?;
            // Work comes to each pool later than cases to the office, and goes on when none come any more.
            let (from, until) = (own.from.unwrap_or(own.until), own.until);
            let time = net.staff.time_of(pool, from, until);
            let office = net.office();
            let open = office.opened(until) - office.opened(from);
            let all = self.pools.get_mut(n)?;
            all.pieces += own.pieces;
            all.queued += own.queued;
            all.utilisation += if time > 0.0 { own.busy / time } else { 0.0 };
            all.queue += own.queue_open as f64 / open.max(1) as f64;
            all.most += own.most as f64;
            all.course.join(&own.queue);
        }
        self.in_hand.push(tally.in_hand.clone());
        self.ended.push(tally.last_ended);
        Some(())
    }

    /// How many replications there are.
    pub(crate) fn replications(&self) -> u32 {
        self.replications
    }

    /// Half the confidence interval of the mean lead time as a part of it.
    pub(crate) fn uncertainty(&self) -> Option<f64> {
        let mean = self.lead.sum / self.counted.max(1) as f64;
        let half = half_width(&self.lead_means)?;
        Some(if mean > 0.0 { half / mean } else { 0.0 })
    }

    /// All of it, for people.
    pub(crate) fn outcome(&self, net: &Net, graph: &Graph, plan: &crate::Plan) -> Outcome {
        let means = |all: &[f64], first: usize| {
            let own = all.len() < 2;
            if own {
                self.first[first].clone()
            } else {
                all.to_vec()
            }
        };
        Outcome {
            cases: crate::arriving::Arriving::all(plan),
            replications: self.replications,
            seed: plan.seed,
            warm_up: 0,
            lead_hours: spread(&self.lead, self.counted, &means(&self.lead_means, 0)),
            wait_hours: spread(&self.wait, self.counted, &means(&self.wait_means, 1)),
            histogram: classes(&self.lead),
            over_standard_period: graph
                .process
                .standard_days
                .map(|_| self.over as f64 / self.counted.max(1) as f64),
            lanes: self.lanes(net, graph),
            steps: self.steps(graph),
            course: self.course(net, graph),
            cleared: self.cleared(),
            yen_per_case: self.yen(graph),
            events: self.events,
            assumptions: net.assumptions.clone(),
        }
    }

    fn lanes(&self, net: &Net, graph: &Graph) -> Vec<LaneOutcome> {
        let n = f64::from(self.replications.max(1));
        let counted = self.counted.max(1) as f64;
        let lanes = graph.document.lanes_of(graph.flow).into_iter();
        lanes
            .map(|(lane, _)| {
                let own = graph.steps().filter(|(_, step)| step.lane == lane);
                let effort: f64 = own.map(|(node, _)| self.nodes[node].effort).sum();
                let mut told = LaneOutcome {
                    lane,
                    people: None,
                    utilisation: None,
                    mean_wait_hours: 0.0,
                    mean_queue: 0.0,
                    max_queue: 0.0,
                    work_hours_per_case: effort / counted / HOUR,
                };
                if let (Some(pool), _) = net.staff.of_lane(lane) {
                    let seen = &self.pools[pool as usize];
                    told.people = Some(net.staff.pools[pool as usize].people);
                    told.utilisation = Some(seen.utilisation / n);
                    told.mean_wait_hours = seen.queued as f64 / seen.pieces.max(1) as f64 / HOUR;
                    told.mean_queue = seen.queue / n;
                    told.max_queue = seen.most / n;
                }
                told
            })
            .collect()
    }

    fn steps(&self, graph: &Graph) -> Vec<StepOutcome> {
        let told = |(node, _)| {
            let seen: &AtNode = &self.nodes[node];
            let hours = |time: u128| time as f64 / seen.visits.max(1) as f64 / HOUR;
            StepOutcome {
                node: graph.id(node),
                visits_per_case: seen.visits as f64 / self.counted.max(1) as f64,
                queue_hours: hours(seen.queued),
                other_wait_hours: hours(seen.delayed),
                work_hours: hours(seen.worked),
            }
        };
        graph.steps().map(told).collect()
    }

    fn course(&self, net: &Net, graph: &Graph) -> Course {
        let tracks = self
            .in_hand
            .iter()
            .chain(self.pools.iter().map(|it| &it.course));
        let length = tracks.map(Track::length).max().unwrap_or_default();
        let until = self.ended.iter().copied().max().unwrap_or_default();
        let parts = ((until >> length) + 1) as usize;
        let cut = |track: &Track| {
            let mut means = track.means(length);
            means.truncate(parts);
            means
        };
        let all: Vec<Vec<f64>> = self.in_hand.iter().map(cut).collect();
        let n = f64::from(self.replications.max(1));
        let mut course = Course {
            hours: (1_u64 << length) as f64 / HOUR,
            ..Course::default()
        };
        for part in 0..parts {
            let mut here: Vec<f64> = all.iter().filter_map(|it| it.get(part).copied()).collect();
            here.sort_by(f64::total_cmp);
            course.in_hand.push(here.iter().sum::<f64>() / n);
            course.low.push(rank(&here, 0.1));
            course.high.push(rank(&here, 0.9));
        }
        let lanes = graph.document.lanes_of(graph.flow).into_iter();
        let queue = |lane| {
            let (pool, _) = net.staff.of_lane(lane);
            let own = pool.and_then(|pool| self.pools.get(pool as usize));
            own.map_or_else(Vec::new, |pool| {
                cut(&pool.course).into_iter().map(|sum| sum / n).collect()
            })
        };
        course.queues = lanes.map(|(lane, _)| queue(lane)).collect();
        course
    }

    fn cleared(&self) -> Cleared {
        let mut ended: Vec<f64> = self.ended.iter().map(|it| *it as f64 / HOUR).collect();
        ended.sort_by(f64::total_cmp);
        Cleared {
            p50: rank(&ended, 0.5),
            p90: rank(&ended, 0.9),
        }
    }

    /// Cost of the city's work on one case, where every hour of it has a price.
    fn yen(&self, graph: &Graph) -> Option<f64> {
        let worked = graph
            .steps()
            .map(|(node, _)| node)
            .filter(|node| graph.is_staff(*node) && self.nodes[*node].effort > 0.0);
        let yen =
            worked.map(|node| Some(hourly_wage(graph, node)? * self.nodes[node].effort / HOUR));
        let all: Option<f64> = yen.sum();
        all.map(|all| all / self.counted.max(1) as f64)
            .filter(|all| *all > 0.0)
    }
}

/// The value that so great a part of sorted values does not exceed.
fn rank(sorted: &[f64], part: f64) -> f64 {
    let place = (part * sorted.len() as f64).ceil() as usize;
    sorted.get(place.max(1) - 1).copied().unwrap_or_default()
}
