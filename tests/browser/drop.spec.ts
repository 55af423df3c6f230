/** Files dropped on the window are opened; what cannot be opened says why and changes nothing. */
import { expect } from "vitest";
import { card, create, openSample, soon, write } from "./hands";
import { type Desk, story } from "./story";

/** Carries files over the window, as another program does; with `isLet` they are let go there. */
async function carry(desk: Desk, files: { name: string; text: string }[], isLet: boolean) {
  await desk.page.evaluate(
    ({ files, isLet }) => {
      const dataTransfer = new DataTransfer();
      for (const { name, text } of files) dataTransfer.items.add(new File([text], name));
      const at = document.querySelector("#root > *") ?? document.body;
      const init = { dataTransfer, bubbles: true, cancelable: true };
      at.dispatchEvent(new DragEvent("dragenter", init));
      at.dispatchEvent(new DragEvent("dragover", init));
      if (isLet) at.dispatchEvent(new DragEvent("drop", init));
    },
    { files, isLet },
  );
}

const flow = { name: "転入届.flow", text: "窓口: 届を受ける 5分\n窓口: 台帳に写す 3分\n" };

story("a flow that is dropped on the start is opened beside its file", async ({ begin }) => {
  const desk = await begin();
  await desk.page.getByRole("heading", { name: desk.t("ui-start-headline") }).waitFor();
  await carry(desk, [flow], false);
  await desk.page.getByText(desk.t("ui-drop-here")).waitFor();
  await carry(desk, [flow], true);
  await card(desk, "台帳に写す").waitFor();
  await desk.page.getByText(desk.t("ui-drop-done", { name: flow.name })).waitFor();
  expect(await desk.page.getByText(desk.t("ui-drop-here")).count()).toBe(0);
});

story("what cannot be opened says why, and the work stays", async ({ begin }) => {
  const desk = await begin();
  await create(desk, "児童手当");
  await write(desk, ["届を書く"]);
  const alert = desk.page.getByRole("alert");
  await carry(desk, [{ name: "写真.png", text: "x" }], true);
  const unknown = desk.t("problem-unknown-form", { file: "写真.png" });
  await soon(() => alert.textContent()).toContain(unknown);
  await carry(desk, [flow, flow], true);
  await soon(() => alert.textContent()).toContain(desk.t("ui-drop-one"));
  await card(desk, "届を書く").waitFor();
});

story("a project dropped on another one is opened in its place", async ({ begin }) => {
  const desk = await begin();
  await openSample(desk, "特別定額給付金");
  await carry(desk, [flow], true);
  await card(desk, "届を受ける").waitFor();
  await soon(() => desk.page.title()).toContain("転入届");
});
