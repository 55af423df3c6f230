//! What if more or fewer come, or all at once?
use kaizu_analysis::demand;

use super::stage::{Pair, Shown, Stage, number};
use super::{Asked, Levers, Question, pictures, sentences};
use crate::requests::told_outcome::tenths;

pub(super) struct Volume;

impl Asked for Volume {
    fn question(&self) -> Question {
        Question::Volume
    }

    fn levers(&self, all: &Levers) -> Levers {
        Levers {
            volume: all.volume,
            at_once: all.at_once,
            at_once_days: all.at_once_days,
            ..all.today()
        }
    }

    fn foresee(&self, stage: &Stage) -> Shown {
        let [today, then] = stage.desks();
        let mut shown = Shown::default();
        if let Some(cases) = stage.levers.at_once {
            let cases = cases as f64 * stage.levers.volume;
            shown.says.extend(sentences::rush(stage, &then, cases));
        } else {
            shown.says.extend(sentences::busiest(stage, &then));
            let rate = stage.then.ask(|graph| demand(graph).normal);
            shown.says.extend(rate.map(|rate| {
                let cases = number(tenths(rate * stage.day()));
                stage.tell("volume-a-day", &[("cases", cases)])
            }));
        }
        shown.charts.extend(pictures::busy(stage, &today, &then));
        shown
    }

    fn tell(&self, stage: &Stage, pair: &Pair) -> Shown {
        let comes_together = stage.levers.at_once.is_some();
        let mut shown = Shown::default();
        if comes_together {
            shown.says.push(sentences::cleared(stage, &pair.then));
        }
        shown.says.extend(sentences::lead(stage, pair));
        shown.charts.push(pictures::course(stage, pair));
        shown.charts.push(pictures::lead(stage, pair));
        shown
    }
}
