//! The files Kaizu reads and writes, told apart by their ending.
use std::path::Path;

use kaizu_interchange as interchange;
use kaizu_render as render;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A project: one `SQLite` file.
    Project,
    /// One flow as text.
    Notation,
    /// A format of another program.
    Foreign(interchange::Format),
    /// A picture.
    Picture(render::Format),
}

impl Form {
    /// Every form, in the order in which a list shows them.
    pub fn all() -> Vec<Self> {
        let foreign = interchange::Format::ALL.iter().copied().map(Self::Foreign);
        let pictures = render::Format::ALL.iter().copied().map(Self::Picture);
        [Self::Project, Self::Notation]
            .into_iter()
            .chain(foreign)
            .chain(pictures)
            .collect()
    }

    /// How the names of its files end.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Project => "kaizu",
            Self::Notation => "flow",
            Self::Foreign(format) => format.ending(),
            Self::Picture(format) => format.extension(),
        }
    }

    /// The form whose files end in `ending`.
    pub fn from_ending(ending: &str) -> Option<Self> {
        Self::all().into_iter().find(|form| {
            form.ending()
                .eq_ignore_ascii_case(ending.trim_start_matches('.'))
        })
    }

    /// The form of the file at `path`.
    pub fn of(path: &Path) -> Option<Self> {
        path.extension()
            .and_then(|ending| ending.to_str())
            .and_then(Self::from_ending)
    }

    /// Whether Kaizu reads it.
    pub fn is_readable(self) -> bool {
        !matches!(self, Self::Picture(_))
    }

    /// The endings of all forms, or of those that can be read, for a sentence.
    pub fn endings(only_readable: bool) -> Vec<String> {
        let wanted = Self::all()
            .into_iter()
            .filter(|form| !only_readable || form.is_readable());
        wanted.map(|form| format!(".{}", form.ending())).collect()
    }
}
