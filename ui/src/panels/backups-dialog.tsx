/** The backups: what each file was like at its last openings, opened anew or deleted. */
import "./backups/backups.css";
import type { Panel } from "../app";
import { BackupsView } from "./backups/view";

export const backupsDialog: Panel = {
  id: "backups",
  label: "ui-backups-title",
  slot: "dialog",
  View: BackupsView,
};
