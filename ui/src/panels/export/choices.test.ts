/** What can be exported as what. */
import { expect, test } from "vitest";
import { formOf, formsFor } from "./choices";

const FORMS = ["kaizu", "flow", "json", "svg", "png", "pdf"].map((ending) => ({
  ending,
  word: ending,
}));

test("documents and pictures come before data", () => {
  expect(formsFor(FORMS, "flow").map((form) => form.ending)).toEqual([
    "pdf",
    "png",
    "svg",
    "flow",
    "json",
    "kaizu",
  ]);
});

test("a comparison is a picture or data, never a flow", () => {
  const endings = formsFor(FORMS, "compare").map((form) => form.ending);
  expect(endings).toEqual(["pdf", "png", "svg", "json"]);
});

test("a form that does not go with what is exported gives way to the first", () => {
  expect(formOf(formsFor(FORMS, "compare"), "flow")?.ending).toBe("pdf");
  expect(formOf(formsFor(FORMS, "flow"), "flow")?.ending).toBe("flow");
});
