//! Charts as scenes: figures that come of a simulation, drawn so that they can be read from the back of a room.
//!
//! Words come ready from the caller and are measured only to be placed: none lies over another, none leaves the frame.
//! What has no room is thinned out or ends with ….
mod bands;
mod bars;
mod canvas;
mod classes;
mod columns;
mod course;
mod data;
mod flags;
mod folded;
mod legend;
mod levels;
mod names;
mod number;
mod plot;
mod scale;
mod tone;

use kaizu_model::{Language, Rect, Size};

use crate::scene::Scene;
use canvas::Canvas;

pub use data::{
    Bar, Bars, Category, Chart, Class, Classes, Column, Columns, Course, Mark, Series, Shares, Tick,
};
pub use number::Number;
pub use tone::{Tone, Toned};

/// The least and the largest side of a chart.
const SIDES: (f64, f64) = (120.0, 10_000.0);

/// The picture of `chart`, exactly as large as `size`, where that is a size at which there is anything to see.
pub fn chart(chart: &Chart, size: Size, language: Language) -> Scene {
    let length = |wanted: f64| {
        if wanted.is_nan() {
            SIDES.0
        } else {
            wanted.clamp(SIDES.0, SIDES.1)
        }
    };
    let frame = Rect::new(0.0, 0.0, length(size.w), length(size.h));
    let mut canvas = Canvas::new(frame);
    let title = match chart {
        Chart::Course(it) => course::draw(it, language, &mut canvas),
        Chart::Columns(it) => columns::draw(it, language, &mut canvas),
        Chart::Bars(it) => bars::draw(it, language, &mut canvas),
        Chart::Classes(it) => classes::draw(it, language, &mut canvas),
    };
    Scene {
        frame,
        title,
        language,
        items: canvas.items,
    }
}
