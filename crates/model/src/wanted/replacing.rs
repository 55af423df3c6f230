//! What is put in the place of a text: as commands, wherever in a flow it stands.
use std::collections::BTreeSet;

use super::{Part, Wanted, hits, parts};
use crate::vocabulary::folded;
use crate::{Command, Document, FlowId, Record, RecordId, Refusal, Revise};

/// What is put in its place, and where.
#[derive(Clone, Debug)]
pub struct Replacing<'a> {
    /// What stands there from now on.
    pub by: &'a str,
    /// In which parts.
    pub parts: &'a BTreeSet<Part>,
    /// At this one thing of the picture alone; in the whole flow where `None`.
    pub at: Option<RecordId>,
}

impl Wanted {
    /// The commands that put `with` in its place in `flow`, and in how many places that is.
    pub fn replacing(
        &self,
        document: &Document,
        flow: FlowId,
        with: &Replacing,
    ) -> Result<(Vec<Command>, usize), Refusal> {
        let mut commands = Vec::new();
        let mut places = 0;
        let mut renamed = Vec::new();
        for id in hits::holders(document, flow, with.at) {
            let mut record = document.expect_record(id)?.clone();
            let mut n = 0;
            parts::each(&mut record, &mut |part, text| {
                let next = with.parts.contains(&part).then_some(text.as_str());
                if let Some((next, here)) = next.and_then(|text| self.replaced(text, with.by)) {
                    *text = next;
                    n += here;
                }
            });
            if n > 0 {
                renamed.extend(ledger(document, id, &record));
                commands.push(Revise::new(id, named(id, record)?).into());
                places += n;
            }
        }
        commands.extend(followers(document, flow, &renamed));
        Ok((commands, places))
    }
}

/// What the system or ledger `id` was called, and is called in `record`.
fn ledger(document: &Document, id: RecordId, record: &Record) -> Option<(String, String)> {
    let had = document.record(id)?.name()?;
    let is = record.name()?;
    matches!(id, RecordId::Store(_)).then(|| (folded(had), is.to_owned()))
}

/// Steps name their systems: those of the process's other flows that use a renamed one call it by its new name, too.
fn followers(document: &Document, flow: FlowId, renamed: &[(String, String)]) -> Vec<Command> {
    if renamed.is_empty() {
        return Vec::new();
    }
    let process = |flow| document.flow(flow).ok().map(|it| it.process);
    let is_beside = |record: &Record| {
        let other = record.flow().filter(|other| *other != flow);
        other.is_some_and(|other| process(other) == process(flow))
    };
    let beside = document.records().filter(|(_, record)| is_beside(record));
    let followed = beside.filter_map(|(id, record)| {
        let mut record = record.clone();
        let mut n = 0;
        parts::each(&mut record, &mut |part, text| {
            let known = renamed.iter().find(|(had, _)| *had == folded(text));
            if let Some((_, is)) = known.filter(|_| part == Part::System) {
                text.clone_from(is);
                n += 1;
            }
        });
        (n > 0).then(|| Revise::new(id, record).into())
    });
    followed.collect()
}

/// `record`, unless what has to be called something is called nothing now.
fn named(id: RecordId, record: Record) -> Result<Record, Refusal> {
    // A branch or an end often needs no word; everything else does.
    let may_be_nameless = matches!(id, RecordId::Gateway(_) | RecordId::Event(_));
    let words = if let Record::Complaint(it) = &record {
        Some(it.text.as_str())
    } else {
        record.name()
    };
    if !may_be_nameless && words.is_some_and(|it| it.trim().is_empty()) {
        return Err(Refusal::EmptyName(id));
    }
    Ok(record)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Change, Create, Flow, Lane, LaneId, LaneKind, Many, Rank, Step, StepId, Store, StoreId,
        Variant, notation,
    };

    /// The flow of `text` with `by` in the place of `wanted` in `parts`, and in how many places.
    fn after(
        text: &str,
        wanted: &str,
        by: &str,
        parts: &[Part],
    ) -> Result<(String, usize), Refusal> {
        let document = notation::parse(text).unwrap();
        let flow = document.first_flow().unwrap();
        let parts = parts.iter().copied().collect();
        let with = Replacing {
            by,
            parts: &parts,
            at: None,
        };
        let (commands, n) = Wanted::new(wanted)
            .unwrap()
            .replacing(&document, flow, &with)?;
        let title = String::new();
        let change: Change = Command::from(Many { title, commands }).apply(&document)?;
        Ok((notation::print(&document.after(&change), flow), n))
    }

    const FLOW: &str =
        "窓口係: 申請書を窓口係が受け取る 5分\n  システム: 窓口係台帳\n  メモ: 窓口係に聞く\n";

    #[test]
    fn only_the_chosen_parts_change() {
        let (text, n) = after(FLOW, "窓口係", "市民課", &[Part::Lane, Part::Note]).unwrap();
        assert_eq!(n, 2);
        assert!(text.contains("市民課: 申請書を窓口係が受け取る"), "{text}");
        assert!(
            text.contains("市民課に聞く") && text.contains("窓口係台帳"),
            "{text}"
        );
    }

    #[test]
    fn a_name_that_would_be_empty_is_refused() {
        let refused = after(FLOW, "窓口係", "", &[Part::Lane]).unwrap_err();
        assert!(matches!(refused, Refusal::EmptyName(RecordId::Lane(_))));
    }

    /// A flow with an item that two steps have, a voice on both, and a ledger that a flow beside it uses, too.
    fn shared() -> (Document, FlowId) {
        let document = notation::parse(
            "窓口: 受け取る\n  読む: 申請書\n  システム: 台帳\n窓口: 綴じる\n  読む: 申請書\n",
        )
        .unwrap();
        let flow = document.first_flow().unwrap();
        let process = document.flow(flow).unwrap().process;
        let mut ids = document.free_ids();
        let (store, beside, lane, step): (StoreId, FlowId, LaneId, StepId) =
            (ids.mint(), ids.mint(), ids.mint(), ids.mint());
        let ledger = Store {
            process,
            name: "台帳".into(),
            kind: None,
            owner: None,
            authoritative_for: Vec::new(),
        };
        let used = Step {
            system: Some("台帳".into()),
            ..Step::new(beside, Rank(1), lane, "入力する")
        };
        let commands = vec![
            Create::new(store, ledger).into(),
            Create::new(beside, Flow::new(process, Variant::ToBe, "改善案")).into(),
            Create::new(lane, Lane::new(beside, Rank(1), LaneKind::Staff, "窓口")).into(),
            Create::new(step, used).into(),
        ];
        let title = String::new();
        let change = Command::from(Many { title, commands }).apply(&document);
        (document.after(&change.unwrap()), flow)
    }

    fn replaced(part: Part, at: Option<RecordId>, wanted: &str, by: &str) -> (Document, usize) {
        let (document, flow) = shared();
        let parts = [part].into_iter().collect();
        let with = Replacing {
            by,
            parts: &parts,
            at,
        };
        let wanted = Wanted::new(wanted).unwrap();
        let (commands, n) = wanted.replacing(&document, flow, &with).unwrap();
        let title = String::new();
        let change = Command::from(Many { title, commands }).apply(&document);
        (document.after(&change.unwrap()), n)
    }

    fn items(document: &Document, flow: FlowId) -> Vec<String> {
        let process = document.flow(flow).unwrap().process;
        let items = document.items_of(process);
        items.map(|(_, it)| it.name.clone()).collect()
    }

    #[test]
    fn a_renamed_ledger_is_called_so_in_every_flow_of_its_process() {
        let (document, n) = replaced(Part::System, None, "台帳", "業務システム");
        // Once at the step, once at the ledger; the flow beside it only follows.
        assert_eq!(n, 2);
        let mut systems = Vec::new();
        for (_, record) in document.records() {
            if let Record::Step(it) = record {
                systems.extend(it.system.clone());
            }
        }
        assert_eq!(systems, ["業務システム"; 2]);
    }

    #[test]
    fn what_steps_share_is_not_replaced_at_one_of_them_alone() {
        let (document, flow) = shared();
        let first = document.nodes_of(flow)[0].id;
        let (after, n) = replaced(Part::Item, Some(first.into()), "申請書", "届");
        assert_eq!(n, 0);
        assert_eq!(items(&after, flow), ["申請書"]);
        let (after, n) = replaced(Part::Item, None, "申請書", "届");
        assert_eq!(n, 1);
        assert_eq!(items(&after, flow), ["届"]);
    }
}
