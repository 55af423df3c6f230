/** New rows before the flow has them: by which name they are known, and what they became. */
import type { RecordId } from "../../contract";

const became = new Map<string, RecordId>();
let made = 0;

export function draftKey(): string {
  made += 1;
  return `draft/${made}`;
}

/** What the row became that was begun as `key`; nothing while the flow does not have it. */
export function madeOf(key: string): RecordId | undefined {
  return became.get(key);
}

export function becomes(key: string, id: RecordId): void {
  became.set(key, id);
}
