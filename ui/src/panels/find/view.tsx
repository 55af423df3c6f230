/** The line itself: a field, how many there are, on and back; below it, when asked for, what is put in the place. */
import { type KeyboardEvent, memo, useState } from "react";
import { Input, Label, TextField } from "react-aria-components";
import type { Act, App, PanelProps, Search } from "../../app";
import type { View } from "../../contract";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { isComposing } from "../../widgets/composing";
import { goOn, hitOf, nameAt, partsAt } from "./hits";
import { FINDER } from "./keys";
import { Replacing } from "./replacing";
import { useHits } from "./use-hits";

export function FindView({ app, act }: PanelProps) {
  const { view, search, screen, middle } = app;
  if (!view || !search || screen !== "project" || middle !== "picture") return null;
  return <Finder app={app} act={act} view={view} search={search} />;
}

interface FinderProps extends PanelProps {
  view: View;
  search: Search;
}

function Finder({ app, act, view, search }: FinderProps) {
  const lead = useHits(app, act);
  const none = (search.found?.hits.length ?? 0) === 0;
  const leave = () => {
    act.search();
    document.querySelector<HTMLElement>("[data-scope=canvas]")?.focus({ preventScroll: true });
  };
  return (
    <search
      className="find"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || isComposing(event)) return;
        event.preventDefault();
        leave();
      }}
    >
      <div className="find-line">
        <Finding app={app} act={act} text={search.text} />
        <Told view={view} search={search} />
        <Button kind="quiet" isDisabled={none} onPress={() => goOn(app, act, -1)}>
          {t("ui-find-back")}
        </Button>
        <Button kind="quiet" isDisabled={none} onPress={() => goOn(app, act, 1)}>
          {t("ui-find-next")}
        </Button>
        {!view.project.read_only && (
          <Button
            kind="quiet"
            aria-expanded={search.isReplacing}
            onPress={() => act.search({ isReplacing: !search.isReplacing })}
          >
            {t("ui-find-replace")}
          </Button>
        )}
        <Button kind="quiet" onPress={leave}>
          {t("ui-find-close")}
        </Button>
      </div>
      {search.isReplacing && !view.project.read_only && (
        <Replacing act={act} search={search} lead={lead} />
      )}
    </search>
  );
}

/** The field. What an input method has not finished is not looked for. */
function Finding({ app, act, text }: { app: App; act: Act; text: string }) {
  const [written, setWritten] = useState(text);
  const [isUnfinished, setUnfinished] = useState(false);
  const look = (next: string) => {
    if (next !== text) act.search({ text: next });
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || isComposing(event)) return;
    event.preventDefault();
    goOn(app, act, event.shiftKey ? -1 : 1);
  };
  return (
    <TextField
      className="find-field"
      value={written}
      onChange={(next) => {
        setWritten(next);
        if (!isUnfinished) look(next);
      }}
    >
      <Label className="only-read">{t("ui-find")}</Label>
      <Input
        id={FINDER}
        className="field-box"
        placeholder={t("ui-find-example")}
        onKeyDown={pressed}
        onCompositionStart={() => setUnfinished(true)}
        onCompositionEnd={(event) => {
          setUnfinished(false);
          look(event.currentTarget.value);
        }}
      />
    </TextField>
  );
}

/** How many there are, which one this is, and where. */
const Told = memo(function Told({ view, search }: { view: View; search: Search }) {
  const n = search.found?.hits.length;
  const hit = hitOf(search);
  if (search.text.trim() === "" || n === undefined)
    return <p className="find-told" role="status" />;
  if (!hit) {
    return (
      <p className="find-told" role="status">
        {t("ui-find-none")}
      </p>
    );
  }
  const parts = partsAt(hit).map((part) => t(`ui-find-part-${part}`));
  return (
    <p className="find-told" role="status">
      <strong>{t("ui-find-count", { n, at: search.at + 1 })}</strong>
      <span className="find-at">
        {t("ui-find-at", { parts: parts.join(t("ui-find-and")), name: nameAt(view, hit) })}
      </span>
    </p>
  );
});
