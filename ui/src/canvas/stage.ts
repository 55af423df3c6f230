/** The moving paper: pan and zoom are one CSS transform; when zooming ends, the scale is baked into the size. */
import type { Camera } from "../app";
import type { Point, Rect } from "../contract";
import { clamped, type Extent, panned, toPicture, wheelFactor, zoomed } from "./camera";

/** How long the hand must rest before letters are made sharp again, in milliseconds. */
const REST = 160;

export interface Stage {
  readonly camera: Camera;
  readonly extent: Extent;
  /** Where the picture lies. */
  frame(frame: Rect): void;
  look(camera: Camera): void;
  /** The screen has another size now: `next` says where to look, from the size it had. */
  resized(next: (before: Extent) => Camera): void;
  pan(by: Point): void;
  /** Turns of the wheel: with Ctrl (and a pinch, which arrives as that) about the pointer, else a pan. */
  wheel(event: WheelEvent): void;
  /** From the window to the screen of the canvas. */
  onScreen(client: Point): Point;
  /** From the window to the picture. */
  at(client: Point): Point;
  stop(): void;
}

/**
 * The part of the picture that the sheet is as large as; the rest stands out over it. Always the same, so that an edit that
 * makes the picture larger lets nothing in it be placed anew, and large, since browsers round sizes to a 64th of a pixel.
 */
const SHEET: Extent = { w: 10_000, h: 2_000 };
/** The same as a view box. */
export const VIEW_BOX = `0 0 ${SHEET.w} ${SHEET.h}`;

/** Where something as large as `frame` lies on the sheet. */
export function over({ x, y, w, h }: Rect) {
  const [across, down] = [100 / SHEET.w, 100 / SHEET.h];
  return {
    left: `${x * across}%`,
    top: `${y * down}%`,
    width: `${w * across}%`,
    height: `${h * down}%`,
  };
}

/** Moves `sheet` on `screen`; `atRest` hears where it came to rest, `moved` every movement. */
export function createStage(
  screen: HTMLElement,
  sheet: HTMLElement,
  hear: { atRest: (camera: Camera) => void; moved: (camera: Camera) => void },
): Stage {
  let camera: Camera = { at: { x: 0, y: 0 }, scale: 1 };
  let frame: Rect = { x: 0, y: 0, w: 1, h: 1 };
  let baked = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const { extent, forget } = measured(screen);
  const corner = () => screen.getBoundingClientRect();
  const onScreen = (client: Point) => ({ x: client.x - corner().left, y: client.y - corner().top });
  const place = () => {
    const ratio = camera.scale / baked;
    const shift = shiftOf(camera);
    sheet.style.transform = ratio === 1 ? shift : `${shift} scale(${ratio})`;
    hear.moved(camera);
  };
  const bake = () => {
    baked = camera.scale;
    sheet.style.width = `${SHEET.w * baked}px`;
    sheet.style.height = `${SHEET.h * baked}px`;
    place();
  };
  const rest = () => {
    if (baked !== camera.scale) bake();
    hear.atRest(camera);
  };
  const look = (next: Camera) => {
    camera = clamped(next, frame, extent());
    if (baked === 0) bake();
    else place();
    clearTimeout(timer);
    timer = setTimeout(rest, REST);
  };
  return {
    get camera() {
      return camera;
    },
    get extent() {
      return extent();
    },
    frame(next) {
      frame = next;
    },
    look,
    resized: (next) => {
      const before = extent();
      forget();
      look(next(before));
    },
    pan: (by) => look(panned(camera, by)),
    wheel: (event) => look(wheeled(event, camera, corner(), extent())),
    onScreen,
    at: (client) => toPicture(camera, onScreen(client)),
    stop: () => clearTimeout(timer),
  };
}

/** How far the paper lies from the corner of the screen, in whole pixels: letters between two pixels are blurred. */
function shiftOf({ at, scale }: Camera): string {
  return `translate(${Math.round(-at.x * scale)}px, ${Math.round(-at.y * scale)}px)`;
}

/** The extent of the screen, remembered: asking the browser right after an edit makes it lay out everything at once. */
function measured(screen: HTMLElement) {
  let known: Extent | undefined;
  const extent = (): Extent => {
    known ??= { w: screen.clientWidth, h: screen.clientHeight };
    return known;
  };
  const forget = () => {
    known = undefined;
  };
  return { extent, forget };
}

/** The camera after a turn of the wheel. */
function wheeled(
  event: WheelEvent,
  camera: Camera,
  corner: { left: number; top: number },
  extent: Extent,
): Camera {
  const unit = event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? extent.h : 1;
  if (event.ctrlKey || event.metaKey) {
    const pivot = { x: event.clientX - corner.left, y: event.clientY - corner.top };
    return zoomed(camera, wheelFactor(event.deltaY * unit), pivot);
  }
  const isSideways = event.shiftKey && event.deltaX === 0;
  const by = isSideways
    ? { x: -event.deltaY * unit, y: 0 }
    : { x: -event.deltaX * unit, y: -event.deltaY * unit };
  return panned(camera, by);
}
