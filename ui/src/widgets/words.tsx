/** A name or sentence that people wrote: Japanese breaks between phrases, whatever language the window speaks. */

export interface WordsProps {
  text: string;
  className?: string;
}

export function Words({ text, className }: WordsProps) {
  return (
    <span
      {...(className === undefined ? {} : { className })}
      {...(isJapanese(text) ? { lang: "ja" } : {})}
    >
      {text}
    </span>
  );
}

/** Whether `text` has kana or kanji in it. */
function isJapanese(text: string): boolean {
  return /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(text);
}
