/** Minutes and waits, written as people write them and read by Rust: 「1時間半」, 「2日」, 「5〜10分」. */
import { t } from "../../text";
import { NameField } from "../../widgets/name-field";
import { type AttributeProps, common, useRefusal, writeCells } from "./attribute";
import { type Range, waiting, workingTime } from "./time-words";

interface TimeProps extends Omit<AttributeProps, "attribute"> {
  column: "minutes" | "wait";
  hint?: string;
}

export function TimeField({ app, act, ids, label, column, hint }: TimeProps) {
  const { value, isMixed } = common(app.view, ids, column);
  const work = common(app.view, ids, "work").value;
  const refusal = useRefusal(app);
  return (
    <NameField
      label={label}
      value={typeof value === "number" ? written(column, value, work) : ""}
      placeholder={t(isMixed ? "ui-step-several-mixed" : "ui-step-unknown")}
      attribute={column}
      {...(hint === undefined ? {} : { hint })}
      {...(refusal.lasting === undefined ? {} : { wrong: refusal.lasting })}
      onCommit={(text) => refusal.watch(writeCells(act, ids, column, text))}
    />
  );
}

function written(column: "minutes" | "wait", value: number, work: unknown): string {
  if (column === "wait") return waiting(value);
  return workingTime(value, rangeIn(work));
}

function rangeIn(work: unknown): Range | undefined {
  if (typeof work !== "object" || work === null) return undefined;
  const { low, high } = work as Partial<Range>;
  return low !== undefined && high !== undefined ? { low, high } : undefined;
}
