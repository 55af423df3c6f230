/** The header: what is open, which flow, undo and redo by name, saved, and what the panels add. */
import { Button } from "react-aria-components";
import type { PanelProps } from "../app";
import { panelsIn } from "../panel";
import { t } from "../text";

export function Header({ app, act }: PanelProps) {
  const { view } = app;
  return (
    <header className="header">
      <h1>{view?.project.name ?? t("ui-product")}</h1>
      <Button isDisabled={!view?.undo_label} onPress={act.undo}>
        {t("ui-undo", { what: view?.undo_label ?? "" })}
      </Button>
      <Button isDisabled={!view?.redo_label} onPress={act.redo}>
        {t("ui-redo", { what: view?.redo_label ?? "" })}
      </Button>
      {panelsIn("header").map((panel) => (
        <panel.View key={panel.id} app={app} act={act} />
      ))}
    </header>
  );
}
