//! By what things of a flow are recognised, and in which order: first what the others mention.
use std::collections::BTreeMap;

use super::pairs::Known;
use crate::{LaneId, Record, RecordId};

/// Things that are looked for among one another.
pub(super) struct Group {
    /// The kinds of records.
    pub(super) words: &'static [&'static str],
    /// Whether they stand in a list.
    pub(super) is_ranked: bool,
}

const fn group(words: &'static [&'static str]) -> Group {
    Group {
        words,
        is_ranked: false,
    }
}

const fn list(words: &'static [&'static str]) -> Group {
    Group {
        words,
        is_ranked: true,
    }
}

/// Every kind of record that a text holds.
pub(super) const GROUPS: &[Group] = &[
    group(&["process"]),
    group(&["flow"]),
    list(&["lane"]),
    list(&["phase"]),
    group(&["item"]),
    group(&["form"]),
    group(&["store"]),
    list(&["step", "gateway", "event"]),
    group(&["edge"]),
    group(&["complaint"]),
    group(&["duty"]),
];

/// How each of `records` is recognised; `all` knows the names of lanes.
pub(super) fn known(records: &[(RecordId, Record)], all: &[(RecordId, Record)]) -> Vec<Known> {
    let lanes: BTreeMap<RecordId, &str> = all
        .iter()
        .filter(|(id, _)| id.word() == "lane")
        .filter_map(|(id, record)| Some((*id, record.name()?)))
        .collect();
    let lane = |lane: LaneId| lanes.get(&lane.into()).copied().unwrap_or_default();
    let one = |(id, record): &(RecordId, Record)| Known {
        class: id.word(),
        signs: signs(record, &lane),
    };
    records.iter().map(one).collect()
}

fn signs<'a>(record: &Record, lane: &impl Fn(LaneId) -> &'a str) -> Vec<String> {
    let node = |key: &Option<String>, in_lane: LaneId, name: &str| {
        let key = key.clone().unwrap_or_default();
        vec![key, format!("{}\n{name}", lane(in_lane)), name.to_owned()]
    };
    let called =
        |key: &Option<String>, name: &str| vec![key.clone().unwrap_or_default(), name.to_owned()];
    match record {
        Record::Step(it) => node(&it.key, it.lane, &it.name),
        Record::Gateway(it) => node(&it.key, it.lane, &it.name),
        Record::Event(it) => node(&it.key, it.lane, &it.name),
        Record::Lane(it) => called(&it.key, &it.name),
        Record::Phase(it) => called(&it.key, &it.name),
        Record::Edge(it) => {
            let (from, to) = (
                String::from(RecordId::from(it.from)),
                String::from(RecordId::from(it.to)),
            );
            let condition = it.condition.as_deref().unwrap_or_default();
            vec![
                format!("{from} {to}"),
                format!("{from} {condition}"),
                from,
                to,
            ]
        }
        Record::Complaint(it) => {
            let whose = format!("{:?} {:?}", it.voice, it.kind);
            vec![
                format!("{whose} {} {:?}", it.text, it.steps),
                format!("{whose} {}", it.text),
            ]
        }
        Record::Duty(it) => vec![format!("{:?} {:?}", it.first, it.second), it.basis.clone()],
        Record::Item(_)
        | Record::Form(_)
        | Record::Store(_)
        | Record::Process(_)
        | Record::Flow(_)
        | Record::Project(_)
        | Record::LifeEvent(_)
        | Record::Person(_)
        | Record::Measurement(_)
        | Record::Verdict(_)
        | Record::Improvement(_) => {
            // No name is a name, too.
            vec![format!("={}", record.name().unwrap_or_default())]
        }
    }
}
