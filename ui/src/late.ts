/** What is around the picture may come a moment later than the picture. */
import { useDeferredValue } from "react";
import type { App } from "./app";

/**
 * `app` as it was until there is time to draw what it has become: the picture comes first. Never late where one looks at
 * something else, so that nothing of one project or flow is shown beside another.
 */
export function useLate(app: App): App {
  const late = useDeferredValue(app);
  return isAboutTheSame(late, app) ? late : app;
}

function isAboutTheSame(one: App, other: App): boolean {
  return (
    one.view?.project.path === other.view?.project.path &&
    one.view?.flow === other.view?.flow &&
    one.hello === other.hello
  );
}
