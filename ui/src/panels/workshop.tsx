/** workshop */
import type { Panel } from "../app";
import { t } from "../text";

export const workshop: Panel = {
  id: "workshop",
  label: "ui-workshop",
  slot: "screen",
  View: () => <p>{t("ui-workshop")}</p>,
};
