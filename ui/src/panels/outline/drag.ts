/** Cards dragged to another place in the list. */
import { type DragAndDropHooks, useDragAndDrop } from "react-aria-components";
import type { Act, App } from "../../app";
import { t } from "../../text";
import { isNode } from "../flow-records";
import { movedTo } from "./reorder";

export function useCardDrag(app: App, act: Act): DragAndDropHooks {
  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: app.view?.project.read_only ?? true,
    getItems: (keys) => [...keys].map((key) => ({ "text/plain": String(key) })),
    onReorder: ({ keys, target }) => {
      const { view } = app;
      const [id] = [...keys].map(String);
      const beside = String(target.key);
      if (!view || !id || !isNode(beside)) return;
      const place = target.dropPosition === "before" ? { before: beside } : { after: beside };
      void act.send(movedTo(view, id, place, t("command-reorder")));
    },
  });
  return dragAndDropHooks;
}
