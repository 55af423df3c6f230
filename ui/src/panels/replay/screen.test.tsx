/** A replay as it is turned and heard. @vitest-environment happy-dom */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { act as acts, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { Problem, Replay } from "../../contract";
import { learn, t } from "../../text";
import { noting } from "../../tools/example-act";
import { exampleApp, exampleView } from "../../tools/example-view";
import { replay as panel } from "../replay";
import { BEGINS, COMES, ENDS, LEAVES, REACHES } from "./reel";

const TEXTS = join(import.meta.dirname, "../../../../crates/session/text/ja.ftl");
const H = 3600;

beforeAll(() => learn("ja", readFileSync(TEXTS, "utf8")));
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  // Who wants nothing to move: then time goes by in seconds.
  vi.spyOn(window, "matchMedia").mockReturnValue({
    matches: true,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  } as unknown as MediaQueryList);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const VIEW = exampleView();
const PROBLEM: Problem = { code: "unsound", message: "止まる件があります。", hint: "直す", at: {} };

/** From 9 o'clock on three cases come to one step, of which one is worked on and ends after two hours. */
function played(flow = VIEW.flow): Replay["flows"][number] {
  const { frame, title, order, items, areas } = VIEW.painting;
  const rows = [
    [9, COMES, 0],
    [9, REACHES, 0],
    [9, BEGINS, 0],
    [9, COMES, 1],
    [9, REACHES, 1],
    [10, COMES, 2],
    [10, REACHES, 2],
    [11, LEAVES, 0],
    [11, ENDS, 0],
    [17, BEGINS, 1],
  ] as const;
  const trace = {
    at: rows.map(([hour]) => hour * H),
    what: rows.map(([, what]) => what),
    case: rows.map(([, , one]) => one),
    record: rows.map(() => 0),
    records: ["step/1"],
    names: ["受け取る"],
    ends: {},
    is_cut: false,
    openings: [[9 * H, 17 * H] as [number, number]],
  };
  return { flow, painting: { frame, title, order, items, areas }, trace };
}

async function shown(flows: Replay["flows"] = [played()]) {
  const noted = noting({ replay: { first_day: "2026-04-06", flows } });
  const app = exampleApp({ view: VIEW, middle: "replay" });
  await acts(async () => void render(<panel.View app={app} act={noted.act} />));
  const press = (id: string) => fireEvent.click(screen.getByRole("button", { name: t(id) }));
  const clock = () => document.querySelector(".replay-clock")?.textContent;
  const figures = () =>
    [...document.querySelectorAll(".replay-figures b")].map((it) => it.textContent);
  return { ...noted, press, clock, figures };
}

function seconds(n: number) {
  acts(() => void vi.advanceTimersByTime(n * 1000));
}

test("the clock goes with the second, and is held by the pause that says what is where", async () => {
  const { press, clock, figures } = await shown();
  expect(clock()).toBe("4月6日(月) 9時00分");
  press("ui-replay-play");
  seconds(2);
  expect(clock()).toBe("4月6日(月) 11時00分");
  expect(figures()).toEqual(["3", "2", "1"]);
  press("ui-replay-pause");
  seconds(5);
  expect(clock()).toBe("4月6日(月) 11時00分");
  const said = screen.getByRole("status").textContent;
  expect(said).toContain("11時00分");
  expect(said).toContain("手元 2件");
  expect(said).toContain("受け取る 2件");
});

test("while it plays nothing is said over and over", async () => {
  const { press } = await shown();
  press("ui-replay-play");
  const said = screen.getByRole("status").textContent;
  seconds(3);
  expect(screen.getByRole("status").textContent).toBe(said);
});

test("a hidden window holds the clock", async () => {
  const { press, clock } = await shown();
  press("ui-replay-play");
  vi.spyOn(document, "hidden", "get").mockReturnValue(true);
  seconds(4);
  expect(clock()).toBe("4月6日(月) 9時00分");
});

test("the space bar plays and pauses, and not on what has its own use for it", async () => {
  const { clock } = await shown();
  fireEvent.keyDown(document.body, { key: " " });
  seconds(1);
  expect(clock()).toBe("4月6日(月) 10時00分");
  const field = document.body.appendChild(document.createElement("textarea"));
  fireEvent.keyDown(field, { key: " " });
  seconds(1);
  expect(clock()).toBe("4月6日(月) 11時00分");
  field.remove();
});

test("one goes to any moment, and as fast as one likes", async () => {
  const { clock } = await shown();
  const [moment, speed] = screen.getAllByRole("slider");
  fireEvent.change(moment as HTMLElement, { target: { value: String(1.5 * H) } });
  expect(clock()).toBe("4月6日(月) 10時30分");
  expect(moment?.getAttribute("aria-valuetext")).toBe("4月6日(月) 10時30分");
  fireEvent.change(speed as HTMLElement, { target: { value: "0" } });
  expect(speed?.getAttribute("aria-valuetext")).toBe(t("ui-replay-speed-quarter"));
});

test("what cannot be played says why, alone or below what can", async () => {
  const { painting, flow } = played();
  await shown([{ flow, painting, problem: PROBLEM }]);
  expect(screen.getByText(PROBLEM.message)).toBeDefined();
  expect(screen.queryByRole("slider")).toBeNull();
  cleanup();
  await shown([played(), { flow: "flow/9", painting, problem: PROBLEM }]);
  expect(screen.getAllByRole("slider")).toHaveLength(2);
});
