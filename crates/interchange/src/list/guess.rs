//! What a column is about: by its name, else by what stands in it.
use std::collections::BTreeSet;

use kaizu_model::notation::Heading;
use kaizu_model::{Basis, Column, Medium, StepKind, folded};

use super::head;

/// What each column most likely says. Each thing is said by one column, and one says what the steps are called.
pub(super) fn headings(head: &[String], rows: &[Vec<String>]) -> Vec<Heading> {
    let width = rows.first().map_or(head.len(), Vec::len).max(head.len());
    let mut headings: Vec<Heading> = (0..width)
        .map(|at| head.get(at).map(|it| head::heading(it)).unwrap_or_default())
        .collect();
    for at in 0..width {
        let column = headings[at].column;
        let is_there = headings[..at].iter().any(|it| it.column == column);
        if column.is_some() && is_there {
            headings[at] = Heading::default();
        }
    }
    let columns: Vec<Values> = (0..width).map(|at| Values::of(rows, at)).collect();
    if head.is_empty() {
        by_values(&columns, &mut headings);
    }
    name(&columns, &mut headings);
    headings
}

/// Guesses from values alone, the surest first.
fn by_values(columns: &[Values], headings: &mut [Heading]) {
    type Test = fn(&Values) -> bool;
    let tests: &[(Column, Test)] = &[
        (Column::Number, Values::counts),
        (Column::Media, |it| it.mostly(is_media)),
        (Column::Kind, |it| {
            it.mostly(|text| StepKind::spelled(text).is_some())
        }),
        (Column::Basis, |it| {
            it.mostly(|text| Basis::spelled(text).is_some())
        }),
        (Column::Next, Values::leads),
        (Column::Minutes, |it| it.mostly(is_time)),
        (Column::Lane, Values::repeats),
    ];
    for (column, fits) in tests {
        let free = |at: &usize| headings[*at].column.is_none() && !columns[*at].all.is_empty();
        let found = (0..columns.len())
            .filter(free)
            .find(|at| fits(&columns[*at]));
        if let Some(at) = found {
            headings[at].column = Some(*column);
        }
    }
}

/// Lets one column say what the steps are called, and one behind it what else there is to say.
fn name(columns: &[Values], headings: &mut [Heading]) {
    let has = |headings: &[Heading], column| headings.iter().any(|it| it.column == Some(column));
    let is_free = |headings: &[Heading], at: usize| headings[at].column.is_none();
    if !has(headings, Column::Name) {
        let free = (0..columns.len()).filter(|at| is_free(headings, *at));
        let longest = free.max_by_key(|at| (columns[*at].distinct, columns.len() - at));
        let Some(at) = longest.filter(|at| !columns[*at].all.is_empty()) else {
            // A table of one column that looks like something else is a list of steps all the same.
            if let [only] = headings {
                only.column = Some(Column::Name);
            }
            return;
        };
        headings[at].column = Some(Column::Name);
    }
    let is_named = headings
        .iter()
        .position(|it| it.column == Some(Column::Name));
    if !has(headings, Column::Note) {
        let free = (0..columns.len()).filter(|at| is_free(headings, *at));
        let behind = free.filter(|at| Some(*at) > is_named && columns[*at].is_wordy());
        if let Some(at) = behind.max_by_key(|at| columns[*at].letters) {
            headings[at].column = Some(Column::Note);
        }
    }
}

/// What stands in one column.
struct Values {
    /// As it is compared, without empty cells.
    all: Vec<String>,
    distinct: usize,
    letters: usize,
}

impl Values {
    fn of(rows: &[Vec<String>], at: usize) -> Self {
        let cells = rows.iter().filter_map(|row| row.get(at));
        let all: Vec<String> = cells
            .map(|it| folded(it))
            .filter(|it| !it.is_empty())
            .collect();
        Self {
            distinct: all.iter().collect::<BTreeSet<_>>().len(),
            letters: all.iter().map(|it| it.chars().count()).sum(),
            all,
        }
    }

    /// Whether two thirds of the cells are so.
    fn mostly(&self, is_so: impl Fn(&str) -> bool) -> bool {
        let n = self.all.iter().filter(|it| is_so(it)).count();
        n > 0 && n * 3 >= self.all.len() * 2
    }

    /// Whether it numbers the rows: each number is larger than the one before.
    fn counts(&self) -> bool {
        let numbers: Option<Vec<u32>> = self.all.iter().map(|it| it.parse().ok()).collect();
        numbers.is_some_and(|it| it.len() > 1 && it.windows(2).all(|pair| pair[0] < pair[1]))
    }

    /// Whether it says where rows lead: several arrows, or numbers of which most are one more than that of the row.
    fn leads(&self) -> bool {
        let arrows = self
            .all
            .iter()
            .filter(|it| it.contains('→') || it.contains("->"));
        let is_place = |it: &String| it.parse::<u32>().is_ok() || it.chars().count() > 3;
        let follows = self
            .all
            .iter()
            .zip(2_u32..)
            .filter(|(it, n)| it.parse() == Ok(*n))
            .count();
        let media = self.mostly(is_media);
        let is_arrowed = arrows.clone().count() > 0
            && arrows
                .clone()
                .any(|it| it.contains(|c: char| c.is_ascii_digit()));
        !media
            && ((follows > 1 && follows * 2 >= self.all.len())
                || (is_arrowed && self.mostly(|it| is_place(&it.to_owned()))))
    }

    /// Whether few short words come again and again: who does it.
    fn repeats(&self) -> bool {
        let is_short = |it: &str| it.chars().count() <= 12 && !is_time(it);
        let most = (self.all.len() * 2 / 3).max(1);
        self.all.len() > 1 && self.distinct <= most && self.mostly(is_short)
    }

    fn is_wordy(&self) -> bool {
        !self.all.is_empty() && !self.mostly(|it| it.chars().all(char::is_numeric))
    }
}

fn is_media(text: &str) -> bool {
    let mut sides = text
        .split(['→', '>'])
        .map(|it| it.trim_end_matches(['-', '=']).trim());
    sides.all(|side| Medium::spelled(side).is_some())
}

/// Whether a cell writes a time: 15, 1.5, 「15分」, `0:15`.
fn is_time(text: &str) -> bool {
    let ends = ["分間", "分", "時間", "時間半", "秒", "min", "h"];
    let bare = ends
        .iter()
        .find_map(|end| text.strip_suffix(end))
        .unwrap_or(text)
        .trim();
    bare.starts_with(|c: char| c.is_ascii_digit() || c == '約')
        && bare
            .chars()
            .all(|c| c.is_ascii_digit() || ".:,約〜~- 時間分".contains(c))
}
