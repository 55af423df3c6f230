/** Every panel of one slot, in the order of the list. */
import { memo } from "react";
import type { Panel, PanelProps } from "../app";
import { panelsIn } from "../panel";

export function Slot({ app, act, of }: PanelProps & { of: Panel["slot"] }) {
  return panelsIn(of).map((panel) => <panel.View key={panel.id} app={app} act={act} />);
}

/** The same, made anew only where what it is given changed: a late `app` keeps it out of the way of the picture. */
export const LateSlot = memo(Slot);
