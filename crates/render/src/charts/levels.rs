//! Level marks across the plot, their words at the right of it.
use kaizu_model::{Point, Rect};

use super::canvas::{self, Canvas};
use super::data::Mark;
use super::scale::Axis;
use crate::draw::lettering::Style;
use crate::scene::Stroke;
use crate::theme;

/// From the plot to the words.
const GAP: f64 = 12.0;
/// Distance between the middles of two words.
const APART: f64 = 18.0;
/// No word takes more of the width, nor is it cut where it is narrower than this.
const WIDEST: (f64, f64) = (0.28, 96.0);

fn style() -> Style {
    Style::bold(theme::CHART_SIZES.0, theme::INK)
}

/// The room that the words of `marks` need at the right of the plot.
pub(super) fn room(marks: &[Mark], canvas: &Canvas) -> f64 {
    let words = marks.iter().map(|mark| style().width(&mark.label));
    let most = (canvas.frame.w * WIDEST.0).max(WIDEST.1);
    let widest = words.fold(0.0, f64::max).min(most);
    if widest > 0.0 { widest + GAP } else { 0.0 }
}

/// Draws the lines of `marks` across `plot`, and their words where they are not in one another's way.
pub(super) fn draw(marks: &[Mark], plot: Rect, axis: &Axis, canvas: &mut Canvas) {
    let mut order: Vec<&Mark> = marks.iter().collect();
    order.sort_by(|one, other| other.at.total_cmp(&one.at));
    let height = |mark: &Mark| plot.bottom() - axis.span.share(mark.at) * plot.h;
    let heights: Vec<f64> = order.iter().map(|mark| height(mark)).collect();
    let middles = apart(&heights, plot.y, plot.bottom() - APART / 2.0);
    for (mark, (y, middle)) in order.into_iter().zip(heights.into_iter().zip(middles)) {
        let mut group = canvas::named(&mark.label);
        let stroke = mark.tone.mark();
        let dashed = stroke.clone().dashed(&[6.0, 4.0]);
        let end = Point::new(plot.right(), y);
        group.push(canvas::line(Point::new(plot.x, y), end, dashed));
        let left = plot.right() + GAP;
        let room = canvas.frame.right() - theme::CHART_MARGIN - left + 0.5;
        let word = canvas::fitted(style(), &mark.label, room);
        let style = Style {
            colour: stroke.colour,
            ..style()
        };
        if let Some(text) = canvas.word(style, &word, left, middle) {
            let lead = Stroke::solid(stroke.colour, 1.0);
            group.push(canvas::line(end, Point::new(left - 3.0, middle), lead));
            group.push(text);
        }
        canvas.items.push(group.into());
    }
}

/// `heights` from top to bottom, moved so far apart that words can stand there.
fn apart(heights: &[f64], top: f64, bottom: f64) -> Vec<f64> {
    let mut middles = heights.to_vec();
    let mut least = top;
    for middle in &mut middles {
        *middle = middle.max(least);
        least = *middle + APART;
    }
    let mut most = bottom;
    for middle in middles.iter_mut().rev() {
        *middle = middle.min(most);
        most = *middle - APART;
    }
    middles
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_moved_apart_and_stay_beside_the_plot() {
        let close = |left: &[f64], right: &[f64]| {
            left.iter()
                .zip(right)
                .all(|(left, right)| (left - right).abs() < 1e-9)
        };
        assert!(close(&apart(&[40.0, 90.0], 0.0, 100.0), &[40.0, 90.0]));
        assert!(close(&apart(&[40.0, 42.0], 0.0, 100.0), &[40.0, 58.0]));
        assert!(close(&apart(&[96.0, 99.0], 0.0, 100.0), &[82.0, 100.0]));
    }
}
