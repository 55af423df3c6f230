/**
 * Measures the window: what a frame of panning and zooming costs, against repainting a bare SVG of the same picture in
 * the same place. Usage: node window.mjs KAIZU FLOW SVG [ROUNDS]; prints a table in Markdown.
 */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { engines } from "./engines.mjs";
import { place, ready, rest, seen, show, turnBare, turnWheel } from "./pages.mjs";

const FONTS = join(import.meta.dirname, "../../crates/fonts/files");
const FRAMES = 90;
const [, , kaizu = "", flow = "", svg = "", rounds = "5"] = process.argv;

console.log(
  "| engine | view | movement | window, ms/frame | bare SVG, ms/frame | ratio | on the clock |",
);
console.log("|---|---|---|---:|---:|---:|---:|");
for (const engine of engines()) await compare(engine);

/** The window and a bare page of the same engine in turns, so that both meet the same machine. */
async function compare(engine) {
  const [program, server] = [await serve(), await bareServer()];
  const ours = await engine.open(0);
  const bare = await engine.open(1);
  try {
    await ours.goto(program.url);
    await bare.goto(`http://127.0.0.1:${server.address().port}/`);
    await ours.run(ready, ".canvas-paper [data-id^='step/']");
    await bare.run(ready, "svg [data-id]");
    for (const isWhole of [false, true]) {
      await ours.run(show, isWhole);
      await ours.run(rest);
      for (const isZoom of [false, true])
        console.log(await row(engine, ours, bare, isWhole, isZoom));
    }
  } finally {
    await ours.close();
    await bare.close();
    program.stop();
    server.close();
  }
}

async function row(engine, ours, bare, isWhole, isZoom) {
  const runs = { ours: [], bare: [], clock: [], bareClock: [] };
  let steps = 0;
  for (let turn = 0; turn < Number(rounds); turn += 1) {
    const looked = await ours.run(seen);
    steps = looked.steps;
    const mine = await measured(ours, turnWheel, { isZoom });
    await ours.run(rest);
    await bare.run(place, looked);
    const theirs = await measured(bare, turnBare, { isZoom, camera: looked.camera });
    runs.ours.push(mine.cpu);
    runs.bare.push(theirs.cpu);
    runs.clock.push(mine.clock);
    runs.bareClock.push(theirs.clock);
  }
  const [mine, theirs] = [median(runs.ours), median(runs.bare)];
  const clock = `${median(runs.clock).toFixed(0)} / ${median(runs.bareClock).toFixed(0)} ms`;
  const view = `${isWhole ? "whole" : "100 %"}, ${steps} steps`;
  const figures = [mine.toFixed(1), theirs.toFixed(1), (mine / theirs).toFixed(2), clock];
  return `| ${[engine.name, view, isZoom ? "zoom" : "pan", ...figures].join(" | ")} |`;
}

/** Processor milliseconds and milliseconds on the clock of one frame. */
async function measured(page, make, given) {
  const before = page.cpu();
  const clock = await page.run(make, { frames: FRAMES, ...given });
  return { cpu: ((page.cpu() - before) * 1000) / FRAMES, clock };
}

async function serve() {
  const program = spawn(kaizu, ["serve", flow, "--lang", "ja"], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const url = await new Promise((resolve) => {
    const hear = (bytes) => {
      said += bytes;
      const found = /http:\/\/\S+/.exec(said);
      if (found) resolve(found[0]);
    };
    program.stdout.on("data", hear);
    program.stderr.on("data", hear);
  });
  return { url, stop: () => program.kill() };
}

/** A page with nothing but the exported picture, at `box`; and the faces. */
function bareServer() {
  const picture = readFileSync(svg, "utf8").replace(/^<\?xml.*\?>/, "");
  const server = createServer((request, response) => {
    const face = /^\/([\w-]+\.ttf)$/.exec(request.url ?? "")?.[1];
    if (face) return response.end(readFileSync(join(FONTS, face)));
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    const faces = ["400Regular", "700Bold"].map(
      (weight) =>
        `@font-face { font-family: "BIZ UDPGothic"; font-weight: ${weight.slice(0, 3)}; src: url(/BIZUDPGothic_${weight}.ttf) }`,
    );
    return response.end(
      `<!doctype html><style>${faces.join("\n")} body { margin: 0 } svg { position: absolute }</style>${picture}`,
    );
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

function median(numbers) {
  return numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
