//! Lists and tables as people paste them from other programs: what stands in which row and column, and what each column is
//! most likely about.
mod condition;
mod cut;
mod guess;
mod halves;
mod head;
mod html;
mod item;
mod letters;
mod marker;
mod outline;
mod span;
mod tidy;

use kaizu_model::notation::Heading;

/// What was on the clipboard, or in a field.
#[derive(Clone, Copy, Debug, Default)]
pub struct Pasted<'a> {
    /// As text.
    pub plain: &'a str,
    /// As HTML; empty where there was none.
    pub html: &'a str,
}

/// Whether the first row names the columns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Headed {
    /// Where it looks so.
    #[default]
    Guessed,
    /// It does.
    First,
    /// It does not.
    Never,
}

/// What was pasted, by rows and columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// Whether it is a table, and no list of lines.
    pub is_table: bool,
    /// The row that names the columns; empty where none does.
    pub head: Vec<String>,
    /// What the columns most likely say, as many as there are.
    pub headings: Vec<Heading>,
    /// The rows below the head; every one as long as the headings.
    pub rows: Vec<Vec<String>>,
    /// How many rows and lines are no part of it: those above the head, beside the table, and beyond the most.
    pub left: usize,
}

/// No process of people has more steps.
pub const MOST_ROWS: usize = 1000;
/// No table of steps is wider.
const MOST_COLUMNS: usize = 40;

/// A table or a list as it was found, before anything is known of its columns.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Found {
    /// Cells, and how many lines stand around them.
    Table(Vec<Vec<String>>, usize),
    Lines(Vec<Line>),
}

/// A line of a list, and how far it is moved in.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Line {
    indent: usize,
    text: String,
}

/// What was pasted, by rows and columns. Anything can be read, though nothing may come of it.
pub fn grid(pasted: Pasted, headed: Headed) -> Grid {
    let found = html::found(pasted.html).unwrap_or_else(|| cut::found(pasted.plain));
    let mut grid = match found {
        Found::Table(cells, left) => table(cells, left, headed),
        Found::Lines(lines) => outline::grid(&lines),
    };
    let beyond = grid.rows.len().saturating_sub(MOST_ROWS);
    grid.rows.truncate(MOST_ROWS);
    grid.left += beyond;
    grid
}

/// Whether `text` shows by itself that it is a table or a list: it is parted by tabs, or its lines have numbers or bullets.
pub fn is_list(text: &str) -> bool {
    match cut::found(text) {
        Found::Table(..) => true,
        Found::Lines(lines) => {
            let marked = lines
                .iter()
                .filter(|line| marker::cut(&line.text).is_some());
            lines.len() > 1 && marked.count() * 2 >= lines.len()
        }
    }
}

/// A table with its head found and its columns guessed.
fn table(cells: Vec<Vec<String>>, left: usize, headed: Headed) -> Grid {
    let mut rows = tidy::table(cells, MOST_COLUMNS);
    let head = match headed {
        Headed::Never => None,
        Headed::First => head::found(&rows).or_else(|| head::at_row(&rows, 0)),
        Headed::Guessed => head::found(&rows),
    };
    let (above, head, said) = match head {
        Some(head) => {
            let said: Vec<Vec<String>> = rows.drain(..head.rows.end).collect();
            (head.rows.start, head.cells, said)
        }
        None => (0, Vec::new(), Vec::new()),
    };
    // A head that is repeated on every page of a long table is no step.
    let said = said.get(above..).unwrap_or_default();
    rows.retain(|row| !said.contains(row));
    let headings = guess::headings(&head, &rows);
    Grid {
        is_table: true,
        left: left + above,
        head,
        headings,
        rows,
    }
}
