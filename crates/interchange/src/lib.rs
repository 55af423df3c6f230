//! Reads and writes the formats of other programs: bytes in, bytes out, and a list of what could not be carried over.
mod failure;
mod json;
mod list;
mod loss;

use kaizu_model::{Document, FlowId};

pub use failure::Failure;
pub use json::keys;
pub use list::{Grid, Headed, MOST_ROWS, Pasted, grid, is_list};
pub use loss::{Loss, LossKind};

/// A format of another program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// `kaizu-process/1`.
    Json,
}

impl Format {
    /// Every format. A new one is listed here; the compiler names the other places.
    pub const ALL: &[Self] = &[Self::Json];

    /// How the names of its files end.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Json => "json",
        }
    }

    /// The format whose files end in `ending`, with or without the dot.
    pub fn from_ending(ending: &str) -> Option<Self> {
        let ending = ending.trim_start_matches('.');
        Self::ALL
            .iter()
            .copied()
            .find(|format| format.ending().eq_ignore_ascii_case(ending))
    }
}

/// The document that `bytes` hold, and what of them has no home in it.
pub fn read(format: Format, bytes: &[u8]) -> Result<(Document, Vec<Loss>), Failure> {
    match format {
        Format::Json => json::read(bytes),
    }
}

/// `flow` of `document` as a file, and what of it has no home there.
pub fn write(
    format: Format,
    document: &Document,
    flow: FlowId,
) -> Result<(Vec<u8>, Vec<Loss>), Failure> {
    match format {
        Format::Json => json::write(document, flow),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ending_names_its_format() {
        for format in Format::ALL {
            assert_eq!(Format::from_ending(format.ending()), Some(*format));
        }
        assert_eq!(Format::from_ending(".JSON"), Some(Format::Json));
        assert_eq!(Format::from_ending("kaizu"), None);
    }
}
