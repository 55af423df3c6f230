//! Tables for the tests of commands: a flow before, a command, the flow after it or the code of the refusal.
use crate::notation::{parse, print};
use crate::{Command, Document, EdgeId, LaneId, NodeId, StepId};

/// A flow as text, what is done, and the flow afterwards; `!` and a code where it is refused.
pub(crate) type Row<'a> = (&'a str, &'a dyn Fn(&Document) -> Command, &'a str);

/// Does each command and holds what comes out against what was said.
pub(crate) fn holds(rows: &[Row]) {
    for (before, command, wanted) in rows {
        let before = parse(before).unwrap();
        let command = command(&before);
        let flow = before.first_flow().unwrap();
        match (command.apply(&before), wanted.strip_prefix('!')) {
            (Ok(change), None) => {
                let after = before.after(&change);
                let wanted = parse(wanted).unwrap();
                let wanted = print(&wanted, wanted.first_flow().unwrap());
                assert_eq!(print(&after, flow), wanted, "{command:?}");
                assert_eq!(after.after(&change.inverse()), before, "{command:?}");
            }
            (Err(refusal), Some(code)) => assert_eq!(refusal.code(), code, "{command:?}"),
            (done, _) => panic!("{command:?} gave {done:?}"),
        }
    }
}

/// The step called `name`.
pub(crate) fn step(document: &Document, name: &str) -> StepId {
    document.steps().find(|(_, it)| it.name == name).unwrap().0
}

/// The step called `name`, as something an arrow touches.
pub(crate) fn node(document: &Document, name: &str) -> NodeId {
    step(document, name).into()
}

/// The gateway called `name`, as something an arrow touches.
pub(crate) fn gateway(document: &Document, name: &str) -> NodeId {
    let mut gateways = document.gateways();
    let named = gateways.find(|(_, it)| it.name == name);
    named.unwrap().0.into()
}

/// The lane called `name`.
pub(crate) fn lane(document: &Document, name: &str) -> LaneId {
    document.lanes().find(|(_, it)| it.name == name).unwrap().0
}

/// The arrow between two steps.
pub(crate) fn edge(document: &Document, from: &str, to: &str) -> EdgeId {
    let (from, to) = (node(document, from), node(document, to));
    let mut edges = document.edges_from(from);
    edges.find(|(_, it)| it.to == to).unwrap().0
}

/// A number nobody has, and the `n`th after it.
pub(crate) fn fresh<T: From<u32>>(document: &Document, n: u32) -> T {
    T::from(document.free_ids().peek() + n)
}
