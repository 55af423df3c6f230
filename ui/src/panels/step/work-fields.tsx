/** What is known of a step's work, of one or of several steps at once. */
import type { PanelProps } from "../../app";
import type { RecordId } from "../../contract";
import { t } from "../../text";
import {
  NumberAttribute,
  TextAttribute,
  TickAttribute,
  WordAttribute,
  YesNoAttribute,
} from "./attribute-fields";
import type { Gaps } from "./gaps";
import { Group } from "./group";
import { ItemChips } from "./item-chips";
import { KindField } from "./kind-field";
import { SealFields } from "./seal-fields";
import { TimeField } from "./time-field";
import { articlesOf, rolesOf } from "./used-words";

export interface WorkProps extends PanelProps {
  ids: readonly RecordId[];
}

/** What is done, how long, on what and after which wait. */
export function WorkFields({ gaps, ...of }: WorkProps & { gaps: Gaps | undefined }) {
  const word = (attribute: string, label: string, vocabulary: string) => (
    <WordAttribute {...of} attribute={attribute} label={label} vocabulary={vocabulary} />
  );
  return (
    <>
      <KindField {...of} gaps={gaps} />
      <div className="pair">
        <TimeField {...of} column="minutes" label={t("ui-step-minutes")} />
        <NumberAttribute {...of} attribute="people" label={t("ui-step-people")} />
      </div>
      <div className="pair">
        {word("medium_in", t("ui-step-medium-in"), "medium")}
        {word("medium_out", t("ui-step-medium-out"), "medium")}
      </div>
      <TextAttribute
        {...of}
        attribute="system"
        label={t("ui-step-system")}
        suggestions={gaps?.systems ?? []}
      />
      <div className="pair">
        <TimeField {...of} column="wait" label={t("ui-step-wait")} />
        {word("wait_cause", t("ui-step-wait-cause"), "wait_cause")}
      </div>
      <p className="field-hint">{t("ui-step-time-hint")}</p>
    </>
  );
}

export function ItemsGroup(of: WorkProps) {
  return (
    <Group title={t("ui-step-group-items")} isOpen has={["reads", "writes"]}>
      <ItemChips {...of} side="reads" label={t("ui-step-reads")} />
      <ItemChips {...of} side="writes" label={t("ui-step-writes")} />
    </Group>
  );
}

export function BasisGroup(of: WorkProps) {
  const articles = of.app.view ? articlesOf(of.app.view) : [];
  return (
    <Group title={t("ui-step-group-basis")} isOpen has={["basis"]}>
      <div className="pair">
        <WordAttribute {...of} attribute="basis" label={t("ui-step-basis")} vocabulary="basis" />
        <WordAttribute
          {...of}
          attribute="changeable_by"
          label={t("ui-step-changeable-by")}
          vocabulary="authority"
        />
      </div>
      <TextAttribute
        {...of}
        attribute="article"
        label={t("ui-step-article")}
        suggestions={articles}
      />
      <TickAttribute {...of} attribute="is_obligatory" label={t("ui-step-obligatory")} />
    </Group>
  );
}

/** How often it is done, who within the lane and where, and how its time was obtained. */
export function OftenFields(of: WorkProps) {
  const roles = of.app.view ? rolesOf(of.app.view) : [];
  return (
    <>
      <div className="pair">
        <WordAttribute {...of} attribute="batch" label={t("ui-step-batch")} vocabulary="batch" />
        <NumberAttribute {...of} attribute="batch_size" label={t("ui-step-batch-size")} />
      </div>
      <TextAttribute {...of} attribute="role" label={t("ui-step-role")} suggestions={roles} />
      <div className="pair">
        <YesNoAttribute
          {...of}
          attribute="is_remote_feasible"
          label={t("ui-step-remote")}
          yes={t("ui-step-remote-possible")}
          no={t("ui-step-remote-not")}
        />
        <WordAttribute {...of} attribute="method" label={t("ui-step-method")} vocabulary="method" />
      </div>
    </>
  );
}

export function PaperFields(of: WorkProps) {
  return (
    <>
      <NumberAttribute {...of} attribute="sheets" label={t("ui-step-sheets")} />
      <SealFields {...of} />
    </>
  );
}

/** How residents and businesses meet the city in the step. */
export function ContactGroup({ isOpen, ...of }: WorkProps & { isOpen: boolean }) {
  return (
    <Group title={t("ui-step-group-contact")} isOpen={isOpen} has={["contact"]}>
      <div className="pair">
        <WordAttribute
          {...of}
          attribute="contact"
          label={t("ui-step-contact")}
          vocabulary="contact"
        />
        <WordAttribute
          {...of}
          attribute="channel"
          label={t("ui-step-channel")}
          vocabulary="channel"
        />
      </div>
      <NumberAttribute
        {...of}
        attribute="travel"
        label={t("ui-step-travel")}
        hint={t("ui-step-travel-hint")}
      />
    </Group>
  );
}

/** What is known of the work itself: whether it can go by rules, how often it fails, and for whom it is. */
export function JudgedGroup(of: WorkProps) {
  return (
    <Group title={t("ui-step-group-judged")}>
      <div className="pair">
        <YesNoAttribute
          {...of}
          attribute="needs_judgement"
          label={t("ui-step-judgement")}
          yes={t("ui-step-judgement-needed")}
          no={t("ui-step-judgement-none")}
        />
        <WordAttribute
          {...of}
          attribute="routine"
          label={t("ui-step-routine")}
          vocabulary="routine"
        />
      </div>
      <NumberAttribute
        {...of}
        attribute="error_rate"
        label={t("ui-step-error-rate")}
        scale={0.01}
        max={100}
      />
      <TickAttribute {...of} attribute="is_under_pressure" label={t("ui-step-pressure")} />
      <WordAttribute
        {...of}
        attribute="value"
        label={t("ui-step-value")}
        vocabulary="value_class"
        hint={t("ui-step-value-hint")}
      />
    </Group>
  );
}
