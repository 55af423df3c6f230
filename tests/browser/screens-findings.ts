/** The screens of findings, and what every list of screens is made of. */
import { openSample, press, tab } from "./hands";
import type { File } from "./program";
import type { Desk } from "./story";

/** A picture of the window. */
export type Screen = {
  name: string;
  /** Files that lie in the folder. */
  files?: File[];
  arrange(desk: Desk): Promise<void>;
};

/** Its name is the same in both languages. */
export const sample = "特別定額給付金";

/** Opens the sample and waits until its findings are there. */
export async function opened(desk: Desk): Promise<void> {
  await openSample(desk, sample);
  await tab(desk, "ui-findings").click();
  await desk.page.getByRole("heading", { name: desk.t("ui-findings-union") }).waitFor();
}

export const ofFindings: Screen[] = [
  { name: "findings", arrange: opened },
  {
    name: "judging",
    async arrange(desk) {
      await opened(desk);
      const judge = { name: desk.t("ui-findings-judge"), exact: true };
      await desk.page.getByRole("button", judge).first().click();
      await desk.page.getByRole("radio", { name: desk.t("ui-findings-against-law") }).waitFor();
    },
  },
  {
    name: "rule",
    async arrange(desk) {
      await opened(desk);
      const rule = { name: desk.t("ui-findings-rule"), exact: true };
      await desk.page.getByRole("button", rule).first().click();
      await desk.page.getByRole("dialog").getByRole("img").first().waitFor();
    },
  },
  {
    name: "across",
    async arrange(desk) {
      await openSample(desk, sample);
      await press(desk, "ui-across-open");
      const dialog = desk.page.getByRole("dialog");
      const name = { name: desk.t("ui-across-add-name") };
      await dialog.getByRole("textbox", name).fill("臨時福祉給付金");
      await press(desk, "ui-across-add-begin");
      await dialog.getByText(desk.t("ui-across-project")).waitFor();
    },
  },
];
