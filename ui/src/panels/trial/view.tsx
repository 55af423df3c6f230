/** The six questions at the left; the levers of the chosen one, and what becomes of the work, beside them. */
import type { PanelProps } from "../../app";
import type { TrialQuestion } from "../../contract";
import { t } from "../../text";
import { Tabs } from "../../widgets/tabs";
import { useBench } from "./bench";
import { QUESTIONS } from "./levers";
import { QuestionPage } from "./question";

export function TrialView({ app, act }: PanelProps) {
  const { bench, change } = useBench(app);
  if (!app.view) return null;
  return (
    <div className="trial">
      <Tabs
        isList
        label={t("ui-trial-questions")}
        selected={bench.question}
        onSelect={(id) => change(() => ({ question: known(id) ?? bench.question }))}
        items={QUESTIONS.map((question) => ({
          id: question,
          word: t(`ui-trial-q-${question}`),
          hint: t(`ui-trial-q-${question}-what`),
          content: <QuestionPage key={question} app={app} act={act} question={question} />,
        }))}
      />
    </div>
  );
}

function known(id: string): TrialQuestion | undefined {
  return QUESTIONS.find((question) => question === id);
}
