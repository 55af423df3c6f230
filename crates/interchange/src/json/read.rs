//! Reads `kaizu-process/1`.
use kaizu_model::{
    Arrivals, Calendar, Complaint, ComplaintKind, ComplaintSource, Document, Duty, Edge, Flow,
    Gateway, GatewayKind, Item, ItemClass, Lane, LaneKind, NodeId, Pattern, Phase, Process, Rank,
    Record, Repeat, Share, Source, Split, StepKind, Transfer, Variant, Voice,
};

use super::context::{Context, call};
use super::fields::{Fields, point};
use super::{FORMAT, read_step};
use crate::{Failure, Loss, LossKind};

/// The document that `bytes` hold, and what of them has no home in it.
pub(crate) fn read(bytes: &[u8]) -> Result<(Document, Vec<Loss>), Failure> {
    let text = std::str::from_utf8(bytes)?;
    // Windows editors put a mark in front that JSON does not know.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(Failure::Empty);
    }
    let mut top = Fields::of(String::new(), serde_json::from_str(text)?)?;
    let format = top.needed_text("format")?;
    if format != FORMAT {
        return Err(Failure::WrongFormat(format));
    }
    let mut context = Context::new();
    document(&mut context, &mut top)?;
    // The figures that a sample's author expects say nothing about the process.
    top.take("expected");
    top.end(&[], &mut context.losses);
    Ok((context.records.into_iter().collect(), context.losses))
}

fn document(context: &mut Context, top: &mut Fields) -> Result<(), Failure> {
    let mut process = process(context, top)?;
    lanes(context, top)?;
    phases(context, top)?;
    let nodes = named_nodes(context, top)?;
    items(context, top)?;
    process.required_outputs = context.items_in(top, "required_outputs")?;
    for (n, node) in nodes.into_iter().enumerate() {
        self::node(context, node, Rank::nth(n))?;
    }
    for (at, value) in top.needed_list("edges")? {
        edge(context, Fields::of(at, value)?)?;
    }
    for (at, value) in top.list("complaints")? {
        complaint(context, Fields::of(at, value)?)?;
    }
    for (at, value) in top.list("duties")? {
        duty(context, Fields::of(at, value)?)?;
    }
    let flow = Flow::new(context.process, Variant::AsIs, Variant::AsIs.ja());
    context.put(context.flow, flow);
    context.put(context.process, process);
    Ok(())
}

fn process(context: &mut Context, top: &mut Fields) -> Result<Process, Failure> {
    let key = top.id("id")?;
    let name = top.needed_text("name")?;
    let arrivals = match top.object("arrivals")? {
        None => None,
        Some(mut it) => {
            let per_hour = it
                .number("per_hour")?
                .ok_or_else(|| it.missing("per_hour"))?;
            let losses = &mut context.losses;
            let arrivals = Arrivals {
                per_hour,
                pattern: it.assumed("pattern", Pattern::spelled, Pattern::Poisson, losses)?,
                calendar: it.assumed("calendar", Calendar::spelled, Calendar::Office, losses)?,
            };
            it.end(&[], losses);
            Some(arrivals)
        }
    };
    Ok(Process {
        key: Some(key).filter(|key| *key != name),
        purpose: top.text("purpose")?,
        is_illustrative: top.flag("illustrative")?.unwrap_or(false),
        volume_per_year: top.number("volume_per_year")?,
        life_event: top.text("life_event")?,
        standard_days: top.number("standard_days")?,
        arrivals,
        ..Process::new(name)
    })
}

fn lanes(context: &mut Context, top: &mut Fields) -> Result<(), Failure> {
    for (n, (at, value)) in top.needed_list("lanes")?.into_iter().enumerate() {
        let mut fields = Fields::of(at, value)?;
        let key = fields.id("id")?;
        let name = fields.needed_text("name")?;
        let id = context.ids.mint();
        call(&mut context.lanes, &key, id, fields.at("id"))?;
        let losses = &mut context.losses;
        let kind = fields.assumed("kind", LaneKind::spelled, LaneKind::Staff, losses)?;
        let lane = Lane {
            key: Some(key).filter(|key| *key != name),
            section: fields.text("section")?,
            headcount: fields.number("headcount")?,
            yen_per_hour: fields.number("yen_per_hour")?,
            ..Lane::new(context.flow, Rank::nth(n), kind, name)
        };
        context.put(id, lane);
        fields.end(&[], &mut context.losses);
    }
    Ok(())
}

fn phases(context: &mut Context, top: &mut Fields) -> Result<(), Failure> {
    for (n, (at, value)) in top.list("phases")?.into_iter().enumerate() {
        let mut fields = Fields::of(at, value)?;
        let key = fields.id("id")?;
        let name = fields.needed_text("name")?;
        let id = context.ids.mint();
        call(&mut context.phases, &key, id, fields.at("id"))?;
        let phase = Phase {
            key: Some(key).filter(|key| *key != name),
            ..Phase::new(context.flow, Rank::nth(n), name)
        };
        context.put(id, phase);
        fields.end(&[], &mut context.losses);
    }
    Ok(())
}

fn items(context: &mut Context, top: &mut Fields) -> Result<(), Failure> {
    for (at, value) in top.list("items")? {
        let mut fields = Fields::of(at, value)?;
        let name = fields.id("id")?;
        let id = context.ids.mint();
        call(&mut context.items, &name, id, fields.at("id"))?;
        let losses = &mut context.losses;
        let item = Item {
            class: fields.word("class", ItemClass::spelled, losses)?,
            is_known_to_city: fields.flag("known_to_city")?,
            source: fields.word("source", Source::spelled, losses)?,
            is_personal: fields.flag("personal")?,
            ..Item::new(context.process, name)
        };
        context.put(id, item);
        fields.end(&[], &mut context.losses);
    }
    Ok(())
}

/// A node of which only id and kind are read.
struct Named {
    fields: Fields,
    key: String,
    id: NodeId,
    kind: Kind,
}

enum Kind {
    Step(Option<StepKind>),
    Gateway(GatewayKind),
}

/// Gives every node its id first, because a step may mention one that stands further down.
fn named_nodes(context: &mut Context, top: &mut Fields) -> Result<Vec<Named>, Failure> {
    let mut nodes = Vec::new();
    for (at, value) in top.needed_list("nodes")? {
        let mut fields = Fields::of(at, value)?;
        let key = fields.id("id")?;
        let kind = kind(context, &mut fields)?;
        let id = match kind {
            Kind::Step(_) => NodeId::Step(context.ids.mint()),
            Kind::Gateway(_) => NodeId::Gateway(context.ids.mint()),
        };
        call(&mut context.nodes, &key, id, fields.at("id"))?;
        nodes.push(Named {
            fields,
            key,
            id,
            kind,
        });
    }
    Ok(nodes)
}

fn kind(context: &mut Context, fields: &mut Fields) -> Result<Kind, Failure> {
    let text = fields.needed_text("kind")?;
    if let Some(kind) = GatewayKind::spelled(&text) {
        return Ok(Kind::Gateway(kind));
    }
    let kind = StepKind::spelled(&text);
    if kind.is_none() && !text.is_empty() {
        let loss = Loss::dropped(LossKind::UnknownWord, fields.at("kind"), text);
        context.losses.push(loss);
    }
    Ok(Kind::Step(kind))
}

fn node(context: &mut Context, node: Named, rank: Rank) -> Result<(), Failure> {
    let mut fields = node.fields;
    let record: Record = match node.kind {
        Kind::Step(kind) => {
            let step = read_step::read(context, &mut fields, node.key, kind, rank)?;
            fields.end(&[], &mut context.losses);
            step.into()
        }
        Kind::Gateway(kind) => {
            let name = fields.needed_text("name")?;
            let lane = context.lane(&mut fields)?;
            let gateway = Gateway {
                key: Some(node.key),
                phase: context.phase(&mut fields)?,
                pin: fields.point("at")?,
                ..Gateway::new(context.flow, rank, lane, kind, name)
            };
            read_step::lose(&mut fields, &mut context.losses)?;
            fields.end(read_step::KEYS, &mut context.losses);
            gateway.into()
        }
    };
    context.put(node.id, record);
    Ok(())
}

/// One arrow; a split that is not said is the one that its source makes.
fn edge(context: &mut Context, mut fields: Fields) -> Result<(), Failure> {
    let from = context.end_of_edge(&mut fields, "from")?;
    let to = context.end_of_edge(&mut fields, "to")?;
    let usual = context.split_from(from);
    let losses = &mut context.losses;
    let split = fields
        .word("split", Split::spelled, losses)?
        .unwrap_or(usual);
    let share: Option<Share> = fields.number("probability")?;
    let mut bends = Vec::new();
    for (at, value) in fields.list("points")? {
        bends.push(point(&at, value)?);
    }
    let edge = Edge {
        share: share.filter(|share| split == Split::Exclusive || *share != Share::ALL),
        condition: fields.text("condition")?,
        repeat: fields.word("repeat", Repeat::spelled, losses)?,
        transfer: fields.word("transfer", Transfer::spelled, losses)?,
        bends,
        ..Edge::new(context.flow, from, to, split)
    };
    fields.end(&[], losses);
    let id: kaizu_model::EdgeId = context.ids.mint();
    context.put(id, edge);
    Ok(())
}

fn complaint(context: &mut Context, mut fields: Fields) -> Result<(), Failure> {
    let steps = context.nodes_in(&mut fields, "steps")?;
    let losses = &mut context.losses;
    let voice = fields.assumed("voice", Voice::spelled, Voice::Staff, losses)?;
    let usual = ComplaintKind::Complaint;
    let kind = fields.assumed("type", ComplaintKind::spelled, usual, losses)?;
    let text = fields.needed_text("text")?;
    let complaint = Complaint {
        steps,
        count: fields.number("count")?,
        severity: fields.count("severity", u32::MAX)?,
        source: fields.word("source", ComplaintSource::spelled, losses)?,
        ..Complaint::new(context.flow, voice, kind, text)
    };
    fields.end(&[], losses);
    let id: kaizu_model::ComplaintId = context.ids.mint();
    context.put(id, complaint);
    Ok(())
}

fn duty(context: &mut Context, mut fields: Fields) -> Result<(), Failure> {
    let duty = Duty {
        flow: context.flow,
        first: context.steps_in(&mut fields, "first")?,
        second: context.steps_in(&mut fields, "second")?,
        scope: None,
        basis: fields.text("basis")?.unwrap_or_default(),
    };
    fields.end(&[], &mut context.losses);
    let id: kaizu_model::DutyId = context.ids.mint();
    context.put(id, duty);
    Ok(())
}
