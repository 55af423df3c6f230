/** The reference process, typed from nothing with the keyboard alone: its keys are counted, its result compared. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { countsCards, create, soon, write, writing } from "./hands";
import { repository } from "./program";
import { type Desk, story } from "./story";

/** A key that is no part of the text. */
const ENTER = "Enter";
const TAB = "Tab";

/**
 * The text itself (names, the first use of a lane, media, minutes, shares) stands as it is; what stands in braces is typed for
 * the sake of the program, and each of its letters counts, as does every key.
 */
const LINES: readonly (readonly string[])[] = [
  ["住民{：}申請書を書く{ }紙15分", ENTER],
  ["窓口に提出する{ }紙30分", ENTER],
  ["窓口係{：}申請書を受け取る{ }紙3分", ENTER],
  ["記入漏れを確認する{ }紙5分", ENTER],
  ["{◇}書類はそろっているか", ENTER],
  ["20%足りない{→住民：}足りない書類を出す{ }紙20分{→4}", ENTER],
  ["80%そろっている{→}収受印を押す{ }紙1分", ENTER],
  ["受付簿に記入する{ }紙→Excel4分", ENTER],
  ["担当係へ渡す{ }紙2分", ENTER],
  ["担当係{：}住民記録と突き合わせる{ }紙6分", ENTER],
  ["業務システムに入力する{ }紙→業務システム8分", ENTER],
  ["入力内容を読み合わせる{ }紙6分", ENTER],
  ["別の職員が再確認する{ }紙3分", ENTER],
  ["決定伺いを起案する{ }業務システム→紙5分", ENTER],
  ["係長{：}押印する{ }紙1分", ENTER],
  ["決裁する{ }紙1分", ENTER],
  [TAB, TAB, TAB, "通知書を印刷する{ }業務システム→紙2分", ENTER],
  ["通知書を封入する{ }紙2分", ENTER],
  ["通知書を郵送する{ }紙1分", ENTER],
  [TAB, TAB, "通知書を受け取る{ }紙2分", ENTER],
];

/** How many key presses beyond the text a clerk may need. */
const MOST = 60;

/** Types a line as an input method hands it over: its text at once. Gives the presses beyond the text. */
async function type(desk: Desk, line: readonly string[]): Promise<number> {
  let presses = 0;
  for (const part of line) {
    if (part === ENTER || part === TAB) {
      await desk.page.keyboard.press(part);
      presses += 1;
      continue;
    }
    await desk.page.keyboard.insertText(part.replace(/[{}]/g, ""));
    presses += (part.match(/\{([^}]*)\}/g) ?? []).join("").replace(/[{}]/g, "").length;
  }
  return presses;
}

/** The lines of a flow as they stand, without its head; ways of one branch in the order of their letters. */
function linesOf(flow: string): string[] {
  const lines = flow.split("\n").filter((line) => line !== "" && !/^(#|@|\/\/)/.test(line));
  const blocks: string[][] = [];
  for (const line of lines) {
    if (/^\s/.test(line)) blocks.at(-1)?.push(line);
    else blocks.push([line]);
  }
  return blocks.flatMap(([step = "", ...ways]) => [step, ...ways.sort()]);
}

/** The flow as text. */
async function textOf(desk: Desk): Promise<string> {
  await desk.page.keyboard.press("Alt+7");
  const field = desk.page.getByRole("textbox", { name: desk.t("ui-text-label") });
  await field.and(desk.page.locator("[data-unchanged]")).waitFor();
  await soon(() => field.inputValue()).toContain("通知書を受け取る");
  return field.inputValue();
}

story(
  "twenty steps in four lanes need no more than sixty keys beyond their text",
  async ({ begin }) => {
    const desk = await begin();
    await create(desk, "申請");
    await writing(desk).focus();
    let presses = 0;
    for (const line of LINES) {
      presses += await type(desk, line);
      await soon(() => writing(desk).inputValue()).toBe("");
    }
    await countsCards(desk, 20);
    const wanted = readFileSync(join(repository, "tests/fixtures/reference-20.flow"), "utf8");
    const typed = await textOf(desk);
    // Lanes in the order in which they come, each of the kind that its name says, need no line of their own.
    expect(typed.includes("@担当")).toBe(false);
    expect(linesOf(typed)).toEqual(linesOf(wanted));
    expect(presses).toBeLessThanOrEqual(MOST);
  },
);

story(
  "lines further in are a way of the branch above, and what follows is where all ways meet",
  async ({ begin }) => {
    const desk = await begin();
    await create(desk, "申請");
    await write(desk, ["窓口：受ける", "◇不備はあるか", "　補正を頼む", "　直しを待つ"]);
    await desk.page.keyboard.insertText("決める");
    await desk.page.keyboard.press("Enter");
    await countsCards(desk, 5);
    await desk.page.keyboard.press("Alt+7");
    const field = desk.page.getByRole("textbox", { name: desk.t("ui-text-label") });
    await soon(() => field.inputValue()).toContain("決める");
    const text = await field.inputValue();
    expect(text).toContain("→ 補正を頼む");
    expect(text).toContain("→ 決める");
    expect(text.match(/→/g)).toHaveLength(2);
  },
);
