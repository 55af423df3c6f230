/** Paints what moves over a picture: tokens on the arrows, and at each step who waits and who is worked on. */
import type { Painting, Rect } from "../../contract";
import { type Line, lineOf, placeOn } from "./lines";
import type { Reel } from "./reel";
import type { Standing, Token } from "./state";

const SVG = "http://www.w3.org/2000/svg";

/** At this scale and nearer everything has its size in pixels of the screen; further away it is smaller, down to a part. */
const NEAR = 0.45;
const LEAST = 0.45;
/** From further away than this single dots are not told apart. */
const FAR = 0.3;
const TOKEN = 5;
const DOT = 3.2;
const PITCH = 8;
/** Dots stand beside and above one another; more than fit here are a bar. */
const ACROSS = 2;
const HIGH = 5;
const LETTERS = 14;
const SMALL_LETTERS = 11;
/** A bar of ten times as many is so much higher. */
const HIGHER = 0.7;

/** One frame. */
export interface Frame {
  standing: Standing;
  tokens: readonly Token[];
  /** How large the picture is. */
  scale: number;
  /** Whether queues are bars and no dots. */
  isStill: boolean;
}

export interface FlowPainter {
  /** For how many tokens there is room on an arrow. */
  room(record: number, scale: number): number;
  show(frame: Frame): void;
}

export function createFlowPainter(root: SVGElement, painting: Painting, reel: Reel): FlowPainter {
  const lines = reel.records.map((id) => lineOf(painting, id));
  const marks = reel.records.flatMap((id, record): Mark[] => {
    const area = id.startsWith("step/") ? painting.areas[id] : undefined;
    return area ? [createMark(record, area, painting.frame.y)] : [];
  });
  const circles: SVGElement[] = [];
  const ground = made("g", "replay-tokens");
  root.replaceChildren(ground, ...marks.map((mark) => mark.node));
  return {
    room: (record, scale) => {
      const length = lines[record]?.lengths.at(-1) ?? 0;
      return Math.max(1, Math.floor(length / (unitAt(scale) * 2.4 * TOKEN)));
    },
    show({ standing, tokens, scale, isStill }) {
      const unit = unitAt(scale);
      const letters = lettersAt(scale);
      const isBars = isStill || scale < FAR;
      for (const mark of marks) {
        const [waiting, working] = [standing.waiting[mark.record], standing.working[mark.record]];
        renewMark(mark, { waiting: waiting ?? 0, working: working ?? 0, unit, letters, isBars });
      }
      while (circles.length < tokens.length) {
        const circle = made("circle", "replay-token");
        circles.push(circle);
        ground.append(circle);
      }
      circles.forEach((circle, n) => {
        const token = tokens[n];
        moveToken(circle, token, token && lines[token.record], unit);
      });
    },
  };
}

/** How large what is one pixel large is in the picture: very near it grows along. */
function unitAt(scale: number): number {
  return Math.min(Math.max(scale / NEAR, LEAST), 1) / within(scale);
}

/** How large letters are in the picture: on the screen they can always be read. */
function lettersAt(scale: number): number {
  return Math.max(LETTERS * unitAt(scale), SMALL_LETTERS / within(scale));
}

function within(scale: number): number {
  return Math.min(Math.max(scale, 0.05), 1.4);
}

function moveToken(circle: SVGElement, token?: Token, line?: Line, unit = 1) {
  if (!token || !line) {
    circle.setAttribute("display", "none");
    return;
  }
  const { x, y } = placeOn(line, token.along);
  // As one for many it is larger, and never larger than a step is high.
  const size = TOKEN * (1 + Math.min(Math.log10(token.count), 1.5) * 0.7);
  circle.removeAttribute("display");
  circle.setAttribute("cx", x.toFixed(1));
  circle.setAttribute("cy", y.toFixed(1));
  circle.setAttribute("r", (size * unit).toFixed(1));
}

/** What stands at one step. */
interface Mark {
  record: number;
  area: Rect;
  /** The upper edge of the paper. */
  top: number;
  node: SVGElement;
  dots: SVGElement;
  bar: SVGElement;
  count: SVGElement;
  desk: SVGElement;
  busy: SVGElement;
  /** What it shows. */
  had?: MarkState;
}

interface MarkState {
  waiting: number;
  working: number;
  unit: number;
  letters: number;
  /** Whether a queue is a bar, however short it is. */
  isBars: boolean;
}

function createMark(record: number, area: Rect, top: number): Mark {
  const node = made("g", "replay-mark");
  const [dots, bar] = [made("path", "replay-dots"), made("rect", "replay-bar")];
  const [count, busy] = [made("text", "replay-count"), made("text", "replay-busy")];
  const desk = made("rect", "replay-desk");
  node.append(dots, bar, count, desk, busy);
  return { record, area, top, node, dots, bar, count, desk, busy };
}

function renewMark(mark: Mark, state: MarkState) {
  const { had } = mark;
  const isZoomed = had?.unit !== state.unit;
  if (isZoomed || had.waiting !== state.waiting || had.isBars !== state.isBars) {
    showQueue(mark, state);
  }
  if (isZoomed || had.working !== state.working) showDesk(mark, state);
  mark.had = state;
}

/** A column out of the step's upper edge at the right: two dots beside each other, from eleven on a bar; the number above. */
function showQueue({ area, top, dots, bar, count }: Mark, state: MarkState) {
  const { waiting, unit, letters, isBars } = state;
  const pitch = PITCH * unit;
  const left = area.x + area.w - (ACROSS + 0.5) * pitch;
  const isBar = waiting > 0 && (isBars || waiting > ACROSS * HIGH);
  const rows = isBar ? barHeight(waiting) : Math.ceil(waiting / ACROSS);
  // Above the upper edge of the paper nobody would see it.
  const high = Math.min(rows * pitch, Math.max(area.y - top - letters, pitch / 2));
  dots.setAttribute("d", isBar ? "" : column(waiting, { x: left, y: area.y, unit }));
  place(bar, isBar ? { x: left, y: area.y - high, w: ACROSS * pitch, h: high } : undefined);
  write(count, waiting, {
    x: left + (ACROSS * pitch) / 2,
    y: area.y - high - 3 * unit,
    size: letters,
  });
}

/** In rows of dots. Up to ten it is as high as they are, and then it grows with the number's length. */
function barHeight(waiting: number): number {
  const most = ACROSS * HIGH;
  if (waiting <= most) return Math.max(waiting / ACROSS, 0.5);
  return HIGH * (1 + HIGHER * Math.log10(waiting / most));
}

function column(n: number, { x, y, unit }: { x: number; y: number; unit: number }): string {
  const [pitch, r] = [PITCH * unit, DOT * unit];
  const dots = Array.from({ length: n }, (_, dot) => {
    const left = x + ((dot % ACROSS) + 0.5) * pitch - r;
    const middle = y - (Math.floor(dot / ACROSS) + 0.5) * pitch;
    return `M${left.toFixed(1)} ${middle.toFixed(1)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
  });
  return dots.join("");
}

/** How many are worked on, on the lower edge of the step. */
function showDesk({ area, desk, busy }: Mark, { working, unit, letters }: MarkState) {
  const w = (String(working).length * 0.65 + 0.6) * letters;
  const h = 1.25 * letters;
  const box = { x: area.x + area.w - w - 4 * unit, y: area.y + area.h - h * 0.6, w, h };
  place(desk, working > 0 ? box : undefined, 3 * unit);
  write(busy, working, { x: box.x + w / 2, y: box.y + h - 0.3 * letters, size: letters });
}

function place(rect: SVGElement, box: Rect | undefined, radius = 0) {
  if (!box) {
    rect.setAttribute("display", "none");
    return;
  }
  rect.removeAttribute("display");
  rect.setAttribute("x", box.x.toFixed(1));
  rect.setAttribute("y", box.y.toFixed(1));
  rect.setAttribute("width", box.w.toFixed(1));
  rect.setAttribute("height", box.h.toFixed(1));
  rect.setAttribute("rx", radius.toFixed(1));
}

function write(text: SVGElement, n: number, at: { x: number; y: number; size: number }) {
  text.textContent = n > 0 ? String(n) : "";
  text.setAttribute("x", at.x.toFixed(1));
  text.setAttribute("y", at.y.toFixed(1));
  text.setAttribute("font-size", at.size.toFixed(1));
}

function made(tag: "g" | "path" | "rect" | "circle" | "text", name: string): SVGElement {
  const node = document.createElementNS(SVG, tag);
  node.setAttribute("class", name);
  return node;
}
