//! Lines that begin with @: the process, the flow and what they consist of besides steps.
use super::draft::{Draft, DraftDuty, PROCESS};
use super::keyword::{Directive, Keyword as _, Label};
use super::nearest::nearest;
use super::number::quantity;
use super::piece::{Piece, fold};
use super::{Expected, Mistake, forms, voice};
use crate::{
    Arrivals, Calendar, DutyScope, Item, ItemClass, Lane, LaneKind, Pattern, ProcessKind, Quantity,
    Source, Variant,
};

const CASES: &[&str] = &["件", "cases", "case"];
const DAYS: &[&str] = &["日", "days", "day", "d"];

/// Reads what stands behind `@`. Lanes, phases and items are read first, wherever they stand.
pub(super) fn read<'a>(
    draft: &mut Draft<'a>,
    piece: Piece<'a>,
    declares: bool,
) -> Result<(), Mistake> {
    let is_end = |c: &char| matches!(fold(*c), ' ' | ':' | '[');
    let end = piece.chars.iter().take_while(|c| !is_end(c)).count();
    let word = piece.part(0, end);
    let directive = Directive::spelled(&word.folded());
    let directive = directive.ok_or_else(|| unknown(word, &piece.from(end).text()))?;
    let mut rest = piece.from(end).trim();
    if rest.sign(0) == Some(':') {
        rest = rest.from(1).trim();
    }
    let is_declared = matches!(
        directive,
        Directive::Lane | Directive::Phases | Directive::Item
    );
    if declares == is_declared {
        set(draft, directive, rest)
    } else {
        Ok(())
    }
}

fn unknown(word: Piece, behind: &str) -> Mistake {
    let mistake = word.mistake(Expected::Directive);
    match nearest(&word.text(), Directive::WORDS.iter().copied()) {
        Some(near) => mistake.with_example(format!("@{near}{behind}")),
        None => mistake,
    }
}

fn set<'a>(draft: &mut Draft<'a>, directive: Directive, rest: Piece<'a>) -> Result<(), Mistake> {
    let process = &mut draft.process;
    match directive {
        Directive::Key => process.key = text(rest),
        Directive::Illustrative => process.is_illustrative = true,
        Directive::Purpose => process.purpose = text(rest),
        Directive::Outcome => process.outcome = text(rest),
        Directive::Laws => process
            .laws
            .extend(rest.list().into_iter().map(Piece::name)),
        Directive::Section => process.section = text(rest),
        Directive::Kind => process.kind = Some(word_of(rest, ProcessKind::spelled)?),
        Directive::Volume => process.volume_per_year = Some(cases(rest)?),
        Directive::NormalVolume => process.volume_normal = Some(cases(rest)?),
        Directive::PeakVolume => process.volume_at_peak = Some(cases(rest)?),
        Directive::PeakDays => process.peak_days = Some(days(rest)?),
        Directive::OffPeakVolume => process.volume_off_peak = Some(cases(rest)?),
        Directive::Backlog => process.backlog = Some(cases(rest)?),
        Directive::LifeEvent => process.life_event = text(rest),
        Directive::StandardDays => process.standard_days = Some(days(rest)?),
        Directive::RequiredOutputs => {
            let items = draft.item_list(rest)?;
            draft.process.required_outputs.extend(items);
        }
        Directive::Arrivals => process.arrivals = Some(arrivals(rest)?),
        Directive::Flow => {
            draft.flow.name = rest.name();
            draft.is_named = true;
        }
        Directive::Variant => draft.flow.variant = word_of(rest, Variant::spelled)?,
        Directive::Version => draft.flow.version = text(rest),
        Directive::Status => draft.flow.status = text(rest),
        Directive::Note => draft.flow.note = text(rest),
        Directive::Lane => lane(draft, rest)?,
        Directive::Phases => phases(draft, rest)?,
        Directive::Item => item(draft, rest)?,
        Directive::Form => forms::form(draft, rest)?,
        Directive::Store => forms::store(draft, rest)?,
        Directive::Voice => voice::read(draft, rest)?,
        Directive::Duty => duty(draft, rest)?,
    }
    Ok(())
}

/// The text that stands here; none where nothing does.
pub(super) fn text(piece: Piece) -> Option<String> {
    (!piece.is_empty()).then(|| piece.name())
}

/// The word of a vocabulary that stands here.
pub(super) fn word_of<T>(piece: Piece, spelled: impl Fn(&str) -> Option<T>) -> Result<T, Mistake> {
    spelled(&piece.text()).ok_or_else(|| piece.mistake(Expected::Word))
}

fn cases(piece: Piece) -> Result<Quantity, Mistake> {
    quantity(piece, CASES, Expected::Number)
}

fn days(piece: Piece) -> Result<Quantity, Mistake> {
    quantity(piece, DAYS, Expected::Number)
}

fn arrivals(piece: Piece) -> Result<Arrivals, Mistake> {
    let wrong = || piece.mistake(Expected::Arrivals);
    let [rate, pattern, calendar] = piece.words()[..] else {
        return Err(wrong());
    };
    Ok(Arrivals {
        per_hour: quantity(
            rate,
            &["件/時", "件/時間", "件", "/h", "cases/h"],
            Expected::Arrivals,
        )?,
        pattern: Pattern::spelled(&pattern.text()).ok_or_else(wrong)?,
        calendar: Calendar::spelled(&calendar.text()).ok_or_else(wrong)?,
    })
}

/// A name, the words in the bracket behind it, and the list behind the colon.
pub(super) fn declared(piece: Piece) -> Result<(Piece, Vec<Piece>, Option<Piece>), Mistake> {
    let colon = piece.find_sign(':');
    let (head, list) = match colon {
        Some(at) => (piece.part(0, at).trim(), Some(piece.from(at + 1).trim())),
        None => (piece, None),
    };
    let (name, bracket) = head.cut_bracket()?;
    if name.is_empty() {
        return Err(piece.mistake(Expected::Name));
    }
    Ok((name, bracket.map_or_else(Vec::new, Piece::words), list))
}

/// Parts `課:市民課` into its label and the value.
pub(super) fn labelled(word: Piece) -> Option<(Label, Piece)> {
    let at = word.find_sign(':')?;
    let label = Label::spelled(&word.part(0, at).trim().folded())?;
    Some((label, word.from(at + 1).trim()))
}

/// The key in `#A16`.
pub(super) fn key(word: Piece) -> Option<String> {
    (word.sign(0) == Some('#')).then(|| word.from(1).name())
}

fn lane(draft: &mut Draft, piece: Piece) -> Result<(), Mistake> {
    let (name, words, _) = declared(piece)?;
    let words: Vec<Set<Lane>> = words.into_iter().map(lane_word).collect::<Result<_, _>>()?;
    if let Some(lane) = draft.declare_lane(name.name()) {
        for set in words {
            set(lane);
        }
    }
    Ok(())
}

type Set<T> = Box<dyn FnOnce(&mut T)>;

fn lane_word(word: Piece) -> Result<Set<Lane>, Mistake> {
    let wrong = || word.mistake(Expected::LaneWord);
    if let Some(key) = key(word) {
        return Ok(Box::new(|lane| lane.key = Some(key)));
    }
    if let Some((label, value)) = labelled(word) {
        let text = value.name();
        return Ok(match label {
            Label::Section => Box::new(|lane| lane.section = Some(text)),
            Label::Location => Box::new(|lane| lane.location = Some(text)),
            Label::Pool => Box::new(|lane| lane.pool = Some(text)),
            Label::Hours => Box::new(|lane| lane.hours = Some(text)),
            Label::Wage => {
                let yen = quantity(value, &["円", "yen"], Expected::Number)?;
                Box::new(move |lane| lane.yen_per_hour = Some(yen))
            }
            Label::Source
            | Label::Recipient
            | Label::Owner
            | Label::CopiedFrom
            | Label::Scope
            | Label::Template
            | Label::ResolvedBy
            | Label::Phase
            | Label::Bend => return Err(wrong()),
        });
    }
    if let Some(kind) = LaneKind::spelled(&word.text()) {
        return Ok(Box::new(move |lane| lane.kind = kind));
    }
    let people: Quantity = quantity(word, &["人", "people", "person"], Expected::LaneWord)?;
    Ok(Box::new(move |lane| lane.headcount = Some(people)))
}

fn phases(draft: &mut Draft, piece: Piece) -> Result<(), Mistake> {
    for word in piece.words() {
        let (name, bracket) = word.cut_bracket()?;
        let found = match bracket {
            Some(inside) => Some(key(inside).ok_or_else(|| inside.mistake(Expected::PhaseWord))?),
            None => None,
        };
        if name.is_empty() {
            // A blank before the bracket: the key belongs to the name before it.
            if let Some(last) = draft.phases.last_mut() {
                last.key = found;
            }
            continue;
        }
        draft.add_phase(name.name(), found);
    }
    Ok(())
}

fn item(draft: &mut Draft, piece: Piece) -> Result<(), Mistake> {
    let (name, words, _) = declared(piece)?;
    let mut item = Item::new(PROCESS, name.name());
    let mut rest = words.as_slice();
    while !rest.is_empty() {
        let taken = item_word(&mut item, rest)?;
        rest = rest.get(taken..).unwrap_or_default();
    }
    draft.declare_item(item);
    Ok(())
}

/// Reads the longest word at the head; says how many pieces it took.
fn item_word(item: &mut Item, words: &[Piece]) -> Result<usize, Mistake> {
    for taken in (1..=words.len().min(4)).rev() {
        let word = Piece::joined(words, taken);
        if set_item(item, word) {
            return Ok(taken);
        }
    }
    Err(Piece::joined(words, 1).mistake(Expected::ItemWord))
}

fn set_item(item: &mut Item, word: Piece) -> bool {
    use super::keyword::Claim;
    if let Some((Label::Source, value)) = labelled(word) {
        item.source = Source::spelled(&value.text());
        return item.source.is_some();
    }
    if let Some((Label::Recipient, value)) = labelled(word)
        && word.words().len() == 1
    {
        item.recipient = Some(value.name());
        return true;
    }
    if let Some(class) = ItemClass::spelled(&word.text()) {
        item.class = Some(class);
        return true;
    }
    match Claim::spelled(&word.folded()) {
        Some(Claim::KnownToCity) => item.is_known_to_city = Some(true),
        Some(Claim::NotKnownToCity) => item.is_known_to_city = Some(false),
        Some(Claim::Personal) => item.is_personal = Some(true),
        Some(Claim::NotPersonal) => item.is_personal = Some(false),
        Some(Claim::SpecificPersonal) => item.is_specific_personal = Some(true),
        Some(Claim::NotSpecificPersonal) => item.is_specific_personal = Some(false),
        _ => return false,
    }
    true
}

fn duty<'a>(draft: &mut Draft<'a>, piece: Piece<'a>) -> Result<(), Mistake> {
    let (steps, bracket) = piece.cut_bracket()?;
    let stroke = steps.find_sign('/');
    let stroke = stroke.ok_or_else(|| piece.mistake(Expected::TwoSides))?;
    let (scope, basis) = bracket.map_or(Ok((None, String::new())), scope_and_basis)?;
    draft.duties.push(DraftDuty {
        first: steps.part(0, stroke).list(),
        second: steps.from(stroke + 1).list(),
        scope,
        basis,
    });
    Ok(())
}

/// `範囲:別の課 会計規則`: how far apart the two must be, and what demands it.
fn scope_and_basis(inside: Piece) -> Result<(Option<DutyScope>, String), Mistake> {
    let Some((Label::Scope, said)) = labelled(inside) else {
        return Ok((None, inside.name()));
    };
    let words = said.words();
    for taken in (1..=words.len().min(3)).rev() {
        let word = Piece::joined(&words, taken);
        if let Some(scope) = DutyScope::spelled(&word.text()) {
            let basis = said.from(word.chars.len()).trim().name();
            return Ok((Some(scope), basis));
        }
    }
    Err(said.mistake(Expected::Word))
}
