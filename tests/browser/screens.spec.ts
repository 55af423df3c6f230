/** Every screen, in both languages and both themes: nothing keeps anybody out, nothing is cut off. */
import { expect } from "vitest";
import { barriers } from "./accessible";
import { unreadable } from "./readable";
import { screens } from "./screens";
import { story } from "./story";

const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];

for (const { name, files, arrange } of screens) {
  for (const language of ["ja", "en"] as const) {
    story(`${name} is open to everybody and readable, in ${language}`, async ({ begin }) => {
      const desk = await begin({ language, files: files ?? [] });
      await arrange(desk);
      const odd: Record<string, string[]> = {};
      for (const size of sizes) {
        await desk.page.setViewportSize(size);
        odd[`text at ${size.width}`] = await unreadable(desk.page);
      }
      for (const colorScheme of ["light", "dark"] as const) {
        await desk.page.emulateMedia({ colorScheme });
        odd[colorScheme] = await barriers(desk.page);
      }
      expect(Object.entries(odd).filter(([, found]) => found.length > 0)).toEqual([]);
    });
  }
}
