/** What the items of a step are about. An item is the same for every step that uses it. */
import { t } from "../../text";
import { itemsAt } from "./access";
import { WordAttribute } from "./attribute-fields";
import { Group } from "./group";
import type { WorkProps } from "./work-fields";

export function ItemClasses({ app, act, ids }: WorkProps) {
  const items = app.view ? itemsAt(app.view, ids) : [];
  if (items.length === 0) return null;
  return (
    <Group title={t("ui-step-group-classes")}>
      <p className="field-hint">{t("ui-step-classes-hint")}</p>
      <div className="pair item-classes">
        {items.map(({ id, fields }) => (
          <WordAttribute
            key={id}
            app={app}
            act={act}
            ids={[id]}
            attribute="class"
            label={fields.name}
            vocabulary="item_class"
          />
        ))}
      </div>
    </Group>
  );
}
