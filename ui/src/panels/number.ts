/** Numbers as people read them: groups of three, one decimal from ten on, two below. */

/** Office hours of one office day. */
export const HOURS_OF_A_DAY = 7.75;

/** The same rule as in Rust, so that a figure reads alike in the window and in a file. */
export function number(value: number): string {
  const digits = Math.abs(value) >= 10 ? 1 : 2;
  const text = value.toFixed(digits).replace(/\.?0+$/, "");
  const [whole = "0", part] = text.replace("-", "").split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const size = part ? `${grouped}.${part}` : grouped;
  return text.startsWith("-") && size !== "0" ? `−${size}` : size;
}

/** A number that says which way it goes. */
export function signed(value: number): string {
  const text = number(value);
  return value > 0 && text !== "0" ? `+${text}` : text;
}

/** Figures that are read at a glance: whole from a hundred on, one decimal below, two where there is little. */
export function short(value: number): string {
  const size = Math.abs(value);
  if (size >= 100) return number(Math.round(value));
  return number(size < 1 ? value : Math.round(value * 10) / 10);
}

/** Office hours as office days. */
export function days(hours: number): number {
  return hours / HOURS_OF_A_DAY;
}

/** Whether there is a figure at all. */
export function isKnown(value: number | null | undefined): value is number {
  return typeof value === "number" && Number.isFinite(value);
}
