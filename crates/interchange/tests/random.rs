//! Any document: reading what was written gives it back, but for what was named as lost. Any bytes: no panic.
use kaizu_interchange::{Format, LossKind, read, write};
use kaizu_model::{
    Access, AccessChange, Basis, Batch, Channel, Check, CheckReason, Complaint, ComplaintKind,
    Document, Duty, DutyScope, Edge, EdgeId, EdgeNature, Event, EventId, EventKind, Flow, FlowId,
    Gateway, GatewayKind, Ids, Item, ItemId, Lane, LaneId, LaneKind, Medium, Minutes, NodeId,
    Phase, PhaseId, Process, ProcessId, Quantity, Rank, Record, RecordId, Share, Split, Step,
    StepId, StepKind, Variant, Voice,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// What a node is made from: lane, name, kind, amount, item, whether it is a gateway.
type Seed = (usize, String, Option<StepKind>, Option<u16>, usize, bool);

fn seeds() -> impl Strategy<Value = Vec<Seed>> {
    let kind = proptest::option::of(select(StepKind::ALL));
    let amount = proptest::option::of(0_u16..5000);
    vec(
        (
            0..4_usize,
            "[a-zあ-ん ]{0,6}",
            kind,
            amount,
            0..5_usize,
            any::<bool>(),
        ),
        1..12,
    )
}

/// Ids are given out as the reader does, so that what comes back is equal, not only alike.
fn document(seeds: &[Seed]) -> Document {
    let mut ids = Ids::from(1);
    let mut records: Vec<(RecordId, Record)> = Vec::new();
    let (process, flow): (ProcessId, FlowId) = (ids.mint(), ids.mint());
    let lanes: Vec<LaneId> = (0..4).map(|_| ids.mint()).collect();
    for (n, id) in lanes.iter().enumerate() {
        let kind = LaneKind::ALL[n];
        records.push((
            (*id).into(),
            Lane::new(flow, Rank::nth(n), kind, format!("担当{n}")).into(),
        ));
    }
    let phase: PhaseId = ids.mint();
    records.push((phase.into(), Phase::new(flow, Rank::nth(0), "受付").into()));
    let nodes: Vec<NodeId> = seeds
        .iter()
        .map(|seed| {
            if seed.5 {
                NodeId::Gateway(ids.mint())
            } else {
                NodeId::Step(ids.mint())
            }
        })
        .collect();
    let items: Vec<ItemId> = (0..5).map(|_| ids.mint()).collect();
    for (n, id) in items.iter().enumerate() {
        let item = Item {
            is_personal: Some(n % 2 == 0),
            ..Item::new(process, format!("項目{n}"))
        };
        records.push(((*id).into(), item.into()));
    }
    for (n, (seed, id)) in seeds.iter().zip(&nodes).enumerate() {
        records.push(((*id).into(), node(flow, &lanes, &items, phase, n, seed)));
    }
    for (pair, seed) in nodes.windows(2).zip(seeds) {
        let id: EdgeId = ids.mint();
        records.push((id.into(), edge(flow, pair, seed)));
    }
    records.push((RecordId::Complaint(ids.mint()), complaint(flow, &nodes)));
    records.push((RecordId::Duty(ids.mint()), duty(flow, &nodes)));
    records.push((
        flow.into(),
        Flow::new(process, Variant::AsIs, "現状").into(),
    ));
    let whole = Process {
        key: Some("X".into()),
        required_outputs: items,
        ..Process::new("業務")
    };
    records.push((process.into(), whole.into()));
    records.into_iter().collect()
}

fn edge(flow: FlowId, pair: &[NodeId], seed: &Seed) -> Record {
    let split = if seed.5 {
        Split::Exclusive
    } else {
        Split::Sequence
    };
    let share = seed
        .3
        .filter(|_| seed.5)
        .map(|amount| f64::from(amount) / 5000.0);
    let share = share.and_then(|share| Share::try_from(share).ok());
    Edge {
        share,
        ..Edge::new(flow, pair[0], pair[1], split)
    }
    .into()
}

fn complaint(flow: FlowId, nodes: &[NodeId]) -> Record {
    let steps = nodes.to_vec();
    Complaint {
        steps,
        ..Complaint::new(flow, Voice::Resident, ComplaintKind::Idea, "早く")
    }
    .into()
}

fn duty(flow: FlowId, nodes: &[NodeId]) -> Record {
    let first: Vec<StepId> = nodes.iter().filter_map(|node| node.step()).collect();
    let second = first.clone();
    Duty {
        flow,
        first,
        second,
        scope: None,
        basis: "法".into(),
    }
    .into()
}

fn node(
    flow: FlowId,
    lanes: &[LaneId],
    items: &[ItemId],
    phase: PhaseId,
    n: usize,
    seed: &Seed,
) -> Record {
    let (lane, name, kind, amount, item, is_gateway) = seed;
    let (key, rank, lane) = (Some(format!("K{n}")), Rank::nth(n), lanes[*lane]);
    if *is_gateway {
        let kind = GatewayKind::ALL[n % 4];
        return Gateway {
            key,
            phase: Some(phase),
            ..Gateway::new(flow, rank, lane, kind, name)
        }
        .into();
    }
    let amount = amount.map(|amount| f64::from(amount) / 16.0);
    Step {
        key,
        kind: *kind,
        minutes: amount.and_then(|amount| Minutes::try_from(amount).ok()),
        sheets: amount.and_then(|amount| Quantity::try_from(amount / 3.0).ok()),
        medium_in: Medium::ALL.get(n).copied(),
        basis: Basis::ALL.get(n).copied(),
        check: Some(Check::default()),
        reads: vec![Access {
            medium: Medium::ALL.get(*item).copied(),
            ..Access::to(items[*item])
        }],
        writes: items
            .iter()
            .take(*item)
            .map(|item| Access::to(*item))
            .collect(),
        ..Step::new(flow, rank, lane, name)
    }
    .into()
}

/// Says in `record` what the form has no key for; how many such things these are.
fn noise(record: &mut Record, note: &str) -> usize {
    let text = || Some(note.to_owned());
    if let Record::Process(it) = record {
        it.volume_normal = Quantity::try_from(2.0).ok();
    } else if let Record::Edge(it) = record {
        it.nature = Some(EdgeNature::Return);
    } else if let Record::Duty(it) = record {
        it.scope = Some(DutyScope::Section);
    } else if let Record::Flow(it) = record {
        (it.version, it.status) = (text(), text());
        return 2;
    } else if let Record::Item(it) = record {
        (it.is_specific_personal, it.recipient) = (Some(false), text());
        return 2;
    } else if let Record::Complaint(it) = record {
        (it.template, it.resolved_by) = (text(), text());
        return 2;
    } else {
        return 0;
    }
    1
}

proptest! {
    #[test]
    fn reading_what_was_written_gives_the_document_back(seeds in seeds()) {
        let document = document(&seeds);
        let (bytes, losses) = write(Format::Json, &document, FlowId(2)).unwrap();
        prop_assert_eq!(losses, []);
        let (again, losses) = read(Format::Json, &bytes).unwrap();
        prop_assert_eq!(losses, []);
        prop_assert_eq!(again, document);
    }

    #[test]
    fn what_the_form_cannot_say_is_named(seeds in seeds(), note in "[a-z]{1,200}") {
        let clean = document(&seeds);
        let mut expected = 0;
        let noisy = clean.records().map(|(id, record)| {
            let mut record = record.clone();
            if let Record::Step(step) = &mut record {
                step.note = Some(note.clone());
                step.batch = Some(Batch::None);
                step.is_remote_feasible = Some(false);
                step.reads[0].is_structured = Some(true);
                step.channel = Some(Channel::Any);
                step.other_systems = vec![note.clone()];
                step.reads[0].change = Some(AccessChange::Update);
                step.reads[0].copied_from = Some(note.clone());
                let check = step.check.get_or_insert_default();
                (check.reason, check.independent_of) = (Some(CheckReason::Fraud), Some(note.clone()));
                expected += 10;
            }
            expected += noise(&mut record, &note);
            (id, record)
        });
        let mut noisy: Vec<_> = noisy.collect();
        let (event, edge, number) = (EventId(900), EdgeId(901), 2);
        noisy.push((event.into(), Event::new(FlowId(2), Rank(0), LaneId(3), EventKind::Start, "始").into()));
        let to = clean.nodes_of(FlowId(2))[0].id;
        noisy.push((edge.into(), Edge::new(FlowId(2), event.into(), to, Split::Sequence).into()));
        let (bytes, losses) = write(Format::Json, &noisy.into_iter().collect(), FlowId(2)).unwrap();
        prop_assert_eq!(losses.len(), expected + number);
        prop_assert!(losses.iter().all(|loss| loss.what == LossKind::NoPlace && !loss.kept));
        prop_assert_eq!(read(Format::Json, &bytes).unwrap().0, clean);
    }

    #[test]
    fn records_without_a_key_get_one_that_nobody_has(seeds in seeds()) {
        let nameless: Document = document(&seeds).records().map(|(id, record)| {
            let mut record = record.clone();
            // Every other step claims a key that is made for another or stands twice.
            if let Record::Step(step) = &mut record {
                step.key = (id.number() % 2 == 0).then(|| "S9".to_owned());
            }
            (id, record)
        }).collect();
        let (bytes, _) = write(Format::Json, &nameless, FlowId(2)).unwrap();
        let (again, losses) = read(Format::Json, &bytes).unwrap();
        prop_assert_eq!(losses, []);
        prop_assert_eq!(again.edges().count(), nameless.edges().count());
    }

    #[test]
    fn no_bytes_make_the_reader_panic(seeds in seeds(), hits in vec((any::<prop::sample::Index>(), any::<u8>()), 1..6), cut in any::<prop::sample::Index>()) {
        let (mut bytes, _) = write(Format::Json, &document(&seeds), FlowId(2)).unwrap();
        for (place, byte) in hits {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        let _ = read(Format::Json, &bytes);
        bytes.truncate(cut.index(bytes.len()));
        let _ = read(Format::Json, &bytes);
    }

    #[test]
    fn no_replaced_value_makes_the_reader_panic(seeds in seeds(), place in any::<prop::sample::Index>(), kind in 0..7_usize) {
        let (bytes, _) = write(Format::Json, &document(&seeds), FlowId(2)).unwrap();
        let mut whole: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
        let mut places = Vec::new();
        pointers(&whole, String::new(), &mut places);
        let new = ["null", "-1", "1e300", "\"\"", "[[]]", "{\"id\":{}}", "true"][kind];
        *whole.pointer_mut(&places[place.index(places.len())]).unwrap() = serde_json::from_str(new).unwrap();
        if let Ok((document, _)) = read(Format::Json, whole.to_string().as_bytes()) {
            let (again, _) = write(Format::Json, &document, FlowId(2)).unwrap();
            prop_assert!(read(Format::Json, &again).is_ok());
        }
    }
}

fn pointers(value: &serde_json::Value, at: String, found: &mut Vec<String>) {
    if let Some(parts) = value.as_object() {
        parts
            .iter()
            .for_each(|(key, part)| pointers(part, format!("{at}/{key}"), found));
    }
    if let Some(parts) = value.as_array() {
        parts
            .iter()
            .enumerate()
            .for_each(|(n, part)| pointers(part, format!("{at}/{n}"), found));
    }
    found.push(at);
}
