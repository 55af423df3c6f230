/** Language and brightness of the window. */
import type { PanelProps } from "../../app";
import type { Language } from "../../contract";
import { t } from "../../text";
import { Choice } from "../../widgets/choice";

/** Each language in its own words, so that whoever speaks it finds it. */
const LANGUAGES: { value: Language; word: string }[] = [
  { value: "ja", word: "日本語" },
  { value: "en", word: "English" },
];

const APPEARANCES = ["system", "light", "dark"] as const;

export function Preferences({ app, act }: PanelProps) {
  return (
    <div className="preferences">
      <Choice
        label={t("ui-theme")}
        isLabelHidden
        value={app.hello?.appearance}
        options={APPEARANCES.map((value) => ({ value, word: t(`ui-theme-${value}`) }))}
        onChange={act.setAppearance}
      />
      <Choice
        label={t("ui-language")}
        isLabelHidden
        value={app.hello?.language}
        options={LANGUAGES}
        onChange={act.setLanguage}
      />
    </div>
  );
}
