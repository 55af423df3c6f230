//! Lists: bullets, numbers, lines moved in, conditions.
use super::{page, plain, told};

const CASES: &[(&str, &str)] = &[
    ("受け取る\n数える", "手順\n受け取る\n数える"),
    ("・受け取る\n・数える", "手順\n受け取る\n数える"),
    ("① 受け取る\n② 数える", "手順\n受け取る\n数える"),
    ("1.\t受け取る\n2.\t数える", "手順\n受け取る\n数える"),
    (
        "窓口：受け取る\n係長: 決裁する",
        "担当|手順\n窓口|受け取る\n係長|決裁する",
    ),
    (
        "1. 【窓口】受け取る\n2. 【係長】決裁する",
        "担当|手順\n窓口|受け取る\n係長|決裁する",
    ),
    (
        "1. 申請書を受け取り、\n   日付を押す\n2. 数える\n   ※束ねてから",
        "手順|メモ\n申請書を受け取り、日付を押す|\n数える|束ねてから",
    ),
    (
        "受付\n1. 受け取る\n2. 数える\n【審査】\n3. 審査する",
        "工程|手順\n受付|受け取る\n受付|数える\n審査|審査する",
    ),
    (
        "1 受付\n　(1) 受け取る\n　(2) 数える\n2 審査\n　(1) 審査する",
        "工程|手順\n受付|受け取る\n受付|数える\n審査|審査する",
    ),
    (
        "1. 受け取る\n2. 確認する\n  ・氏名\n  ・住所\n3. 送る",
        "手順|メモ\n受け取る|\n確認する|氏名/住所\n送る|",
    ),
    (
        "1. 受け取る\n2. 書類はそろっているか\n  ・もし足りなければ、補正を頼む\n3. 送る",
        "番号|手順|次\n1|受け取る|\n2|書類はそろっているか|足りなければ → 2-1/→ 3\n2-1|補正を頼む|3\n3|送る|",
    ),
    (
        "1. 受け取る\n2. そろっているか\n  ・不備の場合：1へ戻る\n  ・不備なし：3へ進む\n3. 送る",
        "番号|手順|次\n1|受け取る|\n2|そろっているか|不備の場合 → 1/不備なし → 3\n3|送る|",
    ),
    (
        "受け取る\n確認する\nもし不備なら、補正を頼む\n送る",
        "番号|手順|次\n1|受け取る|\n2|確認する|不備なら → 2-1/→ 3\n2-1|補正を頼む|3\n3|送る|",
    ),
    (
        "1. 受け取る\n   → 3\n2. 数える\n3. 送る",
        "番号|手順|次\n1|受け取る|3\n2|数える|\n3|送る|",
    ),
    ("受け取る", "手順\n受け取る"),
    ("", ""),
    ("\n \n　\n", ""),
    (
        "\u{feff}・استلام الطلب\n・مراجعة",
        "手順\nاستلام الطلب\nمراجعة",
    ),
    (
        "・受\u{0}け\u{8}取る\u{200b}\n・数える\u{1b}[0m",
        "手順\n受け取る\n数える[0m",
    ),
];

#[test]
fn a_list_is_read_item_by_item() {
    for (text, wanted) in CASES {
        assert_eq!(told(&plain(text)), *wanted, "{text}");
    }
}

#[test]
fn lists_of_pages_and_of_word_are_read_alike() {
    let page_list = "<ol><li>受け取る<li>確認する<ul><li>氏名<li>住所</ul><li>送る</ol>";
    let word = "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US><span
style='mso-list:Ignore'>1.<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span></span><![endif]>受け取る</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>2.<span>&nbsp; </span></span>確認する</p>
<p class=MsoListParagraph style='mso-list:l1 level2 lfo1'><span style='mso-list:Ignore'>l<span>&nbsp; </span></span>氏名</p>
<p class=MsoListParagraph style='mso-list:l1 level2 lfo1'><span style='mso-list:Ignore'>l<span>&nbsp; </span></span>住所</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>3.<span>&nbsp; </span></span>送る</p>";
    for html in [page_list, word] {
        assert_eq!(
            told(&page(html)),
            "手順|メモ\n受け取る|\n確認する|氏名/住所\n送る|",
            "{html}"
        );
    }
}
