/** The dialog of printing: which paper, how many sheets, and each sheet as it will come out. */
import { useEffect, useState } from "react";
import type { Act, PanelProps } from "../../app";
import { Drawn } from "../../canvas/drawn";
import type { RecordId, Scene } from "../../contract";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { Switch } from "../../widgets/choice";
import { Sheet } from "../../widgets/sheet";
import type { What } from "../export/choices";
import { ProblemNotice } from "../problems/outcome";
import { pairOf } from "../proposal/pair";

type Paper = "a4" | "a3";

export function PrintView({ app, act }: PanelProps) {
  const { view } = app;
  const pair = view && pairOf(view);
  const what: What = pair && app.middle === "compare" ? "compare" : "flow";
  const flow = what === "compare" ? pair?.after : view?.flow;
  const [page, setPage] = useState<Paper>("a4");
  const sheets = usePaper(act, what, flow, page);
  if (!view || !flow) return null;
  return (
    <Sheet
      title={t("ui-print")}
      close={t("ui-export-close")}
      onClose={act.closeDialog}
      isWide
      actions={
        <Button kind="primary" isDisabled={!sheets} onPress={() => window.print()}>
          {t("ui-print-do")}
        </Button>
      }
    >
      <div className="print-out">
        <div className="print-choice">
          <Switch<Paper>
            label={t("ui-export-page")}
            value={page}
            options={[
              { value: "a4", word: "A4" },
              { value: "a3", word: "A3" },
            ]}
            onChange={setPage}
          />
          <span role="status">
            {sheets ? t("ui-print-sheets", { n: sheets.length }) : t("ui-print-waiting")}
          </span>
          <span className="print-else quiet">
            {t("ui-print-else")}{" "}
            <Button kind="link" onPress={() => act.openDialog("export")}>
              {t("ui-print-export")}
            </Button>
          </span>
        </div>
        <ProblemNotice app={app} act={act} />
        <div className="print-sheets">
          {sheets?.map((sheet, place) => (
            <Drawn
              // biome-ignore lint/suspicious/noArrayIndexKey: sheets have no name but their place
              key={`${page} ${place}`}
              scene={sheet}
              className={className(sheet, page)}
              label={t("ui-print-sheet", { at: place + 1, n: sheets.length })}
            />
          ))}
        </div>
      </div>
    </Sheet>
  );
}

function className({ frame }: Scene, paper: Paper): string {
  return `print-sheet print-${paper}-${frame.h > frame.w ? "upright" : "across"}`;
}

/** The sheets of what is wished; nothing while they are on their way. */
function usePaper(act: Act, what: What, flow: RecordId | undefined, page: Paper) {
  const [made, setMade] = useState<{ key: string; sheets: readonly Scene[] }>();
  const key = `${what} ${flow} ${page}`;
  useEffect(() => {
    if (flow === undefined) return;
    let isOutdated = false;
    void act.ask("paper", { what, flow, page }).then((answer) => {
      if (answer && !isOutdated) setMade({ key, sheets: answer.sheets });
    });
    return () => {
      isOutdated = true;
    };
  }, [act, what, flow, page, key]);
  return made?.key === key ? made.sheets : undefined;
}
