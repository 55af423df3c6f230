//! A short mark of what a flow holds, by which one sees whether people edited it since.
use crate::{Document, FlowId, Record, RecordId, is_content};

/// The start and the factor of the 64-bit FNV-1a sum (<http://www.isthe.com/chongo/tech/comp/fnv/>).
const FNV: [u64; 2] = [0xcbf2_9ce4_8422_2325, 0x0100_0000_01b3];

/// Marks the lanes, phases, nodes, arrows and duties of `flow` as they are.
///
/// Where people put things in the picture does not count, nor what they say and decide about the flow.
pub fn content_mark(document: &Document, flow: FlowId) -> String {
    let [mut sum, factor] = FNV;
    for (id, record) in document.records() {
        if record.flow() != Some(flow) {
            continue;
        }
        let Some(record) = unplaced(record) else {
            continue;
        };
        for byte in told(id, &record).bytes() {
            sum = (sum ^ u64::from(byte)).wrapping_mul(factor);
        }
    }
    format!("{sum:016x}")
}

/// The record without its place in the picture, where it is part of what the flow is.
fn unplaced(record: &Record) -> Option<Record> {
    // What was decided about a flow is no part of what it is.
    let is_part = is_content(record) && !matches!(record, Record::Improvement(_));
    is_part.then(|| {
        let mut record = record.clone();
        record.unplace();
        record
    })
}

fn told(id: RecordId, record: &Record) -> String {
    // A record whose numbers are none cannot be written, nor can it be in a project.
    let json = serde_json::to_string(record).unwrap_or_default();
    format!("{id} {json}\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notation::parse;
    use crate::{Command, Point, Rename, Revise, Step};

    #[test]
    fn an_edit_changes_the_mark_and_moving_a_box_does_not() {
        let document = parse("窓口: 甲\n窓口: 乙\n@声 職員 不満 甲: 遅い").unwrap();
        let flow = document.first_flow().unwrap();
        let (id, step) = document.steps().next().unwrap();
        let done = |command: Command| document.after(&command.apply(&document).unwrap());
        let name = "丙".to_owned();
        let renamed = done(
            Rename {
                id: id.into(),
                name,
            }
            .into(),
        );
        let pin = Some(Point::new(3.0, 4.0));
        let moved = done(
            Revise::new(
                id,
                Step {
                    pin,
                    ..step.clone()
                },
            )
            .into(),
        );
        let mark = content_mark(&document, flow);
        assert_ne!(content_mark(&renamed, flow), mark);
        assert_eq!(content_mark(&moved, flow), mark);
    }
}
