/** Every panel: a file in panels/ and a line here. Within a slot they stand in this order. */
import type { Panel } from "./app";
import { compare } from "./panels/compare";
import { complaints } from "./panels/complaints";
import { exportDialog } from "./panels/export-dialog";
import { figures } from "./panels/figures";
import { findings } from "./panels/findings";
import { header } from "./panels/header";
import { help } from "./panels/help";
import { notices } from "./panels/notices";
import { numbers } from "./panels/numbers";
import { outline } from "./panels/outline";
import { picture } from "./panels/picture";
import { start } from "./panels/start";
import { step } from "./panels/step";

export const panels: readonly Panel[] = [
  start,
  header,
  outline,
  picture,
  compare,
  step,
  findings,
  complaints,
  numbers,
  figures,
  notices,
  exportDialog,
  help,
];

export function panelsIn(slot: Panel["slot"]): readonly Panel[] {
  return panels.filter((panel) => panel.slot === slot);
}
