//! The indented lines below a step: one attribute each.
use super::draft::{Draft, Drawn, Shape};
use super::head::{text, word_of};
use super::keyword::{CheckPart, Claim, Distribution, Field};
use super::number::{hours, minutes, quantity, share, working_time};
use super::piece::Piece;
use super::{Expected, Mistake, access, step};
use crate::{
    Authority, Basis, Batch, Channel, Check, CheckReason, Contact, GatewayKind, Medium, Method,
    Point, Quantity, Routine, SealKind, StepKind, ValueClass, WaitCause, Work,
};

/// Gives `field` of the node the value that stands in `value`; nothing there makes it unknown.
pub(super) fn set<'a>(
    draft: &mut Draft<'_>,
    drawn: &mut Drawn<'a>,
    field: Field,
    value: Piece<'a>,
) -> Result<(), Mistake> {
    if value.is_empty() && field != Field::Check {
        return Ok(());
    }
    let step = &mut drawn.step;
    match field {
        Field::Key => {
            step.key = text(value);
            drawn.key = Some(value);
        }
        Field::Kind => step.kind = Some(word_of(value, StepKind::spelled)?),
        Field::Pin => step.pin = Some(place(value, ',')?),
        Field::Role => step.role = text(value),
        Field::Minutes => step::set_time(step, working_time(value)?)?,
        Field::Work => step.work = Some(work(value)?),
        Field::Method => step.method = Some(word_of(value, Method::spelled)?),
        Field::People => {
            let people = count(value, &["人", "people"]);
            step.people = Some(people.map_err(|it| it.with_example("  人数: 2".to_owned()))?);
        }
        Field::Wait => step.wait = Some(hours(value)?),
        Field::WaitCause => step.wait_cause = Some(word_of(value, WaitCause::spelled)?),
        Field::Batch => step.batch = Some(word_of(value, Batch::spelled)?),
        Field::BatchSize => step.batch_size = Some(count(value, &["件", "cases"])?),
        Field::Media => (step.medium_in, step.medium_out) = media(value)?,
        Field::System => step.system = text(value),
        Field::OtherSystems => step.other_systems.extend(names(value)),
        Field::Reads => step.reads.extend(access::list(draft, value)?),
        Field::Writes => step.writes.extend(access::list(draft, value)?),
        Field::Basis => step.basis = Some(word_of(value, Basis::spelled)?),
        Field::Article => step.article = text(value),
        Field::ChangeableBy => step.changeable_by = Some(word_of(value, Authority::spelled)?),
        Field::Obligatory => step.is_obligatory = yes_or_no(value)?,
        Field::Check => step.check = Some(check(value)?),
        Field::Began => step.began = text(value),
        Field::BecauseOf => drawn.because_of.extend(value.list()),
        Field::Realises => step.realises.extend(names(value)),
        Field::Value => step.value = Some(word_of(value, ValueClass::spelled)?),
        Field::Routine => step.routine = Some(word_of(value, Routine::spelled)?),
        Field::Judgement => step.needs_judgement = Some(yes_or_no(value)?),
        Field::ErrorRate => step.error_rate = Some(share(value)?),
        Field::Pressure => step.is_under_pressure = yes_or_no(value)?,
        Field::Sheets => step.sheets = Some(count(value, &["枚", "sheets"])?),
        Field::Seals => step.seals.extend(seals(value)?),
        Field::Attachments => step.attachments.extend(draft.item_list(value)?),
        Field::Contact => step.contact = Some(word_of(value, Contact::spelled)?),
        Field::Channel => step.channel = Some(word_of(value, Channel::spelled)?),
        Field::Travel => step.travel = Some(minutes(value)?),
        Field::Remote => step.is_remote_feasible = Some(yes_or_no(value)?),
        Field::Note => step.note = text(value),
    }
    Ok(())
}

fn names(value: Piece) -> impl Iterator<Item = String> {
    value.list().into_iter().map(Piece::name)
}

fn count(value: Piece, units: &[&str]) -> Result<Quantity, Mistake> {
    quantity(value, units, Expected::Number)
}

fn media(value: Piece) -> Result<(Option<Medium>, Option<Medium>), Mistake> {
    step::media(value).ok_or_else(|| value.mistake(Expected::Word))
}

fn seals(value: Piece) -> Result<Vec<SealKind>, Mistake> {
    let words = value.list().into_iter();
    words.map(|it| word_of(it, SealKind::spelled)).collect()
}

fn yes_or_no(value: Piece) -> Result<bool, Mistake> {
    match Claim::spelled(&value.folded()) {
        Some(Claim::Yes) => Ok(true),
        Some(Claim::No) => Ok(false),
        _ => Err(value.mistake(Expected::YesOrNo)),
    }
}

/// Two numbers with `between` between them.
pub(super) fn place(value: Piece, between: char) -> Result<Point, Mistake> {
    let wrong = || value.mistake(Expected::Place);
    let parts = value.parts(|piece, at| usize::from(piece.sign(at) == Some(between)));
    let [x, y] = parts[..] else {
        return Err(wrong());
    };
    let one = |piece| super::number::number(piece, &[], Expected::Place);
    Point::on_page(one(x)?, one(y)?).map_err(|_| wrong())
}

fn work(value: Piece) -> Result<Work, Mistake> {
    let wrong = || value.mistake(Expected::Distribution);
    let words = value.words();
    let name = words.first().map(|word| word.folded()).unwrap_or_default();
    let rest = words.get(1..).unwrap_or_default();
    Ok(match (Distribution::spelled(&name), rest) {
        (Some(Distribution::Fixed), []) => Work::Fixed {},
        (Some(Distribution::Exponential), []) => Work::Exponential {},
        (Some(Distribution::Uniform), [low, high]) => Work::Uniform {
            low: minutes(*low)?,
            high: minutes(*high)?,
        },
        (Some(Distribution::Triangular), [low, likely, high]) => Work::Triangular {
            low: minutes(*low)?,
            likely: minutes(*likely)?,
            high: minutes(*high)?,
        },
        (Some(Distribution::Lognormal), [sd]) => Work::Lognormal { sd: minutes(*sd)? },
        _ => return Err(wrong()),
    })
}

/// `対象=申請書 観点=入力、口座 相手=原本`: a value goes on to the next `name=`.
fn check(value: Piece) -> Result<Check, Mistake> {
    let mut check = Check::default();
    let blank = |piece: Piece, at| usize::from(piece.sign(at) == Some(' '));
    let words: Vec<Piece> = value
        .parts(blank)
        .into_iter()
        .filter(|it| !it.is_empty())
        .collect();
    let begins = |word: &Piece| part_of(*word).is_some();
    let mut rest = words.as_slice();
    while let Some(first) = rest.first() {
        let (part, at) = part_of(*first).ok_or_else(|| first.mistake(Expected::CheckWord))?;
        let tail = rest.get(1..).unwrap_or_default();
        let taken = 1 + tail.iter().take_while(|word| !begins(word)).count();
        let value = Piece::joined(rest, taken).from(at + 1).trim();
        put(&mut check, part, value, text)?;
        rest = rest.get(taken..).unwrap_or_default();
    }
    Ok(check)
}

/// Gives `check` one of its parts; nothing there makes it unknown, but for aspects, of which there may be more. `free` reads
/// what people write freely.
pub(super) fn put(
    check: &mut Check,
    part: CheckPart,
    value: Piece,
    free: fn(Piece) -> Option<String>,
) -> Result<(), Mistake> {
    let known = (!value.is_empty()).then_some(value);
    match part {
        CheckPart::Object => check.object = free(value),
        CheckPart::Aspects => check.aspects.extend(names(value)),
        CheckPart::Against => check.against = free(value),
        CheckPart::Reason => {
            let reason = known.map(|it| word_of(it, CheckReason::spelled));
            check.reason = reason.transpose()?;
        }
        CheckPart::IndependentOf => check.independent_of = free(value),
        CheckPart::Why => check.why_it_began = free(value),
        CheckPart::CatchRate => check.catch_rate = known.map(share).transpose()?,
    }
    Ok(())
}

fn part_of(word: Piece) -> Option<(CheckPart, usize)> {
    let at = word.find_sign('=')?;
    Some((CheckPart::spelled(&word.part(0, at).folded())?, at))
}

/// How a node of this shape hands on when nothing else is said.
pub(super) fn usual_split(shape: Shape, arrows: usize) -> crate::Split {
    match shape {
        Shape::Gateway(GatewayKind::Branch) => crate::Split::Exclusive,
        Shape::Gateway(GatewayKind::Fork) => crate::Split::Parallel,
        Shape::Gateway(GatewayKind::Merge | GatewayKind::Join) | Shape::Step | Shape::Event(_) => {
            if arrows > 1 {
                crate::Split::Exclusive
            } else {
                crate::Split::Sequence
            }
        }
    }
}
