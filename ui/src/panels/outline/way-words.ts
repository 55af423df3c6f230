/** What is said of one way that leaves a branch: when it is gone, how often, and where it leads. */
import { t } from "../../text";
import type { Way } from "./cards";

export function wayWords({ condition, share, to }: Way): string {
  const name = to || t("ui-cards-nameless");
  if (condition && share !== undefined) {
    return t("ui-cards-condition-share", { condition, share, name });
  }
  if (condition) return t("ui-cards-condition", { condition, name });
  return share === undefined ? `→ ${name}` : t("ui-cards-share", { share, name });
}
