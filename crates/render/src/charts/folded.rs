//! Names in a few short lines: words stay whole where that can be.
use super::canvas;
use crate::draw::lettering::Style;

/// What no line begins with.
const NO_HEAD: &str = "・、。，．）」』ーぁぃぅぇぉっゃゅょァィゥェォッャュョ…%％";
/// What no line ends with.
const NO_TAIL: &str = "（「『第約";
/// What a word ends with.
const TAIL: &str = " 　・、）」";

/// What a letter belongs to. A word ends where that changes, but for its ending in hiragana.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Script {
    Hiragana,
    Katakana,
    Latin,
    Other,
}

fn script(letter: char) -> Script {
    match letter {
        'ぁ'..='ゖ' => Script::Hiragana,
        'ァ'..='ヺ' | 'ー' => Script::Katakana,
        '0'..='9' | 'a'..='z' | 'A'..='Z' | '０'..='９' | '.' | ',' => Script::Latin,
        _ => Script::Other,
    }
}

/// `text` in at most `most` lines of at most `room`, the last ending with … where it must.
pub(super) fn folded(style: Style, text: &str, room: f64, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words(text) {
        let fits = |line: &str| style.width(line.trim_end()) <= room;
        match lines.last_mut() {
            Some(line) if fits(&format!("{line}{word}")) => line.push_str(word),
            Some(_) | None if fits(word) => lines.push(word.to_owned()),
            Some(_) | None => lines.extend(pieces(style, word, room)),
        }
    }
    if lines.len() > most {
        let rest = lines.split_off(most.saturating_sub(1)).concat();
        lines.push(canvas::fitted(style, rest.trim(), room));
    }
    let lines = lines.iter().map(|line| line.trim().to_owned());
    lines.filter(|line| !line.is_empty()).collect()
}

/// The words of `text` with the spaces after them.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut start = 0;
    let mut end = 0;
    for cluster in kaizu_fonts::clusters(text) {
        if end > start && ends_word(&text[..end], cluster) {
            words.push(&text[start..end]);
            start = end;
        }
        end += cluster.len();
    }
    words.push(&text[start..]);
    words
}

/// Whether a word ends between `before` and `after`.
fn ends_word(before: &str, after: &str) -> bool {
    let pair = before.chars().next_back().zip(after.chars().next());
    pair.is_some_and(|(before, after)| {
        let (one, other) = (script(before), script(after));
        let changes = one != other && other != Script::Hiragana;
        let is_number = one == Script::Latin || other == Script::Latin;
        let ends = TAIL.contains(before) || (changes && !is_number);
        ends && !NO_HEAD.contains(after) && !NO_TAIL.contains(before)
    })
}

/// `word` in pieces of about the same length, none wider than `room`: nothing where no letter has room.
fn pieces(style: Style, word: &str, room: f64) -> Vec<String> {
    let clusters: Vec<&str> = kaizu_fonts::clusters(word).collect();
    if clusters.iter().any(|cluster| style.width(cluster) > room) {
        return Vec::new();
    }
    let least = (style.width(word) / room).ceil().max(1.0) as usize;
    let cut = |count: usize| -> Vec<String> {
        let length = clusters.len().div_ceil(count).max(1);
        clusters.chunks(length).map(<[&str]>::concat).collect()
    };
    (least..=clusters.len())
        .map(cut)
        .find(|pieces| pieces.iter().all(|piece| style.width(piece) <= room))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::canvas::quiet;

    fn lines(text: &str, room: f64) -> String {
        folded(quiet(), text, room, 3).join("/")
    }

    #[test]
    fn a_name_is_folded_between_its_words() {
        assert_eq!(
            lines("給付金システム入力担当", 55.0),
            "給付金/システム/入力担当"
        );
        assert_eq!(
            lines("給付金システム入力担当", 95.0),
            "給付金システム/入力担当"
        );
        assert_eq!(lines("係長・課長", 45.0), "係長・/課長");
        assert_eq!(lines("Front desk team", 80.0), "Front desk/team");
        assert_eq!(lines("受付担当", 95.0), "受付担当");
    }

    #[test]
    fn a_long_word_is_folded_into_equal_pieces_and_ends_with_an_ellipsis_at_last() {
        assert_eq!(lines("受付担当", 45.0), "受付/担当");
        assert_eq!(
            lines("住民基本台帳事務担当主査", 40.0),
            "住民基/本台帳/事務…"
        );
        assert_eq!(lines("受付", 5.0), "");
        assert_eq!(lines("", 5.0), "");
    }
}
