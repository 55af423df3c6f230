/** What a check looks at, for what and against what, what it finds, and why it began: one attribute with parts. */
import { useState } from "react";
import { folded } from "../../folded";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { Chips } from "../../widgets/chips";
import { Choice } from "../../widgets/choice";
import { NameField, type NameFieldProps } from "../../widgets/name-field";
import {
  type AttributeProps,
  changeAttribute,
  common,
  UNKNOWN,
  wordsOf,
  wordsOrUnknown,
} from "./attribute";
import { NumberField } from "./number-field";
import { documentsOf } from "./used-words";

type Part = "object" | "against" | "independent_of" | "why_it_began";
type Check = Partial<Record<Part | "reason", string>> & {
  aspects?: string[];
  catch_rate?: number;
};
type Change = { [part in keyof Check]?: Check[part] | undefined };
/** Changes parts of what each check is by then. */
type Put = (change: (check: Check) => Change) => Promise<boolean>;

/** Between aspects, as people type them. */
const BETWEEN = /[、,，]/;

type PartOptions = Partial<Pick<NameFieldProps, "lines" | "suggestions" | "hint">>;

interface CheckProps extends Omit<AttributeProps, "attribute" | "label"> {
  systems: readonly string[];
}

export function CheckFields({ app, act, ids, systems }: CheckProps) {
  const check = checkIn(common(app.view, ids, "check").value);
  const put: Put = (change) =>
    changeAttribute(act, ids, "check", (had) => {
      const check = checkIn(had);
      return cleaned({ ...check, ...change(check) });
    });
  const documents = app.view ? documentsOf(app.view) : [];
  const sources = [...documents, ...systems];
  const part = (name: Part, label: string, more: PartOptions = {}) => (
    <NameField
      label={label}
      value={check[name] ?? ""}
      placeholder={t("ui-step-unknown")}
      {...more}
      {...(name === "object" ? { attribute: "check" } : {})}
      onCommit={(text) => put(() => ({ [name]: text.trim() || undefined }))}
    />
  );
  return (
    <>
      {part("object", t("ui-step-check-object"), { suggestions: documents })}
      <Aspects words={wordsOf(app, "aspect").map(({ word }) => word)} check={check} put={put} />
      {part("against", t("ui-step-check-against"), { suggestions: sources })}
      <Choice
        label={t("ui-step-check-reason")}
        value={check.reason ?? UNKNOWN}
        options={wordsOrUnknown(app, "check_reason")}
        onChange={(word) => void put(() => ({ reason: word === UNKNOWN ? undefined : word }))}
      />
      <NumberField
        label={t("ui-step-check-catch-rate")}
        value={check.catch_rate}
        placeholder={t("ui-step-unknown")}
        scale={0.01}
        max={100}
        onStore={(rate) => put(() => ({ catch_rate: rate ?? undefined }))}
      />
      {part("independent_of", t("ui-step-check-independent-of"), {
        hint: t("ui-step-check-independent-of-hint"),
      })}
      {part("why_it_began", t("ui-step-check-why"), { lines: 2 })}
    </>
  );
}

/** What is looked at: the usual aspects, and others in people's own words. */
function Aspects({ words, check, put }: { words: string[]; check: Check; put: Put }) {
  const [isAdding, setIsAdding] = useState(false);
  const had = check.aspects ?? [];
  const isHad = (word: string) => had.some((aspect) => folded(aspect) === folded(word));
  const own = had.filter((aspect) => !words.some((word) => folded(word) === folded(aspect)));
  const chips = [...words, ...own].map((word) => ({ key: word, word, isOn: isHad(word) }));
  return (
    <div className="items">
      <Chips
        label={t("ui-step-check-aspects")}
        chips={chips}
        onToggle={({ word }, isOn) =>
          void put((now) => ({ aspects: isOn ? withAll(now, [word]) : without(now, word) }))
        }
      />
      {isAdding ? (
        <NameField
          label={t("ui-step-check-aspect-own")}
          isLabelHidden
          value=""
          placeholder={t("ui-step-check-aspect-own")}
          autoFocus
          onCommit={(text) => {
            const more = aspectsIn(text).filter((word) => !isHad(word));
            return more.length === 0 || put((now) => ({ aspects: withAll(now, more) }));
          }}
        />
      ) : (
        <Button kind="link" onPress={() => setIsAdding(true)}>
          {t("ui-step-check-aspect-own")}
        </Button>
      )}
    </div>
  );
}

function without({ aspects = [] }: Check, word: string): string[] {
  return aspects.filter((aspect) => folded(aspect) !== folded(word));
}

function withAll(check: Check, words: readonly string[]): string[] {
  return words.reduce(
    (had, word) => [...without({ aspects: had }, word), word],
    check.aspects ?? [],
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
