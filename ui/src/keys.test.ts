/** Keys mean the same everywhere, and nothing while an input method is at work. @vitest-environment happy-dom */
import { afterEach, expect, test, vi } from "vitest";
import type { Act } from "./app";
import { listenToKeys, meant } from "./keys";
import { shortcuts } from "./shortcuts";
import { exampleApp, exampleView } from "./tools/example-view";

const app = exampleApp({ selection: ["step/11"] });

afterEach(() => document.body.replaceChildren());

function place(html: string) {
  const page = new DOMParser().parseFromString(html, "text/html");
  document.body.replaceChildren(...page.body.children);
}

/** The shortcut that a key means in a place made of `html`. */
function pressed(html: string, init: KeyboardEventInit, now = app): string | undefined {
  place(html);
  const target = document.querySelector(".here") ?? document.body;
  const event = new KeyboardEvent("keydown", { bubbles: true, ...init });
  target.dispatchEvent(event);
  return meant(event, now)?.id;
}

const CANVAS = '<div data-scope="canvas" class="here"></div>';
const FIELD = '<input class="here" value="受け付ける">';

test("no key means two things in one place", () => {
  for (const scope of ["anywhere", "canvas", "cards", "voices", "table"]) {
    const shared = scope === "canvas" || scope === "cards" ? ["steps"] : [];
    const scopes = [scope, "anywhere", ...shared];
    const here = shortcuts.filter((it) => scopes.includes(it.scope));
    const keys = here.flatMap((it) => it.keys);
    expect(new Set(keys).size).toBe(keys.length);
  }
});

test("undo and redo work anywhere", () => {
  expect(pressed("<p class='here'></p>", { key: "z", ctrlKey: true })).toBe("undo");
  expect(pressed(CANVAS, { key: "Z", ctrlKey: true, shiftKey: true })).toBe("redo");
  expect(pressed(CANVAS, { key: "y", ctrlKey: true })).toBe("redo");
});

test("everything is chosen from a button as well, but not where something is written or listed", () => {
  const all = { key: "a", ctrlKey: true };
  expect(pressed("<button class='here'></button>", all)).toBe("select-all");
  expect(pressed(CANVAS, all)).toBe("select-all");
  expect(pressed('<div data-scope="table" class="here"></div>', all)).not.toBe("select-all");
  expect(pressed(FIELD, all)).toBeUndefined();
  expect(pressed('<div role="dialog"><p class="here"></p></div>', all)).toBeUndefined();
});

test("in a field that is being written in, undo is the field's own", () => {
  expect(pressed(FIELD, { key: "z", ctrlKey: true })).toBeUndefined();
  expect(pressed('<input class="here" value="">', { key: "z", ctrlKey: true })).toBe("undo");
  const still = '<input class="here" value="受け付ける" data-unchanged>';
  expect(pressed(still, { key: "z", ctrlKey: true })).toBe("undo");
});

test("plain keys belong to fields and to the canvas alone", () => {
  expect(pressed(CANVAS, { key: "c" })).toBe("tool-connect");
  expect(pressed(CANVAS, { key: "Delete" })).toBe("remove");
  expect(pressed("<p class='here'></p>", { key: "c" })).toBeUndefined();
  expect(pressed(`<div data-scope="canvas">${FIELD}</div>`, { key: "Delete" })).toBeUndefined();
  expect(pressed(CANVAS, { key: "c", ctrlKey: true })).toBe("copy");
  expect(pressed(FIELD, { key: "c", ctrlKey: true })).toBeUndefined();
  expect(
    pressed(`<div data-scope="cards">${FIELD}</div>`, { key: "x", ctrlKey: true }),
  ).toBeUndefined();
  expect(pressed("<p class='here'></p>", { key: "d", ctrlKey: true })).toBeUndefined();
});

test("nothing is done behind an open dialog", () => {
  expect(pressed("<div role='dialog'><p class='here'></p></div>", { key: "F6" })).toBeUndefined();
  expect(pressed("<p class='here'></p>", { key: "F6" })).toBe("areas");
});

test("where nothing can be changed no key changes anything, and the others work", () => {
  const { project, ...view } = exampleView();
  const reading = exampleApp({ view: { ...view, project: { ...project, read_only: true } } });
  const keys = ["Delete", "F2", "n", "c", "a"];
  expect(keys.map((key) => pressed(CANVAS, { key }, reading))).toEqual(keys.map(() => undefined));
  expect(pressed(CANVAS, { key: "z", ctrlKey: true }, reading)).toBeUndefined();
  expect(pressed(CANVAS, { key: "F8" }, reading)).toBe("history");
  expect(pressed(CANVAS, { key: "v" }, reading)).toBe("tool-select");
});

test("saving by habit shows that it is saved, with Shift it makes a copy", () => {
  expect(pressed(FIELD, { key: "s", ctrlKey: true })).toBe("saved");
  expect(pressed(FIELD, { key: "S", ctrlKey: true, shiftKey: true })).toBe("save-copy");
});

test("no key is taken from an input method", () => {
  expect(pressed(CANVAS, { key: "Enter", isComposing: true })).toBeUndefined();
  expect(pressed(CANVAS, { key: "Enter", keyCode: 229 })).toBeUndefined();
  expect(pressed(CANVAS, { key: "Enter" })).toBe("about");
});

test("a key on the canvas walks along the flow, and what is chosen goes as one undo step", () => {
  place(CANVAS);
  const select = vi.fn();
  const send = vi.fn();
  const act = { select, send, focus: vi.fn() } as unknown as Act;
  const chosen = exampleApp({ selection: ["step/10", "step/11"] });
  const stop = listenToKeys(() => chosen, act);
  const here = document.querySelector(".here");
  here?.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true }));
  expect(select).toHaveBeenCalledWith(["step/12"], { reveal: true });
  here?.dispatchEvent(new KeyboardEvent("keydown", { key: "Delete", bubbles: true }));
  expect(send.mock.calls[0]?.[0](() => 50, chosen.view)).toMatchObject({
    type: "many",
    commands: [
      { type: "remove", id: "step/10" },
      { type: "remove", id: "step/11" },
    ],
  });
  stop();
});
