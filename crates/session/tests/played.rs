//! What playing a flow showed is told in sentences of its own.
#![expect(clippy::unwrap_used, reason = "what a test cannot set up ends it")]

use kaizu_session::model::{LaneOutcome, Language, Outcome, StepOutcome, TimeSpread};
use kaizu_session::requests::analyze::Analyze;
use kaizu_session::{Form, Session};

const COUNTER: &str = "@標準処理期間 5日
@年間件数 100件
@担当 窓口 [職員 2人]
窓口: 申請書を受け付ける 36分 [受領]
窓口: 申請を審査する 30分 [審査 待ち24時間]
";

/// What is said about the counter, with or without what was seen when it was played.
fn said(language: Language, is_played: fn(&Outcome) -> bool) -> String {
    let session = Session::read(COUNTER.as_bytes(), Form::Notation, None, language).unwrap();
    let flow = session.choose(None, None).unwrap();
    let (lane, _) = session.document().lanes_of(flow)[0];
    let nodes = session.document().nodes_of(flow).into_iter();
    let outcome = Outcome {
        over_standard_period: Some(0.2),
        lead_hours: TimeSpread {
            p90: 62.0,
            ..TimeSpread::default()
        },
        lanes: vec![LaneOutcome {
            lane,
            people: Some(2.0),
            utilisation: Some(0.9),
            mean_wait_hours: 2.5,
            mean_queue: 3.0,
            max_queue: 14.0,
            work_hours_per_case: 1.1,
        }],
        steps: nodes
            .map(|node| StepOutcome {
                node: node.id,
                visits_per_case: 1.0,
                queue_hours: 2.5,
                other_wait_hours: 0.0,
                work_hours: 0.5,
            })
            .collect(),
        ..Outcome::default()
    };
    let ask = Analyze {
        outcome: Some(outcome).filter(is_played),
        ..Analyze::default()
    };
    session.ask(&ask, flow).unwrap().text(&session)
}

#[test]
fn late_cases_and_busy_people_are_told_as_they_were_seen() {
    let told = [
        (
            Language::Ja,
            [
                "20%の件が標準処理期間の5開庁日を超えます",
                "9割の件は8開庁日以内",
                "稼働が90%",
            ],
        ),
        (
            Language::En,
            [
                "20 % of the cases take longer",
                "done within 8 office days",
                "busy for 90 %",
            ],
        ),
    ];
    for (language, parts) in told {
        let text = said(language, |_| true);
        for part in parts {
            assert!(text.contains(part), "{part}:\n{text}");
        }
        assert!(!text.contains("{$") && !text.contains("NaN"), "{text}");
    }
}

#[test]
fn without_playing_only_what_is_expected_counts() {
    let text = said(Language::Ja, |_| false);
    assert!(!text.contains("W04") && !text.contains("W05"), "{text}");
}
