/** What is around the picture may come a moment later than the picture. */
import { startTransition, useEffect, useRef, useState } from "react";
import type { App } from "./app";

/** How long the document must have been still before anybody is asked about it, in milliseconds. */
export const REST = 250;

/** A window that nobody sees gets no frames: it is brought up to date after so many milliseconds. */
const HIDDEN = 200;

/**
 * `app` as it was until a picture was shown: then there is time for the rest, and only for the latest of several edits.
 * Never late where one looks at something else, so that nothing of one project or flow is shown beside another, nor where a
 * key says whose voice is written next, and on what: it is written with that.
 */
export function useLate(app: App): App {
  const [late, setLate] = useState(app);
  const newest = useRef(app);
  newest.current = app;
  useEffect(() => {
    if (late === app) return;
    return afterFrames(() => setLate(newest.current));
  }, [app, late]);
  if (late.turn === app.turn) return late;
  setLate(app);
  return app;
}

/** Late with edits alone: what is only chosen is never late, so that who presses something there means what is chosen. */
export function useLateEdits(app: App): App {
  const late = useLate(app);
  return late.view?.records === app.view?.records ? app : late;
}

/** What waits until there is time; all of it follows together. */
const waiting = new Set<() => void>();
let isArranged = false;

/** Calls `follow` when what was just drawn is on the screen. Gives the way to take that back. */
function afterFrames(follow: () => void): () => void {
  waiting.add(follow);
  if (!isArranged) arrange();
  return () => void waiting.delete(follow);
}

function arrange() {
  isArranged = true;
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(() => {
      clearTimeout(timer);
      setTimeout(followAll);
    });
  });
  const timer = setTimeout(() => {
    cancelAnimationFrame(frame);
    followAll();
  }, HIDDEN);
}

function followAll() {
  isArranged = false;
  startTransition(() => {
    for (const follow of waiting) follow();
  });
  waiting.clear();
}
