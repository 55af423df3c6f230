/** Fields bound to one attribute: a text, a number, a word of a vocabulary, yes or no, a tick. Empty is unknown, never zero. */
import { t } from "../../text";
import { Choice } from "../../widgets/choice";
import { NameField } from "../../widgets/name-field";
import { Tick } from "../../widgets/tick";
import {
  type AttributeProps,
  common,
  setAttribute,
  UNKNOWN,
  useRefusal,
  wordsOf,
} from "./attribute";
import { byKind } from "./kinds";
import { NumberField, type NumberFieldProps } from "./number-field";

interface TextProps extends AttributeProps {
  lines?: number;
  /** What others have there. */
  suggestions?: readonly string[];
  hint?: string;
}

export function TextAttribute(props: TextProps) {
  const { app, act, ids, attribute, label, lines, hint, suggestions } = props;
  const { value, isMixed } = common(app.view, ids, attribute);
  const refusal = useRefusal(app);
  return (
    <NameField
      label={label}
      value={typeof value === "string" ? value : ""}
      placeholder={t(isMixed ? "ui-step-several-mixed" : "ui-step-unknown")}
      attribute={attribute}
      {...(suggestions === undefined ? {} : { suggestions })}
      {...(lines === undefined ? {} : { lines })}
      {...(hint === undefined ? {} : { hint })}
      {...(refusal.lasting === undefined ? {} : { wrong: refusal.lasting })}
      onCommit={(text) => {
        const next = text.trim() === "" ? null : text.trim();
        return refusal.watch(setAttribute(act, ids, attribute, next));
      }}
    />
  );
}

interface NumberProps extends AttributeProps, Pick<NumberFieldProps, "scale" | "max" | "hint"> {}

export function NumberAttribute({ app, act, ids, ...field }: NumberProps) {
  const { value, isMixed } = common(app.view, ids, field.attribute);
  const refusal = useRefusal(app);
  return (
    <NumberField
      {...field}
      value={typeof value === "number" ? value : undefined}
      placeholder={t(isMixed ? "ui-step-several-mixed" : "ui-step-unknown")}
      {...(refusal.lasting === undefined ? {} : { wrong: refusal.lasting })}
      onStore={(stored) => refusal.watch(setAttribute(act, ids, field.attribute, stored))}
    />
  );
}

interface WordProps extends AttributeProps {
  vocabulary: string;
  /** The word for nothing, where that is more than unknown. */
  none?: string;
  /** Nothing is no answer. */
  isAlwaysKnown?: boolean;
  hint?: string;
}

export function WordAttribute(props: WordProps) {
  const { app, act, ids, attribute, label, vocabulary, none, hint } = props;
  const { value, isMixed } = common(app.view, ids, attribute);
  const refusal = useRefusal(app);
  const words =
    vocabulary === "step_kind" ? byKind(wordsOf(app, vocabulary)) : wordsOf(app, vocabulary);
  const nothing = { value: UNKNOWN, word: none ?? t("ui-step-unknown"), isNothing: true };
  const options = props.isAlwaysKnown ? words : [nothing, ...words];
  const shown = typeof value === "string" ? value : UNKNOWN;
  return (
    <Choice
      label={label}
      value={isMixed ? undefined : shown}
      placeholder={t("ui-step-several-mixed")}
      options={options}
      attribute={attribute}
      {...(hint === undefined ? {} : { hint })}
      {...(refusal.wrong === undefined ? {} : { wrong: refusal.wrong })}
      onChange={(word) => {
        const next = word === UNKNOWN ? null : word;
        void refusal.watch(setAttribute(act, ids, attribute, next));
      }}
    />
  );
}

interface YesNoProps extends AttributeProps {
  /** The words for the two answers. */
  yes: string;
  no: string;
}

/** A question that may stay open: a box to tick could not say that nobody knows. */
export function YesNoAttribute({ app, act, ids, attribute, label, yes, no }: YesNoProps) {
  const { value, isMixed } = common(app.view, ids, attribute);
  const refusal = useRefusal(app);
  const known = typeof value === "boolean" ? (value ? "yes" : "no") : UNKNOWN;
  return (
    <Choice
      label={label}
      value={isMixed ? undefined : known}
      placeholder={t("ui-step-several-mixed")}
      options={[
        { value: UNKNOWN, word: t("ui-step-unknown"), isNothing: true },
        { value: "yes", word: yes },
        { value: "no", word: no },
      ]}
      attribute={attribute}
      {...(refusal.wrong === undefined ? {} : { wrong: refusal.wrong })}
      onChange={(answer) => {
        const next = answer === UNKNOWN ? null : answer === "yes";
        void refusal.watch(setAttribute(act, ids, attribute, next));
      }}
    />
  );
}

export function TickAttribute({ app, act, ids, attribute, label }: AttributeProps) {
  const { value } = common(app.view, ids, attribute);
  return (
    <Tick
      word={label}
      value={value === true}
      onChange={(next) => void setAttribute(act, ids, attribute, next)}
    />
  );
}

/** The name: the one attribute that cannot be unknown. */
export function RenameField({ app, act, ids, label }: Omit<AttributeProps, "attribute">) {
  const { value } = common(app.view, ids, "name");
  const refusal = useRefusal(app);
  const [id] = ids;
  if (id === undefined) return null;
  return (
    <NameField
      label={label}
      value={typeof value === "string" ? value : ""}
      {...(refusal.lasting === undefined ? {} : { wrong: refusal.lasting })}
      onCommit={(name) => refusal.watch(act.send(() => ({ type: "rename", id, name })))}
    />
  );
}
