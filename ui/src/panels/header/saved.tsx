/** Every edit is on the disk when it is seen; this says since when, and whether it was read back. It leads to the file. */
import { Tooltip, TooltipTrigger } from "react-aria-components";
import type { PanelProps } from "../../app";
import type { Language, ProjectCard } from "../../contract";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { clock, exactly } from "../start/when";
import { isVerified } from "./verified";

export function Saved({ app, act }: PanelProps) {
  const { view, hello } = app;
  if (!view) return null;
  const language = hello?.language ?? "ja";
  const isSure = !view.project.reading && isVerified(view.project);
  return (
    <TooltipTrigger delay={400}>
      <Button kind="quiet" onPress={() => act.openDialog("file")}>
        <span className={isSure ? "saved" : "saved quiet"}>
          {isSure && <span aria-hidden="true">✓ </span>}
          {said(view.project, language)}
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

function said(project: ProjectCard, language: Language): string {
  if (project.reading) return t(`ui-header-reading-${project.reading}`);
  if (project.saved_at === undefined) return t("ui-header-not-saved");
  const time = clock(project.saved_at, language);
  return t(isVerified(project) ? "ui-header-verified" : "ui-header-saved", { time });
}

/** When the last edit reached the disk, and when that was read back. */
function exact(project: ProjectCard, language: Language): string[] {
  const { saved_at: saved, verified_at: verified } = project;
  if (saved === undefined) return [t("ui-header-not-saved")];
  const first = t("ui-header-saved-when", { time: exactly(saved, language) });
  if (verified === undefined || !isVerified(project)) return [first, t("ui-header-verifying")];
  return [first, t("ui-header-verified-when", { time: exactly(verified, language) })];
}
