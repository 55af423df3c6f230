/** One question: what is turned at the left, what becomes of it at the right. */
import { useEffect, useRef, useState } from "react";
import type { PanelProps } from "../../app";
import type { Levers, TrialQuestion } from "../../contract";
import { t } from "../../text";
import { Choice } from "../../widgets/choice";
import { flowWord } from "../flow-word";
import { BaseFields } from "./base-fields";
import { keyOf, useBench, withOne } from "./bench";
import { leversOf, type Turned } from "./levers";
import { QuestionLevers } from "./question-levers";
import { Results } from "./results";
import { Run } from "./run";
import { Tried, Weighed } from "./tried";
import { useForecast } from "./use-forecast";
import { useSettled } from "./use-settled";
import { madeWith } from "./words";
import type { Work } from "./work";

/** So long an answer must have stood before it is read out, in milliseconds. */
const READ = 700;

interface QuestionProps extends PanelProps {
  question: TrialQuestion;
}

export function QuestionPage({ app, act, question }: QuestionProps) {
  const { bench, change } = useBench(app);
  const turned = bench.turned[question] ?? {};
  const given = bench.forecasts[question]?.answer.given;
  // Of several better flows the first is the one that is meant until another is chosen.
  const first = question === "compare" ? given?.better[0]?.[0] : undefined;
  const levers = leversOf(bench.base, first === undefined ? turned : { to_be: first, ...turned });
  const foreseen = useForecast({ app, act }, question, levers);
  const { forecast } = foreseen;
  const [isBaseOpen, setBaseOpen] = useState<boolean>();
  const isMissing = (forecast?.missing.length ?? 0) > 0;
  // What was opened because something is missing stays open while it is entered.
  useEffect(() => {
    if (isMissing) setBaseOpen((had) => had ?? true);
  }, [isMissing]);
  const base = useRef<HTMLDivElement>(null);
  const enter = () => {
    setBaseOpen(true);
    requestAnimationFrame(() => firstEmpty(base.current)?.focus());
  };
  const done = useDone();
  const said = useSettled(foreseen.isFresh ? forecast?.says[0] : undefined, READ);
  const canRun = question !== "compare" || levers.to_be !== undefined;
  return (
    <div className="trial-page">
      <section className="trial-levers" aria-label={t("ui-trial-levers")}>
        <div className="trial-levers-scroll" ref={base}>
          <h2>{t(`ui-trial-q-${question}-ask`)}</h2>
          <WhichFlow app={app} act={act} />
          <BaseFields
            base={bench.base}
            forecast={forecast}
            staff={foreseen.staff}
            isOpen={isBaseOpen ?? false}
            setOpen={setBaseOpen}
            set={(next) => change(() => ({ base: next }))}
          />
          <QuestionLevers
            {...{ app, act, question, levers, turned, forecast, given }}
            turn={(next: Turned) =>
              change((had) => ({ turned: withOne(had.turned, question, next) }))
            }
          />
        </div>
        <Run {...{ app, act, question, levers, canRun }} onDone={done.show} />
      </section>
      <section className="trial-results" aria-label={t("ui-trial-results")}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it is moved with the arrow keys */}
        <div className="trial-scroll" tabIndex={0} role="group" aria-label={t("ui-trial-results")}>
          <Results app={app} {...foreseen} enter={enter} />
          <Worked {...{ app, question, levers }} headings={done.headings} />
        </div>
        <p className="only-read" role="status">
          {said}
        </p>
      </section>
    </div>
  );
}

interface WorkedProps extends Pick<QuestionProps, "app" | "question"> {
  levers: Levers;
  headings: ReturnType<typeof useDone>["headings"];
}

/** What long work came to. */
function Worked({ app, question, levers, headings }: WorkedProps) {
  const { bench } = useBench(app);
  const { trials, matters, forecasts } = bench;
  const [tried, weighed] = [trials[question], matters[question]];
  const key = keyOf(app, question, levers);
  const made = (of: Levers) => madeWith(app, question, of, forecasts[question]?.answer);
  return (
    <>
      {tried && (
        <Tried
          {...{ app, question, tried }}
          isFresh={tried.key === key}
          made={made(tried.levers)}
          heading={headings.try_out}
        />
      )}
      {weighed && (
        <Weighed
          weighed={weighed}
          isFresh={weighed.key === key}
          made={made(weighed.levers)}
          heading={headings.what_matters}
        />
      )}
    </>
  );
}

/** Where several drawings are, it is said which of them is tried. */
function WhichFlow({ app, act }: PanelProps) {
  const { view } = app;
  if (!view || view.flows.length < 2) return null;
  return (
    <Choice
      label={t("ui-trial-flow")}
      value={view.flow}
      options={view.flows.map((flow) => ({ value: flow.id, word: flowWord(flow, view.flows) }))}
      onChange={(flow) => act.look({ flow })}
    />
  );
}

/** Brings what was just answered into sight; who pressed nothing else meanwhile goes on there. */
function useDone() {
  const tried = useRef<HTMLHeadingElement>(null);
  const weighed = useRef<HTMLHeadingElement>(null);
  const headings = { try_out: tried, what_matters: weighed };
  const show = (work: Work) => {
    requestAnimationFrame(() =>
      headings[work].current?.scrollIntoView({ block: "start", behavior: "auto" }),
    );
  };
  return { headings, show };
}

/** The field to begin with. */
function firstEmpty(place: HTMLElement | null): HTMLElement | undefined {
  const fields = [...(place?.querySelectorAll<HTMLInputElement>(".trial-base input") ?? [])];
  return fields.find(({ value }) => value === "") ?? fields[0];
}
