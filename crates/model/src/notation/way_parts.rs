//! Where a way leads, part by part, as it is typed.
use super::piece::Piece;
use crate::Medium;

/// Where the way leads, part by part. An arrow between two media is none of the way.
pub(super) fn targets(piece: Piece<'_>) -> Vec<Piece<'_>> {
    let parts = piece.parts(Piece::arrow);
    let parts = parts.get(1..).unwrap_or_default();
    let mut targets = Vec::new();
    let mut rest = parts;
    while let [first, ..] = rest {
        let taken = 1 + usize::from(rest.get(1).is_some_and(|next| is_medium(*first, *next)));
        targets.push(if taken == 1 {
            *first
        } else {
            Piece::joined(rest, taken)
        });
        rest = rest.get(taken..).unwrap_or_default();
    }
    targets
}

/// Whether the one ends with a medium and the other begins with one.
fn is_medium(before: Piece, behind: Piece) -> bool {
    let spelled = |word: &Piece| Medium::spelled(&word.text()).is_some();
    let begins = behind.words().first().is_some_and(|word| {
        (1..=word.chars.len()).any(|end| {
            let goes_on = word.sign(end).is_some_and(|c| !c.is_ascii_digit());
            !goes_on && spelled(&word.part(0, end))
        })
    });
    let words = before.words();
    begins && words.len() > 1 && words.last().is_some_and(spelled)
}

pub(super) fn is_between_figures(piece: Piece, at: usize) -> bool {
    let is_figure = |at: Option<usize>| {
        at.and_then(|at| piece.sign(at))
            .is_some_and(|c| c.is_ascii_digit())
    };
    is_figure(at.checked_sub(1)) && is_figure(Some(at + 1))
}
