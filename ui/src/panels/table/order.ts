/** Which rows are shown and in which order. It changes what one sees, never the flow. */
import { folded } from "../../folded";
import { COLUMNS, type ColumnId } from "./columns";
import type { TableRow } from "./rows";

export interface Order {
  sort?: { column: ColumnId; way: "up" | "down" };
  /** What has to stand in a column. */
  filters: Readonly<Partial<Record<ColumnId, string>>>;
}

export const AS_IT_IS: Order = { filters: {} };

export function isSorted(order: Order): boolean {
  return order.sort !== undefined;
}

export function isFiltered(order: Order): boolean {
  return Object.values(order.filters).some((text) => text !== "");
}

/** Sorted by `way`, or no longer. */
export function sortedBy(order: Order, column: ColumnId, way: "up" | "down" | "none"): Order {
  const { sort: _, ...rest } = order;
  return way === "none" ? rest : { ...rest, sort: { column, way } };
}

export function filteredBy(order: Order, column: ColumnId, text: string): Order {
  const { [column]: _, ...others } = order.filters;
  return { ...order, filters: text === "" ? others : { ...others, [column]: text } };
}

/** The rows that fit, in the order one wants. What is not known stands last either way. */
export function ordered(rows: readonly TableRow[], order: Order): readonly TableRow[] {
  if (!isSorted(order) && !isFiltered(order)) return rows;
  const wanted = Object.entries(order.filters).map(
    ([id, text]) => [id as ColumnId, folded(text)] as const,
  );
  const left = rows.filter(({ texts }) =>
    wanted.every(([id, text]) => folded(texts[id] ?? "").includes(text)),
  );
  const { sort } = order;
  if (!sort) return left;
  const isNumber = COLUMNS.some(({ id, isNumber }) => id === sort.column && isNumber);
  const compare = isNumber
    ? (a: string, b: string) => Number(a) - Number(b)
    : new Intl.Collator("ja", { numeric: true }).compare;
  const sign = sort.way === "up" ? 1 : -1;
  return left.sort((one, other) => {
    const [a, b] = [one.texts[sort.column] ?? "", other.texts[sort.column] ?? ""];
    if (a === "" || b === "") return Number(a === "") - Number(b === "");
    return sign * compare(a, b);
  });
}
