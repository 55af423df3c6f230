/** What people allow of a package: who may have to agree, what it may cost, how many changes may come at once. */
import "./conditions.css";
import type { Authority } from "../../generated/Authority";
import type { Cost } from "../../generated/Cost";
import type { Limits } from "../../generated/Limits";
import { t } from "../../text";
import { Choice } from "../../widgets/choice";
import { Fold } from "../fold";

const AUTHORITIES: readonly Authority[] = ["section", "department", "mayor", "assembly"];
const COSTS: readonly Cost[] = ["low", "middle", "high"];
/** More changes than these at once are the same as all of them. */
const NUMBERS = [1, 3, 5, 7, 10];

/** Nothing is limited. */
const OPEN = "open";

interface LimitFieldsProps {
  limits: Limits;
  change(limits: Limits): void;
}

export function LimitFields({ limits, change }: LimitFieldsProps) {
  const { authority, cost, changes } = limits;
  const open = { value: OPEN, word: t("ui-limits-open") };
  return (
    <Fold title={t("ui-limits")}>
      <div className="limits">
        <Choice
          label={t("ui-limits-authority")}
          value={authority ?? OPEN}
          options={[
            open,
            ...AUTHORITIES.map((one) => ({ value: one, word: t(`ui-limits-authority-${one}`) })),
          ]}
          onChange={(chosen) => {
            const found = AUTHORITIES.find((one) => one === chosen);
            change(limited(limits, "authority", found));
          }}
        />
        <Choice
          label={t("ui-limits-cost")}
          value={cost ?? OPEN}
          options={[
            open,
            ...COSTS.map((one) => ({ value: one, word: t(`ui-limits-cost-${one}`) })),
          ]}
          onChange={(chosen) => {
            const found = COSTS.find((one) => one === chosen);
            change(limited(limits, "cost", found));
          }}
        />
        <Choice
          label={t("ui-limits-changes")}
          hint={t("ui-limits-changes-why")}
          value={changes === undefined ? OPEN : String(changes)}
          options={[
            open,
            ...NUMBERS.map((n) => ({ value: String(n), word: t("ui-limits-changes-n", { n }) })),
          ]}
          onChange={(chosen) => {
            const found = NUMBERS.find((n) => String(n) === chosen);
            change(limited(limits, "changes", found));
          }}
        />
      </div>
    </Fold>
  );
}

/** `limits` with another bound for `what`, or none. */
function limited<K extends keyof Limits>(limits: Limits, what: K, bound: Limits[K]): Limits {
  const { [what]: _, ...others } = limits;
  return bound === undefined ? (others as Limits) : { ...limits, [what]: bound };
}
