/** What keeps somebody out: everything axe-core finds. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Every barrier on the screen: the rule, and where it is broken. */
export function barriers(page: Page): Promise<string[]> {
  return told(new AxeBuilder({ page }).withTags(rules));
}

/** Colours that are too close to each other: all that another theme can change. */
export function pale(page: Page): Promise<string[]> {
  return told(new AxeBuilder({ page }).withRules(["color-contrast", "link-in-text-block"]));
}

async function told(axe: AxeBuilder): Promise<string[]> {
  const found = await axe.analyze();
  return found.violations.flatMap((broken) =>
    broken.nodes.map(
      (node) => `${broken.id}: ${node.target.join(" ")}: ${node.failureSummary ?? broken.help}`,
    ),
  );
}
