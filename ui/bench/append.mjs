/**
 * Measures an edit from the key or hand that sends it to the frame that shows it, in large flows: in Chromium beside the same
 * edit in bpmn-js, in the real window beside a repaint of a bare SVG of the same picture.
 * Usage: node append.mjs JSON, as scripts/bench-append calls it; prints a table in Markdown.
 */
import { join } from "node:path";
import {
  addStep,
  carry,
  drop,
  hold,
  importDiagram,
  peerEdits,
  peerStands,
  peerTakesBack,
  repaint,
  standAt,
  takeBack,
  writeName,
} from "./edits.mjs";
import { cpuOf, engines, UNBOUND } from "./engines.mjs";
import { place, ready, rest, seen } from "./pages.mjs";
import { bareServer, median, pageServer, serve } from "./servers.mjs";

const given = JSON.parse(process.argv[2] ?? "{}");
const carrying = [];
/** What is measured: where, how it is made ready, and what is timed. */
const EDITS = [
  {
    name: "append at the end",
    where: "end",
    edit: "append",
    ready: writeName,
    key: "n",
    act: addStep,
  },
  {
    name: "append in the middle",
    where: "middle",
    edit: "append",
    ready: writeName,
    key: "n",
    act: addStep,
  },
  { name: "move to another lane", where: "middle", edit: "move", ready: hold, act: drop },
  { name: "label", where: "middle", edit: "label", ready: writeName, key: "F2", act: addStep },
];
const PICTURE = ".canvas-paper [data-id^='step/']";

console.log("| engine | steps | edit | Kaizu, ms | beside | ms | ratio | processor, ms |");
console.log("|---|---:|---|---:|---|---:|---:|---:|");
for (const engine of engines(UNBOUND)) {
  for (const size of given.sizes) {
    await (engine.window ? besideRepaint(engine, size) : besidePeer(engine, size));
  }
}

console.log("\n| engine | steps | carrying a step, ms/frame | nothing, ms/frame |");
console.log("|---|---:|---:|---:|");
for (const row of carrying) console.log(row);

/** What a step in the hand costs each frame. */
async function carried(engine, size, ours) {
  await ours.run(standAt, "middle");
  const nothing = await ours.run(carry, { isHeld: false });
  const held = await ours.run(carry, { isHeld: true });
  return `| ${engine.name} | ${size.steps} | ${held.toFixed(1)} | ${nothing.toFixed(1)} |`;
}

/** In a browser, in turns with the peer, so that both meet the same machine. */
async function besidePeer(engine, size) {
  const program = await serve(given.kaizu, size.flow);
  const server = await pageServer(join(given.peer), size.bpmn);
  const ours = await engine.open(0);
  const peer = await engine.open(1);
  try {
    await ours.goto(program.url);
    await peer.goto(server.url);
    await ours.run(ready, PICTURE);
    await peer.run(importDiagram);
    const both = { ...ours, cpu: () => ours.cpu() + cpuOf(program.pid) };
    carrying.push(await carried(engine, size, ours));
    for (const edit of EDITS) {
      await inTurns(engine, size, edit, both, "bpmn-js", async () => {
        await peer.run(peerStands, { where: edit.where });
        const figures = await measured(peer, peerEdits, { edit: edit.edit });
        await peer.run(peerTakesBack);
        return figures;
      });
    }
  } finally {
    await ours.close();
    await peer.close();
    program.stop();
    server.stop();
  }
}

/** In the real window, in turns with a page of the same engine that only paints. */
async function besideRepaint(engine, size) {
  const server = await bareServer(size.svg);
  const ours = await engine.window(0, given.window, size.flow);
  const bare = await engine.open(1);
  try {
    await bare.goto(server.url);
    await ours.run(ready, PICTURE);
    await bare.run(ready, "svg [data-id]");
    carrying.push(await carried(engine, size, ours));
    for (const edit of EDITS) {
      await inTurns(engine, size, edit, ours, "bare repaint", async () => {
        await bare.run(place, await ours.run(seen));
        await bare.run(rest);
        return measured(bare, repaint);
      });
    }
  } finally {
    await ours.close();
    await bare.close();
    server.stop();
  }
}

async function inTurns(engine, size, edit, ours, beside, other) {
  const [mine, theirs] = [[], []];
  // The first turn warms both up and is not counted.
  for (let turn = 0; turn <= Number(given.rounds); turn += 1) {
    await ours.run(standAt, edit.where);
    const name = `追加${turn}`;
    await ours.run(edit.ready, { name, key: edit.key });
    const figures = await measured(ours, edit.act, { name });
    await ours.run(takeBack);
    await ours.run(rest);
    const others = await other();
    if (turn > 0) {
      mine.push(figures);
      theirs.push(others);
    }
  }
  const [clock, peer] = [median(mine, "clock"), median(theirs, "clock")];
  const used = `${median(mine, "cpu").toFixed(0)} / ${median(theirs, "cpu").toFixed(0)}`;
  const figures = [clock.toFixed(0), beside, peer.toFixed(0), (clock / peer).toFixed(2), used];
  console.log(`| ${[engine.name, size.steps, edit.name, ...figures].join(" | ")} |`);
}

/** Milliseconds on the clock within the page, and of the processor in all of the browser. */
async function measured(page, make, asked) {
  const before = page.cpu();
  const clock = await page.run(make, asked);
  return { cpu: (page.cpu() - before) * 1000, clock };
}
