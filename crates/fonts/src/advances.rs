//! How wide each letter is, looked up in the faces once.
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};

use ttf_parser::{Face, GlyphId};

use crate::{BOLD, FALLBACK, Family, REGULAR, Weight};

/// Letters on one page of a table.
const PAGE: usize = 256;
/// Pages of the first plane, where almost all letters are.
const PAGES: usize = 256;

/// What stands for a letter that was not looked up yet: no number that a face gives, nor that for what no face has.
const UNKNOWN: u64 = u64::MAX;

/// The bits of the shares of an em that one weight's letters take; not a number for what no face has.
///
/// Of the letters of a page few are ever written: each is looked up by itself. Whoever looks one up at the same time finds
/// the same.
struct Table([OnceLock<Box<[AtomicU64; PAGE]>>; PAGES]);

static REGULARS: Table = Table([const { OnceLock::new() }; PAGES]);
static BOLDS: Table = Table([const { OnceLock::new() }; PAGES]);

/// The share of an em that `letter` takes, where one of the faces can write it.
pub(crate) fn share(letter: char, weight: Weight) -> Option<f64> {
    let number = letter as usize;
    let table = match weight {
        Weight::Regular => &REGULARS,
        Weight::Bold => &BOLDS,
    };
    let Some(page) = table.0.get(number / PAGE) else {
        return looked_up(letter, weight);
    };
    let page = page.get_or_init(|| Box::new([const { AtomicU64::new(UNKNOWN) }; PAGE]));
    let known = &page[number % PAGE];
    let mut bits = known.load(Ordering::Relaxed);
    if bits == UNKNOWN {
        bits = looked_up(letter, weight).unwrap_or(f64::NAN).to_bits();
        known.store(bits, Ordering::Relaxed);
    }
    let share = f64::from_bits(bits);
    (!share.is_nan()).then_some(share)
}

/// Whether `family` has `letter`.
pub(crate) fn writes(family: Family, letter: char) -> bool {
    face(family).is_some_and(|face| glyph(face, letter).is_some())
}

/// Whether `family` has a shape of its own for `letter` before `selector`.
pub(crate) fn has_variant(family: Family, letter: char, selector: char) -> bool {
    face(family).is_some_and(|face| face.glyph_variation_index(letter, selector).is_some())
}

fn face(family: Family) -> Option<&'static Face<'static>> {
    match family {
        Family::Own => parsed().regular.as_ref(),
        Family::Fallback => parsed().fallback.as_ref(),
    }
}

fn looked_up(letter: char, weight: Weight) -> Option<f64> {
    let faces = parsed();
    let own = match weight {
        Weight::Regular => &faces.regular,
        Weight::Bold => &faces.bold,
    };
    [own, &faces.fallback]
        .into_iter()
        .flatten()
        .find_map(|face| share_in(face, letter))
}

/// The faces, read once.
struct Faces {
    regular: Option<Face<'static>>,
    bold: Option<Face<'static>>,
    fallback: Option<Face<'static>>,
}

fn parsed() -> &'static Faces {
    static FACES: OnceLock<Faces> = OnceLock::new();
    FACES.get_or_init(|| Faces {
        regular: Face::parse(REGULAR, 0).ok(),
        bold: Face::parse(BOLD, 0).ok(),
        fallback: Face::parse(FALLBACK, 0).ok(),
    })
}

fn share_in(face: &Face, letter: char) -> Option<f64> {
    let advance = face.glyph_hor_advance(glyph(face, letter)?)?;
    Some(f64::from(advance) / f64::from(face.units_per_em().max(1)))
}

fn glyph(face: &Face, letter: char) -> Option<GlyphId> {
    face.glyph_index(letter).filter(|glyph| glyph.0 != 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_says_what_the_faces_say() {
        for letter in ('\u{0}'..='\u{30000}').step_by(7) {
            for weight in [Weight::Regular, Weight::Bold] {
                assert_eq!(
                    share(letter, weight),
                    looked_up(letter, weight),
                    "{letter:?}"
                );
            }
        }
    }

    #[test]
    fn variants_of_kanji_are_known() {
        assert!(has_variant(Family::Own, '葛', '\u{e0100}'));
        assert!(!has_variant(Family::Own, '葛', '\u{fe0f}'));
        assert!(!has_variant(Family::Fallback, 'a', '\u{e0100}'));
    }
}
