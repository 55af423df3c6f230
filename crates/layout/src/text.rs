//! Finished lines of text: measured, broken, and with their places.
use kaizu_model::{Line, Point, Weight};

use crate::breaking;

/// What stands where a text had to be cut.
const CUT: &str = "…";

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
        Line {
            width: self.width(&text),
            text,
            at,
            size: self.size,
            weight: self.weight,
        }
    }

    /// `texts` one below the other, each in the middle of `centre`, the first below `top`.
    pub(crate) fn centred(self, texts: &[String], centre: f64, top: f64) -> Vec<Line> {
        let place = |(n, text): (usize, &String)| {
            let x = centre - self.width(text) / 2.0;
            self.line(text.clone(), Point::new(x, self.baseline(top, n)))
        };
        texts.iter().enumerate().map(place).collect()
    }

    /// `texts` one below the other, each from `left`, the first below `top`.
    pub(crate) fn ranged(self, texts: &[String], left: f64, top: f64) -> Vec<Line> {
        let place = |(n, text): (usize, &String)| {
            self.line(text.clone(), Point::new(left, self.baseline(top, n)))
        };
        texts.iter().enumerate().map(place).collect()
    }

    /// `text` in lines of at most `width`.
    pub(crate) fn broken(self, text: &str, width: f64) -> Vec<String> {
        let mut letter = [0; 4];
        breaking::lines(&tidy(text), width, |it| {
            self.width(it.encode_utf8(&mut letter))
        })
    }

    /// The width that `text` needs so that no line ends inside a word.
    pub(crate) fn widest_word(self, text: &str) -> f64 {
        let mut letter = [0; 4];
        breaking::widest_word(&tidy(text), |it| self.width(it.encode_utf8(&mut letter)))
    }

    /// `text` in at most `most` lines; what does not fit is cut, and marked so.
    pub(crate) fn broken_into(self, text: &str, width: f64, most: usize) -> Vec<String> {
        let mut lines = self.broken(text, width);
        if lines.len() > most {
            lines.truncate(most);
            if let Some(last) = lines.last_mut() {
                *last = self.cut(&format!("{last}{CUT}"), width);
            }
        }
        lines
    }

    /// As much of `text` as fits on one line.
    pub(crate) fn cut(self, text: &str, width: f64) -> String {
        let text = tidy(text);
        if self.width(&text) <= width {
            return text;
        }
        let room = width - self.width(CUT);
        let mut kept = String::new();
        for letter in text.trim_end_matches(CUT).chars() {
            kept.push(letter);
            if self.width(&kept) > room {
                kept.pop();
                break;
            }
        }
        format!("{}{CUT}", kept.trim_end())
    }

    fn baseline(self, top: f64, n: usize) -> f64 {
        // Kanji reach from 0.12 em below the baseline to 0.88 em above.
        top + n as f64 * self.leading + (self.leading - self.size) / 2.0 + self.size * 0.88
    }
}

/// `text` on one line, without letters nobody can write or see.
fn tidy(text: &str) -> String {
    let seen = |letter: char| if letter.is_control() { ' ' } else { letter };
    let text: String = text.chars().map(seen).collect();
    let words: Vec<&str> = text.split_whitespace().collect();
    kaizu_fonts::writable(&words.join(" "))
}
