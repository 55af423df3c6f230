//! Finished lines of text: measured, broken, and with their places.
use std::ops::Range;
use std::sync::Arc;

use kaizu_model::{Line, Point, Weight};
use unicode_bidi::{Direction, get_base_direction};

use crate::breaking;
use crate::memory::{self, Setting};

/// What stands where a text had to be cut.
const CUT: &str = "…";
/// What does not stand before it.
const DANGLING: &str = "、。・，．（「『【〔(,;:";
/// Room for the number of a note behind it.
pub(crate) const NOTE_ROOM: f64 = 25.0;
/// Before and behind a line that is read from the right: its stops and brackets stand where its readers expect them.
const FROM_THE_RIGHT: char = '\u{2067}';
const END_OF_DIRECTION: char = '\u{2069}';

/// The letters of one kind of text.
#[derive(Clone, Copy)]
pub(crate) struct Style {
    /// Size of the letters.
    pub size: f64,
    /// How heavy they are.
    pub weight: Weight,
    /// From one baseline to the next.
    pub leading: f64,
}

impl Style {
    /// Letters of `size` with lines four pixels apart.
    pub(crate) const fn new(size: f64, weight: Weight) -> Self {
        Self {
            size,
            weight,
            leading: size + 4.0,
        }
    }

    /// The width of `text`.
    pub(crate) fn width(self, text: &str) -> f64 {
        let weight = match self.weight {
            Weight::Regular => kaizu_fonts::Weight::Regular,
            Weight::Bold => kaizu_fonts::Weight::Bold,
        };
        kaizu_fonts::advance(text, self.size, weight)
    }

    /// The height of `n_lines` lines.
    pub(crate) fn height(self, n_lines: usize) -> f64 {
        n_lines as f64 * self.leading
    }

    /// One line with the left end of its baseline at `at`.
    pub(crate) fn line(self, text: String, at: Point) -> Line {
        self.written(&self.measured(text), at)
    }

    /// `text` one line below the other, each in the middle of `centre`, the first below `top`.
    pub(crate) fn centred(self, text: &Broken, centre: f64, top: f64) -> Vec<Line> {
        self.set(text, top, |width| centre - width / 2.0)
    }

    /// `text` one line below the other, each from `left`, the first below `top`.
    pub(crate) fn ranged(self, text: &Broken, left: f64, top: f64) -> Vec<Line> {
        self.set(text, top, |_| left)
    }

    fn set(self, text: &Broken, top: f64, left: impl Fn(f64) -> f64) -> Vec<Line> {
        let place = |(n, words): (usize, &Words)| {
            let x = left(words.width + text.note_room(n));
            Line {
                is_cut: text.is_cut_at(n),
                ..self.written(words, Point::new(x, self.baseline(top, n)))
            }
        };
        text.lines.iter().enumerate().map(place).collect()
    }

    /// The first line of `text` with the left end of its baseline at `at`.
    pub(crate) fn first(self, text: &Broken, at: Point) -> Option<Line> {
        text.lines.first().map(|words| self.written(words, at))
    }

    fn measured(self, text: String) -> Words {
        let width = self.width(&text);
        Words { text, width }
    }

    fn written(self, words: &Words, at: Point) -> Line {
        Line {
            width: words.width,
            text: words.text.clone(),
            at,
            size: self.size,
            weight: self.weight,
            is_cut: false,
        }
    }

    /// The width that `text` needs so that no line ends inside a word.
    pub(crate) fn widest_word(self, text: &str) -> f64 {
        breaking::widest_word(&tidy(text), |it| self.width(it))
    }

    /// `text` in lines of at most `width`, and in at most `most`. What does not fit is cut: the last line then ends with
    /// …, and behind it is room for the number of a note.
    pub(crate) fn broken(self, text: &str, width: f64, most: usize) -> Arc<Broken> {
        let setting = Setting::lines(self.size, self.weight, width, most);
        memory::broken(setting, text, || self.break_up(text, width, most))
    }

    fn break_up(self, text: &str, width: f64, most: usize) -> Broken {
        let text = tidy(text);
        let is_turned = get_base_direction(text.as_str()) == Direction::Rtl;
        if self.width(&text) <= width {
            let lines = Some(text).filter(|text| !text.is_empty());
            return self.lines(lines.into_iter().collect(), is_turned);
        }
        let text = self.start(&text, width * (most as f64 + 1.0));
        let ranges = breaking::lines(text, width, most, |it| self.width(it));
        let is_cut = ranges.len() > most;
        let last = ranges.get(most.saturating_sub(1)).map_or(0, |it| it.start);
        let line = |range: Range<usize>| text.get(range).unwrap_or_default().to_owned();
        let mut lines: Vec<String> = ranges.into_iter().take(most).map(line).collect();
        if let Some(line) = lines.last_mut().filter(|_| is_cut) {
            let rest = text.get(last..).unwrap_or_default();
            *line = self.shortened(rest, (width - NOTE_ROOM).max(0.0));
        }
        Broken {
            is_cut,
            ..self.lines(lines, is_turned)
        }
    }

    /// As much of `text` as fits on one line, without a note.
    pub(crate) fn cut(self, text: &str, width: f64) -> Arc<Broken> {
        let setting = Setting::cut(self.size, self.weight, width);
        memory::broken(setting, text, || {
            let text = tidy(text);
            let line = if self.width(&text) <= width {
                text
            } else {
                self.shortened(&text, width)
            };
            self.lines(vec![line], false)
        })
    }

    /// Finished lines, measured.
    fn lines(self, lines: Vec<String>, is_turned: bool) -> Broken {
        let turned = |line: String| {
            if is_turned {
                format!("{FROM_THE_RIGHT}{line}{END_OF_DIRECTION}")
            } else {
                line
            }
        };
        let lines = lines.into_iter().map(turned);
        Broken {
            lines: lines.map(|line| self.measured(line)).collect(),
            is_cut: false,
        }
    }

    /// The beginning of `text` with … behind it.
    fn shortened(self, text: &str, width: f64) -> String {
        let start = self.start(text, width - self.width(CUT));
        let is_dangling = |letter: char| letter.is_whitespace() || DANGLING.contains(letter);
        format!("{}{CUT}", start.trim_end_matches(is_dangling))
    }

    /// The whole clusters at the start of `text` that fit into `width`.
    fn start(self, text: &str, width: f64) -> &str {
        let (mut wide, mut end) = (0.0, 0);
        for cluster in kaizu_fonts::clusters(text) {
            wide += self.width(cluster);
            if wide > width {
                break;
            }
            end += cluster.len();
        }
        text.get(..end).unwrap_or(text)
    }

    fn baseline(self, top: f64, n: usize) -> f64 {
        // Kanji reach from 0.12 em below the baseline to 0.88 em above.
        top + n as f64 * self.leading + (self.leading - self.size) / 2.0 + self.size * 0.88
    }
}

/// What stands on one line, and how wide that is.
#[derive(Clone, Debug, PartialEq)]
struct Words {
    text: String,
    width: f64,
}

/// A text in lines.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Broken {
    lines: Vec<Words>,
    /// Whether there is more of it than the lines say.
    pub is_cut: bool,
}

impl Broken {
    /// The width of the widest line, with the number of a note.
    pub(crate) fn widest(&self) -> f64 {
        let lines = self.lines.iter().enumerate();
        let widths = lines.map(|(n, line)| line.width + self.note_room(n));
        widths.fold(0.0, f64::max)
    }

    /// How many lines it has.
    pub(crate) fn len(&self) -> usize {
        self.lines.len()
    }

    fn is_cut_at(&self, line: usize) -> bool {
        self.is_cut && line + 1 == self.len()
    }

    /// The room for the number of a note behind a line.
    fn note_room(&self, line: usize) -> f64 {
        if self.is_cut_at(line) { NOTE_ROOM } else { 0.0 }
    }
}

/// `text` on one line, without letters nobody can write or see.
fn tidy(text: &str) -> String {
    let is_blank = |letter: char| letter.is_whitespace() || letter.is_control();
    let mut tidy = String::with_capacity(text.len());
    for word in text.split(is_blank).filter(|word| !word.is_empty()) {
        if !tidy.is_empty() {
            tidy.push(' ');
        }
        tidy.push_str(word);
    }
    let tidy = kaizu_fonts::writable(&tidy);
    if kaizu_fonts::is_visible(&tidy) {
        tidy
    } else {
        String::new()
    }
}
