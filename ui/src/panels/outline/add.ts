/** The command that writes the next card. */
import type { Ids } from "../../app";
import type { Command, RecordId, View } from "../../contract";
import { isAlike } from "../../folded";
import { numberOf } from "../../tools/graph";
import { edgesOf, lanesOf, nodeAt, nodesOf } from "../flow-records";
import { parted } from "../parted";
import { kindOfLane, type NamedLane, type Typed } from "./lane-prefix";

/** What the next card needs to be known before it is written. */
export interface Wanted {
  typed: Typed;
  /** Who does it where nothing was typed before a colon. */
  lane: RecordId | undefined;
  /** The card it goes behind; the first card of all without it. */
  after: RecordId | undefined;
  /** What a lane is called where there is none at all. */
  firstLane: string;
  /** What lanes are called with which every process begins. */
  starters: readonly string[];
  title: string;
  /** What is said of the way that leads to what is done then. */
  ifSo: string;
}

export interface Added {
  command: Command;
  /** The new step or branch. */
  step: RecordId;
  lane: RecordId;
  /** The new branch, where the step is its first way. */
  branch?: RecordId;
}

const GAP = 65536;
/** What every lane has. */
const BARE: readonly string[] = ["flow", "rank", "name", "kind"];

export function added(view: View, wanted: Wanted, ids: Ids): Added {
  const { typed, after, title } = wanted;
  const lane = laneFor(view, wanted, ids);
  const whole = (written: Command): Command =>
    lane.made ? { type: "many", title, commands: [lane.made, written] } : written;
  if (typed.isBranch) {
    const follows = behind(view, after);
    const { gateway, command } = parted(
      view,
      { after: follows, lane: lane.number, name: typed.name },
      ids,
    );
    const branch = { step: gateway, lane: `lane/${lane.number}` as const, command: whole(command) };
    return typed.first ? withFirstWay(view, wanted, branch, ids) : branch;
  }
  const step = ids();
  const ending = after === undefined ? undefined : onlyWayTo(view, after)?.edge;
  const written: Command = ending
    ? { type: "insert_step", step, lane: lane.number, name: typed.name, into: ending, edge: ids() }
    : {
        type: "add_step",
        step,
        flow: numberOf(view.flow),
        lane: lane.number,
        name: typed.name,
        after: after ?? null,
        edge: ids(),
      };
  return {
    step: `step/${step}`,
    lane: `lane/${lane.number}`,
    command: whole(written),
  };
}

/** The branch, and the step that its first way leads to. */
function withFirstWay(view: View, wanted: Wanted, branch: Added, ids: Ids): Added {
  const { typed, title, ifSo } = wanted;
  const lane = laneFor(view, { ...wanted, lane: branch.lane, typed: typed.first ?? typed }, ids);
  const [step, edge] = [ids(), ids()];
  const had = branch.command.type === "many" ? branch.command.commands : [branch.command];
  const commands: Command[] = [
    ...had,
    ...(lane.made ? [lane.made] : []),
    {
      type: "add_step",
      step,
      flow: numberOf(view.flow),
      lane: lane.number,
      name: typed.first?.name ?? "",
      after: branch.step,
      edge,
    },
    { type: "set_attribute", id: `edge/${edge}`, attribute: "condition", value: ifSo },
  ];
  return {
    step: `step/${step}`,
    lane: `lane/${lane.number}`,
    branch: branch.step,
    command: { type: "many", title, commands },
  };
}

function laneFor(view: View, wanted: Wanted, ids: Ids): { number: number; made?: Command } {
  const lanes = lanesOf(view);
  const chosen = wanted.lane ?? lanes[0]?.id;
  const named: NamedLane =
    wanted.typed.lane ?? (chosen === undefined ? { name: wanted.firstLane } : { id: chosen });
  if ("id" in named) return { number: numberOf(named.id) };
  const { name } = named;
  // Typed before the lane that it names was there.
  const known = lanes.find((it) => isAlike(it.fields.name, name));
  if (known) return { number: numberOf(known.id) };
  const rank = (lanes.at(-1)?.fields.rank ?? 0) + GAP;
  const kind = kindOfLane(name);
  // A lane that was only there to begin with, and that nobody used, makes room for the one that people mean.
  const spare = lanes.find(
    (it) =>
      wanted.starters.includes(it.fields.name) &&
      it.fields.kind === kind &&
      // Whoever said more about it means it.
      Object.keys(it.fields).every((field) => BARE.includes(field)) &&
      !nodesOf(view).some((node) => node.fields.lane === numberOf(it.id)),
  );
  if (spare) {
    const lane = { ...spare.fields, name, rank };
    return {
      number: numberOf(spare.id),
      made: { type: "revise", id: spare.id, record: { lane } },
    };
  }
  const number = ids();
  const lane = { flow: numberOf(view.flow), rank, name, kind };
  return { number, made: { type: "create", id: `lane/${number}`, record: { lane } } };
}

/** Behind an end nothing follows: what is written there goes into the one arrow that leads to it. */
function onlyWayTo(view: View, after: RecordId): { edge: number; from: RecordId } | undefined {
  const node = nodeAt(view, after);
  if (node?.is !== "event" || node.fields.kind !== "end") return undefined;
  const [way, second] = edgesOf(view).filter((edge) => edge.fields.to === after);
  return way && !second ? { edge: numberOf(way.id), from: way.fields.from } : undefined;
}

/** A branch at an end stands before it. */
function behind(view: View, after: RecordId | undefined): RecordId | undefined {
  return after === undefined ? undefined : (onlyWayTo(view, after)?.from ?? after);
}
