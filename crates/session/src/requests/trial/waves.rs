//! What if a rush is spread over waves?
use super::stage::{Pair, Shown, Stage};
use super::{Asked, Levers, Question, pictures, sentences};

pub(super) struct Waves;

impl Asked for Waves {
    fn question(&self) -> Question {
        Question::Waves
    }

    fn levers(&self, all: &Levers) -> Levers {
        Levers {
            waves: all.waves,
            wave_days: all.wave_days,
            ..self.before(all)
        }
    }

    fn before(&self, all: &Levers) -> Levers {
        Levers {
            at_once: all.at_once,
            at_once_days: all.at_once_days,
            ..all.today()
        }
    }

    fn foresee(&self, stage: &Stage) -> Shown {
        let [_, then] = stage.desks();
        let Some(cases) = stage.levers.at_once else {
            return Shown {
                says: vec![stage.say("waves-how-many")],
                charts: Vec::new(),
            };
        };
        Shown {
            says: sentences::waves(stage, &then, cases as f64),
            charts: Vec::new(),
        }
    }

    fn tell(&self, stage: &Stage, pair: &Pair) -> Shown {
        let mut says = vec![sentences::cleared_beside(stage, pair)];
        says.extend(sentences::lead(stage, pair));
        says.push(sentences::most_in_hand(stage, pair));
        Shown {
            says,
            charts: vec![pictures::course(stage, pair), pictures::lead(stage, pair)],
        }
    }
}
