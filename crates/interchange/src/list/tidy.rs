//! Texts and tables freed of what cannot be seen.

/// A cell or line without signs of control, with its blanks at both ends gone; line breaks stay.
pub(super) fn text(text: &str) -> String {
    let lines = text.lines().map(|line| {
        let seen: String = line.chars().filter_map(seen).collect();
        seen.trim().to_owned()
    });
    let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

/// A line as it stands, without signs of control.
pub(super) fn line(text: &str) -> String {
    text.chars().filter_map(seen).collect()
}

fn seen(c: char) -> Option<char> {
    match c {
        '\t' | '\u{a0}' | '\u{2002}'..='\u{200a}' | '\u{202f}' => Some(' '),
        '\u{feff}' | '\u{200b}' | '\u{2060}' | '\u{fffd}' => None,
        _ if c.is_control() => None,
        _ => Some(c),
    }
}

/// Cells made tidy, without empty rows and columns, all rows equally long.
pub(super) fn table(cells: Vec<Vec<String>>, most: usize) -> Vec<Vec<String>> {
    let rows = cells.into_iter().map(|row| {
        let row = row.into_iter().take(most);
        row.map(|cell| text(&cell)).collect::<Vec<String>>()
    });
    let rows: Vec<Vec<String>> = rows
        .filter(|row| row.iter().any(|cell| !cell.is_empty()))
        .collect();
    let width = rows.iter().map(Vec::len).max().unwrap_or_default();
    let is_used: Vec<bool> = (0..width)
        .map(|at| {
            rows.iter()
                .any(|row| row.get(at).is_some_and(|it| !it.is_empty()))
        })
        .collect();
    let used = |row: Vec<String>| {
        let padded = row.into_iter().chain(std::iter::repeat(String::new()));
        let both = padded.zip(&is_used).filter(|(_, is_used)| **is_used);
        both.map(|(cell, _)| cell).collect()
    };
    rows.into_iter().map(used).collect()
}
