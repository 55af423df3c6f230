/** Where in a file a problem lies, as people look for it: the name of the file, the line and the character. */
import type { Problem } from "../../contract";
import { t } from "../../text";

/** Nothing where the problem is about no file. */
export function placeOf({ file: path, line, column }: Problem["at"]): string | undefined {
  if (path === undefined) return undefined;
  const file = path.split(/[\\/]/).at(-1) ?? path;
  if (line === undefined) return t("ui-notice-file", { file });
  return t("ui-notice-line", { file, line, column: column ?? 1 });
}
