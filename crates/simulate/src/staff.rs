//! Who works when: pools of people with their opening hours, made from the lanes of a flow.
use std::collections::BTreeMap;

use kaizu_analysis::{Graph, loads};
use kaizu_model::{Assumption, LaneId};
use time::Date;

use crate::calendar::{Hours, Office, OpenTime, Shift};
use crate::plan::{Arrivals, People, Plan};

/// People in fractions are whole ones who have less time; more than so many are fewer who are quicker.
const CROWD: f64 = 100_000.0;

/// Everybody who works, and when.
pub(crate) struct Staff {
    /// Those who have to be waited for.
    pub(crate) pools: Vec<Pool>,
    /// The people of all pools, by when they are there.
    pub(crate) groups: Vec<Group>,
    calendars: Vec<OpenTime>,
    lanes: BTreeMap<LaneId, (Option<u32>, u32)>,
}

/// People who do the same work, from one queue.
pub(crate) struct Pool {
    /// How many, in full-time equivalents.
    pub(crate) people: f64,
    /// Where their groups stand among all.
    pub(crate) groups: std::ops::Range<usize>,
}

/// People of one pool who are there at the same time.
#[derive(Clone, Copy)]
pub(crate) struct Group {
    /// Of which pool.
    pub(crate) pool: u32,
    /// How many, as whole people.
    pub(crate) people: u32,
    /// By which hours.
    pub(crate) calendar: u32,
}

impl Staff {
    /// The hours that everything without hours of its own follows.
    pub(crate) fn office(&self) -> &OpenTime {
        &self.calendars[0]
    }

    /// The hours with this number.
    pub(crate) fn calendar(&self, n: u32) -> &OpenTime {
        &self.calendars[n as usize]
    }

    /// Whose work a step of `lane` is, where somebody has to be free for it, and by which hours it is done.
    pub(crate) fn of_lane(&self, lane: LaneId) -> (Option<u32>, u32) {
        self.lanes.get(&lane).copied().unwrap_or((None, 0))
    }

    /// How many people of a pool work together on what takes `wanted`: no more than are there at the same time.
    pub(crate) fn at_once(&self, pool: u32, wanted: f64) -> u32 {
        let groups = &self.groups[self.pools[pool as usize].groups.clone()];
        let most = groups.iter().map(|it| it.people).max().unwrap_or(1);
        (wanted.ceil().max(1.0) as u32).min(most)
    }

    /// How much longer than others people of a pool take who are there for a part of the time.
    pub(crate) fn slowness(&self, pool: u32) -> f64 {
        let pool = &self.pools[pool as usize];
        let whole: u32 = self.groups[pool.groups.clone()]
            .iter()
            .map(|it| it.people)
            .sum();
        f64::from(whole) / pool.people
    }

    /// Open time of all people of a pool between two moments, in person-milliseconds.
    pub(crate) fn time_of(&self, pool: &Pool, from: u64, to: u64) -> f64 {
        let groups = self.groups[pool.groups.clone()].iter();
        groups
            .map(|group| {
                let calendar = self.calendar(group.calendar);
                let open = calendar.opened(to).saturating_sub(calendar.opened(from));
                open as f64 * f64::from(group.people)
            })
            .sum()
    }
}

/// Everybody who works in the flow of `graph` under `plan`, and what had to be assumed. `None` where the office never opens.
pub(crate) fn staff(
    graph: &Graph,
    plan: &Plan,
    assumptions: &mut Vec<Assumption>,
) -> Option<Staff> {
    let mut hours = Timetable::of(plan)?;
    let mut staff = Staff {
        pools: Vec::new(),
        groups: Vec::new(),
        calendars: Vec::new(),
        lanes: BTreeMap::new(),
    };
    for (id, lane) in graph.document.lanes_of(graph.flow) {
        let own = lane.hours.as_deref().filter(|text| !text.trim().is_empty());
        let read = own.map(|text| Hours::read(text, &hours.usual));
        if let Some(None) = read {
            assumptions.push(Assumption::HoursUnread { lane: id });
        }
        let own = read.flatten().and_then(|own| hours.first(&own));
        staff.lanes.insert(id, (None, own.unwrap_or(0)));
    }
    if plan.arrivals == Arrivals::Alone {
        assumptions.push(Assumption::ArrivalsUnknown);
    } else if let People::Limited { factor } = plan.people {
        for load in loads(graph) {
            let people = load.people.map(|people| people * factor);
            if let Some(people) = people.filter(|people| *people > 0.0) {
                staff.employ(graph, &mut hours, load.lanes, people);
            } else {
                let unknown = |lane| Assumption::PeopleUnknown { lane };
                assumptions.extend(load.lanes.into_iter().map(unknown));
            }
        }
    }
    staff.calendars = hours.calendars;
    Some(staff)
}

impl Staff {
    /// Takes on the people of some lanes. Lanes that share their people have the hours of the first that says some.
    fn employ(&mut self, graph: &Graph, hours: &mut Timetable, lanes: Vec<LaneId>, people: f64) {
        let number = self.pools.len() as u32;
        let mut texts = lanes.iter().filter_map(|lane| {
            let text = graph.document.lane(*lane).ok()?.hours.as_deref()?;
            Hours::read(text, &hours.usual)
        });
        let own = texts.next().unwrap_or_else(|| hours.office.clone());
        let calendars = hours.all(&own);
        let whole = people.ceil().min(CROWD) as u32;
        let first = self.groups.len();
        let shifts = calendars.len() as u32;
        for (n, calendar) in calendars.into_iter().enumerate() {
            let share = whole / shifts + u32::from((n as u32) < whole % shifts);
            if share > 0 {
                self.groups.push(Group {
                    pool: number,
                    people: share,
                    calendar,
                });
            }
        }
        let calendar = self.groups.get(first).map_or(0, |group| group.calendar);
        for lane in lanes {
            self.lanes.insert(lane, (Some(number), calendar));
        }
        self.pools.push(Pool {
            people,
            groups: first..self.groups.len(),
        });
    }
}

/// All opening hours of a run, each once.
struct Timetable {
    start: Date,
    office: Hours,
    usual: Office,
    shifts: Vec<Shift>,
    calendars: Vec<OpenTime>,
}

impl Timetable {
    /// With the office's first.
    fn of(plan: &Plan) -> Option<Self> {
        let usual = match &plan.hours {
            Hours::Office(office) => office.clone(),
            Hours::Always => Office::usual(kaizu_model::OfficeHours::A_DAY),
        };
        let mut timetable = Self {
            start: plan.start,
            office: plan.hours.clone(),
            usual,
            shifts: Vec::new(),
            calendars: Vec::new(),
        };
        timetable.first(&plan.hours)?;
        Some(timetable)
    }

    /// The number of the hours of those who rest first. `None` where they never open.
    fn first(&mut self, hours: &Hours) -> Option<u32> {
        let shift = hours.shifts().into_iter().next()?;
        self.number(shift)
    }

    /// The numbers of the hours of all shifts; those of the office where they never open.
    fn all(&mut self, hours: &Hours) -> Vec<u32> {
        let shifts = hours.shifts().into_iter();
        let numbers: Vec<u32> = shifts.filter_map(|shift| self.number(shift)).collect();
        if numbers.is_empty() { vec![0] } else { numbers }
    }

    fn number(&mut self, shift: Shift) -> Option<u32> {
        let known = self.shifts.iter().position(|it| *it == shift);
        if let Some(known) = known {
            return Some(known as u32);
        }
        self.calendars.push(OpenTime::of(&shift, self.start)?);
        self.shifts.push(shift);
        Some(self.shifts.len() as u32 - 1)
    }
}
