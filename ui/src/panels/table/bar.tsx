/** The line above the table: what was refused and where, else what is sorted or left out, else the keys. */
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
  wrong: { place: string; reason: string; word?: string; onPress?(): void } | undefined;
  onEnd(): void;
}

export function Bar({ order, shown, all, wrong, onEnd }: BarProps) {
  if (wrong) {
    const { place, reason, word, onPress } = wrong;
    return (
      <div className="table-bar table-bar-wrong" role="alert">
        <strong>{place}</strong>
        <span>{reason}</span>
        {onPress && (
          <Button kind="quiet" onPress={onPress}>
            {word}
          </Button>
        )}
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
