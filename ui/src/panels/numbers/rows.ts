/** Which figures are shown, for whom, and how each is read. */
import { days, isKnown, short } from "../number";
import type { Metrics } from "../told";

/** One figure of one or two flows. */
export interface Row {
  /** Texts of the catalogue: the label, and with "-unit" its unit. */
  text: string;
  /** Absent where nobody entered what it needs. */
  was?: string;
  is?: string;
  /** Whether it is one that decides. */
  matters: boolean;
}

export interface Group {
  /** A text of the catalogue. */
  text: string;
  rows: Row[];
}

type Read = (metrics: Metrics) => number | null | undefined;

interface Figure {
  text: string;
  read: Read;
  matters?: boolean;
}

const GROUPS: readonly { text: string; figures: readonly Figure[] }[] = [
  {
    text: "ui-numbers-of-staff",
    figures: [
      { text: "ui-figure-staff", read: (it) => it.staff_min_per_case, matters: true },
      { text: "ui-figure-staff-year", read: (it) => it.staff_hours_per_year, matters: true },
      { text: "ui-figure-transcriptions", read: (it) => it.transcriptions },
      { text: "ui-figure-checks", read: (it) => it.checks },
      { text: "ui-figure-seals", read: (it) => it.seals_approvals },
    ],
  },
  {
    text: "ui-numbers-of-residents",
    figures: [
      { text: "ui-figure-residents", read: (it) => it.resident_min_per_case, matters: true },
      { text: "ui-figure-visits", read: (it) => it.resident_visits_per_case },
      { text: "ui-figure-lead", read: (it) => scaled(it.lead_working_hours, days), matters: true },
    ],
  },
  {
    text: "ui-numbers-of-flow",
    figures: [
      { text: "ui-figure-working", read: (it) => scaled(it.cycle_time_efficiency, percent) },
      { text: "ui-figure-handoffs", read: (it) => it.handoffs },
      { text: "ui-figure-media", read: (it) => it.media_changes },
      { text: "ui-figure-sheets", read: (it) => it.sheets_per_case },
    ],
  },
];

/** The figures of one flow, or of two side by side. */
export function groups(was: Metrics, is?: Metrics): Group[] {
  return GROUPS.map(({ text, figures }) => ({
    text,
    rows: figures.map((figure) => row(figure, was, is)),
  }));
}

/** How much of the staff's time is on paper, on images, on data, automatic; parts of 100. */
export function stages(metrics: Metrics): { text: string; percent: number }[] {
  const shares = metrics.dx_stage_shares ?? [];
  return shares.flatMap((share, stage) =>
    share > 0 ? [{ text: `ui-numbers-stage-${stage}`, percent: share * 100 }] : [],
  );
}

function row({ text, read, matters = false }: Figure, was: Metrics, is?: Metrics): Row {
  const [before, after] = [read(was), is && read(is)];
  return {
    text,
    matters,
    ...(isKnown(before) ? { was: short(before) } : {}),
    ...(isKnown(after) ? { is: short(after) } : {}),
  };
}

function scaled(value: number | null | undefined, by: (value: number) => number) {
  return isKnown(value) ? by(value) : undefined;
}

function percent(share: number): number {
  return share * 100;
}
