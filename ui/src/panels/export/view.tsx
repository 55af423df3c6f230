/** The dialog of exports: what, in which form, on which paper, and where it went. */
import { useEffect, useState } from "react";
import { Label, Radio, RadioGroup } from "react-aria-components";
import type { PanelProps } from "../../app";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { Switch } from "../../widgets/choice";
import { Notice } from "../../widgets/notice";
import { Sheet } from "../../widgets/sheet";
import { pairOf } from "../proposal/pair";
import { type Form, formOf, formsFor, PAGES, type Page, type What } from "./choices";

export function ExportView({ app, act }: PanelProps) {
  const { view } = app;
  const pair = view && pairOf(view);
  const forms = useForms(act);
  const [what, setWhat] = useState<What>(pair && app.middle === "compare" ? "compare" : "flow");
  const [ending, setEnding] = useState("pdf");
  const [page, setPage] = useState<Page>("a3");
  const [state, setState] = useState<State>({ at: "rest" });
  const offered = formsFor(forms, what);
  const form = formOf(offered, ending);
  if (!view) return null;
  const flow = what === "compare" ? pair?.after : view.flow;
  const deliver = async () => {
    if (!form || !flow) return;
    act.dismissProblem();
    setState({ at: "work" });
    const sheet = form.ending === "pdf" ? { page } : {};
    const went = await act.deliver({ ending: form.ending, what, flow, ...sheet });
    setState(went ? { at: "done", text: said(went) } : { at: "rest" });
  };
  const copy = async () => {
    act.dismissProblem();
    setState({ at: "work" });
    const isCopied = await act.copyPicture(
      what === "compare" ? { what, ...(flow ? { flow } : {}) } : { what },
    );
    setState(isCopied ? { at: "done", text: t("ui-export-copied") } : { at: "rest" });
  };
  const looked = view.flows.find((one) => one.id === view.flow)?.name ?? "";
  return (
    <Sheet
      title={t("ui-export-title")}
      close={t("ui-export-close")}
      onClose={act.closeDialog}
      actions={
        <>
          <Button onPress={() => void copy()}>{t("ui-export-copy")}</Button>
          <Button
            kind="primary"
            isDisabled={!form || state.at === "work"}
            onPress={() => void deliver()}
          >
            {t("ui-export-do")}
          </Button>
        </>
      }
    >
      <div className="export">
        {pair && (
          <Switch<What>
            label={t("ui-export-what")}
            value={what}
            options={[
              { value: "flow", word: t("ui-export-flow", { name: looked }) },
              { value: "compare", word: t("ui-export-compare") },
            ]}
            onChange={setWhat}
          />
        )}
        <Forms forms={offered} chosen={form?.ending} choose={setEnding} />
        {form?.ending === "pdf" && (
          <div className="export-page">
            <span className="quiet small">{t("ui-export-page")}</span>
            <Switch<Page>
              label={t("ui-export-page")}
              value={page}
              options={PAGES.map((one) => ({
                value: one,
                word: one === "fit" ? t("ui-export-page-fit") : one.toUpperCase(),
              }))}
              onChange={setPage}
            />
          </div>
        )}
        <Outcome app={app} act={act} state={state} />
      </div>
    </Sheet>
  );
}

type State = { at: "rest" } | { at: "work" } | { at: "done"; text: string };

function Outcome({ app, act, state }: PanelProps & { state: State }) {
  if (app.problem) {
    const close = { word: t("ui-notice-close"), onPress: act.dismissProblem };
    return (
      <Notice kind="problem" title={app.problem.message} close={close}>
        <p>{app.problem.hint}</p>
      </Notice>
    );
  }
  if (state.at === "work") return <p role="status">{t("ui-export-working")}</p>;
  if (state.at === "done") return <Notice kind="done" title={state.text} />;
  return null;
}

interface FormsProps {
  forms: Form[];
  chosen: string | undefined;
  choose(ending: string): void;
}

function Forms({ forms, chosen, choose }: FormsProps) {
  return (
    <RadioGroup className="packages" value={chosen ?? null} onChange={choose}>
      <Label>{t("ui-export-form")}</Label>
      <div className="export-forms">
        {forms.map((form) => (
          <Radio key={form.ending} value={form.ending} className="package export-form">
            <span>
              <strong>{form.word}</strong> <span className="quiet small">.{form.ending}</span>
              <span className="quiet export-about">{about(form.ending)}</span>
            </span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}

/** What a form is good for; nothing where the catalogue does not say. */
function about(ending: string): string {
  const id = `ui-export-about-${ending}`;
  const text = t(id);
  return text === id ? "" : text;
}

function said(went: { name?: string; path?: string }): string {
  return went.path === undefined
    ? t("ui-export-done-download", { name: went.name ?? "" })
    : t("ui-export-done-path", { path: went.path });
}

function useForms(act: PanelProps["act"]): readonly Form[] {
  const [forms, setForms] = useState<readonly Form[]>([]);
  useEffect(() => {
    void act.ask("forms", {}).then((answer) => answer && setForms(answer.forms));
  }, [act]);
  return forms;
}
