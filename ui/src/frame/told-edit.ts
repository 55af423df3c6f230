/** What an edit did, for those who do not see the picture change. */
import { useEffect, useRef, useState } from "react";
import type { View } from "../contract";
import { t } from "../text";

type Labels = Pick<View, "revision" | "undo_label" | "redo_label">;

/** The sentence about the last edit of what is looked at; empty until there was one. */
export function useToldEdit(view: View | undefined): string {
  const had = useRef<View>(undefined);
  const [said, setSaid] = useState({ text: "", times: 0 });
  useEffect(() => {
    const before = had.current;
    had.current = view;
    if (!before || !view || before.project.path !== view.project.path) return;
    // Who looks back changes nothing.
    if (before.project.past || view.project.past) return;
    const text = toldEdit(before, view);
    if (text !== "") setSaid(({ times }) => ({ text, times: times + 1 }));
  }, [view]);
  // The same sentence twice is only heard twice where it is not quite the same.
  return said.times % 2 === 0 ? said.text : `${said.text}\u00a0`;
}

/** What was done, undone or redone between two views; empty where nothing was. */
export function toldEdit(before: Labels, after: Labels): string {
  if (before.revision === after.revision) return "";
  const { undo_label: done, redo_label: undone } = after;
  if (undone !== undefined && undone === before.undo_label) {
    return t("ui-told-undone", { what: undone });
  }
  if (done === undefined) return "";
  const isAgain = before.redo_label === done;
  return t(isAgain ? "ui-told-redone" : "ui-told-done", { what: done });
}
