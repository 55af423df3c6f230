/** A voice that is begun stays with what it was begun for, and waits there. @vitest-environment happy-dom */
import { act as acted, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Act, App } from "../../app";
import type { Command, RecordId, View } from "../../contract";
import { noting } from "../../tools/example-act";
import { exampleApp } from "../../tools/example-view";
import { complaints } from "../complaints";
import { drawn } from "../drawn";

let view: View;
let runs = 0;

// What is begun waits for as long as the window is open: each test has a project of its own.
beforeEach(() => {
  const base = drawn({ nodes: [["step/1"], ["step/2"]] });
  runs += 1;
  view = { ...base, project: { ...base.project, path: `/kaizu/${runs}.kaizu` } };
});
afterEach(cleanup);

const NOTED = noting().act;

/** The tab of the voices; what is sent is noted, and answered by what is given. */
function shown(isDone = true) {
  const sent: (Command | undefined)[] = [];
  const send: Act["send"] = async (make) => {
    sent.push(make(() => 9, view));
    return isDone;
  };
  const act = new Proxy(NOTED, {
    get: (noted, name) => (name === "send" ? send : Reflect.get(noted, name)),
  });
  const tab = (selection: readonly RecordId[], change: Partial<App> = {}) => (
    <complaints.View app={exampleApp({ view, selection, ...change })} act={act} />
  );
  const page = render(tab([]));
  const choose = (ids: RecordId[], change?: Partial<App>) => page.rerender(tab(ids, change));
  return { sent, choose };
}

const text = () => screen.getByPlaceholderText<HTMLTextAreaElement>("ui-voices-text-example");
const type = (value: string) => fireEvent.change(text(), { target: { value } });
const enter = () => acted(async () => void fireEvent.keyDown(text(), { key: "Enter" }));

function complaintIn(command: Command | undefined) {
  const [only] = command?.type === "many" ? command.commands : [];
  const record = only && "record" in only ? only.record : undefined;
  return record && "complaint" in record ? record.complaint : undefined;
}

test("what is begun on one step is not written on another", async () => {
  const { sent, choose } = shown();
  choose(["step/1"]);
  type("書きかけの");
  choose(["step/2"]);
  expect(text().value).toBe("");
  type("別の声");
  await enter();
  expect(complaintIn(sent[0])).toMatchObject({ steps: ["step/2"], text: "別の声" });
  choose(["step/1"]);
  expect(text().value).toBe("書きかけの");
  await enter();
  expect(complaintIn(sent[1])).toMatchObject({ steps: ["step/1"], text: "書きかけの" });
  expect(text().value).toBe("");
});

test("with nothing chosen it is not about the whole, and there is a way back to it", () => {
  const { choose } = shown();
  choose(["step/1", "step/2"]);
  type("書きかけの");
  choose([]);
  expect(text().value).toBe("");
  expect(screen.queryByText("ui-voices-waiting")).not.toBeNull();
  choose(["step/2", "step/1"]);
  expect(text().value).toBe("書きかけの");
  expect(screen.queryByText("ui-voices-waiting")).toBeNull();
});

test("a key says whose voice it is for the step that is chosen alone", async () => {
  const { sent, choose } = shown();
  choose(["step/1"]);
  type("職員の声");
  const voicing = { voice: "resident", kind: "complaint" };
  choose(["step/2"], { voicing });
  type("住民の声");
  await enter();
  choose(["step/1"], { voicing });
  await enter();
  expect(sent.map((one) => complaintIn(one)?.voice)).toEqual(["resident", "staff"]);
});

test("what was refused is there again on its step", async () => {
  const { choose } = shown(false);
  choose(["step/1"]);
  type("断られる");
  const pressed = enter();
  choose(["step/2"]);
  await pressed;
  expect(text().value).toBe("");
  choose(["step/1"]);
  expect(text().value).toBe("断られる");
});
