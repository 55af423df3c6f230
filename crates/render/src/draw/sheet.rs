//! A small sheet of paper on an arrow: the case is handed over on paper.
use kaizu_model::Point;

use super::outline;
use crate::scene::{Item, Paint, Path, Stroke};
use crate::theme;

/// The sheet around `centre`.
pub(crate) fn draw(centre: Point) -> Vec<Item> {
    let (w, h, fold) = (
        theme::SHEET.0 / 2.0,
        theme::SHEET.1 / 2.0,
        theme::SHEET.0 / 3.0,
    );
    let at = |x: f64, y: f64| Point::new(centre.x + x, centre.y + y);
    let stroke = Stroke::solid(theme::ARROW, 1.0).round();
    let page = Path {
        segments: outline::polygon(&[
            at(-w, -h),
            at(w - fold, -h),
            at(w, fold - h),
            at(w, h),
            at(-w, h),
        ]),
        paint: Paint::edged(theme::PAPER, stroke.clone()),
    };
    let lines = [
        outline::open(&[at(w - fold, -h), at(w - fold, fold - h), at(w, fold - h)]),
        outline::open(&[at(2.0 - w, 0.5), at(w - 2.0, 0.5)]),
        outline::open(&[at(2.0 - w, 3.5), at(w - 2.0, 3.5)]),
    ];
    let lines = Path {
        segments: lines.concat(),
        paint: Paint::line(stroke),
    };
    vec![page.into(), lines.into()]
}
