/** The menu of the picture: at the pointer, or at what the keyboard stands on. */
import type { MouseEvent, RefObject } from "react";
import type { Act, App } from "../app";
import { toScreen } from "../canvas/camera";
import { headStrip } from "../canvas/heads";
import { underPoint } from "../canvas/hit";
import type { Stage } from "../canvas/stage";
import type { Painting, Point } from "../contract";
import { laneAt } from "../tools/graph";
import { targetChosen, targetUnder } from "./target";
import { cornerOf, isPointed, useMenu } from "./use-menu";

/** Whether the heads of the lanes, which stay at the left edge, cover what lies there on the paper. */
function isOnHead(painting: Painting, { camera, onScreen }: Stage, client: Point): boolean {
  const strip = headStrip(painting);
  return (
    strip !== undefined && camera.at.x > strip.x && onScreen(client).x < strip.w * camera.scale
  );
}

/** `menu` belongs beside the surface, not into it: what is pressed there is not pressed on the paper. */
export function useCanvasMenu(
  screen: RefObject<HTMLDivElement | null>,
  stage: RefObject<Stage | undefined>,
  now: () => App,
  act: Act,
) {
  const { open, menu, isOpen } = useMenu(now, act);
  const openAt = (client: Point) => {
    const { view } = now();
    const [root, here] = [screen.current, stage.current];
    if (!view || !root || !here) return;
    const at = here.at(client);
    const lane = isOnHead(view.painting, here, client) ? laneAt(view, at) : undefined;
    const under = lane === undefined ? underPoint(root, client.x, client.y) : { head: lane };
    open(targetUnder(view, under, at), client);
  };
  const openChosen = () => {
    const app = now();
    const [root, here] = [screen.current, stage.current];
    if (!app.view || !root || !here) return;
    const { left, top, width, height } = root.getBoundingClientRect();
    const middle = { x: left + width / 2, y: top + height / 2 };
    const target = targetChosen(app);
    const area = target && "id" in target ? app.view.painting.areas[target.id] : undefined;
    if (!target) return openAt(middle);
    if (!area || target.on === "lane") return open(target, middle);
    const corner = toScreen(here.camera, { x: area.x, y: area.y + area.h });
    const at = cornerOf({ left: left + corner.x, bottom: top + corner.y });
    const isSeen = at.x >= left && at.x <= left + width && at.y >= top && at.y <= top + height;
    open(target, isSeen ? at : middle);
  };
  return {
    menu,
    isOpen,
    openChosen,
    onContextMenu(event: MouseEvent) {
      // A name that is being written has the menu of its field.
      if (event.target instanceof Element && event.target.closest("input, .step-bar")) return;
      event.preventDefault();
      if (isPointed(event)) openAt({ x: event.clientX, y: event.clientY });
      else openChosen();
    },
  };
}
