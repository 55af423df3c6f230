/** start */
import type { Panel } from "../app";
import { t } from "../text";

export const start: Panel = {
  id: "start",
  label: "ui-start",
  slot: "screen",
  View: () => <p>{t("ui-start")}</p>,
};
