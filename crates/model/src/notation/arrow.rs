//! Arrow lines: `20% 不備 → 受付: 補正を頼む → 書類を確認する`.
use super::draft::{Arrow, Target};
use super::head::labelled;
use super::keyword::{Claim, Label};
use super::number::share;
use super::piece::Piece;
use super::{Expected, Mistake, field};
use crate::{Repeat, Split, Transfer};

/// Whether an arrow stands in the line, outside quotes and brackets.
pub(super) fn is_arrow(piece: Piece) -> bool {
    piece.find(|piece, at| piece.arrow(at) > 0).is_some()
}

/// Reads an arrow line.
pub(super) fn read(piece: Piece) -> Result<Arrow, Mistake> {
    let parts = piece.parts(Piece::arrow);
    let mut parts = parts.into_iter();
    let mut head = parts.next().unwrap_or(piece);
    let mut arrow = Arrow {
        share: None,
        condition: None,
        split: None,
        targets: Vec::new(),
    };
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
    for part in parts {
        arrow.targets.push(target(part)?);
    }
    if arrow.targets.is_empty() {
        return Err(piece.mistake(Expected::Target));
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
    let mut target = Target {
        piece: place,
        split: None,
        repeat: None,
        transfer: None,
        bends: Vec::new(),
    };
    let words = bracket.map_or_else(Vec::new, Piece::words);
    let mut rest = words.as_slice();
    while !rest.is_empty() {
        let mut lengths = (1..=rest.len().min(2)).rev();
        let mut fits = |taken: &usize| set(&mut target, Piece::joined(rest, *taken));
        let taken = lengths.find(|taken| fits(taken) == Some(()));
        let taken = taken.ok_or_else(|| Piece::joined(rest, 1).mistake(Expected::ArrowWord))?;
        rest = rest.get(taken..).unwrap_or_default();
    }
    Ok(target)
}

fn set(target: &mut Target, word: Piece) -> Option<()> {
    let text = word.text();
    if let Some(split) = Split::spelled(&text) {
        target.split = Some(split);
    } else if let Some(repeat) = Repeat::spelled(&text) {
        target.repeat = Some(repeat);
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
