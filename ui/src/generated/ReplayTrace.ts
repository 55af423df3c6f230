import type { RecordId } from "./RecordId";
export type ReplayTrace = { at: Array<number>, what: Array<number>, case: Array<number>, record: Array<number>, records: Array<RecordId>, names: Array<string>, ends: { [arrow: string]: [RecordId, RecordId] }, is_cut: boolean, openings: Array<[number, number]>, };
