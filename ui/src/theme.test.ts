/** The colours of the window are those of the picture. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const css = readFileSync(join(import.meta.dirname, "theme.css"), "utf8");
const rust = readFileSync(join(import.meta.dirname, "../../crates/render/src/theme.rs"), "utf8");

/** What `--name` is in the light. */
function light(name: string): string | undefined {
  return css.match(new RegExp(`--${name}: (?:light-dark\\()?(#[0-9a-f]{6})`))?.[1];
}

test("every colour that has a name in Rust has the same one here", () => {
  const named = [...rust.matchAll(/const ([A-Z_]+): Colour = Colour\(0x00([0-9a-f_]+)\)/g)];
  expect(named.length).toBeGreaterThan(10);
  const wrong = named
    .map(([, name = "", digits = ""]) => [
      name.toLowerCase().replaceAll("_", "-"),
      `#${digits.replaceAll("_", "")}`,
    ])
    .filter(([name = "", colour]) => light(name) !== colour);
  expect(wrong).toEqual([]);
});
