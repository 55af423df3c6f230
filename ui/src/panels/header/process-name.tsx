/** The name of the process, changed in place, and whether its figures are invented. */
import { useState } from "react";
import type { PanelProps } from "../../app";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { Choice } from "../../widgets/choice";
import { NameField } from "../../widgets/name-field";
import { Badge } from "../../widgets/sign";
import { Words } from "../../widgets/words";

export function ProcessName({ app, act }: PanelProps) {
  const [isNaming, setIsNaming] = useState(false);
  const processes = app.view?.processes ?? [];
  const process = processes.find((it) => it.id === app.view?.process);
  if (!process) return null;
  const canChange = !app.view?.project.read_only;
  const rename = async (name: string) => {
    if (name !== process.name) await act.send(() => ({ type: "rename", id: process.id, name }));
    setIsNaming(false);
  };
  return (
    <div className="process-name">
      {isNaming && canChange ? (
        <NameField
          label={t("ui-header-name")}
          isLabelHidden
          value={process.name}
          autoFocus
          onCommit={rename}
          onCancel={() => setIsNaming(false)}
          onLeave={() => setIsNaming(false)}
        />
      ) : (
        <h1>
          <Button kind="quiet" isDisabled={!canChange} onPress={() => setIsNaming(true)}>
            <Words className="process-name-words" text={process.name} />
          </Button>
        </h1>
      )}
      {processes.length > 1 && (
        <Choice
          label={t("ui-header-process")}
          isLabelHidden
          value={process.id}
          options={processes.map(({ id, name }) => ({ value: id, word: name }))}
          onChange={(chosen) => act.look({ process: chosen })}
        />
      )}
      {processes.length > 1 && (
        <Button kind="quiet" onPress={() => act.openDialog("across")}>
          {t("ui-across")}
        </Button>
      )}
      {process.illustrative && <Badge kind="example">{t("ui-illustrative")}</Badge>}
    </div>
  );
}
