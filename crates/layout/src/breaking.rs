//! Where the lines of a text end: in few lines, between phrases, evenly filled.
//!
//! Japanese has no spaces: lines end between phrases (文節), else where the rules for the beginning and end of a line
//! (禁則) allow it and no word is torn, and only as the last resort between any two letters; never within
//! what a reader takes for one letter. Which ends are best
//! together is found as Knuth and Plass (1981) find them: the least sum of costs over the whole text.
use std::ops::Range;

use icu_segmenter::LineSegmenter;
use icu_segmenter::options::{LineBreakOptions, LineBreakStrictness};

use crate::phrase;
use crate::widths::Widths;

/// One line more.
const LINE: f64 = 100.0;
/// One line more where there are too many already: dearer than anything else.
const DEAR_LINE: f64 = 1e7;
/// An empty line's worth of air on a line that is not the last; less by the square where less is empty.
const AIR: f64 = 45.0;
/// Ending a line beside a bracket.
const BRACKET: f64 = 8.0;
/// Ending a line inside a phrase, where another kind of letter begins.
const BETWEEN_WORDS: f64 = 40.0;
/// Ending a line inside a word.
const INSIDE_WORD: f64 = 140.0;
/// Ending a line where no rule allows it.
const ANYWHERE: f64 = 1000.0;

/// The lines of `text`, as ranges of it without blanks at their ends: in at most `most` where that can be. None is wider
/// than `width` by the measure of `advance` unless it is a single cluster.
pub(crate) fn lines(
    text: &str,
    width: f64,
    most: usize,
    advance: impl FnMut(&str) -> f64,
) -> Vec<Range<usize>> {
    let widths = Widths::of(text, advance);
    let ends = ends(text, width, &widths);
    let lines = best(width, &widths, &ends, LINE);
    if lines.len() > most {
        let fewest = best(width, &widths, &ends, DEAR_LINE);
        if fewest.len() <= most {
            return fewest;
        }
    }
    lines
}

/// The lines whose costs are least together, where one more costs `line`.
fn best(width: f64, widths: &Widths, ends: &[(usize, f64)], line: f64) -> Vec<Range<usize>> {
    // For each end: the least cost up to there, and the end before.
    let mut best: Vec<(f64, usize)> = vec![(0.0, 0)];
    for (to, (end, cost)) in ends.iter().enumerate().skip(1) {
        let is_last = to + 1 == ends.len();
        let mut least = (f64::INFINITY, to - 1);
        for from in (0..to).rev() {
            let wide = widths.between(ends[from].0, *end);
            if wide > width && from + 1 < to {
                break;
            }
            let air = if is_last {
                0.0
            } else {
                ((width - wide) / width).max(0.0)
            };
            let total = best[from].0 + line + cost + AIR * air * air;
            if total < least.0 {
                least = (total, from);
            }
        }
        best.push(least);
    }
    let mut lines = Vec::new();
    let mut to = ends.len() - 1;
    while to > 0 {
        let from = best[to].1;
        lines.push(widths.trimmed(ends[from].0, ends[to].0));
        to = from;
    }
    lines.retain(|line| !line.is_empty());
    lines.reverse();
    lines
}

/// The width of the widest part of `text` that no line may end in without tearing a word.
pub(crate) fn widest_word(text: &str, advance: impl FnMut(&str) -> f64) -> f64 {
    let widths = Widths::of(text, advance);
    let ends = ends(text, f64::INFINITY, &widths).into_iter();
    let whole: Vec<usize> = ends
        .filter(|(end, cost)| *end == text.len() || *cost < INSIDE_WORD)
        .map(|(end, _)| end)
        .collect();
    let parts = whole
        .windows(2)
        .map(|pair| widths.between(pair[0], pair[1]));
    parts.fold(0.0, f64::max)
}

/// Where a line may end (0 and the end of the text included), and what it costs.
fn ends(text: &str, width: f64, widths: &Widths) -> Vec<(usize, f64)> {
    let mut options = LineBreakOptions::default();
    options.strictness = Some(LineBreakStrictness::Strict);
    let allowed = LineSegmenter::new_for_non_complex_scripts(options).segment_str(text);
    let between_phrases = phrase::ends(text);
    let mut ends = vec![(0, 0.0)];
    for end in allowed.filter(|end| *end > 0 && widths.is_between(*end)) {
        let from = ends.last().map_or(0, |end| end.0);
        if widths.between(from, end) > width {
            let inside = widths.inside(from, end);
            ends.extend(inside.iter().map(|it| (*it, ANYWHERE)));
        }
        let is_end = end == text.len() || between_phrases.binary_search(&end).is_ok();
        ends.push((end, if is_end { 0.0 } else { cost(text, end) }));
    }
    ends
}

/// What ending a line at `end`, inside a phrase, costs.
fn cost(text: &str, end: usize) -> f64 {
    let (before, behind) = text.split_at_checked(end).unwrap_or((text, ""));
    let (Some(last), Some(next)) = (before.chars().next_back(), behind.chars().next()) else {
        return 0.0;
    };
    if last.is_whitespace()
        || last == '\u{200b}'
        || "）」』】〕)]、。・,".contains(last)
        || "（「『【〔([".contains(next)
    {
        BRACKET
    } else if Script::of(last) != Script::of(next) && Script::of(next) != Script::Hiragana {
        BETWEEN_WORDS
    } else {
        INSIDE_WORD
    }
}

#[derive(PartialEq)]
enum Script {
    Hiragana,
    Katakana,
    Kanji,
    Other,
}

impl Script {
    fn of(letter: char) -> Self {
        match letter {
            'ぁ'..='ゟ' => Self::Hiragana,
            'ァ'..='ヿ' => Self::Katakana,
            '々'
            | '\u{3400}'..='\u{9fff}'
            | '\u{f900}'..='\u{faff}'
            | '\u{20000}'..='\u{3ffff}' => Self::Kanji,
            _ => Self::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ems(text: &str, width: f64) -> Vec<String> {
        within(text, width, usize::MAX)
    }

    fn within(text: &str, width: f64, most: usize) -> Vec<String> {
        let em = |cluster: &str| if cluster.is_ascii() { 0.5 } else { 1.0 };
        let lines = lines(text, width, most, em).into_iter();
        lines.map(|range| text[range].to_owned()).collect()
    }

    #[test]
    fn lines_end_between_phrases() {
        assert_eq!(
            ems("減免申請書を審査担当課へ回付する", 10.0),
            ["減免申請書を", "審査担当課へ回付する"]
        );
        assert_eq!(
            ems("申請データを1世帯ずつ紙に印刷", 10.6),
            ["申請データを1世帯ずつ", "紙に印刷"]
        );
    }

    #[test]
    fn a_bracket_opens_on_the_next_line_rather_than_tearing_a_word() {
        assert_eq!(
            ems("別の職員が再確認（トリプルチェック）", 10.6),
            ["別の職員が再確認", "（トリプルチェック）"]
        );
    }

    #[test]
    fn no_line_begins_with_what_closes() {
        for width in 2..12 {
            for line in ems(
                "届出、審査（形式）。次に「決裁」へ、そして通知。",
                f64::from(width),
            ) {
                let first = line.chars().next().unwrap();
                assert!(
                    !"、。）」".contains(first) || width < 3,
                    "{line} at {width}"
                );
            }
        }
    }

    #[test]
    fn a_word_is_torn_rather_than_a_text_cut() {
        let text = "サービスカウンター ".repeat(6);
        let lines = |most| within(&text, 12.0, most).len();
        assert_eq!((lines(6), lines(5), lines(4)), (6, 5, 6));
    }

    #[test]
    fn no_line_ends_within_what_is_read_as_one_letter() {
        let text = "か\u{309a}👩‍👩‍👧ﾊﾟ🇯🇵e\u{301} \u{301}葛\u{e0100}".repeat(7);
        let whole: Vec<&str> = kaizu_fonts::clusters(&text).collect();
        for width in 1..9 {
            let lines = ems(&text, f64::from(width));
            let parts: Vec<&str> = lines
                .iter()
                .flat_map(|it| kaizu_fonts::clusters(it))
                .collect();
            assert_eq!(parts, whole, "at {width}");
        }
    }

    #[test]
    fn the_widest_word_is_what_must_not_be_torn() {
        let width = |text| widest_word(text, |_| 1.0);
        assert!((width("コールセンター") - 7.0).abs() < 1e-9);
        assert!((width("市民課コールセンター") - 7.0).abs() < 1e-9);
        assert!(width("").abs() < 1e-9);
    }

    #[test]
    fn every_letter_is_kept_and_fits() {
        for text in [
            "W".repeat(200),
            "国民健康保険料減免申請書".repeat(9),
            "a b  c".into(),
        ] {
            let lines = ems(&text, 6.0);
            let kept: String = lines.concat().replace(' ', "");
            assert_eq!(kept, text.replace(' ', ""));
            assert!(lines.iter().all(|line| line.chars().count() <= 12));
        }
        assert!(ems("", 6.0).is_empty());
    }
}
