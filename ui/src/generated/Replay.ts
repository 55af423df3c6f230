import type { Painting } from "./Painting";
import type { Problem } from "./Problem";
import type { RecordId } from "./RecordId";
import type { ReplayTrace } from "./ReplayTrace";
export type Replay = { first_day: string, flows: Array<{ flow: RecordId, painting: Painting, trace?: ReplayTrace, problem?: Problem }>, };
