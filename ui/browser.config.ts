/** The stories in the browser: they live with the other tests that span the program, in tests/browser. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const packages = ["vitest", "playwright-core", "@axe-core/playwright", "@fluent/bundle"];

export default defineConfig({
  resolve: {
    // The stories stand outside of this folder, their packages inside it.
    alias: packages.map((name) => ({
      find: new RegExp(`^${name}$`),
      replacement: fileURLToPath(import.meta.resolve(name)),
    })),
  },
  test: {
    dir: join(import.meta.dirname, "../tests/browser"),
    // Taking pictures is not testing: scripts/look asks for it.
    include: process.env.KAIZU_LOOK === undefined ? ["**/*.spec.ts"] : ["**/look.ts"],
    environment: "node",
    testTimeout: 90_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
