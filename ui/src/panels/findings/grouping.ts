/** Which findings are shown, in which order, and what people decided about the others. */
import type { Theme } from "../../generated/Theme";
import type { Finding, Level } from "../told";

export const LEVELS: readonly Level[] = ["high", "medium", "low", "info"];

/** In the order in which a group talks about them. */
export const THEMES: readonly Theme[] = [
  "printing",
  "entry",
  "check",
  "approval",
  "handover",
  "waiting",
  "counter",
  "whole",
  "drawing",
];

/** As many as a group can talk about in one go. */
export const AT_ONCE = 7;

export interface Grouped {
  /** What is still open, gravest first. */
  open: Finding[];
  /** What people want to look up first. */
  questions: Finding[];
  /** What people judged as needed, or as no waste. */
  aside: Finding[];
  counts: Record<Level, number>;
}

/** Findings by what was decided and by weight; equally grave ones by the time they cost. */
export function grouped(findings: readonly Finding[]): Grouped {
  const is = (decision: string) => (finding: Finding) => decided(finding) === decision;
  const isOpen = (finding: Finding) => !is("excluded")(finding) && !is("question")(finding);
  const open = findings.filter(isOpen).sort(gravest);
  const counts: Record<Level, number> = { high: 0, medium: 0, low: 0, info: 0 };
  for (const finding of open) counts[finding.level] += 1;
  return {
    open,
    questions: findings.filter(is("question")),
    aside: findings.filter(is("excluded")),
    counts,
  };
}

/** The themes of findings with how many are about each, in the order of talking. */
export function themesOf(findings: readonly Finding[]): { theme: Theme; n: number }[] {
  return THEMES.map((theme) => ({
    theme,
    n: findings.filter((finding) => finding.theme === theme).length,
  })).filter(({ n }) => n > 0);
}

/** Names a finding within its flow, so that a list keeps its rows when the order changes. */
export function keyOf(finding: Finding): string {
  return [finding.detector, ...finding.steps].join(" ");
}

/** What people decided about it, where that still stands. */
function decided({ verdict }: Finding): string | undefined {
  return verdict?.stands ? verdict.decision : undefined;
}

function gravest(one: Finding, other: Finding): number {
  const level = LEVELS.indexOf(one.level) - LEVELS.indexOf(other.level);
  return level !== 0 ? level : time(other) - time(one);
}

function time(finding: Finding): number {
  const { staff_minutes_per_year, resident_minutes_per_year } = finding.avoidable;
  return (staff_minutes_per_year ?? 0) + (resident_minutes_per_year ?? 0);
}
