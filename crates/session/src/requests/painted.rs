//! Pictures as the bytes of a file: on sheets of paper, or as large as they are.
use kaizu_render::scene::Scene;
use kaizu_render::{Drawing, Format, Options, Page, export, fitting, print, sheets, stacked};

use crate::edition::Edition;
use crate::{Problem, Session};

/// `drawings` as a file: a PDF of sheets, or one picture with all of them, one below the other.
pub(super) fn painted(
    session: &Session,
    drawings: &[Drawing],
    (format, page): (Format, Page),
    edition: &Edition,
) -> Result<Vec<u8>, Problem> {
    let bytes = match (format, whole(drawings)) {
        (Format::Svg | Format::Png, Some(whole)) => export(&whole, format, &Options::default()),
        (Format::Pdf, _) | (_, None) => print(&spread(drawings, page), edition.made()),
    };
    bytes.map_err(|failure| session.unpaintable(&failure))
}

/// The sheets of a PDF.
pub(super) fn spread(drawings: &[Drawing], page: Page) -> Vec<Scene> {
    match page {
        Page::Fit => whole(drawings).iter().map(fitting).collect(),
        Page::A3 | Page::A4 => sheets(drawings, page),
    }
}

fn whole(drawings: &[Drawing]) -> Option<Scene> {
    let scenes = drawings.iter().map(Drawing::scene);
    scenes.reduce(|above, below| stacked(above, &below))
}
