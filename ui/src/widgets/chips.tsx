/** Words of which each is on or off by itself: one Tab to all of them, arrows between, Enter or a press to turn one. */
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import "./chips.css";

export interface Chip {
  key: string;
  word: string;
  isOn: boolean;
  /** On for some of several. */
  isSome?: boolean;
}

export interface ChipsProps {
  /** What is chosen; stands above. */
  label: string;
  chips: readonly Chip[];
  onToggle: (chip: Chip, isOn: boolean) => void;
  /** By which name a way to it is found. */
  attribute?: string;
}

export function Chips({ label, chips, onToggle, attribute }: ChipsProps) {
  const on = chips.filter((chip) => chip.isOn).map((chip) => chip.key);
  return (
    <div className="chips" {...(attribute ? { "data-attribute": attribute } : {})}>
      <span className="field-label" aria-hidden="true">
        {label}
      </span>
      <ToggleButtonGroup
        className="chip-row"
        aria-label={label}
        selectionMode="multiple"
        selectedKeys={on}
        onSelectionChange={(keys) => {
          const turned = chips.find((chip) => keys.has(chip.key) !== chip.isOn);
          if (turned) onToggle(turned, !turned.isOn);
        }}
      >
        {chips.map(({ key, word, isSome }) => (
          <ToggleButton key={key} id={key} className="chip" data-some={isSome || undefined}>
            {({ isSelected }) => (
              <>
                {isSelected && <span aria-hidden="true">✓ </span>}
                {word}
              </>
            )}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}
