/** Two browsers behind one face: a page is opened, a function runs in it, processor time is read. */
import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { chromium } from "playwright-core";

const CHROMIUM = "/usr/bin/chromium";
const DRIVER = "/usr/bin/WebKitWebDriver";
const BROWSER = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";
const PORT = 8741;
/** A frame comes when it is made, not when a screen would show it. */
export const UNBOUND = ["--disable-frame-rate-limit", "--disable-gpu-vsync"];
const SIZE = { width: 1440, height: 900 };

/** The engines that this machine has; each opens its browser, with `more` switches, and WebKitGTK a window of our own as well. */
export function engines(more = []) {
  const webkit = existsSync(DRIVER) && existsSync(BROWSER) && process.env.DISPLAY !== undefined;
  return [
    ...(existsSync(CHROMIUM) ? [{ name: "Chromium", open: () => openChromium(more) }] : []),
    ...(webkit ? [{ name: "WebKitGTK", open: openWebKit, window: openWindow }] : []),
  ];
}

/** The real window, in which `file` is open. */
function openWindow(number, binary, file) {
  return openWebKit(number, { binary, args: [file] });
}

async function openChromium(more) {
  const server = await chromium.launchServer({
    executablePath: CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", ...more],
  });
  const browser = await chromium.connect(server.wsEndpoint());
  const page = await browser.newPage({ viewport: SIZE });
  return {
    goto: (url) => page.goto(url),
    run: (make, given) => page.evaluate(make, given),
    cpu: () => cpuOf(server.process().pid),
    close: () => server.close(),
  };
}

async function openWebKit(number, options = { binary: BROWSER, args: ["--automation"] }) {
  const port = PORT + number;
  const driver = spawn(DRIVER, [`--port=${port}`], {
    env: { ...process.env, TAURI_WEBVIEW_AUTOMATION: "true" },
    stdio: "ignore",
  });
  const ask = async (method, path, body) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const { value } = await response.json();
    if (value?.error) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  const capabilities = { alwaysMatch: { "webkitgtk:browserOptions": options } };
  const { sessionId } = await patiently(() => ask("POST", "/session", { capabilities }));
  const at = `/session/${sessionId}`;
  await ask("POST", `${at}/window/rect`, { ...SIZE, x: 0, y: 0 });
  await ask("POST", `${at}/timeouts`, { script: 120_000 });
  const script = (make) =>
    `const done = arguments[1]; Promise.resolve((${make})(arguments[0])).then((it) => done(it ?? null));`;
  return {
    goto: (url) => ask("POST", `${at}/url`, { url }),
    run: (make, given) =>
      ask("POST", `${at}/execute/async`, { script: script(make), args: [given ?? null] }),
    cpu: () => cpuOf(driver.pid),
    close: async () => {
      await ask("DELETE", at);
      driver.kill();
    },
  };
}

/** Tries until the driver listens. */
async function patiently(task) {
  for (let turn = 0; ; turn += 1) {
    try {
      return await task();
    } catch (thrown) {
      if (turn === 50) throw thrown;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** Processor seconds of a process and all below it. */
export function cpuOf(root) {
  const processes = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  const stats = processes.flatMap((pid) => stat(pid));
  const tree = new Set([root]);
  for (let size = 0; size !== tree.size; ) {
    size = tree.size;
    for (const { pid, parent } of stats) if (tree.has(parent)) tree.add(pid);
  }
  return stats.filter(({ pid }) => tree.has(pid)).reduce((sum, { ticks }) => sum + ticks, 0) / 100;
}

function stat(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    return [
      {
        pid: Number(pid),
        parent: Number(fields[1]),
        ticks: Number(fields[11]) + Number(fields[12]),
      },
    ];
  } catch {
    return [];
  }
}
