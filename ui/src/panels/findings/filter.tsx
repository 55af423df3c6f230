/** Shows findings of one weight only. */
import { t } from "../../text";
import { Switch } from "../../widgets/choice";
import type { Level } from "../told";
import { LEVELS } from "./grouping";

interface FilterProps {
  level: Level | "all";
  counts: Record<Level, number>;
  total: number;
  choose(level: Level | "all"): void;
}

export function Filter({ level, counts, total, choose }: FilterProps) {
  const present = LEVELS.filter((one) => counts[one] > 0 || one === level);
  if (present.length < 2) return null;
  const word = (one: Level) => `${t(`ui-level-${one}`)} ${counts[one]}`;
  return (
    <div className="findings-filter">
      <Switch<Level | "all">
        label={t("ui-findings-filter")}
        value={level}
        options={[
          { value: "all", word: `${t("ui-level-all")} ${total}` },
          ...present.map((one) => ({ value: one, word: word(one) })),
        ]}
        onChange={choose}
      />
    </div>
  );
}
