/** The field for a name, with and without an input method at work. @vitest-environment happy-dom */
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { NameField } from "./name-field";

afterEach(cleanup);

function written(value = "申請書を受け取る") {
  const commit = vi.fn();
  const cancel = vi.fn();
  render(<NameField label="名前" value={value} onCommit={commit} onCancel={cancel} />);
  const box = screen.getByLabelText("名前");
  const type = (text: string) => fireEvent.change(box, { target: { value: text } });
  return { box, commit, cancel, type };
}

test("enter writes what was typed, once", () => {
  const { box, commit, type } = written();
  type("申請書を確かめる");
  fireEvent.keyDown(box, { key: "Enter" });
  fireEvent.blur(box);
  expect(commit.mock.calls).toEqual([["申請書を確かめる"]]);
});

test("who leaves the field before it shows what has arrived writes nothing again", async () => {
  const { box, commit, type } = written("");
  commit.mockResolvedValue(true);
  type("２％");
  fireEvent.keyDown(box, { key: "Enter" });
  // The answer is there, and the field not yet drawn anew.
  await commit.mock.results[0]?.value;
  await Promise.resolve();
  await Promise.resolve();
  fireEvent.blur(box);
  expect(commit.mock.calls).toEqual([["２％"]]);
  type("２");
  type("２％");
  fireEvent.keyDown(box, { key: "Enter" });
  expect(commit).toHaveBeenCalledTimes(2);
});

test("leaving the field writes as well", () => {
  const { box, commit, type } = written();
  fireEvent.focus(box);
  type("決定する");
  fireEvent.blur(box);
  expect(commit.mock.calls).toEqual([["決定する"]]);
});

test("whoever leaves the field is told so, after what was written has arrived", async () => {
  const told: string[] = [];
  const commit = async () => void told.push("written");
  render(
    <NameField label="名前" value="受付" onCommit={commit} onLeave={() => told.push("left")} />,
  );
  const box = screen.getByLabelText("名前");
  fireEvent.blur(box);
  await vi.waitFor(() => expect(told).toEqual(["left"]));
  fireEvent.change(box, { target: { value: "審査" } });
  fireEvent.blur(box);
  await vi.waitFor(() => expect(told).toEqual(["left", "written", "left"]));
});

test("escape brings back what was there and writes nothing", () => {
  const { box, commit, cancel, type } = written();
  type("決定");
  fireEvent.keyDown(box, { key: "Escape" });
  expect(box).toHaveProperty("value", "申請書を受け取る");
  fireEvent.blur(box);
  expect(commit).not.toHaveBeenCalled();
  expect(cancel).not.toHaveBeenCalled();
  fireEvent.keyDown(box, { key: "Escape" });
  expect(cancel).toHaveBeenCalledOnce();
});

test("what is half typed is written when the field goes away, and nothing after Escape", () => {
  const { type, commit } = written();
  type("決定する");
  cleanup();
  expect(commit.mock.calls).toEqual([["決定する"]]);
  const other = written();
  other.type("決定");
  fireEvent.keyDown(screen.getByLabelText("名前"), { key: "Escape" });
  cleanup();
  expect(other.commit).not.toHaveBeenCalled();
});

test("the enter that ends a composition writes nothing", () => {
  const { box, commit, type } = written("");
  fireEvent.compositionStart(box);
  type("けってい");
  fireEvent.keyDown(box, { key: "Enter", isComposing: true, keyCode: 229 });
  fireEvent.compositionEnd(box);
  expect(commit).not.toHaveBeenCalled();
  fireEvent.keyDown(box, { key: "Enter", keyCode: 13 });
  expect(commit.mock.calls).toEqual([["けってい"]]);
});

test("in WebKit, where the composition ends before its enter arrives, that enter writes nothing either", () => {
  const { box, commit, type } = written("");
  fireEvent.compositionStart(box);
  type("決定");
  fireEvent.compositionEnd(box);
  fireEvent.keyDown(box, { key: "Enter", isComposing: false, keyCode: 229 });
  expect(commit).not.toHaveBeenCalled();
});

test("the escape that leaves a composition keeps the text", () => {
  const { box, type } = written("");
  type("けってい");
  fireEvent.keyDown(box, { key: "Escape", isComposing: true, keyCode: 229 });
  expect(box).toHaveProperty("value", "けってい");
});

test("what was not changed is not written", () => {
  const { box, commit } = written();
  fireEvent.keyDown(box, { key: "Enter" });
  fireEvent.blur(box);
  expect(commit).not.toHaveBeenCalled();
});

test("where enter breaks the line, control and enter write", () => {
  const commit = vi.fn();
  render(<NameField label="声" value="" lines={3} onCommit={commit} />);
  const box = screen.getByLabelText("声");
  fireEvent.change(box, { target: { value: "毎回同じことを書く" } });
  fireEvent.keyDown(box, { key: "Enter" });
  expect(commit).not.toHaveBeenCalled();
  fireEvent.keyDown(box, { key: "Enter", ctrlKey: true });
  expect(commit.mock.calls).toEqual([["毎回同じことを書く"]]);
});

test("what was refused stays in the field with its message until it is mended or given up", async () => {
  const asked: string[] = [];
  const commit = async (text: string) => {
    asked.push(text);
    return text !== "多数";
  };
  render(<NameField label="人数" value="2" wrong="数字で書いてください。" onCommit={commit} />);
  const box = screen.getByLabelText("人数");
  fireEvent.change(box, { target: { value: "多数" } });
  fireEvent.blur(box);
  await vi.waitFor(() => expect(asked).toEqual(["多数"]));
  fireEvent.blur(box);
  expect(box).toHaveProperty("value", "多数");
  expect(screen.getByText("数字で書いてください。")).toBeDefined();
  fireEvent.keyDown(box, { key: "Enter" });
  await vi.waitFor(() => expect(asked).toEqual(["多数", "多数"]));
  fireEvent.keyDown(box, { key: "Escape" });
  expect(box).toHaveProperty("value", "2");
  expect(screen.queryByText("数字で書いてください。")).toBeNull();
  cleanup();
  expect(asked).toHaveLength(2);
});
