/**
 * Measures the window: what a frame of panning and zooming costs, against repainting a bare SVG of the same picture in
 * the same place. Usage: node window.mjs KAIZU FLOW SVG [ROUNDS]; prints a table in Markdown.
 */
import { engines } from "./engines.mjs";
import { place, ready, rest, seen, show, turnBare, turnWheel } from "./pages.mjs";
import { bareServer, median, serve } from "./servers.mjs";

const FRAMES = 90;
const [, , kaizu = "", flow = "", svg = "", rounds = "5"] = process.argv;

console.log(
  "| engine | view | movement | window, ms/frame | bare SVG, ms/frame | ratio | on the clock |",
);
console.log("|---|---|---|---:|---:|---:|---:|");
for (const engine of engines()) await compare(engine);

/** The window and a bare page of the same engine in turns, so that both meet the same machine. */
async function compare(engine) {
  const [program, server] = [await serve(kaizu, flow), await bareServer(svg)];
  const ours = await engine.open(0);
  const bare = await engine.open(1);
  try {
    await ours.goto(program.url);
    await bare.goto(server.url);
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
    server.stop();
  }
}

async function row(engine, ours, bare, isWhole, isZoom) {
  const runs = { ours: [], bare: [], clock: [], bareClock: [] };
  for (let turn = 0; turn < Number(rounds); turn += 1) {
    const looked = await ours.run(seen);
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
  const view = isWhole ? "whole" : "100 %";
  const figures = [mine.toFixed(1), theirs.toFixed(1), (mine / theirs).toFixed(2), clock];
  return `| ${[engine.name, view, isZoom ? "zoom" : "pan", ...figures].join(" | ")} |`;
}

/** Processor milliseconds and milliseconds on the clock of one frame. */
async function measured(page, make, given) {
  const before = page.cpu();
  const clock = await page.run(make, { frames: FRAMES, ...given });
  return { cpu: ((page.cpu() - before) * 1000) / FRAMES, clock };
}
