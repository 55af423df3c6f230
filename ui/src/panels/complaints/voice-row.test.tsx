/** A voice that is written anew waits while one looks at something else. @vitest-environment happy-dom */
import { act as acted, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import type { Act } from "../../app";
import { noting } from "../../tools/example-act";
import { exampleApp } from "../../tools/example-view";
import { drawn } from "../drawn";
import { complaintsOf } from "../flow-records";
import { rewrite } from "./begun";
import { VoiceRow } from "./voice-row";

const VIEW = drawn({
  nodes: [["step/1"], ["step/2"]],
  voices: [{ steps: ["step/1"], text: "二度書く", count: 3 }],
});
const [VOICE] = complaintsOf(VIEW);

afterEach(() => {
  cleanup();
  rewrite(VIEW, VOICE?.id ?? "", undefined);
});

/** The row of the voice; what is sent is answered by what is given. */
function shown(send: Act["send"] = () => Promise.resolve(true)) {
  if (!VOICE) throw new Error("the view has a voice");
  const act = { ...noting().act, send, select: () => undefined } as unknown as Act;
  const app = exampleApp({ view: VIEW });
  return render(<VoiceRow app={app} act={act} view={VIEW} voice={VOICE} />);
}

/** The text that is written anew. */
const text = () => screen.getByPlaceholderText<HTMLTextAreaElement>("ui-voices-text-example");

const change = () => fireEvent.keyDown(screen.getByText("二度書く"), { key: "F2" });

function begin(value: string) {
  change();
  expect(document.activeElement).toBe(text());
  fireEvent.change(text(), { target: { value } });
}

const isChanging = () => screen.queryByPlaceholderText("ui-voices-text-example") !== null;

test("what a voice was changed to is there for who comes back, and the cursor stays elsewhere", () => {
  const first = shown();
  begin("毎日二度書く");
  first.unmount();
  shown();
  expect(text().value).toBe("毎日二度書く");
  expect(document.activeElement).not.toBe(text());
});

test("saved or given up, it waits no longer", async () => {
  shown();
  begin("毎日二度書く");
  await acted(async () => void fireEvent.keyDown(text(), { key: "Enter" }));
  expect(isChanging()).toBe(false);
  begin("三度書く");
  fireEvent.keyDown(text(), { key: "Escape" });
  expect(isChanging()).toBe(false);
  change();
  expect(text().value).toBe("二度書く");
});

test("what is refused, or typed on while it is saved, is still there", async () => {
  const answers: ((done: boolean) => void)[] = [];
  shown(() => new Promise((resolve) => answers.push(resolve)));
  begin("毎日二度書く");
  fireEvent.keyDown(text(), { key: "Enter" });
  await acted(async () => answers.shift()?.(false));
  expect(text().value).toBe("毎日二度書く");
  fireEvent.keyDown(text(), { key: "Enter" });
  fireEvent.change(text(), { target: { value: "毎日三度書く" } });
  await acted(async () => answers.shift()?.(true));
  expect(text().value).toBe("毎日三度書く");
});

test("it is saved by who has gone elsewhere meanwhile", async () => {
  const answers: ((done: boolean) => void)[] = [];
  const first = shown(() => new Promise((resolve) => answers.push(resolve)));
  begin("毎日二度書く");
  fireEvent.keyDown(text(), { key: "Enter" });
  first.unmount();
  await acted(async () => answers.shift()?.(true));
  shown();
  expect(isChanging()).toBe(false);
});
