//! How does the better flow fare beside today's?
use super::stage::{Pair, Shown, Stage};
use super::{Asked, Levers, Question, pictures, sentences};

pub(super) struct Compare;

impl Asked for Compare {
    fn question(&self) -> Question {
        Question::Compare
    }

    fn levers(&self, all: &Levers) -> Levers {
        Levers {
            to_be: all.to_be,
            ..self.before(all)
        }
    }

    /// Both flows meet the same cases and people.
    fn before(&self, all: &Levers) -> Levers {
        Levers {
            volume: all.volume,
            staff: all.staff,
            at_once: all.at_once,
            at_once_days: all.at_once_days,
            ..all.today()
        }
    }

    fn foresee(&self, stage: &Stage) -> Shown {
        if stage.levers.to_be.is_none() {
            return Shown {
                says: vec![stage.say("compare-none")],
                charts: Vec::new(),
            };
        }
        let [today, then] = stage.desks();
        let mut says = sentences::freed(stage);
        says.extend(sentences::busiest(stage, &then));
        Shown {
            says,
            charts: pictures::busy(stage, &today, &then).into_iter().collect(),
        }
    }

    fn tell(&self, stage: &Stage, pair: &Pair) -> Shown {
        let mut says = sentences::lead(stage, pair);
        says.extend(sentences::freed(stage));
        Shown {
            says,
            charts: vec![pictures::lead(stage, pair), pictures::course(stage, pair)],
        }
    }
}
