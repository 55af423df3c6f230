//! Tables of spreadsheets and word processors.
use kaizu_interchange::{Headed, Pasted, grid};

use super::{page, plain, told};

/// What Excel puts there: a page with styles, a fragment, merged cells and pronunciations.
const EXCEL: &str = r#"<html xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:x="urn:schemas-microsoft-com:office:excel">
<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<style>
<!--table
	{mso-displayed-decimal-separator:"\.";}
td
	{padding:0px; content:"<td>"}
.xl65
	{border:.5pt solid windowtext;}
ruby
	{ruby-align:left;}
-->
</style>
</head>
<body link=blue vlink=purple>
<table border=0 cellpadding=0 cellspacing=0 width=360 style='border-collapse:
 collapse;width:270pt'>
<!--StartFragment-->
 <col width=72 style='width:54pt'>
 <tr height=24 style='height:18.0pt'>
  <td height=24 class=xl65 width=72>担当<span style='display:none'></span></td>
  <td class=xl65>作業<br>
    内容</td>
  <td class=xl65>媒体</td>
  <td class=xl65>所要時間<br>（分）</td>
 </tr>
 <tr height=24>
  <td rowspan=2 height=48 class=xl65>窓口係</td>
  <td class=xl65><ruby>申請書<span style='display:none'><rt>シンセイショ</rt></span></ruby>を受け取る</td>
  <td class=xl65>紙</td>
  <td class=xl65 align=right x:num>3</td>
 </tr>
 <tr height=24>
  <td class=xl65>記入漏れを確認する&nbsp;</td>
  <td class=xl65>紙</td>
  <td class=xl65 align=right>5</td>
 </tr>
 <tr height=24>
  <td class=xl65>係長</td>
  <td class=xl65>決裁&amp;押印</td>
  <td class=xl65>　</td>
  <td class=xl65 align=right>1</td>
 </tr>
<!--EndFragment-->
</table>
</body>
</html>"#;

/// What Word puts there: paragraphs within cells, empty ones of its own kind, lines broken within words.
const WORD: &str = r"<html><head><style><!-- p.MsoNormal {margin:0mm;} --></style></head><body lang=JA>
<!--StartFragment-->
<p class=MsoNormal>業務の流れ<o:p></o:p></p>
<table class=MsoTableGrid border=1 cellspacing=0>
 <tr style='mso-yfti-irow:0'>
  <td width=100 valign=top><p class=MsoNormal><b><span lang=EN-US>No</span></b><o:p></o:p></p></td>
  <td><p class=MsoNormal><b>担当者<o:p></o:p></b></p></td>
  <td><p class=MsoNormal><b>手順<o:p></o:p></b></p></td>
  <td><p class=MsoNormal><b>次<o:p></o:p></b></p></td>
 </tr>
 <tr>
  <td><p class=MsoNormal><span lang=EN-US>1<o:p></o:p></span></p></td>
  <td><p class=MsoNormal>窓口</p></td>
  <td><p class=MsoNormal>申請書の記
入を案内する<o:p></o:p></p></td>
  <td><p class=MsoNormal><span lang=EN-US>2</span></p></td>
 </tr>
 <tr>
  <td><p>2</p></td><td><p>窓口</p></td><td><p>そろっているか</p></td>
  <td><p>はい→<span lang=EN-US>3</span></p><p>いいえ→<span lang=EN-US>1</span></p></td>
 </tr>
 <tr><td><p>3</p></td><td><p>審査係</p></td><td><p>審査する</p></td><td><p>終了</p></td></tr>
</table>
<!--EndFragment--></body></html>";

/// What `LibreOffice` puts there: tags in capitals without an end, fonts, a title row over all columns.
const LIBRE: &str = r#"<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN"><HTML><HEAD><TITLE></TITLE>
<STYLE TYPE="text/css"><!-- BODY,TD { font-family:"游ゴシック" } --></STYLE></HEAD><BODY>
<TABLE CELLSPACING="0" COLS="3" BORDER="0"><COLGROUP SPAN="3" WIDTH="85"></COLGROUP>
<TR><TD COLSPAN=3 HEIGHT="17" ALIGN="LEFT"><FONT FACE="x">給付金の事務</FONT><TD></TR>
<TR><TD HEIGHT="17"><B>部署</B><TD><B>手順</B><TD><B>時間（時間）</B>
<TR><TD HEIGHT="17"><FONT COLOR=black>福祉課</FONT><TD>通知書を印刷する<TD ALIGN="RIGHT" SDVAL="1.5">1.5
<TR><TD HEIGHT="17"><TD>封入する<TD ALIGN="RIGHT">0.5
</TABLE></BODY></HTML>"#;

#[test]
fn tables_of_office_programs_are_read_as_they_look() {
    let excel = page(EXCEL);
    assert_eq!(
        told(&excel),
        "担当|手順|媒体|作業時間分
窓口係|申請書を受け取る|紙|3
|記入漏れを確認する|紙|5
係長|決裁&押印||1"
    );
    let word = page(WORD);
    assert_eq!(
        told(&word),
        "番号|担当|手順|次
1|窓口|申請書の記入を案内する|2
2|窓口|そろっているか|はい→3/いいえ→1
3|審査係|審査する|終了"
    );
    assert_eq!(word.left, 1);
    let libre = page(LIBRE);
    assert_eq!(
        told(&libre),
        "担当|手順|作業時間時間
福祉課|通知書を印刷する|1.5
|封入する|0.5"
    );
    assert_eq!(libre.left, 1);
}

#[test]
fn what_no_page_holds_comes_from_the_text() {
    let both = Pasted {
        plain: "担当\t手順\n窓口\t受け取る",
        html: "<meta charset='utf-8'><span>担当 手順 窓口 受け取る</span>",
    };
    assert_eq!(
        told(&grid(both, Headed::Guessed)),
        "担当|手順\n窓口|受け取る"
    );
}

#[test]
fn broken_pages_give_what_can_be_seen_of_them() {
    let cases = [
        (
            "<table><td>甲<td>紙<tr><td>乙<td>紙",
            "手順|媒体\n甲|紙\n乙|紙",
        ),
        ("<td><li>乙</li></table></tr><li>丙", "手順\n乙\n丙"),
        (
            "<table><tr><td rowspan=99999 colspan=x>甲<td>乙</table>",
            "手順|メモ\n甲|乙",
        ),
        (
            "<table><tr><td>甲<table><tr><td>内<td>側</table><td>乙<tr><td>丙<td>丁",
            "手順|メモ\n甲/内 側|乙\n丙|丁",
        ),
        ("<table><tr><td>&nbsp;</table>", ""),
        (
            "<table><tr><td colspan=99999999>甲<td>乙</table>",
            "手順\n甲",
        ),
    ];
    for (html, wanted) in cases {
        assert_eq!(told(&page(html)), wanted, "{html}");
    }
}

#[test]
fn a_text_is_cut_where_its_program_cut_it() {
    let cases = [
        (
            "担当\t手順\n窓口\t\"受け取り、\n「仮」と\"\"書く\"\"\"",
            "担当|手順\n窓口|受け取り、/「仮」と\"書く\"",
        ),
        (
            "担当\t手順\r\n窓口\t\"半端な引用\r\n",
            "担当|手順\n窓口|\"半端な引用",
        ),
        (
            "担当,手順,分\n窓口,受け取る,3\n窓口,\"数える, 束ねる\",5",
            "担当|手順|作業時間分\n窓口|受け取る|3\n窓口|数える, 束ねる|5",
        ),
        (
            "| 担当 | 手順 |\n|---|:--|\n| 窓口 | 受け取る |",
            "担当|手順\n窓口|受け取る",
        ),
        (
            "給付金の事務\t\t\n作成\t4月1日\t\nNo.\t担当者\t作業内容\n1\t窓口\t受け取る",
            "番号|担当|手順\n1|窓口|受け取る",
        ),
        (
            "担当\t手順\t\n窓口\t受け取る\t\n担当\t手順\t\n係\t送る\t",
            "担当|手順\n窓口|受け取る\n係|送る",
        ),
    ];
    for (text, wanted) in cases {
        assert_eq!(told(&plain(text)), wanted, "{text}");
    }
}

#[test]
fn without_a_head_columns_are_known_by_what_stands_in_them() {
    let cases = [
        (
            "1\t窓口\t受け取る\t紙\t3分\n2\t窓口\t数える\t紙\t5\n3\t係\t送る\tメール\t1時間",
            "番号|担当|手順|媒体|作業時間",
        ),
        ("受け取る\t15\n数える\t5", "手順|作業時間"),
        (
            "受け取る\t受領\t紙→電子\n数える\t確認\t電子",
            "手順|種類|媒体",
        ),
        (
            "受け取る\t期限に注意する\n数える\t束ねてから数える",
            "手順|メモ",
        ),
        (
            "1\t受け取る\t2\n2\t数える\t3\n3\t送る\t終わり",
            "番号|手順|次",
        ),
    ];
    for (text, wanted) in cases {
        let told = told(&plain(text));
        assert_eq!(told.lines().next(), Some(wanted), "{text}");
    }
}

#[test]
fn a_person_says_whether_the_first_row_is_a_head() {
    let pasted = Pasted {
        plain: "担当\t手順\n窓口\t受け取る",
        html: "",
    };
    let never = grid(pasted, Headed::Never);
    assert_eq!((never.head.len(), never.rows.len()), (0, 2));
    let pasted = Pasted {
        plain: "だれ\tなに\n窓口\t受け取る",
        html: "",
    };
    let first = grid(pasted, Headed::First);
    assert_eq!((first.head.len(), first.rows.len()), (2, 1));
    assert_eq!(grid(pasted, Headed::Guessed).rows.len(), 2);
}
