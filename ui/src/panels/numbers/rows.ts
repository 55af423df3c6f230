/** Which figures are shown, for whom, and how each is read. */
import type { Range } from "../../generated/Range";
import { days, isKnown, short } from "../number";
import type { Metrics, Ranges } from "../told";

/** One figure of one or two flows. */
export interface Row {
  /** Texts of the catalogue: the label, and with "-unit" its unit. */
  text: string;
  /** Absent where nobody entered what it needs. */
  was?: string;
  is?: string;
  /** Between which bounds it lies where it was guessed; without `high` where only the least is known. */
  range?: { low: string; high?: string };
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
  /** The range of the figure, in its unit. */
  range?: (ranges: Ranges) => Range | null;
  matters?: boolean;
}

const GROUPS: readonly { text: string; figures: readonly Figure[] }[] = [
  {
    text: "ui-numbers-of-staff",
    figures: [
      {
        text: "ui-figure-staff",
        read: (it) => it.staff_min_per_case,
        range: (it) => it.staff_min_per_case,
        matters: true,
      },
      {
        text: "ui-figure-staff-year",
        read: (it) => it.staff_hours_per_year,
        range: (it) => it.staff_hours_per_year,
        matters: true,
      },
      { text: "ui-figure-transcriptions", read: (it) => it.transcriptions },
      { text: "ui-figure-checks", read: (it) => it.checks },
      { text: "ui-figure-seals", read: (it) => it.seals_approvals },
    ],
  },
  {
    text: "ui-numbers-of-residents",
    figures: [
      {
        text: "ui-figure-residents",
        read: (it) => it.resident_min_per_case,
        range: (it) => it.resident_min_per_case,
        matters: true,
      },
      { text: "ui-figure-visits", read: (it) => it.resident_visits_per_case },
      {
        text: "ui-figure-lead",
        read: (it) => scaled(it.lead_working_hours, days),
        range: ({ lead_working_hours: it }) => it && inDays(it),
        matters: true,
      },
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

/** The figures of one flow with their ranges, or of two side by side. */
export function groups(was: Metrics, { is, ranges }: Beside = {}): Group[] {
  return GROUPS.map(({ text, figures }) => ({
    text,
    rows: figures.map((figure) => ({
      ...row(figure, was, is),
      ...(ranges ? bounds(figure.range?.(ranges)) : {}),
    })),
  }));
}

/** What stands beside the figures of a flow. */
interface Beside {
  /** Those of another one. */
  is?: Metrics;
  /** How far they can be trusted. */
  ranges?: Ranges | null;
}

/** The bounds of a figure, as they read; nothing where both read alike. */
function bounds(range: Range | null | undefined): Pick<Row, "range"> {
  if (!range) return {};
  const low = short(range.low);
  if (range.high === null) return range.low > 0 ? { range: { low } } : {};
  const high = short(range.high);
  return low === high ? {} : { range: { low, high } };
}

function inDays({ low, likely, high }: Range): Range {
  return {
    low: days(low),
    likely: likely === null ? null : days(likely),
    high: high === null ? null : days(high),
  };
}

/** For how many minutes a case is worked on, and how many office days it takes; absent where that is not known. */
export function workAndLead(metrics: Metrics): { minutes: string; days: string } | undefined {
  const { lead_working_hours: lead, cycle_time_efficiency: working } = metrics;
  if (!isKnown(lead) || !isKnown(working)) return undefined;
  return { minutes: short(lead * working * 60), days: short(days(lead)) };
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
