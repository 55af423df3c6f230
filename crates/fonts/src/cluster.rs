//! What a reader takes for one letter (UAX #29): a kana with its mark, a flag, a family, a letter with its accents.
//! A text is measured, broken and cut between such clusters, never within.
use icu_segmenter::GraphemeClusterSegmenter;
use unicode_normalization::char::is_combining_mark;

use crate::advances::share;
use crate::{Weight, has_glyph};

/// A colour picture is nowhere wider than this many ems.
const EMOJI: f64 = 1.4;
/// What belongs to one, where a program shows it beside: half of a flag, another person, a colour of skin.
const PART: f64 = 1.0;
/// A letter that no face has is hardly ever wider in another one.
const FOREIGN: f64 = 1.0;
/// Letters of cuneiform and a few ligatures are.
const BROAD: f64 = 4.0;

/// The frame of a key.
const KEYCAP: char = '\u{20e3}';

/// The clusters of `text`, in order and together all of it.
pub fn clusters(text: &str) -> impl Iterator<Item = &str> {
    let plain =
        is_plain(text).then(|| text.char_indices().map(|(start, it)| start + it.len_utf8()));
    let other = plain
        .is_none()
        .then(|| GraphemeClusterSegmenter::new().segment_str(text).skip(1));
    let ends = plain
        .into_iter()
        .flatten()
        .chain(other.into_iter().flatten());
    let mut start = 0;
    ends.filter_map(move |end| {
        let cluster = text.get(start..end);
        start = end;
        cluster
    })
}

/// Whether every letter of `text` is one that stands alone, as almost always: then nothing needs care.
pub(crate) fn is_plain(text: &str) -> bool {
    text.chars().all(|letter| {
        matches!(letter,
            ' '..='~'
            | '\u{2012}'..='\u{2027}'
            | '→' | '※' | '①'..='⑳'
            | '、'..='〕'
            | 'ぁ'..='ん'
            | '゛'..='ヾ'
            | '一'..='龠'
            | '！'..='～'
            | '｡'..='ﾝ')
    })
}

/// The share of an em that one cluster takes.
pub(crate) fn cluster_share(cluster: &str, weight: Weight) -> f64 {
    let mut letters = cluster.chars().filter(|it| !is_ignorable(*it));
    let Some(first) = letters.next() else {
        return 0.0;
    };
    if is_picture(cluster) {
        // Faces that know a family or a flag show it as one, others as all of its parts.
        let parts = letters.filter(|it| !is_mark(*it) || *it == KEYCAP);
        return EMOJI + PART * parts.count() as f64;
    }
    let own = |letter| share(letter, weight).unwrap_or_else(|| foreign(letter));
    // A mark without a letter under it is shown on a dotted circle.
    let base = if is_mark(first) {
        own(first).max(FOREIGN)
    } else {
        own(first)
    };
    let rest = letters.filter(|letter| !is_mark(*letter));
    base + rest.map(own).sum::<f64>()
}

/// Whether `cluster` is drawn as a colour picture wherever there is a face for such.
pub(crate) fn is_picture(cluster: &str) -> bool {
    let Some(first) = cluster.chars().next() else {
        return false;
    };
    let is_called_for = cluster.contains(['\u{fe0f}', KEYCAP]);
    is_pictograph(first) || (is_called_for && !is_kanji(first))
}

/// Marks that sit on the letter before them and take no room of their own.
pub(crate) fn is_mark(letter: char) -> bool {
    is_combining_mark(letter) && !is_ignorable(letter)
}

/// Joiners, selectors, tags and controls of direction: never seen (`Default_Ignorable_Code_Point`).
pub(crate) fn is_ignorable(letter: char) -> bool {
    matches!(letter,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
        | '\u{fff0}'..='\u{fff8}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}')
}

/// Letters that other programs draw as colour pictures of their own accord.
pub(crate) fn is_pictograph(letter: char) -> bool {
    match letter {
        '\u{26bd}' | '\u{26be}' | '\u{1f000}'..='\u{1faff}' => true,
        '\u{2300}'..='\u{2bff}' => !has_glyph(letter),
        _ => false,
    }
}

fn is_kanji(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

fn foreign(letter: char) -> f64 {
    match letter {
        '\u{bf5}'..='\u{bfa}'
        | '\u{102a}'
        | '\u{a9c5}'
        | '\u{fdfa}'..='\u{fdfb}'
        | '\u{12000}'..='\u{1254f}' => BROAD,
        _ => FOREIGN,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Vec<&str> {
        clusters(text).collect()
    }

    #[test]
    fn what_a_reader_takes_for_one_letter_stays_together() {
        assert_eq!(parts("か\u{3099}き"), ["か\u{3099}", "き"]);
        assert_eq!(parts("ﾊﾟｽ"), ["ﾊﾟ", "ｽ"]);
        assert_eq!(parts("👩‍👩‍👧🇯🇵👍🏽"), ["👩‍👩‍👧", "🇯🇵", "👍🏽"]);
        assert_eq!(parts("𠮷野"), ["𠮷", "野"]);
        assert_eq!(parts("葛\u{e0100}飾"), ["葛\u{e0100}", "飾"]);
        assert_eq!(parts("申請A1"), ["申", "請", "A", "1"]);
        assert!(parts("").is_empty());
    }

    #[test]
    fn plain_letters_are_clusters() {
        let plain = ('\u{0}'..='\u{ffff}').filter(|it| is_plain(&it.to_string()));
        let plain: Vec<char> = plain.collect();
        assert!(plain.len() > 20_000);
        let bare = |letter: &char| is_ignorable(*letter) || is_mark(*letter);
        assert!(!plain.iter().any(bare));
        let text: String = plain.iter().collect();
        let segments = GraphemeClusterSegmenter::new().segment_str(&text).count();
        assert_eq!(segments, plain.len() + 1);
    }

    #[test]
    fn a_picture_has_room_where_its_parts_are_shown_side_by_side() {
        let pictures = [
            ("😀", 1.4),
            ("⭐", 1.4),
            ("👩‍👩‍👧‍👦", 4.4),
            ("🇯🇵", 2.4),
            ("👍🏽", 2.4),
            ("1\u{fe0f}\u{20e3}", 2.4),
        ];
        for (picture, expected) in pictures {
            let share = cluster_share(picture, Weight::Regular);
            assert!((share - expected).abs() < 1e-9, "{picture}");
        }
    }

    #[test]
    fn marks_take_no_room_but_alone_they_do() {
        let share = |text| cluster_share(text, Weight::Regular);
        assert!((share("か\u{309a}") - share("か")).abs() < 1e-9);
        assert!((share("e\u{301}\u{323}") - share("e")).abs() < 1e-9);
        assert!((share("ﾊﾟ") - 1.0).abs() < 1e-9);
        assert!((share("\u{301}") - 1.0).abs() < 1e-9);
        assert!(share("\u{200d}").abs() < 1e-9);
    }
}
