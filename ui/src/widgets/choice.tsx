/** One of several words: from a list that opens, or from a row where all are seen. */
import {
  Button,
  FieldError,
  Header,
  Label,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
  Select,
  SelectValue,
  Text,
  ToggleButton,
  ToggleButtonGroup,
} from "react-aria-components";
import "./choice.css";
import "./field.css";

export interface Option<V extends string = string> {
  value: V;
  word: string;
  /** Says that nothing is known: shown like a placeholder. */
  isNothing?: boolean;
  /** The heading under which it stands; neighbours with one heading stand together. */
  section?: string;
}

export interface ChoiceProps<V extends string> {
  /** What it is for. Shown above, unless `isLabelHidden`. */
  label: string;
  isLabelHidden?: boolean;
  /** Nothing is chosen without it: then `placeholder` is shown. */
  value: V | undefined;
  placeholder?: string;
  options: readonly Option<V>[];
  onChange: (value: V) => void;
  hint?: string;
  wrong?: string;
  isDisabled?: boolean;
  /** By which name a way to it is found. */
  attribute?: string;
}

/** A list that opens; letters typed go to the word that begins so. */
export function Choice<V extends string>(props: ChoiceProps<V>) {
  const { label, isLabelHidden, value, options, onChange, hint, wrong } = props;
  const isNothing = options.some((option) => option.value === value && option.isNothing);
  return (
    <Select
      className="field"
      placeholder={props.placeholder ?? ""}
      isInvalid={wrong !== undefined}
      isDisabled={props.isDisabled ?? false}
      value={value ?? null}
      onChange={(key) => {
        const chosen = options.find((option) => option.value === key);
        if (chosen && chosen.value !== value) onChange(chosen.value);
      }}
      {...(isLabelHidden ? { "aria-label": label } : {})}
      {...(props.attribute ? { "data-attribute": props.attribute } : {})}
    >
      {!isLabelHidden && <Label className="field-label">{label}</Label>}
      <Button className="field-box select-button" data-nothing={isNothing || undefined}>
        <SelectValue />
        <span aria-hidden="true">▾</span>
      </Button>
      {hint !== undefined && wrong === undefined && (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      <FieldError className="field-wrong">{wrong}</FieldError>
      <Popover className="pop" offset={2}>
        <ListBox>
          {sectionsOf(options).map(({ name, members }) =>
            name === undefined ? (
              members.map(item)
            ) : (
              <ListBoxSection key={name}>
                <Header className="pop-head">{name}</Header>
                {members.map(item)}
              </ListBoxSection>
            ),
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}

function item({ value, word }: Option) {
  return (
    <ListBoxItem key={value} id={value} textValue={word}>
      {word}
    </ListBoxItem>
  );
}

/** Neighbours with the same heading, in the order in which they came. */
function sectionsOf(options: readonly Option[]): { name: string | undefined; members: Option[] }[] {
  const sections: { name: string | undefined; members: Option[] }[] = [];
  for (const option of options) {
    const last = sections.at(-1);
    if (last && last.name === option.section) last.members.push(option);
    else sections.push({ name: option.section, members: [option] });
  }
  return sections;
}

export interface SwitchProps<V extends string> {
  /** What is switched; only read aloud. */
  label: string;
  value: V | undefined;
  options: readonly Option<V>[];
  onChange: (value: V) => void;
  isDisabled?: boolean;
}

/** A row of words, one of them chosen. */
export function Switch<V extends string>({
  label,
  value,
  options,
  onChange,
  isDisabled = false,
}: SwitchProps<V>) {
  return (
    <ToggleButtonGroup
      className="switch"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      isDisabled={isDisabled}
      selectedKeys={value === undefined ? [] : [value]}
      onSelectionChange={(keys) => {
        const chosen = options.find((option) => keys.has(option.value));
        if (chosen && chosen.value !== value) onChange(chosen.value);
      }}
    >
      {options.map((option) => (
        <ToggleButton key={option.value} id={option.value} className="switch-word">
          {option.word}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
