//! The sheets of a PDF, and how large the picture is on them. In points, of which an inch has 72.

/// The sheet of a PDF.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// One, as large as the picture.
    #[default]
    Fit,
    /// A3 landscape; several side by side where letters would become too small on one.
    A3,
    /// A4 landscape, likewise.
    A4,
}

/// A screen pixel in points: no picture is blown up beyond its size on screen.
const PIXEL: f64 = 0.75;
/// Below this many points a pixel, letters are hard to read: 12 pixels become 5 points.
const READABLE: f64 = 0.42;
/// White space along the edge of a fixed sheet: 10 mm, which every office printer can do.
const MARGIN: f64 = 28.35;
/// The longest side of a page that readers accept.
const MAX_SIDE: f64 = 14_400.0;

/// How a picture goes on its sheets.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Plan {
    /// Width and height of a sheet, in points.
    pub(super) size: (f64, f64),
    /// White space along its edge, in points.
    pub(super) margin: f64,
    /// Points for a pixel.
    pub(super) scale: f64,
    /// Points for a pixel at which the picture is as tall as the sheet.
    pub(super) tall: f64,
    /// The pixels that fit side by side on one sheet.
    pub(super) widest: f64,
}

impl Page {
    /// The plan for a picture of `w` × `h` pixels.
    pub(super) fn plan(self, w: f64, h: f64) -> Plan {
        let size = match self {
            Self::Fit => {
                let scale = PIXEL.min(MAX_SIDE / w.max(h));
                return Plan {
                    size: (w * scale, h * scale),
                    margin: 0.0,
                    scale,
                    tall: scale,
                    widest: w,
                };
            }
            Self::A3 => (1190.55, 841.89),
            Self::A4 => (841.89, 595.28),
        };
        let (across, down) = (size.0 - 2.0 * MARGIN, size.1 - 2.0 * MARGIN);
        let tall = PIXEL.min(down / h);
        let scale = tall.min(READABLE).max(tall.min(across / w));
        Plan {
            size,
            margin: MARGIN,
            scale,
            tall,
            // A hair more, so that a picture scaled to the width of one sheet stays on one.
            widest: across / scale * (1.0 + 1e-9),
        }
    }
}

impl Plan {
    /// The same sheets with the picture `by` times as large, where it is not too tall for that.
    pub(super) fn enlarged(self, by: f64) -> Option<Self> {
        let scale = self.scale * by;
        (scale <= self.tall).then(|| Self {
            scale,
            widest: self.widest / by,
            ..self
        })
    }

    /// Where the upper left corner of a picture of `w` × `h` pixels goes so that it sits in the middle.
    pub(super) fn centred(&self, w: f64, h: f64) -> (f64, f64) {
        let middle = |size: f64, length: f64| ((size - length * self.scale) / 2.0).max(0.0);
        (middle(self.size.0, w), middle(self.size.1, h))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_that_stays_readable_is_shrunk_onto_one_sheet() {
        let plan = Page::A3.plan(2000.0, 900.0);
        assert!(plan.widest >= 2000.0 && plan.scale < PIXEL && plan.scale > READABLE);
    }

    #[test]
    fn a_wide_picture_keeps_readable_letters_and_takes_several_sheets() {
        let plan = Page::A3.plan(9000.0, 1200.0);
        assert!((plan.scale - READABLE).abs() < 1e-9 && plan.widest < 3000.0);
    }

    #[test]
    fn a_tall_picture_is_never_cut_below() {
        let plan = Page::A4.plan(9000.0, 5000.0);
        assert!(5000.0 * plan.scale <= plan.size.1 - 2.0 * MARGIN + 1e-6);
    }

    #[test]
    fn a_page_of_its_own_is_as_large_as_the_picture() {
        let plan = Page::Fit.plan(1000.0, 400.0);
        assert_eq!(
            (plan.size, plan.centred(1000.0, 400.0)),
            ((750.0, 300.0), (0.0, 0.0))
        );
        assert!(Page::Fit.plan(1e6, 400.0).size.0 <= MAX_SIDE);
    }
}
