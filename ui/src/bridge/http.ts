/** Carries questions over HTTP: for `kaizu serve`, tests, and a machine without the shell. */
import type { Answer, Call, DeskEvent, Exported, Problem, Question } from "../contract";
import { type Carrier, Refused } from "./carrier";

export function http(): Carrier {
  return {
    asksForTarget: false,
    call,
    listen,
    chooseFile: async () => null,
    chooseTarget: async () => null,
    download,
    copyPicture,
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

async function copyPicture(png: string): Promise<void> {
  const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
  const blob = new Blob([bytes], { type: "image/png" });
  await navigator.clipboard.write([new ClipboardItem({ "image/png": blob })]);
}
