/** What a file of another program held that Kaizu could not take, said once after it was read. */
import { useEffect, useState } from "react";
import type { PanelProps } from "../../app";
import type { Loss } from "../../contract";
import { t } from "../../text";
import { Sheet } from "../../widgets/sheet";

export function Losses({ app }: PanelProps) {
  const [told, setTold] = useState<readonly Loss[]>([]);
  const fresh = app.view?.losses;
  useEffect(() => {
    if (fresh && fresh.length > 0) setTold(fresh);
  }, [fresh]);
  if (told.length === 0) return null;
  const close = () => setTold([]);
  return (
    <Sheet
      title={t("ui-losses-title", { n: told.length })}
      close={t("ui-losses-close")}
      onClose={close}
    >
      <p>{t("ui-losses-why")}</p>
      <ul className="losses">
        {told.map((loss, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and two losses may read alike
          <li key={n}>{loss.sentence}</li>
        ))}
      </ul>
    </Sheet>
  );
}
