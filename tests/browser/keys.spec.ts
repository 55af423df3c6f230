/** Every key of the help page is pressed where it is meant, and does what the page says; nothing needs a pointer. */
import { expect } from "vitest";
import { countsCards, create, press, soon, tab, write } from "./hands";
import { doing, going, onPicture, type Proof } from "./keys";
import { canvas, inCards, onCard } from "./keys-here";
import { inReplay, onReplay } from "./keys-replay";
import { steps } from "./keys-steps";
import { inTable, onTable } from "./keys-table";
import { inVoices, onVoices } from "./keys-voices";
import { type Begin, type Desk, story } from "./story";

/** A key as the help page writes it, as the browser calls it. */
const NAMES: Record<string, string> = {
  Ctrl: "Control",
  "→": "ArrowRight",
  "←": "ArrowLeft",
  "↑": "ArrowUp",
  "↓": "ArrowDown",
  Esc: "Escape",
  "☰": "ContextMenu",
};

/** What stands in one table of the help page: each thing that a key does, and its keys. */
async function listed(desk: Desk, scope: string): Promise<Map<string, string[]>> {
  await press(desk, "ui-header-help");
  await tab(desk, "ui-help-keys").click();
  const rows = desk.page
    .getByRole("table", { name: desk.t(`ui-keys-${scope}`), exact: true })
    .getByRole("row");
  const found = await rows.evaluateAll((all) =>
    all.map((row) => ({
      what: row.querySelector("th")?.textContent ?? "",
      keys: [...row.querySelectorAll("kbd")].map((key) => key.textContent ?? ""),
    })),
  );
  await desk.page.keyboard.press("Escape");
  return new Map(found.map(({ what, keys }) => [what, keys]));
}

function pressed(key: string): string {
  if (key === "Ctrl++") return "Control++";
  return key
    .split("+")
    .map((part) => NAMES[part] ?? (/^[A-Z]$/.test(part) ? part.toLowerCase() : part))
    .join("+");
}

/** Puts the keyboard where a key is meant. */
type Place = (desk: Desk) => Promise<void>;

/** Walks one table: each of its lines has a proof, each proof a line; `others` are proven elsewhere. */
async function walked(
  begin: Begin,
  scope: string,
  place: Place,
  proofs: Record<string, Proof>,
  others: Record<string, Proof> = {},
) {
  const desk = await begin({ files: ["travel-expense-payment.flow"] });
  await desk.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await create(desk, "転入届");
  await write(desk, ["届を書く", "担当：届を受ける", "届を確かめる"]);
  await countsCards(desk, 3);
  const lines = await listed(desk, scope);
  const words = Object.keys({ ...proofs, ...others }).map((id) => desk.t(`ui-key-${id}`));
  expect([...lines.keys()].sort()).toEqual([...words].sort());
  for (const [id, prove] of Object.entries(proofs)) {
    for (const key of lines.get(desk.t(`ui-key-${id}`)) ?? []) {
      const proven = place(desk).then(() => prove(desk, pressed(key)));
      await proven.catch((thrown: Error) => {
        throw new Error(`${key} (${id}): ${thrown.message}`);
      });
    }
  }
}

story("the help page has no table of keys that is not pressed here", async ({ begin }) => {
  const desk = await begin();
  await create(desk, "転入届");
  await press(desk, "ui-header-help");
  await tab(desk, "ui-help-keys").click();
  const scopes = ["anywhere", "steps", "canvas", "cards", "table", "voices", "replay"];
  const captions = scopes.map((scope) => desk.t(`ui-keys-${scope}`));
  await soon(() => desk.page.locator(".keys caption").allTextContents()).toEqual(captions);
});
story("the keys that do something anywhere do what the help says", ({ begin }) =>
  walked(begin, "anywhere", onPicture, doing, going),
);
story("the keys that find, open and magnify anywhere do what the help says", ({ begin }) =>
  walked(begin, "anywhere", onPicture, going, doing),
);
story("the keys for the chosen steps do in the picture what the help says", ({ begin }) =>
  walked(begin, "steps", onPicture, steps),
);
story("the keys for the chosen steps do among the cards what the help says", ({ begin }) =>
  walked(begin, "steps", onCard, steps),
);
story("the keys of the picture do what the help says", ({ begin }) =>
  walked(begin, "canvas", onPicture, canvas),
);
story("the keys of the cards do what the help says", ({ begin }) =>
  walked(begin, "cards", onCard, inCards),
);
story("the keys of the table do what the help says", ({ begin }) =>
  walked(begin, "table", onTable, inTable),
);
story("the keys of the voices do what the help says", ({ begin }) =>
  walked(begin, "voices", onVoices, inVoices),
);
story("the keys of the replay do what the help says", ({ begin }) =>
  walked(begin, "replay", onReplay, inReplay),
);
