/** What Rust and the window say to each other: the types that Rust writes, by the names the window uses. */
import type { AnswerOf } from "./generated/AnswerOf";
import type { Call as AnyCall } from "./generated/Call";
import type { Command as AnyCommand } from "./generated/Command";
import type { Comparison as SentComparison } from "./generated/Comparison";
import type { Complaint } from "./generated/Complaint";
import type { Edge } from "./generated/Edge";
import type { FlowEvent } from "./generated/FlowEvent";
import type { Gateway } from "./generated/Gateway";
import type { Lane } from "./generated/Lane";
import type { ModelRecord as AnyRecord } from "./generated/ModelRecord";
import type { Painting as WrittenPainting } from "./generated/Painting";
import type { Phase } from "./generated/Phase";
import type { Point } from "./generated/Point";
import type { RecordId } from "./generated/RecordId";
import type { Step } from "./generated/Step";
import type { View as WrittenView } from "./generated/View";

export type { Analysed } from "./generated/Analysed";
export type { Appearance } from "./generated/Appearance";
export type { BackedUp } from "./generated/BackedUp";
export type { BackupCard } from "./generated/BackupCard";
export type { Backups } from "./generated/Backups";
export type { Chronicle } from "./generated/Chronicle";
export type { Column as ColumnWord } from "./generated/Column";
export type { DeskEvent } from "./generated/DeskEvent";
export type { Exported } from "./generated/Exported";
export type { FigureRow } from "./generated/FigureRow";
export type { FileCard } from "./generated/FileCard";
export type { FlowName as FlowCard } from "./generated/FlowName";
export type { Forecast } from "./generated/Forecast";
export type { ForecastLane } from "./generated/ForecastLane";
export type { Given } from "./generated/Given";
export type { HeadRow } from "./generated/HeadRow";
export type { Hello } from "./generated/Hello";
export type { Hit } from "./generated/Hit";
export type { Hits } from "./generated/Hits";
export type { Item } from "./generated/Item";
export type { Language } from "./generated/Language";
export type { Levers } from "./generated/Levers";
export type { ListPreview } from "./generated/ListPreview";
export type { Matters } from "./generated/Matters";
export type { Paint } from "./generated/Paint";
export type { Painting as SentPainting } from "./generated/Painting";
export type { Part } from "./generated/Part";
export type { PastedList } from "./generated/PastedList";
export type { Place } from "./generated/Place";
export type { Point } from "./generated/Point";
export type { Problem } from "./generated/Problem";
export type { ProjectState as ProjectCard } from "./generated/ProjectState";
export type { ProposalCards } from "./generated/ProposalCards";
export type { Recent } from "./generated/Recent";
export type { RecordId } from "./generated/RecordId";
export type { Rect } from "./generated/Rect";
export type { Replay } from "./generated/Replay";
export type { ReplayTrace } from "./generated/ReplayTrace";
export type { SampleCard } from "./generated/SampleCard";
export type { Scene } from "./generated/Scene";
export type { Segment } from "./generated/Segment";
export type { Start } from "./generated/Start";
export type { Stroke } from "./generated/Stroke";
export type { ToldEntry } from "./generated/ToldEntry";
export type { ToldLoss as Loss } from "./generated/ToldLoss";
export type { ToldMoment } from "./generated/ToldMoment";
export type { ToldOutcome } from "./generated/ToldOutcome";
export type { Traces } from "./generated/Traces";
export type { Trial } from "./generated/Trial";
export type { TrialQuestion } from "./generated/TrialQuestion";
export type { VoiceTemplate } from "./generated/VoiceTemplate";

/**
 * `T` with plain strings for words. Which words there are, the window learns from the vocabularies that Rust hands over;
 * Rust refuses any other.
 */
type Worded<T> = T extends string
  ? string
  : T extends (infer E)[]
    ? Worded<E>[]
    : T extends object
      ? { [K in keyof T]: Worded<T[K]> }
      : T;

/** Fields that nobody here has to know one by one. */
export type Fields = { [field: string]: unknown };
export type StepFields = Worded<Step>;
export type EdgeFields = Worded<Edge>;
export type LaneFields = Worded<Lane>;
export type PhaseFields = Worded<Phase>;
export type ComplaintFields = Worded<Complaint>;
/** What steps, gateways and events have in common. */
export type NodeFields = Pick<StepFields, keyof Step & keyof Gateway & keyof FlowEvent>;
/** A record as the file holds it: its kind, then its fields. */
export type ModelRecord = Worded<AnyRecord>;

/** Every way to change the document. Bare numbers are the number within an id. */
export type Command =
  | Exclude<AnyCommand, { type: "create" | "many" | "revise" }>
  | { type: "create" | "revise"; id: RecordId; record: ModelRecord }
  | { type: "many"; title: string; commands: Command[] };

/** A picture as the window has it, with everything that changed merged in. */
export type Painting = Pick<WrittenPainting, "frame" | "title" | "items" | "areas"> & {
  /** The keys of all parts, from back to front. */
  order: string[];
  /** How far parts lie from where `items` has them. */
  by?: ReadonlyMap<string, Point>;
  /** How far parts moved when it last changed. */
  moved?: ReadonlyMap<string, Point>;
};

/** Two flows beside each other, with both pictures. */
export type Comparison = Omit<SentComparison, "above" | "below"> & {
  above: Painting;
  below: Painting;
};

/** What a window sees after everything that may have changed something, as it is sent. */
export type SentView = Omit<WrittenView, "records"> & { records: Record<RecordId, ModelRecord> };
/** The same as the window has it. */
export type View = Omit<SentView, "painting"> & { painting: Painting };

type Told<Q extends AnyCall["type"]> = Extract<AnyCall, { type: Q }>;

export type Question = AnyCall["type"];
/** What goes with a question. */
export type Asked<Q extends Question> = Q extends "send"
  ? { command: Command }
  : Omit<Told<Q>, "type" | "seen">;
export type Answer<Q extends Question> = AnswerOf<Q> extends WrittenView ? SentView : AnswerOf<Q>;
export type Call<Q extends Question = Question> = { type: Q; seen?: number } & Asked<Q>;
