/** What one did last, with what is in it; a file that is gone says so. */
import { Cell, Column, Row, Table, TableBody, TableHeader } from "react-aria-components";
import type { PanelProps } from "../../app";
import type { Recent } from "../../contract";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { when } from "./when";

export function RecentTable({ app, act }: PanelProps) {
  const recent = app.start?.recent ?? [];
  return (
    <section>
      <div className="start-heading">
        <h2>{t("ui-start-recent")}</h2>
        <Button kind="link" onPress={() => act.openDialog("backups")}>
          {t("ui-backups-start")}
        </Button>
      </div>
      {recent.length === 0 ? (
        <p className="start-empty">{t("ui-start-recent-none")}</p>
      ) : (
        <Table
          aria-label={t("ui-start-recent")}
          className="recent"
          onRowAction={(path) => {
            if (recent.some((it) => it.path === path && !it.missing)) void act.open(String(path));
          }}
        >
          <TableHeader className="recent-head">
            <Column isRowHeader>{t("ui-start-recent-name")}</Column>
            <Column>{t("ui-start-recent-section")}</Column>
            <Column>{t("ui-start-recent-content")}</Column>
            <Column>{t("ui-start-recent-when")}</Column>
            <Column>{t("ui-start-recent-open")}</Column>
          </TableHeader>
          <TableBody items={recent.map((it) => ({ id: it.path, it }))}>
            {({ id, it }) => (
              <Row id={id} className={it.missing ? "is-missing" : ""}>
                <Cell className="recent-name">
                  {it.name}
                  <span className="recent-file quiet small">{fileOf(it)}</span>
                </Cell>
                <Cell>{it.section ?? ""}</Cell>
                <Cell>{content(it)}</Cell>
                <Cell>{when(it.opened_at, Date.now(), app.hello?.language ?? "ja")}</Cell>
                <Cell className="recent-open">
                  {it.missing ? (
                    <>
                      <span className="recent-missing">{t("ui-start-recent-missing")}</span>
                      <Button kind="link" onPress={() => void act.forget(it.path)}>
                        {t("ui-start-recent-forget")}
                      </Button>
                    </>
                  ) : (
                    <Button kind="link" onPress={() => void act.open(it.path)}>
                      {t("ui-start-recent-open")}
                    </Button>
                  )}
                </Cell>
              </Row>
            )}
          </TableBody>
        </Table>
      )}
    </section>
  );
}

/** The name of the file: copies of one process are told apart by it. */
function fileOf({ path }: Recent): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

function content(it: Recent): string {
  const parts = [t("ui-start-recent-steps", { n: it.steps })];
  if (it.voices > 0) parts.push(t("ui-start-recent-voices", { n: it.voices }));
  if (it.proposals > 0) parts.push(t("ui-start-recent-proposals", { n: it.proposals }));
  return parts.join(" ・ ");
}
