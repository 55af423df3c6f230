//! A step's own line: lane, name, minutes, and the bracket with the most used attributes.
use super::draft::{Draft, Drawn, FLOW, Shape};
use super::field;
use super::head::{key, labelled};
use super::keyword::{Claim, Field};
use super::nearest::nearest;
use super::number::hours;
use super::piece::Piece;
use super::time::{self, Span};
use super::units::MINUTES;
use super::{Expected, Mistake};
use crate::{
    Basis, EventKind, GatewayKind, LaneId, Medium, Minutes, OfficeHours, Rank, Step, StepKind, Work,
};

/// Reads `lane: name 5分 [words]`.
pub(super) fn read<'a>(draft: &mut Draft<'a>, piece: Piece<'a>) -> Result<(), Mistake> {
    let colon = piece.find_sign(':');
    let colon = colon.ok_or_else(|| piece.mistake(Expected::StepLine))?;
    let lane = draft.lane(piece.part(0, colon).trim())?;
    let (named, bracket) = piece.from(colon + 1).trim().cut_bracket()?;
    let mut drawn = drawn(named, lane)?;
    drawn.step.phase = draft.phase;
    let words = bracket.map_or_else(Vec::new, Piece::words);
    let mut rest = words.as_slice();
    while !rest.is_empty() {
        let taken = word(draft, &mut drawn, rest)?;
        rest = rest.get(taken..).unwrap_or_default();
    }
    if drawn.shape == Shape::Step && named.is_empty() {
        return Err(piece.from(colon + 1).trim().mistake(Expected::StepName));
    }
    only_a_step(&drawn)?;
    draft.nodes.push(drawn);
    Ok(())
}

/// Refuses what only a step has on a gateway or an event.
pub(super) fn only_a_step(drawn: &Drawn) -> Result<(), Mistake> {
    match drawn.says_step {
        Some(piece) if drawn.shape != Shape::Step => Err(piece.mistake(Expected::StepAttribute)),
        Some(_) | None => Ok(()),
    }
}

/// A step called as `piece` says, with the minutes behind its name.
pub(super) fn drawn(piece: Piece, lane: LaneId) -> Result<Drawn, Mistake> {
    let (name, time) = time::cut(piece)?;
    let mut step = Step::new(FLOW, Rank::default(), lane, name.name());
    if let Some(time) = time {
        set_time(&mut step, time)?;
    }
    Ok(Drawn {
        line: piece.line_number(),
        says_step: time.map(|time| time.piece),
        ..Drawn::of(step)
    })
}

/// Gives `step` its minutes; a range is spread evenly around its middle.
pub(super) fn set_time(step: &mut Step, time: Span) -> Result<(), Mistake> {
    let minutes =
        |it: f64| Minutes::try_from(it).map_err(|_| time.piece.mistake(Expected::Minutes));
    let (low, high) = (minutes(time.least)?, minutes(time.most)?);
    if low == high {
        step.minutes = Some(low);
    } else {
        let likely = minutes(f64::midpoint(time.least, time.most))?;
        step.minutes = Some(likely);
        step.work = Some(Work::Triangular { low, likely, high });
    }
    Ok(())
}

/// Reads the longest word at the head; says how many pieces it took.
fn word<'a>(
    draft: &mut Draft<'a>,
    drawn: &mut Drawn<'a>,
    words: &[Piece<'a>],
) -> Result<usize, Mistake> {
    for taken in (1..=words.len().min(3)).rev() {
        if set(draft, drawn, Piece::joined(words, taken))? {
            return Ok(taken);
        }
    }
    let word = Piece::joined(words, 1);
    let known = StepKind::ALL.iter().map(|it| it.ja());
    let known = known.chain(Basis::ALL.iter().map(|it| it.ja()));
    let known = known.chain(Medium::ALL.iter().map(|it| it.ja()));
    let known = known.chain(GatewayKind::ALL.iter().map(|it| it.ja()));
    let mistake = word.mistake(Expected::StepWord);
    Err(match nearest(&word.text(), known) {
        Some(near) => mistake.with_example(format!("[{near}]")),
        None => mistake,
    })
}

/// Gives the node what `word` says about it; false where it says nothing.
pub(super) fn set<'a>(
    draft: &mut Draft<'a>,
    drawn: &mut Drawn<'a>,
    word: Piece<'a>,
) -> Result<bool, Mistake> {
    let step = &mut drawn.step;
    let text = word.text();
    let mut is_common = false;
    let is_one = word.words().len() == 1;
    if let Some(key) = key(word).filter(|_| is_one) {
        step.key = Some(key);
        drawn.key = Some(word);
        is_common = true;
    } else if let Some(kind) = StepKind::spelled(&text) {
        step.kind = Some(kind);
    } else if let Some(kind) = GatewayKind::spelled(&text) {
        drawn.shape = Shape::Gateway(kind);
        is_common = true;
    } else if let Some(kind) = EventKind::spelled(&text) {
        drawn.shape = Shape::Event(kind);
        is_common = true;
    } else if let Some(basis) = Basis::spelled(&text) {
        step.basis = Some(basis);
    } else if Claim::spelled(&word.folded()) == Some(Claim::Obligatory) {
        step.is_obligatory = true;
    } else if let Some((medium_in, medium_out)) = media(word) {
        (step.medium_in, step.medium_out) = (medium_in, medium_out);
    } else if let Some(time) =
        waiting(word).filter(|time| is_one || hours::<OfficeHours>(*time).is_ok())
    {
        step.wait = Some(hours(time)?);
    } else if let Some(time) = time::span(word, MINUTES) {
        set_time(step, time)?;
    } else if let Some((field, value)) = field_in(word).filter(|_| is_one) {
        field::set(draft, drawn, field, value)?;
        is_common = field.is_common();
    } else {
        return Ok(false);
    }
    if !is_common {
        drawn.says_step.get_or_insert(word);
    }
    Ok(true)
}

/// The time in `待ち8時間`.
fn waiting(word: Piece) -> Option<Piece> {
    let time = word.behind(&["待ち", "wait"])?;
    super::number::amount(time).map(|_| time)
}

/// `システム:Excel` within the bracket. A label that brackets of other lines have is left to them.
fn field_in(word: Piece) -> Option<(Field, Piece)> {
    let at = word.find_sign(':')?;
    let field = Field::spelled(&word.part(0, at).trim().folded())?;
    labelled(word)
        .is_none()
        .then(|| (field, word.from(at + 1).trim()))
}

/// `電子→紙`, or `紙` where nothing changes.
pub(super) fn media(word: Piece) -> Option<(Option<Medium>, Option<Medium>)> {
    let Some(at) = word.find(|piece, index| piece.arrow(index) > 0) else {
        let medium = Medium::spelled(&word.text())?;
        return Some((Some(medium), Some(medium)));
    };
    let one = |side: Piece| {
        let side = side.trim();
        let is_unknown = side.is_empty() || Claim::spelled(&side.folded()) == Some(Claim::Unknown);
        if is_unknown {
            Some(None)
        } else {
            Medium::spelled(&side.text()).map(Some)
        }
    };
    Some((one(word.part(0, at))?, one(word.from(at + word.arrow(at)))?))
}
