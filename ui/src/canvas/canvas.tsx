/** The picture under the hand: painted, moved, chosen from; one stop for the keyboard. */
import { type KeyboardEvent, type PointerEvent, type RefObject, useMemo, useRef } from "react";
import type { Act, App, Camera, PanelProps } from "../app";
import type { RecordId, View } from "../contract";
import { useCanvasMenu } from "../hands/canvas-menu";
import { StepBar } from "../hands/step-bar";
import { useLateEdits } from "../late";
import type { Words } from "../panels/words";
import { t } from "../text";
import { isNode, nameOf } from "../tools/graph";
import { toolOf } from "../tools/tool";
import "./canvas.css";
import "./overview.css";
import { detailAt } from "./detail";
import { useGestures } from "./gestures";
import { Heads } from "./heads";
import { Overlay } from "./overlay";
import { Overview } from "./overview";
import { sentenceOf } from "./reading/sentence";
import { lineOf, READING, ReadingTree } from "./reading/tree";
import { over, type Stage, VIEW_BOX } from "./stage";
import { useStage } from "./use-stage";
import { WritingField } from "./writing-field";

export function Canvas({ app, act, view }: PanelProps & { view: View }) {
  const screen = useRef<HTMLDivElement>(null);
  const { stage, sheet, paper, heads, follow } = useStage(screen, app, act, view);
  const { ghost, on, now } = useSurface(screen, stage, app, act);
  const { menu, isOpen, openChosen, onContextMenu } = useCanvasMenu(screen, stage, now, act);
  const focused = [app.focused, app.selection.at(-1)].find((id) => id && id in view.records);
  return (
    <>
      <div
        ref={screen}
        className={`canvas canvas-tool-${toolOf(app)}`}
        data-scope="canvas"
        role="application"
        aria-label={t("ui-canvas", { name: view.painting.title })}
        aria-describedby="canvas-focused"
        aria-owns={READING}
        aria-activedescendant={focused && isNode(focused) ? lineOf(focused) : undefined}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the canvas is one stop of the keyboard
        tabIndex={0}
        {...on}
        onContextMenu={onContextMenu}
      >
        <div className="canvas-sheet" ref={sheet}>
          <div className="canvas-ground" style={over(view.painting.frame)} />
          <svg
            className="canvas-paper"
            ref={paper}
            viewBox={VIEW_BOX}
            fontFamily="BIZ UDPGothic, Noto Sans JP, sans-serif"
            aria-hidden="true"
          />
          <Overlay
            painting={view.painting}
            selection={app.selection}
            found={useFound(app)}
            focused={focused}
            ghost={ghost}
            trouble={app.problem?.at.id}
            isOpen={app.tool === "select" && !view.project.read_only}
          />
          {!ghost && !isOpen && (
            <StepBar
              app={app}
              act={act}
              screen={screen}
              extentNow={() => stage.current?.extent}
              onMore={openChosen}
            />
          )}
        </div>
        <Heads painting={view.painting} hold={heads} />
        <Naming app={app} act={act} view={view} stage={stage} screen={screen} />
        <Said app={app} focused={focused} refused={ghost?.refused} />
      </div>
      <ReadingTree app={app} act={act} />
      <Overview painting={view.painting} stage={stage} follow={follow} camera={app.camera} />
      {menu}
    </>
  );
}

interface NamingProps extends PanelProps {
  view: View;
  stage: RefObject<Stage | undefined>;
  screen: RefObject<HTMLDivElement | null>;
}

/** A name that is being written on the picture. */
function Naming({ app, act, view, stage, screen }: NamingProps) {
  if (!app.writing || view.project.read_only) return null;
  return (
    <WritingField
      key={JSON.stringify(app.writing)}
      act={act}
      view={view}
      writing={app.writing}
      camera={stage.current?.camera ?? app.camera}
      onEnd={() => {
        act.write(undefined);
        screen.current?.focus({ preventScroll: true });
      }}
    />
  );
}

/** Where what is looked for stands in the picture. */
function useFound({ search }: App): readonly RecordId[] {
  const hits = search?.found?.hits;
  return useMemo(() => hits?.map(({ id }) => id) ?? [], [hits]);
}

/** What the hand and the keys do on the surface. */
function useSurface(
  screen: RefObject<HTMLDivElement | null>,
  stage: RefObject<Stage | undefined>,
  app: App,
  act: Act,
) {
  const now = useRef(app);
  now.current = app;
  const isSpaceDown = useRef(false);
  const { ghost, ...gestures } = useGestures({
    stage: () => stage.current,
    root: () => screen.current,
    now: () => now.current,
    act,
    isPaperHeld: () => isSpaceDown.current,
  });
  const on = {
    onPointerDown: (event: PointerEvent) => {
      screen.current?.focus({ preventScroll: true });
      gestures.down(event);
    },
    onPointerMove: gestures.move,
    onPointerUp: gestures.up,
    onPointerCancel: gestures.cancel,
    onDoubleClick: gestures.double,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === " ") {
        isSpaceDown.current = true;
        event.preventDefault();
      }
      if (event.key === "Escape") gestures.cancel();
    },
    onKeyUp: (event: KeyboardEvent) => {
      if (event.key === " ") isSpaceDown.current = false;
    },
    onBlur: () => {
      isSpaceDown.current = false;
    },
  };
  return { ghost, on, now: () => now.current };
}

interface SaidProps {
  app: App;
  focused: RecordId | undefined;
  refused: string | undefined;
}

/** Why a target is refused; and what the keyboard stands on: read aloud, and in full letters where those of the picture are small. */
function Said({ app, focused, refused }: SaidProps) {
  const { view, hello } = useLateEdits(app);
  const said = view && focused !== undefined && spoken(view, hello?.vocabularies, focused);
  return (
    <>
      {isFar(app.camera) && said && refused === undefined && (
        <p className="canvas-named" aria-hidden="true">
          {said}
        </p>
      )}
      {refused !== undefined && (
        <p className="canvas-refused" role="status">
          {refused}
        </p>
      )}
      {/* Of a step its line in the tree is read. */}
      <p
        id="canvas-focused"
        className="only-read"
        aria-live={focused !== undefined && isNode(focused) ? "off" : "polite"}
      >
        {said || t("ui-canvas-keys")}
      </p>
    </>
  );
}

/** Whether letters of the picture are too small to be read. */
function isFar({ scale }: Camera): boolean {
  return detailAt(scale) !== "all";
}

/** What is said of the thing the keyboard stands on: a step with all that matters, anything else as its group is called. */
function spoken(view: View, words: Words | undefined, id: RecordId): string {
  const item = view.painting.items[id];
  const title = item?.type === "group" ? item.title : undefined;
  return sentenceOf(view, words, id) ?? title ?? nameOf(view, id);
}
