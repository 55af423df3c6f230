/** The dialog of erasing: what, where it stands, that it is for good, and what was done. */
import { useEffect, useRef, useState } from "react";
import type { Act, PanelProps } from "../../app";
import type { RecordId, Traces } from "../../contract";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { Notice } from "../../widgets/notice";
import { Sheet } from "../../widgets/sheet";
import { Tick } from "../../widgets/tick";
import { forgetUnwritten } from "../outline/unwritten";
import { Outcome } from "../problems/outcome";
import { type Kind, peopleOf, placesIn, type Target, targetOf } from "./erasing";
import { useTraces } from "./use-traces";
import { What } from "./what";

export function EraseView({ app, act }: PanelProps) {
  const [kind, setKind] = useState<Kind>("text");
  const [text, setText] = useState("");
  const [person, setPerson] = useState<RecordId>();
  const [isSure, setSure] = useState(false);
  const { done, isWorking, erase, again } = useErase(act, app.view?.project.path);
  const target = targetOf(kind, text, person);
  const traces = useTraces(act, target, done.length);
  const { view } = app;
  if (!view) return null;
  const canErase = target !== undefined && placesIn(traces ?? {}) !== undefined && isSure;
  // What was said and ticked about one thing says nothing about the next.
  const anew =
    <T,>(choose: (value: T) => void) =>
    (value: T) => {
      setSure(false);
      again();
      choose(value);
    };
  const run = async () => {
    if (target) await erase(target);
    setSure(false);
  };
  return (
    <Sheet
      title={t("ui-erase-title")}
      close={t("ui-file-close")}
      onClose={act.closeDialog}
      actions={
        <Button
          kind="danger"
          isDisabled={!canErase || view.project.read_only}
          isPending={isWorking}
          onPress={() => void run()}
        >
          {t("ui-erase-do")}
        </Button>
      }
    >
      <div className="erase">
        <p>{t("ui-erase-why")}</p>
        {view.project.read_only && <p>{t("ui-file-reading")}</p>}
        <What
          people={peopleOf(view)}
          {...{ kind, text, person }}
          setKind={anew(setKind)}
          setText={anew(setText)}
          setPerson={anew(setPerson)}
        />
        <div className="erase-found" role="status">
          {done.length > 0 ? <Done lines={done} /> : target && <Found traces={traces} />}
        </div>
        <p>{t("ui-erase-irrevocable")}</p>
        <Tick word={t("ui-erase-sure")} value={isSure} onChange={setSure} />
        <Outcome app={app} act={act} />
      </div>
    </Sheet>
  );
}

function useErase(act: Act, path: string | undefined) {
  const [done, setDone] = useState<readonly string[]>([]);
  const [isWorking, setWorking] = useState(false);
  const erase = async (target: Target) => {
    setWorking(true);
    act.dismissProblem();
    const erased = await act.ask("erase", target);
    if (erased) {
      // What was typed and not written could name the same person.
      if (path !== undefined) forgetUnwritten(path);
      await act.ask("look", {});
      const told = placesIn(erased.traces);
      setDone([
        told === undefined ? t("ui-erase-done") : t("ui-erase-done-places", { places: told }),
        ...(erased.removed_copies > 0
          ? [t("ui-erase-done-copies", { n: erased.removed_copies })]
          : []),
      ]);
    }
    setWorking(false);
  };
  return { done, isWorking, erase, again: () => setDone([]) };
}

/** The button that was pressed can be pressed no more: the keyboard goes on from what is said. */
function Done({ lines: [first = "", ...more] }: { lines: readonly string[] }) {
  const said = useRef<HTMLDivElement>(null);
  useEffect(() => said.current?.focus(), []);
  return (
    <div ref={said} tabIndex={-1}>
      <Notice kind="done" title={first}>
        {more.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </Notice>
    </div>
  );
}

function Found({ traces }: { traces: Traces | undefined }) {
  if (!traces) return <p className="quiet">{t("ui-erase-looking")}</p>;
  const places = placesIn(traces);
  if (places === undefined) return <p>{t("ui-erase-none")}</p>;
  return <p className="erase-places">{t("ui-erase-traces", { places })}</p>;
}
