/** Painter and stage, kept in step with the view and with wishes about the camera. */
import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import type { Act, Aim, App, Camera } from "../app";
import type { Painting, View } from "../contract";
import { isNode } from "../tools/graph";
import { actual, around, fitted, isInSight, opening, revealing, stepped } from "./camera";
import { headStrip } from "./heads";
import { createPainter, type Painter } from "./painter";
import { createStage, type Stage } from "./stage";

export interface Staged {
  stage: RefObject<Stage | undefined>;
  sheet: RefObject<HTMLDivElement | null>;
  paper: RefObject<SVGSVGElement | null>;
  heads: (node: HTMLDivElement | null) => void;
}

/** Brings `view` onto the `screen`: the paper with the picture, and the heads that stay at its left. */
export function useStage(
  screen: RefObject<HTMLDivElement | null>,
  app: App,
  act: Act,
  view: View,
): Staged {
  const sheet = useRef<HTMLDivElement>(null);
  const paper = useRef<SVGSVGElement>(null);
  const stage = useRef<Stage>(undefined);
  const strip = useRef<HTMLDivElement>(null);
  const { painting } = view;
  const latest = useRef(painting);
  latest.current = painting;
  useLayoutEffect(() => {
    if (!screen.current || !sheet.current) return;
    const made = createStage(screen.current, sheet.current, {
      atRest: act.setCamera,
      moved: (camera) => moveHeads(strip.current, latest.current, camera),
    });
    stage.current = made;
    return turning(screen.current, made);
  }, [act, screen]);
  usePainter(paper, stage, painting);
  useOpening(stage, view);
  useMoment(stage, view);
  useAim(stage, app, view);
  const heads = (node: HTMLDivElement | null) => {
    strip.current = node;
    if (stage.current) moveHeads(node, latest.current, stage.current.camera);
  };
  return { stage, sheet, paper, heads };
}

/** The wheel pans and zooms; React's own listener could not keep the page from scrolling. */
function turning(element: HTMLElement, stage: Stage): () => void {
  const turned = (event: WheelEvent) => {
    event.preventDefault();
    stage.wheel(event);
  };
  element.addEventListener("wheel", turned, { passive: false });
  return () => {
    element.removeEventListener("wheel", turned);
    stage.stop();
  };
}

function usePainter(
  paper: RefObject<SVGSVGElement | null>,
  stage: RefObject<Stage | undefined>,
  painting: Painting,
) {
  const painter = useRef<Painter>(null);
  useLayoutEffect(() => {
    if (!paper.current) return;
    painter.current ??= createPainter(paper.current);
    painter.current.show(painting);
    stage.current?.frame(painting.frame);
  }, [paper, stage, painting]);
}

/** Another flow is looked at from its beginning. */
function useOpening(stage: RefObject<Stage | undefined>, { flow, project, painting }: View) {
  const opened = useRef<string>(undefined);
  const looked = `${flow} ${project.file}`;
  useLayoutEffect(() => {
    if (opened.current === looked || !stage.current) return;
    opened.current = looked;
    stage.current.look(opening(painting.frame, stage.current.extent));
  }, [stage, looked, painting]);
}

/** Another moment is looked at from where one was; where nothing of it is to be seen there, all of it is. */
function useMoment(stage: RefObject<Stage | undefined>, { project, painting }: View) {
  const revision = project.past?.revision;
  const looked = useRef(revision);
  useLayoutEffect(() => {
    if (looked.current === revision || !stage.current) return;
    looked.current = revision;
    const { camera, extent } = stage.current;
    const nodes = Object.entries(painting.areas).filter(([id]) => isNode(id));
    const areas = nodes.flatMap(([, area]) => area ?? []);
    if (!isInSight(camera, areas, extent)) stage.current.look(fitted(painting.frame, extent));
  }, [stage, revision, painting]);
}

/** Follows each wish once. */
function useAim(stage: RefObject<Stage | undefined>, app: App, view: View) {
  const followed = useRef(app.aim.count);
  useEffect(() => {
    if (followed.current === app.aim.count || !stage.current) return;
    followed.current = app.aim.count;
    const camera = aimed(stage.current, app.aim, app, view);
    if (camera) stage.current.look(camera);
  }, [stage, app, view]);
}

/** Where a wish leads; nothing where what it is about is not drawn. */
function aimed(stage: Stage, aim: Aim, app: App, view: View): Camera | undefined {
  const { camera, extent } = stage;
  const { frame, areas } = view.painting;
  const boxes = (ids: readonly string[]) => ids.flatMap((id) => areas[id] ?? []);
  if (aim.at === "in") return stepped(camera, 1, extent);
  if (aim.at === "out") return stepped(camera, -1, extent);
  if (aim.at === "actual") return actual(camera, extent);
  if (aim.at === "whole") return fitted(frame, extent);
  if (aim.at === "selection") {
    const area = around(boxes(app.selection));
    return area && fitted(area, extent);
  }
  const area = around(boxes(aim.at.ids));
  return area && revealing(camera, area, extent);
}

/** The heads follow the paper up and down, and show once the paper's own have left at the left. */
export function moveHeads(node: HTMLDivElement | null, painting: Painting, camera: Camera) {
  const strip = headStrip(painting);
  if (!node || !strip) return;
  node.hidden = camera.at.x <= strip.x;
  node.style.width = `${strip.w * camera.scale}px`;
  node.style.height = `${strip.h * camera.scale}px`;
  node.style.transform = `translateY(${Math.round((strip.y - camera.at.y) * camera.scale)}px)`;
}
