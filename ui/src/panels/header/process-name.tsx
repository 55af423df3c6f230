/** The name of the process, changed in place, and whether its figures are invented. */
import { useState } from "react";
import type { PanelProps } from "../../app";
import type { View } from "../../contract";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { Choice } from "../../widgets/choice";
import { NameField } from "../../widgets/name-field";
import { Badge } from "../../widgets/sign";
import { Words } from "../../widgets/words";

export function ProcessName({ app, act }: PanelProps) {
  const processes = app.view?.processes ?? [];
  const process = processes.find((it) => it.id === app.view?.process);
  if (!process) return null;
  // Among several, one is chosen here by its name; its name is changed where all else is said of it.
  const isSeveral = processes.length > 1;
  return (
    <div className="process-name">
      {isSeveral ? (
        <h1 className="process-choice">
          <Choice
            label={t("ui-header-process")}
            isLabelHidden
            value={process.id}
            options={processes.map(({ id, name }) => ({ value: id, word: name }))}
            onChange={(chosen) => act.look({ process: chosen })}
          />
        </h1>
      ) : (
        <OnlyName process={process} app={app} act={act} />
      )}
      {isSeveral && (
        <span className="process-together">
          <Button kind="quiet" onPress={() => act.openDialog("across")}>
            {t("ui-across")}
          </Button>
        </span>
      )}
      {process.illustrative && <Badge kind="example">{t("ui-illustrative")}</Badge>}
    </div>
  );
}

type Process = View["processes"][number];

function OnlyName({ process, app, act }: PanelProps & { process: Process }) {
  const [isNaming, setIsNaming] = useState(false);
  const canChange = !app.view?.project.read_only;
  const rename = async (name: string) => {
    if (name !== process.name) await act.send(() => ({ type: "rename", id: process.id, name }));
    setIsNaming(false);
  };
  return isNaming && canChange ? (
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
  );
}
