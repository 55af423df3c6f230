//! Scene to PDF, through the SVG tree: vectors, embedded subset faces, text that can be selected and searched.
use krilla::configure::{Archival, Configuration, ConfigurationBuilder};
use krilla::geom::{Size, Transform};
use krilla::metadata::{DateTime, Metadata};
use krilla::page::PageSettings;
use krilla::{Document, SerializeSettings};
use krilla_svg::{SurfaceExt, SvgSettings};
use resvg::usvg;

use super::page::Plan;
use super::{Failure, Made, Page, slice, svg, tree};
use crate::scene::Scene;

/// The scene on one sheet or several. With a date it is PDF/A-2b, made to be kept.
pub(super) fn pdf(scene: &Scene, page: Page, made: Option<Made>) -> Result<Vec<u8>, Failure> {
    let plan = page.plan(scene.frame.w.max(1.0), scene.frame.h.max(1.0));
    let (plan, parts) = filled(scene, plan);
    let drawn = parts.iter().map(|row| sheet(row, plan, parts.len() > 1));
    let sheets: Vec<Sheet> = drawn.collect::<Result<_, _>>()?;
    let archival = ConfigurationBuilder::new().with_archival_validator(Archival::A2_B);
    if let (Some(_), Ok(archival)) = (made, archival.finish()) {
        // What the standard forbids is still better printed than refused.
        if let Ok(bytes) = written(scene, &sheets, made, archival) {
            return Ok(bytes);
        }
    }
    written(scene, &sheets, made, Configuration::default())
}

/// The sheets that `plan` needs, with the picture as large as fits on so many.
fn filled(scene: &Scene, plan: Plan) -> (Plan, Vec<Vec<Scene>>) {
    let sheets = slice::sheets(scene, plan.widest);
    if sheets.len() < 2 {
        return (plan, sheets);
    }
    let larger = [1.5, 1.4, 1.3, 1.2, 1.1].into_iter();
    larger
        .filter_map(|by| plan.enlarged(by))
        .map(|plan| (plan, slice::sheets(scene, plan.widest)))
        .find(|(_, larger)| larger.len() == sheets.len())
        .unwrap_or((plan, sheets))
}

/// A page of the file.
struct Sheet {
    size: Size,
    /// The trees on it, each with its upper left corner and its size.
    parts: Vec<(usvg::Tree, Transform, Size)>,
}

/// `parts` side by side in the middle of a sheet; several sheets begin at the same place.
fn sheet(parts: &[Scene], plan: Plan, is_one_of_several: bool) -> Result<Sheet, Failure> {
    let across: f64 = parts.iter().map(|part| part.frame.w).sum();
    let down = parts.iter().map(|part| part.frame.h).fold(0.0, f64::max);
    let size = |w: f64, h: f64| Size::from_wh(w as f32, h as f32).ok_or(Failure::TooLarge);
    let (mut x, y) = plan.centred(across, down);
    if is_one_of_several {
        x = plan.margin;
    }
    let mut drawn = Vec::new();
    for part in parts {
        let tree = tree::tree(part)?;
        let (w, h) = (tree.size().width(), tree.size().height());
        let corner = Transform::from_translate(x as f32, y as f32);
        drawn.push((
            tree,
            corner,
            size(f64::from(w) * plan.scale, f64::from(h) * plan.scale)?,
        ));
        x += part.frame.w * plan.scale;
    }
    Ok(Sheet {
        size: size(plan.size.0, plan.size.1)?,
        parts: drawn,
    })
}

fn written(
    scene: &Scene,
    sheets: &[Sheet],
    made: Option<Made>,
    configuration: Configuration,
) -> Result<Vec<u8>, Failure> {
    let settings = SerializeSettings {
        configuration,
        ..SerializeSettings::default()
    };
    let mut document = Document::new_with(settings);
    document.set_metadata(metadata(scene, made));
    for sheet in sheets {
        let mut page = document.start_page_with(PageSettings::new(sheet.size));
        let mut surface = page.surface();
        for (tree, corner, size) in &sheet.parts {
            surface.push_transform(corner);
            surface.draw_svg(tree, *size, SvgSettings::default());
            surface.pop();
        }
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
