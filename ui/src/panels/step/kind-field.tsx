/** What is done in a step. Where nobody said it, what its name suggests is offered; it counts once somebody takes it. */
import type { PanelProps } from "../../app";
import type { Command, RecordId } from "../../contract";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { stepAt } from "../flow-records";
import { useWay } from "./aim";
import { wordsOf } from "./attribute";
import { WordAttribute } from "./attribute-fields";
import { type Gaps, isNow } from "./gaps";

interface KindProps extends PanelProps {
  ids: readonly RecordId[];
  gaps: Gaps | undefined;
}

export function KindField({ app, act, ids, gaps }: KindProps) {
  return (
    <div className="kind">
      <WordAttribute
        app={app}
        act={act}
        ids={ids}
        attribute="kind"
        label={t("ui-step-kind")}
        vocabulary="step_kind"
      />
      <Guesses app={app} act={act} gaps={gaps} />
    </div>
  );
}

/** Takes what the names suggest, all of it as one undo step. */
export function Guesses({ app, act, gaps }: PanelProps & { gaps: Gaps | undefined }) {
  const { go } = useWay();
  const { view } = app;
  // What was said in the meantime is no longer guessed.
  const isOpen = ([id]: [RecordId, unknown]) => view && stepAt(view, id)?.kind === undefined;
  const guesses = Object.entries(gaps?.kinds ?? {}).filter(isOpen);
  const [first] = guesses;
  if (!gaps || !first || view?.project.read_only) return null;
  const n = guesses.length;
  const kind = wordsOf(app, "step_kind").find(({ value }) => value === first[1])?.word ?? "";
  const label = n === 1 ? t("ui-step-guess", { kind }) : t("ui-step-guesses", { n });
  const take = async () => {
    if (!isNow(app, gaps)) return;
    const set = ([id, value]: [RecordId, unknown]): Command => {
      return { type: "set_attribute", id, attribute: "kind", value };
    };
    const title = t("ui-step-guesses-title");
    const done = await act.send(() =>
      n === 1 ? set(first) : { type: "many", title, commands: guesses.map(set) },
    );
    if (done && app.selection.includes(first[0])) go(first[0], "kind");
  };
  return (
    <div className="guess">
      <Button kind="link" onPress={() => void take()}>
        {label}
      </Button>
    </div>
  );
}
