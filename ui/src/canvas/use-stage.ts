/** Painter and stage, kept in step with the view and with wishes about the camera. */
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from "react";
import type { Act, Aim, App, Camera } from "../app";
import type { Painting, Point, RecordId, Rect, View } from "../contract";
import { farOf } from "../painting";
import { shiftedBox } from "../shift";
import { isNode } from "../tools/graph";
import {
  actual,
  around,
  clearOf,
  type Extent,
  fitted,
  isInSight,
  keeping,
  meets,
  opening,
  resettled,
  revealing,
  seenFrom,
  shareInSight,
  stepped,
} from "./camera";
import { cornerOf, movedCorner } from "./corner";
import { extentAt } from "./extent";
import { glide, gliding } from "./glide";
import { fittedWhole, headStrip, moveHeads, withNames } from "./heads";
import { createPainter, type Painter } from "./painter";
import { following, resting, type Sight } from "./sight";
import { createStage, type Stage } from "./stage";

export interface Staged {
  stage: RefObject<Stage | undefined>;
  sheet: RefObject<HTMLDivElement | null>;
  paper: RefObject<SVGSVGElement | null>;
  heads: (node: HTMLDivElement | null) => void;
  /** Called with every movement of the paper. */
  follow: RefObject<(() => void) | undefined>;
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
  const follow = useRef<() => void>(undefined);
  const { painting } = view;
  const latest = useRef(painting);
  latest.current = painting;
  const painter = useRef<Painter>(undefined);
  const still = useRef(() => {});
  const anchor = useRef<RecordId>(undefined);
  anchor.current = app.selection.at(-1) ?? app.focused;
  useLayoutEffect(() => {
    if (!screen.current || !sheet.current || !paper.current) return;
    const eye = eyeOn(paper.current);
    painter.current = eye.painter;
    let was: Camera | undefined;
    const moving = createStage(screen.current, sheet.current, {
      atRest: (camera) => {
        eye.see((had) => resting(had, camera, moving.extent));
        act.setCamera(camera);
      },
      moved: (camera) => {
        if (was && !isSame(was, camera)) still.current();
        was = camera;
        eye.see((had) => following(had, camera, moving.extent));
        moveHeads(strip.current, latest.current, camera);
        follow.current?.();
      },
    });
    stage.current = moving;
    return turning(screen.current, moving, (before) =>
      onOther(moving, before, cornerOf(screen.current), latest.current, anchor.current),
    );
  }, [act, screen]);
  usePainting({ painter, stage, still }, app, view);
  // Bands that an edit made higher have higher heads.
  useLayoutEffect(() => {
    if (stage.current) moveHeads(strip.current, painting, stage.current.camera);
  }, [painting]);
  useOpening(stage, view);
  useMoment(stage, view);
  useAim(stage, screen, app, view);
  const heads = useCallback((node: HTMLDivElement | null) => {
    strip.current = node;
    if (stage.current) moveHeads(node, latest.current, stage.current.camera);
  }, []);
  return { stage, sheet, paper, heads, follow };
}

/** Where to look on a screen that was another: what one works at stays in sight, and clear of what covers the `corner`. */
function onOther(
  { camera, extent }: Stage,
  before: Extent,
  corner: Rect | undefined,
  painting: Painting,
  anchor: RecordId | undefined,
): Camera {
  const area = anchor === undefined ? undefined : painting.areas[anchor];
  const paper = withNames(painting, camera.scale);
  const anchored = area && besideHeads(area, painting);
  const next = resettled(camera, { before, screen: extent }, paper, anchored);
  if (!area || !isInSight(next, [area], extent)) return next;
  return clearOf(next, area, movedCorner(corner, before, extent));
}

/** What is seen of the picture on `surface`, and what paints it there. */
function eyeOn(surface: SVGSVGElement) {
  const painter = createPainter(surface);
  let sight: Sight | undefined;
  // Until it is known where one looks, nothing is there.
  painter.look({ region: { x: 0, y: 0, w: 0, h: 0 }, detail: "shapes" });
  const see = (next: (had: Sight | undefined) => Sight) => {
    const seen = next(sight);
    if (seen === sight) return;
    sight = seen;
    surface.dataset.detail = seen.detail;
    painter.look(seen);
  };
  return { painter, see };
}

/** The wheel pans and zooms; React's own listener could not keep the page from scrolling. */
function turning(
  element: HTMLElement,
  stage: Stage,
  settled: (before: Extent) => Camera,
): () => void {
  const turned = (event: WheelEvent) => {
    event.preventDefault();
    stage.wheel(event);
  };
  element.addEventListener("wheel", turned, { passive: false });
  // A larger window shows more of the picture; beside a table it is lower, and still shows what one works at.
  const sized = new ResizeObserver(() => stage.resized(settled));
  sized.observe(element);
  return () => {
    sized.disconnect();
    element.removeEventListener("wheel", turned);
    stage.stop();
  };
}

function isSame(a: Camera, b: Camera): boolean {
  return a.at.x === b.at.x && a.at.y === b.at.y && a.scale === b.scale;
}

interface Work {
  painter: RefObject<Painter | undefined>;
  stage: RefObject<Stage | undefined>;
  /** Ends what glides. */
  still: RefObject<() => void>;
}

/** Paints each view; what an edit moved glides to its new place, and what one works at stays in sight. */
function usePainting({ painter, stage, still }: Work, app: App, { painting, flow }: View) {
  const had = useRef<{ painting: Painting; flow: string }>(undefined);
  const anchor = useRef<RecordId>(undefined);
  useLayoutEffect(() => {
    const before = had.current;
    had.current = { painting, flow };
    if (!painter.current || before?.painting === painting) return;
    still.current();
    painter.current.show(painting);
    stage.current?.frame(painting.frame);
    if (!stage.current || before?.flow !== flow) return;
    const paper = kept(stage.current, before.painting, painting, anchor.current);
    const isSeen = seenIn(painting, stage.current);
    const glides = gliding(before.painting, painting, paper, isSeen);
    still.current = glide(glides, painter.current);
  }, [painter, stage, still, painting, flow]);
  anchor.current = app.selection.at(-1) ?? app.focused;
}

/** Whether a part can be seen now, or could before it moved. */
function seenIn(painting: Painting, { camera, extent }: Stage): (key: string) => boolean {
  const seen = seenFrom(camera, extent);
  return (key) => {
    const item = painting.items[key];
    const area = item && extentAt(item, farOf(painting, key));
    if (!area) return false;
    const { x, y } = painting.moved?.get(key) ?? { x: 0, y: 0 };
    return meets(area, seen) || meets(shiftedBox(area, { x: -x, y: -y }), seen);
  };
}

/** Keeps what one works at in sight; how far the paper moved for that, in the picture. */
function kept(stage: Stage, before: Painting, after: Painting, id: RecordId | undefined): Point {
  const [from, to] = id === undefined ? [] : [before.areas[id], after.areas[id]];
  const { camera, extent } = stage;
  if (from && to) stage.look(keeping(camera, from, to, extent));
  const { at } = stage.camera;
  return { x: at.x - camera.at.x, y: at.y - camera.at.y };
}

/** Another flow is looked at from its beginning. */
function useOpening(stage: RefObject<Stage | undefined>, { flow, project, painting }: View) {
  const opened = useRef<string>(undefined);
  // What was never put anywhere has a path as well: the copies of two examples are two projects.
  const looked = `${flow} ${project.path}`;
  useLayoutEffect(() => {
    if (opened.current === looked || !stage.current) return;
    opened.current = looked;
    stage.current.look(opening(painting.frame, stage.current.extent));
  }, [stage, looked, painting]);
}

/** Less than this of what could be seen of another moment is but a sliver. */
const SLIVER = 0.4;

/**
 * Another moment is looked at from where one was; where no more than a sliver of it is to be seen there, all of it is, and
 * all of the next ones, until somebody looks elsewhere.
 */
function useMoment(stage: RefObject<Stage | undefined>, { project, painting }: View) {
  const revision = project.past?.revision;
  const looked = useRef(revision);
  const fittedAt = useRef<Camera>(undefined);
  useLayoutEffect(() => {
    if (looked.current === revision || !stage.current) return;
    looked.current = revision;
    const { camera, extent } = stage.current;
    const nodes = Object.entries(painting.areas).filter(([id]) => isNode(id));
    const areas = nodes.flatMap(([, area]) => area ?? []);
    const isStill = fittedAt.current !== undefined && isSame(camera, fittedAt.current);
    fittedAt.current = undefined;
    if (!isStill && shareInSight(camera, areas, extent) >= SLIVER) return;
    stage.current.look(fittedWhole(painting, extent));
    fittedAt.current = stage.current.camera;
  }, [stage, revision, painting]);
}

/** Follows each wish once. */
function useAim(
  stage: RefObject<Stage | undefined>,
  screen: RefObject<HTMLElement | null>,
  app: App,
  view: View,
) {
  const followed = useRef(app.aim.count);
  useEffect(() => {
    if (followed.current === app.aim.count || !stage.current) return;
    followed.current = app.aim.count;
    const { camera: from, extent } = stage.current;
    const standing = { camera: from, extent, corner: cornerOf(screen.current) };
    const camera = aimed(standing, app.aim, app, view);
    if (camera) stage.current.look(camera);
  }, [stage, screen, app, view]);
}

/** Of a band that is wider than the screen the part where one looks: nobody means to see all of it. */
function bandIn(area: Rect, { at, scale }: Camera, extent: Extent): Rect {
  const half = extent.w / scale / 2;
  const middle = Math.max(area.x + half, Math.min(at.x + half, area.x + area.w - half));
  return 2 * half < area.w ? { ...area, x: middle, w: 0 } : area;
}

/** With the room that the heads of the lanes take at the left: nothing is seen under them. */
function besideHeads(area: Rect, painting: Painting): Rect {
  const heads = headStrip(painting)?.w ?? 0;
  return { ...area, x: area.x - heads, w: area.w + heads };
}

/** From where a wish is followed; and what covers the corner there. */
interface Standing {
  camera: Camera;
  extent: Extent;
  corner: Rect | undefined;
}

/** Where a wish leads; nothing where what it is about is not drawn. */
function aimed(standing: Standing, aim: Aim, app: App, view: View): Camera | undefined {
  const { camera, extent, corner } = standing;
  const { areas } = view.painting;
  const boxes = (ids: readonly string[]) => ids.flatMap((id) => areas[id] ?? []);
  if (aim.at === "in") return stepped(camera, 1, extent);
  if (aim.at === "out") return stepped(camera, -1, extent);
  if (aim.at === "actual") return actual(camera, extent);
  if (aim.at === "whole") return fittedWhole(view.painting, extent);
  if (aim.at === "selection") {
    const area = around(boxes(app.selection));
    return area && fitted(area, extent);
  }
  const area = around(boxes(aim.at.ids));
  const isBand = aim.at.ids.every((id) => id.startsWith("lane/"));
  if (area && isBand) return revealing(camera, bandIn(area, camera, extent), extent);
  if (!area) return undefined;
  return clearOf(revealing(camera, besideHeads(area, view.painting), extent), area, corner);
}
