/** That nothing was found is said only where there was something to look at. @vitest-environment happy-dom */
import { act as acted, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { noting } from "../../tools/example-act";
import { exampleApp, exampleView } from "../../tools/example-view";
import { NoFindings } from "./none";

afterEach(cleanup);

interface Part {
  label: string;
  known: number;
  of: number;
  id?: string;
  attribute?: string;
}

/** The tab where nothing was found, and so much is known of the steps. */
async function shown(parts: readonly Part[], records = exampleView().records) {
  const { act, asked } = noting({ gaps: { revision: 1, kinds: {}, systems: [], parts } });
  const view = exampleView();
  const app = exampleApp({ view: { ...view, records } });
  render(<NoFindings app={app} act={act} />);
  await acted(() => new Promise((resolve) => setTimeout(resolve, 10)));
  return asked;
}

const isSaid = (id: string) => screen.queryByText(id) !== null;

test("without a step it is said what to do", async () => {
  await shown([], {});
  expect(isSaid("ui-findings-no-steps-do")).toBe(true);
  expect(isSaid("ui-findings-none")).toBe(false);
});

test("where kinds are not known, the first of them is where one is led", async () => {
  const asked = await shown([
    { label: "年間件数", known: 0, of: 1, id: "process/1", attribute: "volume_per_year" },
    { label: "種類", known: 1, of: 4, id: "step/11", attribute: "kind" },
  ]);
  expect(isSaid("ui-findings-none")).toBe(false);
  fireEvent.click(screen.getByRole("button"));
  expect(asked).toContainEqual(["select", ["step/11"], { reveal: true }]);
  expect(asked).toContainEqual(["show", { panel: "step" }]);
});

test("where enough is known, nothing was found", async () => {
  await shown([
    { label: "種類", known: 4, of: 4 },
    { label: "根拠", known: 0, of: 4, id: "step/11", attribute: "basis" },
  ]);
  expect(isSaid("ui-findings-none")).toBe(true);
});
