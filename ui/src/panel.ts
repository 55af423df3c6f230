/** Every panel: a file in panels/ and a line here. Within a slot they stand in this order. */
import type { Panel } from "./app";
import { acrossDialog } from "./panels/across-dialog";
import { backupsDialog } from "./panels/backups-dialog";
import { compare } from "./panels/compare";
import { complaints } from "./panels/complaints";
import { eraseDialog } from "./panels/erase-dialog";
import { exportDialog } from "./panels/export-dialog";
import { figures } from "./panels/figures";
import { fileDialog } from "./panels/file-dialog";
import { find } from "./panels/find";
import { findings } from "./panels/findings";
import { header } from "./panels/header";
import { help } from "./panels/help";
import { history } from "./panels/history";
import { listDialog } from "./panels/list-dialog";
import { notices } from "./panels/notices";
import { numbers } from "./panels/numbers";
import { outline } from "./panels/outline";
import { picture } from "./panels/picture";
import { printDialog } from "./panels/print-dialog";
import { replay } from "./panels/replay";
import { start } from "./panels/start";
import { step } from "./panels/step";
import { table } from "./panels/table";
import { text } from "./panels/text";
import { trial } from "./panels/trial";

export const panels: readonly Panel[] = [
  start,
  header,
  outline,
  table,
  text,
  picture,
  compare,
  trial,
  replay,
  step,
  findings,
  complaints,
  numbers,
  figures,
  history,
  notices,
  find,
  exportDialog,
  listDialog,
  printDialog,
  fileDialog,
  acrossDialog,
  backupsDialog,
  eraseDialog,
  help,
];

export function panelsIn(slot: Panel["slot"]): readonly Panel[] {
  return panels.filter((panel) => panel.slot === slot);
}
