//! The sheet of a PDF, and where the picture sits on it. In points, of which an inch has 72.

/// The sheet of a PDF.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// As large as the picture.
    #[default]
    Fit,
    /// A3 landscape.
    A3,
    /// A4 landscape.
    A4,
}

/// A screen pixel in points.
const PIXEL: f64 = 0.75;
/// White space along the edge of a fixed sheet: 10 mm, which every office printer can do.
const MARGIN: f64 = 28.35;
/// The longest side of a page that readers accept.
const MAX_SIDE: f64 = 14_400.0;

/// Where the picture goes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Sheet {
    /// Width and height of the page.
    pub(super) size: (f64, f64),
    /// The upper left corner of the picture.
    pub(super) at: (f64, f64),
    /// Width and height of the picture.
    pub(super) picture: (f64, f64),
}

impl Page {
    /// The sheet for a picture of `w` × `h` pixels: shrunk to fit, never blown up beyond its size on screen.
    pub(super) fn sheet(self, w: f64, h: f64) -> Sheet {
        let (w, h) = (w * PIXEL, h * PIXEL);
        let (page, margin) = match self {
            Self::Fit => {
                let scale = (MAX_SIDE / w.max(h)).min(1.0);
                ((w * scale, h * scale), 0.0)
            }
            Self::A3 => ((1190.55, 841.89), MARGIN),
            Self::A4 => ((841.89, 595.28), MARGIN),
        };
        let room = (page.0 - 2.0 * margin, page.1 - 2.0 * margin);
        let scale = (room.0 / w).min(room.1 / h).min(1.0);
        let picture = (w * scale, h * scale);
        Sheet {
            size: page,
            at: (
                margin + (room.0 - picture.0) / 2.0,
                margin + (room.1 - picture.1) / 2.0,
            ),
            picture,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wide_picture_fits_between_the_margins_of_one_sheet() {
        for page in [Page::A3, Page::A4] {
            let sheet = page.sheet(9000.0, 1200.0);
            assert!(sheet.at.0 >= MARGIN - 1e-6 && sheet.at.1 >= MARGIN - 1e-6);
            assert!(sheet.at.0 + sheet.picture.0 <= sheet.size.0 - MARGIN + 1e-6);
            assert!((sheet.picture.0 / sheet.picture.1 - 7.5).abs() < 1e-6);
        }
    }

    #[test]
    fn a_page_of_its_own_is_as_large_as_the_picture() {
        let sheet = Page::Fit.sheet(1000.0, 400.0);
        assert_eq!((sheet.size, sheet.at), ((750.0, 300.0), (0.0, 0.0)));
        assert!(Page::Fit.sheet(1e6, 400.0).size.0 <= MAX_SIDE);
    }
}
