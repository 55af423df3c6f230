//! Lists and tables as other programs put them on the clipboard.
mod any;
mod halves;
mod outlines;
mod tables;

use kaizu_interchange::{Grid, Headed, Pasted, grid};

/// The grid of a text.
fn plain(text: &str) -> Grid {
    grid(
        Pasted {
            plain: text,
            html: "",
        },
        Headed::Guessed,
    )
}

/// The grid of a page that has no plain form.
fn page(html: &str) -> Grid {
    grid(Pasted { plain: "", html }, Headed::Guessed)
}

/// A grid as lines: what each column is about, then row by row; `/` stands for a break within a cell.
fn told(grid: &Grid) -> String {
    let word = |it: &kaizu_model::notation::Heading| {
        let column = it.column.map_or("?", |it| it.ja());
        format!("{column}{}", it.unit.unwrap_or_default())
    };
    let head: Vec<String> = grid.headings.iter().map(word).collect();
    let mut lines = vec![head.join("|")];
    lines.extend(grid.rows.iter().map(|row| row.join("|").replace('\n', "/")));
    lines.join("\n")
}
