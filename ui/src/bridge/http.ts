/** Carries questions over HTTP: for `kaizu serve`, tests, and a machine without the shell. */
import type { Answer, Call, DeskEvent, Exported, Problem, Question } from "../contract";
import { t } from "../text";
import { type Carrier, type Pasted, type Picture, Refused } from "./carrier";

export function http(): Carrier {
  return {
    asksForTarget: false,
    call,
    listen,
    chooseFile: async () => null,
    chooseTarget: async () => null,
    download,
    copyPicture: (picture) => navigator.clipboard.write([item(picture)]),
    copyText: (text) => navigator.clipboard.writeText(text),
    readClipboard,
  };
}

async function call<Q extends Question>(call: Call<Q>): Promise<Answer<Q>> {
  const response = await fetch("/api/call", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(call),
  });
  const body = (await response.json()) as { ok: Answer<Q> } | { problem: Problem };
  if ("problem" in body) throw new Refused(body.problem);
  return body.ok;
}

function listen(hear: (told: DeskEvent) => void): () => void {
  const source = new EventSource("/api/events");
  source.onmessage = (event) => hear(JSON.parse(event.data) as DeskEvent);
  return () => source.close();
}

async function download(exported: Exported): Promise<void> {
  const link = document.createElement("a");
  link.href = `data:${exported.media};base64,${exported.base64}`;
  link.download = exported.name;
  link.click();
}

/** PowerPoint takes the drawing where the browser hands it on, everything else the picture. */
export function item({ png, svg }: Picture): ClipboardItem {
  return new ClipboardItem({
    "image/png": blob(png, "image/png"),
    ...(takesDrawings() ? { [SVG]: blob(svg, SVG) } : {}),
  });
}

const SVG = "image/svg+xml";

/** Whether the clipboard of this browser takes drawings. */
export function takesDrawings(): boolean {
  return typeof ClipboardItem !== "undefined" && ClipboardItem.supports?.(SVG) === true;
}

function blob(base64: string, type: string): Blob {
  return new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], { type });
}

/** A browser asks first; who says no still has the key, which hands over what is there by itself. */
async function readClipboard(): Promise<Pasted> {
  try {
    return { text: await navigator.clipboard.readText(), html: "" };
  } catch {
    const [message, hint] = [t("ui-hands-denied"), t("ui-hands-denied-hint")];
    throw new Refused({ code: "no-clipboard", message, hint, at: {} });
  }
}
