//! What one replication showed, in memory that does not grow with its cases.
use hdrhistogram::Histogram;

use crate::calendar::Moment;
use crate::net::Net;
use crate::track::Track;
use crate::warm_up::Series;

/// What one replication showed. Times are open time of the office in milliseconds, unless a field says otherwise.
pub(crate) struct Tally {
    /// Cases that came and that ended, the warm-up included.
    pub(crate) came: u64,
    pub(crate) ended: u64,
    /// Cases that count.
    pub(crate) counted: u64,
    /// Their lead times and waits.
    pub(crate) lead: Times,
    pub(crate) wait: Times,
    /// How many of them took longer than the standard period, the time in others' hands left out.
    pub(crate) over: u64,
    /// What was seen at each node.
    pub(crate) nodes: Vec<AtNode>,
    /// What was seen of each pool.
    pub(crate) pools: Vec<AtPool>,
    /// Cases in hand by the clock.
    pub(crate) in_hand: Track,
    /// Cases in hand times open time, and the lead times of all cases: by Little's law the same.
    pub(crate) in_hand_open: u128,
    pub(crate) lead_of_all: u128,
    /// When the last case ended, by the clock.
    pub(crate) last_ended: Moment,
    /// What happened.
    pub(crate) events: u64,
    /// Lead times and waits in the order in which cases came.
    pub(crate) leads: Series,
    pub(crate) waits: Series,
}

/// Times of cases.
pub(crate) struct Times {
    /// All together.
    pub(crate) sum: f64,
    /// How many took how long, to a thousandth.
    pub(crate) all: Histogram<u32>,
}

impl Times {
    /// None yet.
    pub(crate) fn new() -> Option<Self> {
        let all = Histogram::new(3).ok()?;
        Some(Self { sum: 0.0, all })
    }

    /// One more.
    pub(crate) fn add(&mut self, time: u64) {
        self.sum += time as f64;
        // Fails only for times that no memory has room for.
        let _ = self.all.record(time);
    }

    /// All of others. `None` where there is no memory for them.
    pub(crate) fn join(&mut self, others: &Self) -> Option<()> {
        self.sum += others.sum;
        self.all.add(&others.all).ok()
    }
}

/// What was seen at one node.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct AtNode {
    /// How often cases that count came to it.
    pub(crate) visits: u64,
    /// How long they waited for people, for something else, and how long work went on.
    pub(crate) queued: u128,
    pub(crate) delayed: u128,
    pub(crate) worked: u128,
    /// Work in person-milliseconds.
    pub(crate) effort: f64,
}

impl AtNode {
    /// All of another replication.
    pub(crate) fn join(&mut self, other: &Self) {
        self.visits += other.visits;
        self.queued += other.queued;
        self.delayed += other.delayed;
        self.worked += other.worked;
        self.effort += other.effort;
    }
}

/// What was seen of one pool of people.
#[derive(Clone, Debug, Default)]
pub(crate) struct AtPool {
    /// Pieces of work of cases that count, and how long they waited.
    pub(crate) pieces: u64,
    pub(crate) queued: u128,
    /// Person-milliseconds of work that began since figures begin, those of part-time people included.
    pub(crate) busy: f64,
    /// Pieces that wait times open time since figures begin.
    pub(crate) queue_open: u128,
    /// How many waited at once at the most.
    pub(crate) most: u64,
    /// Pieces that wait, by the clock.
    pub(crate) queue: Track,
    /// When their first work since then began, and when the last ended, by the clock.
    pub(crate) from: Option<Moment>,
    pub(crate) until: Moment,
    /// How many wait, and since when by the clock and in open time.
    pub(crate) waiting: u64,
    since: Moment,
    since_open: u64,
}

impl AtPool {
    /// From now on, so many wait.
    pub(crate) fn now_waits(&mut self, waiting: u64, now: Moment, now_open: u64) {
        self.queue_open += u128::from(self.waiting) * u128::from(now_open - self.since_open);
        self.queue.add(self.waiting, self.since, now);
        self.most = self.most.max(waiting);
        (self.waiting, self.since, self.since_open) = (waiting, now, now_open);
    }

    /// Figures begin now.
    pub(crate) fn begin(&mut self, now: Moment, now_open: u64) {
        self.now_waits(self.waiting, now, now_open);
        (self.queue_open, self.busy, self.most) = (0, 0.0, self.waiting);
        self.from = None;
    }
}

impl Tally {
    /// Nothing yet. `None` where there is no memory for it.
    pub(crate) fn of(net: &Net) -> Option<Self> {
        Some(Self {
            came: 0,
            ended: 0,
            counted: 0,
            lead: Times::new()?,
            wait: Times::new()?,
            over: 0,
            nodes: vec![AtNode::default(); net.nodes],
            pools: vec![AtPool::default(); net.staff.pools.len()],
            in_hand: Track::default(),
            in_hand_open: 0,
            lead_of_all: 0,
            last_ended: 0,
            events: 0,
            leads: Series::default(),
            waits: Series::default(),
        })
    }
}
