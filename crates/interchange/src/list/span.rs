//! Cells that reach over several rows and columns, laid out one by one.

/// A cell as a program writes it.
#[derive(Clone, Debug, Default)]
pub(super) struct Cell {
    pub(super) text: String,
    pub(super) columns: usize,
    pub(super) rows: usize,
}

/// No table is wider than this, whatever its cells say.
const WIDEST: usize = 200;

/// Every cell at its place. What a merged cell says stands at its upper left; the rest of it is empty.
pub(super) fn laid(rows: Vec<Vec<Cell>>) -> Vec<Vec<String>> {
    let mut over: Vec<usize> = Vec::new();
    let mut laid = Vec::with_capacity(rows.len());
    for cells in rows {
        let mut row: Vec<String> = Vec::new();
        for cell in cells {
            covered(&mut row, &mut over);
            for nth in 0..cell.columns.max(1) {
                if row.len() >= WIDEST {
                    break;
                }
                let at = row.len();
                if over.len() <= at {
                    over.resize(at + 1, 0);
                }
                if let Some(left) = over.get_mut(at) {
                    *left = cell.rows.saturating_sub(1);
                }
                row.push(if nth == 0 {
                    cell.text.clone()
                } else {
                    String::new()
                });
            }
        }
        // What still reaches down behind the last cell of the row.
        while row.len() < over.len() {
            let at = row.len();
            if let Some(left) = over.get_mut(at) {
                *left = left.saturating_sub(1);
            }
            row.push(String::new());
        }
        laid.push(row);
    }
    laid
}

/// Passes over the places that cells from above take.
fn covered(row: &mut Vec<String>, over: &mut [usize]) {
    while let Some(left) = over.get_mut(row.len()).filter(|left| **left > 0) {
        *left -= 1;
        row.push(String::new());
    }
}
