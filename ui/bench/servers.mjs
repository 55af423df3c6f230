/** What the browsers that are measured open: the program, a bare picture, a page of the peer. */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";

const FONTS = join(import.meta.dirname, "../../crates/fonts/files");

/** The program with `flow` open, and its address. */
export async function serve(kaizu, flow) {
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
  return { url, pid: program.pid, stop: () => program.kill() };
}

/** A page with nothing but the exported picture; and the faces. */
export function bareServer(svg) {
  const picture = readFileSync(svg, "utf8").replace(/^<\?xml.*\?>/, "");
  const faces = ["400Regular", "700Bold"].map(
    (weight) =>
      `@font-face { font-family: "BIZ UDPGothic"; font-weight: ${weight.slice(0, 3)}; src: url(/BIZUDPGothic_${weight}.ttf) }`,
  );
  const style = `<style>${faces.join("\n")} body { margin: 0 } svg { position: absolute }</style>`;
  return server((address, response) => {
    const face = /^\/([\w-]+\.ttf)$/.exec(address)?.[1];
    if (face) return response.end(readFileSync(join(FONTS, face)));
    return page(response, style + picture);
  });
}

/** A page of the peer that lies in the folder `peer`, and the diagram it opens. */
export function pageServer(peer, diagram) {
  const style = ["diagram-js", "bpmn-js", "bpmn-font/css/bpmn-embedded"]
    .map((name) => `<link rel="stylesheet" href="/peer/assets/${name}.css">`)
    .join("");
  const body =
    '<div id="canvas" style="position: absolute; inset: 0"></div><script src="/peer/bpmn-modeler.production.min.js"></script>';
  return server((address, response) => {
    if (address === "/diagram.bpmn") return response.end(readFileSync(diagram));
    const file = /^\/peer\/([\w/-]+(?:\.[\w-]+)+)/.exec(address)?.[1];
    if (file === undefined) return page(response, style + body);
    if (file.endsWith(".css")) response.setHeader("Content-Type", "text/css");
    return response.end(readFileSync(join(peer, file)));
  });
}

/** The median of all figures of one name. */
export function median(figures, name) {
  const numbers = figures.map((it) => (name === undefined ? it : it[name]));
  return numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

function page(response, body) {
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.end(`<!doctype html>${body}`);
}

function server(answer) {
  const made = createServer((request, response) => answer(request.url ?? "/", response));
  return new Promise((resolve) => {
    made.listen(0, "127.0.0.1", () =>
      resolve({
        url: `http://127.0.0.1:${made.address().port}/`,
        stop: () => made.close(),
      }),
    );
  });
}
