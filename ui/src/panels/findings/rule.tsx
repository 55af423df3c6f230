/** The rule behind a finding, with pictures of where it is seen and where it is not. */
import type { Act } from "../../app";
import { Drawn } from "../../canvas/drawn";
import type { Explanation } from "../../generated/Explanation";
import { t } from "../../text";
import { Sheet } from "../../widgets/sheet";
import type { Finding } from "../told";
import { useAnswer } from "../use-answer";

interface RuleProps {
  act: Act;
  finding: Finding;
  close(): void;
}

export function Rule({ act, finding, close }: RuleProps) {
  const { detector } = finding;
  const told = useAnswer(act, "explain", { detector }, detector);
  return (
    <Sheet title={finding.name} close={t("ui-findings-rule-close")} onClose={close} isWide={true}>
      {told ? <Told told={told} /> : <p role="status">{t("ui-findings-rule-wait")}</p>}
    </Sheet>
  );
}

function Told({ told }: { told: Explanation }) {
  return (
    <div
      className="rule"
      role="group"
      aria-label={told.name}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it is moved with the arrow keys
      tabIndex={0}
    >
      {told.summary && <p>{told.summary}</p>}
      <dl className="reasons">
        {told.sentences.map(([heading, text]) => (
          <div key={heading}>
            <dt>{heading}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {told.examples.map(({ heading, notes, scene }, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the examples of a rule never change
        <section key={n}>
          <h3>{heading}</h3>
          {notes.map((note) => (
            <p key={note} className="rule-note">
              {note}
            </p>
          ))}
          <Drawn scene={scene} className="rule-picture" label={heading} />
        </section>
      ))}
    </div>
  );
}
