//! The sentences that several questions say.
use kaizu_analysis::{Range, metrics, ranges};
use kaizu_model::Outcome;

use super::desks::Desk;
use super::played::Played;
use super::stage::{Pair, Stage, number, percent};
use crate::requests::told_outcome::{date_after, tenths};

/// Who is busiest, and what piles up where more comes than can be done.
pub(super) fn busiest(stage: &Stage, desks: &[Desk]) -> Option<String> {
    let busy = |desk: &&Desk| desk.utilisation.unwrap_or_default();
    let known = desks.iter().filter(|desk| desk.utilisation.is_some());
    let desk = known.max_by(|a, b| busy(a).total_cmp(&busy(b)))?;
    let mut values = vec![("lane", desk.name.clone()), ("share", percent(busy(&desk)))];
    if let Some(cases) = desk.backlog_per_hour {
        let cases = tenths(cases * stage.day());
        values.push(("cases", number(cases)));
        return Some(stage.tell("busiest-over", &values));
    }
    values.push(("wait", stage.time(desk.wait_hours.unwrap_or_default())));
    Some(stage.tell("busiest", &values))
}

/// How long it takes until a rush of so many cases is done, by who needs longest for it.
pub(super) fn rush(stage: &Stage, desks: &[Desk], cases: f64) -> Vec<String> {
    let needs = |desk: &Desk| desk.hours_for(cases).unwrap_or_default();
    let slowest = desks
        .iter()
        .filter(|desk| desk.people.is_some())
        .max_by(|a, b| needs(a).total_cmp(&needs(b)));
    let Some(slowest) = slowest else {
        return Vec::new();
    };
    let days = needs(slowest) / stage.day();
    let comes = stage.levers.at_once_days;
    let values = [
        ("cases", number(cases.round())),
        ("days", number(comes)),
        ("lane", slowest.name.clone()),
        ("time", stage.time(needs(slowest))),
        ("a-day", number((cases / days.max(1e-9)).round())),
    ];
    let id = if days > comes {
        "rush-longer"
    } else {
        "rush-fits"
    };
    vec![stage.tell(id, &values), stage.tell("rush-a-day", &values)]
}

/// The same for a rush in waves: whether each is done before the next one.
pub(super) fn waves(stage: &Stage, desks: &[Desk], cases: f64) -> Vec<String> {
    let waves = f64::from(stage.levers.waves.max(1));
    let mut says = rush(stage, desks, cases / waves);
    let needs = desks
        .iter()
        .filter_map(|desk| desk.hours_for(cases / waves));
    let days = needs.fold(0.0, f64::max) / stage.day();
    // Five of seven days are office days.
    let between = f64::from(stage.levers.wave_days) * 5.0 / 7.0;
    if waves > 1.0 && days > 0.0 {
        let id = if days > between {
            "waves-meet"
        } else {
            "waves-apart"
        };
        let values = [("days", number(tenths(days)))];
        says.insert(0, stage.tell(id, &values));
    }
    says
}

/// How long cases take, beside today, and how sure that is.
pub(super) fn lead(stage: &Stage, pair: &Pair) -> Vec<String> {
    let lead = |played: &Played| played.outcome.lead_hours;
    let (low, high) = pair.then.range();
    let values = [
        ("now", stage.time(lead(&pair.today).mean)),
        ("then", stage.time(lead(&pair.then).mean)),
        ("low", stage.time(low)),
        ("high", stage.time(high)),
        ("most", stage.time(lead(&pair.then).p90)),
        ("most-now", stage.time(lead(&pair.today).p90)),
    ];
    let mut says = vec![
        stage.tell("lead", &values),
        stage.tell("lead-most", &values),
    ];
    let over = |outcome: &Outcome| outcome.over_standard_period;
    if let Some((now, then)) = over(&pair.today.outcome).zip(over(&pair.then.outcome)) {
        let values = [("now", percent(now)), ("then", percent(then))];
        says.push(stage.tell("lead-over", &values));
    }
    says
}

fn day_cleared(stage: &Stage, played: &Played, hours: f64) -> String {
    stage.words_date(&date_after(played.plan.start, hours))
}

/// On which day a rush is done.
pub(super) fn cleared(stage: &Stage, played: &Played) -> String {
    let cleared = played.outcome.cleared;
    let half = day_cleared(stage, played, cleared.p50);
    let most = day_cleared(stage, played, cleared.p90);
    let id = if half == most {
        "cleared-surely"
    } else {
        "cleared"
    };
    let first = stage.words_date(&played.plan.start.to_string());
    stage.tell(id, &[("half", half), ("most", most), ("first", first)])
}

/// On which day a rush is done, at once and in waves.
pub(super) fn cleared_beside(stage: &Stage, pair: &Pair) -> String {
    let day = |played: &Played| day_cleared(stage, played, played.outcome.cleared.p50);
    let values = [("now", day(&pair.today)), ("then", day(&pair.then))];
    stage.tell("cleared-beside", &values)
}

/// How much is in hand at the most.
pub(super) fn most_in_hand(stage: &Stage, pair: &Pair) -> String {
    let most = |played: &Played| {
        let cases = played.outcome.course.in_hand.iter().copied();
        number(cases.fold(0.0, f64::max).round())
    };
    let values = [("now", most(&pair.today)), ("then", most(&pair.then))];
    stage.tell("most-in-hand", &values)
}

/// Hours of a year that are free for something else: never people.
pub(super) fn freed(stage: &Stage) -> Vec<String> {
    let hours = |side: &super::stage::Side| {
        let exact = side.ask(|graph| metrics(graph).staff_hours_per_year)?;
        let range = side.ask(ranges).and_then(|it| it.staff_hours_per_year);
        Some((exact, range.unwrap_or_default()))
    };
    let Some(((now, low_now), (then, low_then))) = hours(&stage.today).zip(hours(&stage.then))
    else {
        return Vec::new();
    };
    let freed = now - then;
    if freed <= 0.05 {
        return Vec::new();
    }
    let end = |range: Range| [Some(range.low), range.high];
    let ends = end(low_now).into_iter().zip(end(low_then));
    let ends = ends.filter_map(|(now, then)| Some((now? - then?).max(0.0)));
    let (low, high) = ends.fold((freed, freed), |(low, high), it| {
        (low.min(it), high.max(it))
    });
    let values = [
        ("hours", number(freed.round())),
        ("low", number(low.round())),
        ("high", number(high.round())),
    ];
    let id = if high - low > 1.0 {
        "freed-between"
    } else {
        "freed"
    };
    vec![stage.tell(id, &values), stage.say("freed-use")]
}
