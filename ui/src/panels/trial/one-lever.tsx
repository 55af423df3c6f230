/** One lever that slides, with its field for who knows the number. */
import type { Given, Levers, TrialQuestion } from "../../contract";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { Slide } from "../../widgets/slide";
import { Exact } from "./exact";
import { SLIDES, type SlideId, type Turned, without } from "./levers";
import { meaningOf, shownOf } from "./words";

export interface LeversProps {
  question: TrialQuestion;
  levers: Levers;
  turned: Turned;
  given: Given | undefined;
  turn(next: Turned): void;
}

/** What is often asked about people. */
const PRESETS = [
  { to: -10, text: "ui-trial-staff-tenth" },
  { to: -25, text: "ui-trial-staff-quarter" },
  { to: -50, text: "ui-trial-staff-half" },
];

export function OneLever({ lever, ...props }: LeversProps & { lever: SlideId }) {
  const { levers, turned, given, turn } = props;
  const slide = SLIDES[lever];
  const value = slide.of(levers, given);
  const from = slide.start(given);
  const name = lever.replace("_", "-");
  const label = t(`ui-trial-${name}`);
  const meaning = meaningOf(lever, value);
  const to = (next: number) => turn({ ...turned, ...slide.turn(next) });
  return (
    <Slide
      label={label}
      value={value}
      min={slide.min}
      max={slide.max}
      step={slide.step}
      from={from}
      shown={shownOf(lever, value)}
      {...(meaning === undefined ? {} : { meaning })}
      ends={[shownOf(lever, slide.min), shownOf(lever, slide.max)]}
      {...(slide.format ? { format: slide.format } : {})}
      onChange={to}
      {...(value === from
        ? {}
        : {
            reset: {
              word: t("ui-trial-reset"),
              label: t("ui-trial-reset-of", { label }),
              onPress: () => turn(without(turned, lever)),
            },
          })}
      field={
        <Exact
          label={t("ui-trial-exact", { label })}
          isLabelHidden
          value={value}
          min={slide.min}
          max={slide.max}
          unit={t(`ui-trial-${name}-unit`)}
          onChange={to}
        />
      }
    >
      {lever === "staff" &&
        PRESETS.map((preset) => (
          <Button key={preset.to} aria-pressed={value === preset.to} onPress={() => to(preset.to)}>
            {t(preset.text)}
          </Button>
        ))}
    </Slide>
  );
}
