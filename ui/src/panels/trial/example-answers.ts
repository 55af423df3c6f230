/** Answers made by hand for tests of the page. */
import type { Forecast, Scene, ToldOutcome, Trial } from "../../contract";

export function exampleForecast(change: Partial<Forecast> = {}): Forecast {
  return {
    given: { per_year: 12000, online: 0.3, better: [] },
    lanes: [
      {
        ...{ id: "lane/3", name: "A", people: 2, utilisation: 0.62, wait_hours: 0.25 },
        backlog_per_day: null,
      },
      {
        ...{ id: "lane/4", name: "B", people: null, utilisation: 1.2, wait_hours: null },
        backlog_per_day: 3.04,
      },
    ],
    says: ["first", "second"],
    charts: [exampleScene("busy")],
    missing: [],
    ...change,
  };
}

export function exampleScene(title: string): Scene {
  return { frame: { x: 0, y: 0, w: 720, h: 340 }, title, language: "ja", items: [] };
}

export function exampleOutcome(change: Partial<ToldOutcome> = {}): ToldOutcome {
  const spread = { mean: 15.5, low95: 14, high95: 17, p50: 7.75, p90: 31 };
  return {
    process: "",
    illustrative: true,
    cases: 4000,
    replications: 20,
    seed: 1,
    warm_up: 0,
    lead_hours: spread,
    wait_hours: { ...spread, mean: 0.5 },
    over_standard_period: 0.125,
    lanes: [],
    steps: [],
    histogram: [],
    course: { hours: 1, in_hand: [], low: [], high: [], queues: [] },
    cleared: null,
    yen_per_case: null,
    assumptions: [],
    events: 1,
    ...change,
  };
}

export function exampleTrial(turned: Partial<ToldOutcome> = {}): Trial {
  const outcomes = [
    ["today", exampleOutcome()],
    ["then", exampleOutcome(turned)],
  ];
  const told = Object.fromEntries(outcomes) as Pick<Trial, "today" | "then">;
  return { ...told, says: ["played"], charts: [exampleScene("course")] };
}
