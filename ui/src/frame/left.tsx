/** The flow beside its picture, in one of its forms: the other ones are a tab away. */
import type { PanelProps } from "../app";
import { panelsIn } from "../panel";
import { t } from "../text";
import { Tabs } from "../widgets/tabs";

export function Left({ app, act }: PanelProps) {
  const forms = panelsIn("left");
  const open = forms.find((panel) => panel.id === app.left) ?? forms[0];
  return (
    <aside className="left" aria-label={t("ui-frame-left")}>
      {open && forms.length > 1 ? (
        <Tabs
          label={t("ui-frame-forms")}
          items={forms.map((panel) => ({
            id: panel.id,
            word: t(panel.label),
            content: panel === open && <panel.View app={app} act={act} />,
          }))}
          selected={open.id}
          onSelect={(left) => act.show({ left })}
        />
      ) : (
        open && <open.View app={app} act={act} />
      )}
    </aside>
  );
}
