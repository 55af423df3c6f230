/** What can be done about the moment shown: go back to it, name it, copy it, or return to now. */
import { useState } from "react";
import type { Chronicle } from "../../contract";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { NameField } from "../../widgets/name-field";
import { dated } from "../start/when";
import type { MomentProps } from "./moment-props";
import { rowOf, SLIDER } from "./moments";

interface ActsProps extends MomentProps {
  /** The history after a name was given. */
  learn(chronicle: Chronicle): void;
  close(): void;
}

export function MomentActs(props: ActsProps) {
  const { act, view, chronicle, revision, learn, close } = props;
  const [isNaming, setIsNaming] = useState(false);
  const { past, reading, held_by } = view.project;
  const { name } = rowOf(chronicle, revision);
  // Of what another holds, or what is damaged, even the past is only read.
  const canChange = held_by === undefined && (reading === undefined || reading === "past");
  const leave = () => {
    const isHere = document.activeElement?.closest(".time-naming") !== null;
    setIsNaming(false);
    // Who went elsewhere stays there.
    if (isHere) toSlider();
  };
  const put = async (text: string) => {
    const given = text.trim() === "" ? {} : { name: text.trim() };
    const answer = await act.ask("name_moment", { revision, ...given });
    if (answer) learn(answer);
    leave();
  };
  if (isNaming) {
    return (
      <div className="time-acts time-naming">
        <NameField
          label={t("ui-history-name-field")}
          value={name ?? ""}
          placeholder={t("ui-history-name-example")}
          autoFocus
          onCommit={put}
          onCancel={leave}
          onLeave={() => setIsNaming(false)}
        />
      </div>
    );
  }
  return (
    <div className="time-acts">
      {canChange && (
        <Button kind="quiet" onPress={() => setIsNaming(true)}>
          {t(name === undefined ? "ui-history-name" : "ui-history-name-change")}
        </Button>
      )}
      {canChange && name !== undefined && (
        <Button kind="quiet" onPress={() => void put("")}>
          {t("ui-history-name-remove")}
        </Button>
      )}
      {past ? (
        <PastActs {...props} canChange={canChange} />
      ) : (
        <Button kind="quiet" onPress={close}>
          {t("ui-history-close")}
        </Button>
      )}
    </div>
  );
}

function PastActs(props: ActsProps & { canChange: boolean }) {
  const { app, act, view, chronicle, revision, canChange } = props;
  const at = rowOf(chronicle, revision).at ?? view.project.past?.at;
  // It stays in the history: the day is written out.
  const when = at === undefined ? t("ui-history-created") : dated(at, app.hello?.language ?? "ja");
  return (
    <>
      <Button onPress={() => void act.ask("edit_copy", {})}>{t("ui-history-copy")}</Button>
      {canChange && (
        <Button
          kind="primary"
          aria-describedby="time-restore"
          onPress={() => stay(act.restore(revision, when))}
        >
          {t("ui-history-restore")}
        </Button>
      )}
      <Button onPress={() => stay(act.lookBack())}>{t("ui-history-back")}</Button>
      {canChange && (
        <p id="time-restore" className="time-why quiet small">
          {t("ui-history-restore-why")}
        </p>
      )}
    </>
  );
}

/** The button that was pressed goes with the past; the keyboard stays in the strip. */
function stay(done: Promise<void>) {
  void done.then(toSlider);
}

function toSlider() {
  document.querySelector<HTMLElement>(SLIDER)?.focus();
}
