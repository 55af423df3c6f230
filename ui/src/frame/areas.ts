/** F6 goes from one area of the window to the next, so that no field keeps the keyboard. */

/** In reading order; each with what is reached in it first. */
const AREAS: readonly { area: string; first: string }[] = [
  { area: ".header", first: "button:not([disabled])" },
  { area: ".time", first: "[type=range], button:not([disabled])" },
  { area: ".left", first: "[data-first]" },
  {
    area: ".middle:not(:has(.compare, .trial))",
    first: "[data-scope=canvas], button:not([disabled])",
  },
  { area: ".pictures", first: ".pane" },
  { area: ".compare-side", first: "[role=tab][aria-selected=true]" },
  { area: ".trial > .tabs-aside > .tabs-list", first: "[role=tab][aria-selected=true]" },
  { area: ".trial-levers", first: "input, button:not([disabled])" },
  { area: ".trial-results", first: ".trial-scroll" },
  { area: ".right", first: "[role=tab][aria-selected=true]" },
  { area: ".tour", first: "button" },
  { area: ".footer", first: "button:not([disabled])" },
];

/** Puts the focus into the area after the one it is in, or before it. */
export function toNextArea(by: 1 | -1): void {
  const here = document.activeElement;
  const at = AREAS.findIndex(({ area }) => here?.closest(area));
  for (let n = 1; n <= AREAS.length; n += 1) {
    // Without an area to begin from, forwards comes to the first and backwards to the last.
    const from = at < 0 && by < 0 ? 0 : at;
    const next = AREAS[(from + n * by + AREAS.length * 2) % AREAS.length];
    const target = next && document.querySelector<HTMLElement>(`${next.area} :is(${next.first})`);
    if (!target) continue;
    target.focus();
    return;
  }
}
