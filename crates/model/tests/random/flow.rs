//! A random document with one flow in which everything may be said, and a second one that must not show.
use std::collections::BTreeSet;

use kaizu_model::*;

use super::Dice;

/// Records under scattered ids.
struct Pile {
    dice: Dice,
    next: u32,
    records: Vec<(RecordId, Record)>,
}

/// A document with `size` nodes in its flow, which is the second value.
pub(crate) fn document(seed: u64, size: usize) -> (Document, FlowId) {
    let mut pile = Pile {
        dice: Dice(seed),
        next: 0,
        records: Vec::new(),
    };
    pile.process(2);
    let flow = pile.process(size);
    (pile.records.into_iter().collect(), flow)
}

impl Pile {
    fn id<T: From<u32>>(&mut self) -> T {
        self.next += 1 + self.dice.below(3) as u32;
        T::from(self.next)
    }

    fn add<T: From<u32> + Into<RecordId> + Copy>(&mut self, record: impl Into<Record>) -> T {
        let id = self.id();
        self.put(id, record);
        id
    }

    fn put(&mut self, id: impl Into<RecordId>, record: impl Into<Record>) {
        self.records.push((id.into(), record.into()));
    }

    fn rank(&mut self) -> Rank {
        Rank(self.dice.below(6) as i64 * 7 - 3)
    }

    fn process(&mut self, size: usize) -> FlowId {
        let process: ProcessId = self.id();
        let flow: FlowId = self.id();
        let count = self.dice.below(6);
        let items: Vec<ItemId> = (0..count).map(|_| self.item(process)).collect();
        let dice = &mut self.dice;
        let mut record = Process::new(dice.text());
        record.key = dice.maybe(Dice::text);
        record.purpose = dice.maybe(Dice::text);
        record.outcome = dice.maybe(Dice::text);
        record.laws = (0..dice.below(3)).map(|_| dice.text()).collect();
        record.section = dice.maybe(Dice::text);
        record.kind = dice.maybe(|dice| dice.pick(ProcessKind::ALL));
        record.is_illustrative = dice.flip();
        record.volume_per_year = dice.maybe(Dice::amount);
        record.volume_normal = dice.maybe(Dice::amount);
        record.volume_at_peak = dice.maybe(Dice::amount);
        record.peak_days = dice.maybe(Dice::amount);
        record.volume_off_peak = dice.maybe(Dice::amount);
        record.backlog = dice.maybe(Dice::amount);
        record.life_event = dice.maybe(Dice::text);
        record.standard_days = dice.maybe(Dice::amount);
        record.required_outputs = dice.some_of(&items);
        record.arrivals = dice.maybe(|dice| Arrivals {
            per_hour: dice.amount(),
            pattern: dice.pick(Pattern::ALL),
            calendar: dice.pick(Calendar::ALL),
        });
        self.put(process, record);
        self.flow(process, flow, &items, size);
        flow
    }

    fn item(&mut self, process: ProcessId) -> ItemId {
        let dice = &mut self.dice;
        let mut item = Item::new(process, dice.text());
        item.class = dice.maybe(|dice| dice.pick(ItemClass::ALL));
        item.is_known_to_city = dice.maybe(Dice::flip);
        item.source = dice.maybe(|dice| dice.pick(Source::ALL));
        item.is_personal = dice.maybe(Dice::flip);
        item.is_specific_personal = dice.maybe(Dice::flip);
        item.recipient = dice.maybe(Dice::text);
        self.add(item)
    }

    fn flow(&mut self, process: ProcessId, flow: FlowId, items: &[ItemId], size: usize) {
        for _ in 0..self.dice.below(3) {
            self.form_and_store(process, items);
        }
        let mut record = Flow::new(process, self.dice.pick(Variant::ALL), self.dice.text());
        record.version = self.dice.maybe(Dice::text);
        record.status = self.dice.maybe(Dice::text);
        record.note = self.dice.maybe(Dice::text);
        record.composed = self.dice.maybe(super::improvement::composed);
        self.put(flow, record);
        let count = 1 + self.dice.below(4);
        let lanes: Vec<LaneId> = (0..count).map(|_| self.lane(flow)).collect();
        let count = self.dice.below(4);
        let phases: Vec<PhaseId> = (0..count).map(|_| self.phase(flow)).collect();
        let mut nodes: Vec<NodeId> = Vec::new();
        for _ in 0..size.max(1) {
            let node = self.node(flow, &lanes, &phases, items, &nodes);
            nodes.push(node);
        }
        self.edges(flow, &nodes);
        let steps: Vec<StepId> = nodes.iter().filter_map(|id| id.step()).collect();
        for _ in 0..self.dice.below(3) {
            let dice = &mut self.dice;
            let (voice, kind) = (dice.pick(Voice::ALL), dice.pick(ComplaintKind::ALL));
            let mut complaint = Complaint::new(flow, voice, kind, dice.text());
            complaint.steps = dice.some_of(&nodes);
            complaint.phase = dice.maybe(|_| ()).and(phases.first().copied());
            complaint.count = dice.maybe(Dice::amount);
            complaint.severity = dice.maybe(|dice| dice.roll() as u32);
            complaint.template = dice.maybe(Dice::text);
            complaint.resolved_by = dice.maybe(Dice::text);
            complaint.source = dice.maybe(|dice| dice.pick(ComplaintSource::ALL));
            self.add::<ComplaintId>(complaint);
            let duty = Duty {
                flow,
                first: self.dice.some_of(&steps),
                second: self.dice.some_of(&steps),
                scope: self.dice.maybe(|dice| dice.pick(DutyScope::ALL)),
                basis: self.dice.text(),
            };
            self.add::<DutyId>(duty);
        }
        let mut others: Vec<ImprovementId> = Vec::new();
        for _ in 0..self.dice.below(3) {
            let rank = self.rank();
            let ids: Vec<RecordId> = self.records.iter().map(|(id, _)| *id).collect();
            let mut improvement = super::improvement::of(&mut self.dice, flow, &ids);
            improvement.rank = rank;
            improvement.new_steps = self.dice.some_of(&nodes);
            improvement.depends_on = self.dice.some_of(&others);
            others.push(self.add(improvement));
        }
    }

    fn form_and_store(&mut self, process: ProcessId, items: &[ItemId]) {
        let dice = &mut self.dice;
        let form = Form {
            process,
            name: dice.text(),
            items: dice.some_of(items),
            copies: dice.maybe(Dice::amount),
            attachments: dice.some_of(items),
            seals: dice.some_of(SealKind::ALL),
            retention_years: dice.maybe(Dice::amount),
        };
        let store = Store {
            process,
            name: dice.text(),
            kind: dice.maybe(|dice| dice.pick(StoreKind::ALL)),
            owner: dice.maybe(Dice::text),
            authoritative_for: dice.some_of(items),
        };
        self.add::<FormId>(form);
        self.add::<StoreId>(store);
    }

    fn lane(&mut self, flow: FlowId) -> LaneId {
        let rank = self.rank();
        let dice = &mut self.dice;
        let mut lane = Lane::new(flow, rank, dice.pick(LaneKind::ALL), dice.text());
        lane.key = dice.maybe(Dice::text);
        lane.section = dice.maybe(Dice::text);
        lane.location = dice.maybe(Dice::text);
        lane.headcount = dice.maybe(Dice::amount);
        lane.pool = dice.maybe(Dice::text);
        lane.yen_per_hour = dice.maybe(Dice::amount);
        lane.hours = dice.maybe(Dice::text);
        self.add(lane)
    }

    fn phase(&mut self, flow: FlowId) -> PhaseId {
        let rank = self.rank();
        let mut phase = Phase::new(flow, rank, self.dice.text());
        phase.key = self.dice.maybe(Dice::text);
        self.add(phase)
    }

    fn node(
        &mut self,
        flow: FlowId,
        lanes: &[LaneId],
        phases: &[PhaseId],
        items: &[ItemId],
        before: &[NodeId],
    ) -> NodeId {
        let (rank, lane) = (self.rank(), self.dice.pick(lanes));
        let dice = &mut self.dice;
        let phase = if phases.is_empty() {
            None
        } else {
            dice.maybe(|dice| dice.pick(phases))
        };
        let (key, name, pin) = (dice.maybe(Dice::text), dice.text(), dice.maybe(Dice::point));
        match dice.below(8) {
            0 => {
                let mut node = Gateway::new(flow, rank, lane, dice.pick(GatewayKind::ALL), name);
                (node.key, node.phase, node.pin) = (key, phase, pin);
                self.add::<GatewayId>(node).into()
            }
            1 => {
                let mut node = Event::new(flow, rank, lane, dice.pick(EventKind::ALL), name);
                (node.key, node.phase, node.pin) = (key, phase, pin);
                self.add::<EventId>(node).into()
            }
            _ => {
                let mut node = Step::new(flow, rank, lane, name);
                (node.key, node.phase, node.pin) = (key, phase, pin);
                let steps: Vec<StepId> = before.iter().filter_map(|id| id.step()).collect();
                super::step::fill(dice, &mut node, items, &steps);
                self.add::<StepId>(node).into()
            }
        }
    }

    fn edges(&mut self, flow: FlowId, nodes: &[NodeId]) {
        let mut pairs = BTreeSet::new();
        for _ in 0..self.dice.below(nodes.len() * 2) {
            let dice = &mut self.dice;
            let at = dice.below(nodes.len());
            let next = if dice.flip() {
                (at + 1) % nodes.len()
            } else {
                dice.below(nodes.len())
            };
            if at == next || !pairs.insert((at, next)) {
                continue;
            }
            let mut edge = Edge::new(flow, nodes[at], nodes[next], Split::Sequence);
            if dice.flip() {
                edge.split = dice.pick(Split::ALL);
                edge.share = dice.maybe(Dice::share);
                edge.condition = dice.maybe(Dice::text);
                edge.nature = dice.maybe(|dice| dice.pick(EdgeNature::ALL));
                edge.repeat = dice.maybe(|dice| dice.pick(Repeat::ALL));
                edge.transfer = dice.maybe(|dice| dice.pick(Transfer::ALL));
                edge.bends = dice
                    .maybe(|dice| vec![dice.point(), dice.point()])
                    .unwrap_or_default();
            }
            self.add::<EdgeId>(edge);
        }
    }
}
