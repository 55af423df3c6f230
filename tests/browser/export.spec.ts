/** Exports: each file is what it says it is, and holds what is on the screen. */
import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { expect } from "vitest";
import { button, create, like, openSample, press, propose, tabTo, word, write } from "./hands";
import { type Desk, story } from "./story";

/** Exports in one form; the suggested name and the bytes. */
async function exported(desk: Desk, ending: string): Promise<{ name: string; bytes: Buffer }> {
  await press(desk, "ui-header-export");
  const form = desk.page.getByRole("radio", { name: new RegExp(`\\.${ending}`) });
  await form.check({ force: true });
  const arriving = desk.page.waitForEvent("download");
  await press(desk, "ui-export-do");
  const download = await arriving;
  const bytes = await readFile(await download.path());
  await desk.page.getByText(like(desk, "ui-export-done-download", "name")).waitFor();
  // The sheet has one more such button, for those who have it read.
  await button(desk, "ui-export-close").last().click();
  return { name: download.suggestedFilename(), bytes };
}

async function drawn(desk: Desk): Promise<void> {
  await create(desk, "転入届");
  await write(desk, ["届を書く", "届を受ける"]);
}

story("a picture is exported as SVG, PNG and PDF", async ({ begin }) => {
  const desk = await begin();
  await drawn(desk);
  const svg = await exported(desk, "svg");
  expect(svg.name).toMatch(/\.svg$/);
  expect(svg.bytes.toString()).toMatch(/^(<\?xml[^>]*>\s*)?<svg/);
  expect(svg.bytes.toString()).toContain("届を受ける");

  const png = await exported(desk, "png");
  expect(png.bytes.subarray(1, 4).toString()).toBe("PNG");
  expect(png.bytes.readUInt32BE(16)).toBeGreaterThan(400);

  const pdf = await exported(desk, "pdf");
  expect(pdf.bytes.subarray(0, 5).toString()).toBe("%PDF-");
  const text = execFileSync("pdftotext", ["-raw", "-", "-"], { input: pdf.bytes }).toString();
  expect(text.replaceAll(/\s/g, "")).toContain("届を受ける");
});

story("in the dark the picture is dark on the screen, and light in files", async ({ begin }) => {
  const desk = await begin({ dark: true });
  await drawn(desk);
  const step = desk.page.locator('.canvas-paper [data-id^="step/"]').first();
  await step.waitFor();
  const [ground, letters] = await step.evaluate((group) =>
    ["rect", "text"].map((tag) => {
      const node = group.querySelector(tag);
      const parts = node ? getComputedStyle(node).fill.match(/\d+/g) : null;
      return Math.max(...(parts ?? []).map(Number));
    }),
  );
  expect(ground).toBeLessThan(60);
  expect(letters).toBeGreaterThan(200);
  const svg = (await exported(desk, "svg")).bytes.toString();
  expect(svg).toMatch(/<rect fill="#ffffff"/);
  expect(svg.includes("#1e1e21")).toBe(false);
});

story("a flow is exported as text and as data that other programs read", async ({ begin }) => {
  const desk = await begin();
  await drawn(desk);
  const flow = await exported(desk, "flow");
  expect(flow.bytes.toString()).toMatch(/住民: *届を書く[\s\S]*届を受ける/);
  const json = JSON.parse((await exported(desk, "json")).bytes.toString());
  expect(json.format).toBe("kaizu-process/1");
  expect(json.nodes.map((node: { name: string }) => node.name)).toEqual(["届を書く", "届を受ける"]);
});

story(
  "how many sheets a picture takes is told for each paper, also to the keyboard",
  async ({ begin }) => {
    const desk = await begin();
    await openSample(desk, "特別定額給付金");
    await press(desk, "ui-header-export");
    const told = desk.page.getByRole("status").filter({ hasText: /\d枚/ });
    await told.filter({ hasText: /^A3.* \d+枚$/ }).waitFor();
    const few = Number(/(\d+)枚/.exec((await told.textContent()) ?? "")?.[1]);
    const papers = desk.page.getByRole("radiogroup", { name: desk.t("ui-export-page") });
    const a4 = papers.getByRole("radio", { name: "A4" });
    await tabTo(desk, papers);
    while (!(await a4.evaluate((element) => element === document.activeElement))) {
      await desk.page.keyboard.press("ArrowRight");
    }
    await desk.page.keyboard.press("Space");
    await told.filter({ hasText: /^A4.* \d+枚$/ }).waitFor();
    const many = Number(/(\d+)枚/.exec((await told.textContent()) ?? "")?.[1]);
    expect(many).toBeGreaterThan(few);
    const arriving = desk.page.waitForEvent("download");
    await press(desk, "ui-export-do");
    const pdf = await readFile(await (await arriving).path());
    const text = execFileSync("pdftotext", ["-raw", "-", "-"], { input: pdf }).toString();
    // Each sheet says which of how many it is.
    const numbers = text.replaceAll(/\s/g, "").match(new RegExp(`\\d/${many}`, "g"));
    expect(numbers).toHaveLength(many);
  },
);

story("both flows are exported in one picture", async ({ begin }) => {
  const desk = await begin();
  await openSample(desk, "旅費");
  await propose(desk);
  const svg = (await exported(desk, "svg")).bytes.toString();
  expect(svg).toContain(desk.t("difference-eliminated"));
});

story("the picture can be pasted elsewhere", async ({ begin }) => {
  const desk = await begin();
  await desk.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await drawn(desk);
  await press(desk, "ui-header-export");
  await press(desk, "ui-export-copy");
  await desk.page.getByText(desk.t("ui-export-copied")).waitFor();
  const types = await desk.page.evaluate(async () =>
    (await navigator.clipboard.read()).flatMap((item) => item.types),
  );
  expect(types).toContain("image/png");
  expect(await word(desk, "ui-header-as-is").count()).toBe(1);
});
