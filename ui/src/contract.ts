/** What Rust and the window say to each other, as JSON. Pixels at 100 %, x to the right, y down. */

/** Names any record: "step/5", "lane/2", "edge/7" … */
export type RecordId = string;

export interface Point {
  x: number;
  y: number;
}

export interface Rect {
  x: number;
  y: number;
  w: number;
  h: number;
}

export interface Stroke {
  colour: string;
  width: number;
  dash?: number[];
  is_round?: boolean;
}

export interface Paint {
  fill?: string;
  stroke?: Stroke;
}

export type Segment =
  | { move: Point }
  | { line: Point }
  | { curve: [Point, Point, Point] }
  | "close";

export type Item =
  | { type: "group"; id?: RecordId; title?: string; items: Item[] }
  | { type: "rect"; area: Rect; radius: number; paint: Paint }
  | { type: "path"; segments: Segment[]; paint: Paint }
  | {
      type: "text";
      content: string;
      at: Point;
      size: number;
      weight: "regular" | "bold";
      colour: string;
    }
  | { type: "image"; area: Rect; source: string };

/** A finished picture, as files and tests hold it. */
export interface Scene {
  frame: Rect;
  title: string;
  language: Language;
  items: Item[];
}

/** What is painted: keyed top-level groups. What did not change is not sent again. */
export interface Painting {
  frame: Rect;
  title: string;
  /** Keys from back to front: a record's id, "step/5+marks" for what lies over it, "#0" for others. */
  order: string[];
  items: Record<string, Item>;
  /** The boxes of nodes and lanes: always all of them. */
  areas: Record<RecordId, Rect>;
}

export type Language = "ja" | "en";

/** An error as a person reads it. */
export interface Problem {
  code: string;
  message: string;
  hint: string;
  at: { file?: string; line?: number; column?: number; id?: string };
}

export interface ProjectCard {
  file?: string;
  name: string;
  draft: boolean;
  read_only: boolean;
  saved_at?: number;
}

export interface FlowCard {
  id: RecordId;
  name: string;
  variant: "as_is" | "to_be";
  made_from?: RecordId;
}

/** The fields of a record as the file holds them; typed ids are numbers, mixed ones are written "step/5". */
export type Fields = { [field: string]: unknown };

export interface NodeFields extends Fields {
  flow: number;
  rank: number;
  key?: string;
  name: string;
  lane: number;
  phase?: number;
  pin?: Point;
}

export interface StepFields extends NodeFields {
  minutes?: number;
  wait?: number;
  medium_in?: string;
  medium_out?: string;
  system?: string;
  note?: string;
}

export interface EdgeFields extends Fields {
  flow: number;
  from: RecordId;
  to: RecordId;
  split: string;
  share?: number;
  condition?: string;
}

export interface LaneFields extends Fields {
  flow: number;
  rank: number;
  name: string;
  kind: string;
  headcount?: number;
}

export interface PhaseFields extends Fields {
  flow: number;
  rank: number;
  name: string;
}

export interface ComplaintFields extends Fields {
  flow: number;
  steps?: RecordId[];
  voice: string;
  kind: string;
  text: string;
  count?: number;
}

/** A record as serde writes it: its kind, then its fields. */
export type ModelRecord =
  | { step: StepFields }
  | { gateway: NodeFields & { kind: string } }
  | { event: NodeFields & { kind: string } }
  | { edge: EdgeFields }
  | { lane: LaneFields }
  | { phase: PhaseFields }
  | { complaint: ComplaintFields }
  | { process: Fields & { name: string } }
  | { flow: Fields & { process: number; name: string; variant: "as_is" | "to_be" } }
  | { item: Fields & { name: string } }
  | { duty: Fields }
  | { verdict: Fields }
  | { improvement: Fields };

export interface Loss {
  what: string;
  at?: string;
  kept?: string;
}

/** After everything that may have changed something. */
export interface View {
  serial: number;
  /** Forget what there was; else the painting's items and the records are merged into it. */
  whole: boolean;
  revision: number;
  project: ProjectCard;
  processes: { id: RecordId; name: string; illustrative: boolean }[];
  process: RecordId;
  flows: FlowCard[];
  flow: RecordId;
  records: Record<RecordId, ModelRecord>;
  gone: RecordId[];
  painting: Painting;
  undo_label?: string;
  redo_label?: string;
  /** The first free id; a command that creates takes it and those after it. */
  next: number;
  losses: Loss[];
}

/** A sibling that a thing is put before or after. */
export type Place = { before: RecordId } | { after: RecordId };

/** Every way to change the document. Bare numbers are the number within an id. */
export type Command =
  | {
      type: "add_step";
      step: number;
      flow: number;
      lane: number;
      name: string;
      after: RecordId | null;
      edge: number;
    }
  | { type: "connect"; edge: number; from: RecordId; to: RecordId }
  | { type: "create"; id: RecordId; record: ModelRecord }
  | {
      type: "insert_step";
      step: number;
      lane: number;
      name: string;
      into: number;
      edge: number;
    }
  | { type: "many"; title: string; commands: Command[] }
  | { type: "move_step"; node: RecordId; lane: number }
  | { type: "remove"; id: RecordId }
  | { type: "rename"; id: RecordId; name: string }
  | { type: "reorder"; id: RecordId; place: Place }
  | { type: "set_attribute"; id: RecordId; attribute: string; value: unknown }
  | { type: "merge_steps" | "split_step" | "revise"; [field: string]: unknown };

export interface Hello {
  language: Language;
  /** The source of the Fluent catalogue. */
  catalogue: string;
  vocabularies: Record<string, { value: string; word: string }[]>;
  version: string;
  files: "dialog" | "list";
}

export interface Recent {
  path: string;
  name: string;
  section?: string;
  steps: number;
  voices: number;
  proposals: number;
  opened_at: number;
  missing: boolean;
}

export interface SampleCard {
  id: string;
  name: string;
  about: string;
  steps: number;
  lanes: number;
}

export interface FileCard {
  path: string;
  name: string;
}

export interface Start {
  recent: Recent[];
  samples: SampleCard[];
  files: FileCard[];
}

/** Findings and figures of one revision (docs/formats.md); they arrive after the view they are about. */
export interface Analysed {
  revision: number;
  flow: RecordId;
  analysis: Fields;
  painting: Painting;
  serial: number;
}

export interface ProposalCards {
  cards: ({ improvement: RecordId; accepted: boolean } & Fields)[];
  before: Fields;
  after: Fields;
  staff_range?: [number, number];
  [more: string]: unknown;
}

export interface Comparison {
  above: Painting;
  below: Painting;
  steps: Fields[];
  before: Fields;
  after: Fields;
  counts: Fields;
}

export interface FigureRow {
  name: string;
  label: string;
  value: string;
  unit: string;
  known: boolean;
}

export interface Exported {
  name: string;
  media: string;
  base64: string;
}

/** Every question with its arguments, and the answer it gets. */
export interface Questions {
  hello: [Record<never, never>, Hello];
  set_language: [{ language: Language }, Hello];
  start: [Record<never, never>, Start];
  create: [{ name: string }, View];
  open_sample: [{ sample: string }, View];
  open: [{ path: string }, View];
  close: [Record<never, never>, Start];
  look: [{ process?: RecordId; flow?: RecordId }, View];
  send: [{ command: Command }, View];
  undo: [Record<never, never>, View];
  redo: [Record<never, never>, View];
  analyze: [Record<never, never>, Analysed];
  set_aside: [
    {
      detector: string;
      steps: RecordId[];
      decision: "accepted" | "excluded" | "new";
      reason: string;
    },
    View,
  ];
  propose: [{ package: string; job: string }, View];
  decide: [{ improvement: RecordId; accept: boolean; reason?: string }, View];
  proposal: [{ flow: RecordId }, ProposalCards];
  compare: [{ before: RecordId; after: RecordId }, Comparison];
  figures_text: [Record<never, never>, { rows: FigureRow[]; unknown_inputs: string[] }];
  legend: [Record<never, never>, Painting];
  read_aloud: [Record<never, never>, { text: string }];
  forms: [Record<never, never>, { forms: { ending: string; word: string }[] }];
  export: [{ ending: string; what: "flow" | "compare"; flow?: RecordId; page?: string }, Exported];
  export_to: [
    { path: string; ending: string; what: "flow" | "compare"; flow?: RecordId; page?: string },
    { path: string },
  ];
  cancel: [{ job: string }, Record<never, never>];
}

export type Question = keyof Questions;
export type Asked<Q extends Question> = Questions[Q][0];
export type Answer<Q extends Question> = Questions[Q][1];
export type Call<Q extends Question = Question> = { type: Q; seen?: number } & Asked<Q>;

export type Told =
  | { type: "progress"; job: string; found: number }
  | { type: "told"; problem: Problem }
  | { type: "opened"; view_needed: true };
