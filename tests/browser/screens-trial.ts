/** The screens of what-if: every question with levers turned, what was tried, and the page before anything is known. */
import { answerOf, office, question, toTrial, unknownOffice } from "./desks";
import { openSample, press, propose, word } from "./hands";
import { type Screen, sample } from "./screens-findings";
import type { Desk } from "./story";

/** The sample, before one question. */
async function asked(desk: Desk, id: string): Promise<void> {
  await openSample(desk, sample);
  await before(desk, id);
}

async function before(desk: Desk, id: string): Promise<void> {
  await word(desk, "ui-trial").click();
  await question(desk, id).click();
  await answerOf(desk).waitFor();
}

/** Types a number beside a lever. */
async function exact(desk: Desk, id: string, value: string): Promise<void> {
  const field = desk.page.getByRole("textbox", {
    name: desk.t("ui-trial-exact", { label: desk.t(id) }),
    exact: true,
  });
  await field.fill(value);
  await field.press("Enter");
}

async function atOnce(desk: Desk): Promise<void> {
  const field = desk.page.getByRole("textbox", { name: desk.t("ui-trial-at-once"), exact: true });
  await field.fill("3000");
  await field.press("Enter");
}

/** Waits until the answer is about the levers as they are. */
async function answered(desk: Desk): Promise<void> {
  await desk.page.locator(".trial-forecast[aria-busy=false]").waitFor();
}

export const ofTrial: Screen[] = [
  {
    name: "trial-volume",
    async arrange(desk) {
      await asked(desk, "volume");
      await exact(desk, "ui-trial-volume", "150");
      await answered(desk);
    },
  },
  {
    name: "trial-staff",
    async arrange(desk) {
      await asked(desk, "staff");
      await press(desk, "ui-trial-staff-quarter");
      await answered(desk);
    },
  },
  {
    name: "trial-channel",
    async arrange(desk) {
      await asked(desk, "channel");
      await exact(desk, "ui-trial-online", "60");
      await answered(desk);
    },
  },
  {
    name: "trial-pooling",
    async arrange(desk) {
      await asked(desk, "pooling");
      for (const lane of ["受付担当", "審査担当"]) {
        const lanes = desk.page.getByRole("group", { name: desk.t("ui-trial-pooled") });
        await lanes.getByText(lane, { exact: true }).click();
      }
      await answered(desk);
    },
  },
  {
    name: "trial-waves",
    async arrange(desk) {
      await asked(desk, "waves");
      await atOnce(desk);
      await exact(desk, "ui-trial-waves", "4");
      await answered(desk);
    },
  },
  {
    name: "trial-compare",
    async arrange(desk) {
      await openSample(desk, sample);
      await propose(desk);
      await word(desk, "ui-header-as-is").click();
      await before(desk, "compare");
      await answered(desk);
    },
  },
  {
    name: "trial-tried",
    files: [office],
    async arrange(desk) {
      await toTrial(desk);
      await atOnce(desk);
      await press(desk, "ui-trial-run");
      const tried = desk.page.getByRole("region", { name: desk.t("ui-trial-tried") });
      await tried.getByRole("img").first().waitFor({ timeout: 60_000 });
      await exact(desk, "ui-trial-volume", "150");
      await tried.getByText(desk.t("ui-trial-stale")).waitFor();
      await answered(desk);
    },
  },
  {
    name: "trial-unknown",
    files: [unknownOffice],
    async arrange(desk) {
      await toTrial(desk);
      await desk.page.getByText(desk.t("ui-trial-missing")).waitFor();
    },
  },
];
