//! Text for people, line by line.

/// Lines that are read one below the other.
#[derive(Clone, Debug, Default)]
pub(crate) struct Page(String);

impl Page {
    /// One more line.
    pub(crate) fn line(&mut self, text: impl AsRef<str>) {
        self.0.push_str(text.as_ref());
        self.0.push('\n');
    }

    /// Several more lines.
    pub(crate) fn lines<T: AsRef<str>>(&mut self, lines: impl IntoIterator<Item = T>) {
        for text in lines {
            self.line(text);
        }
    }

    /// An empty line, then a heading.
    pub(crate) fn heading(&mut self, text: impl AsRef<str>) {
        self.0.push('\n');
        self.line(text);
    }

    /// The whole text.
    pub(crate) fn text(self) -> String {
        self.0
    }
}
