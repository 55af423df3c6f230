//! Heads of two rows, and cells of several lines.
use super::{page, plain, told};

#[test]
fn a_head_of_two_rows_is_one_heading_a_column() {
    let cases = [
        (
            "担当\t手順\t処理時間\t待ち\n\t\t分\t日\n窓口\t受け取る\t3\t1",
            "担当|手順|作業時間分|待ち日\n窓口|受け取る|3|1",
            "担当|手順|処理時間 / 分|待ち / 日",
        ),
        (
            "担当\t手順\t時間\t\t備考\n\t\t作業\t待ち\t\n窓口\t受け取る\t3\t2\t急ぐ",
            "担当|手順|作業時間|待ち|メモ\n窓口|受け取る|3|2|急ぐ",
            "担当|手順|時間 / 作業|時間 / 待ち|備考",
        ),
        (
            "給付金の事務\t\t\t\n\t\t所要時間\t\n担当\t手順\t作業\t待ち\n窓口\t受け取る\t3\t2",
            "担当|手順|作業時間|待ち\n窓口|受け取る|3|2",
            "担当|手順|所要時間 / 作業|所要時間 / 待ち",
        ),
        (
            "誰が\tやること\t媒体\t\n\t\t元\t結果\n窓口\t受け取る\t紙\t電子",
            "担当|手順|元の媒体|結果の媒体\n窓口|受け取る|紙|電子",
            "誰が|やること|媒体 / 元|媒体 / 結果",
        ),
        (
            "担当\t手順\t時間\nWho\tWhat\tMinutes\n窓口\t受け取る\t3",
            "担当|手順|作業時間分\n窓口|受け取る|3",
            "担当 / Who|手順 / What|時間 / Minutes",
        ),
    ];
    for (text, wanted, head) in cases {
        let grid = plain(text);
        assert_eq!(told(&grid), wanted, "{text}");
        assert_eq!(grid.head.join("|"), head, "{text}");
    }
}

#[test]
fn merged_cells_of_a_page_make_a_head_of_two_rows() {
    let grid = page(
        "<table><tr><th rowspan=2>担当<th rowspan=2>手順<th colspan=2>処理時間<tr><th>分<th>件数\
         <tr><td rowspan=2>窓口<td>申請書を<br>受け取る<td>3<td>10<tr><td>数える<td>5<td>10</table>",
    );
    assert_eq!(
        grid.head.join("|"),
        "担当|手順|処理時間 / 分|処理時間 / 件数"
    );
    assert_eq!(grid.rows[0].join("|"), "窓口|申請書を\n受け取る|3|10");
    assert_eq!(grid.headings[2].unit, Some("分"));
    assert_eq!(grid.rows.len(), 2);
}

#[test]
fn a_first_row_of_short_words_is_a_row() {
    let cases = [
        ("担当\t手順\t媒体\n窓口\t\t紙\n係\t送る\t紙", 2),
        ("担当\t手順\t備考\n\t受け取る\t時間\n係\t送る\t", 2),
        ("担当\t手順\t分\n担当\t手順\t分\n係\t送る\t3", 1),
        ("所管\t市民課\n担当\t手順\n係\t送る", 1),
    ];
    for (text, n) in cases {
        let grid = plain(text);
        assert_eq!(grid.rows.len(), n, "{text}");
        assert!(!grid.head.concat().contains('/'), "{text}");
    }
}

#[test]
fn lines_within_a_cell_stay_in_it() {
    let table = plain("手順\t読む項目\n\"申請書を\r\n受け取る\"\t\"氏名\n住所\"\n数える\t");
    assert_eq!(
        told(&table),
        "手順|読む項目\n申請書を/受け取る|氏名/住所\n数える|"
    );
    let column = plain("手順\n\"申請書を\n受け取る\"\n数える");
    assert_eq!(told(&column), "手順\n申請書を/受け取る\n数える");
}
