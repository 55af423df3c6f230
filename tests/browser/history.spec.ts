/** The history: every moment can be seen, named and gone back to, and nothing of the past can be changed. */
import { expect } from "vitest";
import {
  button,
  cards,
  countsCards,
  create,
  lookBack,
  picture,
  press,
  soon,
  word,
  write,
  writing,
} from "./hands";
import { type Desk, story } from "./story";

const steps = ["届を書く", "届を受ける", "届を確かめる"];

async function drawn(desk: Desk): Promise<void> {
  await create(desk, "転入届");
  await write(desk, steps);
  await countsCards(desk, steps.length);
}

/** The words that only the past has. */
function inPast(desk: Desk) {
  return desk.page.getByText(desk.t("ui-history-past-what"));
}

story("one looks back to the start, goes back to it, and takes that back", async ({ begin }) => {
  const desk = await begin();
  await drawn(desk);
  const slider = await lookBack(desk);
  await slider.press("Home");
  await inPast(desk).waitFor();
  await countsCards(desk, 0);
  await press(desk, "ui-history-restore");
  await desk.page.getByText(desk.t("ui-history-restored")).waitFor();
  await soon(() => inPast(desk).count()).toBe(0);
  await countsCards(desk, 0);
  await desk.page.keyboard.press("Control+z");
  await countsCards(desk, steps.length);
  for (const [place, name] of steps.entries()) {
    expect(await cards(desk).nth(place).textContent()).toContain(name);
  }
});

story("edit by edit one goes into the past, and with Escape back to now", async ({ begin }) => {
  const desk = await begin();
  await drawn(desk);
  const slider = await lookBack(desk);
  await slider.press("ArrowLeft");
  await countsCards(desk, 2);
  await slider.press("ArrowLeft");
  await countsCards(desk, 1);
  await press(desk, "ui-history-after");
  await countsCards(desk, 2);
  await desk.page.keyboard.press("Escape");
  await countsCards(desk, 3);
  await soon(() => inPast(desk).count()).toBe(0);
  await writing(desk).waitFor();
});

story("a moment gets a name, and one jumps to it", async ({ begin }) => {
  const desk = await begin();
  const name = "課長説明用";
  await drawn(desk);
  const slider = await lookBack(desk);
  await slider.press("ArrowLeft");
  await countsCards(desk, 2);
  await press(desk, "ui-history-name");
  await desk.page.getByRole("textbox", { name: desk.t("ui-history-name-field") }).fill(name);
  await desk.page.keyboard.press("Enter");
  const chip = desk.page.getByRole("button", { name, exact: true });
  await chip.waitFor();
  await press(desk, "ui-history-back");
  await countsCards(desk, 3);
  await chip.click();
  await countsCards(desk, 2);
  await press(desk, "ui-history-name-remove");
  await soon(() => chip.count()).toBe(0);
});

story("a row of the list leads to its moment", async ({ begin }) => {
  const desk = await begin();
  await drawn(desk);
  await lookBack(desk);
  await press(desk, "ui-history-list-open");
  const list = desk.page.getByRole("listbox", { name: desk.t("ui-history-list") });
  const created = list.getByRole("option", { name: desk.t("ui-history-created") });
  await created.click();
  await countsCards(desk, 0);
  await list.getByRole("option").first().click();
  await countsCards(desk, steps.length);
  await soon(() => inPast(desk).count()).toBe(0);
});

story("nothing of the past can be changed", async ({ begin }) => {
  const desk = await begin();
  await drawn(desk);
  const slider = await lookBack(desk);
  await slider.press("ArrowLeft");
  await countsCards(desk, 2);
  const edits: string[] = [];
  desk.page.on("request", (request) => {
    const type = /"type":"(send|undo|redo|decide|set_aside)"/.exec(request.postData() ?? "");
    if (type?.[1]) edits.push(type[1]);
  });
  expect(await button(desk, "ui-header-undo-none").isDisabled()).toBe(true);
  expect(await button(desk, "ui-header-redo-none").isDisabled()).toBe(true);
  expect(await writing(desk).count()).toBe(0);
  expect(await word(desk, "ui-tool-connect").count()).toBe(0);
  expect(await word(desk, "ui-tool-add-step").count()).toBe(0);
  await cards(desk).first().click();
  const name = desk.page.getByRole("textbox", { name: desk.t("ui-step-name") });
  await name.waitFor();
  expect(await name.isDisabled()).toBe(true);
  for (const key of ["F2", "Delete", "Alt+ArrowDown", "Control+z", "Control+y"]) {
    await desk.page.keyboard.press(key);
  }
  await picture(desk).focus();
  for (const key of ["n", "F2", "Delete", "c", "a"]) await desk.page.keyboard.press(key);
  // What follows goes behind anything that was asked before it.
  await press(desk, "ui-history-back");
  await countsCards(desk, steps.length);
  expect(edits).toEqual([]);
});

story("a copy of the past is a process of its own that can be changed", async ({ begin }) => {
  const desk = await begin();
  await drawn(desk);
  const slider = await lookBack(desk);
  await slider.press("ArrowLeft");
  await countsCards(desk, 2);
  await press(desk, "ui-history-copy");
  await soon(() => inPast(desk).count()).toBe(0);
  await write(desk, ["届を返す"]);
  await countsCards(desk, 3);
});
