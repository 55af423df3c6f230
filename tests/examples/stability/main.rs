//! How far small edits move what they are not about: the table of docs/benchmarks.md. What `scripts/bench-layout` prints.
#![expect(clippy::print_stdout, reason = "the table is what it makes")]
mod edit;
mod moved;

use edit::{Kind, edit};
use kaizu_model::{Document, FlowId, Wording, notation};
use kaizu_tests::chance::Chance;
use kaizu_tests::files;
use kaizu_tests::generated::generated;
use moved::{Moved, Picture, share};

/// How often each kind of edit is tried in each flow.
const TIMES: usize = 12;
const SEED: u64 = 7;
/// Flows of each size.
const FLOWS: u64 = 4;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!(
        "| flows | edit | edits | own way, median px | 90 % | on the page, median px | 90 % | in its row | in order | arrows in shape |"
    );
    println!("|---|---|---:|---:|---:|---:|---:|---:|---:|---:|");
    let samples: Result<Vec<Document>, _> = files("samples", ".flow")
        .iter()
        .map(|(_, text)| notation::parse(text))
        .collect();
    let samples = samples.map_err(|mistake| format!("{mistake:?}"))?;
    print_rows("samples", &samples);
    for size in [50, 200] {
        let made: Vec<Document> = (0..FLOWS).map(|n| generated(size, SEED + n)).collect();
        print_rows(&format!("{size} nodes"), &made);
    }
    Ok(())
}

fn print_rows(flows: &str, documents: &[Document]) {
    for kind in Kind::ALL {
        let mut moved = Moved::default();
        for (n, document) in documents.iter().enumerate() {
            let mut chance = Chance(SEED + n as u64);
            if let Some(flow) = document.first_flow() {
                try_edits(kind, document, flow, &mut chance, &mut moved);
            }
        }
        let (own, page) = (&mut moved.on_its_own, &mut moved.on_page);
        let own = [0.5, 0.9].map(|part| share(own, part));
        let page = [0.5, 0.9].map(|part| share(page, part));
        println!(
            "| {flows} | {} | {} | {:.0} | {:.0} | {:.0} | {:.0} | {:.1} % | {:.1} % | {:.1} % |",
            kind.name(),
            moved.n_edits,
            own[0],
            own[1],
            page[0],
            page[1],
            moved.in_row.percent(),
            moved.in_order.percent(),
            moved.in_shape.percent(),
        );
    }
}

fn try_edits(
    kind: Kind,
    document: &Document,
    flow: FlowId,
    chance: &mut Chance,
    moved: &mut Moved,
) {
    let place = |document: &Document| kaizu_layout::place(document, flow, &Wording::default());
    let before = place(document);
    for _ in 0..TIMES {
        let Some(edit) = edit(kind, document, flow, chance) else {
            continue;
        };
        let Ok(done) = edit.command.apply(document) else {
            continue;
        };
        let next = document.after(&done);
        let after = place(&next);
        let picture = |document, placement| Picture {
            document,
            placement,
        };
        moved.add(picture(document, &before), picture(&next, &after), &edit);
    }
}
