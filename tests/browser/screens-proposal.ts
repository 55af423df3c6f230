/** The screens of a proposal: what it is asked for with, both flows, one change, what is kept, and both flows alive. */
import { button, press, propose, tab, toReplay, word } from "./hands";
import { opened, type Screen } from "./screens-findings";
import type { Desk } from "./story";

/** Composes a proposal for the sample. */
async function proposed(desk: Desk): Promise<void> {
  await opened(desk);
  await propose(desk);
}

export const ofProposal: Screen[] = [
  {
    name: "propose",
    async arrange(desk) {
      await opened(desk);
      await word(desk, "ui-header-propose").click();
      await desk.page.getByText(desk.t("ui-propose-what")).waitFor();
      await press(desk, "ui-limits");
      await button(desk, "ui-propose-start").waitFor();
    },
  },
  { name: "compare", arrange: proposed },
  {
    name: "clauses",
    async arrange(desk) {
      await proposed(desk);
      await word(desk, "ui-clauses-table").click();
      await desk.page.getByRole("table").waitFor();
    },
  },
  {
    name: "change",
    async arrange(desk) {
      await proposed(desk);
      const title = desk.t("rewrite-unify-entry-title");
      const change = desk.page.getByRole("listitem").filter({ hasText: title });
      await change.getByRole("button", { name: desk.t("ui-cards-more") }).click();
      await change.getByText(desk.t("ui-cards-assumption-why")).scrollIntoViewIfNeeded();
    },
  },
  {
    name: "replay",
    async arrange(desk) {
      await proposed(desk);
      await toReplay(desk);
      const moment = desk.page.getByRole("slider", { name: desk.t("ui-replay-moment") });
      await moment.press("PageUp");
    },
  },
  {
    name: "kept",
    async arrange(desk) {
      await proposed(desk);
      await tab(desk, "ui-kept-tab").click();
    },
  },
];
