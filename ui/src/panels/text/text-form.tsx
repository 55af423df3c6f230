/** The text beside its picture: a field with the numbers of its lines, what is wrong below it, and how one writes. */
import { type KeyboardEvent, type UIEvent, useEffect, useId, useRef, useState } from "react";
import type { PanelProps } from "../../app";
import { t } from "../../text";
import { isNode } from "../../tools/graph";
import { Button } from "../../widgets/button";
import { isComposing } from "../../widgets/composing";
import { Fold } from "../fold";
import { countOf, lineAt, linesOf, toldOn } from "./lines";
import { type FlowText, useFlowText } from "./use-flow-text";

/** How high a line is, in pixels; as in text.css. */
const LINE = 24;

export function TextForm({ app, act }: PanelProps) {
  const flow = useFlowText(app, act);
  const chosen = app.selection.filter(isNode);
  const choose = (offset: number) => {
    const id = flow.text && toldOn(flow.lines, lineAt(flow.text, offset));
    if (id && chosen.at(-1) !== id) act.select([id], { reveal: true });
  };
  const isReadOnly = app.view?.project.read_only === true;
  return (
    <div className="text-form">
      <Paper
        flow={flow}
        isReadOnly={isReadOnly}
        marked={linesOf(flow.lines, chosen)}
        choose={choose}
      />
      <State flow={flow} isReadOnly={isReadOnly} />
      <Fold title={t("ui-text-how")}>
        <dl className="text-how">
          {(["step", "lane", "branch", "phase", "voice"] as const).map((what) => (
            <div key={what}>
              <dt>{t(`ui-text-how-${what}`)}</dt>
              <dd>{t(`ui-text-example-${what}`)}</dd>
            </div>
          ))}
        </dl>
      </Fold>
    </div>
  );
}

interface PaperProps {
  flow: FlowText;
  isReadOnly: boolean;
  /** Lines of what is chosen. */
  marked: readonly number[];
  choose(offset: number): void;
}

function Paper({ flow, isReadOnly, marked, choose }: PaperProps) {
  const [top, setTop] = useState(0);
  const field = useRef<HTMLTextAreaElement>(null);
  const help = useId();
  const text = flow.text ?? "";
  const wrong = flow.wrong?.at.line;
  const first = marked[0];
  useEffect(() => {
    // Whoever writes looks where he writes.
    if (first === undefined || !field.current || field.current === document.activeElement) return;
    const { scrollTop, clientHeight } = field.current;
    const y = (first - 1) * LINE;
    if (y < scrollTop || y + LINE > scrollTop + clientHeight) {
      field.current.scrollTop = Math.max(0, y - clientHeight / 3);
    }
  }, [first]);
  const numbers = Array.from({ length: countOf(text) }, (_, at) => at + 1).join("\n");
  const bar = (line: number, kind: string) => (
    <span
      key={`${kind} ${line}`}
      className={`text-bar text-bar-${kind}`}
      style={{ transform: `translateY(${(line - 1) * LINE - top}px)` }}
    />
  );
  return (
    <div className="text-paper">
      <div className="text-numbers" aria-hidden="true">
        <pre style={{ transform: `translateY(${-top}px)` }}>{numbers}</pre>
      </div>
      <div className="text-lines">
        {marked.map((line) => bar(line, "chosen"))}
        {wrong !== undefined && bar(wrong, "wrong")}
        <textarea
          ref={field}
          data-first
          {...(flow.isWritten ? { "data-unchanged": true } : {})}
          className="text-field"
          aria-label={t("ui-text-label")}
          aria-describedby={help}
          aria-invalid={wrong !== undefined}
          spellCheck={false}
          wrap="off"
          readOnly={isReadOnly}
          value={text}
          onChange={(event) => flow.type(event.currentTarget.value)}
          onCompositionStart={() => flow.compose(true)}
          onCompositionEnd={() => flow.compose(false)}
          onBlur={flow.write}
          onSelect={(event) => choose(event.currentTarget.selectionStart)}
          onScroll={(event: UIEvent<HTMLTextAreaElement>) => setTop(event.currentTarget.scrollTop)}
          onKeyDown={(event) => takeKey(event, flow)}
        />
      </div>
      <p id={help} className="only-read">
        {t("ui-text-help")}
      </p>
    </div>
  );
}

/** Ctrl with Enter writes at once. */
function takeKey(event: KeyboardEvent, flow: FlowText) {
  if (isComposing(event) || event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  flow.write();
}

/** What becomes of what is typed. */
function State({ flow, isReadOnly }: { flow: FlowText; isReadOnly: boolean }) {
  const { wrong, isOvertaken, isWritten } = flow;
  if (isOvertaken) {
    return (
      <div className="text-state text-state-wrong" role="status">
        <p>{t("ui-text-overtaken")}</p>
        <Button onPress={flow.reread}>{t("ui-text-reread")}</Button>
        <Button kind="quiet" onPress={flow.insist}>
          {t("ui-text-insist")}
        </Button>
      </div>
    );
  }
  if (wrong) {
    return (
      <div className="text-state text-state-wrong" role="status">
        <p>
          <strong>{t("ui-text-line", { line: wrong.at.line ?? 1 })}</strong> {wrong.message}
        </p>
        <p>{wrong.hint}</p>
      </div>
    );
  }
  const said = isReadOnly ? "ui-text-read-only" : isWritten ? "ui-text-written" : "ui-text-typing";
  return (
    <p className="text-state" role="status">
      {t(said)}
    </p>
  );
}
