/** What a tool is: a pure state machine from pointer events to a ghost, a choice and at most one command. */
import type { App, Ids, ToolId, Writing } from "../app";
import type { Command, Point, RecordId, Rect } from "../contract";

/** What lies under the pointer, from front to back. */
export interface Under {
  /** The knob at a chosen step's right, from which an arrow is drawn. */
  handle?: RecordId;
  node?: RecordId;
  edge?: RecordId;
  lane?: RecordId;
  /** The lane, where the pointer is over its head. */
  head?: RecordId;
}

export interface PointedEvent {
  type: "press" | "move" | "release" | "double";
  /** Where in the picture. */
  at: Point;
  /** Where on the screen. */
  screen: Point;
  under: Under;
  /** Whether the hand adds to what is chosen (Shift, Ctrl). */
  isAdding: boolean;
}

export type ToolEvent = PointedEvent | { type: "cancel" };

/** A command in the making: takes free ids when its turn comes. */
export type Make = (ids: Ids) => Command;

/** What is drawn over the picture while the hand is at work. Nothing of it is document. */
export interface Ghost {
  /** Things that follow the hand, each with the box where it would lie. */
  carried?: readonly { id: RecordId; box: Rect }[];
  /** A frame that gathers. */
  frame?: Rect;
  /** Where it would land: a lane, an arrow, a step. */
  lane?: RecordId;
  edge?: RecordId;
  node?: RecordId;
  /** An arrow in the making. */
  line?: { from: Point; to: Point };
  /** Whether letting go here does nothing; the words say why. */
  refused?: string;
}

export interface Step<State> {
  state: State;
  ghost?: Ghost;
  command?: Make;
  select?: readonly RecordId[];
  writing?: Writing;
  /** Moves the paper by pixels of the screen. */
  pan?: Point;
}

export interface Tool<State> {
  id: ToolId;
  rest: State;
  next(state: State, event: ToolEvent, app: App): Step<State>;
}

/** A press becomes a drag after so many pixels of the screen. */
export const SLOP = 4;

export function isDragged(from: Point, to: Point): boolean {
  return Math.hypot(to.x - from.x, to.y - from.y) >= SLOP;
}

/** The tool in the hand; where nothing can be changed, those that draw are put down. */
export function toolOf({ tool, view }: App): ToolId {
  const isDrawing = tool === "connect" || tool === "add-step";
  return isDrawing && view?.project.read_only ? "select" : tool;
}

/** What is left of a step where nothing can be changed: choosing and moving the paper. */
export function lookedAt<State>(step: Step<State>): Step<State> {
  const { state, ghost, select, pan } = step;
  const frame = ghost?.frame;
  return {
    state,
    ...(frame ? { ghost: { frame } } : {}),
    ...(select ? { select } : {}),
    ...(pan ? { pan } : {}),
  };
}
