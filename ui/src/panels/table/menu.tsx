/** The menu of a column: sorted or not, what has to stand in it, how wide it is. None of it changes the flow. */
import type { RefObject } from "react";
import { Dialog, Popover } from "react-aria-components";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { Switch } from "../../widgets/choice";
import { NameField } from "../../widgets/name-field";
import { headOf, type TableColumn } from "./columns";
import { filteredBy, type Order, sortedBy } from "./order";

interface MenuProps {
  column: TableColumn;
  /** What it opens at. */
  anchor: RefObject<Element | null>;
  order: Order;
  onOrder(order: Order): void;
  onWiden(by: 1 | -1): void;
  onClose(): void;
}

export function ColumnMenu({ column, anchor, order, onOrder, onWiden, onClose }: MenuProps) {
  const word = headOf(column);
  const way = order.sort?.column === column.id ? order.sort.way : "none";
  return (
    <Popover
      className="pop table-pop"
      triggerRef={anchor}
      placement="bottom end"
      isOpen
      onOpenChange={onClose}
    >
      <Dialog className="table-dialog" aria-label={t("ui-table-menu", { column: word })}>
        <p className="table-dialog-title">{word}</p>
        <Switch
          label={t("ui-table-sort")}
          value={way}
          options={[
            { value: "up", word: t("ui-table-sort-up") },
            { value: "down", word: t("ui-table-sort-down") },
            { value: "none", word: t("ui-table-sort-none") },
          ]}
          onChange={(next) => onOrder(sortedBy(order, column.id, next))}
        />
        <NameField
          label={t("ui-table-filter")}
          value={order.filters[column.id] ?? ""}
          autoFocus
          onCommit={(text) => {
            onOrder(filteredBy(order, column.id, text));
            // Enter ends it; whoever left the field wants something else here.
            if (document.activeElement?.closest(".table-dialog")) onClose();
          }}
          onCancel={onClose}
        />
        <div className="table-dialog-widths">
          <Button onPress={() => onWiden(-1)}>{t("ui-table-narrower")}</Button>
          <Button onPress={() => onWiden(1)}>{t("ui-table-wider")}</Button>
        </div>
      </Dialog>
    </Popover>
  );
}
