/** Whether and when everything was written and read back, in words. */
import type { App, Done } from "../../app";
import type { Language, ProjectCard } from "../../contract";
import { t } from "../../text";
import { clock, exactly } from "../start/when";

/** Whether what was written last was read back from the disk since. */
export function isVerified({ saved_at: saved, verified_at: verified }: ProjectCard): boolean {
  return saved !== undefined && verified !== undefined && verified >= saved;
}

/** In a few words, for the header. */
export function said(project: ProjectCard, language: Language): string {
  if (project.reading) return t(`ui-header-reading-${project.reading}`);
  if (project.saved_at === undefined) return t("ui-header-not-saved");
  const time = clock(project.saved_at, language);
  return t(isVerified(project) ? "ui-header-verified" : "ui-header-saved", { time });
}

/** When the last edit reached the disk, and when that was read back. */
export function exact(project: ProjectCard, language: Language): string[] {
  const { saved_at: saved, verified_at: verified } = project;
  if (saved === undefined) return [t("ui-header-not-saved")];
  const first = t("ui-header-saved-when", { time: exactly(saved, language) });
  if (verified === undefined || !isVerified(project)) return [first, t("ui-header-verifying")];
  return [first, t("ui-header-verified-when", { time: exactly(verified, language) })];
}

/** For those who save by habit: that they need not, and how it stands. */
export function saved({ view, hello }: App): Done | undefined {
  if (!view) return undefined;
  return { title: t("ui-header-by-itself"), lines: exact(view.project, hello?.language ?? "ja") };
}
