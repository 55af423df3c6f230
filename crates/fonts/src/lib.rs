//! The bundled faces as bytes, and the advance of a text.
//!
//! Widths are plain sums of advances: kerning and features are off wherever Kaizu writes, so that what is measured
//! here is what stands on the screen, in a picture and on paper.
use std::sync::OnceLock;

use ttf_parser::{Face, GlyphId};

/// The family in which everything is written.
pub const FAMILY: &str = "BIZ UDPGothic";

/// The family for what the first one lacks.
pub const FALLBACK_FAMILY: &str = "Noto Sans JP";

static REGULAR: &[u8] = include_bytes!("../files/BIZUDPGothic_400Regular.ttf");
static BOLD: &[u8] = include_bytes!("../files/BIZUDPGothic_700Bold.ttf");
static FALLBACK: &[u8] = include_bytes!("../files/NotoSansJP_400Regular.ttf");

/// How heavy a face is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Weight {
    /// Regular.
    #[default]
    Regular,
    /// Bold.
    Bold,
}

/// The files of the faces: regular, bold, and the fallback of both.
pub fn faces() -> [&'static [u8]; 3] {
    [REGULAR, BOLD, FALLBACK]
}

/// The same files with their names, for who loads them by name.
pub fn files() -> [(&'static str, &'static [u8]); 3] {
    [
        ("BIZUDPGothic_400Regular.ttf", REGULAR),
        ("BIZUDPGothic_700Bold.ttf", BOLD),
        ("NotoSansJP_400Regular.ttf", FALLBACK),
    ]
}

/// The width of `text` written in letters of `size`.
///
/// A character that no face has counts as one em, about what any other program puts in its place.
pub fn advance(text: &str, size: f64, weight: Weight) -> f64 {
    text.chars()
        .filter(|letter| !is_invisible(*letter))
        .map(|letter| em_share(letter, weight))
        .sum::<f64>()
        * size
}

/// Whether one of the faces can write `letter`.
pub fn has_glyph(letter: char) -> bool {
    let faces = parsed();
    let is_in = |face: &Option<Face>| face.as_ref().and_then(|face| glyph(face, letter)).is_some();
    is_in(&faces.regular) || is_in(&faces.fallback)
}

/// `text` with characters that no face has put into ones that look and mean the same: a hyphen that does not break
/// into a hyphen, a ticked box into a tick. What has no such twin stays.
pub fn writable(text: &str) -> String {
    text.chars()
        .map(|letter| {
            twin(letter).map_or(letter, |twin| if has_glyph(letter) { letter } else { twin })
        })
        .collect()
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

/// How many letters are measured at once.
const PAGE: u32 = 256;

/// The shares of the letters of one page, in the order of their numbers.
type Page = OnceLock<Box<[f64]>>;

/// The advance of `letter` in parts of its size. Looked up in the face once: a picture asks for the same letters again and again.
fn em_share(letter: char, weight: Weight) -> f64 {
    static REGULAR_PAGES: [Page; 256] = [const { OnceLock::new() }; 256];
    static BOLD_PAGES: [Page; 256] = [const { OnceLock::new() }; 256];
    let pages = match weight {
        Weight::Regular => &REGULAR_PAGES,
        Weight::Bold => &BOLD_PAGES,
    };
    let (page, place) = (u32::from(letter) / PAGE, u32::from(letter) % PAGE);
    pages
        .get(page as usize)
        .and_then(|shares| {
            let shares = shares.get_or_init(|| measured(page * PAGE, weight));
            shares.get(place as usize).copied()
        })
        .unwrap_or_else(|| looked_up(letter, weight))
}

/// The shares of the letters from number `first` on.
fn measured(first: u32, weight: Weight) -> Box<[f64]> {
    let letters = (first..first + PAGE).map(char::from_u32);
    letters
        .map(|letter| letter.map_or(1.0, |letter| looked_up(letter, weight)))
        .collect()
}

fn looked_up(letter: char, weight: Weight) -> f64 {
    let faces = parsed();
    let own = match weight {
        Weight::Regular => &faces.regular,
        Weight::Bold => &faces.bold,
    };
    [own, &faces.fallback]
        .into_iter()
        .flatten()
        .find_map(|face| share_in(face, letter))
        .unwrap_or(1.0)
}

fn share_in(face: &Face, letter: char) -> Option<f64> {
    let advance = face.glyph_hor_advance(glyph(face, letter)?)?;
    Some(f64::from(advance) / f64::from(face.units_per_em().max(1)))
}

fn glyph(face: &Face, letter: char) -> Option<GlyphId> {
    face.glyph_index(letter).filter(|glyph| glyph.0 != 0)
}

/// Joiners and selectors, which change the letter before them and take no room.
fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

fn twin(letter: char) -> Option<char> {
    Some(match letter {
        '\u{2011}' => '-',
        '\u{2611}' | '\u{2705}' => '✓',
        '\u{2610}' => '□',
        '\u{00a0}' | '\u{2007}' | '\u{202f}' => ' ',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(left: f64, right: f64) -> bool {
        (left - right).abs() < 1e-9
    }

    #[test]
    fn every_file_is_one_face_with_glyphs() {
        let counts = faces().map(|file| Face::parse(file, 0).map(|face| face.number_of_glyphs()));
        assert!(counts.iter().all(|count| matches!(count, Ok(1000..))));
        assert!(
            faces()
                .iter()
                .all(|file| ttf_parser::fonts_in_collection(file).is_none())
        );
    }

    #[test]
    fn the_families_are_called_as_the_files_say() {
        let name = |file| {
            let face = Face::parse(file, 0).unwrap();
            face.names()
                .into_iter()
                .filter(|name| name.name_id == ttf_parser::name_id::FAMILY)
                .find_map(|name| name.to_string())
        };
        let [regular, bold, fallback] = faces().map(name);
        assert_eq!(regular.as_deref(), Some(FAMILY));
        assert_eq!(bold.as_deref(), Some(FAMILY));
        assert_eq!(fallback.as_deref(), Some(FALLBACK_FAMILY));
    }

    #[test]
    fn a_kanji_is_one_em_wide_and_a_latin_letter_less() {
        assert!(near(advance("申請", 12.0, Weight::Bold), 24.0));
        assert!(advance("ij", 12.0, Weight::Regular) < 12.0);
        assert!(near(advance("", 12.0, Weight::Regular), 0.0));
    }

    #[test]
    fn widths_add_up_without_kerning() {
        let whole = advance("AVAToWa1世帯", 14.0, Weight::Regular);
        let parts: f64 = "AVAToWa1世帯"
            .chars()
            .map(|letter| advance(&letter.to_string(), 14.0, Weight::Regular))
            .sum();
        assert!(near(whole, parts));
    }

    #[test]
    fn rare_kanji_come_from_the_fallback() {
        let first = Face::parse(REGULAR, 0).unwrap();
        assert!(first.glyph_index('𠮷').is_none());
        assert!(has_glyph('𠮷'));
        assert!(near(advance("𠮷", 10.0, Weight::Bold), 10.0));
        assert!("髙﨑濵邉①㈱～✓".chars().all(has_glyph));
    }

    #[test]
    fn what_no_face_has_is_known_and_takes_one_em() {
        assert!("😀☑".chars().all(|letter| !has_glyph(letter)));
        assert!(near(advance("😀", 10.0, Weight::Regular), 10.0));
    }

    #[test]
    fn what_looks_the_same_is_written_instead() {
        assert_eq!(writable("☑済 😀"), "✓済 😀");
        assert!(near(
            advance("か\u{fe00}", 10.0, Weight::Regular),
            advance("か", 10.0, Weight::Regular)
        ));
    }

    #[test]
    fn a_letter_measured_before_is_as_wide_as_one_looked_up() {
        let letters = ['a', 'ー', '受', '\u{fffd}', '𠮷', '\u{10ffff}'];
        for weight in [Weight::Regular, Weight::Bold] {
            for letter in letters {
                let twice = [em_share(letter, weight), em_share(letter, weight)];
                assert_eq!(
                    twice.map(f64::to_bits),
                    [looked_up(letter, weight).to_bits(); 2]
                );
            }
        }
    }
}
