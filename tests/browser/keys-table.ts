/** The same for the keys of the table. */
import { answer, soon } from "./hands";
import { clip, clipped, has, type Proof, press } from "./keys";
import type { Desk } from "./story";
import { cell, grid, keys, openTable, pen, rows, type } from "./table";

/** The columns as they stand, as far as one goes here. */
const COLUMNS = ["number", "name", "lane", "phase", "kind", "media", "system", "minutes", "wait"];

/** The cell one is in: row from 1, and column. */
function here(desk: Desk): Promise<string> {
  return grid(desk)
    .locator("[data-at]")
    .evaluate((it) => {
      const row = Number(it.closest("[role=row]")?.getAttribute("aria-rowindex")) - 1;
      return `${row} ${it.id.split("-").at(-1)}`;
    });
}

async function go(desk: Desk, row: number, column: string): Promise<void> {
  await press(desk, "Control+Home");
  for (let n = 1; n < row; n += 1) await press(desk, "ArrowDown");
  for (let n = 0; n < COLUMNS.indexOf(column); n += 1) await press(desk, "ArrowRight");
  await soon(() => here(desk)).toBe(`${row} ${column}`);
}

/** Puts the keyboard onto the name in the second of three rows. */
export async function onTable(desk: Desk): Promise<void> {
  await openTable(desk);
  await go(desk, 2, "name");
}

function goes(to: Record<string, string>): Proof {
  return async (desk, key) => {
    await press(desk, key);
    await soon(() => here(desk)).toBe(to[key]);
  };
}

/** The chosen rows, from 1, and columns. */
async function chosen(desk: Desk): Promise<{ rows: string; columns: string }> {
  const all = await grid(desk)
    .locator('.table-cell[aria-selected="true"]')
    .evaluateAll((cells) =>
      cells.map((it) => ({
        row: Number(it.closest("[role=row]")?.getAttribute("aria-rowindex")) - 1,
        column: it.id.split("-").at(-1) ?? "",
      })),
    );
  return {
    rows: [...new Set(all.map(({ row }) => row))].join(" "),
    columns: [...new Set(all.map(({ column }) => column))].join(" "),
  };
}

/** The columns that are there. */
async function columns(desk: Desk): Promise<string> {
  const ids = await rows(desk)
    .first()
    .locator(".table-cell")
    .evaluateAll((cells) => cells.map((it) => it.id.split("-").at(-1)));
  return ids.join(" ");
}

/** With these rows, and this column or all. */
function chooses(wanted: Record<string, { rows: string; column?: string }>): Proof {
  return async (desk, key) => {
    const { rows, column } = wanted[key] ?? { rows: "" };
    await press(desk, key);
    await soon(() => chosen(desk)).toEqual({ rows, columns: column ?? (await columns(desk)) });
  };
}

/** Does what is answered once it is written. */
async function writes(desk: Desk, act: () => Promise<void>): Promise<void> {
  await answer(desk, "write_cells", act);
}

async function undoes(desk: Desk, times = 1): Promise<void> {
  for (let n = 0; n < times; n += 1) await answer(desk, "undo", () => press(desk, "Control+z"));
}

/** Five minutes stand in `row`, and one is in that cell. */
async function fiveMinutes(desk: Desk, row: number): Promise<void> {
  await go(desk, row, "minutes");
  await type(desk, "5");
  await writes(desk, () => press(desk, "Enter"));
  await go(desk, row, "minutes");
  await soon(() => cell(desk, row, "minutes")).toBe("5");
}

/** The cell is empty then. */
async function empties(desk: Desk, key: string): Promise<void> {
  await fiveMinutes(desk, 2);
  await writes(desk, () => press(desk, key));
  await soon(() => cell(desk, 2, "minutes")).toBe("");
  await undoes(desk, 2);
}

const clipboard: Record<string, Proof> = {
  "Control+c": async (desk, key) => {
    await clip(desk, "来週の会議");
    await press(desk, key);
    await soon(() => clipped(desk)).toBe("届を受ける");
  },
  "Control+x": async (desk, key) => {
    await clip(desk, "来週の会議");
    await empties(desk, key);
    await soon(() => clipped(desk)).toBe("5");
  },
  "Control+v": async (desk, key) => {
    await clip(desk, "届を写す");
    await writes(desk, () => press(desk, key));
    await soon(() => cell(desk, 2, "name")).toBe("届を写す");
    await undoes(desk);
  },
};

const fills: Record<string, Proof> = {
  "Control+d": async (desk, key) => {
    await fiveMinutes(desk, 1);
    await press(desk, "ArrowDown");
    await writes(desk, () => press(desk, key));
    await soon(() => cell(desk, 2, "minutes")).toBe("5");
    await undoes(desk, 2);
  },
  "Control+r": async (desk, key) => {
    await fiveMinutes(desk, 2);
    await press(desk, "ArrowRight");
    await writes(desk, () => press(desk, key));
    await soon(() => cell(desk, 2, "wait")).toBe("5");
    await undoes(desk, 2);
  },
};

async function names(desk: Desk): Promise<string[]> {
  return rows(desk).locator('[id$="-name"]').allTextContents();
}

async function wide(desk: Desk): Promise<number> {
  return (await grid(desk).locator('.table-head [aria-colindex="2"]').boundingBox())?.width ?? 0;
}

export const inTable: Record<string, Proof> = {
  "table-below": goes({ Enter: "3 name", "Shift+Enter": "1 name" }),
  "table-beside": goes({ Tab: "2 lane", "Shift+Tab": "2 number" }),
  "table-edit": async (desk, key) => {
    await press(desk, key);
    await soon(() => pen(desk).inputValue()).toBe("届を受ける");
    await press(desk, "Escape");
  },
  "table-leave": async (desk, key) => {
    await type(desk, "届を写す");
    await soon(() => pen(desk).getAttribute("data-mode")).toBe("typing");
    await press(desk, key);
    await soon(() => pen(desk).getAttribute("data-mode")).toBe("ready");
    await soon(() => cell(desk, 2, "name")).toBe("届を受ける");
  },
  "table-empty": empties,
  "table-extend": chooses({
    "Shift+ArrowDown": { rows: "2 3", column: "name" },
    "Shift+ArrowRight": { rows: "2", column: "name lane" },
  }),
  "table-row": chooses({ "Shift+Space": { rows: "2" } }),
  "table-column": chooses({ "Control+Space": { rows: "1 2 3 4", column: "name" } }),
  "table-all": chooses({ "Control+a": { rows: "1 2 3 4" } }),
  "table-copy": (desk, key) => only(clipboard, desk, key),
  "table-fill": (desk, key) => only(fills, desk, key),
  "table-insert": async (desk, key) => {
    await press(desk, key);
    await type(desk, "届を写す");
    await writes(desk, () => press(desk, "Enter"));
    await soon(() => names(desk)).toEqual(["届を書く", "届を受ける", "届を写す", "届を確かめる"]);
    await undoes(desk);
    await soon(() => rows(desk).count()).toBe(3);
  },
  "table-move": async (desk, key) => {
    const moved = key.endsWith("Up")
      ? ["届を受ける", "届を書く", "届を確かめる"]
      : ["届を書く", "届を確かめる", "届を受ける"];
    await press(desk, key);
    await soon(() => names(desk)).toEqual(moved);
    await undoes(desk);
    await soon(() => names(desk)).toEqual(["届を書く", "届を受ける", "届を確かめる"]);
  },
  "table-menu": async (desk, key) => {
    const column = desk.t("ui-table-column-name");
    const menu = desk.page.getByRole("dialog", { name: desk.t("ui-table-menu", { column }) });
    await press(desk, key);
    await menu.getByRole("textbox", { name: desk.t("ui-table-filter") }).waitFor();
    await menu.getByRole("radio", { name: desk.t("ui-table-sort-up") }).waitFor();
    await keys(desk, "Escape");
    await has(pen(desk));
  },
  "table-widen": async (desk, key) => {
    const was = await wide(desk);
    await press(desk, key);
    await soon(async () => Math.sign((await wide(desk)) - was)).toBe(
      key.endsWith("Right") ? 1 : -1,
    );
  },
};

/** Keys of one line that do different things. */
async function only(proofs: Record<string, Proof>, desk: Desk, key: string): Promise<void> {
  const prove = proofs[key];
  if (!prove) throw new Error("no proof");
  await prove(desk, key);
}
