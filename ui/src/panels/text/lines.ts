/** Lines of a text, and the things of the flow that stand on them: pure. */
import type { RecordId } from "../../contract";

export interface TextLine {
  id: RecordId;
  /** From 1. */
  line: number;
}

/** The line, from 1, on which the place `offset` lies. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) {
    line += 1;
  }
  return line;
}

export function countOf(text: string): number {
  return lineAt(text, text.length + 1);
}

/** What line number `line` tells about: the thing that stands there or last above it. */
export function toldOn(lines: readonly TextLine[], line: number): RecordId | undefined {
  let told: TextLine | undefined;
  for (const it of lines) {
    if (it.line <= line && (!told || it.line > told.line)) told = it;
  }
  return told?.id;
}

/** Where `ids` stand. */
export function linesOf(lines: readonly TextLine[], ids: readonly RecordId[]): number[] {
  const wanted = new Set(ids);
  return lines.filter(({ id }) => wanted.has(id)).map(({ line }) => line);
}
