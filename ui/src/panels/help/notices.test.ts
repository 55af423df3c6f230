/** The list of third-party work can be shown. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { tableIn } from "./notices";

const PAGE = readFileSync(join(import.meta.dirname, "../../../../docs/notices.md"), "utf8");

test("the faces and the libraries are listed with their licences", () => {
  const { fonts, libraries } = tableIn(PAGE);
  expect(fonts.map(([name, , licence]) => [name, licence])).toContainEqual([
    "BIZ UDPGothic",
    "OFL-1.1",
  ]);
  const names = libraries.map(([name]) => name);
  expect(names).toContain("react");
  expect(names).toContain("resvg");
});

test("every row says a licence", () => {
  const { fonts, libraries } = tableIn(PAGE);
  const silent = [...fonts, ...libraries].filter((row) => !row[2]);
  expect(silent).toEqual([]);
});
