/** The seals that are put on. */
import { t } from "../../text";
import { Tick } from "../../widgets/tick";
import { type AttributeProps, common, setAttribute, wordsOf } from "./attribute";

export function SealFields({ app, act, ids }: Omit<AttributeProps, "attribute" | "label">) {
  const value = common(app.view, ids, "seals").value;
  const seals = Array.isArray(value) ? value.map(String) : [];
  return (
    <fieldset className="seals">
      <legend className="field-label">{t("ui-step-seals")}</legend>
      {wordsOf(app, "seal_kind").map(({ value: seal, word }) => {
        const n = seals.filter((other) => other === seal).length;
        return (
          <Tick
            key={seal}
            word={n > 1 ? `${word} ×${n}` : word}
            value={n > 0}
            onChange={(isPut) => {
              const rest = seals.filter((other) => other !== seal);
              void setAttribute(act, ids, "seals", isPut ? [...rest, seal] : rest);
            }}
          />
        );
      })}
    </fieldset>
  );
}
