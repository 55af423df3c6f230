//! Scene to PDF, through the SVG tree: vectors, embedded subset faces, text that can be selected and searched.
use krilla::configure::{Archival, Configuration, ConfigurationBuilder};
use krilla::geom::Size;
use krilla::metadata::{DateTime, Metadata};
use krilla::page::PageSettings;
use krilla::{Document, SerializeSettings};
use krilla_svg::{SurfaceExt, SvgSettings};
use resvg::usvg;

use super::{Failure, Made, svg, tree};
use crate::scene::Scene;

/// Each of `scenes` on a sheet as large as its frame, in points. With a date it is PDF/A-2b, made to be kept.
pub(super) fn pdf(scenes: &[Scene], made: Option<Made>) -> Result<Vec<u8>, Failure> {
    let trees = scenes
        .iter()
        .map(tree::tree)
        .collect::<Result<Vec<_>, _>>()?;
    let metadata = || {
        scenes
            .first()
            .map_or_else(Metadata::new, |it| metadata(it, made))
    };
    let archival = ConfigurationBuilder::new().with_archival_validator(Archival::A2_B);
    if let (Some(_), Ok(archival)) = (made, archival.finish()) {
        // What the standard forbids is still better printed than refused.
        if let Ok(bytes) = written(&trees, metadata(), archival) {
            return Ok(bytes);
        }
    }
    written(&trees, metadata(), Configuration::default())
}

fn written(
    trees: &[usvg::Tree],
    metadata: Metadata,
    configuration: Configuration,
) -> Result<Vec<u8>, Failure> {
    let settings = SerializeSettings {
        configuration,
        ..SerializeSettings::default()
    };
    let mut document = Document::new_with(settings);
    document.set_metadata(metadata);
    for tree in trees {
        let size = Size::from_wh(tree.size().width(), tree.size().height());
        let size = size.ok_or(Failure::TooLarge)?;
        let mut page = document.start_page_with(PageSettings::new(size));
        let mut surface = page.surface();
        surface.draw_svg(tree, size, SvgSettings::default());
        surface.finish();
        page.finish();
    }
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
