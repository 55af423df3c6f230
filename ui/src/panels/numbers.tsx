/** numbers */
import type { Panel } from "../app";
import { t } from "../text";

export const numbers: Panel = {
  id: "numbers",
  label: "ui-numbers",
  slot: "right",
  View: () => <p>{t("ui-numbers")}</p>,
};
