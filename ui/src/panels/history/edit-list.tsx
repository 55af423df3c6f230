/** The edits around the moment shown, the latest first; choosing one jumps there. */
import { useEffect, useRef } from "react";
import { ListBox, ListBoxItem } from "react-aria-components";
import { t } from "../../text";
import { Words } from "../../widgets/words";
import type { MomentProps } from "./moment-props";
import { whenOf } from "./moment-words";
import { rowsOf } from "./moments";

export function EditList({ app, chronicle, revision, go }: MomentProps) {
  const list = useRef<HTMLDivElement>(null);
  const rows = rowsOf(chronicle);
  const language = app.hello?.language ?? "ja";
  useEffect(() => {
    const chosen = list.current?.querySelector(`[data-key="${revision}"]`);
    chosen?.scrollIntoView?.({ block: "nearest" });
  }, [revision]);
  return (
    <ListBox
      ref={list}
      className="time-list"
      aria-label={t("ui-history-list")}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[String(revision)]}
      onSelectionChange={(keys) => {
        const [chosen] = keys === "all" ? [] : [...keys];
        if (chosen !== undefined && Number(chosen) !== revision) go(Number(chosen));
      }}
    >
      {rows.map((row) => {
        const when = whenOf(row, language);
        const label = row.label ?? "";
        return (
          <ListBoxItem
            key={row.revision}
            id={String(row.revision)}
            textValue={`${when} ${label}`}
            className={row.isUndone ? "time-edit quiet" : "time-edit"}
          >
            <span className="time-edit-when">{when}</span>
            <Words className="time-edit-label" text={label} />
            {row.name !== undefined && <Words className="time-name" text={row.name} />}
          </ListBoxItem>
        );
      })}
    </ListBox>
  );
}
