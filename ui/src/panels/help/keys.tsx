/** Every key, from the one table of shortcuts. */
import { shown } from "../../keys";
import { type Scope, shortcuts } from "../../shortcuts";
import { t } from "../../text";

const SCOPES: readonly Scope[] = ["anywhere", "cards", "canvas"];

export function Keys() {
  return (
    <div className="keys">
      {SCOPES.map((scope) => (
        <section key={scope}>
          <h3>{t(`ui-keys-${scope}`)}</h3>
          <table>
            <tbody>
              {shortcuts
                .filter((shortcut) => shortcut.scope === scope)
                .map((shortcut) => (
                  <tr key={shortcut.id}>
                    <th scope="row">{t(`ui-key-${shortcut.id}`)}</th>
                    <td>
                      {shortcut.keys.map((key) => (
                        <kbd key={key}>{shown(key)}</kbd>
                      ))}
                    </td>
                  </tr>
                ))}
            </tbody>
          </table>
        </section>
      ))}
    </div>
  );
}
