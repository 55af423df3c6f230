//! Whatever is pasted, something can be said of it, and soon.
use std::fmt::Write as _;

use kaizu_interchange::{Headed, MOST_ROWS, Pasted, grid};
use proptest::prelude::*;

use super::{page, plain};

#[test]
fn ten_thousand_rows_are_cut_and_counted() {
    let mut text = String::from("担当\t手順\t分\n");
    let mut html = String::from("<table><tr><th>担当<th>手順<th>分");
    for n in 0..10_000 {
        writeln!(text, "窓口\t手順その{n}\t5").unwrap();
        write!(html, "<tr><td>窓口</td><td>手順その{n}</td><td>5").unwrap();
    }
    for grid in [plain(&text), page(&html)] {
        assert_eq!(
            (grid.rows.len(), grid.left),
            (MOST_ROWS, 10_000 - MOST_ROWS)
        );
    }
    let mut lines = String::new();
    for n in 0..10_000 {
        writeln!(lines, "{n}. 手順その{n}").unwrap();
    }
    assert_eq!(plain(&lines).rows.len(), MOST_ROWS);
    let mut deep = String::new();
    for n in 0..2_000 {
        writeln!(deep, "{}・手順その{n}", " ".repeat(n)).unwrap();
    }
    assert!(!plain(&deep).rows.is_empty());
}

fn a_piece() -> impl Strategy<Value = String> {
    const PIECES: &[&str] = &[
        "<table>",
        "</table>",
        "<tr>",
        "<td>",
        "<td rowspan=3 colspan=2>",
        "</td>",
        "<li>",
        "<ol>",
        "</ul>",
        "<p>",
        "<br>",
        "<style>",
        "</style>",
        "<span style='mso-list:Ignore'>",
        "</span>",
        "<rt>",
        "<!--",
        "&amp;",
        "担当",
        "手順",
        "紙",
        "1. ",
        "・",
        "（1）",
        "2-1 ",
        "\t",
        "\n",
        "\"",
        ",",
        "|",
        "　",
        "もし",
        "場合は",
        "→",
        "：",
        "3へ",
        "窓口",
        "\u{202e}",
        "\0",
    ];
    prop_oneof![4 => prop::sample::select(PIECES).prop_map(str::to_owned), 1 => any::<String>()]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_gives_an_even_grid(pieces in prop::collection::vec(a_piece(), 0..40), as_page in any::<bool>()) {
        let text = pieces.concat();
        let (plain, html) = if as_page { ("", text.as_str()) } else { (text.as_str(), "") };
        for headed in [Headed::Guessed, Headed::First, Headed::Never] {
            let grid = grid(Pasted { plain, html }, headed);
            prop_assert!(grid.rows.iter().all(|row| row.len() == grid.headings.len()));
            prop_assert!(grid.head.is_empty() || grid.head.len() == grid.headings.len());
        }
    }
}
