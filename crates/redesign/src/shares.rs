//! How many cases take a way.
use kaizu_model::{Edge, EdgeId, Refusal, Revise, Share, Split};

use crate::draft::Draft;

/// Lets the part `avoided` of the cases on `edge` take the other ways; these share them as they shared the others.
pub(crate) fn lessen(draft: &mut Draft, edge: EdgeId, avoided: f64) -> Result<(), Refusal> {
    let it = draft.document.edge(edge)?.clone();
    let old = it.share.map_or(0.0, Share::get);
    let new = rounded(old * (1.0 - avoided));
    let others: Vec<(EdgeId, Edge)> = draft
        .document
        .edges_from(it.from)
        .filter(|(id, other)| {
            *id != edge && other.split == Split::Exclusive && other.share.is_some()
        })
        .map(|(id, other)| (id, other.clone()))
        .collect();
    let rest: f64 = others
        .iter()
        .filter_map(|(_, other)| other.share)
        .map(Share::get)
        .sum();
    draft.run(Revise::new(
        edge,
        Edge {
            share: Share::try_from(new).ok(),
            ..it
        },
    ))?;
    let grown = old - new;
    for (id, other) in others {
        let share = other.share.map_or(0.0, Share::get);
        let part = if rest > 0.0 { share / rest } else { 0.0 };
        let share = Share::try_from(rounded(share + grown * part)).ok();
        draft.run(Revise::new(id, Edge { share, ..other }))?;
    }
    Ok(())
}

fn rounded(share: f64) -> f64 {
    (share * 1e9).round() / 1e9
}
