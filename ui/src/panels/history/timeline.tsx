/** The slider over all edits; marks stand where moments have names. */
import { Label, Slider, SliderThumb, SliderTrack } from "react-aria-components";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import type { MomentProps } from "./moment-props";
import { placeOf } from "./moments";

interface TimelineProps extends MomentProps {
  isListOpen: boolean;
  setListOpen(isOpen: boolean): void;
}

export function Timeline(props: TimelineProps) {
  const { chronicle, revision, go, isListOpen, setListOpen } = props;
  const { last, moments } = chronicle;
  return (
    <div className="time-line">
      <Button kind="quiet" isDisabled={revision <= 0} onPress={() => go(revision - 1)}>
        <span aria-hidden="true">‹</span>
        {t("ui-history-before")}
      </Button>
      <Slider
        className="time-slider"
        minValue={0}
        maxValue={last}
        value={revision}
        onChange={(value) => go(Array.isArray(value) ? (value[0] ?? last) : value)}
      >
        <Label className="only-read">{t("ui-history-slider")}</Label>
        <SliderTrack className="time-track">
          <span className="time-passed" style={{ width: `${placeOf(revision, last)}%` }} />
          {moments.map((moment) => (
            <span
              key={moment.revision}
              className="time-mark"
              style={{ left: `${placeOf(moment.revision, last)}%` }}
            />
          ))}
          <SliderThumb className="time-thumb" autoFocus />
        </SliderTrack>
      </Slider>
      <Button kind="quiet" isDisabled={revision >= last} onPress={() => go(revision + 1)}>
        {t("ui-history-after")}
        <span aria-hidden="true">›</span>
      </Button>
      <span className="time-count quiet">
        {revision === 0 ? t("ui-history-created") : t("ui-history-count", { n: revision, last })}
      </span>
      <Button kind="quiet" aria-expanded={isListOpen} onPress={() => setListOpen(!isListOpen)}>
        {t(isListOpen ? "ui-history-list-close" : "ui-history-list-open")}
      </Button>
    </div>
  );
}
