/** A file dropped on the window is opened; while one is carried over it, the window says what will happen. */
import { useEffect, useRef, useState } from "react";
import type { App, PanelProps } from "../app";
import { t } from "../text";
import "./drop.css";

export function DropGround({ app, act }: PanelProps) {
  const [isOver, setOver] = useState(false);
  const now = useRef<App>(app);
  now.current = app;
  useEffect(() => {
    // Behind a dialog nothing is done.
    const isMeant = (event: DragEvent) =>
      now.current.dialog === undefined && event.dataTransfer?.types.includes("Files") === true;
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      // What is not taken here must not take the place of the window.
      event.preventDefault();
      event.dataTransfer.dropEffect = isMeant(event) ? "copy" : "none";
      setOver(isMeant(event));
    };
    const left = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const dropped = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      setOver(false);
      if (isMeant(event)) void act.takeIn([...event.dataTransfer.files]);
    };
    const heard = new AbortController();
    const { signal } = heard;
    window.addEventListener("dragenter", over, { signal });
    window.addEventListener("dragover", over, { signal });
    window.addEventListener("dragleave", left, { signal });
    window.addEventListener("drop", dropped, { signal });
    return () => heard.abort();
  }, [act]);
  if (!isOver) return null;
  return (
    <div className="drop-ground">
      <div className="drop-words" role="status">
        <p className="drop-title">{t("ui-drop-here")}</p>
        <p>{t("ui-drop-forms")}</p>
      </div>
    </div>
  );
}
