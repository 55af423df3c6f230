/** Up and down go from title to title in a list of things that hold buttons of their own. */
import type { KeyboardEvent } from "react";

/** Goes to the title before or after; within a text field the keys belong to the field. */
export function walkTitles(event: KeyboardEvent<HTMLElement>) {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  const from = event.target instanceof HTMLElement ? event.target : undefined;
  if (step === 0 || !from || from.matches("input, textarea")) return;
  const titles = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-title]")];
  const here = titles.findIndex((title) => title.closest("li") === from.closest("li"));
  const next = titles[here + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
