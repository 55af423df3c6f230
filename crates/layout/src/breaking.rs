//! Where the lines of a text end: in few lines, between phrases, evenly filled.
//!
//! Japanese has no spaces: lines end between phrases (文節), else where the rules for the beginning and end of a line
//! (禁則) allow it and no word is torn, and only as the last resort between any two letters. Which ends are best
//! together is found as Knuth and Plass (1981) find them: the least sum of costs over the whole text.
use icu_segmenter::LineSegmenter;
use icu_segmenter::options::{LineBreakOptions, LineBreakStrictness};

use crate::phrase::phrases;

/// One line more.
const LINE: f64 = 100.0;
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

/// The lines of `text`, none wider than `width` by the measure of `advance` unless it is a single letter.
pub(crate) fn lines(text: &str, width: f64, advance: impl FnMut(char) -> f64) -> Vec<String> {
    let widths = Widths::of(text, advance);
    let ends = ends(text, width, &widths);
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
            let total = best[from].0 + LINE + cost + AIR * air * air;
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
        lines.extend(
            text.get(ends[from].0..ends[to].0)
                .map(|line| line.trim().to_owned()),
        );
        to = from;
    }
    lines.retain(|line| !line.is_empty());
    lines.reverse();
    lines
}

/// The width of the widest part of `text` that no line may end in without tearing a word.
pub(crate) fn widest_word(text: &str, advance: impl FnMut(char) -> f64) -> f64 {
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

/// The advance up to each letter.
struct Widths {
    offsets: Vec<usize>,
    sums: Vec<f64>,
    is_blank: Vec<bool>,
}

impl Widths {
    fn of(text: &str, mut advance: impl FnMut(char) -> f64) -> Self {
        let mut widths = Self {
            offsets: Vec::new(),
            sums: vec![0.0],
            is_blank: Vec::new(),
        };
        let mut sum = 0.0;
        for (offset, letter) in text.char_indices() {
            sum += advance(letter);
            widths.offsets.push(offset);
            widths.sums.push(sum);
            widths.is_blank.push(letter.is_whitespace());
        }
        widths
    }

    /// The width from one offset to another, without blanks at the end.
    fn between(&self, from: usize, to: usize) -> f64 {
        let (first, mut behind) = (self.number(from), self.number(to));
        while behind > first && self.is_blank[behind - 1] {
            behind -= 1;
        }
        self.sums[behind] - self.sums[first]
    }

    fn number(&self, offset: usize) -> usize {
        self.offsets.partition_point(|own| *own < offset)
    }
}

/// Where a line may end (0 and the end of the text included), and what it costs.
fn ends(text: &str, width: f64, widths: &Widths) -> Vec<(usize, f64)> {
    let mut options = LineBreakOptions::default();
    options.strictness = Some(LineBreakStrictness::Strict);
    let allowed: Vec<usize> = LineSegmenter::new_for_non_complex_scripts(options)
        .segment_str(text)
        .collect();
    let mut between_phrases = vec![0];
    for phrase in phrases(text) {
        between_phrases.push(between_phrases.last().copied().unwrap_or(0) + phrase.len());
    }
    let mut ends = vec![(0, 0.0)];
    for end in allowed.into_iter().filter(|end| *end > 0) {
        let from = ends.last().map_or(0, |end| end.0);
        if widths.between(from, end) > width {
            let inside = text.char_indices().map(|(offset, _)| offset);
            ends.extend(
                inside
                    .filter(|it| *it > from && *it < end)
                    .map(|it| (it, ANYWHERE)),
            );
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
    if last.is_whitespace() || "）」』】〕)]、。・,".contains(last) || "（「『【〔([".contains(next)
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
        lines(
            text,
            width,
            |letter| if letter.is_ascii() { 0.5 } else { 1.0 },
        )
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
