/** Scene to SVG nodes: the same nodes, attributes and numbers as crates/render/src/export/svg.rs. */
import type { Item, Paint, Scene, Segment, Stroke } from "../contract";

/** One node before it is in a document. */
export interface Painted {
  tag: "svg" | "g" | "rect" | "path" | "text" | "image" | "title";
  attributes: Readonly<Record<string, string>>;
  /** Nodes within it, or its letters. */
  content: readonly Painted[] | string;
}

const PAPER = "#ffffff";
const FAMILIES = "BIZ UDPGothic, Noto Sans JP, sans-serif";

/** The whole scene as a standalone document. */
export function paint(scene: Scene): Painted {
  const { frame } = scene;
  const [w, h] = [number(Math.max(frame.w, 1)), number(Math.max(frame.h, 1))];
  const attributes = {
    xmlns: "http://www.w3.org/2000/svg",
    "xmlns:xlink": "http://www.w3.org/1999/xlink",
    version: "1.1",
    width: w,
    height: h,
    viewBox: `${number(frame.x)} ${number(frame.y)} ${w} ${h}`,
    "xml:lang": scene.language,
    "font-family": FAMILIES,
    kerning: "0",
    "font-kerning": "none",
  };
  const ground: Item = { type: "rect", area: frame, radius: 0, paint: { fill: PAPER } };
  const items = [ground, ...scene.items].map(painted);
  return { tag: "svg", attributes, content: [...titled(scene.title), ...items] };
}

/** One item and all within it. */
export function painted(item: Item): Painted {
  switch (item.type) {
    case "group":
      return {
        tag: "g",
        attributes: item.id === undefined ? {} : { "data-id": item.id },
        content: [...titled(item.title), ...item.items.map(painted)],
      };
    case "rect": {
      const radius = item.radius > 0 ? { rx: number(item.radius) } : {};
      return bare("rect", { ...box(item.area), ...radius, ...coloured(item.paint) });
    }
    case "path":
      return bare("path", { d: outline(item.segments), ...coloured(item.paint) });
    case "text":
      return {
        tag: "text",
        attributes: {
          x: number(item.at.x),
          y: number(item.at.y),
          "font-size": number(Math.max(item.size, 0)),
          fill: item.colour,
          "xml:space": "preserve",
          ...(item.weight === "bold" ? { "font-weight": "bold" } : {}),
        },
        content: clean(item.content),
      };
    case "image":
      return bare("image", { ...box(item.area), "xlink:href": clean(item.source) });
  }
}

function bare(tag: Painted["tag"], attributes: Painted["attributes"]): Painted {
  return { tag, attributes, content: [] };
}

function titled(title: string | undefined): Painted[] {
  return title ? [{ tag: "title", attributes: {}, content: clean(title) }] : [];
}

function box(area: { x: number; y: number; w: number; h: number }) {
  return {
    x: number(area.x),
    y: number(area.y),
    width: number(Math.max(area.w, 0)),
    height: number(Math.max(area.h, 0)),
  };
}

/** The `d` of a path. */
export function outline(segments: readonly Segment[]): string {
  return segments.map(piece).join("");
}

function piece(segment: Segment): string {
  if (segment === "close") return "Z";
  if ("move" in segment) return `M${pair(segment.move)}`;
  if ("line" in segment) return `L${pair(segment.line)}`;
  return `C${segment.curve.map(pair).join(" ")}`;
}

function pair(point: { x: number; y: number }): string {
  return `${number(point.x)} ${number(point.y)}`;
}

function coloured(paint: Paint): Record<string, string> {
  return { fill: paint.fill ?? "none", ...(paint.stroke ? stroked(paint.stroke) : {}) };
}

function stroked(stroke: Stroke): Record<string, string> {
  const dash = stroke.dash ?? [];
  return {
    stroke: stroke.colour,
    "stroke-width": number(stroke.width),
    ...(dash.length > 0 ? { "stroke-dasharray": dash.map(number).join(" ") } : {}),
    ...(stroke.is_round ? { "stroke-linecap": "round", "stroke-linejoin": "round" } : {}),
  };
}

/** A number as it stands in files, to a hundredth: halves away from zero, never "-0". */
function number(value: number): string {
  if (!Number.isFinite(value)) return "0";
  const rounded = (Math.sign(value) * Math.round(Math.abs(value) * 100)) / 100;
  return String(rounded + 0);
}

/** `text` without the characters that XML forbids, and on one line. */
function clean(text: string): string {
  return text.replace(/[\t\n\r]/g, " ").replace(/[\p{Cc}\ufffe\uffff]/gu, "");
}
