//! What several processes of one project show together, and no flow by itself.
#![expect(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]
use kaizu_analysis::{Across, find, find_across};
use kaizu_model::{Cancel, Copied, Document, notation};

/// A project of several processes.
fn project(texts: &[&str]) -> Document {
    let mut whole = Document::default();
    for text in texts {
        let from = notation::parse(text).unwrap_or_else(|mistake| panic!("{mistake}\n{text}"));
        let (process, _) = from.processes().next().unwrap();
        let copied = Copied::of_process(&from, process, &mut whole.free_ids()).unwrap();
        let records = whole.records().map(|(id, record)| (id, record.clone()));
        whole = records.chain(copied.records).collect();
    }
    whole
}

fn seen(document: &Document) -> Vec<Across> {
    find_across(document, &Cancel::default()).unwrap()
}

fn codes(across: &Across) -> Vec<&str> {
    across.findings.iter().map(|it| it.code).collect()
}

/// A counter of `section` where residents hand in a form of that process.
fn counter(process: &str, section: &str, event: &str) -> String {
    let event = if event.is_empty() {
        String::new()
    } else {
        format!("@ライフイベント {event}\n")
    };
    format!(
        "# {process}\n{event}@年間件数 1000件\n@項目 氏名 [本人特定]\n@担当 住民 [住民]\n@担当 窓口 [職員 課:{section}]\n\
         住民: {process}を書く 5分 [記入 紙 待ち1時間]\n  書く: 氏名、{process}\n  接点: 対面\n\
         窓口: {process}を登録する 3分 [登録 紙→業務システム 待ち0時間]\n  読む: 氏名\n  書く: 口座\n"
    )
}

#[test]
fn an_event_in_a_life_shows_its_counters_and_what_is_written_again() {
    let texts = [
        counter("転入届", "市民課", "引越し"),
        counter("国保加入", "保険課", "引越し"),
    ];
    let document = project(&texts.each_ref().map(String::as_str));
    let seen = seen(&document);
    let [event, whole] = seen.as_slice() else {
        panic!("{seen:?}");
    };
    assert_eq!(event.event.as_deref(), Some("引越し"));
    assert_eq!(codes(event), ["E03", "J01"]);
    // The second time, half of what is written is what the city has already.
    assert_eq!(event.avoidable.resident_minutes_per_year, Some(2500.0));
    assert_eq!(event.avoidable.lead_hours, Some(1.0 + 2.5 / 60.0));
    assert_eq!(whole.event, None);
    assert_eq!(codes(whole), ["H08"]);
    for flow in &event.flows {
        let alone = find(&document, *flow, None, &Cancel::default()).unwrap();
        assert!(
            alone
                .iter()
                .all(|it| !["E03", "J01", "H08"].contains(&it.code))
        );
    }
}

#[test]
fn processes_without_a_common_event_are_not_one_way_of_a_resident() {
    let texts = [
        counter("転入届", "市民課", "引越し"),
        counter("犬の登録", "環境課", ""),
    ];
    let document = project(&texts.each_ref().map(String::as_str));
    let seen = seen(&document);
    let events: Vec<_> = seen.iter().map(|it| it.event.as_deref()).collect();
    assert_eq!(events, [None]);
}

#[test]
fn one_section_that_does_it_all_is_not_dispersed_and_no_second_counter() {
    let texts = [
        counter("転入届", "市民課", "引越し"),
        counter("印鑑登録", "市民課", "引越し"),
    ];
    let document = project(&texts.each_ref().map(String::as_str));
    let seen = seen(&document);
    assert_eq!(
        seen.iter().map(codes).collect::<Vec<_>>(),
        [vec!["E03"], vec![]]
    );
}
