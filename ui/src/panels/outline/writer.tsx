/** The field for the next step: Enter writes it, Tab chooses who does it, Escape leaves. */
import { type KeyboardEvent, memo, type RefObject, useRef, useState } from "react";
import { Input, TextField } from "react-aria-components";
import type { PanelProps } from "../../app";
import type { RecordId, View } from "../../contract";
import { useLate } from "../../late";
import { t } from "../../text";
import { nameOf } from "../../tools/graph";
import { Choice } from "../../widgets/choice";
import { isComposing } from "../../widgets/composing";
import { lanesOf } from "../flow-records";
import { readTyped } from "./lane-prefix";
import { nextLane } from "./next-lane";
import { useUnwritten } from "./unwritten";
import { laneOf, targetOf, useWriting } from "./writing";

export function Writer({ app, act }: PanelProps) {
  const [text, setText] = useUnwritten(app.view?.project.path ?? "");
  const [chosen, setChosen] = useState<{ lane: RecordId; behind: RecordId | undefined }>();
  const write = useWriting(app, act);
  const late = useLate(app).view;
  const choose = useRef<(next: RecordId | undefined) => void>(() => undefined);
  const { view } = app;
  if (!view || !late) return null;
  const lanes = lanesOf(view);
  const after = targetOf(view, app.selection);
  // A lane holds for as long as one writes on; another card brings its own.
  const own = chosen?.behind === after ? chosen?.lane : undefined;
  const lane = own ?? laneOf(view, after);
  const typed = readTyped(text, lanes);
  choose.current = (next) => next && setChosen({ lane: next, behind: after });
  const submit = () => {
    if (typed.name === "") return;
    setText("");
    void write(typed, own).then((step) => {
      // What was refused is still there to be mended.
      if (!step) setText((now) => (now === "" ? text : now));
    });
  };
  const key = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event)) return;
    if (event.key === "Tab" && !event.shiftKey) choose.current(nextLane(lanes, lane));
    else if (event.key === "Enter") submit();
    else if (event.key === "Escape") toList(event.currentTarget);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="writer">
      <p className="writer-keys">{t("ui-cards-keys")}</p>
      <p className="writer-keys list-keys">{t("ui-cards-help")}</p>
      <TextField
        className="field"
        value={text}
        onChange={setText}
        aria-label={t("ui-cards-write-label")}
      >
        <Input
          data-first
          className="field-box writer-box"
          placeholder={t(after ? "ui-cards-write" : "ui-cards-write-first")}
          onKeyDown={key}
          {...(after === undefined ? { autoFocus: true } : {})}
        />
      </TextField>
      <div className="writer-lane">
        <span aria-hidden="true">{t("ui-step-lane")}</span>
        {typed.lane && "name" in typed.lane ? (
          <strong>{t("ui-cards-lane-new", { lane: typed.lane.name })}</strong>
        ) : (
          <LaneChoice view={late} lane={typed.lane?.id ?? lane} hear={choose} />
        )}
      </div>
    </div>
  );
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
