/** Every key, from the one table of shortcuts. */
import { Fragment } from "react";
import { shown } from "../../keys";
import { type Scope, shortcuts } from "../../shortcuts";
import { t } from "../../text";

const SCOPES: readonly Scope[] = ["anywhere", "canvas", "cards", "table"];

export function Keys() {
  return (
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
  );
}
