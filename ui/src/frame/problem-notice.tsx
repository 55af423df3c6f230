/** What went wrong, in the words of Rust: what, where, what to do. */
import type { PanelProps } from "../app";
import { t } from "../text";

export function ProblemNotice({ app, act }: PanelProps) {
  if (!app.problem) return null;
  return (
    <div role="alert" className="problem">
      <strong>{app.problem.message}</strong> <span>{app.problem.hint}</span>
      <button type="button" onClick={act.dismissProblem}>
        {t("ui-dismiss")}
      </button>
    </div>
  );
}
