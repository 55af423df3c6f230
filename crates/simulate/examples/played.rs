//! Plays a flow once: `played FILE CASES REPLICATIONS STAFF`. What `scripts/bench-simulate` measures, from outside.
//!
//! Prints the mean lead time in minutes, what happened, and the mean wait at each lane in minutes.
#![expect(
    clippy::disallowed_methods,
    reason = "a measurement reads the file that it is given"
)]
use std::error::Error;
use std::io::Write as _;

use kaizu_analysis::Graph;
use kaizu_model::{Progress, notation};
use kaizu_simulate::{People, Plan, Replications, WarmUp, run};
use time::macros::date;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, file, cases, replications, staff] = arguments.as_slice() else {
        return Err("say which file, how many cases, how often, and how much of the staff".into());
    };
    let document = notation::parse(&std::fs::read_to_string(file)?)?;
    let flow = document.first_flow().ok_or("there is no flow")?;
    let graph = Graph::of(&document, flow).map_err(|refusal| format!("{refusal:?}"))?;
    let mut plan = Plan::usual(&graph, date!(2026 - 04 - 01));
    plan.with_cases(cases.parse()?);
    plan.replications = Replications::Exactly(replications.parse()?);
    plan.warm_up = WarmUp::Cases(0);
    plan.people = People::Limited {
        factor: staff.parse()?,
    };
    let outcome = run(&document, flow, &plan, &Progress::default())
        .map_err(|reason| format!("{reason:?}"))?;
    let mut out = std::io::stdout().lock();
    let minutes = |hours: f64| hours * 60.0;
    writeln!(
        out,
        "{} {}",
        minutes(outcome.lead_hours.mean),
        outcome.events
    )?;
    for lane in &outcome.lanes {
        writeln!(out, "{}", minutes(lane.mean_wait_hours))?;
    }
    Ok(())
}
