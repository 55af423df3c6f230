/** Shows findings of one weight or one theme only. */
import type { Theme } from "../../generated/Theme";
import { t } from "../../text";
import { Choice, Switch } from "../../widgets/choice";
import type { Finding, Level } from "../told";
import { LEVELS, themesOf } from "./grouping";

export interface Narrow {
  level: Level | "all";
  theme: Theme | "all";
}

/** Everything. */
export const ALL: Narrow = { level: "all", theme: "all" };

/** Whether a finding is among those asked for. */
export function isAmong({ level, theme }: Narrow, finding: Finding): boolean {
  return (
    (level === "all" || finding.level === level) && (theme === "all" || finding.theme === theme)
  );
}

interface FilterProps {
  narrow: Narrow;
  open: readonly Finding[];
  counts: Record<Level, number>;
  choose(narrow: Narrow): void;
}

export function Filter({ narrow, open, counts, choose }: FilterProps) {
  const { level, theme } = narrow;
  const present = LEVELS.filter((one) => counts[one] > 0 || one === level);
  const themes = themesOf(open);
  if (present.length < 2 && themes.length < 2) return null;
  const word = (one: Level) => `${t(`ui-level-${one}`)} ${counts[one]}`;
  return (
    <div className="findings-filter">
      <Switch<Level | "all">
        label={t("ui-findings-filter")}
        value={level}
        options={[
          { value: "all", word: `${t("ui-level-all")} ${open.length}` },
          ...present.map((one) => ({ value: one, word: word(one) })),
        ]}
        onChange={(level) => choose({ ...narrow, level })}
      />
      <Choice<Theme | "all">
        label={t("ui-findings-theme")}
        isLabelHidden
        value={theme}
        options={[
          { value: "all", word: t("ui-theme-all") },
          ...themes.map(({ theme, n }) => ({
            value: theme,
            word: `${t(`ui-theme-${theme}`)} ${n}`,
          })),
        ]}
        onChange={(theme) => choose({ ...narrow, theme })}
      />
    </div>
  );
}
