//! Scene to PDF, through the SVG tree: vectors, embedded subset faces, text that can be selected and searched.
use krilla::configure::{Archival, Configuration, ConfigurationBuilder};
use krilla::geom::{Size, Transform};
use krilla::metadata::{DateTime, Metadata};
use krilla::page::PageSettings;
use krilla::{Document, SerializeSettings};
use krilla_svg::{SurfaceExt, SvgSettings};
use resvg::usvg;

use super::page::Sheet;
use super::{Failure, Made, Page, svg, tree};
use crate::scene::Scene;

/// The scene on one page. With a date it is PDF/A-2b, made to be kept.
pub(super) fn pdf(scene: &Scene, page: Page, made: Option<Made>) -> Result<Vec<u8>, Failure> {
    let tree = tree::tree(scene)?;
    let sheet = page.sheet(
        f64::from(tree.size().width()),
        f64::from(tree.size().height()),
    );
    let archival = match made {
        Some(_) => ConfigurationBuilder::new()
            .with_archival_validator(Archival::A2_B)
            .finish()
            .ok(),
        None => None,
    };
    if let Some(archival) = archival {
        // What the standard forbids is still better printed than refused.
        if let Ok(bytes) = written(scene, &tree, sheet, made, archival) {
            return Ok(bytes);
        }
    }
    written(scene, &tree, sheet, made, Configuration::default())
}

fn written(
    scene: &Scene,
    tree: &usvg::Tree,
    sheet: Sheet,
    made: Option<Made>,
    configuration: Configuration,
) -> Result<Vec<u8>, Failure> {
    let settings = SerializeSettings {
        configuration,
        ..SerializeSettings::default()
    };
    let mut document = Document::new_with(settings);
    document.set_metadata(metadata(scene, made));
    let size = |(w, h): (f64, f64)| Size::from_wh(w as f32, h as f32).ok_or(Failure::TooLarge);
    let mut page = document.start_page_with(PageSettings::new(size(sheet.size)?));
    let mut surface = page.surface();
    surface.push_transform(&Transform::from_translate(
        sheet.at.0 as f32,
        sheet.at.1 as f32,
    ));
    surface.draw_svg(tree, size(sheet.picture)?, SvgSettings::default());
    surface.pop();
    surface.finish();
    page.finish();
    document
        .finish()
        .map_err(|source| Failure::Pdf(source.to_string()))
}

fn metadata(scene: &Scene, made: Option<Made>) -> Metadata {
    let metadata = Metadata::new()
        .title(scene.title.clone())
        .language(svg::tag(scene.language).to_owned())
        .creator("Kaizu".to_owned());
    match made {
        Some(made) => metadata.creation_date(
            DateTime::new(made.year)
                .month(made.month)
                .day(made.day)
                .hour(made.hour)
                .minute(made.minute)
                .second(0)
                .utc_offset_hour(9)
                .utc_offset_minute(0),
        ),
        None => metadata,
    }
}
