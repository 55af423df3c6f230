/** What is offered when something went wrong. */
import { expect, test } from "vitest";
import type { Problem } from "../../contract";
import { exampleView } from "../../tools/example-view";
import { damagedFile, isUnsaved, waysOut, waysToWrite } from "./ways-out";

const problem = (code: string, file?: string): Problem => ({
  code,
  message: "",
  hint: "",
  at: file === undefined ? {} : { file },
});

test("what cannot be written can be copied elsewhere", () => {
  for (const code of ["disk-full", "out-of-reach", "read-only", "unwritten"]) {
    expect(waysOut(problem(code), exampleView())).toEqual(["copy"]);
  }
  expect(waysOut(problem("disk-full"), undefined)).toEqual([]);
});

test("of what is nowhere but here one goes on with a copy", () => {
  expect(waysOut(problem("file-gone"), exampleView())).toEqual(["edit-copy", "copy"]);
  for (const code of ["file-gone", "disk-full", "changed-elsewhere", "unreachable"]) {
    expect(isUnsaved(problem(code))).toBe(true);
  }
  expect(isUnsaved(problem("empty-name"))).toBe(false);
});

test("what somebody else holds can be opened again or copied", () => {
  expect(waysOut(problem("held"), exampleView())).toEqual(["reopen", "edit-copy"]);
  expect(waysToWrite("held")).toEqual(["reopen", "edit-copy"]);
});

test("of a damaged file the rest is taken out, whether it is open or could not be opened", () => {
  expect(waysOut(problem("damaged", "a.kaizu"), undefined)).toEqual(["salvage", "backups"]);
  expect(waysOut(problem("damaged"), undefined)).toEqual(["backups"]);
  expect(damagedFile(problem("damaged", "a.kaizu"), exampleView())).toBe("a.kaizu");
  expect(damagedFile(undefined, exampleView())).toBe(exampleView().project.path);
});

test("any other problem has no more to offer than its hint", () => {
  expect(waysOut(problem("empty-name"), exampleView())).toEqual([]);
  expect(waysToWrite("past")).toEqual([]);
});
