//! Scene to PNG, through the SVG tree. Never larger than an office computer can hold.
use resvg::tiny_skia::{Color, Pixmap, Transform};

use super::{Failure, tree};
use crate::scene::Scene;

/// What a picture may hold: 64 megapixels, 256 megabytes while it is painted.
const MAX_PIXELS: f64 = 64.0e6;
/// The longest side that common viewers open.
const MAX_SIDE: f64 = 32_767.0;
/// Below this nothing can be read.
const MIN_SCALE: f64 = 0.1;

/// The scene in `scale` pixels for each of its own, fewer where it would become too large.
pub(super) fn png(scene: &Scene, scale: f64) -> Result<Vec<u8>, Failure> {
    let tree = tree::tree(scene)?;
    let (w, h) = (
        f64::from(tree.size().width()),
        f64::from(tree.size().height()),
    );
    let scale = fitting(w, h, scale)?;
    let side = |length: f64| (length * scale).round().clamp(1.0, MAX_SIDE) as u32;
    let mut pixels = Pixmap::new(side(w), side(h)).ok_or(Failure::TooLarge)?;
    pixels.fill(Color::WHITE);
    let scale = scale as f32;
    resvg::render(
        &tree,
        Transform::from_scale(scale, scale),
        &mut pixels.as_mut(),
    );
    pixels
        .encode_png()
        .map_err(|source| Failure::Png(source.to_string()))
}

/// The scale nearest to the wished one at which `w` × `h` fits.
fn fitting(w: f64, h: f64, scale: f64) -> Result<f64, Failure> {
    if !(scale.is_finite() && scale > 0.0) {
        return Err(Failure::Scale(scale));
    }
    let largest = (MAX_PIXELS / (w * h)).sqrt().min(MAX_SIDE / w.max(h));
    let fitting = scale.min(largest);
    if fitting < MIN_SCALE.min(scale) {
        return Err(Failure::TooLarge);
    }
    Ok(fitting)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_that_would_not_fit_is_made_smaller() {
        assert!((fitting(1000.0, 500.0, 2.0).unwrap() - 2.0).abs() < 1e-9);
        let scale = fitting(40_000.0, 4_000.0, 2.0).unwrap();
        assert!((0.3..1.0).contains(&scale), "{scale}");
    }

    #[test]
    fn an_absurd_picture_is_refused() {
        assert!(matches!(fitting(1e6, 1e6, 1.0), Err(Failure::TooLarge)));
        assert!(matches!(
            fitting(10.0, 10.0, f64::NAN),
            Err(Failure::Scale(_))
        ));
        assert!(matches!(fitting(10.0, 10.0, 0.0), Err(Failure::Scale(_))));
    }
}
