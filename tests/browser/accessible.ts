/** What keeps somebody out: everything axe-core finds. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Every barrier on the screen: the rule, and where it is broken. */
export async function barriers(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page }).withTags(rules).analyze();
  return found.violations.flatMap((broken) =>
    broken.nodes.map(
      (node) => `${broken.id}: ${node.target.join(" ")}: ${node.failureSummary ?? broken.help}`,
    ),
  );
}
