/** Cards dragged to another place in the list, also under the heading of another phase. */
import type { RefObject } from "react";
import {
  type DragAndDropHooks,
  type DragAndDropOptions,
  type DropTarget,
  useDragAndDrop,
} from "react-aria-components";
import type { Act, App } from "../../app";
import { t } from "../../text";
import { isNode, nameOf } from "../../tools/graph";
import { movedTo } from "./reorder";

/** `frame` is what the list is in; what is dragged moves in the view of that moment. */
export function useCardDrag(
  now: RefObject<App>,
  act: Act,
  frame: RefObject<HTMLElement | null>,
): DragAndDropHooks {
  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: now.current.view?.project.read_only ?? true,
    getItems: (keys) => [...keys].map((key) => ({ "text/plain": String(key) })),
    dropTargetDelegate: betweenRows(frame),
    shouldAcceptItemDrop: () => false,
    onMove: ({ keys, target }) => {
      const [id] = [...keys].map(String);
      const { view } = now.current;
      const beside = String(target.key);
      if (!view || !id || !isNode(beside) || beside === id) return;
      const place = target.dropPosition === "before" ? { before: beside } : { after: beside };
      void act.send(movedTo(view, id, place, t("ui-tool-moved", { name: nameOf(view, id) })));
    },
  });
  return dragAndDropHooks;
}

type Delegate = NonNullable<DragAndDropOptions["dropTargetDelegate"]>;

/** Before or after the nearest row. The list's own way to find it does not look into sections. */
function betweenRows(frame: RefObject<HTMLElement | null>): Delegate {
  return {
    getDropTargetFromPoint: (_x, y): DropTarget => {
      const grid = frame.current?.querySelector("[role=grid]");
      const rows = [...(grid?.querySelectorAll<HTMLElement>("[role=row][data-key]") ?? [])];
      const at = y + (grid?.getBoundingClientRect().top ?? 0);
      const below = rows.find((row) => row.getBoundingClientRect().bottom > at) ?? rows.at(-1);
      const key = below?.dataset.key;
      if (!below || key === undefined) return { type: "root" };
      const { top, height } = below.getBoundingClientRect();
      return { type: "item", key, dropPosition: at < top + height / 2 ? "before" : "after" };
    },
  };
}
