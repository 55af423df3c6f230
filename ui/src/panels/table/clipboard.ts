/** What goes to other programs and comes from them: text with tabs, and the table of a page, as Excel gives and takes both. */

/** Texts by row and column. */
export type Matrix = readonly (readonly string[])[];

/** What a spreadsheet would take for a formula. A number is none. */
const FORMULA = /^[=+\-@]/;
const NUMBER = /^[+-]?[\d.,]+$/;

function isFormula(text: string): boolean {
  return FORMULA.test(text) && !NUMBER.test(text);
}

/** Rows as lines, cells between tabs; in quotes what would not come back as one cell. */
export function toTsv(matrix: Matrix): string {
  return matrix.map((row) => row.map(tsvCell).join("\t")).join("\r\n");
}

function tsvCell(text: string): string {
  const safe = isFormula(text) ? `'${text}` : text;
  return /[\t\r\n"]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A table as pages hold it. Excel takes for text what says so. */
export function toHtml(matrix: Matrix): string {
  const rows = matrix.map((row) => `<tr>${row.map(htmlCell).join("")}</tr>`).join("");
  return `<meta charset="utf-8"><table>${rows}</table>`;
}

const LINE = '<br style="mso-data-placement:same-cell">';

function htmlCell(text: string): string {
  const said = isFormula(text) ? ` style="mso-number-format:'\\@'"` : "";
  return `<td${said}>${escaped(text).replace(/\r\n?|\n/g, LINE)}</td>`;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** What was copied elsewhere: the table of a page where there is one, else the text. */
export function readClipboard(html: string, text: string): Matrix {
  const table = /<table[\s>]/i.test(html) ? fromHtml(html) : [];
  return table.length > 0 ? table : fromTsv(text);
}

/** Cells between tabs; what stands in quotes may have tabs and lines of its own. */
export function fromTsv(text: string): Matrix {
  const rows: string[][] = [[]];
  let rest = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  for (;;) {
    const quoted = /^"((?:[^"]|"")*)"(?=[\t\n]|$)/.exec(rest);
    const plain = quoted ? undefined : (/^[^\t\n]*/.exec(rest)?.[0] ?? "");
    const cell = quoted ? (quoted[1] ?? "").replaceAll('""', '"') : (plain ?? "");
    rows.at(-1)?.push(bare(cell));
    rest = rest.slice((quoted ?? [plain ?? ""])[0].length);
    if (rest === "") return rows;
    if (rest.startsWith("\n")) rows.push([]);
    rest = rest.slice(1);
  }
}

/** Without the sign that makes a formula a text. */
function bare(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
}

/** The first table of a page. What spans several cells stands in the first of them. */
export function fromHtml(html: string): Matrix {
  const page = new DOMParser().parseFromString(unstyled(html), "text/html");
  const table = page.querySelector("table");
  if (!table) return [];
  const rows: string[][] = [...table.rows].map(() => []);
  [...table.rows].forEach((row, y) => {
    let x = 0;
    for (const cell of row.cells) {
      while (rows[y]?.[x] !== undefined) x += 1;
      lay(rows, cell, x, y);
      x += cell.colSpan;
    }
  });
  return rows.map((row) => Array.from(row, (text) => text ?? ""));
}

/** Puts a cell at its place; what else it covers is empty. */
function lay(rows: string[][], cell: HTMLTableCellElement, x: number, y: number) {
  const below = rows.slice(y, y + Math.max(cell.rowSpan, 1));
  const width = Math.min(cell.colSpan, 100);
  for (const row of below) for (let on = 0; on < width; on += 1) row[x + on] = "";
  const [first] = below;
  if (first) first[x] = textOf(cell);
}

/** Styles say nothing here, and the window's policy complains about them. */
function unstyled(html: string): string {
  return html
    .replace(/<style[\s\S]*?<\/style>/gi, "")
    .replace(/<[a-z][^>]*>/gi, (tag) =>
      tag.replace(/\sstyle\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi, ""),
    );
}

/** As a person reads it: blanks run together, breaks begin a line. */
function textOf(cell: Element): string {
  const parts = [...cell.childNodes].map((node): string => {
    if (node.nodeType === 3) return (node.textContent ?? "").replace(/[ \t\r\n]+/g, " ");
    if (!(node instanceof Element)) return "";
    if (node.tagName === "BR") return "\n";
    const text = textOf(node);
    return /^(P|DIV|LI)$/.test(node.tagName) ? `${text}\n` : text;
  });
  const text = parts.join("").replaceAll("\u00a0", " ");
  return text.replace(/ *\n */g, "\n").trim();
}
