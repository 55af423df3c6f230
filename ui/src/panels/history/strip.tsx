/** The strip between header and picture: which moment is shown, the slider, and what can be done about the moment. */
import { type KeyboardEvent, useRef, useState } from "react";
import { t } from "../../text";
import { isComposing } from "../../widgets/composing";
import { Empty } from "../../widgets/notice";
import { EditList } from "./edit-list";
import { MomentActs } from "./moment-acts";
import type { StripProps } from "./moment-props";
import { MomentWords } from "./moment-words";
import { shownAt } from "./moments";
import { NamedMoments } from "./named-moments";
import { Timeline } from "./timeline";
import { useChronicle } from "./use-chronicle";

export function Strip({ app, act, view }: StripProps) {
  const { chronicle, learn } = useChronicle(app, act);
  const [wanted, setWanted] = useState<number>();
  const latest = useRef<number>(undefined);
  const [isListOpen, setListOpen] = useState(false);
  const { past } = view.project;
  const close = () => {
    act.show({ history: false });
    if (past) void act.lookBack();
    document.querySelector<HTMLElement>("[data-scope=canvas]")?.focus();
  };
  const key = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented || isComposing(event)) return;
    event.preventDefault();
    if (past) void act.lookBack();
    else close();
  };
  const go = (revision: number) => {
    // A hand that drags tells the same moment many times.
    if (revision === (latest.current ?? past?.revision ?? chronicle?.last)) return;
    latest.current = revision;
    setWanted(revision);
    const isNow = chronicle !== undefined && revision >= chronicle.last;
    void act.lookBack(isNow ? undefined : revision).then(() => {
      latest.current = undefined;
      setWanted(undefined);
    });
  };
  const moment = chronicle && {
    ...{ app, act, view, chronicle, go },
    revision: shownAt(view, chronicle, wanted),
  };
  return (
    <section
      className="time"
      data-past={past ? "" : undefined}
      aria-label={t("ui-history")}
      onKeyDown={key}
    >
      {!moment && <p className="quiet">{t("ui-history-loading")}</p>}
      {moment && moment.chronicle.last === 0 && <Nothing close={close} />}
      {moment && moment.chronicle.last > 0 && (
        <>
          <div className="time-row">
            <MomentWords {...moment} />
            <MomentActs key={moment.revision} {...moment} learn={learn} close={close} />
          </div>
          <Timeline {...moment} isListOpen={isListOpen} setListOpen={setListOpen} />
          <NamedMoments {...moment} />
          {isListOpen && <EditList {...moment} />}
        </>
      )}
    </section>
  );
}

function Nothing({ close }: { close(): void }) {
  return (
    <Empty title={t("ui-history-empty")} action={{ word: t("ui-history-close"), onPress: close }}>
      <p>{t("ui-history-empty-what")}</p>
    </Empty>
  );
}
