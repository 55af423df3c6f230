//! Items that a step reads or writes, each with what carries it: `口座画像<電子・電子申請(クラウド)・画像>`.
use super::Mistake;
use super::draft::Draft;
use super::head::labelled;
use super::keyword::{Claim, Label};
use super::piece::Piece;
use crate::{Access, AccessChange, Medium};

/// Reads a list of items.
pub(super) fn list(draft: &mut Draft, piece: Piece) -> Result<Vec<Access>, Mistake> {
    // Commas within angle brackets belong to the name of a store.
    let mut accesses = Vec::new();
    let mut depth = 0_usize;
    let mut starts = vec![0];
    let mut ends = Vec::new();
    for (at, sign) in piece.outside() {
        match sign {
            '<' => depth = 1,
            '>' => depth = 0,
            ',' if depth == 0 => {
                ends.push(at);
                starts.push(at + 1);
            }
            _ => {}
        }
    }
    ends.push(piece.chars.len());
    for (from, to) in starts.into_iter().zip(ends) {
        let one = piece.part(from, to).trim();
        if !one.is_empty() {
            accesses.push(access(draft, one)?);
        }
    }
    Ok(accesses)
}

fn access(draft: &mut Draft, piece: Piece) -> Result<Access, Mistake> {
    let length = piece.chars.len();
    let is_carried = length > 0 && piece.sign(length - 1) == Some('>');
    let open = piece.find_sign('<').filter(|_| is_carried);
    let Some(open) = open else {
        return Ok(Access::to(draft.item(piece)?));
    };
    let mut access = Access::to(draft.item(piece.part(0, open).trim())?);
    let (mut rest, origin) = cut_origin(piece.part(open + 1, length - 1).trim());
    access.copied_from = origin.map(Piece::name);
    while !rest.is_empty() {
        let dot = rest.find_sign('・').unwrap_or(rest.chars.len());
        let word = rest.part(0, dot).trim();
        let medium = Medium::spelled(&word.text()).filter(|_| access.medium.is_none());
        let is_structured = match Claim::spelled(&word.folded()) {
            Some(Claim::Structured) => Some(true),
            Some(Claim::Picture) => Some(false),
            _ => None,
        };
        let change = AccessChange::spelled(&word.text()).filter(|_| access.change.is_none());
        if medium.is_some() {
            access.medium = medium;
        } else if is_structured.is_some() && access.is_structured.is_none() {
            access.is_structured = is_structured;
        } else if change.is_some() {
            access.change = change;
        } else {
            access.store = Some(rest.name());
            break;
        }
        rest = rest.from(dot + 1).trim();
    }
    Ok(access)
}

/// What stands before `転記元:`, and what stands behind it.
fn cut_origin(piece: Piece) -> (Piece, Option<Piece>) {
    let parts = piece.parts(|piece, at| usize::from(piece.sign(at) == Some('・')));
    let is_label = |part: &Piece| matches!(labelled(*part), Some((Label::CopiedFrom, _)));
    let Some(nth) = parts.iter().position(is_label) else {
        return (piece, None);
    };
    let (before, behind) = parts.split_at(nth);
    let origin = labelled(Piece::joined(behind, behind.len()));
    let before = Piece::joined(before, before.len());
    (before, origin.map(|(_, value)| value))
}
