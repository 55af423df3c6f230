//! Analyses a flow over and over: `analysed FILE WHAT TIMES`. What `scripts/bench-analysis` measures, from outside.
//!
//! WHAT is `graph` (the graph alone), `order` (also its dominators, strongly connected components and who reaches whom),
//! `find` (also what every detector sees), `all` (also every number), or `arrows`, which prints the graph for others: how
//! many nodes and steps there are, where it starts, and each arrow by its ends.
#![expect(
    clippy::disallowed_methods,
    reason = "a measurement reads the file that it is given"
)]
use std::error::Error;
use std::io::Write as _;

use kaizu_analysis as analysis;
use kaizu_analysis::{Graph, Rates};
use kaizu_model::{Cancel, Document, FlowId, notation};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, file, what, times] = arguments.as_slice() else {
        return Err("say which file, what and how often".into());
    };
    let document = notation::parse(&std::fs::read_to_string(file)?)?;
    let flow = document.first_flow().ok_or("there is no flow")?;
    for _ in 0..times.parse::<usize>()? {
        once(&document, flow, what)?;
    }
    Ok(())
}

fn once(document: &Document, flow: FlowId, what: &str) -> Result<(), Box<dyn Error>> {
    let graph = Graph::of(document, flow)?;
    let found = match what {
        "graph" => 0,
        "arrows" => print(&graph)?,
        "order" => usize::from(graph.reach().reaches(0, 0)),
        "find" => analysis::find_in(&graph, &Cancel::default()).len(),
        "all" => analysis::find_in(&graph, &Cancel::default()).len() + numbers(&graph),
        other => return Err(format!("{other} is unknown").into()),
    };
    std::hint::black_box(found);
    Ok(())
}

/// Works every number out; how many of them are there says nothing.
fn numbers(graph: &Graph) -> usize {
    let metrics = analysis::metrics(graph).values().iter().flatten().count();
    let ranges = usize::from(analysis::ranges(graph).is_some());
    let yearly = usize::from(analysis::yearly(graph).yen().is_some());
    let in_hand = usize::from(analysis::cases_in_hand(graph).is_some());
    metrics
        + ranges
        + yearly
        + in_hand
        + analysis::breakdown(graph).lanes.len()
        + analysis::loads(graph).len()
        + analysis::residual_errors(graph, Rates::default()).len()
        + analysis::measure_first(graph).len()
        + analysis::gaps_of_flow(graph).parts.len()
        + analysis::channels(graph).len()
        + analysis::check_coverage(graph).len()
        + analysis::protected(graph).len()
        + analysis::exists_because(graph).len()
}

fn print(graph: &Graph) -> Result<usize, Box<dyn Error>> {
    let mut out = std::io::stdout().lock();
    let start = graph.start().ok_or("there is no start")?;
    writeln!(out, "{} {} {start}", graph.len(), graph.steps().count())?;
    for arrow in graph.arrows() {
        writeln!(out, "{} {}", arrow.from, arrow.to)?;
    }
    Ok(graph.arrows().len())
}
