/** The tabs at the right: one thing at a time about what is chosen. */
import { memo, useDeferredValue } from "react";
import type { PanelProps } from "../app";
import { panelsIn } from "../panel";
import { t } from "../text";
import { Tabs } from "../widgets/tabs";

/** The picture comes first: the tabs follow in the next moment, and only with the latest of several edits. */
export function Right({ app, act }: PanelProps) {
  return <Following app={useDeferredValue(app)} act={act} />;
}

const Following = memo(function Following({ app, act }: PanelProps) {
  const items = panelsIn("right").map((panel) => ({
    id: panel.id,
    word: t(panel.label),
    count: panel.count?.(app),
    content: <panel.View app={app} act={act} />,
  }));
  return (
    <aside className="right">
      <Tabs
        label={t("ui-frame-tabs")}
        items={items}
        selected={app.panel}
        onSelect={(panel) => act.show({ panel })}
      />
    </aside>
  );
});
