/** Every screen of the window and how to get there; what is looked at is looked at on all of them. */
import {
  card,
  create,
  lookBack,
  openFileDialog,
  openSample,
  press,
  rests,
  tab,
  write,
} from "./hands";
import { ofFindings, opened, type Screen, sample } from "./screens-findings";
import { ofProposal } from "./screens-proposal";
import { ofTrial } from "./screens-trial";
import type { Desk } from "./story";

/** Writes a few steps, so that there is something to look back at and to keep. */
async function written(desk: Desk): Promise<void> {
  await create(desk, "転入届");
  await write(desk, ["届を書く", "届を受ける", "届を確かめる"]);
}

/** A table as a spreadsheet hands it over, with a word that nobody knows. */
const pastedTable = `No\t担当\t手順\t媒体\t所要時間（分）\t次\t備考
1\t住民\t転入届を書く\t紙\t10\t\t
2\t窓口\t届を受け取る\t紙\t3\t\t
3\t窓口\t書類はそろっているか\t\t\tはい 85% → 5、いいえ 15% → 4\t
4\t住民\t足りない書類を出す\t紙\t20\t3へ戻る\t
5\t〃\t本人確認書類を見せる\t原本\t2\t\t顔写真付き
6\t審査係\t住民記録に入力する\t紙→業務システム\t8\t\t
7\t審査係\t読み合わせる\t紙\t5\t\t二人で行う
8\t係長\t決裁する\t紙\tすぐ\t\t
9\t窓口\t通知書を渡す\t紙\t2\t終わり\t`;

/** Waits until the dialog that is called so is there. */
async function dialog(desk: Desk, id: string): Promise<void> {
  await desk.page.getByRole("dialog", { name: desk.t(id) }).waitFor();
}

export const screens: Screen[] = [
  {
    name: "start-first",
    async arrange(desk) {
      await desk.page.getByRole("heading", { name: desk.t("ui-start-headline") }).waitFor();
    },
  },
  {
    name: "start-new",
    async arrange(desk) {
      await press(desk, "ui-start-new");
      await desk.page.getByLabel(desk.t("ui-start-new-name")).waitFor();
    },
  },
  {
    name: "start",
    files: ["travel-expense-payment.flow", "vaccination-ticket.flow"],
    async arrange(desk) {
      await create(desk, "介護保険 要介護認定申請");
      await press(desk, "ui-header-back");
      await openSample(desk, sample);
      await press(desk, "ui-header-back");
      await desk.page.getByRole("row", { name: sample }).waitFor();
    },
  },
  {
    name: "empty",
    async arrange(desk) {
      await create(desk, "児童手当の認定請求");
    },
  },
  {
    name: "step",
    async arrange(desk) {
      await opened(desk);
      const step = card(desk, "住民基本台帳").first();
      await step.scrollIntoViewIfNeeded();
      // Nobody presses in the frame in which a list is scrolled.
      await rests(desk);
      await step.click();
      await tab(desk, "ui-step").click();
      await desk.page.getByRole("textbox", { name: desk.t("ui-step-name") }).waitFor();
    },
  },
  ...ofFindings,
  {
    name: "table",
    async arrange(desk) {
      await written(desk);
      await desk.page.keyboard.press("Alt+6");
      await desk.page.getByRole("grid", { name: desk.t("ui-table"), exact: true }).waitFor();
      await desk.page.getByText("届を確かめる").first().waitFor();
    },
  },
  {
    name: "text",
    async arrange(desk) {
      await opened(desk);
      await desk.page.keyboard.press("Alt+7");
      const field = desk.page.getByRole("textbox", { name: desk.t("ui-text-label") });
      await field.and(desk.page.locator("[data-unchanged]")).waitFor();
      await desk.page.getByRole("button", { name: desk.t("ui-text-how") }).click();
    },
  },
  {
    name: "legend",
    async arrange(desk) {
      await opened(desk);
      await press(desk, "ui-legend-open");
      await desk.page.locator(".picture-legend svg").first().waitFor();
    },
  },
  {
    name: "voices",
    async arrange(desk) {
      await opened(desk);
      await tab(desk, "ui-complaints").click();
    },
  },
  {
    name: "voice-heat",
    async arrange(desk) {
      await written(desk);
      await card(desk, "届を書く").click();
      await desk.page.keyboard.press("s");
      const text = desk.page.getByPlaceholder(desk.t("ui-voices-text-example"));
      await text.fill("同じ住所を三度書く");
      await text.press("Enter");
      await press(desk, "ui-heat");
      await desk.page.getByText(desk.t("legend-heat-one")).waitFor();
      await card(desk, "届を受ける").click();
      await desk.page.keyboard.press("r");
      await desk.page.getByRole("listbox", { name: desk.t("ui-voices-often-list") }).waitFor();
    },
  },
  {
    name: "figures",
    async arrange(desk) {
      await opened(desk);
      await tab(desk, "ui-numbers").click();
    },
  },
  ...ofProposal,
  ...ofTrial,
  {
    name: "export",
    async arrange(desk) {
      await opened(desk);
      await press(desk, "ui-header-export");
      await desk.page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "list-empty",
    async arrange(desk) {
      await create(desk, "転入届");
      await desk.page.keyboard.press("Control+Shift+V");
      await dialog(desk, "ui-list-title");
    },
  },
  {
    name: "list",
    async arrange(desk) {
      await create(desk, "転入届");
      await desk.context.grantPermissions(["clipboard-read", "clipboard-write"]);
      await desk.page.evaluate((it) => navigator.clipboard.writeText(it), pastedTable);
      await desk.page.keyboard.press("Control+v");
      await desk.page.getByText(desk.t("ui-list-count", { n: 9 })).waitFor();
    },
  },
  {
    name: "help",
    async arrange(desk) {
      await opened(desk);
      await press(desk, "ui-header-help");
      await desk.page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "menu",
    async arrange(desk) {
      await written(desk);
      await card(desk, "届を受ける").click({ button: "right" });
      await desk.page.getByRole("menuitem", { name: desk.t("ui-menu-duplicate") }).waitFor();
    },
  },
  {
    name: "replace",
    async arrange(desk) {
      await opened(desk);
      await desk.page.keyboard.press("Control+h");
      await desk.page.getByRole("textbox", { name: desk.t("ui-find"), exact: true }).fill("申請書");
      await desk.page.locator(".halo-found").waitFor({ state: "attached" });
    },
  },
  {
    name: "print",
    async arrange(desk) {
      await opened(desk);
      await desk.page.keyboard.press("Control+p");
      await desk.page.locator(".print-sheet").first().waitFor();
    },
  },
  {
    name: "tour",
    async arrange(desk) {
      await press(desk, "ui-tour-begin");
      await desk.page.getByText(desk.t("ui-tour-write-how")).waitFor();
    },
  },
  {
    name: "history",
    async arrange(desk) {
      await written(desk);
      const slider = await lookBack(desk);
      await slider.press("ArrowLeft");
      await press(desk, "ui-history-list-open");
      await desk.page.getByText(desk.t("ui-history-past-what")).waitFor();
    },
  },
  {
    name: "file",
    async arrange(desk) {
      await written(desk);
      await openFileDialog(desk);
    },
  },
  {
    name: "backups",
    async arrange(desk) {
      await written(desk);
      await press(desk, "ui-header-back");
      const recent = desk.page.getByRole("row", { name: "転入届" });
      await recent.getByRole("button", { name: desk.t("ui-start-recent-open") }).click();
      await openFileDialog(desk);
      await press(desk, "ui-file-backups");
      await dialog(desk, "ui-backups-title");
    },
  },
  {
    name: "erase",
    async arrange(desk) {
      await written(desk);
      await openFileDialog(desk);
      await press(desk, "ui-file-erase");
      await dialog(desk, "ui-erase-title");
      await desk.page.getByRole("textbox", { name: desk.t("ui-erase-text-field") }).fill("届を");
      await desk.page.getByText(desk.t("ui-erase-irrevocable")).waitFor();
    },
  },
  {
    name: "problem",
    files: [{ name: "broken.flow", text: "受付: 申請書を受け取る 10パーセント [" }],
    async arrange(desk) {
      await desk.page.getByRole("button", { name: "broken.flow" }).click();
      await desk.page.getByRole("alert").waitFor();
    },
  },
];
