/** A box to tick, with its words. */
import { Checkbox } from "react-aria-components";
import "./field.css";

export interface TickProps {
  /** What is so when it is ticked. */
  word: string;
  /** Where what it is about stands beside it; then the word is only read. */
  isWordHidden?: boolean;
  value: boolean;
  onChange: (value: boolean) => void;
  isDisabled?: boolean;
}

export function Tick({ word, isWordHidden, value, onChange, isDisabled = false }: TickProps) {
  return (
    <Checkbox className="tick" isSelected={value} onChange={onChange} isDisabled={isDisabled}>
      <span className="tick-box" aria-hidden="true">
        {value && (
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M3.5 8.5 7 12l6-8" fill="none" stroke="currentColor" strokeWidth="2" />
          </svg>
        )}
      </span>
      {isWordHidden ? <span className="only-read">{word}</span> : word}
    </Checkbox>
  );
}
