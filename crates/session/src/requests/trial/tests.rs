//! Every question, on a small flow.
use std::collections::BTreeMap;

use kaizu_model::{Language, Variant};

use super::*;
use crate::Form;

const COUNTER: &str = "\
# 給付金
@例示
@年間件数 9600件
@標準処理期間 5日
@担当 住民 [住民]
@担当 窓口 [職員 2人]
@担当 審査 [職員 3人]
住民: 申し込み方を選ぶ [分岐]
  30% 電子 → #1
  70% 紙 → #2
住民: 電子で申し込む 10分 [#1 電子→電子]
  → #3
住民: 紙で申し込む 20分 [#2 紙→紙]
  → #4
窓口: 紙の申請を入力する 12分 [#4 入力]
  分布: 指数
  → #3
審査: 審査する 20分 [#3 審査]
  分布: 三角 10分 20分 30分
";

fn session(text: &str) -> (Session, FlowId) {
    let session = Session::read(text.as_bytes(), Form::Notation, None, Language::Ja).unwrap();
    let flow = session.document().first_flow().unwrap();
    (session, flow)
}

fn foreseen(question: Question, levers: &Levers) -> Forecast {
    let (session, flow) = session(COUNTER);
    forecast(&session, flow, question, levers).unwrap()
}

fn tried(question: Question, levers: &Levers) -> Trial {
    let (session, flow) = session(COUNTER);
    let progress = Progress::default();
    try_out(&session, flow, question, levers, &progress).unwrap()
}

#[test]
fn every_question_has_an_answer_at_once_and_a_picture() {
    let levers = Levers {
        volume: 1.5,
        staff: 0.5,
        at_once: Some(2000),
        online: Some(0.8),
        ..Levers::default()
    };
    for asked in ALL {
        let answer = foreseen(asked.question(), &levers);
        assert!(!answer.says.is_empty(), "{:?}", asked.question());
        assert!(answer.missing.is_empty() && answer.lanes.len() == 2);
        assert_eq!(answer.given.per_year, Some(9600.0));
        assert!((answer.given.online.unwrap() - 0.3).abs() < 1e-9);
    }
    let staff = foreseen(Question::Staff, &levers);
    assert!(staff.says[0].contains("2040年"), "{:?}", staff.says);
    assert_eq!(staff.charts.len(), 2);
}

#[test]
fn half_the_people_are_twice_as_busy() {
    let today = foreseen(Question::Staff, &Levers::default());
    let half = Levers {
        staff: 0.5,
        ..Levers::default()
    };
    let then = foreseen(Question::Staff, &half);
    for (now, then) in today.lanes.iter().zip(&then.lanes) {
        let (now, then) = (now.utilisation.unwrap(), then.utilisation.unwrap());
        assert!((then / now - 2.0).abs() < 1e-9, "{now} {then}");
    }
    assert!(then.lanes[1].backlog_per_day.is_some());
}

#[test]
fn more_online_is_less_work_for_the_counter() {
    let all = Levers {
        online: Some(1.0),
        ..Levers::default()
    };
    let then = tried(Question::Channel, &all);
    let counter = |told: &ToldOutcome| told.lanes[0].work_hours_per_case;
    assert!(counter(&then.then).abs() < 1e-9);
    assert!((counter(&then.today) * 60.0 - 0.7 * 12.0).abs() < 0.3);
}

#[test]
fn a_rush_in_waves_leaves_less_in_hand() {
    let levers = Levers {
        at_once: Some(1500),
        waves: 3,
        wave_days: 21,
        ..Levers::default()
    };
    let trial = tried(Question::Waves, &levers);
    let most = |told: &ToldOutcome| told.course.in_hand.iter().copied().fold(0.0, f64::max);
    assert!(most(&trial.then) < 0.6 * most(&trial.today));
    assert_eq!((trial.then.cases, trial.today.cases), (1500, 1500));
    assert!(trial.today.cleared.is_some() && trial.charts.len() == 2);
}

#[test]
fn shared_people_make_nobody_wait_longer() {
    let (session, flow) = session(COUNTER);
    let lanes = session.document().lanes_of(flow);
    let pooled = lanes.iter().skip(1).map(|(id, _)| (*id).into()).collect();
    let levers = Levers {
        pooled,
        volume: 0.8,
        ..Levers::default()
    };
    let trial = tried(Question::Pooling, &levers);
    let [today, then] = [&trial.today, &trial.then].map(|told| told.wait_hours.mean);
    assert!(then <= today, "{then} {today}");
    assert!(foreseen(Question::Pooling, &levers).says[0].contains("窓口・審査"));
}

#[test]
fn what_is_not_known_can_be_entered() {
    let text = COUNTER
        .replace("@年間件数 9600件\n", "")
        .replace(" 2人", "")
        .replace(" 3人", "");
    let (session, flow) = session(&text);
    let ask = |levers: &Levers| forecast(&session, flow, Question::Volume, levers).unwrap();
    assert_eq!(ask(&Levers::default()).missing.len(), 2);
    let lanes = session.document().lanes_of(flow);
    let people = lanes.iter().skip(1).map(|(id, _)| ((*id).into(), 4.0));
    let levers = Levers {
        per_year: Some(5000.0),
        people: people.collect::<BTreeMap<_, _>>(),
        ..Levers::default()
    };
    let known = ask(&levers);
    assert!(known.missing.is_empty() && known.lanes.iter().all(|it| it.utilisation.is_some()));
}

#[test]
fn what_moves_the_time_most_is_told_first() {
    let (session, flow) = session(COUNTER);
    let levers = Levers {
        volume: 1.6,
        ..Levers::default()
    };
    let progress = Progress::default();
    let told = what_matters(&session, flow, Question::Volume, &levers, &progress).unwrap();
    assert!((1..=3).contains(&told.says.len()), "{:?}", told.says);
    assert!(
        told.says[0].contains("審査") || told.says[0].contains("件数"),
        "{:?}",
        told.says
    );
}

#[test]
fn a_better_flow_meets_the_same_cases() {
    let (session, flow) = session(COUNTER);
    let levers = Levers {
        to_be: Some(flow.into()),
        ..Levers::default()
    };
    let progress = Progress::default();
    let trial = try_out(&session, flow, Question::Compare, &levers, &progress).unwrap();
    let [today, then] = [&trial.today, &trial.then].map(|told| told.lead_hours.mean);
    assert!(
        (today - then).abs() < 1e-12,
        "the same luck: {today} {then}"
    );
    assert_eq!(
        Variant::AsIs,
        session.document().flow(flow).unwrap().variant
    );
}
