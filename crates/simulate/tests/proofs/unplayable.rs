//! What cannot be played is not played: it is said why.
use kaizu_model::{Document, EdgeId, NodeId, Progress, RecordId, notation};
use kaizu_simulate::{Arrivals, Hours, People, Plan, Unplayable, run};

use crate::office::plan;

const CHECK: &str = "@担当 係 [職員 2人]\n係: 来る 1分\n係: 一 10分 [#1]\n係: よいか [分岐]\n  20% 否 → #1\n  80% 可 → #2\n\
                     係: 二 10分 [#2]\n";

fn a_few() -> Plan {
    plan(Arrivals::Random { per_hour: 2.0 }, 50)
}

fn reason(document: &Document, plan: &Plan) -> Option<Unplayable> {
    let flow = document.first_flow().unwrap();
    run(document, flow, plan, &Progress::default()).err()
}

fn why(text: &str, plan: &Plan) -> Option<Unplayable> {
    reason(&notation::parse(text).unwrap(), plan)
}

/// The arrow with this condition.
fn arrow(document: &Document, condition: &str) -> EdgeId {
    let named = |edge: &kaizu_model::Edge| edge.condition.as_deref() == Some(condition);
    let mut all = document.edges();
    all.find(|(_, edge)| named(edge)).unwrap().0
}

/// The flow that is left without some records.
fn without(is_left_out: &dyn Fn(RecordId) -> bool) -> Document {
    let document = notation::parse(CHECK).unwrap();
    let left = document.records().filter(|(id, _)| !is_left_out(*id));
    left.map(|(id, record)| (id, record.clone())).collect()
}

#[test]
fn a_drawing_in_which_cases_get_stuck_or_are_doubled_is_not_played() {
    assert_eq!(why(CHECK, &a_few()), None);
    let empty = without(&|id| NodeId::try_from(id).is_ok() || EdgeId::try_from(id).is_ok());
    assert_eq!(reason(&empty, &a_few()), Some(Unplayable::Empty));
    let waits = "係: 分ける [分岐]\n  50% 甲 → #1\n  50% 乙 → #2\n係: 一 1分 [#1]\n  → #3\n係: 二 1分 [#2]\n  → #3\n\
                 係: 合わせる [#3 合流AND]\n";
    assert!(matches!(why(waits, &a_few()), Some(Unplayable::Unsound(_))));
    let twice = waits.replace("50% 甲 →", "→").replace("50% 乙 →", "→");
    let twice = twice
        .replace("[分岐]", "[分岐AND]")
        .replace("合流AND", "合流");
    assert!(matches!(
        why(&twice, &a_few()),
        Some(Unplayable::Unsound(_))
    ));
}

#[test]
fn who_would_go_round_for_ever_does_not_begin() {
    let always = CHECK.replace("20%", "100%").replace("80%", "0%");
    assert_eq!(why(&always, &a_few()), Some(Unplayable::Endless));
}

#[test]
fn where_the_other_way_is_not_drawn_everybody_takes_the_one_that_is() {
    // Four of five have no way, and whoever plays it would send them back again and again.
    let passes = arrow(&notation::parse(CHECK).unwrap(), "可");
    let undrawn = without(&|id| id == passes.into());
    assert_eq!(reason(&undrawn, &a_few()), Some(Unplayable::Endless));
}

#[test]
fn an_office_that_never_opens_and_work_without_an_end_have_no_outcome() {
    let shut = Plan {
        hours: Hours::plain_week(9 * 60, 9 * 60),
        ..a_few()
    };
    assert_eq!(why(CHECK, &shut), Some(Unplayable::NeverOpen));
    let centuries = CHECK.replace("10分 [#2]", "9000000時間 [#2]");
    assert_eq!(why(&centuries, &a_few()), Some(Unplayable::Stuck));
    let a_lifetime = Plan {
        people: People::Unlimited,
        ..a_few()
    };
    let decades = centuries.replace("9000000", "900000");
    assert_eq!(why(&decades, &a_lifetime), None);
}

#[test]
fn who_is_told_to_stop_stops() {
    let document = notation::parse(CHECK).unwrap();
    let progress = Progress::default();
    progress.cancel.cancel();
    let flow = document.first_flow().unwrap();
    let stopped = run(&document, flow, &a_few(), &progress).err();
    assert_eq!(stopped, Some(Unplayable::Cancelled));
}
