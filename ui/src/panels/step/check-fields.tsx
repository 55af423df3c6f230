/** What a check looks at, against what, and why it began: one attribute with parts. */
import { t } from "../../text";
import { Choice } from "../../widgets/choice";
import { NameField } from "../../widgets/name-field";
import { type AttributeProps, common, setAttribute, UNKNOWN, wordsOrUnknown } from "./attribute";

type Part = "object" | "against" | "why_it_began";
type Check = Partial<Record<Part | "reason", string>> & { aspects?: string[] };

/** Between aspects, as people type it. */
const BETWEEN = /[、,，]/;

export function CheckFields(props: Omit<AttributeProps, "attribute" | "label">) {
  const { app, act, ids } = props;
  const check = checkIn(common(app.view, ids, "check").value);
  const put = (change: { [part in keyof Check]?: Check[part] | undefined }) =>
    setAttribute(act, ids, "check", cleaned({ ...check, ...change }));
  const part = (name: Part, label: string, lines?: number) => (
    <NameField
      label={label}
      value={check[name] ?? ""}
      placeholder={t("ui-step-unknown")}
      {...(lines === undefined ? {} : { lines })}
      onCommit={(text) => put({ [name]: text.trim() || undefined })}
    />
  );
  return (
    <>
      {part("object", t("ui-step-check-object"))}
      <NameField
        label={t("ui-step-check-aspects")}
        value={(check.aspects ?? []).join(t("ui-step-between"))}
        placeholder={t("ui-step-unknown")}
        onCommit={(text) => put({ aspects: aspectsIn(text) })}
      />
      {part("against", t("ui-step-check-against"))}
      <Choice
        label={t("ui-step-check-reason")}
        value={check.reason ?? UNKNOWN}
        options={wordsOrUnknown(app, "check_reason")}
        onChange={(word) => void put({ reason: word === UNKNOWN ? undefined : word })}
      />
      {part("why_it_began", t("ui-step-check-why"), 2)}
    </>
  );
}

/** The aspects in what was typed. */
export function aspectsIn(text: string): string[] {
  return text
    .split(BETWEEN)
    .map((aspect) => aspect.trim())
    .filter((aspect) => aspect !== "");
}

function checkIn(value: unknown): Check {
  return typeof value === "object" && value !== null ? (value as Check) : {};
}

/** Without the parts that are not known; nothing where none is. */
function cleaned(check: { [part: string]: unknown }): object | null {
  const known = Object.entries(check).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return known.length === 0 ? null : Object.fromEntries(known);
}
