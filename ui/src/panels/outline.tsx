/** outline */
import type { Panel } from "../app";
import { t } from "../text";

export const outline: Panel = {
  id: "outline",
  label: "ui-outline",
  slot: "left",
  View: () => <p>{t("ui-outline")}</p>,
};
