/** What went wrong, or what was done: the same words and buttons in the line below the header and in dialogs. */
import type { PanelProps } from "../../app";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { Notice } from "../../widgets/notice";
import { placeOf } from "../notices/place-of";
import { problemHere } from "./here";
import { Ways } from "./ways";
import { damagedFile, waysOut } from "./ways-out";

export function Outcome({ app, act }: PanelProps) {
  if (problemHere(app)) return <ProblemNotice app={app} act={act} />;
  if (app.done) return <DoneNotice app={app} act={act} />;
  return null;
}

export function ProblemNotice({ app, act }: PanelProps) {
  const { view } = app;
  const problem = problemHere(app);
  if (!problem) return null;
  const place = problem.at.id;
  const where = placeOf(problem.at);
  const isInSight = !app.dialog && place !== undefined && view?.painting.areas[place] !== undefined;
  const close = { word: t("ui-notice-close"), onPress: act.dismissProblem };
  return (
    <Notice kind="problem" title={problem.message} close={close}>
      <p>{problem.hint}</p>
      {where !== undefined && <p className="quiet small">{where}</p>}
      <Ways app={app} act={act} ways={waysOut(problem, view)} file={damagedFile(problem, view)} />
      {isInSight && (
        <Button kind="link" onPress={() => act.select([place], { reveal: true })}>
          {t("ui-notice-place")}
        </Button>
      )}
    </Notice>
  );
}

function DoneNotice({ app, act }: PanelProps) {
  const { done } = app;
  if (!done) return null;
  return (
    <Notice
      kind="done"
      title={done.title}
      close={{ word: t("ui-notice-close"), onPress: act.dismissDone }}
    >
      {done.lines.length > 0 && (
        <ul>
          {done.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
