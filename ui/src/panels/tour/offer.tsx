/** At the first start: the tour, now, another time, or never. */
import { useState } from "react";
import type { PanelProps } from "../../app";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { beginTour } from "./begin";
import "./tour.css";

/** Whoever says later is asked again when the program begins anew. */
let isPutOff = false;

export function TourOffer({ app, act }: PanelProps) {
  const [isLater, setLater] = useState(isPutOff);
  if (isLater || app.hello?.offers_tour !== true) return null;
  const later = () => {
    isPutOff = true;
    setLater(true);
  };
  return (
    <section className="tour-offer" aria-label={t("ui-tour-offer")}>
      <div>
        <p className="tour-title">{t("ui-tour-offer")}</p>
        <p className="quiet">{t("ui-tour-offer-what")}</p>
      </div>
      <div className="tour-acts">
        <Button kind="quiet" onPress={() => act.skipTour()}>
          {t("ui-tour-never")}
        </Button>
        <Button kind="quiet" onPress={later}>
          {t("ui-tour-later")}
        </Button>
        <Button onPress={() => void beginTour(act)}>{t("ui-tour-begin")}</Button>
      </div>
    </section>
  );
}
