//! Prints a generated flow in the notation, and how much there is to place: `generated NODES SEED`.
#![expect(clippy::print_stdout, reason = "what it makes is what it prints")]
use kaizu_model::notation;
use kaizu_tests::generated::{FLOW, generated};
use serde_json::json;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut numbers = std::env::args().skip(1);
    let mut number = || numbers.next().unwrap_or_default().parse::<u64>();
    let (n_nodes, seed) = (number()?, number()?);
    let document = generated(usize::try_from(n_nodes)?, seed);
    let told = json!({
        "flow": notation::print(&document, FLOW),
        "nodes": document.nodes_of(FLOW).len(),
        "edges": document.edges_of(FLOW).count(),
    });
    println!("{told}");
    Ok(())
}
