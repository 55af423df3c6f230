/** The dialog of lists: the rows at the left, the picture that comes of them at the right, below what is not used. */
import { useRef, useState } from "react";
import type { Act, PanelProps } from "../../app";
import type { ListPreview, PastedList } from "../../contract";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { isComposing } from "../../widgets/composing";
import { Sheet } from "../../widgets/sheet";
import { Outcome } from "../problems/outcome";
import { Area } from "./area";
import { Lane } from "./lane";
import { Losses } from "./losses";
import { Preview } from "./preview";
import { Rows } from "./rows";
import { useList } from "./use-list";
import { usePreview } from "./use-preview";

export function ListView({ app, act }: PanelProps) {
  const { pasted, list, paste, headBy, assign, handTo } = useList(app);
  const { preview, isFresh } = usePreview(act, list);
  const [isWriting, setWriting] = useState(pasted.text === "" && pasted.html === "");
  const { isWorking, make } = useMaking(act, list);
  const isEmpty = pasted.text.trim() === "" && pasted.html === "";
  const canMake = !isEmpty && !(isFresh && preview?.count === 0);
  return (
    <Sheet
      title={t("ui-list-title")}
      close={t("ui-list-close")}
      onClose={act.closeDialog}
      actions={
        <Button
          kind="primary"
          autoFocus={!isWriting}
          isDisabled={!canMake}
          isPending={isWorking}
          onPress={make}
        >
          {t("ui-list-do")}
        </Button>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a key of the whole dialog */}
      <div
        className="listing"
        onKeyDown={(event) => {
          const isMade = event.key === "Enter" && (event.ctrlKey || event.metaKey);
          if (isMade && canMake && !isComposing(event)) make();
        }}
      >
        {isWriting ? (
          <Area
            text={pasted.text}
            isAlone={isEmpty}
            onChange={(text) => paste({ text, html: "" })}
            onPaste={(next) => {
              paste(next);
              setWriting(false);
            }}
          />
        ) : (
          <Button kind="link" onPress={() => setWriting(true)}>
            {t("ui-list-again")}
          </Button>
        )}
        {!isEmpty && preview && <Read {...{ app, list, preview, headBy, assign, handTo }} />}
        {!isEmpty && !preview && <p role="status">{t("ui-list-reading")}</p>}
        <Outcome app={app} act={act} />
      </div>
    </Sheet>
  );
}

interface ReadProps
  extends Pick<ReturnType<typeof useList>, "list" | "headBy" | "assign" | "handTo"> {
  app: PanelProps["app"];
  preview: ListPreview;
}

const NOTHING = {};

/** What was read, and what comes of it. */
function Read({ app, list, preview, headBy, assign, handTo }: ReadProps) {
  return (
    <>
      {preview.lane !== undefined && (
        <Lane app={app} lane={list.lane ?? preview.lane} onHandTo={handTo} />
      )}
      <div className="listing-both">
        <Rows
          words={app.hello?.vocabularies.column ?? []}
          preview={preview}
          headBy={headBy}
          assign={(at, column) => assign(preview, at, column)}
        />
        <Preview preview={preview} had={app.view?.painting.areas ?? NOTHING} />
      </div>
      <Losses losses={preview.losses} />
    </>
  );
}

function useMaking(act: Act, list: PastedList) {
  const [isWorking, setWorking] = useState(false);
  const latest = useRef(list);
  latest.current = list;
  const make = async () => {
    setWorking(true);
    // The same key may have written who does the steps: what it changed is drawn by then.
    await Promise.resolve();
    await act.pasteList(latest.current);
    setWorking(false);
  };
  return { isWorking, make: () => void make() };
}
