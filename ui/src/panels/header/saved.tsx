/** Every edit is on the disk when it is seen; this says since when, and whether it was read back. It leads to the file. */
import { Tooltip, TooltipTrigger } from "react-aria-components";
import type { PanelProps } from "../../app";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { exact, isVerified, said } from "./saved-words";

export function Saved({ app, act }: PanelProps) {
  const { view, hello } = app;
  if (!view) return null;
  const language = hello?.language ?? "ja";
  const isSure = !app.isUnsaved && !view.project.reading && isVerified(view.project);
  return (
    <TooltipTrigger delay={400}>
      <Button kind="quiet" onPress={() => act.openDialog("file")}>
        <span className={app.isUnsaved ? "saved unsaved" : isSure ? "saved" : "saved quiet"}>
          {isSure && <span aria-hidden="true">✓ </span>}
          {app.isUnsaved ? t("ui-header-unsaved") : said(view.project, language)}
        </span>
      </Button>
      <Tooltip className="tip">
        {exact(view.project, language).map((line) => (
          <span key={line} className="tip-line">
            {line}
          </span>
        ))}
      </Tooltip>
    </TooltipTrigger>
  );
}
