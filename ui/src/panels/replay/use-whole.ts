/** All of the pictures is seen, however much room there is, until somebody looks closer. */
import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef } from "react";
import type { Act, App } from "../../app";
import type { Point } from "../../contract";

export interface Moves {
  pan(by: Point): void;
  zoom(delta: number, pivot: Point): void;
  press(event: KeyboardEvent): void;
}

/** The same moves, after which the pictures stay where they were moved to. */
export function useWhole(
  app: App,
  act: Act,
  place: RefObject<HTMLElement | null>,
  isPresenting: boolean,
  { pan, zoom, press }: Moves,
): Moves {
  const isMoved = useRef(false);
  const { aim } = app;
  const first = useRef(aim.count);
  useEffect(() => {
    if (aim.count !== first.current) isMoved.current = aim.at !== "whole";
  }, [aim]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: presented, everything is to be seen again
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    isMoved.current = false;
    const watch = new ResizeObserver(() => {
      if (!isMoved.current) act.aim("whole");
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, [act, place, isPresenting]);
  return useMemo(() => {
    const moving =
      <A extends unknown[]>(move: (...given: A) => void) =>
      (...given: A) => {
        isMoved.current = true;
        move(...given);
      };
    return { pan: moving(pan), zoom: moving(zoom), press };
  }, [pan, zoom, press]);
}
