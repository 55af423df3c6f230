//! The first comment of a detector's or a rewrite's file: its page of the manual.

/// What the first comment of a file says, by its headings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header<'s> {
    /// Each heading with what stands under it, in the order of the file; the first sentence stands under "".
    sections: Vec<(&'s str, String)>,
}

impl<'s> Header<'s> {
    /// The header of the file that reads `source`.
    pub fn of(source: &'s str) -> Self {
        let mut sections = vec![("", String::new())];
        for line in source.lines() {
            let Some(text) = line.strip_prefix("//!") else {
                break;
            };
            if let Some(heading) = text.strip_prefix(" ## ") {
                sections.push((heading, String::new()));
            } else if let Some((_, body)) = sections.last_mut() {
                body.push_str(text.strip_prefix(' ').unwrap_or(text));
                body.push('\n');
            }
        }
        Self { sections }
    }

    /// Its headings, in the order of the file.
    pub fn headings(&self) -> impl Iterator<Item = &'s str> {
        self.sections.iter().skip(1).map(|(heading, _)| *heading)
    }

    /// What it is, in a sentence.
    pub fn summary(&self) -> &str {
        self.section("").unwrap_or_default()
    }

    /// What stands under a heading.
    pub fn section(&self, heading: &str) -> Option<&str> {
        let mut sections = self.sections.iter();
        let found = sections.find(|(own, _)| *own == heading);
        found.map(|(_, body)| body.trim())
    }

    /// The flows under a heading, each as text.
    pub fn examples(&self, heading: &str) -> impl Iterator<Item = &str> {
        let body = self.section(heading).unwrap_or_default();
        let fenced = body.split("```flow\n").skip(1);
        fenced.filter_map(|rest| rest.split("```").next())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_is_read_by_its_headings() {
        let source = "//! What it is.\n//!\n//! ## Flagged\n//! ```flow\n//! 係: 見る\n//!   → 直す\n//! ```\n\
                      //! ```flow\n//! 係: 直す\n//! ```\nuse std::fmt;\n//! ## Not of it\n";
        let header = Header::of(source);
        assert_eq!(header.summary(), "What it is.");
        assert_eq!(header.headings().collect::<Vec<_>>(), ["Flagged"]);
        let examples: Vec<&str> = header.examples("Flagged").collect();
        assert_eq!(examples, ["係: 見る\n  → 直す\n", "係: 直す\n"]);
        assert_eq!(header.examples("Clean").count(), 0);
    }
}
