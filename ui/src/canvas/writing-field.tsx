/** The field for a name on the picture: where the step is or will be. */
import { useRef, useState } from "react";
import type { Act, Camera, Writing } from "../app";
import type { View } from "../contract";
import { t } from "../text";
import { boxOf, firstName, wrote } from "../tools/writing";
import { NameField } from "../widgets/name-field";
import { toScreen } from "./camera";
import { lengthOf } from "./letters";

/** Letters in the field are never smaller than they can be read. */
const NARROWEST = 150;
/** It grows with what is written, up to this: most names can be seen whole. */
const WIDEST = 380;
/** A letter of the field, and what is beside the text. */
const LETTER = 14;
const BESIDE = 32;

export interface WritingFieldProps {
  act: Act;
  view: View;
  writing: Writing;
  camera: Camera;
  /** After writing or giving up. */
  onEnd: () => void;
}

export function WritingField({ view, writing, camera, act, onEnd }: WritingFieldProps) {
  const box = boxOf(view, writing);
  const at = toScreen(camera, box);
  const [text, setText] = useState(() => firstName(view, writing));
  const width = widthFor(text, box.w * camera.scale);
  const isLeft = useRef(false);
  const commit = async (name: string) => {
    const make = wrote(view, writing, name);
    if (!make) return onEnd();
    let written: number | undefined;
    await act.send(
      (ids) => make(() => noted(ids())),
      () => {
        // Whoever went on meanwhile, perhaps to write the next one, is left alone.
        if (isLeft.current) return;
        onEnd();
        if (written !== undefined) act.select([`step/${written}`], { reveal: true });
      },
    );
    // The first id that a command takes is the new step's.
    function noted(id: number): number {
      written ??= id;
      return id;
    }
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keeps what happens in the field from the canvas around it
    <div
      className="canvas-writing"
      ref={(node) => {
        if (!node) return;
        node.style.left = `min(${at.x}px, calc(100% - ${width + 8}px))`;
        node.style.top = `${at.y + (box.h * camera.scale) / 2 - 18}px`;
        node.style.width = `${width}px`;
      }}
      onInput={({ target }) => {
        if (target instanceof HTMLInputElement) setText(target.value);
      }}
      onBlur={() => {
        isLeft.current = true;
        act.write(undefined);
      }}
      onKeyDown={(event) => event.stopPropagation()}
      onPointerDown={(event) => event.stopPropagation()}
    >
      <NameField
        label={t(writing.kind === "rename" ? "ui-canvas-rename" : "ui-canvas-new-step")}
        isLabelHidden
        value={firstName(view, writing)}
        placeholder={t("ui-canvas-name")}
        onCommit={commit}
        onCancel={onEnd}
        autoFocus
      />
    </div>
  );
}

/** How wide the field is: as its box, and wider where the name needs it. */
export function widthFor(text: string, box: number): number {
  const needed = Math.min(lengthOf(text) * LETTER + BESIDE, WIDEST);
  return Math.ceil(Math.max(box, needed, NARROWEST));
}
