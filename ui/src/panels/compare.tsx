/** compare */
import type { Panel } from "../app";
import { t } from "../text";

export const compare: Panel = {
  id: "compare",
  label: "ui-compare",
  slot: "middle",
  View: () => <p>{t("ui-compare")}</p>,
};
