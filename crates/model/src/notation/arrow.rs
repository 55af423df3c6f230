//! Arrow lines: `20% 不備 → 受付: 補正を頼む → 書類を確認する`.
use super::draft::{Arrow, Draft, Drawn, Target};
use super::head::labelled;
use super::keyword::{Claim, Label};
use super::number::share;
use super::piece::Piece;
use super::{Expected, Mistake, field, step};
use crate::{EdgeNature, Repeat, Split, Transfer};

/// Whether an arrow stands in the line, outside quotes and brackets.
pub(super) fn is_arrow(piece: Piece) -> bool {
    piece.find(|piece, at| piece.arrow(at) > 0).is_some()
}

/// Reads an arrow line.
pub(super) fn read(piece: Piece) -> Result<Arrow, Mistake> {
    let parts = piece.parts(Piece::arrow);
    let mut parts = parts.into_iter();
    let mut arrow = head(parts.next().unwrap_or(piece), piece)?;
    for part in parts {
        arrow.targets.push(target(part)?);
    }
    if arrow.targets.is_empty() {
        return Err(piece.mistake(Expected::Target));
    }
    Ok(arrow)
}

/// Reads what stands before the arrows of `piece`: how often, and when.
pub(super) fn head<'a>(mut head: Piece<'a>, piece: Piece<'a>) -> Result<Arrow<'a>, Mistake> {
    let mut arrow = Arrow {
        share: None,
        condition: None,
        split: None,
        targets: Vec::new(),
    };
    if let Some(rest) = head.behind(&["約"]).filter(|it| share_end(*it).is_some()) {
        head = rest;
    }
    if let Some(end) = bare_number(head) {
        let example = format!(
            "  {}% {}",
            head.part(0, end).text(),
            piece.from(end).trim().text()
        );
        return Err(head.mistake(Expected::Share).with_example(example));
    }
    if let Some(end) = share_end(head) {
        arrow.share = Some(share(head.part(0, end))?);
        head = head.from(end).trim();
        if matches!(head.sign(0), Some(':' | ',')) {
            head = head.from(1).trim();
        }
    }
    head = without_if(head);
    if !head.is_empty() {
        arrow.split = Split::spelled(&head.text());
        if arrow.split.is_none() {
            arrow.condition = Some(head.name());
        }
    }
    Ok(arrow)
}

/// Behind the percent sign of the share at the head.
fn share_end(piece: Piece) -> Option<usize> {
    let numeral = |at: usize| {
        piece
            .sign(at)
            .is_some_and(|c| c.is_ascii_digit() || matches!(c, '.' | '-' | '+' | ' '))
    };
    let end = (0..piece.chars.len()).take_while(|at| numeral(*at)).count();
    (end > 0 && piece.sign(end) == Some('%')).then_some(end + 1)
}

/// Behind the number at the head that stands there alone, as a share without its percent sign would.
pub(super) fn bare_number(piece: Piece) -> Option<usize> {
    let numeral = |at: &usize| {
        let sign = piece.sign(*at);
        sign.is_some_and(|c| c.is_ascii_digit() || c == '.')
    };
    let end = (0..piece.chars.len()).take_while(numeral).count();
    let behind = piece.from(end).trim().sign(0);
    let is_alone = matches!(piece.sign(end), None | Some(' ')) && behind != Some('%');
    (end > 0 && is_alone).then_some(end)
}

fn without_if(piece: Piece) -> Piece {
    if let Some(rest) = piece.behind(&["もし", "if "]) {
        return rest;
    }
    if Claim::spelled(&piece.folded()) == Some(Claim::If) {
        return piece.from(piece.chars.len());
    }
    piece
}

fn target(piece: Piece) -> Result<Target, Mistake> {
    let (place, bracket) = piece.cut_bracket()?;
    if place.is_empty() {
        return Err(piece.mistake(Expected::Target));
    }
    Ok(Target {
        piece: place,
        words: bracket.map_or_else(Vec::new, Piece::words),
        split: None,
        repeat: None,
        transfer: None,
        nature: None,
        bends: Vec::new(),
    })
}

/// Reads the bracket behind a target: words of the arrow, and words of the step where the arrow makes it.
pub(super) fn words<'a>(
    draft: &mut Draft<'a>,
    target: &mut Target<'a>,
    mut made: Option<&mut Drawn<'a>>,
) -> Result<(), Mistake> {
    let words = std::mem::take(&mut target.words);
    let mut rest = words.as_slice();
    while !rest.is_empty() {
        let mut taken = None;
        for count in (1..=rest.len().min(3)).rev() {
            let word = Piece::joined(rest, count);
            let is_said = set(target, word).is_some()
                || match &mut made {
                    Some(drawn) => step::set(draft, drawn, word)?,
                    None => false,
                };
            if is_said {
                taken = Some(count);
                break;
            }
        }
        let wrong = || Piece::joined(rest, 1).mistake(Expected::ArrowWord);
        rest = rest.get(taken.ok_or_else(wrong)?..).unwrap_or_default();
    }
    made.map_or(Ok(()), |drawn| step::only_a_step(drawn))
}

fn set(target: &mut Target, word: Piece) -> Option<()> {
    let text = word.text();
    if let Some(split) = Split::spelled(&text) {
        target.split = Some(split);
    } else if let Some(repeat) = Repeat::spelled(&text) {
        target.repeat = Some(repeat);
    } else if let Some(nature) = EdgeNature::spelled(&text) {
        target.nature = Some(nature);
    } else if let Some(transfer) = Transfer::spelled(&text) {
        target.transfer = Some(transfer);
    } else {
        let (label, value) = labelled(word)?;
        let bend = field::place(value, '/')
            .ok()
            .filter(|_| label == Label::Bend)?;
        target.bends.push(bend);
    }
    Some(())
}
