/** findings */
import type { Panel } from "../app";
import { t } from "../text";

export const findings: Panel = {
  id: "findings",
  label: "ui-findings",
  slot: "right",
  View: () => <p>{t("ui-findings")}</p>,
};
