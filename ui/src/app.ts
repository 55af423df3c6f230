/** What every part of the window sees (`App`) and may do (`Act`). */
import type { ReactNode } from "react";
import type { Pasted } from "./bridge/carrier";
import type {
  Analysed,
  Answer,
  Appearance,
  Asked,
  Command,
  DeskEvent,
  Hello,
  Hits,
  Language,
  Loss,
  PastedList,
  Point,
  Problem,
  Question,
  RecordId,
  Start,
  View,
} from "./contract";

export type { Pasted };

/** Which picture of the window is shown; panels of the slot "screen" take the whole of it. */
export type Screen = "start" | "project";
/** What stands in the middle of the project screen. */
export type MiddleId = "picture" | "compare" | "trial" | "replay";
/** What the hand does on the canvas. */
export type ToolId = "select" | "connect" | "add-step" | "pan";

/** Where the canvas looks: picture point at the upper left corner, and magnification. */
export interface Camera {
  at: Point;
  scale: number;
}

/** A wish about where the canvas should look; the canvas follows it once. */
export interface Aim {
  /** Counts wishes, so that the same one can be had again. */
  count: number;
  at: "whole" | "selection" | "actual" | "in" | "out" | { ids: readonly RecordId[] };
}

/** Work that takes a while and can be cancelled. */
export interface Job {
  id: string;
  /** What it is called, a text of the catalogue. */
  label: string;
  found: number;
}

/** What was done outside of the picture, and what is to be said about it. */
export interface Done {
  title: string;
  lines: readonly string[];
}

/** A name about to be written on the picture. */
export type Writing =
  | { kind: "rename"; id: RecordId }
  | { kind: "add"; lane: RecordId; at: Point }
  | { kind: "insert"; edge: RecordId; lane: RecordId; at: Point }
  | { kind: "after"; node: RecordId; lane: RecordId; at: Point };

/** What is looked for in the flow. */
export interface Search {
  text: string;
  /** Where it is; not yet while it is looked for. */
  found?: Hits;
  /** The place in `found.hits` that one stands on. */
  at: number;
  /** Whether another text is to be put in its place. */
  isReplacing: boolean;
}

/** Everything of the moment. Replaced, never changed in place. */
export interface App {
  screen: Screen;
  hello?: Hello;
  start?: Start;
  /** The project looked at; complete (deltas are already merged). */
  view?: View;
  /** Findings and figures; may be of an earlier revision until the new ones arrive. */
  analysis?: Analysed;
  /** What is chosen, in every view alike; the last one is the one panels tell about. */
  selection: readonly RecordId[];
  /** The thing the canvas keyboard stands on. */
  focused?: RecordId;
  tool: ToolId;
  /** Whose voice the key means that opened the field for the next one, and of what kind; another object for each press. */
  voicing: { voice: string; kind: string };
  /** A name being written on the picture. */
  writing?: Writing;
  /** Where the canvas came to rest. */
  camera: Camera;
  aim: Aim;
  middle: MiddleId;
  /** In which form the flow stands beside its picture: a panel of the slot "left". */
  left: string;
  /** The open tab at the right. */
  panel: string;
  /** Whether the strip of the history is open; it is shown as well while one looks back. */
  history: boolean;
  /** Where nothing is looked for, nothing is marked. */
  search?: Search;
  /** The step of the tour one is at; nothing where nobody takes it. */
  tour?: number;
  /** The open dialog, by its panel's id. */
  dialog?: string;
  /** What was pasted that is no piece of a flow: with it the dialog of lists begins. */
  list?: Pasted;
  /** Said next to what it is about (`at.id`) where that is visible, else at the top. */
  problem?: Problem;
  /** The dialog that was open when the problem came: it is said there and nowhere else. */
  problemIn?: string;
  /** Said until the next thing is done. */
  done?: Done;
  /** What was last heard of the disk, of whatever file. */
  kept?: Extract<DeskEvent, { type: "kept" }>;
  /** How often flows were played: what is found then may be more. */
  played?: number;
  /** The last edit did not get to the disk. */
  isUnsaved?: boolean;
  job?: Job;
  /**
   * Counts how often one turned to something else: another project, flow, moment or screen, or another voice to write. What
   * is drawn late is never of another turn, so that who comes back does not meet what was there before.
   */
  turn: number;
  /** Commands on their way. */
  pending: number;
}

/** Ids for what a command creates: each call gives the next free number. */
export type Ids = () => number;

/** Where an export went: the file written, or the name under which it was downloaded. */
export interface Delivered {
  path?: string;
  name?: string;
  /** What is not in it. */
  losses?: readonly Loss[];
}

/** A copy for oneself, with everything; or one for others. */
export type CopyKind = "whole" | "hand_over";

/** Everything a panel, tool or key can ask for. None of these throws: problems arrive in `app.problem`. */
export interface Act {
  /**
   * Sends one command; several sends wait for one another. True when it was done; `done` is called before that is drawn,
   * so that what follows is drawn with it. The command is made when its turn comes, from the newest view: everything sent
   * before has arrived. Where it makes none, there is nothing left to do.
   */
  send(
    command: (ids: Ids, view: View | undefined) => Command | undefined,
    done?: () => void,
  ): Promise<boolean>;
  undo(): void;
  redo(): void;
  /** Any other question; nothing where it failed. Answers that are views are merged by themselves. */
  ask<Q extends Question>(question: Q, asked: Asked<Q>): Promise<Answer<Q> | undefined>;
  /** Long work, with progress in `app.job` and a cancel button. */
  work<Q extends Question>(
    question: Q,
    asked: Asked<Q>,
    job: { id: string; label: string },
  ): Promise<Answer<Q> | undefined>;
  cancel(): void;
  /** Looks at another flow or process. */
  look(what: { process?: RecordId; flow?: RecordId }): void;
  /** Chooses; with `reveal` the canvas moves so that it is seen. */
  select(ids: readonly RecordId[], how?: { reveal?: boolean }): void;
  show(
    what: Partial<
      Pick<App, "screen" | "middle" | "left" | "panel" | "tool" | "history" | "voicing">
    >,
  ): void;
  /** Looks for something else, or elsewhere in what was found; for nothing any more where nothing is named. */
  search(change?: Partial<Search>): void;
  /** Leads through the tour: to a step of it, or out of it. */
  guide(step?: number): void;
  /** From now on no tour is offered at the start. */
  skipTour(): void;
  openDialog(panel: string): void;
  closeDialog(): void;
  /** Both are kept for the next start. */
  setLanguage(language: Language): void;
  setAppearance(appearance: Appearance): void;
  setCamera(camera: Camera): void;
  /** Moves the canvas. */
  aim(at: Aim["at"]): void;
  focus(id: RecordId | undefined): void;
  /** Opens the field for a name on the picture; nothing closes it. */
  write(writing: Writing | undefined): void;
  dismissProblem(): void;
  /** Says something in the line below the header, until the next thing is done. */
  tell(done: Done): void;
  dismissDone(): void;
  /** Asks for a file and opens it; on a machine without a dialog nothing happens. */
  chooseFile(): Promise<void>;
  open(path: string): Promise<void>;
  /** Opens a file that was dropped on the window, as a project of its own beside it. */
  takeIn(files: readonly File[]): Promise<void>;
  /** Adds the processes of a file to the open project. */
  addFrom(files: readonly File[]): Promise<void>;
  openSample(sample: string): Promise<void>;
  create(name: string): Promise<void>;
  close(): Promise<void>;
  /** Takes a file off the list of what one did last. */
  forget(path: string): Promise<void>;
  /** Exports and hands the file over: a dialog in the shell, a download in a browser. Nothing where it was not done. */
  deliver(asked: Asked<"export">): Promise<Delivered | undefined>;
  /** Hands over a copy of the project: the whole of it, or one without history and names. `app.done` says where it went. */
  saveCopy(kind: CopyKind): Promise<void>;
  /** Gives the project its place: from a dialog in the shell, else called `name` in the folder. True when it is there. */
  moveTo(name?: string): Promise<boolean>;
  /** Shows the project as it was, or as it is now. Of several wishes the last one counts; resolves when it is shown. */
  lookBack(revision?: number): Promise<void>;
  /** Makes the project as it was, as an edit of its own. */
  restore(revision: number, when: string): Promise<void>;
  /** The flow looked at, some of its steps, or a comparison. True when it can be pasted. */
  copyPicture(of?: Pick<Asked<"export">, "what" | "flow" | "only">): Promise<boolean>;
  /** The chosen steps with what belongs to them, on the clipboard. */
  copy(): Promise<void>;
  /** The same, and they leave the flow. */
  cut(): Promise<void>;
  /** Puts what is on the clipboard behind what is chosen, or into the chosen arrow. */
  paste(given?: Pasted): Promise<void>;
  /** Makes steps of a list or table, and closes its dialog. True when it was done. */
  pasteList(list: PastedList): Promise<boolean>;
  /** The chosen steps once more, behind the last of them. */
  duplicate(): Promise<void>;
}

export interface PanelProps {
  app: App;
  act: Act;
}

/** A part of the window. It holds no truth. */
export interface Panel {
  id: string;
  /** The text of its tab or heading, a text of the catalogue. */
  label: string;
  /** left: a form of the flow beside its picture · middle: in its place · right: a tab · footer: the line below · header: the line
   * above · notice: between header and content, on every screen · screen: the whole window · dialog: over it. */
  slot: "left" | "middle" | "right" | "footer" | "header" | "notice" | "screen" | "dialog";
  /** In the middle: takes the places of left and right as well. At the left: stands below the picture, for its width. */
  isWide?: boolean;
  /** A number beside the label of a tab. */
  count?(app: App): number | undefined;
  View(props: PanelProps): ReactNode;
}
