/** Feeds pointer events to the tool in the hand and carries out what it answers. */
import { type PointerEvent, useEffect, useMemo, useRef, useState } from "react";
import type { Act, App } from "../app";
import type { Point } from "../contract";
import { addStep } from "../tools/add-step";
import { connect } from "../tools/connect";
import { pan } from "../tools/pan";
import { select } from "../tools/select";
import {
  type Ghost,
  lookedAt,
  type PointedEvent,
  type Step,
  type Tool,
  type ToolEvent,
  toolOf,
} from "../tools/tool";
import { pulled } from "./camera";
import { underPoint } from "./hit";
import type { Stage } from "./stage";

/** One tool with its own state, whatever that is. */
interface Hand {
  next(event: ToolEvent, app: App): Step<unknown>;
}

function hand<State>(tool: Tool<State>): Hand {
  let state = tool.rest;
  return {
    next(event, app) {
      const step = tool.next(state, event, app);
      state = step.state;
      return step;
    },
  };
}

export interface Gestures {
  ghost: Ghost | undefined;
  down(event: PointerEvent): void;
  move(event: PointerEvent): void;
  up(event: PointerEvent): void;
  double(event: { clientX: number; clientY: number }): void;
  cancel(): void;
}

/** What gestures act on; asked for when needed, since it changes between renders. */
export interface Surface {
  stage(): Stage | undefined;
  root(): HTMLElement | null;
  now(): App;
  act: Act;
  /** Whether the space bar is held: then every press moves the paper. */
  isPaperHeld(): boolean;
}

export function useGestures(surface: Surface): Gestures {
  const { stage, now, act } = surface;
  const [ghost, setGhost] = useState<Ghost>();
  const tool = toolOf(now());
  // What one tool said is not about the next.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it follows the tool
  useEffect(() => setGhost(undefined), [tool]);
  const held = useRef<Hand>(null);
  const hands = useMemo(allHands, []);
  const pull = useRef<ReturnType<typeof edgePull>>(null);
  pull.current ??= edgePull(stage);
  const edge = pull.current;
  const feed = (hand: Hand, event: ToolEvent) => {
    const app = now();
    const full = hand.next(event, app);
    const step = app.view?.project.read_only ? lookedAt(full) : full;
    if (step.select) act.select(step.select);
    if (step.writing) act.write(step.writing);
    if (step.pan) stage()?.pan(step.pan);
    if (step.command) void act.send(step.command);
    setGhost(step.ghost);
  };
  return {
    ghost,
    down(event) {
      const press = told(surface, "press", event);
      if (event.button === 1 || surface.isPaperHeld()) held.current = hands.pan;
      else if (event.button !== 0) return;
      else held.current = press.under.handle ? hands.connect : hands[toolOf(now())];
      event.currentTarget.setPointerCapture(event.pointerId);
      feed(held.current, press);
    },
    move(event) {
      const hand = held.current ?? (toolOf(now()) === "connect" ? hands.connect : null);
      if (!hand) return;
      feed(hand, told(surface, "move", event));
      if (held.current && hand !== hands.pan)
        edge.hold(event, () => {
          if (held.current === hand) feed(hand, told(surface, "move", event));
        });
    },
    up(event) {
      if (!held.current) return;
      const hand = held.current;
      held.current = null;
      edge.release();
      feed(hand, told(surface, "release", event));
    },
    double: (event) => feed(hands.select, told(surface, "double", event)),
    cancel() {
      held.current = null;
      edge.release();
      for (const hand of Object.values(hands)) feed(hand, { type: "cancel" });
    },
  };
}

/** Moves the paper frame by frame while something is held at the edge of the screen. */
function edgePull(stage: () => Stage | undefined) {
  let frame = 0;
  const release = () => cancelAnimationFrame(frame);
  const hold = (event: Seen, again: () => void) => {
    release();
    frame = requestAnimationFrame(() => {
      const here = stage();
      const by = here && pulled(here.onScreen({ x: event.clientX, y: event.clientY }), here.extent);
      if (!here || !by || (by.x === 0 && by.y === 0)) return;
      here.pan(by);
      again();
      hold(event, again);
    });
  };
  return { hold, release };
}

function allHands() {
  return {
    select: hand(select),
    connect: hand(connect),
    "add-step": hand(addStep),
    pan: hand(pan),
  };
}

/** A pointer event in the terms of the picture. */
function told(surface: Surface, type: PointedEvent["type"], event: Seen): PointedEvent {
  const screen: Point = { x: event.clientX, y: event.clientY };
  const root = surface.root();
  return {
    type,
    at: surface.stage()?.at(screen) ?? screen,
    screen,
    under: root ? underPoint(root, screen.x, screen.y) : {},
    isAdding: event.shiftKey === true || event.ctrlKey === true || event.metaKey === true,
  };
}

interface Seen {
  clientX: number;
  clientY: number;
  shiftKey?: boolean;
  ctrlKey?: boolean;
  metaKey?: boolean;
}
