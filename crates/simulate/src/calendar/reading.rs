//! Hours as clerks write them for a lane, in Japanese or English.
//!
//! A text is read only where every word of it is known. What it does not say stays as usual: 昼当番 alone are the usual
//! hours with lunch in turns, and 9:00-17:00 has the lunch of the others.
use super::days::{Doors, WorkingDays};
use super::hours::{Hours, Lunch, Office, Stretch};
use words::{Word, hold_the_week, words};

mod clock;
#[cfg(test)]
mod tests;
mod vocabulary;
mod words;

impl Hours {
    /// The hours that `text` tells, where it tells some: 「8:30〜17:15 昼休みなし」, 「平日9時から17時、土日も」, 「24時間」,
    /// "9:00-17:00".
    pub fn read(text: &str, usual: &Office) -> Option<Self> {
        let words = words(text)?;
        if words.iter().all(|word| *word == Word::Bracket) {
            return None;
        }
        let mut reading = Reading::begin(&words, usual);
        let told: Vec<Word> = words
            .iter()
            .copied()
            .filter(|word| *word != Word::Bracket)
            .collect();
        let mut place = 0_usize;
        for word in words {
            if word == Word::Bracket {
                reading.set()?;
                continue;
            }
            let before = place.checked_sub(1).and_then(|place| told.get(place));
            reading.take(word, before.copied(), told.get(place + 1).copied())?;
            place += 1;
        }
        reading.set()?;
        reading.end(usual)
    }
}

/// Days that are named and of which it is not yet said what is with them.
#[derive(Clone, Copy, Default, PartialEq)]
struct Named {
    days: [bool; 7],
    weekdays: bool,
    holidays: bool,
    year_end: bool,
}

/// What has been understood so far.
struct Reading {
    days: WorkingDays,
    named: Named,
    /// Whether what is named next does not count.
    excepts: bool,
    hours: Option<Stretch>,
    lunch: Option<Stretch>,
    turns: Option<Word>,
}

impl Reading {
    fn begin(words: &[Word], usual: &Office) -> Self {
        let names_days = words
            .iter()
            .any(|word| matches!(word, Word::Days(_) | Word::Weekdays));
        let days = if words.contains(&Word::AllDay) && !names_days {
            WorkingDays::all()
        } else {
            usual.days.clone()
        };
        Self {
            days,
            named: Named::default(),
            excepts: false,
            hours: None,
            lunch: None,
            turns: None,
        }
    }

    /// Understands the next word by those around it; `None` where it makes no sense there.
    fn take(&mut self, word: Word, before: Option<Word>, next: Option<Word>) -> Option<()> {
        match word {
            Word::Range(range) if is_lunch(range, before, next) => self.lunch = Some(range),
            Word::Range(range) => {
                self.set()?;
                self.work(range, before)?;
            }
            Word::AllDay => {
                self.set()?;
                self.work(Stretch { from: 0, to: 1440 }, before)?;
                self.turns = self.turns.or(Some(Word::NoLunch));
            }
            Word::Days(days) => self.named.days = either(self.named.days, days),
            Word::Weekdays => self.named.weekdays = true,
            Word::EveryDay => {
                self.days.weekdays = [true; 7];
                self.days.holidays = Doors::Open;
                self.days.year_end = Doors::Open;
            }
            Word::Holidays => self.named.holidays = true,
            Word::YearEnd => self.named.year_end = true,
            Word::Also => self.add()?,
            Word::Except if self.named == Named::default() => {
                let is_of_lunch = self.lunch.is_some() || before == Some(Word::Lunch);
                return is_of_lunch.then_some(());
            }
            Word::Except => self.remove()?,
            Word::ExceptNext => {
                self.set()?;
                self.excepts = true;
            }
            Word::Lunch => self.turns = self.turns.or(Some(word)),
            Word::NoLunch | Word::InTurns => self.turns = Some(word),
            Word::Usual | Word::Bracket => {}
        }
        Some(())
    }

    /// Takes hours of work; a second time of the same day leaves lunch between them.
    fn work(&mut self, range: Stretch, before: Option<Word>) -> Option<()> {
        let Some(morning) = self.hours else {
            self.hours = Some(range);
            return Some(());
        };
        let is_next = matches!(before, Some(Word::Range(_))) && morning.to < range.from;
        (is_next && self.lunch.is_none()).then(|| {
            self.hours = Some(Stretch {
                from: morning.from,
                to: range.to,
            });
            self.lunch = Some(Stretch {
                from: morning.to,
                to: range.from,
            });
        })
    }

    /// Only the days that were named, where some were. Holidays alone are no days of a week.
    fn set(&mut self) -> Option<()> {
        if self.excepts {
            return self.remove();
        }
        if self.named == Named::default() {
            return Some(());
        }
        let named = std::mem::take(&mut self.named);
        let days = named.all_days();
        let is_clear = !named.holidays || hold_the_week(days);
        if named.year_end || !is_clear {
            return None;
        }
        self.days.weekdays = days;
        if named.holidays {
            self.days.holidays = Doors::Open;
        } else if named.weekdays {
            self.days.holidays = Doors::Closed;
        }
        Some(())
    }

    /// The days that were named, too.
    fn add(&mut self) -> Option<()> {
        let named = std::mem::take(&mut self.named);
        if named == Named::default() {
            return None;
        }
        self.days.weekdays = either(self.days.weekdays, named.all_days());
        if named.holidays {
            self.days.holidays = Doors::Open;
        }
        if named.year_end {
            self.days.year_end = Doors::Open;
        }
        Some(())
    }

    /// None of the days that were named; from Monday to Friday, without holidays, are the days without those holidays.
    fn remove(&mut self) -> Option<()> {
        self.excepts = false;
        let named = std::mem::take(&mut self.named);
        if named == Named::default() {
            return None;
        }
        let days = named.all_days();
        if hold_the_week(days) && (named.holidays || named.year_end) {
            self.days.weekdays = days;
        } else {
            let left = self.days.weekdays.into_iter().zip(days);
            for (is_open, (was_open, is_named)) in self.days.weekdays.iter_mut().zip(left) {
                *is_open = was_open && !is_named;
            }
        }
        if named.holidays {
            self.days.holidays = Doors::Closed;
        }
        if named.year_end {
            self.days.year_end = Doors::Closed;
        }
        Some(())
    }

    /// The hours that all of it means; `None` where nobody would ever be there.
    fn end(self, usual: &Office) -> Option<Hours> {
        let hours = self.hours.unwrap_or(Stretch {
            from: usual.opens,
            to: usual.closes,
        });
        let office = Office {
            opens: hours.from,
            closes: hours.to,
            lunch: lunch(self.lunch, self.turns, usual.lunch),
            days: self.days,
        };
        if office.never_closes() {
            return Some(Hours::Always);
        }
        let is_ever = office.opens < office.closes && office.days.weekdays.contains(&true);
        is_ever.then_some(Hours::Office(office))
    }
}

impl Named {
    fn all_days(self) -> [bool; 7] {
        if self.weekdays {
            either(self.days, WorkingDays::MONDAY_TO_FRIDAY)
        } else {
            self.days
        }
    }
}

fn either(mut all: [bool; 7], more: [bool; 7]) -> [bool; 7] {
    for (is_one, is_other) in all.iter_mut().zip(more) {
        *is_one |= is_other;
    }
    all
}

/// Whether a time is one of lunch: short, around noon, and next to a word about it.
fn is_lunch(range: Stretch, before: Option<Word>, next: Option<Word>) -> bool {
    let is_noon = range.from >= 11 * 60 && range.to <= 15 * 60 && range.to - range.from <= 120;
    let is_told = matches!(before, Some(Word::Lunch | Word::InTurns))
        || matches!(next, Some(Word::Lunch | Word::InTurns | Word::Except));
    is_noon && is_told
}

fn lunch(told: Option<Stretch>, turns: Option<Word>, usual: Lunch) -> Lunch {
    let rest = told.or(match usual {
        Lunch::None => None,
        Lunch::Closed { from, to } | Lunch::InTurns { from, to } => Some(Stretch { from, to }),
    });
    let Stretch { from, to } = rest.unwrap_or(Stretch {
        from: 12 * 60,
        to: 13 * 60,
    });
    match turns {
        Some(Word::InTurns) => Lunch::InTurns { from, to },
        Some(Word::NoLunch) => Lunch::None,
        Some(_) => Lunch::Closed { from, to },
        None if told.is_some() => Lunch::Closed { from, to },
        None => usual,
    }
}
