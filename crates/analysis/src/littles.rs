//! How many cases are in hand at once: Little's law, L = λ·W (J. D. C. Little, Operations Research 9(3), 1961).
use crate::assumed::OFFICE_DAYS;
use crate::demand::hours_a_day;
use crate::graph::Graph;
use crate::metrics::exact;

/// Cases in hand where `arrivals` come in a unit of time and each stays for `stay` of these units.
pub fn in_hand(arrivals: f64, stay: f64) -> f64 {
    arrivals * stay
}

/// Cases of a flow in hand on an average day (滞留件数): those that come on a day the office is open, times the days that
/// each takes. Unknown where the number of cases or the lead time is.
pub fn cases_in_hand(graph: &Graph) -> Option<f64> {
    let hours_per_day = hours_a_day(graph.document);
    let per_day = graph.volume()? / OFFICE_DAYS.amount;
    Some(in_hand(
        per_day,
        exact(graph).lead_working_hours? / hours_per_day,
    ))
}

/// What the counted backlog says about the figures that were entered: the hours in office that a case must take for so many
/// to be in hand, W = L/λ, where these are more than [`APART`] times what the steps amount to, or less than its inverse.
/// `None` where both agree, or something is unknown.
pub fn hours_by_backlog(graph: &Graph) -> Option<f64> {
    let counted = graph.process.backlog?.get();
    let (in_hand, lead) = (cases_in_hand(graph)?, exact(graph).lead_working_hours?);
    let apart = (in_hand > 0.0).then(|| counted / in_hand)?;
    (!(1.0 / APART..=APART).contains(&apart)).then_some(lead * apart)
}

/// From this ratio on two counts of the same do not agree: half as much again is more than a season explains.
pub const APART: f64 = 1.5;

#[cfg(test)]
mod tests {
    use kaizu_model::notation;

    use super::*;

    fn assert_near(is: f64, expected: f64) {
        assert!((is - expected).abs() < 0.05, "{is}, not {expected}");
    }

    #[test]
    fn what_comes_and_how_long_it_stays_say_how_much_is_there() {
        // 1,000 a month that stay half a month; 300 in 10 hours for 10 minutes each; 3,000 loans a year for 2 of 52 weeks.
        assert_near(in_hand(1000.0, 0.5), 500.0);
        assert_near(in_hand(1000.0 / 30.0, 15.0), 500.0);
        assert_near(in_hand(300.0 / 600.0, 2.0 + 3.0 + 5.0), 5.0);
        assert_near(in_hand(3000.0 / 52.0, 2.0), 115.4);
    }

    fn in_flow(text: &str) -> Option<f64> {
        let document = notation::parse(text).unwrap();
        cases_in_hand(&Graph::of(&document, document.first_flow().unwrap()).unwrap())
    }

    #[test]
    fn a_flow_holds_what_comes_in_its_days() {
        // 10 a day for two days of 7.75 hours.
        let text = "@年間件数 2420件\n課: 審査する 30分 [待ち15時間]\n";
        assert_near(in_flow(text).unwrap(), 20.0);
        assert_eq!(in_flow(&text.replace("@年間件数 2420件\n", "")), None);
        assert_eq!(in_flow(&text.replace(" [待ち15時間]", "")), None);
    }

    #[test]
    fn a_backlog_that_does_not_fit_tells_how_long_cases_must_take() {
        let told = |backlog: &str| {
            let text = format!("@年間件数 2420件\n{backlog}係: 受ける 465分 [待ち0時間]\n");
            let document = notation::parse(&text).unwrap();
            let graph = Graph::of(&document, document.first_flow().unwrap()).unwrap();
            hours_by_backlog(&graph)
        };
        assert_eq!(told(""), None);
        // Ten a day that take one day: ten in hand.
        assert_eq!(told("@滞留件数 12件\n"), None);
        assert_near(told("@滞留件数 100件\n").unwrap(), 77.5);
    }
}
