/** A small office with people, for stories of what becomes of the work if. */
import type { Locator } from "playwright-core";
import { like, openSample, word } from "./hands";
import type { File } from "./program";
import type { Desk } from "./story";

/** Its name is the same in both languages. */
export const OFFICE = "窓口の届出";

/** Two desks whose people are known, one branch into channels, and a standard period. */
export const office = {
  name: `${OFFICE}.flow`,
  text: `# ${OFFICE}
@例示
@所管 市民課
@年間件数 9000
@標準処理期間 5日
@担当 住民 [住民]
@担当 受付係 [職員 2人]
@担当 審査係 [職員 2人]
住民: 届出のしかたを選ぶ [#S0 分岐]
  30% オンライン → #S1
  70% 窓口 → #S2
住民: スマートフォンで届け出る 5分 [#S1 入力 電子]
  接点: オンライン
  → #S4
住民: 届書を書いて出す 10分 [#S2 記入 紙]
  接点: 窓口
受付係: 届書を受け取り入力する 9分 [#S3 転記 紙→業務システム]
審査係: 届出を審査する 14分 [#S4 審査 電子]
審査係: 結果を知らせる 3分 [#S5 送付 電子]
`,
};

/** The same without anybody saying how many people there are. */
export const unknownOffice: File = {
  name: `${OFFICE}.flow`,
  text: office.text.replaceAll(" 2人]", "]").replace("@年間件数 9000\n", ""),
};

/** Opens a file of the folder and the page of what-if. */
export async function toTrial(desk: Desk, name = OFFICE): Promise<void> {
  await openSample(desk, name);
  await word(desk, "ui-trial").click();
  await desk.page.getByRole("tablist", { name: desk.t("ui-trial-questions") }).waitFor();
}

/** The tab of a question. */
export function question(desk: Desk, id: string): Locator {
  return desk.page.getByRole("tab", { name: like(desk, `ui-trial-q-${id}`) });
}

/** The first sentence of what formulas tell. */
export function answerOf(desk: Desk): Locator {
  return desk.page.locator(".trial-forecast .trial-answer");
}
