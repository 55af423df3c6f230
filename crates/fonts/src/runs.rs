//! A text in pieces of one face each, for programs that set it in these faces and no others.
//!
//! A program that looks for another face by itself may take it for the whole line, in letters of another width; and one
//! that takes a half-width kana and its mark for one letter leaves no room for the mark. So every piece has its place.
use unicode_normalization::UnicodeNormalization;

use crate::advances::{has_variant, share, writes};
use crate::cluster::{clusters, is_ignorable, is_mark};
use crate::{MISSING, Weight, writable};

/// One of the two families.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// The one in which everything is written.
    Own,
    /// The one for what the first one lacks.
    Fallback,
}

/// A piece of a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// The family in which it is set.
    pub family: Family,
    /// Its letters; the family has all of them.
    pub text: String,
    /// From the left end of the text, in ems.
    pub from: f64,
}

/// `text` in pieces. One printer's mark 〓 stands for each cluster that no face has.
pub fn runs(text: &str, weight: Weight) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut from = 0.0;
    for cluster in clusters(&writable(text)) {
        let (family, letters) = set(cluster);
        for letter in letters.chars() {
            match runs.last_mut() {
                Some(run) if run.family == family && !is_spacing_mark(letter) => {
                    run.text.push(letter);
                }
                Some(_) | None => runs.push(Run {
                    family,
                    text: letter.into(),
                    from,
                }),
            }
            if !is_mark(letter) {
                from += share(letter, weight).unwrap_or_default();
            }
        }
    }
    runs
}

/// `cluster` in letters of one family, as good as can be: whole, else without what is not there of its marks.
fn set(cluster: &str) -> (Family, String) {
    let whole = set_as(cluster);
    let parts = || set_as(&cluster.nfd().collect::<String>());
    whole
        .or_else(parts)
        .unwrap_or_else(|| (Family::Own, MISSING.into()))
}

/// `cluster` in letters of the first family that has all of it, else of the first that has its beginning.
fn set_as(cluster: &str) -> Option<(Family, String)> {
    let mut seen = cluster.chars().filter(|letter| !is_ignorable(*letter));
    let Some(first) = seen.next() else {
        return Some((Family::Own, String::new()));
    };
    let families = [Family::Own, Family::Fallback];
    let whole = families
        .into_iter()
        .find(|family| writes(*family, first) && seen.clone().all(|it| writes(*family, it)));
    let family = whole.or_else(|| families.into_iter().find(|family| writes(*family, first)))?;
    let is_kept = |letter: &char| writes(family, *letter) || has_variant(family, first, *letter);
    Some((family, cluster.chars().filter(is_kept).collect()))
}

/// Marks of half-width kana, which take room of their own.
fn is_spacing_mark(letter: char) -> bool {
    matches!(letter, 'ﾞ' | 'ﾟ')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> Vec<(Family, String, f64)> {
        let runs = runs(text, Weight::Regular).into_iter();
        runs.map(|run| (run.family, run.text, run.from)).collect()
    }

    #[test]
    fn what_the_first_family_lacks_is_a_piece_of_its_own() {
        assert_eq!(
            pieces("松𠮷野"),
            [
                (Family::Own, "松".into(), 0.0),
                (Family::Fallback, "𠮷".into(), 1.0),
                (Family::Own, "野".into(), 2.0)
            ]
        );
        assert_eq!(pieces("申請"), [(Family::Own, "申請".into(), 0.0)]);
        assert!(pieces("").is_empty());
    }

    #[test]
    fn the_marks_of_half_width_kana_have_a_place() {
        assert_eq!(
            pieces("ﾊﾟｽ"),
            [
                (Family::Own, "ﾊ".into(), 0.0),
                (Family::Own, "ﾟｽ".into(), 0.5)
            ]
        );
    }

    #[test]
    fn one_mark_stands_for_one_picture() {
        assert_eq!(pieces("👩‍👩‍👧済🇯🇵"), [(Family::Own, "〓済〓".into(), 0.0)]);
        assert_eq!(pieces("\u{200b}a\u{200d}")[0].1, "a");
    }

    #[test]
    fn kanji_of_names_keep_their_shape() {
        assert_eq!(pieces("葛\u{e0100}")[0].1, "葛\u{e0100}");
        assert_eq!(pieces("神\u{fe0f}")[0].1, "神");
    }

    #[test]
    fn a_letter_without_its_rare_mark_is_better_than_none() {
        assert_eq!(pieces("\u{1e37}")[0].1, "l");
    }

    #[test]
    fn every_letter_is_in_its_family() {
        for run in runs(
            "か\u{309a}x\u{301}\u{351}שלום🏽𠮷1\u{fe0f}\u{20e3}Ω済",
            Weight::Bold,
        ) {
            assert!(run.text.chars().all(|it| writes(run.family, it)), "{run:?}");
        }
    }
}
