/** Every panel of one slot, in the order of the list. */
import type { Panel, PanelProps } from "../app";
import { panelsIn } from "../panel";

export function Slot({ app, act, of }: PanelProps & { of: Panel["slot"] }) {
  return panelsIn(of).map((panel) => <panel.View key={panel.id} app={app} act={act} />);
}
