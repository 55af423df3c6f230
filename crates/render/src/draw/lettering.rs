//! Words of the picture's own making, measured so that they can be centred and lined up. Nothing is ever broken here.
use kaizu_model::{Point, Weight};

use crate::scene::{Colour, Text};

/// How far the middle of a letter lies above its baseline, in ems.
const MIDDLE: f64 = 0.375;

/// Size, weight and colour of a word.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Style {
    /// Size of the letters.
    pub(crate) size: f64,
    /// How heavy they are.
    pub(crate) weight: Weight,
    /// Their colour.
    pub(crate) colour: Colour,
}

/// The faces that are so heavy.
pub(crate) fn face(weight: Weight) -> kaizu_fonts::Weight {
    match weight {
        Weight::Regular => kaizu_fonts::Weight::Regular,
        Weight::Bold => kaizu_fonts::Weight::Bold,
    }
}

impl Style {
    /// Regular letters.
    pub(crate) fn regular(size: f64, colour: Colour) -> Self {
        Self {
            size,
            weight: Weight::Regular,
            colour,
        }
    }

    /// Bold letters.
    pub(crate) fn bold(size: f64, colour: Colour) -> Self {
        Self {
            size,
            weight: Weight::Bold,
            colour,
        }
    }

    /// The same letters, `share` of their size.
    pub(crate) fn smaller(self, share: f64) -> Self {
        Self {
            size: self.size * share,
            ..self
        }
    }

    /// How wide `text` is.
    pub(crate) fn width(self, text: &str) -> f64 {
        kaizu_fonts::advance(&kaizu_fonts::writable(text), self.size, face(self.weight))
    }

    /// `text` with its left end at `x`, its letters level with `middle`.
    pub(crate) fn starting(self, text: &str, x: f64, middle: f64) -> Text {
        Text {
            content: kaizu_fonts::writable(text),
            at: Point::new(x, middle + MIDDLE * self.size),
            size: self.size,
            weight: self.weight,
            colour: self.colour,
        }
    }

    /// `text` around `centre`.
    pub(crate) fn centred(self, text: &str, centre: Point) -> Text {
        self.starting(text, centre.x - self.width(text) / 2.0, centre.y)
    }
}
