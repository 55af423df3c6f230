//! The text of a page between two tags that part it.

/// Letters as a browser joins them: blanks in a row are one, a break between two wide letters is none.
#[derive(Debug, Default)]
pub(super) struct Letters {
    letters: String,
    /// A blank that waits for the next letter, and whether the source breaks the line there.
    blank: Option<bool>,
}

impl Letters {
    /// Joins what a tag holds.
    pub(super) fn push(&mut self, text: &str) {
        for c in text.chars() {
            if matches!(c, ' ' | '\t' | '\n' | '\r' | '\x0c') {
                let is_break = matches!(c, '\n' | '\r');
                self.blank = Some(self.blank.unwrap_or_default() || is_break);
                continue;
            }
            let last = self.letters.chars().last();
            if let Some(is_break) = self.blank.take()
                && let Some(last) = last.filter(|last| *last != '\n')
            {
                let is_wide = |c: char| c >= '\u{2e80}';
                if !(is_break && is_wide(last) && is_wide(c)) {
                    self.letters.push(' ');
                }
            }
            self.letters.push(c);
        }
    }

    /// Goes on in a new line, unless nothing stands in this one.
    pub(super) fn new_line(&mut self) {
        self.blank = None;
        if !self.letters.is_empty() && !self.letters.ends_with('\n') {
            self.letters.push('\n');
        }
    }

    /// What was joined; nothing is left.
    pub(super) fn take(&mut self) -> String {
        self.blank = None;
        std::mem::take(&mut self.letters)
    }

    /// Puts the sign of an item before it.
    pub(super) fn mark(&mut self, sign: &str) {
        self.letters.push_str(sign);
    }
}
