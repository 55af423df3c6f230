/** step */
import type { Panel } from "../app";
import { t } from "../text";

export const step: Panel = {
  id: "step",
  label: "ui-step",
  slot: "right",
  View: () => <p>{t("ui-step")}</p>,
};
