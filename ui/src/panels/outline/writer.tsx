/** The field for the next step: Enter writes it, Tab chooses who does it, Escape leaves. */
import { type KeyboardEvent, memo, type RefObject, useEffect, useRef, useState } from "react";
import { Input, TextField } from "react-aria-components";
import type { App, PanelProps } from "../../app";
import type { RecordId, View } from "../../contract";
import { useLate } from "../../late";
import { t } from "../../text";
import { nameOf } from "../../tools/graph";
import { Choice } from "../../widgets/choice";
import { isComposing } from "../../widgets/composing";
import { lanesOf } from "../flow-records";
import { isWay, readTyped, type Typed } from "./lane-prefix";
import { laneBelow } from "./next-lane";
import { useUnwritten } from "./unwritten";
import { laneOf, targetOf, useWriting } from "./writing";

/** By which other parts of the window put the cursor here. */
export const WRITER = "next-step";

/** Who does the next card, and which card that is behind. */
interface Chosen {
  lane: RecordId;
  behind: RecordId | undefined;
}

export function Writer({ app, act }: PanelProps) {
  const [text, setText] = useUnwritten(app.view?.project.path ?? "");
  const [chosen, setChosen] = useChosen(app.view);
  const write = useWriting(app, act);
  const late = useLate(app).view;
  const latest = useRef(app);
  latest.current = app;
  // Keys that chose a lane before the step before was there.
  const further = useRef(0);
  const waiting = useRef(0);
  const choose = useRef<(next: RecordId | undefined) => void>(() => undefined);
  const { view } = app;
  if (!view || !late) return null;
  const lanes = lanesOf(view);
  const after = targetOf(view, app.selection);
  // A lane holds for as long as one writes on; another card brings its own.
  const own = chosen?.behind === after ? chosen?.lane : undefined;
  const lane = own ?? laneOf(view, after);
  const typed: Typed = isWay(text) ? { name: text.trim() } : readTyped(text, lanes);
  choose.current = (next) => next && setChosen({ lane: next, behind: after });
  const submit = () => {
    if (typed.name === "") return;
    setText("");
    const line = { text, typed, lane: further.current > 0 ? undefined : own };
    waiting.current += 1;
    void write({ ...line, further: further.current }).then((made) => {
      waiting.current -= 1;
      // What was refused is still there to be mended.
      if (!made) return setText((now) => (now === "" ? text : now));
      if (waiting.current > 0) return;
      const next = laneBelow(lanesOf(latest.current.view ?? view), made.lane, further.current);
      further.current = 0;
      setChosen({ lane: next ?? made.lane, behind: made.step });
    });
    further.current = 0;
  };
  const key = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event)) return;
    if (event.key === "Tab" && !event.shiftKey) {
      if (waiting.current > 0) further.current += 1;
      else setChosen((had) => below(latest.current, had));
    }
    if (event.key === "Enter") submit();
    if (event.key === "Escape") toList(event.currentTarget);
    const isOurs = event.key === "Enter" || event.key === "Escape";
    if (!isOurs && (event.key !== "Tab" || event.shiftKey)) return;
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
          id={WRITER}
          data-first
          className="field-box writer-box"
          placeholder={t(placeholderOf(after))}
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

/** What was chosen is forgotten with the card it was behind: where that was undone, another is what one writes on. */
function useChosen(view: View | undefined) {
  const [chosen, setChosen] = useState<Chosen>();
  useEffect(() => {
    const isThere = (id: RecordId | undefined) => id === undefined || (view && id in view.records);
    setChosen((had) => (isThere(had?.behind) ? had : undefined));
  }, [view]);
  return [chosen, setChosen] as const;
}

/** The next lane down. A card written a moment ago is not in the view yet, but it is what comes before. */
function below({ view, selection }: App, had: Chosen | undefined): Chosen | undefined {
  if (!view) return had;
  const after = targetOf(view, selection);
  const isNewer = had?.behind !== undefined && !(had.behind in view.records);
  const isOwn = had !== undefined && (had.behind === after || isNewer);
  const lane = laneBelow(lanesOf(view), isOwn ? had.lane : laneOf(view, after), 1);
  return lane === undefined ? had : { lane, behind: isOwn ? had.behind : after };
}

/** What could be written next. */
function placeholderOf(after: RecordId | undefined): string {
  if (after === undefined) return "ui-cards-write-first";
  return after.startsWith("gateway/") ? "ui-cards-write-way" : "ui-cards-write";
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
