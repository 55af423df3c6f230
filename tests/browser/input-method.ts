/** An input method, as Chromium hears it. */
import type { CDPSession } from "playwright-core";
import type { Desk } from "./story";

/** An input method at work in the field that has the focus. */
export class InputMethod {
  private constructor(private readonly session: CDPSession) {}

  static async of(desk: Desk): Promise<InputMethod> {
    return new InputMethod(await desk.context.newCDPSession(desk.page));
  }

  /** Shows `text` under composition. */
  async compose(text: string): Promise<void> {
    const end = text.length;
    await this.session.send("Input.imeSetComposition", {
      text,
      selectionStart: end,
      selectionEnd: end,
    });
  }

  /** A key that the input method takes for itself: the window hears it as key 229. */
  async key(code: string): Promise<void> {
    const key = { code, key: code.replace("Key", "").toLowerCase(), windowsVirtualKeyCode: 229 };
    const named = /^Key/.test(code) ? key : { ...key, key: code };
    await this.session.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...named });
    await this.session.send("Input.dispatchKeyEvent", { type: "keyUp", ...named });
  }

  /** Finishes with `text`. */
  async finish(text: string): Promise<void> {
    await this.session.send("Input.insertText", { text });
  }
}

/** Composes with every key that means something elsewhere; it is not finished yet. */
export async function composing(method: InputMethod, reading: string): Promise<void> {
  for (let length = 1; length <= reading.length; length += 1) {
    await method.compose(reading.slice(0, length));
  }
  for (const code of ["Space", "ArrowDown", "Enter", "Tab", "Escape", "Delete", "KeyZ", "KeyV"]) {
    await method.key(code);
  }
}

/** Composes with every key that means something elsewhere, and finishes. */
export async function composed(method: InputMethod, reading: string, text: string): Promise<void> {
  await composing(method, reading);
  await method.compose(text);
  await method.key("Enter");
  await method.finish(text);
}
