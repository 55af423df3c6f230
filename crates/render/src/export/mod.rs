//! A scene as a file: the list of formats.
mod pdf;
mod png;
mod svg;
mod tree;

use crate::scene::Scene;
use crate::sheets::fitting;

/// A file format for pictures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// Vectors for any program.
    Svg,
    /// Pixels.
    Png,
    /// A page to print and to keep.
    Pdf,
}

impl Format {
    /// Every format, in the order in which lists show them.
    pub const ALL: &[Self] = &[Self::Svg, Self::Png, Self::Pdf];

    /// How the names of such files end.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Pdf => "pdf",
        }
    }
}

/// How a picture is exported.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// Pixels of a PNG for each of the scene's own.
    pub scale: f64,
    /// When it is exported; a PDF says so and keeps to the standard for archives.
    pub made: Option<Made>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            scale: 2.0,
            made: None,
        }
    }
}

/// A moment in Japan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Made {
    /// The year.
    pub year: u16,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
}

/// Why a picture could not be exported.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The picture holds something that cannot be painted.
    #[error("the picture cannot be painted")]
    Tree(#[from] resvg::usvg::Error),
    /// More pixels than fit into memory.
    #[error("the picture is too large for this format")]
    TooLarge,
    /// A scale of zero, below it or not a number.
    #[error("{0} is not a scale above zero")]
    Scale(f64),
    /// The pixels could not be packed.
    #[error("the PNG could not be written: {0}")]
    Png(String),
    /// The page could not be written.
    #[error("the PDF could not be written: {0}")]
    Pdf(String),
}

/// `scene` as a file in `format`. The same scene and options give the same bytes.
pub fn export(scene: &Scene, format: Format, options: &Options) -> Result<Vec<u8>, Failure> {
    match format {
        Format::Svg => Ok(svg::svg(scene, svg::Letters::Foreign).into_bytes()),
        Format::Png => png::png(scene, options.scale),
        Format::Pdf => print(&[fitting(scene)], options.made),
    }
}

/// A PDF of `sheets`, whose frames are in points. With a date it is PDF/A-2b, made to be kept.
pub fn print(sheets: &[Scene], made: Option<Made>) -> Result<Vec<u8>, Failure> {
    pdf::pdf(sheets, made)
}
