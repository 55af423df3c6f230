/** The field for a name on the picture: where the step is or will be. */
import { useRef } from "react";
import type { Act, Camera, Writing } from "../app";
import type { View } from "../contract";
import { t } from "../text";
import { boxOf, firstName, wrote } from "../tools/writing";
import { NameField } from "../widgets/name-field";
import { toScreen } from "./camera";

/** Letters in the field are never smaller than they can be read. */
const NARROWEST = 150;

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
  const width = Math.max(box.w * camera.scale, NARROWEST);
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
        node.style.left = `${at.x}px`;
        node.style.top = `${at.y + (box.h * camera.scale) / 2 - 18}px`;
        node.style.width = `${width}px`;
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
