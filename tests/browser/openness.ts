/** Every screen in one language: nothing keeps anybody out, nothing is cut off, in both sizes and both themes. */
import { expect } from "vitest";
import { barriers, pale } from "./accessible";
import { rests } from "./hands";
import { unreadable } from "./readable";
import { screens } from "./screens";
import { story } from "./story";
import type { Language } from "./words";

const sizes = [
  { width: 1920, height: 1080 },
  { width: 1280, height: 800 },
  // 1280 pixels at 400 %.
  { width: 320, height: 256 },
];

/**
 * A story for each screen. Who is kept out is asked in Japanese: the other language changes words, not what they stand on.
 */
export function openToEverybody(language: Language): void {
  for (const { name, files, arrange } of screens) {
    story(`${name} is open to everybody and readable, in ${language}`, async ({ begin }) => {
      const desk = await begin({ language, files: files ?? [] });
      await arrange(desk);
      const odd: Record<string, string[]> = {};
      for (const size of sizes) {
        await desk.page.setViewportSize(size);
        await rests(desk);
        odd[`text at ${size.width}`] = await settled(() => unreadable(desk.page));
      }
      if (language === "ja") {
        await desk.page.setViewportSize({ width: 1280, height: 800 });
        odd.barriers = await barriers(desk.page);
        await desk.page.emulateMedia({ colorScheme: "dark" });
        odd.dark = await pale(desk.page);
      }
      expect(Object.entries(odd).filter(([, found]) => found.length > 0)).toEqual([]);
    });
  }
}

/** What is odd once everything has found its new place, for which a busy machine needs more than a frame. */
async function settled(look: () => Promise<string[]>): Promise<string[]> {
  let odd = await look();
  for (let tries = 0; odd.length > 0 && tries < 20; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    odd = await look();
  }
  return odd;
}
