/** The program under test: `kaizu serve` with a home of its own that nobody else sees. */
import { type ChildProcess, spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** The folder of the whole repository. */
export const repository = resolve(import.meta.dirname, "../..");

const kaizu = process.env.KAIZU ?? join(repository, "target/debug/kaizu");

/** What a person may start the program with. */
export type Wishes = { language: "ja" | "en"; file?: string };

/** A file of the folder: a sample, or one of one's own. */
export type File = string | { name: string; text: string };

/** A running program. */
export class Program {
  /** Where files lie that the start screen offers. */
  readonly folder: string;
  private readonly home: string;
  private child: ChildProcess | undefined;

  private constructor(home: string, folder: string) {
    this.home = home;
    this.folder = folder;
  }

  /** Another person's program with a home of its own, that offers the same folder. */
  static async beside(other: Program): Promise<Program> {
    return new Program(await mkdtemp(join(tmpdir(), "kaizu-story-")), other.folder);
  }

  /** A program with an empty home; `files` are put into its folder: samples by their names, others with their text. */
  static async prepare(files: File[] = []): Promise<Program> {
    const home = await mkdtemp(join(tmpdir(), "kaizu-story-"));
    const program = new Program(home, join(home, "files"));
    await mkdir(program.folder);
    for (const file of files) {
      if (typeof file === "string") {
        await cp(join(repository, "samples", file), join(program.folder, file));
      } else {
        await writeFile(join(program.folder, file.name), file.text);
      }
    }
    return program;
  }

  /** Starts it; the address it prints, which works once. */
  start({ language, file }: Wishes): Promise<string> {
    const given = file === undefined ? [] : [join(this.folder, file)];
    const child = spawn(
      kaizu,
      ["--lang", language, "serve", "--port", "0", "--folder", this.folder, ...given],
      {
        env: {
          PATH: process.env.PATH,
          HOME: this.home,
          XDG_DATA_HOME: join(this.home, "data"),
          XDG_CONFIG_HOME: join(this.home, "config"),
          XDG_STATE_HOME: join(this.home, "state"),
          XDG_CACHE_HOME: join(this.home, "cache"),
        },
        stdio: ["ignore", "pipe", "pipe"],
      },
    );
    this.child = child;
    return new Promise((found, failed) => {
      let said = "";
      const hear = (part: Buffer) => {
        said += part.toString();
        const address = /http:\/\/127\.0\.0\.1:\d+\S*/.exec(said);
        if (address) {
          found(address[0]);
        }
      };
      child.stdout?.on("data", hear);
      child.stderr?.on("data", hear);
      child.once("error", failed);
      child.once("exit", (status) => failed(new Error(`serve ended with ${status}: ${said}`)));
    });
  }

  /** Ends it as a cut of the power would: without a chance to write. */
  async kill(): Promise<void> {
    const child = this.child;
    this.child = undefined;
    if (child && child.exitCode === null) {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGKILL");
      await ended;
    }
  }

  /** Ends it and takes its home away. */
  async end(): Promise<void> {
    await this.kill();
    await rm(this.home, { recursive: true, force: true });
  }
}
