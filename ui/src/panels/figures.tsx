/** figures */
import type { Panel } from "../app";
import { t } from "../text";

export const figures: Panel = {
  id: "figures",
  label: "ui-figures",
  slot: "footer",
  View: () => <p>{t("ui-figures")}</p>,
};
