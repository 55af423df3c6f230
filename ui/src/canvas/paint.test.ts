/** The screen shows what the files hold. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Scene } from "../contract";
import { type Painted, paint, painted } from "./paint";

const GOLDENS = join(import.meta.dirname, "../../../tests/golden");
const scenes = readdirSync(GOLDENS).filter((file) => file.endsWith(".scene.json"));

/** A node as the Rust side writes it: attributes by name, one node a line. */
function written(node: Painted): string {
  const names = Object.keys(node.attributes).sort();
  const attributes = names.map((name) => ` ${name}="${escaped(node.attributes[name] ?? "")}"`);
  const open = `<${node.tag}${attributes.join("")}`;
  if (typeof node.content !== "string") {
    if (node.content.length === 0) return `${open}/>`;
    return [`${open}>`, ...node.content.map(written), `</${node.tag}>`].join("\n");
  }
  return `${open}>${node.tag === "title" ? node.content : escaped(node.content)}</${node.tag}>`;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&apos;");
}

test("there are scenes to compare", () => {
  expect(scenes.length).toBeGreaterThan(1);
});

test.each(scenes)("%s is painted exactly as its exported picture", (file) => {
  const scene = JSON.parse(readFileSync(join(GOLDENS, file), "utf8")) as Scene;
  const golden = readFileSync(join(GOLDENS, file.replace(".scene.json", ".svg")), "utf8");
  const picture = `<?xml version="1.0" encoding="UTF-8"?>\n${written(paint(scene))}\n`;
  expect(picture).toBe(golden);
});

test("numbers are rounded to a hundredth, away from zero, and nothing is minus zero", () => {
  const area = { x: -0.001, y: 1.005, w: 2.345, h: -3 };
  const { attributes } = painted({ type: "rect", area, radius: 0, paint: {} });
  expect(attributes).toEqual({ x: "0", y: "1", width: "2.35", height: "0", fill: "none" });
});
