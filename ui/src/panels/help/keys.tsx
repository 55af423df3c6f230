/** Every key, from the one table of shortcuts. */
import { Fragment } from "react";
import { shown } from "../../keys";
import type { Scope } from "../../shortcut";
import { shortcuts } from "../../shortcuts";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import "../print/print.css";

const SCOPES: readonly Scope[] = [
  "anywhere",
  "steps",
  "canvas",
  "cards",
  "table",
  "voices",
  "replay",
];

export function Keys() {
  return (
    <div className="print-out">
      <Button kind="link" onPress={() => window.print()}>
        {t("ui-keys-print")}
      </Button>
      <div className="keys">
        {SCOPES.map((scope) => (
          <table key={scope}>
            <caption>{t(`ui-keys-${scope}`)}</caption>
            <tbody>
              {shortcuts
                .filter((shortcut) => shortcut.scope === scope)
                .map(({ id, keys }) => (
                  <tr key={id}>
                    <th scope="row">{t(`ui-key-${id}`)}</th>
                    <td>
                      {keys.map((key, place) => (
                        <Fragment key={key}>
                          {place > 0 && " "}
                          <kbd>{shown(key)}</kbd>
                        </Fragment>
                      ))}
                    </td>
                  </tr>
                ))}
            </tbody>
          </table>
        ))}
      </div>
    </div>
  );
}
