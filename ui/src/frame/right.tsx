/** The tabs at the right: one thing at a time about what is chosen. */
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import type { PanelProps } from "../app";
import { panelsIn } from "../panel";
import { t } from "../text";

export function Right({ app, act }: PanelProps) {
  return (
    <Tabs
      className="right"
      selectedKey={app.panel}
      onSelectionChange={(key) => act.show({ panel: String(key) })}
    >
      <TabList aria-label={t("ui-tabs")}>
        {panelsIn("right").map((panel) => (
          <Tab key={panel.id} id={panel.id}>
            {t(panel.label)} {panel.count?.(app)}
          </Tab>
        ))}
      </TabList>
      {panelsIn("right").map((panel) => (
        <TabPanel key={panel.id} id={panel.id}>
          <panel.View app={app} act={act} />
        </TabPanel>
      ))}
    </Tabs>
  );
}
