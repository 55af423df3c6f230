/** A number that is turned: what it is for, what it is now in words, and a slider between two ends. */
import type { ReactNode } from "react";
import { Label, Slider, SliderThumb, SliderTrack } from "react-aria-components";
import { Button } from "./button";
import "./slide.css";

export interface SlideProps {
  label: string;
  value: number;
  min: number;
  max: number;
  step: number;
  /** Where it begins, marked on the track: what is at its side was turned. */
  from?: number;
  /** What it is now, for the eye. */
  shown: string;
  /** What that means. */
  meaning?: string;
  /** The words at both ends. */
  ends: readonly [string, string];
  /** How the ear hears the number. */
  format?: Intl.NumberFormatOptions;
  onChange: (value: number) => void;
  /** The way back to where it was; absent where it is there. */
  reset?: { word: string; label: string; onPress: () => void };
  /** Another way to the same number: a field. */
  field?: ReactNode;
  /** Ways to numbers that are often wanted. */
  children?: ReactNode;
}

export function Slide(props: SlideProps) {
  const { label, value, min, max, from = min, shown, meaning, ends, field, children } = props;
  return (
    <div className="slide">
      <Slider
        className="slide-turn"
        minValue={min}
        maxValue={max}
        step={props.step}
        value={value}
        {...(props.format ? { formatOptions: props.format } : {})}
        onChange={(next) => props.onChange(Array.isArray(next) ? (next[0] ?? value) : next)}
      >
        <div className="slide-head">
          <Label>{label}</Label>
          <b className="slide-value" aria-hidden="true">
            {shown}
          </b>
          {meaning !== undefined && <span className="slide-meaning">{meaning}</span>}
        </div>
        <SliderTrack className="slide-track">
          <span className="slide-part" style={between(from, value, min, max)} />
          <span className="slide-from" style={{ insetInlineStart: percent(from, min, max) }} />
          <SliderThumb className="slide-thumb" />
        </SliderTrack>
      </Slider>
      <div className="slide-ends">
        <span aria-hidden="true">{ends[0]}</span>
        <Reset reset={props.reset} />
        <span aria-hidden="true">{ends[1]}</span>
      </div>
      <div className="slide-more">
        {field}
        {children}
      </div>
    </div>
  );
}

/** Keeps its place where there is nothing to go back from. */
function Reset({ reset }: { reset: SlideProps["reset"] }) {
  return (
    <span className="slide-reset">
      {reset && (
        <Button kind="link" aria-label={reset.label} onPress={reset.onPress}>
          {reset.word}
        </Button>
      )}
    </span>
  );
}

function percent(value: number, min: number, max: number): string {
  const part = max > min ? (value - min) / (max - min) : 0;
  return `${Math.min(Math.max(part, 0), 1) * 100}%`;
}

/** The part of the track between where it began and where it is. */
function between(from: number, value: number, min: number, max: number) {
  const [low, high] = [Math.min(from, value), Math.max(from, value)];
  return {
    insetInlineStart: percent(low, min, max),
    insetInlineEnd: `calc(100% - ${percent(high, min, max)})`,
  };
}
