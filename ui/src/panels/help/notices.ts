/** Reads the list of third-party work as `scripts/notices` writes it: a table under each heading. */

export interface Notices {
  fonts: string[][];
  libraries: string[][];
}

/** The rows of both tables: name, version, licence. */
export function tableIn(page: string): Notices {
  const parts = page.split(/^## /m);
  const rowsOf = (heading: string) => rows(parts.find((part) => part.startsWith(heading)) ?? "");
  return { fonts: rowsOf("Typefaces"), libraries: rowsOf("Libraries") };
}

function rows(part: string): string[][] {
  return part
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .slice(1)
    .filter((line) => !line.startsWith("| -"))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}
