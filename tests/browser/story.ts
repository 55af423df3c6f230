/** A story: one person, one window, one program. It fails as well if the window complains or calls elsewhere. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { test as plain } from "vitest";
import { type File, Program, repository, type Wishes } from "./program";
import { type Language, type Say, words } from "./words";

/** What a story begins with. */
export type Setting = {
  language: Language;
  dark: boolean;
  width: number;
  height: number;
  files: File[];
  /** Another window whose folder is offered here as well. */
  beside?: Desk;
};

const usual: Setting = { language: "ja", dark: false, width: 1280, height: 800, files: [] };

/** A window of a running program. */
export class Desk {
  readonly complaints: string[] = [];

  private constructor(
    readonly program: Program,
    readonly context: BrowserContext,
    readonly page: Page,
    readonly setting: Setting,
    readonly t: Say,
  ) {}

  /** Starts the program and opens its address. */
  static async open(browser: Browser, wanted: Partial<Setting> = {}, wishes: Partial<Wishes> = {}) {
    const setting = { ...usual, ...wanted };
    const program = setting.beside
      ? await Program.beside(setting.beside.program)
      : await Program.prepare(setting.files);
    const context = await browser.newContext({
      viewport: { width: setting.width, height: setting.height },
      colorScheme: setting.dark ? "dark" : "light",
      locale: setting.language === "ja" ? "ja-JP" : "en-GB",
      acceptDownloads: true,
      reducedMotion: "reduce",
    });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    const desk = new Desk(program, context, page, setting, words(setting.language));
    desk.watch();
    await desk.arrive(wishes);
    return desk;
  }

  /** Starts the program once more, as after a crash, and opens it in the same window. */
  async restart(wishes: Partial<Wishes> = {}): Promise<void> {
    await this.page.goto("about:blank");
    await this.program.kill();
    await this.arrive(wishes);
  }

  /** Closes everything. */
  async close(): Promise<void> {
    await this.context.close();
    await this.program.end();
  }

  private async arrive(wishes: Partial<Wishes>): Promise<void> {
    const address = await this.program.start({ language: this.setting.language, ...wishes });
    await this.page.goto(address);
  }

  private watch(): void {
    this.page.on("pageerror", (error) => this.complaints.push(`error: ${error.message}`));
    this.page.on("console", (message) => {
      if (message.type() === "error") {
        this.complaints.push(`console: ${message.text()}`);
      }
    });
    this.context.on("request", (request) => {
      const { protocol, hostname } = new URL(request.url());
      if (protocol.startsWith("http") && hostname !== "127.0.0.1") {
        this.complaints.push(`called ${request.url()}`);
      }
    });
  }
}

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A browser without a screen. */
export function launch(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  return chromium.launch({ executablePath, args: flags });
}

/** `begin(setting)` opens a window that is closed, and asked for complaints, when the story ends. */
export const story = plain.extend<{ browser: Browser; begin: Begin }>({
  browser: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner reads the pattern
    async ({}, use) => {
      const browser = await launch();
      await use(browser);
      await browser.close();
    },
    { scope: "file" },
  ],
  begin: async ({ browser, task }, use) => {
    const open: Desk[] = [];
    await use(async (setting, wishes) => {
      const desk = await Desk.open(browser, setting, wishes);
      open.push(desk);
      return desk;
    });
    for (const desk of open) {
      if (task.result?.state === "fail") {
        const folder = join(repository, "out/failed");
        mkdirSync(folder, { recursive: true });
        await desk.page.screenshot({ path: join(folder, `${task.name.replaceAll(" ", "-")}.png`) });
      }
      await desk.close();
      if (desk.complaints.length > 0) {
        throw new Error(`the window complained: ${desk.complaints.join("; ")}`);
      }
    }
  },
});

/** Opens a window. */
export type Begin = (setting?: Partial<Setting>, wishes?: Partial<Wishes>) => Promise<Desk>;
