//! The better flow before anything is better: a copy of today's, step by step under the same keys.
use std::collections::{BTreeMap, BTreeSet};

use kaizu_model::{
    Command, Copied, Create, Document, FlowId, NodeId, Record, RecordId, Refusal, Revise, Variant,
    printed_ids,
};

use crate::lineage::Lineage;

/// The document with a copy of `flow` in it, what became of its nodes, and the commands that made it.
pub(crate) fn begin(
    document: &Document,
    flow: FlowId,
) -> Result<(Document, Lineage, Vec<Command>), Refusal> {
    let copied = Copied::of_flow(document, flow, &mut document.free_ids())?;
    let to_be = copied
        .new_id(flow)
        .ok_or(Refusal::NoSuchRecord(flow.into()))?;
    let name = free_name(document, flow)?;
    let mut records = copied.records.clone();
    name_nodes(&mut records, &copied, &printed_ids(document, flow));
    // Whatever is mentioned comes first.
    records.sort_by_key(|(id, _)| *id);
    let mut commands: Vec<Command> = Vec::new();
    let mut later: Vec<Command> = Vec::new();
    for (id, mut record) in records {
        if let Record::Flow(it) = &mut record {
            it.name.clone_from(&name);
            it.variant = Variant::ToBe;
            it.made_from = Some(flow);
        } else if let Record::Step(step) = &mut record
            && !step.because_of.is_empty()
        {
            later.push(Revise::new(id, step.clone()).into());
            step.because_of.clear();
        }
        commands.push(Create { id, record }.into());
    }
    commands.append(&mut later);
    let mut now = document.clone();
    for command in &commands {
        let change = command.apply(&now)?;
        now = now.after(&change);
    }
    let nodes = renamed::<NodeId>(&copied);
    Ok((
        now,
        Lineage {
            as_is: flow,
            to_be,
            nodes,
        },
        commands,
    ))
}

/// Lets every copied node be called what its original is printed as, so that people find it again.
fn name_nodes(
    records: &mut [(RecordId, Record)],
    copied: &Copied,
    printed: &BTreeMap<RecordId, String>,
) {
    let called: BTreeMap<RecordId, &String> = copied
        .ids
        .iter()
        .filter_map(|(old, new)| Some((*new, printed.get(old)?)))
        .collect();
    for (id, record) in records {
        let Some(printed) = called.get(id) else {
            continue;
        };
        let key = Some((*printed).clone());
        if let Record::Step(step) = record {
            step.key = key;
        } else if let Record::Gateway(gateway) = record {
            gateway.key = key;
        } else if let Record::Event(event) = record {
            event.key = key;
        }
    }
}

fn renamed<T: TryFrom<RecordId> + Ord>(copied: &Copied) -> BTreeMap<T, T> {
    let both = |(old, new): (&RecordId, &RecordId)| {
        Some((T::try_from(*old).ok()?, T::try_from(*new).ok()?))
    };
    copied.ids.iter().filter_map(both).collect()
}

/// A name that no other flow of the process has.
fn free_name(document: &Document, flow: FlowId) -> Result<String, Refusal> {
    let process = document.flow(flow)?.process;
    let taken: BTreeSet<&str> = document
        .flows_of(process)
        .into_iter()
        .map(|(_, it)| it.name.as_str())
        .collect();
    let base = Variant::ToBe.ja();
    if !taken.contains(base) {
        return Ok(base.to_owned());
    }
    let mut n = 2_usize;
    while taken.contains(format!("{base}{n}").as_str()) {
        n += 1;
    }
    Ok(format!("{base}{n}"))
}
