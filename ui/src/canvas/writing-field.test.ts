/** The field for a name on the picture. */
import { expect, test } from "vitest";
import { widthFor } from "./writing-field";

test("the field is as wide as its box, and grows with the name up to a limit", () => {
  expect(widthFor("受付", 160)).toBe(160);
  expect(widthFor("認定通知書を印刷・発送", 160)).toBeGreaterThanOrEqual(11 * 14 + 24);
  expect(widthFor("書".repeat(80), 160)).toBe(380);
  expect(widthFor("", 40)).toBe(150);
});
