/** complaints */
import type { Panel } from "../app";
import { t } from "../text";

export const complaints: Panel = {
  id: "complaints",
  label: "ui-complaints",
  slot: "right",
  View: () => <p>{t("ui-complaints")}</p>,
};
