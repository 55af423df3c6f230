//! The words of upright marks above the plot: in up to three rows, so that none lies over another or over the line of one.
use kaizu_model::{Point, Rect};

use super::canvas::{self, Canvas};
use super::data::Mark;
use super::scale::Span;
use crate::draw::lettering::Style;
use crate::theme;

/// Words are staggered in no more rows.
pub(super) const MOST_ROWS: u32 = 3;
/// More words are never tried.
const MOST_WORDS: usize = 12;
/// How many arrangements are tried before one word fewer is written.
const MOST_TRIALS: u32 = 4000;
/// White space between words, and from a line to the word beside it.
const GAPS: (f64, f64) = (10.0, 5.0);
/// No word takes more of the width.
const WIDEST: f64 = 0.46;

/// Where a word stands.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Place {
    /// The row, counted from the plot upwards.
    row: u32,
    /// Where the word begins.
    left: f64,
    /// Where it ends.
    right: f64,
    /// Where its line comes down: below it or beside it.
    line: f64,
}

/// A mark and its word.
struct Flag<'a> {
    mark: &'a Mark,
    word: String,
    x: f64,
    place: Option<Place>,
}

/// The marks above a plot.
pub(super) struct Flags<'a> {
    flags: Vec<Flag<'a>>,
    /// In how many rows their words stand.
    pub(super) rows: u32,
}

fn style() -> Style {
    Style::bold(theme::CHART_SIZES.1, theme::INK)
}

impl<'a> Flags<'a> {
    /// Finds a place for the words of `marks` over what of the level axis `span` lies between two places; nothing stands
    /// in the lowest row before `free_from`.
    pub(super) fn arranged(
        marks: &'a [Mark],
        span: Span,
        ends: (f64, f64),
        free_from: f64,
        most_rows: u32,
        canvas: &Canvas,
    ) -> Self {
        let flag = |mark: &'a Mark| Flag {
            mark,
            word: canvas::fitted(style(), &mark.label, canvas.frame.w * WIDEST),
            x: ends.0 + span.share(mark.at) * (ends.1 - ends.0),
            place: None,
        };
        let mut flags: Vec<Flag> = marks.iter().map(flag).collect();
        let named = (0..flags.len()).filter(|index| !flags[*index].word.is_empty());
        let mut named: Vec<usize> = named.take(MOST_WORDS).collect();
        while most_rows > 0 && !named.is_empty() {
            let mut order = named.clone();
            order.sort_by(|one, other| flags[*one].x.total_cmp(&flags[*other].x));
            let choices: Vec<Vec<Place>> = order
                .iter()
                .map(|index| choices(&flags[*index], free_from, most_rows, canvas))
                .collect();
            let mut trials = MOST_TRIALS;
            if let Some(places) = placed(&choices, &mut Vec::new(), &mut trials) {
                for (index, place) in order.into_iter().zip(places) {
                    flags[index].place = Some(place);
                }
                break;
            }
            named.pop();
        }
        let rows = flags.iter().filter_map(|it| it.place).map(|it| it.row + 1);
        Self {
            rows: rows.max().unwrap_or(0),
            flags,
        }
    }

    /// Draws the lines down to the foot of `plot` and the words above `head`, where the rows begin.
    pub(super) fn draw(&self, plot: Rect, head: f64, canvas: &mut Canvas) {
        for flag in &self.flags {
            let mut group = canvas::named(&flag.mark.label);
            let stroke = flag.mark.tone.mark();
            let colour = stroke.colour;
            let top = flag.place.map_or(plot.y, |place| {
                let bottom = head - theme::CHART_ROW * f64::from(place.row);
                if place.is_over_its_line() {
                    bottom - 2.0
                } else {
                    bottom - theme::CHART_ROW + 4.0
                }
            });
            let foot = Point::new(flag.x, plot.bottom());
            group.push(canvas::line(Point::new(flag.x, top), foot, stroke));
            if let Some(place) = flag.place {
                let middle = head - theme::CHART_ROW * (f64::from(place.row) + 0.5);
                let style = Style { colour, ..style() };
                let word = canvas.word(style, &flag.word, place.left, middle);
                group.items.extend(word.map(Into::into));
            }
            canvas.items.push(group.into());
        }
    }
}

impl Place {
    fn is_over_its_line(&self) -> bool {
        (self.left..=self.right).contains(&self.line)
    }

    /// What it takes of its row, together with its line.
    fn taken(&self) -> (f64, f64) {
        (self.left.min(self.line), self.right.max(self.line))
    }

    /// Whether the line of `upper` comes down through this word.
    fn is_cut_by(&self, upper: &Self) -> bool {
        upper.row > self.row && (self.left - 2.0..=self.right + 2.0).contains(&upper.line)
    }

    fn is_in_the_way_of(&self, other: &Self) -> bool {
        let (one, two) = (self.taken(), other.taken());
        let touches = one.0 < two.1 + GAPS.0 && two.0 < one.1 + GAPS.0;
        (self.row == other.row && touches) || self.is_cut_by(other) || other.is_cut_by(self)
    }
}

/// Where the word of `flag` may stand, best first: in the lowest row, over its line, then beside it.
fn choices(flag: &Flag, free_from: f64, most_rows: u32, canvas: &Canvas) -> Vec<Place> {
    let width = style().width(&flag.word);
    let over = canvas.kept_inside(flag.x - width / 2.0, width);
    let mut places = Vec::new();
    for row in 0..most_rows.min(MOST_ROWS) {
        for left in [over, flag.x + GAPS.1, flag.x - GAPS.1 - width] {
            let is_inside = (canvas.kept_inside(left, width) - left).abs() < 1e-6;
            let is_free = row > 0 || left >= free_from;
            // A line that comes down from a higher row would cut what stands in the lowest.
            let comes_down = row == 0 || flag.x >= free_from;
            if is_inside && is_free && comes_down {
                places.push(Place {
                    row,
                    left,
                    right: left + width,
                    line: flag.x,
                });
            }
        }
    }
    places
}

/// One choice for each word such that none is in the way of another.
fn placed(choices: &[Vec<Place>], chosen: &mut Vec<Place>, trials: &mut u32) -> Option<Vec<Place>> {
    let Some(next) = choices.get(chosen.len()) else {
        return Some(chosen.clone());
    };
    for place in next {
        if *trials == 0 {
            return None;
        }
        *trials -= 1;
        if chosen.iter().all(|other| !place.is_in_the_way_of(other)) {
            chosen.push(*place);
            if let Some(all) = placed(choices, chosen, trials) {
                return Some(all);
            }
            chosen.pop();
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(at: &[f64]) -> Vec<Option<u32>> {
        let canvas = Canvas::new(Rect::new(0.0, 0.0, 600.0, 300.0));
        let mark = |at: &f64| Mark {
            at: *at,
            label: "片付く日 6月14日".to_owned(),
            ..Mark::default()
        };
        let marks: Vec<Mark> = at.iter().map(mark).collect();
        let span = Span {
            from: 0.0,
            to: 100.0,
        };
        let flags = Flags::arranged(&marks, span, (50.0, 590.0), 0.0, MOST_ROWS, &canvas);
        flags
            .flags
            .iter()
            .map(|it| it.place.map(|it| it.row))
            .collect()
    }

    #[test]
    fn marks_far_apart_stand_in_one_row_and_near_ones_are_staggered() {
        assert_eq!(rows(&[10.0, 50.0, 90.0]), [Some(0); 3]);
        let mut near = rows(&[50.0, 51.0, 52.0]);
        near.sort_unstable();
        assert!(near.iter().all(Option::is_some));
        assert!(near.contains(&Some(1)), "{near:?}");
    }

    #[test]
    fn where_there_is_no_room_the_first_words_stay() {
        let many = rows(&[50.0; 9]);
        assert!(many[0].is_some() && many[1].is_some());
        assert!(many[8].is_none());
    }
}
