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

test("in the dark, a colour of the window is the one that the picture has there", () => {
  const picture = readFileSync(join(import.meta.dirname, "generated/picture.css"), "utf8");
  const pairs = new Map(
    [...picture.matchAll(/fill: light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
      ([, lit = "", dark = ""]) => [lit, dark],
    ),
  );
  expect(pairs.size).toBeGreaterThan(20);
  const own = [...css.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)];
  const shared = own.filter(([, name = ""]) =>
    /^(paper|band|head.*|phase|heat-.*|border|arrow.*|strip-.*|ink|secondary|line|staff|resident|example.*)$/.test(
      name,
    ),
  );
  expect(shared.length).toBeGreaterThan(15);
  const wrong = shared.filter(([, , lit = "", dark]) => pairs.get(lit) !== dark);
  expect(wrong.map(([rule]) => rule)).toEqual([]);
});
