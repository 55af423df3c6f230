//! Reads what a node says when it is a step.
use kaizu_model::{
    Access, Basis, Check, Contact, Medium, Minutes, OfficeHours, Rank, SealKind, Step, StepKind,
    WaitCause, Work, folded,
};
use serde_json::Value;

use super::context::Context;
use super::fields::{Fields, text};
use crate::{Failure, Loss, LossKind};

/// What only a step has. On a gateway it has no place.
pub(super) const KEYS: &[&str] = &[
    "medium_in",
    "medium_out",
    "system",
    "wait_cause",
    "people",
    "role",
    "reads",
    "writes",
    "basis",
    "article",
    "sheets",
    "seals",
    "attachments",
    "check",
    "obligatory",
    "error_rate",
    "because_of",
    "contact",
    "work",
];

/// More seals than any document bears.
const MOST_SEALS: u32 = 1000;

/// The step that `fields` describe.
pub(super) fn read(
    context: &mut Context,
    fields: &mut Fields,
    key: String,
    kind: Option<StepKind>,
    rank: Rank,
) -> Result<Step, Failure> {
    let name = fields.needed_text("name")?;
    let lane = context.lane(fields)?;
    Ok(Step {
        key: Some(key),
        phase: context.phase(fields)?,
        pin: fields.point("at")?,
        kind,
        role: fields.text("role")?,
        minutes: fields.number("minutes")?,
        work: work(fields, &mut context.losses)?,
        people: fields.number("people")?,
        wait: fields.number("wait_hours")?,
        wait_cause: fields.word("wait_cause", WaitCause::spelled, &mut context.losses)?,
        medium_in: fields.word("medium_in", Medium::spelled, &mut context.losses)?,
        medium_out: fields.word("medium_out", Medium::spelled, &mut context.losses)?,
        system: fields.text("system")?,
        reads: accesses(context, fields, "reads")?,
        writes: accesses(context, fields, "writes")?,
        basis: fields.word("basis", Basis::spelled, &mut context.losses)?,
        article: fields.text("article")?,
        check: check(fields, &mut context.losses)?,
        because_of: context.steps_in(fields, "because_of")?,
        is_obligatory: fields.flag("obligatory")?.unwrap_or(false),
        error_rate: fields.number("error_rate")?,
        sheets: fields.number("sheets")?,
        seals: seals(fields, &mut context.losses)?,
        attachments: context.items_in(fields, "attachments")?,
        contact: fields.word("contact", Contact::spelled, &mut context.losses)?,
        ..Step::new(context.flow, rank, lane, name)
    })
}

/// Reads the times of a gateway, which has none: zero is nothing, anything else is lost.
pub(super) fn lose(fields: &mut Fields, losses: &mut Vec<Loss>) -> Result<(), Failure> {
    let minutes = fields.number("minutes")?.map_or(0.0, Minutes::get);
    let wait = fields.number("wait_hours")?.map_or(0.0, OfficeHours::get);
    for (key, amount) in [("minutes", minutes), ("wait_hours", wait)] {
        if amount > 0.0 {
            let at = fields.at(key);
            losses.push(Loss::dropped(LossKind::NoPlace, at, amount.to_string()));
        }
    }
    Ok(())
}

fn work(fields: &mut Fields, losses: &mut Vec<Loss>) -> Result<Option<Work>, Failure> {
    let Some(mut fields) = fields.object("work")? else {
        return Ok(None);
    };
    let Some(distribution) = fields.text("distribution")? else {
        return Err(fields.missing("distribution"));
    };
    let mut minutes = |key: &str| -> Result<Minutes, Failure> {
        fields.number(key)?.ok_or_else(|| fields.missing(key))
    };
    let work = match folded(&distribution).as_str() {
        "fixed" => Some(Work::Fixed {}),
        "exponential" => Some(Work::Exponential {}),
        "uniform" => Some(Work::Uniform {
            low: minutes("low")?,
            high: minutes("high")?,
        }),
        "triangular" => Some(Work::Triangular {
            low: minutes("low")?,
            likely: minutes("likely")?,
            high: minutes("high")?,
        }),
        "lognormal" => Some(Work::Lognormal { sd: minutes("sd")? }),
        _ => {
            let at = fields.at("distribution");
            losses.push(Loss::dropped(LossKind::UnknownWord, at, distribution));
            None
        }
    };
    fields.end(&[], losses);
    Ok(work)
}

fn accesses(context: &mut Context, fields: &mut Fields, key: &str) -> Result<Vec<Access>, Failure> {
    let mut accesses = Vec::new();
    for (at, value) in fields.list(key)? {
        if value.is_object() {
            let mut fields = Fields::of(at, value)?;
            let item = fields.id("item")?;
            let item = context.item(&item);
            accesses.push(Access {
                medium: fields.word("medium", Medium::spelled, &mut context.losses)?,
                store: fields.text("store")?,
                ..Access::to(item)
            });
            fields.end(&[], &mut context.losses);
            continue;
        }
        let name = named(at, value, "the name of an item or an object")?;
        if !name.is_empty() {
            accesses.push(Access::to(context.item(&name)));
        }
    }
    Ok(accesses)
}

fn named(at: String, value: Value, expected: &'static str) -> Result<String, Failure> {
    text(at.clone(), value).map_err(|_| Failure::WrongType { at, expected })
}

fn check(fields: &mut Fields, losses: &mut Vec<Loss>) -> Result<Option<Check>, Failure> {
    let Some(mut fields) = fields.object("check")? else {
        return Ok(None);
    };
    let aspects = fields.texts("aspects")?;
    let check = Check {
        object: fields.text("object")?,
        aspects: aspects.into_iter().map(|(_, aspect)| aspect).collect(),
        against: fields.text("against")?,
        why_it_began: fields.text("why_it_began")?,
        catch_rate: fields.number("catch_rate")?,
        ..Check::default()
    };
    fields.end(&[], losses);
    Ok(Some(check))
}

/// A number of plain seals, or a list of their kinds.
fn seals(fields: &mut Fields, losses: &mut Vec<Loss>) -> Result<Vec<SealKind>, Failure> {
    if let Some(number) = fields.count_or_list("seals", MOST_SEALS)? {
        return Ok(vec![SealKind::Plain; number as usize]);
    }
    let mut seals = Vec::new();
    for (at, word) in fields.texts("seals")? {
        match SealKind::spelled(&word) {
            Some(seal) => seals.push(seal),
            None => losses.push(Loss::dropped(LossKind::UnknownWord, at, word)),
        }
    }
    Ok(seals)
}
