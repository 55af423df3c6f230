/** The line above the table: what was refused and where, else what is sorted or left out, else the keys. */
import type { Problem } from "../../contract";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { COLUMNS, headOf } from "./columns";
import { isFiltered, isSorted, type Order } from "./order";

interface BarProps {
  order: Order;
  /** How many rows are shown. */
  shown: number;
  /** How many there are. */
  all: number;
  wrong: { problem: Problem; place: string } | undefined;
  onEnd(): void;
  onDismiss(): void;
}

export function Bar({ order, shown, all, wrong, onEnd, onDismiss }: BarProps) {
  if (wrong) {
    const { message, hint } = wrong.problem;
    return (
      <div className="table-bar table-bar-wrong" role="alert">
        <strong>{wrong.place}</strong>
        <span>
          {message} {hint}
        </span>
        <Button kind="quiet" onPress={onDismiss}>
          {t("ui-notice-close")}
        </Button>
      </div>
    );
  }
  if (!isSorted(order) && !isFiltered(order)) {
    return <p className="table-bar quiet">{t("ui-table-keys")}</p>;
  }
  return (
    <div className="table-bar table-bar-order" role="status">
      {isSorted(order) && <span>{t("ui-table-sorted")}</span>}
      {isFiltered(order) && (
        <span>{t("ui-table-filtered", { columns: filteredIn(order), n: shown, of: all })}</span>
      )}
      <Button kind="quiet" onPress={onEnd}>
        {t("ui-table-order-end")}
      </Button>
    </div>
  );
}

function filteredIn({ filters }: Order): string {
  return COLUMNS.filter(({ id }) => filters[id])
    .map(headOf)
    .join("、");
}
