/** What can be exported as what: pure rules of the dialog. */

export type What = "flow" | "compare";
export type Page = "fit" | "a4" | "a3";

export interface Form {
  ending: string;
  word: string;
}

export const PAGES: readonly Page[] = ["fit", "a4", "a3"];

/** The order in which people look for them. */
const USUAL = ["pdf", "png", "svg", "flow", "json", "kaizu"];
const PICTURES = ["pdf", "png", "svg"];
const COMPARABLE = ["pdf", "png", "svg", "json"];

/** The forms for `what`, the usual ones first. */
export function formsFor(forms: readonly Form[], what: What): Form[] {
  const rank = (form: Form) => {
    const place = USUAL.indexOf(form.ending);
    return place < 0 ? USUAL.length : place;
  };
  return forms
    .filter((form) => what === "flow" || COMPARABLE.includes(form.ending))
    .sort((one, other) => rank(one) - rank(other));
}

/** Whether it shows what the window shows. */
export function isPicture(form: Form | undefined): boolean {
  return form !== undefined && PICTURES.includes(form.ending);
}

/** The chosen form, or the first where it does not go with what is exported. */
export function formOf(forms: readonly Form[], ending: string): Form | undefined {
  return forms.find((form) => form.ending === ending) ?? forms[0];
}
