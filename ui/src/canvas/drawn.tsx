/** A finished picture: painted once, as everywhere else. */
import { useCallback } from "react";
import type { Scene } from "../contract";
import { element } from "./nodes";
import { painted } from "./paint";

interface DrawnProps {
  scene: Scene;
  className: string;
  label: string;
}

export function Drawn({ scene: { frame, items }, className, label }: DrawnProps) {
  const fill = useCallback(
    (node: SVGSVGElement | null) =>
      node?.replaceChildren(...items.map((item) => element(painted(item)))),
    [items],
  );
  return (
    <svg
      ref={fill}
      className={className}
      role="img"
      aria-label={label}
      viewBox={`${frame.x} ${frame.y} ${frame.w} ${frame.h}`}
      fontFamily="BIZ UDPGothic, Noto Sans JP, sans-serif"
    />
  );
}
