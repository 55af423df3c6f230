/** The tour begins on a copy of an example, so that nothing can be spoilt. */
import type { Act } from "../../app";

/** Work that every office knows, in which there is something to find and to do better. */
const SAMPLE = "travel-expense-payment";

export async function beginTour(act: Act): Promise<void> {
  act.closeDialog();
  await act.openSample(SAMPLE);
  act.show({ panel: "step", middle: "picture", left: "outline" });
  act.guide(0);
}
