/** What is put in the place of what was found, where, and in how many places that will be. */
import { useState } from "react";
import { Input, Label, TextField } from "react-aria-components";
import type { Act, Search } from "../../app";
import type { Part } from "../../contract";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { isComposing } from "../../widgets/composing";
import { Tick } from "../../widgets/tick";
import { hitOf, PARTS, placesIn } from "./hits";

interface ReplacingProps {
  act: Act;
  search: Search;
  /** Called before something is replaced: what is found then is gone to. */
  lead(): void;
}

export function Replacing({ act, search, lead }: ReplacingProps) {
  const [by, setBy] = useState("");
  const [parts, setParts] = useState<ReadonlySet<Part>>(new Set<Part>(["name"]));
  const [done, setDone] = useState("");
  const hit = hitOf(search);
  const all = placesIn(search, parts);
  const here = hit ? placesIn(search, parts, hit) : 0;
  const isShared =
    here === 0 && hit?.found.some((found) => found.is_shared && parts.has(found.part));
  const replace = async (n: number, at?: string) => {
    act.dismissProblem();
    lead();
    const chosen = PARTS.filter((part) => parts.has(part));
    const asked = { text: search.text, by, parts: chosen, ...(at === undefined ? {} : { at }) };
    const view = await act.ask("replace", asked);
    setDone(view ? t("ui-replace-done", { n }) : "");
  };
  return (
    <div className="find-line">
      <TextField className="find-field" value={by} onChange={setBy}>
        <Label className="only-read">{t("ui-replace-by")}</Label>
        <Input
          className="field-box"
          placeholder={t("ui-replace-by")}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || isComposing(event)) return;
            if (hit && here > 0) void replace(here, hit.id);
          }}
        />
      </TextField>
      <Places search={search} parts={parts} choose={setParts} />
      <span className="quiet" role="status">
        {isShared ? t("ui-replace-shared") : done}
      </span>
      <Button
        kind="quiet"
        isDisabled={here === 0}
        onPress={() => hit && void replace(here, hit.id)}
      >
        {t("ui-replace-one")}
      </Button>
      <Button isDisabled={all === 0} onPress={() => void replace(all)}>
        {t("ui-replace-all", { n: all })}
      </Button>
    </div>
  );
}

interface PlacesProps {
  search: Search;
  parts: ReadonlySet<Part>;
  choose(parts: ReadonlySet<Part>): void;
}

/** The parts in which it stands, each with how often. */
function Places({ search, parts, choose }: PlacesProps) {
  const places = search.found?.places ?? {};
  const there = PARTS.filter((part) => (places[part] ?? 0) > 0);
  const turned = (part: Part, isChosen: boolean) =>
    new Set(PARTS.filter((it) => (it === part ? isChosen : parts.has(it))));
  return (
    <div className="find-parts" role="group" aria-label={t("ui-replace-where")}>
      {there.map((part) => (
        <Tick
          key={part}
          word={t("ui-replace-part", { part: t(`ui-find-part-${part}`), n: places[part] ?? 0 })}
          value={parts.has(part)}
          onChange={(isChosen) => choose(turned(part, isChosen))}
        />
      ))}
    </div>
  );
}
