//! A flow made ready to be played: places instead of nodes, pools of people instead of lanes, times in milliseconds.
use kaizu_analysis::{Graph, Index, Onward, Route, come_to, routes};
use kaizu_model::{Assumption, Batch, EdgeId, Quantity, WaitCause};

use crate::calendar::{Moment, OpenTime};
use crate::chance::{MINUTE, Takes};
use crate::plan::{People, Plan};
use crate::running::Unplayable;
use crate::staff::{Staff, staff};

/// Milliseconds of an hour.
pub(crate) const HOUR: f64 = 60.0 * MINUTE;

/// A flow made ready to be played.
pub(crate) struct Net {
    /// Where cases begin.
    pub(crate) start: u32,
    /// Every node in every round.
    pub(crate) places: Vec<Place>,
    /// How many places wait for several arrivals.
    pub(crate) joins: usize,
    /// Who works.
    pub(crate) staff: Staff,
    /// How many nodes the flow has.
    pub(crate) nodes: usize,
    /// The name of each node's chances.
    pub(crate) names: Vec<String>,
    /// What had to be assumed.
    pub(crate) assumptions: Vec<Assumption>,
}

/// A node in one round.
pub(crate) struct Place {
    /// Which node.
    pub(crate) node: Index,
    /// How many arrivals it waits for, and which counter counts them.
    pub(crate) join: Option<(u32, usize)>,
    /// What is done there; nothing at branches and events.
    pub(crate) task: Option<Task>,
    /// The ways that all are taken at once.
    pub(crate) all: Vec<Way>,
    /// The ways of which one is taken.
    pub(crate) one: Vec<Way>,
}

/// A way to another place.
#[derive(Clone, Copy)]
pub(crate) struct Way {
    /// Where it leads.
    pub(crate) to: u32,
    /// Along which arrow.
    pub(crate) edge: EdgeId,
    /// It is taken by who draws less than this and no less than that of the way before.
    pub(crate) below: f64,
}

/// What is done at a place.
#[derive(Clone, Copy)]
pub(crate) struct Task {
    /// Open time before it can begin.
    pub(crate) delay: Moment,
    /// When collected work is done.
    pub(crate) collected: Collected,
    /// How long one execution takes.
    pub(crate) takes: Takes,
    /// Whose work it is, where somebody has to be free for it.
    pub(crate) pool: Option<u32>,
    /// How many people it takes at once.
    pub(crate) people: u32,
    /// Person-milliseconds of each millisecond that it takes.
    pub(crate) effort: f64,
    /// By which opening hours it goes on.
    pub(crate) calendar: u32,
    /// Who has the case in hand while it lasts.
    pub(crate) holder: Holder,
    /// Who has it in hand in the delay before.
    pub(crate) delayed_by: Holder,
}

/// Who has a case in hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Holder {
    /// The city.
    City,
    /// The applicant or somebody else: the standard period does not run.
    Others,
}

/// When collected work is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Collected {
    /// Each case by itself.
    Never,
    /// As the next day opens.
    Daily,
    /// As the next week opens.
    Weekly,
    /// As the next month opens (締め).
    Monthly,
    /// As soon as there are so many.
    Count(u32),
}

impl Net {
    /// The flow of `graph` under `plan`.
    pub(crate) fn of(graph: &Graph, plan: &Plan) -> Result<Self, Unplayable> {
        let mut assumptions = Vec::new();
        let start = graph.start().ok_or(Unplayable::Empty)?;
        let staff = staff(graph, plan, &mut assumptions).ok_or(Unplayable::NeverOpen)?;
        let mut joins = 0;
        let mut routes = routes(graph);
        routes.iter_mut().for_each(keep_proportions);
        come_to(&routes, start).ok_or(Unplayable::Endless)?;
        let places = routes.iter().map(|route| {
            let join = (route.awaits > 1).then(|| {
                joins += 1;
                (route.awaits as u32, joins - 1)
            });
            place(graph, plan, &staff, route, join)
        });
        let places: Vec<Place> = places.collect();
        let without = |(n, step): &(Index, &kaizu_model::Step)| {
            graph.visit(*n) > 0.0 && step.minutes.is_none()
        };
        let steps = graph.steps().filter(without).count();
        assumptions.extend((steps > 0).then_some(Assumption::StepsWithoutMinutes { steps }));
        let printed = kaizu_model::printed_ids(graph.document, graph.flow);
        let name = |n: Index| {
            printed
                .get(&graph.id(n).into())
                .cloned()
                .unwrap_or_default()
        };
        Ok(Self {
            start: start as u32,
            places,
            joins,
            staff,
            nodes: graph.len(),
            names: graph.indices().map(name).collect(),
            assumptions,
        })
    }

    /// The hours that everything without hours of its own follows.
    pub(crate) fn office(&self) -> &OpenTime {
        self.staff.office()
    }
}

/// Somebody takes one of the ways that are drawn: shares that do not add up keep their proportions.
fn keep_proportions(route: &mut Route) {
    let one = || route.onward.iter().filter(|way| !way.is_parallel);
    let (whole, n): (f64, _) = (one().map(|way| way.share).sum(), one().count());
    for way in route.onward.iter_mut().filter(|way| !way.is_parallel) {
        way.share = if whole > 0.0 {
            way.share / whole
        } else {
            1.0 / n as f64
        };
    }
}

fn place(
    graph: &Graph,
    plan: &Plan,
    staff: &Staff,
    route: &Route,
    join: Option<(u32, usize)>,
) -> Place {
    let (all, one): (Vec<&Onward>, Vec<&Onward>) =
        route.onward.iter().partition(|way| way.is_parallel);
    let mut below = 0.0;
    let mut way = |onward: &&Onward| {
        below += onward.share;
        Way {
            to: onward.to as u32,
            edge: onward.edge,
            below,
        }
    };
    let mut one: Vec<Way> = one.iter().map(&mut way).collect();
    if let Some(last) = one.last_mut() {
        last.below = f64::INFINITY;
    }
    Place {
        node: route.node,
        join,
        task: task(graph, plan, staff, route.node),
        all: all.iter().map(way).collect(),
        one,
    }
}

fn task(graph: &Graph, plan: &Plan, staff: &Staff, node: Index) -> Option<Task> {
    let step = graph.step(node)?;
    let (pool, calendar) = staff.of_lane(step.lane);
    let wanted = step.people.map_or(1.0, Quantity::get);
    let minutes = step.minutes.map_or(0.0, kaizu_model::Minutes::get);
    // Who is there for a part of the time takes longer, and so do fewer people than it takes.
    let at_once = pool.map_or(1, |pool| staff.at_once(pool, wanted));
    let slowness = pool.map_or(1.0, |pool| {
        staff.slowness(pool) * (wanted.max(1.0) / f64::from(at_once)).max(1.0)
    });
    let collected = collected(step, plan);
    let others = |is_others: bool| {
        if is_others {
            Holder::Others
        } else {
            Holder::City
        }
    };
    Some(Task {
        delay: delay(step, collected, pool.is_some()),
        collected,
        takes: Takes::of(minutes * slowness, scaled(step.work, slowness)),
        pool,
        people: at_once,
        effort: wanted / slowness,
        calendar,
        holder: others(!graph.is_staff(node)),
        delayed_by: others(!graph.is_staff(node) || step.wait_cause == Some(WaitCause::OtherParty)),
    })
}

/// The spread of work that takes `factor` times as long; bounds are scaled with the mean anyway.
fn scaled(work: Option<kaizu_model::Work>, factor: f64) -> Option<kaizu_model::Work> {
    let lognormal = |sd: kaizu_model::Minutes| {
        let sd = kaizu_model::Minutes::try_from(sd.get() * factor).ok()?;
        Some(kaizu_model::Work::Lognormal { sd })
    };
    match work? {
        kaizu_model::Work::Lognormal { sd } => lognormal(sd),
        other @ (kaizu_model::Work::Fixed {}
        | kaizu_model::Work::Exponential {}
        | kaizu_model::Work::Uniform { .. }
        | kaizu_model::Work::Triangular { .. }) => Some(other),
    }
}

fn collected(step: &kaizu_model::Step, plan: &Plan) -> Collected {
    if plan.people == People::Unlimited {
        return Collected::Never;
    }
    match (step.batch, step.batch_size.map(Quantity::get)) {
        (Some(Batch::Daily), _) => Collected::Daily,
        (Some(Batch::Weekly), _) => Collected::Weekly,
        (Some(Batch::Monthly), _) => Collected::Monthly,
        (None | Some(Batch::None), Some(size)) if size >= 2.0 => Collected::Count(size as u32),
        (None | Some(Batch::None), _) => Collected::Never,
    }
}

/// The wait that was entered, unless playing makes it by itself: a queue for people whose number is known, and a wait for
/// the day on which work is collected.
fn delay(step: &kaizu_model::Step, collected: Collected, has_pool: bool) -> Moment {
    let is_played = match step.wait_cause {
        Some(WaitCause::Queue) => has_pool,
        Some(WaitCause::Batch) | None => collected != Collected::Never,
        Some(
            WaitCause::Approval | WaitCause::Post | WaitCause::OtherParty | WaitCause::Statutory,
        ) => false,
    };
    let hours = step.wait.filter(|_| !is_played);
    hours.map_or(0, |hours| (hours.get() * HOUR).round() as Moment)
}
