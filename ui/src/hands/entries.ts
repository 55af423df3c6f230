/** What can be done with what a menu is about. Nothing stands there that would do nothing. */
import type { Act, App } from "../app";
import type { Command, RecordId, View } from "../contract";
import { isOpen } from "../keys";
import { lanesOf, nodeAt, nodesOf } from "../panels/flow-records";
import { parted } from "../panels/parted";
import type { Shortcut } from "../shortcut";
import { shortcuts } from "../shortcuts";
import { t } from "../text";
import { arrowOf, isNode, laneOf, nodeOf, numberOf } from "../tools/graph";
import { hasName } from "../tools/writing";
import { aligned, waysFor } from "./align";
import type { Target } from "./target";

export interface Entry {
  id: string;
  word: string;
  /** The key that does the same. */
  keys?: string;
  run?(app: App, act: Act): void;
  /** A menu of its own. */
  entries?: readonly Entry[];
}

/** The sections of the menu, each with at least one entry. */
export function sectionsFor(app: App, target: Target): Entry[][] {
  const { view } = app;
  if (!view) return [];
  const sections = {
    nodes: () => ofNodes(app, view),
    edge: () => ofEdge(app, view),
    lane: () => ofLane(app, view),
    paper: () => ofPaper(app, view, target),
  }[target.on]();
  const isRead = view.project.read_only;
  return sections
    .map((section) => section.flatMap((entry) => entry || []))
    .map((section) => (isRead ? section.filter(({ id }) => READING.has(id)) : section))
    .filter((section) => section.length > 0);
}

/** What changes nothing. */
const READING: ReadonlySet<string> = new Set([
  "about",
  "copy",
  "copy-picture",
  "select-all",
  "lane-steps",
  "zoom-whole",
]);

type Perhaps = Entry | false | undefined;

function ofNodes(app: App, view: View): Perhaps[][] {
  const nodes = app.selection.filter(isNode);
  const [only] = nodes.length === 1 ? nodes : [];
  return [
    [
      only !== undefined && keyed(app, "rename"),
      only !== undefined && keyed(app, "add-after"),
      only !== undefined && nodeAt(view, only)?.is === "step" && branch(only),
      keyed(app, "voice"),
    ],
    [keyed(app, "cut"), keyed(app, "copy"), pasting(), keyed(app, "duplicate")],
    [keyed(app, "copy-picture")],
    [intoLane(view, nodes), alignment(view, nodes), unpinning(view, nodes)],
    [keyed(app, "remove")],
  ];
}

function ofEdge(app: App, view: View): Perhaps[][] {
  const id = app.selection.at(-1);
  const from = id === undefined ? undefined : arrowOf(view, id)?.from;
  const lane = from === undefined ? undefined : laneOf(view, from);
  const area = from === undefined ? undefined : view.painting.areas[from];
  const insert: Perhaps = id !== undefined &&
    lane !== undefined &&
    area && {
      id: "insert",
      word: t("ui-menu-insert"),
      run: (_, act) => {
        const at = { x: area.x + area.w + 60, y: area.y + area.h / 2 };
        act.write({ kind: "insert", edge: id, lane, at });
      },
    };
  return [[insert, pasting("ui-menu-paste-into"), keyed(app, "about")], [keyed(app, "remove")]];
}

function ofLane(app: App, view: View): Perhaps[][] {
  const id = app.selection.at(-1);
  const steps = nodesOf(view)
    .map((node) => node.id)
    .filter((node) => laneOf(view, node) === id);
  const all: Perhaps = steps.length > 0 && {
    id: "lane-steps",
    word: t("ui-menu-lane-steps"),
    run: (_, act) => act.select(steps),
  };
  // A lane in which something is done stays.
  return [
    [keyed(app, "rename"), keyed(app, "about"), all],
    [steps.length === 0 && keyed(app, "remove")],
  ];
}

function ofPaper(app: App, view: View, target: Target): Perhaps[][] {
  const { at, lane } = target.on === "paper" ? target : {};
  const add: Perhaps = at !== undefined &&
    lane !== undefined && {
      id: "add-here",
      word: t("ui-menu-add-here"),
      run: (_, act) => act.write({ kind: "add", lane, at }),
    };
  return [
    [add, pasting(), keyed(app, "list")],
    [nodesOf(view).length > 0 && keyed(app, "select-all"), keyed(app, "zoom-whole")],
    [keyed(app, "copy-picture")],
  ];
}

/** What the key of that name does. */
function keyed(app: App, id: string): Perhaps {
  const shortcut = shortcuts.find((one) => one.id === id);
  const run = shortcut?.run;
  if (!shortcut || !run || !isOpen(shortcut, app) || !hasUse(app, shortcut)) return undefined;
  const [keys] = shortcut.keys;
  return {
    id,
    word: t(`ui-menu-${id}`),
    ...(keys === undefined ? {} : { keys }),
    run: (now, act) => run(now, act),
  };
}

function hasUse({ view, selection }: App, { id }: Shortcut): boolean {
  const last = selection.at(-1);
  if (id === "rename") return view !== undefined && last !== undefined && hasName(view, last);
  return true;
}

/** The clipboard is read when it is needed: what is on it is nobody's business before. */
function pasting(word = "ui-menu-paste"): Entry {
  return { id: "paste", word: t(word), keys: "Ctrl+v", run: (_, act) => void act.paste() };
}

function branch(after: RecordId): Entry {
  return {
    id: "branch",
    word: t("ui-menu-branch"),
    run: (app, act) => void branched(app, act, after),
  };
}

/** Lets the flow part behind `after`, and asks what is decided there. */
export async function branched({ view }: App, act: Act, after: RecordId): Promise<void> {
  const node = view && nodeAt(view, after);
  if (!view || !node) return;
  let made: RecordId | undefined;
  const done = await act.send((ids) => {
    const { gateway, command } = parted(view, { after, lane: node.fields.lane, name: "" }, ids);
    made = gateway;
    return command;
  });
  if (!done || made === undefined) return;
  act.select([made], { reveal: true });
  act.write({ kind: "rename", id: made });
}

function intoLane(view: View, nodes: readonly RecordId[]): Perhaps {
  const lanes = lanesOf(view);
  const isElsewhere = (lane: RecordId) => nodes.some((id) => laneOf(view, id) !== lane);
  const others = lanes.filter(({ id }) => isElsewhere(id));
  return (
    others.length > 0 && {
      id: "into-lane",
      word: t("ui-menu-into-lane"),
      entries: others.map(({ id, fields }) => ({
        id,
        word: fields.name,
        run: (_, act) => void act.send(() => handedTo(view, nodes, id, fields.name)),
      })),
    }
  );
}

/** Into `lane`; a place that somebody gave it was one in the other lane. */
function handedTo(view: View, nodes: readonly RecordId[], lane: RecordId, name: string): Command {
  const going = nodes.filter((id) => laneOf(view, id) !== lane);
  const unpinned = going.filter((id) => nodeOf(view, id)?.pin).map(unpin);
  const commands: Command[] = going.map((node) => ({
    type: "move_step",
    node,
    lane: numberOf(lane),
  }));
  const title = t("ui-menu-into-lane-done", { name });
  return { type: "many", title, commands: [...commands, ...unpinned] };
}

function alignment(view: View, nodes: readonly RecordId[]): Perhaps {
  const ways = waysFor(view, nodes);
  return (
    ways.length > 0 && {
      id: "align",
      word: t("ui-menu-align"),
      entries: ways.map((way) => ({
        id: way,
        word: t(`ui-align-${way}`),
        run: (_, act) => {
          const command = aligned(view, nodes, way);
          if (command) void act.send(() => command);
        },
      })),
    }
  );
}

function unpinning(view: View, nodes: readonly RecordId[]): Perhaps {
  const pinned = nodes.filter((id) => nodeOf(view, id)?.pin);
  const title = t("ui-menu-unpin");
  return (
    pinned.length > 0 && {
      id: "unpin",
      word: title,
      run: (_, act) => void act.send(() => ({ type: "many", title, commands: pinned.map(unpin) })),
    }
  );
}

function unpin(id: RecordId): Command {
  return { type: "set_attribute", id, attribute: "pin", value: null };
}
