/** How an export goes: at rest, under way, done with where it went. */
import { useState } from "react";
import type { Act, Delivered } from "../../app";
import type { RecordId } from "../../contract";
import { t } from "../../text";
import type { Page, What } from "./choices";

export type ExportState = { at: "rest" } | { at: "work" } | { at: "done"; text: string };

export function useExport(act: Act) {
  const [state, setState] = useState<ExportState>({ at: "rest" });
  const run = async (task: () => Promise<string | undefined>) => {
    act.dismissProblem();
    setState({ at: "work" });
    const text = await task();
    setState(text === undefined ? { at: "rest" } : { at: "done", text });
  };
  return {
    state,
    /** What was said about one file says nothing about the next. */
    clear: () => setState({ at: "rest" }),
    /** `only` names the steps it is about; all of them where it is empty. */
    deliver: (ending: string, what: What, flow: RecordId, page: Page, only: RecordId[]) =>
      run(async () => {
        const sheet = ending === "pdf" && only.length === 0 ? { page } : {};
        const went = await act.deliver({ ending, what, flow, ...sheet, only });
        return went && said(went);
      }),
    copy: (what: What, flow: RecordId, only: RecordId[]) =>
      run(async () =>
        (await act.copyPicture({ what, flow, only })) ? t("ui-export-copied") : undefined,
      ),
  };
}

function said({ path, name }: Delivered): string {
  return path === undefined
    ? t("ui-export-done-download", { name: name ?? "" })
    : t("ui-export-done-path", { path });
}
