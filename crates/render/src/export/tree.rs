//! The scene as the tree from which PNG and PDF are painted, set in the bundled faces and no others.
use std::sync::{Arc, LazyLock};

use resvg::usvg::{self, fontdb};

use super::Failure;
use super::svg::{self, Letters};
use crate::scene::Scene;

/// The tree of `scene`.
pub(super) fn tree(scene: &Scene) -> Result<usvg::Tree, Failure> {
    let options = usvg::Options {
        font_family: kaizu_fonts::FAMILY.to_owned(),
        languages: vec![svg::tag(scene.language).to_owned()],
        fontdb: Arc::clone(&FACES),
        // A picture carries its rasters with it: an address never opens a file.
        image_href_resolver: usvg::ImageHrefResolver {
            resolve_string: Box::new(|_, _| None),
            ..usvg::ImageHrefResolver::default()
        },
        ..usvg::Options::default()
    };
    Ok(usvg::Tree::from_str(
        &svg::svg(scene, Letters::Bundled),
        &options,
    )?)
}

static FACES: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut faces = fontdb::Database::new();
    for face in kaizu_fonts::faces() {
        faces.load_font_source(fontdb::Source::Binary(Arc::new(face)));
    }
    Arc::new(faces)
});
