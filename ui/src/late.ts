/** What is around the picture may come a moment later than the picture. */
import { startTransition, useEffect, useRef, useState } from "react";
import type { App } from "./app";

/** A window that nobody sees gets no frames: it is brought up to date after so many milliseconds. */
const HIDDEN = 200;

/**
 * `app` as it was until the picture of what it has become was shown: then there is time for the rest, and only for the
 * latest of several edits. Never late where one looks at something else, so that nothing of one project or flow is shown
 * beside another.
 */
export function useLate(app: App): App {
  const [late, setLate] = useState(app);
  const newest = useRef(app);
  newest.current = app;
  useEffect(() => {
    if (late === app) return;
    return afterFrames(() => setLate(newest.current));
  }, [app, late]);
  return isAboutTheSame(late, app) ? late : app;
}

function isAboutTheSame(one: App, other: App): boolean {
  return (
    one.view?.project.path === other.view?.project.path &&
    one.view?.flow === other.view?.flow &&
    one.hello === other.hello
  );
}

/** What waits until the frame of the last edit is on the screen; all of it follows together. */
const waiting = new Set<() => void>();
let isArranged = false;

/** Calls `follow` when what was just drawn is on the screen. Gives the way to take that back. */
function afterFrames(follow: () => void): () => void {
  waiting.add(follow);
  if (!isArranged) {
    isArranged = true;
    const timer = setTimeout(followAll, HIDDEN);
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        clearTimeout(timer);
        setTimeout(followAll);
      }),
    );
  }
  return () => void waiting.delete(follow);
}

function followAll() {
  isArranged = false;
  startTransition(() => {
    for (const follow of waiting) follow();
  });
  waiting.clear();
}
