//! The cases in hand: as much memory as there are at once, and not as there are in all.
/// A case in hand.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Case {
    /// The how many-th it is.
    pub(crate) number: u64,
    /// How much open time there had been when it came.
    pub(crate) came_open: u64,
    /// In how many places it is at once.
    pub(crate) places: u32,
    /// In how many of them the city has it in hand.
    with_city: u32,
    /// Since when nobody in the city has it.
    away_since: u64,
    /// Open time in which nobody in the city had it.
    pub(crate) away: u64,
    /// Open time in which it waited for people and for collected work.
    pub(crate) waited: u64,
    /// Whether it is taken before others.
    pub(crate) is_urgent: bool,
}

impl Case {
    /// One place more where the city has it.
    pub(crate) fn give_to_city(&mut self, now_open: u64) {
        if self.with_city == 0 {
            self.away += now_open - self.away_since;
        }
        self.with_city += 1;
    }

    /// One place less where the city has it.
    pub(crate) fn take_from_city(&mut self, now_open: u64) {
        self.with_city -= 1;
        if self.with_city == 0 {
            self.away_since = now_open;
        }
    }
}

/// All cases in hand, each under a number that is given again when it is done.
pub(crate) struct Cases {
    all: Vec<Case>,
    free: Vec<u32>,
    /// For each case, how many arrivals each join has had.
    arrived: Vec<u32>,
    joins: usize,
}

impl Cases {
    /// None yet, of a flow with so many joins.
    pub(crate) fn of(joins: usize) -> Self {
        Self {
            all: Vec::new(),
            free: Vec::new(),
            arrived: Vec::new(),
            joins,
        }
    }

    /// A case that comes, in one place and with the city.
    pub(crate) fn come(&mut self, number: u64, now_open: u64) -> u32 {
        let case = Case {
            number,
            came_open: now_open,
            places: 1,
            with_city: 1,
            ..Case::default()
        };
        if let Some(place) = self.free.pop() {
            self.all[place as usize] = case;
            return place;
        }
        self.all.push(case);
        self.arrived.resize(self.all.len() * self.joins, 0);
        self.all.len() as u32 - 1
    }

    /// The case with this number.
    pub(crate) fn get(&mut self, case: u32) -> &mut Case {
        &mut self.all[case as usize]
    }

    /// Takes away a case that is done.
    pub(crate) fn end(&mut self, case: u32) {
        self.free.push(case);
    }

    /// How many are in hand.
    pub(crate) fn in_hand(&self) -> u64 {
        (self.all.len() - self.free.len()) as u64
    }

    /// One arrival more at a join that awaits so many; whether it was the last.
    pub(crate) fn meet(&mut self, case: u32, join: usize, awaits: u32) -> Met {
        let arrived = &mut self.arrived[case as usize * self.joins + join];
        *arrived += 1;
        if *arrived < awaits {
            return Met::Waits;
        }
        *arrived = 0;
        Met::All
    }
}

/// What a join says to an arrival.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Met {
    /// Others are still to come.
    Waits,
    /// All are there.
    All,
}
