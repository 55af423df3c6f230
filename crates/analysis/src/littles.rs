//! How many cases are in hand at once: Little's law, L = λ·W (J. D. C. Little, Operations Research 9(3), 1961).
use kaizu_model::OfficeHours;

use crate::assumed::OFFICE_DAYS;
use crate::graph::Graph;
use crate::metrics::exact;

/// Cases in hand where `arrivals` come in a unit of time and each stays for `stay` of these units.
pub fn in_hand(arrivals: f64, stay: f64) -> f64 {
    arrivals * stay
}

/// Cases of a flow in hand on an average day (滞留件数): those that come on a day the office is open, times the days that
/// each takes. Unknown where the number of cases or the lead time is.
pub fn cases_in_hand(graph: &Graph) -> Option<f64> {
    let project = graph.document.projects().next();
    let own = project.and_then(|(_, project)| project.hours_per_day);
    let hours_per_day = own.map_or(OfficeHours::A_DAY, OfficeHours::get);
    let per_day = graph.volume()? / OFFICE_DAYS.amount;
    Some(in_hand(
        per_day,
        exact(graph).lead_working_hours? / hours_per_day,
    ))
}

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
}
