/** Letters of any kind, set by the browser itself in whatever faces it has: they stay in their boxes. */
import { expect } from "vitest";
import { picture, soon } from "./hands";
import { story } from "./story";

const long = "申請書を受け取り内容を確認して台帳と突合し、不備があれば補正を依頼する。".repeat(4);
const names = [
  long,
  "か\u3099き\u3099の申請 ハ\u309aスホ\u309aート か\u309a",
  "ﾊﾟｽﾎﾟｰﾄﾉｼﾝｾｲｼｮｦｳｹﾄﾘｶｸﾆﾝｽﾙ ﾌﾘｶﾞﾅﾉﾄｳﾛｸ",
  "👩‍👩‍👧‍👦の家族 🇯🇵の国旗 👍🏽 1️⃣ ☀️ 😀😀😀😀😀😀😀😀😀😀😀",
  "𠮷野家 葛\u{e0100}飾区 叱𠮟 ⸻",
  "W".repeat(500),
  "https://www.city.example.lg.jp/kurashi/zeikin/shinsei/index.html?id=12345&page=2",
  "طلب شهادة الإقامة (نسخة 2). שלום עולם!",
  "申請 طلب شهادة を受理 \u202e逆さま",
  "e\u0301\u0323\u0302\u0316\u0317\u0318x\u0351\u036b\u0343\u0300を確認",
];
const text = `# 文字の試し
@担当 窓口 [職員]
@担当 ﾏｲﾅﾝﾊﾞｰｶｰﾄﾞ👩‍👩‍👧‍👦および国民健康保険料減免申請の審査を担当するとても長い名前の係その一その二その三 [職員]
@工程 受付 とても長い工程の名前で一行には入りきらないもの
${names.map((name) => `窓口: ${name} 5分`).join("\n")}
`;

/** What sticks out of its box, in the units of the picture. */
function sticking(paper: Element): string[] {
  const slack = 0.75;
  const found: string[] = [];
  for (const group of paper.querySelectorAll<SVGGElement>("g[data-id]")) {
    const boxes = [...group.querySelectorAll<SVGRectElement>(":scope > rect")].map((it) =>
      it.getBBox(),
    );
    // The head of a lane is its narrowest shape; a step has one box only.
    const box = boxes.sort((one, two) => one.width - two.width)[0];
    for (const line of group.querySelectorAll<SVGTextElement>(":scope > text")) {
      const { x, width } = line.getBBox();
      if (box && (x < box.x - slack || x + width > box.x + box.width + slack)) {
        found.push(`${group.dataset.id}: ${line.textContent}`);
      }
    }
  }
  return found;
}

story(
  "letters of any kind stay in their boxes, and a name can be read whole",
  async ({ begin }) => {
    const desk = await begin({ files: [{ name: "letters.flow", text }] }, { file: "letters.flow" });
    // Only what is in sight is painted: all of it is to be seen.
    await desk.page.setViewportSize({ width: 4200, height: 1200 });
    const paper = picture(desk).locator(".canvas-paper").first();
    const steps = paper.locator('g[data-id^="step/"]');
    await soon(() => steps.count()).toBeGreaterThanOrEqual(names.length);
    await desk.page.evaluate(() => document.fonts.ready);
    expect(await paper.evaluate(sticking)).toEqual([]);
    const first = steps.first();
    expect(await first.locator(":scope > title").textContent()).toContain(long);
    expect(await first.locator(":scope > text").last().textContent()).toContain("…");
  },
);
