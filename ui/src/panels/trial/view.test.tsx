/** The page of what-if: a lever asks once it rests, late answers are dropped, and results keep standing. @vitest-environment happy-dom */
import { act as acted, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Act, App } from "../../app";
import type { Forecast } from "../../contract";
import { exampleApp, exampleView } from "../../tools/example-view";
import { exampleForecast, exampleTrial } from "./example-answers";
import { STILL } from "./use-forecast";
import { TrialView } from "./view";

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

interface Waiting {
  asked: { question: string; levers: { volume: number; staff: number } };
  answer(given: Forecast | undefined): Promise<void>;
}

let projects = 0;

/** The page, with questions that wait for their answers. */
async function opened(change: Partial<App> = {}) {
  const waiting: Waiting[] = [];
  const called: unknown[][] = [];
  const ask = (question: string, asked: Waiting["asked"]) =>
    new Promise((resolve) => {
      expect(question).toBe("forecast");
      const answer = (given: Forecast | undefined) => acted(async () => resolve(given));
      waiting.push({ asked, answer });
    });
  const noted =
    (name: string) =>
    (...given: unknown[]) => {
      called.push([name, ...given]);
      return Promise.resolve(name === "work" ? exampleTrial() : undefined);
    };
  const act = { ask } as unknown as Act;
  for (const name of ["show", "look", "work", "cancel", "dismissProblem"] as const) {
    Object.assign(act, { [name]: noted(name) });
  }
  projects += 1;
  const view = exampleView();
  const project = { ...view.project, path: `/${projects}.kaizu` };
  const app = exampleApp({ view: { ...view, project }, middle: "trial", ...change });
  const { rerender } = render(<TrialView app={app} act={act} />);
  const show = (next: Partial<App>) => rerender(<TrialView app={{ ...app, ...next }} act={act} />);
  await passed(0);
  return { app, waiting, called, show };
}

const passed = (ms: number) => acted(() => vi.advanceTimersByTimeAsync(ms));
const slider = (name: string) => screen.getByRole("slider", { name });
const slid = (name: string, value: number) =>
  fireEvent.change(slider(name), { target: { value: String(value) } });
const isSaid = (text: string) => screen.queryByText(text) !== null;
const last = <T,>(all: readonly T[]) => all.at(-1) as T;

test("the first answer is asked for at once; a lever that moves asks when it rests", async () => {
  const { waiting } = await opened();
  expect(waiting).toHaveLength(1);
  expect(isSaid("ui-trial-counting")).toBe(true);
  await waiting[0]?.answer(exampleForecast());
  expect(isSaid("first")).toBe(true);
  for (const value of [105, 110, 150]) slid("ui-trial-volume", value);
  await passed(STILL - 1);
  expect(waiting).toHaveLength(1);
  expect(isSaid("first")).toBe(true);
  await passed(1);
  expect(waiting).toHaveLength(2);
  expect(last(waiting).asked.levers.volume).toBe(1.5);
});

test("an answer that comes after a later one was asked for is dropped", async () => {
  const { waiting } = await opened();
  await waiting[0]?.answer(exampleForecast());
  slid("ui-trial-volume", 150);
  await passed(STILL);
  slid("ui-trial-volume", 200);
  await passed(STILL);
  await waiting[2]?.answer(exampleForecast({ says: ["of 200"] }));
  await waiting[1]?.answer(exampleForecast({ says: ["of 150"] }));
  expect(isSaid("of 200")).toBe(true);
  expect(isSaid("of 150")).toBe(false);
});

test("each question keeps its levers and its answer while another is looked at", async () => {
  const { waiting } = await opened();
  await waiting[0]?.answer(exampleForecast());
  slid("ui-trial-volume", 200);
  await passed(STILL);
  await waiting[1]?.answer(exampleForecast({ says: ["much"] }));
  fireEvent.click(screen.getByRole("tab", { name: /ui-trial-q-waves/ }));
  await passed(STILL);
  expect(last(waiting).asked).toMatchObject({ question: "waves", levers: { volume: 1 } });
  fireEvent.click(screen.getByRole("tab", { name: /ui-trial-q-volume/ }));
  expect(isSaid("much")).toBe(true);
  expect(slider("ui-trial-volume")).toHaveProperty("value", "200");
});

test("where figures are missing, the fields for them are open, and an answer is said when they are there", async () => {
  const { waiting } = await opened();
  await waiting[0]?.answer(
    exampleForecast({ says: [], charts: [], missing: ["people"], given: GIVEN_NOTHING }),
  );
  expect(isSaid("ui-trial-missing")).toBe(true);
  const field = screen.getByLabelText("ui-trial-per-year");
  fireEvent.change(field, { target: { value: "１，２００" } });
  fireEvent.keyDown(field, { key: "Enter" });
  await passed(STILL);
  expect(last(waiting).asked.levers).toMatchObject({ per_year: 1200 });
  await last(waiting).answer(exampleForecast());
  expect(isSaid("first")).toBe(true);
  expect(screen.getByLabelText("ui-trial-per-year")).toBe(field);
});

const GIVEN_NOTHING = { per_year: null, online: null, better: [] };

test("what was tried keeps standing, and says so when the levers or the document are others", async () => {
  const { waiting, called, app, show } = await opened();
  await waiting[0]?.answer(exampleForecast());
  fireEvent.click(screen.getByRole("button", { name: "ui-trial-run" }));
  await passed(0);
  expect(last(called).slice(0, 2)).toEqual(["work", "try_out"]);
  expect(isSaid("played")).toBe(true);
  expect(isSaid("ui-trial-stale")).toBe(false);
  slid("ui-trial-volume", 150);
  expect(isSaid("ui-trial-stale")).toBe(true);
  fireEvent.click(screen.getByRole("button", { name: "ui-trial-reset-of" }));
  expect(isSaid("ui-trial-stale")).toBe(false);
  const { view } = app;
  if (view) show({ view: { ...view, revision: 2 } });
  expect(isSaid("ui-trial-stale")).toBe(true);
  expect(isSaid("played")).toBe(true);
});

test("the people of today are shown, whatever the lever makes of them", async () => {
  const { waiting } = await opened();
  await waiting[0]?.answer(exampleForecast());
  fireEvent.click(screen.getByRole("tab", { name: /ui-trial-q-staff/ }));
  await passed(STILL);
  const people = (n: number) => exampleForecast().lanes.map((lane) => ({ ...lane, people: n }));
  await last(waiting).answer(exampleForecast({ lanes: people(2) }));
  slid("ui-trial-staff", -50);
  await passed(STILL);
  expect(last(waiting).asked.levers.staff).toBe(0.5);
  await last(waiting).answer(exampleForecast({ lanes: people(1) }));
  const [first] = screen.getAllByLabelText("A");
  expect(first).toHaveProperty("value", "2");
});

test("work under way can be stopped, and levers can still be moved", async () => {
  const job = { id: "try_out", label: "ui-trial-playing", found: 7 };
  const { waiting, called } = await opened({ job });
  await waiting[0]?.answer(exampleForecast());
  expect(isSaid("ui-trial-found")).toBe(true);
  fireEvent.click(screen.getByRole("button", { name: "ui-working-stop" }));
  expect(last(called)).toEqual(["cancel"]);
  slid("ui-trial-volume", 150);
  await passed(STILL);
  expect(waiting).toHaveLength(2);
});

test("without a better flow one is led to where it is made", async () => {
  const { waiting, called } = await opened();
  await waiting[0]?.answer(exampleForecast());
  fireEvent.click(screen.getByRole("tab", { name: /ui-trial-q-compare/ }));
  await passed(STILL);
  await last(waiting).answer(exampleForecast());
  fireEvent.click(screen.getByRole("button", { name: "ui-header-propose" }));
  expect(called).toContainEqual(["show", { middle: "compare" }]);
  expect(screen.getByRole("button", { name: "ui-trial-run" })).toHaveProperty("disabled", true);
});

test("the first of the better flows is meant until another is chosen", async () => {
  const { waiting } = await opened();
  await waiting[0]?.answer(exampleForecast());
  fireEvent.click(screen.getByRole("tab", { name: /ui-trial-q-compare/ }));
  await passed(STILL);
  const given = { per_year: 1, online: null, better: [["flow/9", "B"] as [string, string]] };
  await last(waiting).answer(exampleForecast({ given }));
  await passed(STILL);
  expect(last(waiting).asked.levers).toMatchObject({ to_be: "flow/9" });
});
