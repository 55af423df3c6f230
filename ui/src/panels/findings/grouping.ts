/** Which findings are shown, in which order, and which were set aside. */
import type { Finding, Level } from "../told";

export const LEVELS: readonly Level[] = ["high", "medium", "low", "info"];

export interface Grouped {
  /** What is still open, gravest first. */
  open: Finding[];
  /** What people judged as needed. */
  aside: Finding[];
  counts: Record<Level, number>;
}

/** Findings by what was decided and by weight; equally grave ones by the time they cost. */
export function grouped(findings: readonly Finding[]): Grouped {
  const open = findings.filter((finding) => !isAside(finding)).sort(gravest);
  const counts: Record<Level, number> = { high: 0, medium: 0, low: 0, info: 0 };
  for (const finding of open) counts[finding.level] += 1;
  return { open, aside: findings.filter(isAside), counts };
}

/** Names a finding within its flow, so that a list keeps its rows when the order changes. */
export function keyOf(finding: Finding): string {
  return [finding.detector, ...finding.steps].join(" ");
}

/** Whether people judged it as needed. */
export function isAside(finding: Finding): boolean {
  return finding.verdict?.decision === "excluded";
}

function gravest(one: Finding, other: Finding): number {
  const level = LEVELS.indexOf(one.level) - LEVELS.indexOf(other.level);
  return level !== 0 ? level : time(other) - time(one);
}

function time(finding: Finding): number {
  const { staff_minutes_per_year, resident_minutes_per_year } = finding.avoidable;
  return (staff_minutes_per_year ?? 0) + (resident_minutes_per_year ?? 0);
}
