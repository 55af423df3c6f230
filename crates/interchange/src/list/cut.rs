//! Plain text: a table where tabs, strokes or commas part its cells, else lines.
use super::{Found, Line, head, tidy};

/// What `text` holds.
pub(super) fn found(text: &str) -> Found {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.contains('\t') && is_tabbed(text) {
        return Found::Table(cells(text, '\t'), 0);
    }
    // A single column, too, has its cells in quotes where lines break in them.
    let single = cells(text, '\t');
    if single.iter().flatten().any(|cell| cell.contains('\n')) {
        return Found::Table(single, 0);
    }
    if let Some((table, left)) = drawn(text) {
        return Found::Table(table, left);
    }
    if text.contains(',') {
        let table = cells(text, ',');
        let is_even = table.iter().all(|row| row.len() == table[0].len());
        if table.len() > 1 && table[0].len() > 1 && is_even && head::row(&table) == Some(0) {
            return Found::Table(table, 0);
        }
    }
    Found::Lines(lines(text))
}

/// Whether tabs stand within lines; before a line they only move it in, behind the number of a list they are a blank.
fn is_tabbed(text: &str) -> bool {
    let inner = text.lines().filter(|line| {
        let line = line.trim_matches(|c: char| c.is_whitespace() && c != '\t');
        let line = line.trim_start_matches('\t');
        line.split_once('\t').is_some_and(|(first, rest)| {
            let is_marker =
                super::marker::cut(&format!("{first} x")).is_some_and(|it| it.rest == "x");
            !is_marker || rest.trim_end().contains('\t')
        })
    });
    let all = text.lines().filter(|line| !line.trim().is_empty()).count();
    inner.count() * 2 >= all.min(2)
}

/// The cells between `separator`s; quotes hold together what has separators, breaks or quotes in it, as spreadsheets write it.
fn cells(text: &str, separator: char) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut row: Vec<String> = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (cell, behind) = cell(rest, separator);
        row.push(cell);
        rest = behind;
        if let Some(next) = rest.strip_prefix(separator) {
            rest = next;
            if rest.is_empty() {
                row.push(String::new());
            }
            continue;
        }
        rest = rest.strip_prefix('\r').unwrap_or(rest);
        rest = rest.strip_prefix('\n').unwrap_or(rest);
        rows.push(std::mem::take(&mut row));
    }
    if !row.is_empty() {
        rows.push(row);
    }
    rows
}

/// One cell, and what stands behind it. A quote that never closes is a letter like any other.
fn cell(text: &str, separator: char) -> (String, &str) {
    let is_end = |c: char| c == separator || c == '\n' || c == '\r';
    if let Some(inner) = text.strip_prefix('"') {
        let mut said = String::new();
        let mut rest = inner;
        while let Some((before, behind)) = rest.split_once('"') {
            said.push_str(before);
            if let Some(more) = behind.strip_prefix('"') {
                said.push('"');
                rest = more;
            } else if behind.is_empty() || behind.starts_with(is_end) {
                return (said, behind);
            } else {
                break;
            }
        }
    }
    let end = text.find(is_end).unwrap_or(text.len());
    let (cell, behind) = text.split_at(end);
    (cell.to_owned(), behind)
}

/// A table drawn with strokes, as in notes: `| 担当 | 手順 |`; and how many lines stand around it.
fn drawn(text: &str) -> Option<(Vec<Vec<String>>, usize)> {
    let lines: Vec<&str> = text
        .lines()
        .map(str::trim)
        .filter(|it| !it.is_empty())
        .collect();
    let is_row = |line: &&str| line.len() > 2 && line.starts_with('|') && line.ends_with('|');
    let rows: Vec<&str> = lines.iter().copied().filter(is_row).collect();
    let is_rule = |row: &str| row.contains("--") && row.chars().all(|c| "|-: ".contains(c));
    if rows.len() < 2 || rows.len() * 2 < lines.len() {
        return None;
    }
    let cells = rows.iter().filter(|row| !is_rule(row)).map(|row| {
        let row = row.trim_matches('|').split('|');
        row.map(|cell| cell.trim().to_owned()).collect()
    });
    Some((cells.collect(), lines.len() - rows.len()))
}

/// The lines that hold something, and how far each is moved in: a wide blank counts for two.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let all = text.lines().map(|text| {
        let width = |c: char| match c {
            '\u{3000}' => Some(2),
            '\t' => Some(4),
            _ if c.is_whitespace() => Some(1),
            _ => None,
        };
        Line {
            indent: text.chars().map_while(width).sum(),
            text: tidy::line(text).trim().to_owned(),
        }
    });
    all.filter(|line| !line.text.is_empty()).collect()
}
