/** The same for the keys of the replay. */
import type { Locator } from "playwright-core";
import { soon, toReplay } from "./hands";
import { type Proof, press } from "./keys";
import type { Desk } from "./story";

function turned(desk: Desk, id: string): Locator {
  return desk.page.getByRole("button", { name: desk.t(id), exact: true });
}

/** Puts the keyboard onto the clock of the replay. */
export async function onReplay(desk: Desk): Promise<void> {
  if ((await desk.page.locator(".replay").count()) === 0) {
    await toReplay(desk);
  }
  await desk.page.getByRole("slider", { name: desk.t("ui-replay-moment") }).focus();
}

export const inReplay: Record<string, Proof> = {
  async "replay-play"(desk, key) {
    await press(desk, key);
    await turned(desk, "ui-replay-pause").waitFor();
    await press(desk, key);
    await turned(desk, "ui-replay-play").waitFor();
  },
  async "replay-present-end"(desk, key) {
    await turned(desk, "ui-replay-present").click();
    await turned(desk, "ui-replay-present-end").waitFor();
    await press(desk, key);
    await turned(desk, "ui-replay-present").waitFor();
    await soon(() => desk.page.locator(".replay[data-present]").count()).toBe(0);
  },
};
