/** The table: the flow as a spreadsheet, one row a step, written and pasted as in Excel. */
import type { Panel } from "../app";
import { TableForm } from "./table/sheet";
import "./table/table.css";

export const table: Panel = {
  id: "table",
  label: "ui-form-table",
  slot: "left",
  isWide: true,
  View: TableForm,
};
