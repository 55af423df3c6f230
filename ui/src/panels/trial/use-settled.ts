/** A text that has stood for a while: what is read out does not change with every movement of a hand. */
import { useEffect, useState } from "react";

/** The last text that stood for `wait` milliseconds; until another has, that one. */
export function useSettled(text: string | undefined, wait: number): string {
  const [settled, setSettled] = useState("");
  useEffect(() => {
    if (text === undefined) return;
    const timer = setTimeout(() => setSettled(text), wait);
    return () => clearTimeout(timer);
  }, [text, wait]);
  return settled;
}
