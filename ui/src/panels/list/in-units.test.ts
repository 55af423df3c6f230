/** The choice of what a column says tells its unit. */
import { beforeAll, expect, test } from "vitest";
import { learn } from "../../text";
import { inUnits } from "./rows";

beforeAll(() => learn("ja", "ui-list-column-unit = { $word }（{ $unit }）\n"));

test("times tell in which unit a bare number is read", () => {
  const options = ["name", "minutes", "wait"].map((value) => ({ value, word: value }));
  const told = inUnits(options, { minutes: "分", wait: "時間" }).map(({ word }) => word);
  expect(told).toEqual(["name", "minutes（分）", "wait（時間）"]);
  expect(inUnits(options, undefined)).toEqual(options);
});
