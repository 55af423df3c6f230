/** What was just added is brought into sight in its list, which has it a moment later. */

/** Looks at once, and else whenever something comes into `frame`, until it was there. Gives the way to stop. */
export function whenThere(frame: Element, look: () => boolean): () => void {
  if (look()) return () => undefined;
  const later = new MutationObserver(() => {
    if (look()) later.disconnect();
  });
  later.observe(frame, { childList: true, subtree: true });
  return () => later.disconnect();
}
