/** Asks for a proposal and shows it beside the as-is. */
import type { Act, App } from "../../app";
import type { Limits } from "../../generated/Limits";

/** How far a proposal may go, the nearest first. */
export const PACKAGES = ["fast", "rules", "free"] as const;
export type Package = (typeof PACKAGES)[number];

/** Composes one from the as-is; when it is done, the two stand side by side. */
export async function composed(
  app: App,
  act: Act,
  range: Package,
  limits: Limits = {},
): Promise<void> {
  const job = { id: "propose", label: "ui-propose-working" };
  const looked = app.view?.flows.find((flow) => flow.id === app.view?.flow);
  if (looked?.variant === "to_be" && looked.made_from) {
    await act.ask("look", { flow: looked.made_from });
  }
  const view = await act.work("propose", { package: range, limits, job: job.id }, job);
  if (view) act.show({ middle: "compare" });
}
