//! A drawing with pieces missing, changed and exchanged, as hands and broken files leave it.
use kaizu_model::*;
use serde_json::Value;

use super::random::Dice;
use super::random::step::fill;

/// More than any city counts, and less than anybody measures; beyond them, sums and parts would leave what a number holds.
const MOST: f64 = 1e15;
const LEAST: f64 = 1e-15;

/// What a damaged record may refer to.
struct Parts {
    nodes: Vec<NodeId>,
    steps: Vec<StepId>,
    lanes: Vec<LaneId>,
    items: Vec<ItemId>,
}

/// `document` after a few misfortunes.
pub(crate) fn damaged(dice: &mut Dice, document: &Document) -> Document {
    let mut records: Vec<(RecordId, Record)> = document
        .records()
        .map(|(id, record)| (id, record.clone()))
        .collect();
    let parts = Parts {
        nodes: records.iter().filter_map(|(id, _)| node(*id)).collect(),
        steps: document.steps().map(|(id, _)| id).collect(),
        lanes: document.lanes().map(|(id, _)| id).collect(),
        items: document.items().map(|(id, _)| id).collect(),
    };
    for _ in 0..dice.below(16) {
        let at = dice.below(records.len());
        let is_frame = matches!(records[at].1, Record::Flow(_) | Record::Process(_));
        if dice.once_in(6) && !is_frame {
            records.swap_remove(at);
        } else {
            hurt(dice, &mut records[at].1, &parts);
        }
    }
    records.into_iter().collect()
}

fn node(id: RecordId) -> Option<NodeId> {
    NodeId::try_from(id).ok()
}

fn hurt(dice: &mut Dice, record: &mut Record, parts: &Parts) {
    if let Record::Step(step) = record {
        hurt_step(dice, step, parts);
    } else if let Record::Edge(edge) = record {
        match dice.below(4) {
            0 => edge.share = dice.flip().then(|| dice.share()),
            1 => edge.split = dice.pick(Split::ALL),
            2 => edge.to = dice.pick(&parts.nodes),
            _ => edge.transfer = dice.maybe(|dice| dice.pick(Transfer::ALL)),
        }
    } else if let Record::Gateway(gateway) = record {
        gateway.kind = dice.pick(GatewayKind::ALL);
    } else if let Record::Lane(lane) = record {
        lane.kind = dice.pick(LaneKind::ALL);
        lane.headcount = dice.maybe(Dice::amount);
        lane.name = dice.text();
    } else if let Record::Item(item) = record {
        item.class = dice.maybe(|dice| dice.pick(ItemClass::ALL));
        item.is_known_to_city = dice.maybe(Dice::flip);
        item.source = dice.maybe(|dice| dice.pick(Source::ALL));
    } else if let Record::Process(process) = record {
        process.volume_per_year = dice.maybe(Dice::amount);
        process.volume_at_peak = dice.maybe(Dice::amount);
        process.peak_days = dice.maybe(Dice::amount);
        process.standard_days = dice.maybe(Dice::amount);
        process.required_outputs = dice.some_of(&parts.items);
    }
}

/// Says something else about a step, or nothing.
fn hurt_step(dice: &mut Dice, step: &mut Step, parts: &Parts) {
    let mut other = step.clone();
    fill(dice, &mut other, &parts.items, &parts.steps);
    match dice.below(12) {
        0 => step.kind = other.kind,
        1 => step.minutes = other.minutes,
        2 => step.wait = other.wait,
        3 => (step.medium_in, step.medium_out) = (other.medium_in, other.medium_out),
        4 => step.reads = other.reads,
        5 => step.writes = other.writes,
        6 => step.basis = other.basis,
        7 => step.check = other.check,
        8 => step.lane = dice.pick(&parts.lanes),
        9 => step.name = dice.text(),
        10 => (step.batch, step.batch_size) = (other.batch, other.batch_size),
        _ => *step = other,
    }
}

/// The same document with no number that a city cannot count.
pub(crate) fn countable(document: &Document) -> Document {
    let records = document.records().map(|(id, record)| {
        let mut value = serde_json::to_value(record).unwrap();
        lower(&mut value);
        (id, serde_json::from_value(value).unwrap())
    });
    records.collect()
}

fn lower(value: &mut Value) {
    match value {
        Value::Number(number) if number.as_f64().is_some_and(|it| it > MOST) => {
            *value = Value::from(MOST);
        }
        Value::Number(number) if number.as_f64().is_some_and(|it| it.abs() < LEAST) => {
            *value = Value::from(0);
        }
        Value::Array(inside) => inside.iter_mut().for_each(lower),
        Value::Object(inside) => inside.values_mut().for_each(lower),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
