//! What spreadsheets and word processors put on the clipboard as HTML: the largest table in it, else its lines.
//!
//! Tags are seldom closed as they should be, so that they are read one after the other: each says by itself where a cell,
//! a row or a line begins.
use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

use super::letters::Letters;
use super::span::{Cell, laid};
use super::{Found, Line};

/// The table or the lines that `html` holds; nothing where it holds neither.
pub(super) fn found(html: &str) -> Option<Found> {
    let mut page = Page::default();
    let mut emitter = DefaultEmitter::default();
    // What a style or a script holds is no tag.
    emitter.naively_switch_states(true);
    let mut tokens = Tokenizer::new_with_emitter(html, emitter);
    while let Some(Ok(token)) = tokens.next() {
        match token {
            Token::StartTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                if matches!(name.as_str(), "style" | "script" | "title") {
                    page.mute = true;
                } else {
                    page.begin(&name, &tag);
                }
            }
            Token::EndTag(tag) => page.end(&String::from_utf8_lossy(&tag.name)),
            Token::String(text) => page.say(&String::from_utf8_lossy(&text)),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    page.found()
}

/// What was read so far.
#[derive(Debug, Default)]
struct Page {
    tables: Vec<Vec<Vec<Cell>>>,
    /// How many tables are open; what stands in inner ones is the text of a cell.
    depth: usize,
    lines: Vec<Line>,
    /// The cell or line that is being read.
    text: Letters,
    indent: usize,
    /// For each open list the number of its last item; nothing for bullets.
    lists: Vec<Option<usize>>,
    /// Whether what stands here is not to be read: styles, and how letters are pronounced.
    mute: bool,
    /// Inside the sign that a word processor puts before an item: how many spans are open, and the sign.
    sign: Option<(usize, String)>,
}

impl Page {
    fn begin(&mut self, name: &str, tag: &StartTag<()>) {
        // How letters are pronounced stands beside them in a tag that need not be closed.
        self.mute = matches!(name, "rt" | "rp");
        match name {
            "table" => self.open_table(),
            "tr" if self.depth == 1 => {
                self.end_cell();
                if let Some(table) = self.tables.last_mut() {
                    table.push(Vec::new());
                }
            }
            "td" | "th" if self.depth == 1 => {
                self.end_cell();
                self.begin_cell(tag);
            }
            "td" | "th" => self.text.push(" "),
            "ol" | "ul" => {
                self.end_line();
                self.lists
                    .push((name == "ol").then(|| number(tag, "start", 1).saturating_sub(1)));
            }
            "li" => self.begin_item(),
            "p" | "div" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "br" | "tr" => {
                self.end_line();
                if name == "p" && self.lists.is_empty() {
                    self.indent = level(&style(tag)).saturating_sub(1) * 4;
                }
            }
            "span" => {
                if let Some((open, _)) = &mut self.sign {
                    *open += 1;
                } else if style(tag).contains("mso-list:ignore") {
                    self.sign = Some((1, String::new()));
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        self.mute = false;
        match name {
            "table" => {
                if self.depth == 1 {
                    self.end_cell();
                }
                self.depth = self.depth.saturating_sub(1);
            }
            "tr" | "td" | "th" if self.depth == 1 => self.end_cell(),
            "ol" | "ul" => {
                self.end_line();
                self.lists.pop();
            }
            "li" | "p" | "div" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "tr" => self.end_line(),
            "span" => self.end_sign(),
            _ => {}
        }
    }

    fn say(&mut self, text: &str) {
        if self.mute {
            return;
        }
        match &mut self.sign {
            Some((_, sign)) => sign.push_str(text),
            None => self.text.push(text),
        }
    }

    fn open_table(&mut self) {
        if self.depth == 0 {
            self.end_line();
            self.tables.push(Vec::new());
        } else {
            self.text.new_line();
        }
        self.depth += 1;
    }

    fn begin_cell(&mut self, tag: &StartTag<()>) {
        let cell = Cell {
            text: String::new(),
            columns: number(tag, "colspan", 1),
            rows: number(tag, "rowspan", 1),
        };
        if let Some(table) = self.tables.last_mut() {
            if table.is_empty() {
                table.push(Vec::new());
            }
            if let Some(row) = table.last_mut() {
                row.push(cell);
            }
        }
    }

    /// Puts what was read into the last cell, once.
    fn end_cell(&mut self) {
        let text = self.text.take();
        let row = self.tables.last_mut().and_then(|table| table.last_mut());
        if let Some(cell) = row.and_then(|row| row.last_mut())
            && cell.text.is_empty()
        {
            cell.text = text;
        }
    }

    fn begin_item(&mut self) {
        self.end_line();
        let sign = match self.lists.last_mut() {
            Some(Some(n)) => {
                *n += 1;
                format!("{n}. ")
            }
            Some(None) | None => String::from("・"),
        };
        self.indent = self.lists.len().saturating_sub(1) * 4;
        self.text.mark(&sign);
    }

    /// The sign of a word processor: a letter of a face of pictures is a bullet, whatever letter it is.
    fn end_sign(&mut self) {
        let Some((open, sign)) = &mut self.sign else {
            return;
        };
        *open -= 1;
        if *open > 0 {
            return;
        }
        let sign = sign.trim();
        let has_number = sign.chars().count() > 1 || sign.chars().any(char::is_numeric);
        let sign = if has_number {
            format!("{sign} ")
        } else {
            String::from("・")
        };
        self.text.mark(&sign);
        self.sign = None;
    }

    /// Ends a line of the page, or breaks the text of a cell.
    fn end_line(&mut self) {
        if self.depth > 0 {
            self.text.new_line();
            return;
        }
        let text = self.text.take();
        let width = |c: char| if c == '\u{3000}' { 2 } else { 1 };
        let blank = text.chars().take_while(|c| c.is_whitespace()).map(width);
        let line = Line {
            indent: self.indent + blank.sum::<usize>(),
            text: super::tidy::text(&text),
        };
        if !matches!(line.text.as_str(), "" | "・") {
            self.lines.push(line);
        }
    }

    fn found(mut self) -> Option<Found> {
        if self.depth > 0 {
            self.end_cell();
            self.depth = 0;
        } else {
            self.end_line();
        }
        let filled = |rows: &Vec<Vec<Cell>>| {
            let cells = rows.iter().flatten();
            cells.filter(|cell| !cell.text.trim().is_empty()).count()
        };
        let sizes: Vec<usize> = self.tables.iter().map(filled).collect();
        let largest = (0..sizes.len()).max_by_key(|at| (sizes[*at], usize::MAX - at));
        let table = largest
            .filter(|at| sizes[*at] > 0)
            .map(|at| self.tables.swap_remove(at));
        if let Some(table) = table {
            let beside = self.tables.iter().flatten().filter(|row| !row.is_empty());
            let beside = beside.count() + self.lines.len();
            let rows = laid(table);
            let is_wide = rows
                .iter()
                .any(|row| row.iter().filter(|it| !it.trim().is_empty()).count() > 1);
            if is_wide {
                return Some(Found::Table(rows, beside));
            }
            let cells = rows.into_iter().flatten();
            let lines = cells.flat_map(|cell| super::cut::lines(&cell)).collect();
            return Some(Found::Lines(lines));
        }
        // A program that knows no lists puts text there in one block, which its plain form tells better.
        (self.lines.len() > 1).then_some(Found::Lines(self.lines))
    }
}

fn attribute(tag: &StartTag<()>, name: &str) -> Option<String> {
    let value = tag.attributes.get(name.as_bytes())?;
    Some(String::from_utf8_lossy(value).into_owned())
}

fn number(tag: &StartTag<()>, name: &str, usual: usize) -> usize {
    let written = attribute(tag, name).and_then(|it| it.trim().parse().ok());
    written.unwrap_or(usual).clamp(1, 65_534)
}

/// The style of a tag without blanks, in small letters.
fn style(tag: &StartTag<()>) -> String {
    let style = attribute(tag, "style").unwrap_or_default().to_lowercase();
    style.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The level of a word processor's list in `mso-list:l0 level2 lfo1`; zero where it is none.
fn level(style: &str) -> usize {
    let level = style
        .split("mso-list:")
        .nth(1)
        .and_then(|it| it.split("level").nth(1));
    let digit = level.and_then(|it| it.chars().next()?.to_digit(10));
    digit
        .and_then(|it| usize::try_from(it).ok())
        .unwrap_or_default()
}
