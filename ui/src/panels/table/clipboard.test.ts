/** What Excel and pages put on the clipboard is read as it was meant, and comes back as it was. @vitest-environment happy-dom */
import { expect, test } from "vitest";
import { fromHtml, fromTsv, readClipboard, toHtml, toTsv } from "./clipboard";

const tricky = [
  ["受け付ける", "5", ""],
  ['「"」を\n確かめる', "タブ\tあり", "=SUM(A1)"],
  ["-5", "@担当", "'引用'"],
];

test("what is copied as text comes back as it was", () => {
  expect(fromTsv(toTsv(tricky))).toEqual(tricky);
});

test("what is copied as a table comes back as it was", () => {
  expect(fromHtml(toHtml(tricky))).toEqual(
    tricky.map((row) => row.map((cell) => cell.replace("\t", " "))),
  );
});

test("nothing that looks like a formula is one where it is pasted", () => {
  const formulas = [["=1+1", "+A1", "-A1", "@A1", "-1.5", "+3"]];
  expect(toTsv(formulas)).toBe("'=1+1\t'+A1\t'-A1\t'@A1\t-1.5\t+3");
  expect(toHtml(formulas).match(/mso-number-format/g)).toHaveLength(4);
});

test("cells in quotes have lines, tabs and quotes of their own", () => {
  expect(fromTsv('"一行目\r\n二行目"\t"a ""b"" c"\r\n"x\ty"\t\r\n')).toEqual([
    ["一行目\n二行目", 'a "b" c'],
    ["x\ty", ""],
  ]);
  expect(fromTsv('5"\tb')).toEqual([['5"', "b"]]);
  expect(fromTsv("")).toEqual([[""]]);
});

const EXCEL = `<html><head><style><!--td {color:black;}--></style></head><body>
<table border=0 style='border-collapse:collapse'><!--StartFragment-->
 <tr height=18><td class=xl65 style='height:13.5pt'>受付<br>
  印を押す</td><td align=right>1,200</td></tr>
 <tr><td colspan=2>まとめ&nbsp;&amp; 記入</td></tr>
<!--EndFragment--></table></body></html>`;

test("a table of Excel is read cell by cell", () => {
  expect(fromHtml(EXCEL)).toEqual([
    ["受付\n印を押す", "1,200"],
    ["まとめ & 記入", ""],
  ]);
});

test("what spans rows stands in the first of them", () => {
  const html = "<table><tr><td rowspan=2>窓口<td>甲<tr><td>乙</table>";
  expect(fromHtml(html)).toEqual([
    ["窓口", "甲"],
    ["", "乙"],
  ]);
});

test("a table comes before the text beside it, and text alone is enough", () => {
  expect(readClipboard(EXCEL, "a\tb")[0]?.[1]).toBe("1,200");
  expect(readClipboard("<p>a b</p>", "a\tb")).toEqual([["a", "b"]]);
});
