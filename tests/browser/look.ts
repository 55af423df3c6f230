/** Takes a picture of every screen, to be looked at: scripts/look. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { repository } from "./program";
import { screens } from "./screens";
import { story } from "./story";

const wanted = process.env.KAIZU_LOOK ?? "all";
const isReadme = wanted === "readme";

/** The pictures of the README: screen and the file in docs/. */
const shown: Record<string, string> = { findings: "as-is", compare: "compare" };

const folder = join(repository, isReadme ? "docs" : "out/look");
mkdirSync(folder, { recursive: true });

const sizes = isReadme
  ? [{ width: 1440, height: 900 }]
  : [
      // A projector, a laptop, a desk.
      { width: 1024, height: 768 },
      { width: 1280, height: 800 },
      { width: 1920, height: 1080 },
    ];

for (const { name, files, arrange } of screens) {
  if (isReadme ? !(name in shown) : wanted !== "all" && wanted !== name) {
    continue;
  }
  for (const language of ["ja", "en"] as const) {
    story(`${name} in ${language}`, async ({ begin }) => {
      const desk = await begin({ language, files: files ?? [] });
      await arrange(desk);
      for (const size of sizes) {
        await desk.page.setViewportSize(size);
        const file = isReadme ? `${shown[name]}-${language}` : `${name}-${language}-${size.width}`;
        await desk.page.screenshot({ path: join(folder, `${file}.png`) });
      }
      if (!isReadme) {
        await desk.page.emulateMedia({ colorScheme: "dark" });
        await desk.page.setViewportSize({ width: 1280, height: 800 });
        await desk.page.screenshot({ path: join(folder, `${name}-${language}-dark.png`) });
        await desk.page.emulateMedia({ colorScheme: "light", forcedColors: "active" });
        await desk.page.screenshot({ path: join(folder, `${name}-${language}-forced.png`) });
        // 1280 pixels at 400 %.
        await desk.page.emulateMedia({ forcedColors: "none" });
        await desk.page.setViewportSize({ width: 320, height: 256 });
        const path = join(folder, `${name}-${language}-zoomed.png`);
        await desk.page.screenshot({ path, fullPage: true });
      }
    });
  }
}
