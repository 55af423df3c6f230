/** Going from area to area with one key. @vitest-environment happy-dom */
import { beforeEach, expect, test } from "vitest";
import { toNextArea } from "./areas";

beforeEach(() => {
  document.body.innerHTML = `
    <div class="header"><button id="back"></button></div>
    <div class="left"><div role="grid"></div><input id="write" data-first></div>
    <div class="right"><div role="tab" tabindex="0" aria-selected="true" id="tab"></div></div>
    <div class="footer"></div>`;
});

const here = () => document.activeElement?.id;

test("the key goes round all areas that have something to reach, and begins again", () => {
  const seen = [1, 2, 3, 4].map(() => {
    toNextArea(1);
    return here();
  });
  expect(seen).toEqual(["back", "write", "tab", "back"]);
});

test("the page of what-if has three areas: questions, levers and results", () => {
  document.body.innerHTML = `
    <div class="middle"><div class="trial"><div class="tabs-aside"><div class="tabs-list">
      <div role="tab" tabindex="0" aria-selected="true" id="question"></div></div></div>
      <div class="trial-levers"><input id="lever"></div>
      <div class="trial-results"><div class="trial-scroll" tabindex="0" id="results"></div></div>
    </div></div>`;
  const seen = [1, 2, 3, 4].map(() => {
    toNextArea(1);
    return here();
  });
  expect(seen).toEqual(["question", "lever", "results", "question"]);
});

test("with Shift it goes the other way", () => {
  document.getElementById("write")?.focus();
  toNextArea(-1);
  expect(here()).toBe("back");
  toNextArea(-1);
  expect(here()).toBe("tab");
});
