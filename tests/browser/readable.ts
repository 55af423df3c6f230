/** What nobody may have to read: text that is cut off, runs out of its place, or is too small. */
import type { Page } from "playwright-core";

const smallest = 12;
const slack = 1.5;

/** An element around a text. */
type Around = {
  left: number;
  right: number;
  display: string;
  overflow: string;
  isShortened: boolean;
  isHidden: boolean;
};

/** A text of the window, with everything around it from the inside out. */
type Text = { words: string; left: number; right: number; size: number; around: Around[] };

/** Every text of the window that cannot be read well, with what is wrong. */
export async function unreadable(page: Page): Promise<string[]> {
  const odd = (await page.evaluate(texts))
    .filter((text) => !text.around.some((it) => it.isHidden))
    .flatMap((text) => troubles(text).map((trouble) => `“${text.words}” ${trouble}`));
  if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) {
    odd.push("the whole window scrolls sideways");
  }
  return [...new Set(odd)];
}

function troubles(text: Text): string[] {
  return [
    text.size < smallest ? `is only ${text.size} px high` : "",
    isCutOff(text) ? "is cut off" : "",
    runsOut(text) ? "runs out of its place" : "",
  ].filter((trouble) => trouble !== "");
}

function isCutOff({ left, right, around }: Text): boolean {
  const frame = around.find((it) => it.overflow !== "visible");
  if (frame && (/auto|scroll/.test(frame.overflow) || frame.isShortened)) {
    return false;
  }
  const edge = frame ?? around.at(-1);
  return edge !== undefined && (right > edge.right + slack || left < edge.left - slack);
}

function runsOut({ right, around }: Text): boolean {
  const block = around.find((it) => it.display !== "inline" && it.display !== "contents");
  if (!block || /auto|scroll/.test(block.overflow) || around.some((it) => it.isShortened)) {
    return false;
  }
  return right > block.right + slack;
}

/** Runs within the page, and so uses nothing from outside. */
function texts(): Text[] {
  const found: Text[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const words = walker.currentNode.textContent?.trim();
    const isSeen = element?.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    if (!element || !words || !isSeen || element.closest("svg, script, style")) {
      continue;
    }
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    const { left, right } = range.getBoundingClientRect();
    const around = [];
    for (let at: Element | null = element; at; at = at.parentElement) {
      const style = getComputedStyle(at);
      const box = at.getBoundingClientRect();
      around.push({
        left: box.left,
        right: box.right,
        display: style.display,
        overflow: style.overflowX,
        // An ellipsis is a choice; the whole text is then somewhere else as well.
        isShortened: style.textOverflow === "ellipsis",
        // For those who listen, not for those who look.
        isHidden: style.clipPath !== "none" || style.clip !== "auto",
      });
    }
    const size = Number.parseFloat(getComputedStyle(element).fontSize);
    found.push({ words, left, right, size, around });
  }
  return found;
}
