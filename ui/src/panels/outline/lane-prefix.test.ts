/** What the field for the next step understands. */
import { expect, test } from "vitest";
import { drawn } from "../drawn";
import { lanesOf } from "../flow-records";
import { isWay, kindOfLane, readTyped } from "./lane-prefix";

const LANES = lanesOf(drawn({ lanes: ["住民", "ＡＢ担当"], nodes: [] }));

test("a name alone says nothing of the lane", () => {
  expect(readTyped("申請書を受け取る ", LANES)).toEqual({ name: "申請書を受け取る" });
});

test("a lane before a colon of either width is found by its name, however it is typed", () => {
  expect(readTyped("ab担当：入力する", LANES)).toEqual({
    name: "入力する",
    lane: { id: "lane/2" },
  });
  expect(readTyped("住民: 記入する", LANES)).toEqual({ name: "記入する", lane: { id: "lane/1" } });
});

test("a lane that is not there yet is to be made", () => {
  expect(readTyped("窓口：受け取る", LANES)).toEqual({ name: "受け取る", lane: { name: "窓口" } });
});

test("a lane without a step yet has no name to add", () => {
  expect(readTyped("窓口：", LANES)).toEqual({ name: "", lane: { name: "窓口" } });
});

test("a time of day is no lane", () => {
  expect(readTyped("17:15に締める", LANES)).toEqual({ name: "17:15に締める" });
  expect(readTyped("１７：１５に締める", LANES)).toEqual({ name: "１７：１５に締める" });
});

test("a colon at the beginning belongs to the name", () => {
  expect(readTyped(":受け取る", LANES)).toEqual({ name: ":受け取る" });
});

test("a diamond or the word before a colon begins a branch", () => {
  const branch = { name: "不備はあるか", isBranch: true };
  expect(readTyped("◇ 不備はあるか", LANES)).toEqual(branch);
  expect(readTyped("◇不備はあるか", LANES)).toEqual(branch);
  expect(readTyped("分岐：不備はあるか", LANES)).toEqual(branch);
  expect(readTyped("Branch: complete?", LANES)).toEqual({ name: "complete?", isBranch: true });
  expect(readTyped("◇", LANES)).toEqual({ name: "", isBranch: true });
});

test("もし begins a branch as well", () => {
  const branch = { name: "書類が足りなければ", isBranch: true };
  expect(readTyped("もし書類が足りなければ", LANES)).toEqual(branch);
  expect(readTyped("もし、書類が足りなければ", LANES)).toEqual(branch);
  expect(readTyped("住民：もし 書類が足りなければ", LANES)).toEqual({
    ...branch,
    lane: { id: "lane/1" },
  });
  for (const name of ["もしもしと電話に出る", "もしくは郵送で受け取る", "もしかすると直す"]) {
    expect(readTyped(name, LANES)).toEqual({ name });
  }
});

test("behind もし stands when, and behind a colon what is done then; a lane that is there stays one", () => {
  const branch = { name: "留守なら", isBranch: true };
  const first = { name: "電話する" };
  expect(readTyped("もし、留守なら：電話する", LANES)).toEqual({ ...branch, first });
  expect(readTyped("もし留守なら:住民：電話する", LANES)).toEqual({
    ...branch,
    first: { ...first, lane: { id: "lane/1" } },
  });
  expect(readTyped("もし、留守なら：", LANES)).toEqual(branch);
  expect(readTyped("もし、住民：可否", LANES)).toEqual({
    name: "可否",
    lane: { id: "lane/1" },
    isBranch: true,
  });
});

test("a branch has a lane before or after its sign", () => {
  const branch = { name: "可否", lane: { id: "lane/1" }, isBranch: true };
  expect(readTyped("住民：◇ 可否", LANES)).toEqual(branch);
  expect(readTyped("◇ 住民：可否", LANES)).toEqual(branch);
});

test("a step whose name has the word in it is a step", () => {
  expect(readTyped("分岐を確かめる", LANES)).toEqual({ name: "分岐を確かめる" });
});

test("who a lane stands for is plain from common words", () => {
  expect(kindOfLane("市民")).toBe("resident");
  expect(kindOfLane("市民課")).toBe("staff");
  expect(kindOfLane("こども課長")).toBe("role");
  expect(kindOfLane("審査")).toBe("staff");
  expect(kindOfLane("コールセンター")).toBe("contractor");
  expect(kindOfLane("県")).toBe("external");
  expect(kindOfLane("指定金融機関")).toBe("external");
});

test("a line further in belongs to the branch above", () => {
  expect(readTyped("　補正を頼む", LANES)).toEqual({ name: "補正を頼む", isWithin: true });
  expect(readTyped(" 住民：直す", LANES)).toMatchObject({ lane: { id: "lane/1" }, isWithin: true });
  expect(readTyped("　", LANES)).toEqual({ name: "" });
});

test("an arrow behind a share or a blank leads along a way, one between two media does not", () => {
  const ways = [
    "20% 足りない → 住民：出す → 4",
    "足りない20％→直す",
    "→ 4",
    "-> end",
    " なければ → 終わり",
  ];
  for (const way of ways) expect(isWay(way), way).toBe(true);
  const cards = [
    "入力する 紙→業務システム 8分",
    "受付簿に書く [紙→Excel]",
    "窓口：紙→Excel",
    "8割を見る",
  ];
  for (const card of cards) expect(isWay(card), card).toBe(false);
});
