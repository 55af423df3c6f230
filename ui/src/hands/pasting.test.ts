/** What is pasted goes into the flow, unless somebody writes. @vitest-environment happy-dom */
import { afterEach, expect, test, vi } from "vitest";
import type { Act } from "../app";
import { exampleApp } from "../tools/example-view";
import { listenToPaste } from "./pasting";

afterEach(() => document.body.replaceChildren());

/** Whether what is pasted while `html` has the focus goes into the flow. */
function isTaken(html: string, app = exampleApp()): boolean {
  const page = new DOMParser().parseFromString(html, "text/html");
  document.body.replaceChildren(...page.body.children);
  document.querySelector<HTMLElement>(".here")?.focus();
  const paste = vi.fn(async () => undefined);
  const stop = listenToPaste(() => app, { paste } as unknown as Act);
  const data = { getData: (type: string) => (type === "text/plain" ? "窓口: 写す" : "") };
  const event = new Event("paste", { bubbles: true, cancelable: true });
  Object.defineProperty(event, "clipboardData", { value: data });
  document.body.dispatchEvent(event);
  stop();
  if (paste.mock.calls.length === 0) return event.defaultPrevented;
  expect(paste).toHaveBeenCalledWith({ text: "窓口: 写す", html: "" });
  return event.defaultPrevented;
}

test("the picture and the cards take what is pasted, a field keeps it", () => {
  expect(isTaken('<div data-scope="canvas" tabindex="0" class="here"></div>')).toBe(true);
  expect(isTaken('<div data-scope="cards"><p tabindex="0" class="here"></p></div>')).toBe(true);
  expect(isTaken("<p>下書き</p>")).toBe(true);
  expect(isTaken('<div data-scope="cards"><input class="here"></div>')).toBe(false);
  expect(isTaken('<button class="here">書き出す</button>')).toBe(false);
});

test("behind a dialog, and where nothing is open, nothing is pasted", () => {
  const canvas = '<div data-scope="canvas" tabindex="0" class="here"></div>';
  expect(isTaken(canvas, exampleApp({ dialog: "help" }))).toBe(false);
  const { view: _, ...empty } = exampleApp();
  expect(isTaken(canvas, empty)).toBe(false);
});
