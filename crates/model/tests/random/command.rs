//! A random command of a given name: mostly one that could be meant, sometimes nonsense.
use kaizu_model::*;
use serde_json::{Value, json};

use super::Dice;

/// A command called `name` for `document`.
pub(crate) fn command(dice: &mut Dice, document: &Document, name: &str) -> Command {
    let mut ids = document.free_ids();
    match name {
        "add_gateway" => AddGateway {
            gateway: fresh(dice, &mut ids),
            flow: any(dice, document, "flow"),
            lane: any(dice, document, "lane"),
            kind: dice.pick(GatewayKind::ALL),
            name: dice.text(),
            after: dice.flip().then(|| node(dice, document)),
            edge: fresh(dice, &mut ids),
        }
        .into(),
        "add_step" => AddStep {
            step: fresh(dice, &mut ids),
            flow: any(dice, document, "flow"),
            lane: any(dice, document, "lane"),
            name: dice.text(),
            after: dice.flip().then(|| node(dice, document)),
            edge: fresh(dice, &mut ids),
        }
        .into(),
        "connect" => Connect {
            edge: fresh(dice, &mut ids),
            from: node(dice, document),
            to: node(dice, document),
        }
        .into(),
        "create" => create(dice, document, &mut ids).into(),
        "insert_step" => insertion(dice, document, &mut ids).into(),
        "many" => many(dice, document).into(),
        "merge_steps" => merge(dice, document).into(),
        "move_step" => MoveStep {
            node: node(dice, document),
            lane: any(dice, document, "lane"),
        }
        .into(),
        "remove" => Remove::new(record(dice, document).0).into(),
        "rename" => Rename {
            id: record(dice, document).0,
            name: dice.text(),
        }
        .into(),
        "reorder" => reorder(dice, document).into(),
        "replace_flow" => replacement(dice, document).into(),
        "restore" => restoration(dice, document).into(),
        "revise" => revise(dice, document).into(),
        "set_attribute" => set(dice, document).into(),
        "split_step" => split(dice, document, &mut ids).into(),
        "write_text" => written(dice, document).into(),
        other => panic!("{other} is in the list of commands and not here"),
    }
}

/// Leads to the document with a record less or another name, or to nonsense.
fn restoration(dice: &mut Dice, document: &Document) -> Restore {
    let (id, mut record) = record(dice, document);
    let then: Document = match dice.below(3) {
        0 => document
            .records()
            .filter(|it| it.0 != id)
            .map(|it| (it.0, it.1.clone()))
            .collect(),
        1 => document.records().map(|it| (it.0, it.1.clone())).collect(),
        _ => {
            if let Record::Step(step) = &mut record {
                step.name = dice.text();
            }
            document
                .records()
                .map(|it| (it.0, it.1.clone()))
                .chain([(id, record)])
                .collect()
        }
    };
    Restore::between(document, &then, "")
}

/// A number nobody has, or once in a while one that somebody may have.
fn fresh<T: From<u32>>(dice: &mut Dice, ids: &mut Ids) -> T {
    if dice.once_in(12) {
        T::from(1 + dice.below(40) as u32)
    } else {
        ids.mint()
    }
}

/// A record of the document.
fn record(dice: &mut Dice, document: &Document) -> (RecordId, Record) {
    let all: Vec<_> = document.records().collect();
    let (id, record) = all[dice.below(all.len())];
    (id, record.clone())
}

/// The id of a record of this kind; a made-up one where there is none, and now and then anyway.
fn id_of(dice: &mut Dice, document: &Document, kind: &str) -> RecordId {
    let ids = document.records().map(|(id, _)| id);
    let all: Vec<RecordId> = ids.filter(|id| id.word() == kind).collect();
    if all.is_empty() || dice.once_in(12) {
        format!("{kind}/{}", dice.below(40)).parse().unwrap()
    } else {
        dice.pick(&all)
    }
}

fn any<T: TryFrom<RecordId, Error = NotAnId>>(
    dice: &mut Dice,
    document: &Document,
    kind: &str,
) -> T {
    T::try_from(id_of(dice, document, kind)).unwrap()
}

fn node(dice: &mut Dice, document: &Document) -> NodeId {
    let kind = dice.pick(&["step", "step", "gateway", "event"]);
    any(dice, document, kind)
}

fn create(dice: &mut Dice, document: &Document, ids: &mut Ids) -> Create {
    let (id, record) = record(dice, document);
    let number: StepId = ids.mint();
    let fresh = format!("{}/{}", id.word(), number.0).parse().unwrap();
    Create::new(if dice.once_in(6) { id } else { fresh }, record)
}

fn insertion(dice: &mut Dice, document: &Document, ids: &mut Ids) -> InsertStep {
    InsertStep {
        step: if dice.flip() {
            fresh(dice, ids)
        } else {
            any(dice, document, "step")
        },
        lane: any(dice, document, "lane"),
        name: dice.text(),
        into: any(dice, document, "edge"),
        edge: fresh(dice, ids),
    }
}

fn many(dice: &mut Dice, document: &Document) -> Many {
    let mut now = document.clone();
    let mut commands = Vec::new();
    for _ in 0..dice.below(4) {
        // Where all is gone there is nothing left to do something with.
        if now.records().next().is_none() {
            break;
        }
        let name = dice.pick(Command::NAMES);
        let one = command(dice, &now, if name == "many" { "rename" } else { name });
        if let Ok(change) = one.apply(&now) {
            now = now.after(&change);
            commands.push(one);
        } else if dice.once_in(4) {
            commands.push(one);
        }
    }
    Many {
        title: dice.text(),
        commands,
    }
}

fn merge(dice: &mut Dice, document: &Document) -> MergeSteps {
    let pairs = document
        .edges()
        .filter_map(|(_, edge)| Some((edge.from.step()?, edge.to.step()?)));
    let pairs: Vec<(StepId, StepId)> = pairs.collect();
    let (first, second) = if pairs.is_empty() || dice.once_in(6) {
        (any(dice, document, "step"), any(dice, document, "step"))
    } else {
        dice.pick(&pairs)
    };
    MergeSteps {
        first,
        second,
        name: dice.text(),
    }
}

/// Another record of the same kind in its place, with its ranks at the edge of what a number holds.
fn reorder(dice: &mut Dice, document: &Document) -> Reorder {
    let kind = dice.pick(&["step", "gateway", "event", "lane", "phase"]);
    let beside = if dice.once_in(6) {
        record(dice, document).0
    } else {
        id_of(dice, document, kind)
    };
    Reorder {
        id: id_of(dice, document, kind),
        place: if dice.flip() {
            Place::Before(beside)
        } else {
            Place::After(beside)
        },
    }
}

/// What some flow holds, with now and then a record left out, twice, of elsewhere, or under a number nobody has.
fn replacement(dice: &mut Dice, document: &Document) -> ReplaceFlow {
    let flow = any(dice, document, "flow");
    let mut ids = document.free_ids();
    let mut records = Vec::new();
    for (id, record) in document.records() {
        let (is_own, is_other) = (record.flow() == Some(flow), dice.once_in(60));
        if is_own != is_other && !dice.once_in(9) {
            records.push((id, record.clone()));
        }
        if is_own && dice.once_in(30) {
            let number: StepId = ids.mint();
            let fresh = format!("{}/{}", id.word(), number.0).parse().unwrap();
            records.push((if dice.flip() { id } else { fresh }, record.clone()));
        }
    }
    ReplaceFlow { flow, records }
}

/// A flow mostly written as it is, with a few of its records under other names, twice, or gone.
fn written(dice: &mut Dice, document: &Document) -> WriteText {
    let ReplaceFlow { flow, records } = replacement(dice, document);
    let put: Vec<_> = records.into_iter().filter(|_| dice.once_in(5)).collect();
    let is_put = |id: &RecordId| put.iter().any(|(other, _)| other == id);
    let ids = document.records().map(|(id, _)| id);
    let remove = ids.filter(|id| !is_put(id) && dice.once_in(40)).collect();
    WriteText { flow, put, remove }
}

fn revise(dice: &mut Dice, document: &Document) -> Revise {
    let (id, own) = record(dice, document);
    let (_, other) = record(dice, document);
    let mut record = if other.fits(id) || dice.once_in(6) {
        other
    } else {
        own
    };
    if let Record::Step(step) = &mut record {
        step.rank = Rank(dice.pick(&[i64::MIN, -1, 0, 1, i64::MAX]));
    }
    Revise::new(id, record)
}

fn set(dice: &mut Dice, document: &Document) -> SetAttribute {
    let (id, record) = record(dice, document);
    let tagged = serde_json::to_value(&record).unwrap();
    let fields = tagged.as_object().unwrap().values().next().unwrap();
    let mut names: Vec<String> = fields.as_object().unwrap().keys().cloned().collect();
    names.extend(["minutes", "share", "note", "because_of", "colour"].map(String::from));
    let name = names[dice.below(names.len())].clone();
    let value = match dice.below(7) {
        0 => Value::Null,
        1 => json!(dice.number()),
        2 => json!(dice.text()),
        3 => json!(dice.below(50)),
        4 => json!([dice.below(50)]),
        5 => json!(dice.flip()),
        _ => fields.get(&name).cloned().unwrap_or(json!({})),
    };
    SetAttribute::new(id, name, value)
}

fn split(dice: &mut Dice, document: &Document, ids: &mut Ids) -> SplitStep {
    SplitStep {
        step: any(dice, document, "step"),
        second: fresh(dice, ids),
        edge: fresh(dice, ids),
        name: dice.text(),
        minutes: dice.maybe(Dice::amount),
    }
}
