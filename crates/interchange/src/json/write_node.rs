//! Writes steps and gateways.
use kaizu_model::{
    Access, Basis, Check, Contact, Gateway, Medium, Minutes, NodeId, OfficeHours, Quantity,
    SealKind, Share, Step, StepKind, WaitCause, Work,
};

use super::form::{AccessForm, CheckForm, NodeForm, Number, SealsForm, WorkForm};
use super::losses::Losses;
use super::write::Writer;
use crate::Failure;

/// The node called `id`; nothing for an event, which the form does not know.
pub(super) fn node(writer: &mut Writer, id: NodeId) -> Result<Option<NodeForm>, Failure> {
    let document = writer.document;
    writer.tell_renamed(id, document.node(id)?.key);
    Ok(match id {
        NodeId::Step(own) => Some(step(writer, id, document.step(own)?)),
        NodeId::Gateway(own) => Some(gateway(writer, id, document.gateway(own)?)),
        NodeId::Event(_) => None,
    })
}

fn gateway(writer: &Writer, id: NodeId, gateway: &Gateway) -> NodeForm {
    NodeForm {
        id: writer.key(id),
        name: gateway.name.clone(),
        lane: writer.key(gateway.lane),
        kind: gateway.kind.ja(),
        minutes: Some(Number(0.0)),
        wait_hours: Some(Number(0.0)),
        phase: gateway.phase.map(|phase| writer.key(phase)),
        at: gateway.pin.map(Into::into),
        ..NodeForm::default()
    }
}

fn step(writer: &mut Writer, id: NodeId, step: &Step) -> NodeForm {
    let own = writer.key(id);
    unplaced(&mut writer.losses, &own, step);
    NodeForm {
        name: step.name.clone(),
        lane: writer.key(step.lane),
        kind: step.kind.map_or("", StepKind::ja),
        medium_in: step.medium_in.map_or("", Medium::ja),
        medium_out: step.medium_out.map_or("", Medium::ja),
        system: step.system.clone().unwrap_or_default(),
        minutes: step.minutes.map(Minutes::get).map(Number),
        wait_hours: step.wait.map(OfficeHours::get).map(Number),
        wait_cause: step.wait_cause.map(WaitCause::ja),
        people: step.people.map(Quantity::get).map(Number),
        phase: step.phase.map(|phase| writer.key(phase)),
        role: step.role.clone(),
        reads: accesses(writer, &own, "reads", &step.reads),
        writes: accesses(writer, &own, "writes", &step.writes),
        basis: step.basis.map_or("", Basis::ja),
        article: step.article.clone(),
        sheets: step.sheets.map(Quantity::get).map(Number),
        seals: seals(&step.seals),
        attachments: writer.items(&step.attachments),
        check: step
            .check
            .as_ref()
            .map(|it| check(&mut writer.losses, &own, it)),
        obligatory: step.is_obligatory,
        error_rate: step.error_rate.map(Share::get).map(Number),
        because_of: writer.steps(&step.because_of),
        contact: step.contact.map(Contact::en),
        work: step.work.map(work),
        at: step.pin.map(Into::into),
        id: own,
    }
}

/// Attributes of a step without a key. Naming them all makes the compiler ask about a new one.
fn unplaced(losses: &mut Losses, own: &str, step: &Step) {
    let Step {
        flow: _,
        rank: _,
        key: _,
        name: _,
        lane: _,
        phase: _,
        pin: _,
        kind: _,
        role: _,
        minutes: _,
        work: _,
        method,
        people: _,
        wait: _,
        wait_cause: _,
        batch,
        batch_size,
        medium_in: _,
        medium_out: _,
        system: _,
        other_systems,
        reads: _,
        writes: _,
        basis: _,
        article: _,
        changeable_by,
        is_obligatory: _,
        check: _,
        began,
        because_of: _,
        realises,
        value: _,
        routine: _,
        needs_judgement: _,
        error_rate: _,
        is_under_pressure: _,
        sheets: _,
        seals: _,
        attachments: _,
        contact: _,
        channel,
        travel,
        is_remote_feasible,
        note,
    } = step;
    losses.attribute(own, "method", method);
    losses.attribute(own, "batch", batch);
    losses.attribute(own, "batch_size", batch_size);
    losses.attribute(own, "changeable_by", changeable_by);
    losses.attribute(own, "began", began);
    losses.attribute(own, "realises", realises);
    losses.attribute(own, "other_systems", other_systems);
    losses.attribute(own, "channel", channel);
    unplaced_judgement(losses, own, step);
    losses.attribute(own, "travel", travel);
    losses.answer(own, "is_remote_feasible", *is_remote_feasible);
    losses.attribute(own, "note", note);
}

/// What people think of the work.
fn unplaced_judgement(losses: &mut Losses, own: &str, step: &Step) {
    losses.attribute(own, "value", &step.value);
    losses.attribute(own, "routine", &step.routine);
    losses.answer(own, "needs_judgement", step.needs_judgement);
    losses.attribute(own, "is_under_pressure", &step.is_under_pressure);
}

fn accesses(
    writer: &mut Writer,
    own: &str,
    attribute: &str,
    accesses: &[Access],
) -> Vec<AccessForm> {
    let mut forms = Vec::new();
    for (n, access) in accesses.iter().enumerate() {
        let Access {
            item,
            medium,
            store,
            is_structured,
            change,
            copied_from,
        } = access;
        let at = format!("{own}.{attribute}[{n}]");
        writer.losses.answer(&at, "is_structured", *is_structured);
        writer.losses.attribute(&at, "change", change);
        writer.losses.attribute(&at, "copied_from", copied_from);
        for item in writer.items(&[*item]) {
            forms.push(if medium.is_none() && store.is_none() {
                AccessForm::Name(item)
            } else {
                AccessForm::Carried {
                    item,
                    medium: medium.map(Medium::ja),
                    store: store.clone(),
                }
            });
        }
    }
    forms
}

/// A number where all are plain, because that is how people count them.
fn seals(seals: &[SealKind]) -> Option<SealsForm> {
    if seals.is_empty() {
        None
    } else if seals.iter().all(|seal| *seal == SealKind::Plain) {
        Some(SealsForm::Number(seals.len()))
    } else {
        Some(SealsForm::Kinds(
            seals.iter().map(|seal| seal.ja()).collect(),
        ))
    }
}

fn check(losses: &mut Losses, own: &str, check: &Check) -> CheckForm {
    let Check {
        object,
        aspects,
        against,
        reason,
        independent_of,
        why_it_began,
        catch_rate,
    } = check;
    let own = format!("{own}.check");
    losses.attribute(&own, "reason", reason);
    losses.attribute(&own, "independent_of", independent_of);
    CheckForm {
        object: object.clone(),
        aspects: aspects.clone(),
        against: against.clone(),
        why_it_began: why_it_began.clone(),
        catch_rate: catch_rate.map(Share::get).map(Number),
    }
}

fn work(work: Work) -> WorkForm {
    let number = |minutes: Minutes| Number(minutes.get());
    match work {
        Work::Fixed {} => WorkForm::Fixed {},
        Work::Exponential {} => WorkForm::Exponential {},
        Work::Uniform { low, high } => WorkForm::Uniform {
            low: number(low),
            high: number(high),
        },
        Work::Triangular { low, likely, high } => WorkForm::Triangular {
            low: number(low),
            likely: number(likely),
            high: number(high),
        },
        Work::Lognormal { sd } => WorkForm::Lognormal { sd: number(sd) },
    }
}
