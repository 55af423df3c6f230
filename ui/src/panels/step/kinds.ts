/** The kinds of steps under headings, so that one finds one among many. */
import { t } from "../../text";
import type { Option } from "../../widgets/choice";

/** Every kind stands under one heading; what is not listed here stands under the last. */
export const GROUPS = {
  write: ["fill", "enter", "transcribe", "draft", "compose", "register", "number"],
  pass: ["receive", "sort", "send", "carry", "hand_over", "circulate", "notify", "pay"],
  check: ["check", "reconcile", "recalculate", "examine", "inspect", "calculate", "aggregate"],
  decide: ["approve", "seal", "consent", "consult"],
  ask: ["query", "inquire", "wait"],
  paper: ["print", "copy", "scan", "keep", "discard"],
  other: ["automatic"],
} as const;

export function byKind(words: readonly Option[]): Option[] {
  const groups = Object.entries(GROUPS).map(([group, kinds]) => ({ group, kinds }));
  const groupOf = ({ value }: Option) =>
    groups.find(({ kinds }) => kinds.some((kind) => kind === value))?.group ?? "other";
  return groups.flatMap(({ group }) =>
    words
      .filter((word) => groupOf(word) === group)
      .map((word) => ({ ...word, section: t(`ui-kinds-${group}`) })),
  );
}
