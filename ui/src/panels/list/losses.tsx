/** What of a list is not used as it stands. */
import type { ListPreview } from "../../contract";
import { t } from "../../text";

export function Losses({ losses }: Pick<ListPreview, "losses">) {
  if (losses.length === 0) return null;
  return (
    <section className="listing-losses" aria-label={t("ui-list-losses", { n: losses.length })}>
      <h3>{t("ui-list-losses", { n: losses.length })}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is moved with the arrow keys */}
      <ul tabIndex={0}>
        {losses.map(({ sentence }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two losses may read alike
          <li key={place}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
