/** The dialog of exports: what, in which form, on which paper, and where it went. */
import { useEffect, useState } from "react";
import { Label, Radio, RadioGroup } from "react-aria-components";
import type { App, PanelProps } from "../../app";
import type { RecordId, View } from "../../contract";
import { t } from "../../text";
import { isNode } from "../../tools/graph";
import { Button } from "../../widgets/button";
import { Switch } from "../../widgets/choice";
import { Notice } from "../../widgets/notice";
import { Sheet } from "../../widgets/sheet";
import { Tick } from "../../widgets/tick";
import { HeatTick } from "../complaints/heat";
import { complaintsOf } from "../flow-records";
import { flowWord } from "../flow-word";
import { problemHere } from "../problems/here";
import { ProblemNotice } from "../problems/outcome";
import { pairOf } from "../proposal/pair";
import { flowOf } from "../told";
import { type Form, formOf, formsFor, isPicture, PAGES, type Page, type What } from "./choices";
import { type ExportState, useExport } from "./use-export";
import { useSheets } from "./use-sheets";

export function ExportView({ app, act }: PanelProps) {
  const { view } = app;
  const pair = view && pairOf(view);
  const forms = useForms(act);
  const [what, setWhat] = useState<What>(pair && app.middle === "compare" ? "compare" : "flow");
  const [ending, setEnding] = useState("pdf");
  const [page, setPage] = useState<Page>("a3");
  const offered = formsFor(forms, what);
  const form = formOf(offered, ending);
  const flow = what === "compare" ? pair?.after : view?.flow;
  const { state, clear, deliver, copy } = useExport(act);
  const [isOnly, setOnly] = useState(false);
  const chosen = partOf(app, what, form);
  const only = isOnly ? chosen : [];
  const sheets = useSheets(
    act,
    form?.ending === "pdf" && flow && only.length === 0 ? { what, flow, page } : undefined,
  );
  if (!view || !flow) return null;
  const anew =
    <T,>(choose: (value: T) => void) =>
    (value: T) => {
      clear();
      choose(value);
    };
  const isWorking = state.at === "work";
  return (
    <Sheet
      title={t("ui-export-title")}
      close={t("ui-export-close")}
      onClose={act.closeDialog}
      actions={
        <Actions
          act={act}
          isWorking={isWorking}
          copy={() => void copy(what, flow, only)}
          deliver={form && (() => void deliver(form.ending, what, flow, page, only))}
        />
      }
    >
      <div className="export">
        {pair && <WhatSwitch view={view} what={what} choose={anew(setWhat)} />}
        <Forms forms={offered} chosen={form?.ending} choose={anew(setEnding)} />
        <div className="export-place">
          {chosen.length > 0 && (
            <Tick
              word={t("ui-export-only", { n: chosen.length })}
              value={isOnly}
              onChange={anew(setOnly)}
            />
          )}
          {form?.ending === "pdf" && only.length === 0 && (
            <PageSwitch page={page} choose={anew(setPage)} sheets={sheets} />
          )}
        </div>
        {what === "flow" && isPicture(form) && complaintsOf(view).length > 0 && (
          <HeatTick act={act} view={view} />
        )}
        <div className="export-outcome">
          <Outcome app={app} act={act} state={state} />
        </div>
      </div>
    </Sheet>
  );
}

interface ActionsProps {
  act: PanelProps["act"];
  isWorking: boolean;
  copy(): void;
  /** Absent while no form is chosen. */
  deliver: (() => void) | undefined;
}

function Actions({ act, isWorking, copy, deliver }: ActionsProps) {
  return (
    <>
      <Button onPress={() => act.openDialog("print")}>{t("ui-print-go")}</Button>
      <Button isPending={isWorking} onPress={copy}>
        {t("ui-export-copy")}
      </Button>
      <Button
        kind="primary"
        isDisabled={!deliver}
        isPending={isWorking}
        onPress={() => deliver?.()}
      >
        {t("ui-export-do")}
      </Button>
    </>
  );
}

/** What is chosen of the flow, where the form can hold a part of it. */
function partOf({ selection }: App, what: What, form: Form | undefined): RecordId[] {
  return what === "flow" && form && form.ending !== "kaizu" ? selection.filter(isNode) : [];
}

interface WhatProps {
  view: View;
  what: What;
  choose(what: What): void;
}

function WhatSwitch({ view, what, choose }: WhatProps) {
  const looked = flowOf(view);
  const name = looked ? flowWord(looked, view.flows) : "";
  return (
    <Switch<What>
      label={t("ui-export-what")}
      value={what}
      options={[
        { value: "flow", word: t("ui-export-flow", { name }) },
        { value: "compare", word: t("ui-export-compare") },
      ]}
      onChange={choose}
    />
  );
}

interface PageProps {
  page: Page;
  choose(page: Page): void;
  /** What that makes: 「A3横 4枚」. Empty while it is not known. */
  sheets: string;
}

function PageSwitch({ page, choose, sheets }: PageProps) {
  const word = (one: Page) => (one === "fit" ? t("ui-export-page-fit") : one.toUpperCase());
  return (
    <div className="export-page">
      <span className="quiet small" aria-hidden="true">
        {t("ui-export-page")}
      </span>
      <Switch<Page>
        label={t("ui-export-page")}
        value={page}
        options={PAGES.map((one) => ({ value: one, word: word(one) }))}
        onChange={choose}
      />
      <span role="status">{sheets}</span>
    </div>
  );
}

function Outcome({ app, act, state }: PanelProps & { state: ExportState }) {
  if (problemHere(app)) return <ProblemNotice app={app} act={act} />;
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

function useForms(act: PanelProps["act"]): readonly Form[] {
  const [forms, setForms] = useState<readonly Form[]>([]);
  useEffect(() => {
    void act.ask("forms", {}).then((answer) => answer && setForms(answer.forms));
  }, [act]);
  return forms;
}
