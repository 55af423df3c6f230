//! Flows like those of offices, made from one number: what the layout is measured on, and held to.
//!
//! A flow is rows of steps with choices, parallel work and loops nested in them. Who works drifts from lane to lane,
//! and now and then a late decision sends the case far back. The same size and seed give the same flow everywhere.
use kaizu_model::{
    Document, Edge, EdgeId, Event, EventId, EventKind, Flow, FlowId, Gateway, GatewayId,
    GatewayKind, Lane, LaneId, LaneKind, Medium, Minutes, NodeId, OfficeHours, Process, ProcessId,
    Rank, Record, RecordId, Share, Split, Step, StepId, StepKind, Variant,
};

use crate::chance::Chance;

/// The flow of every generated document.
pub const FLOW: FlowId = FlowId(2);

const PROCESS: ProcessId = ProcessId(1);
/// Numbers of lanes, of nodes and of arrows begin here.
const NUMBERS: [u32; 3] = [10, 1_000, 100_000];
const LANES: [&str; 8] = [
    "住民",
    "窓口",
    "担当課",
    "係長",
    "課長",
    "会計課",
    "情報システム課",
    "金融機関",
];
const OBJECTS: [&str; 9] = [
    "申請書",
    "添付書類",
    "本人確認書類",
    "受付簿",
    "口座情報",
    "世帯の状況",
    "支給決定通知書",
    "起案文書",
    "問い合わせ",
];
const VERBS: [&str; 9] = [
    "を受け取る",
    "を確認する",
    "を入力する",
    "を印刷する",
    "を審査する",
    "を決裁する",
    "を送る",
    "を突き合わせる",
    "の不備を電話で照会する",
];

/// A flow of exactly `n_nodes` nodes, at least four, start and end among them.
pub fn generated(n_nodes: usize, seed: u64) -> Document {
    let n_lanes = match n_nodes {
        0..=50 => 5,
        51..=200 => 6,
        _ => LANES.len(),
    };
    let mut maker = Maker {
        chance: Chance(seed.wrapping_mul(1_000_003).wrapping_add(n_nodes as u64)),
        n_lanes,
        lane: 0,
        nodes: Vec::new(),
        arrows: Vec::new(),
    };
    let start = maker.event(EventKind::Start, "開始");
    let (first, last) = maker.row(n_nodes.saturating_sub(2), 0);
    let end = maker.event(EventKind::End, "終了");
    maker.arrow(start, first);
    maker.arrow(last, end);
    maker.send_far_back(n_nodes / 70);
    maker.document()
}

/// What leads away: source, target, share and condition.
type Arrow = (usize, usize, Option<f64>, Option<String>);

struct Maker {
    chance: Chance,
    n_lanes: usize,
    lane: usize,
    nodes: Vec<Record>,
    arrows: Vec<Arrow>,
}

impl Maker {
    /// Who works next: mostly who worked before, else a neighbour, seldom anybody.
    fn next_lane(&mut self) -> LaneId {
        let drift = match self.chance.below(100) {
            0..60 => 0,
            60..78 => 1,
            78..93 => self.n_lanes - 1,
            _ => self.chance.below(self.n_lanes),
        };
        self.lane = (self.lane + drift) % self.n_lanes;
        LaneId(NUMBERS[0] + self.lane as u32)
    }

    fn add(&mut self, record: impl Into<Record>) -> usize {
        self.nodes.push(record.into());
        self.nodes.len() - 1
    }

    fn rank(&self) -> Rank {
        Rank::nth(self.nodes.len())
    }

    fn event(&mut self, kind: EventKind, name: &str) -> usize {
        let lane = self.next_lane();
        self.add(Event::new(FLOW, self.rank(), lane, kind, name))
    }

    fn gateway(&mut self, kind: GatewayKind, name: &str) -> usize {
        let lane = self.next_lane();
        self.add(Gateway::new(FLOW, self.rank(), lane, kind, name))
    }

    fn step(&mut self) -> usize {
        let lane = self.next_lane();
        let object = self.chance.pick(&OBJECTS).copied().unwrap_or_default();
        let verb = self.chance.pick(&VERBS).copied().unwrap_or_default();
        let mut step = Step::new(FLOW, self.rank(), lane, format!("{object}{verb}"));
        step.kind = self.chance.pick(StepKind::ALL).copied();
        step.medium_in = self.chance.pick(Medium::ALL).copied();
        step.medium_out = self.chance.pick(Medium::ALL).copied();
        step.minutes = Minutes::try_from((1 + self.chance.below(60)) as f64).ok();
        if self.chance.happens(40) {
            step.wait = OfficeHours::try_from((1 + self.chance.below(40)) as f64).ok();
        }
        self.add(step)
    }

    fn arrow(&mut self, from: usize, to: usize) {
        self.arrow_with(from, to, None, None);
    }

    fn arrow_with(&mut self, from: usize, to: usize, share: Option<f64>, condition: Option<&str>) {
        let is_there = |arrow: &Arrow| (arrow.0, arrow.1) == (from, to);
        if from != to && !self.arrows.iter().any(is_there) {
            self.arrows
                .push((from, to, share, condition.map(str::to_owned)));
        }
    }

    /// Parts one after the other, `budget` nodes together: the first and the last of them.
    fn row(&mut self, budget: usize, depth: usize) -> (usize, usize) {
        let mut ends: Option<(usize, usize)> = None;
        let mut left = budget.max(1);
        while left > 0 {
            let largest = left.min((budget / 3).clamp(6, 60));
            let size = if left < 5 || depth > 8 || self.chance.happens(55) {
                1
            } else {
                4 + self.chance.below(largest - 3)
            };
            let (first, last) = if size == 1 {
                let step = self.step();
                (step, step)
            } else {
                self.block(size, depth + 1)
            };
            if let Some((_, before)) = ends {
                self.arrow(before, first);
            }
            ends = Some((ends.map_or(first, |(begun, _)| begun), last));
            left -= size;
        }
        ends.unwrap_or_default()
    }

    /// A loop, a choice or parallel work of `size` nodes, at least four.
    fn block(&mut self, size: usize, depth: usize) -> (usize, usize) {
        match self.chance.below(100) {
            0..20 => self.repeated(size, depth),
            20..75 => self.parted([GatewayKind::Branch, GatewayKind::Merge], size, depth),
            _ => self.parted([GatewayKind::Fork, GatewayKind::Join], size, depth),
        }
    }

    fn repeated(&mut self, size: usize, depth: usize) -> (usize, usize) {
        let entry = self.gateway(GatewayKind::Merge, "");
        let (first, last) = self.row(size - 2, depth);
        let exit = self.gateway(GatewayKind::Branch, "不備はないか");
        self.arrow(entry, first);
        self.arrow(last, exit);
        self.arrow_with(exit, entry, Some(0.15), Some("補正"));
        (entry, exit)
    }

    fn parted(
        &mut self,
        [open, close]: [GatewayKind; 2],
        size: usize,
        depth: usize,
    ) -> (usize, usize) {
        let is_choice = open == GatewayKind::Branch;
        let begin = self.gateway(
            open,
            if is_choice {
                "要件を満たすか"
            } else {
                ""
            },
        );
        let most = (size - 2).min(4);
        let n_ways = 2 + self.chance.below(most - 1);
        let mut sizes = vec![1; n_ways];
        for _ in 0..size - 2 - n_ways {
            let way = self.chance.below(n_ways);
            sizes[way] += 1;
        }
        let mut lasts = Vec::new();
        for (n, size) in sizes.into_iter().enumerate() {
            let (first, last) = self.row(size, depth);
            if is_choice {
                let condition = format!("条件{}", n + 1);
                let share = 1.0 / n_ways as f64;
                self.arrow_with(begin, first, Some(share), Some(&condition));
            } else {
                self.arrow(begin, first);
            }
            lasts.push(last);
        }
        let end = self.gateway(close, "");
        for last in lasts {
            self.arrow(last, end);
        }
        (begin, end)
    }

    /// `times`, from a decision to where the ways came together much earlier.
    fn send_far_back(&mut self, times: usize) {
        let all_of = |kind: GatewayKind| -> Vec<usize> {
            let is_it = |(_, node): &(usize, &Record)| matches!(node, Record::Gateway(it) if it.kind == kind);
            self.nodes
                .iter()
                .enumerate()
                .filter(is_it)
                .map(|(n, _)| n)
                .collect()
        };
        let (decisions, entries) = (all_of(GatewayKind::Branch), all_of(GatewayKind::Merge));
        for _ in 0..times {
            let Some(from) = self.chance.pick(&decisions).copied() else {
                return;
            };
            let earlier: Vec<usize> = entries.iter().copied().filter(|it| *it < from).collect();
            let near = &earlier[earlier.len().saturating_sub(12)..];
            if let Some(to) = self.chance.pick(near).copied() {
                self.arrow_with(from, to, Some(0.05), Some("手戻り"));
            }
        }
    }

    fn id(&self, n: usize) -> NodeId {
        let number = NUMBERS[1] + n as u32;
        match self.nodes.get(n) {
            Some(Record::Gateway(_)) => GatewayId(number).into(),
            Some(Record::Event(_)) => EventId(number).into(),
            _ => StepId(number).into(),
        }
    }

    fn split(&self, from: usize) -> Split {
        match self.nodes.get(from) {
            Some(Record::Gateway(it)) if it.kind == GatewayKind::Branch => Split::Exclusive,
            Some(Record::Gateway(it)) if it.kind == GatewayKind::Fork => Split::Parallel,
            _ => Split::Sequence,
        }
    }

    fn document(self) -> Document {
        let mut records: Vec<(RecordId, Record)> = vec![
            (PROCESS.into(), Process::new("生成した業務").into()),
            (
                FLOW.into(),
                Flow::new(PROCESS, Variant::AsIs, "現状").into(),
            ),
        ];
        for (n, name) in LANES[..self.n_lanes].iter().enumerate() {
            let kind = if n == 0 {
                LaneKind::Resident
            } else {
                LaneKind::Staff
            };
            let lane = Lane::new(FLOW, Rank::nth(n), kind, *name);
            records.push((LaneId(NUMBERS[0] + n as u32).into(), lane.into()));
        }
        for (n, (from, to, share, condition)) in self.arrows.iter().enumerate() {
            let mut edge = Edge::new(FLOW, self.id(*from), self.id(*to), self.split(*from));
            edge.share = share.and_then(|share| Share::try_from(share).ok());
            edge.condition.clone_from(condition);
            records.push((EdgeId(NUMBERS[2] + n as u32).into(), edge.into()));
        }
        for (n, node) in self.nodes.iter().enumerate() {
            records.push((self.id(n).into(), node.clone()));
        }
        records.into_iter().collect()
    }
}
