/** The field for the next step: Enter writes it, Tab chooses who does it, Escape leaves. */
import { type KeyboardEvent, memo, type RefObject, useRef } from "react";
import { Input, TextField } from "react-aria-components";
import type { PanelProps } from "../../app";
import type { RecordId, View } from "../../contract";
import { useLate } from "../../late";
import { t } from "../../text";
import { nameOf } from "../../tools/graph";
import { Button } from "../../widgets/button";
import { Choice } from "../../widgets/choice";
import { isComposing } from "../../widgets/composing";
import { lanesOf } from "../flow-records";
import { type NextLine, useLine } from "./use-line";

/** By which other parts of the window know that one writes here. */
export const WRITER = "next-step";

export function Writer({ app, act }: PanelProps) {
  const late = useLate(app).view;
  const line = useLine(app, act);
  const choose = useRef<(next: RecordId | undefined) => void>(() => undefined);
  if (!line || !late) return null;
  const { typed } = line;
  choose.current = line.choose;
  const key = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event)) return;
    if (event.key === "Tab" && !event.shiftKey) line.lower();
    else if (event.key === "Enter") line.submit();
    else if (event.key === "Escape") toList(event.currentTarget);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="writer">
      <div className="writer-head">
        <p className="writer-keys">{t("ui-cards-keys")}</p>
        <p className="writer-keys list-keys">{t("ui-cards-help")}</p>
        {/* Before there is a step, the picture says so itself. */}
        {line.after !== undefined && (
          <Button kind="link" onPress={() => act.openDialog("list")}>
            {t("ui-list-title")}
          </Button>
        )}
      </div>
      <TextField
        className="field"
        value={line.text}
        onChange={line.setText}
        aria-label={t("ui-cards-write-label")}
      >
        <Input
          id={WRITER}
          data-first
          className="field-box writer-box"
          placeholder={t(placeholderOf(line))}
          onKeyDown={key}
          {...(line.after === undefined ? { autoFocus: true } : {})}
        />
      </TextField>
      <p className="writer-keys" role="status">
        {said(late, line)}
      </p>
      <div className="writer-lane">
        <span aria-hidden="true">{t("ui-step-lane")}</span>
        {typed.lane && "name" in typed.lane ? (
          <strong>{t("ui-cards-lane-new", { lane: typed.lane.name })}</strong>
        ) : (
          <LaneChoice view={late} lane={typed.lane?.id ?? line.lane} hear={choose} />
        )}
      </div>
    </div>
  );
}

/** What a way still has to say. */
function said(view: View, { isLeading, ends, after }: NextLine): string | undefined {
  if (isLeading) return t("ui-cards-way-to");
  if (ends === "way") return t("ui-cards-way-ends");
  return ends === "card" ? t("ui-cards-card-ends", { name: nameOf(view, after ?? "") }) : undefined;
}

/** What could be written next; while a branch waits for a way, also how that is written. */
export function placeholderOf({ after, open }: Pick<NextLine, "after" | "open">): string {
  if (after === undefined) return "ui-cards-write-first";
  if (after === open) return "ui-cards-write-way";
  return open === undefined ? "ui-cards-write" : "ui-cards-write-other";
}

interface LaneChoiceProps {
  view: View;
  lane: RecordId | undefined;
  /** Hears what is chosen. */
  hear: RefObject<(lane: RecordId | undefined) => void>;
}

const LaneChoice = memo(function LaneChoice({ view, lane, hear }: LaneChoiceProps) {
  return (
    <Choice
      label={t("ui-cards-lane-choose", { lane: nameOf(view, lane ?? "") })}
      isLabelHidden
      value={lane}
      options={lanesOf(view).map(({ id, fields }) => ({ value: id, word: fields.name }))}
      onChange={(next) => hear.current(next)}
    />
  );
});

/** To the chosen card; where there is none the cursor stays. */
function toList(field: HTMLElement) {
  const list = field.closest(".outline")?.querySelector<HTMLElement>('[role="grid"]');
  const card = list?.querySelector<HTMLElement>('[aria-selected="true"]') ?? list;
  card?.focus();
}
