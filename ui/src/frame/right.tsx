/** The tabs at the right: one thing at a time about what is chosen. */
import { memo } from "react";
import type { PanelProps } from "../app";
import { useLateEdits } from "../late";
import { panelsIn } from "../panel";
import { t } from "../text";
import { Tabs } from "../widgets/tabs";

/**
 * The picture comes first: what the tabs hold follows in the next moment, and only with the latest of several edits.
 * Which of them is open is never late: who presses a tab means what is there.
 */
export function Right({ app, act }: PanelProps) {
  return <Following app={useLateEdits(app)} act={act} open={app.panel} />;
}

interface FollowingProps extends PanelProps {
  open: string;
}

const Following = memo(function Following({ app, act, open }: FollowingProps) {
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
        selected={open}
        onSelect={(panel) => act.show({ panel })}
      />
    </aside>
  );
});
