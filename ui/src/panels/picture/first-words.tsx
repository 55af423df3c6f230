/** Before there is a step: what to do first, in the middle of the empty picture. */
import { memo } from "react";
import type { Act } from "../../app";
import type { View } from "../../contract";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { Empty } from "../../widgets/notice";
import { nodesOf } from "../flow-records";

interface FirstWordsProps {
  act: Act;
  view: View;
}

export const FirstWords = memo(function FirstWords({ act, view }: FirstWordsProps) {
  if (view.project.read_only || nodesOf(view).length > 0) return null;
  const begin = () => document.querySelector<HTMLElement>(".left [data-first]")?.focus();
  return (
    <div className="first-words">
      <Empty title={t("ui-empty-title")} action={{ word: t("ui-empty-begin"), onPress: begin }}>
        <p>{t("ui-empty-write")}</p>
        <p>{t("ui-empty-lane")}</p>
        <p>{t("ui-empty-media")}</p>
        <p>
          {t("ui-empty-list")}{" "}
          <Button kind="link" onPress={() => act.openDialog("list")}>
            {t("ui-list-title")}
          </Button>
        </p>
      </Empty>
    </div>
  );
});
