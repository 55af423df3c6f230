/** The tour begins on a copy of an example, so that nothing can be spoilt. */
import type { Act } from "../../app";

/** An example with a few steps, in which there is something to find. */
const SAMPLE = "resident-record-by-mail";

export async function beginTour(act: Act): Promise<void> {
  act.closeDialog();
  await act.openSample(SAMPLE);
  act.show({ panel: "step", middle: "picture", left: "outline" });
  act.guide(0);
}
