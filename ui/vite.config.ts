/** Builds the window into dist/, with the same faces that Rust measures with. */
import { copyFileSync, createReadStream, mkdirSync } from "node:fs";
import { join } from "node:path";
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

const FACES = join(import.meta.dirname, "../crates/fonts/files");
const NAMES = [
  "BIZUDPGothic_400Regular.ttf",
  "BIZUDPGothic_700Bold.ttf",
  "NotoSansJP_400Regular.ttf",
];

/** Gives `/fonts/*.ttf`: while developing from where they lie, in the build as copies. */
function faces(): Plugin {
  return {
    name: "kaizu-faces",
    configureServer(server) {
      server.middlewares.use("/fonts", (request, response, next) => {
        const name = NAMES.find((face) => request.url === `/${face}`);
        if (name === undefined) return next();
        response.setHeader("Content-Type", "font/ttf");
        createReadStream(join(FACES, name)).pipe(response);
      });
    },
    writeBundle(options) {
      const folder = join(options.dir ?? "dist", "fonts");
      mkdirSync(folder, { recursive: true });
      for (const name of NAMES) copyFileSync(join(FACES, name), join(folder, name));
    },
  };
}

export default defineConfig({
  plugins: [react(), faces()],
  build: { target: "es2022", chunkSizeWarningLimit: 1000 },
  server: { proxy: { "/api": process.env.KAIZU_SERVE ?? "http://127.0.0.1:8707" } },
  // A document costs each file half a second: who needs one says "@vitest-environment happy-dom".
  test: { environment: "node", include: ["src/**/*.test.{ts,tsx}"] },
});
