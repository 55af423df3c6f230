/** What can be erased, and how it is told where it stands. */
import { beforeAll, expect, test } from "vitest";
import { learn } from "../../text";
import { exampleView } from "../../tools/example-view";
import { isShort, peopleOf, placesIn, targetOf } from "./erasing";

beforeAll(() =>
  learn(
    "ja",
    [
      "ui-step-between = 、",
      "ui-erase-in-now = 今の図に{ $n }か所",
      "ui-erase-in-history = 履歴に{ $n }か所",
      "ui-erase-in-names = 時点の名前に{ $n }か所",
      "ui-erase-in-copies = 控えに{ $n }つ",
    ].join("\n"),
  ),
);

test("a single letter is too short, also where it is a rare one", () => {
  expect(isShort(" 山 ")).toBe(true);
  expect(isShort("𠮷")).toBe(true);
  expect(isShort("山田")).toBe(false);
});

test("a text is sought without the spaces around it, a person once chosen", () => {
  expect(targetOf("text", " 山田 ", undefined)).toEqual({ text: "山田" });
  expect(targetOf("text", "山", "person/1")).toBeUndefined();
  expect(targetOf("person", "山田", undefined)).toBeUndefined();
  expect(targetOf("person", "", "person/1")).toEqual({ person: "person/1" });
});

test("people are listed by their names", () => {
  const view = exampleView({ "person/30": { person: { name: "山田" } } });
  expect(peopleOf(view)).toEqual([{ value: "person/30", word: "山田" }]);
  expect(peopleOf(exampleView())).toEqual([]);
});

test("only places where it stands are told", () => {
  expect(placesIn({ now: 3, history: 12, names: 0, copies: 4 })).toBe(
    "今の図に3か所、履歴に12か所、控えに4つ",
  );
  expect(placesIn({ now: 0, history: 0, names: 0, copies: 0 })).toBeUndefined();
});
