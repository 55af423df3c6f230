/** The seals that are put on. */
import { t } from "../../text";
import { Tick } from "../../widgets/tick";
import { type AttributeProps, changeAttribute, common, wordsOf } from "./attribute";

export function SealFields({ app, act, ids }: Omit<AttributeProps, "attribute" | "label">) {
  const seals = sealsIn(common(app.view, ids, "seals").value);
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
              void changeAttribute(act, ids, "seals", (had) => {
                const rest = sealsIn(had).filter((other) => other !== seal);
                return isPut ? [...rest, seal] : rest;
              });
            }}
          />
        );
      })}
    </fieldset>
  );
}

function sealsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
