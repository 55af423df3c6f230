//! The bundled faces as bytes, and the advance of a text.
//!
//! Widths are plain sums of advances: kerning and features are off wherever Kaizu writes, so that what is measured
//! here is what stands on the screen, in a picture and on paper.
mod advances;
mod cluster;
mod runs;
mod writing;

pub use cluster::clusters;
pub use runs::{Family, Run, runs};
pub use writing::writable;

/// The family in which everything is written.
pub const FAMILY: &str = "BIZ UDPGothic";

/// The family for what the first one lacks.
pub const FALLBACK_FAMILY: &str = "Noto Sans JP";

/// What stands for a letter that no face has: the printer's mark.
const MISSING: char = '〓';

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

/// What allows to hand the faces on, and has to go with them, as files.
pub fn licences() -> [(&'static str, &'static [u8]); 2] {
    [
        (
            "BIZUDPGothic-LICENSE.txt",
            include_bytes!("../files/BIZUDPGothic-LICENSE.txt"),
        ),
        (
            "NotoSansJP-LICENSE.txt",
            include_bytes!("../files/NotoSansJP-LICENSE.txt"),
        ),
    ]
}

/// The width of `text` written in letters of `size`, cluster by cluster.
///
/// What no face has counts for about what any other program puts in its place: one em, more for colour pictures.
pub fn advance(text: &str, size: f64, weight: Weight) -> f64 {
    if cluster::is_plain(text) {
        let shares = text
            .chars()
            .map(|letter| advances::share(letter, weight).unwrap_or(1.0));
        return shares.sum::<f64>() * size;
    }
    let shares = clusters(text).map(|cluster| cluster::cluster_share(cluster, weight));
    shares.sum::<f64>() * size
}

/// Whether anything of `text` is seen: more than joiners and selectors.
pub fn is_visible(text: &str) -> bool {
    !text.chars().all(cluster::is_ignorable)
}

/// Whether one of the faces can write `letter`.
pub fn has_glyph(letter: char) -> bool {
    advances::share(letter, Weight::Regular).is_some()
}

#[cfg(test)]
mod tests {
    use ttf_parser::Face;

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
    fn what_no_face_has_is_known_and_takes_room() {
        assert!("😀☑ש".chars().all(|letter| !has_glyph(letter)));
        assert!(near(advance("😀", 10.0, Weight::Regular), 14.0));
        assert!(near(advance("שלום", 10.0, Weight::Regular), 40.0));
        assert!(near(
            advance("か\u{fe00}", 10.0, Weight::Regular),
            advance("か", 10.0, Weight::Regular)
        ));
    }
}
