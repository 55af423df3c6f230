//! What findings weigh: avoidable amounts, confidence and level, the same way for every detector.
//!
//! impact = 100·(w₁·staff/Σstaff + w₂·residents/Σresidents + w₃·lead/Σlead + w₄·voices/Σvoices) with
//! w = (0.35, 0.35, 0.15, 0.15); a term without a denominator is left out and the weights are scaled up.
//! A voice is about what was found at its steps; one that was written from a template, about what that hints at, where it
//! was found there, and in the whole flow where it names no step.
//! priority = impact × confidence; high from 10, medium from 3. What is guarded is low: to be looked at, not counted on.
use std::collections::{BTreeMap, BTreeSet};

use kaizu_model::{Complaint, ComplaintId, Level, Method, NodeId, Step};

use crate::avoidable::{Avoidable, amount, union};
use crate::detectors::Gravity;
use crate::finding::{Claim, Finding};
use crate::graph::Graph;
use crate::metrics::{Metrics, exact};
use crate::templates::hinted;
use crate::weighing::Weighing;

/// From this priority on a finding is high.
const HIGH: f64 = 10.0;
/// From this priority on a finding is medium.
const MEDIUM: f64 = 3.0;

/// Fills in level, confidence, avoidable amounts and voices of every finding.
pub(crate) fn weigh(graph: &Graph, findings: &mut [Finding]) {
    let metrics = exact(graph);
    let heard = heard(graph, findings);
    let voices = graph.document.complaints_of(graph.flow);
    let all_heard: f64 = voices.map(|(_, complaint)| complaint.weight()).sum();
    for (finding, own) in findings.iter_mut().zip(heard) {
        let avoidable = amount(graph, &finding.claims);
        finding.avoidable = avoidable.in_cases(graph.volume());
        finding.confidence = confidence(graph, finding);
        let heard: f64 = own.iter().map(|(_, weight)| weight).sum();
        finding.complaints = own.into_iter().map(|(id, _)| id).collect();
        let parts = parts(&avoidable, &metrics, heard, all_heard);
        finding.weight = Weighing::of(graph, parts, finding.confidence);
        finding.level = level_of(finding);
    }
}

/// Fills in what findings over several flows weigh, for one who passes each of them once. Gives what could be avoided
/// altogether.
pub(crate) fn weigh_across(graphs: &[Graph], findings: &mut [Finding]) -> Avoidable {
    let Some(first) = graphs.first() else {
        return Avoidable::default();
    };
    let figures: Vec<Metrics> = graphs.iter().map(exact).collect();
    let sum = |figure: fn(&Metrics) -> Option<f64>| figures.iter().map(figure).sum();
    let metrics = Metrics {
        staff_min_per_case: sum(|it| it.staff_min_per_case),
        resident_min_per_case: sum(|it| it.resident_min_per_case),
        lead_working_hours: sum(|it| it.lead_working_hours),
        ..Metrics::default()
    };
    for finding in findings.iter_mut() {
        let of = |graph: &Graph| (amount(graph, &finding.claims), graph.volume());
        let amounts: Vec<(Avoidable, Option<f64>)> = graphs.iter().map(of).collect();
        let one = amounts.iter().map(|(one, _)| *one);
        let of_one = one.reduce(Avoidable::plus).unwrap_or_default();
        let all = amounts.iter().map(|(one, volume)| one.in_cases(*volume));
        finding.avoidable = all.reduce(Avoidable::plus).unwrap_or_default();
        let confidences = graphs.iter().map(|graph| confidence(graph, finding));
        finding.confidence = confidences.fold(1.0, f64::min);
        // Voices speak about their own flow.
        let parts = parts(&of_one, &metrics, 0.0, 0.0);
        finding.weight = Weighing::of(first, parts, finding.confidence);
        finding.level = level_of(finding);
    }
    let findings = &*findings;
    let unions = graphs.iter().map(|graph| union(graph, findings));
    unions.reduce(Avoidable::plus).unwrap_or_default()
}

/// The voices about each of the `findings`, with what they weigh.
fn heard(graph: &Graph, findings: &[Finding]) -> Vec<Vec<(ComplaintId, f64)>> {
    let mut there: BTreeMap<NodeId, Vec<usize>> = BTreeMap::new();
    for (n, finding) in findings.iter().enumerate() {
        for node in &finding.nodes {
            there.entry(*node).or_default().push(n);
        }
    }
    let mut heard = vec![Vec::new(); findings.len()];
    for (id, complaint) in graph.document.complaints_of(graph.flow) {
        for n in meant(complaint, findings, &there) {
            heard[n].push((id, complaint.weight()));
        }
    }
    heard
}

/// Which of the `findings` a voice is about, where it is known which of them are `there` at each node.
fn meant(
    complaint: &Complaint,
    findings: &[Finding],
    there: &BTreeMap<NodeId, Vec<usize>>,
) -> BTreeSet<usize> {
    let steps = complaint.steps.iter();
    let there = steps.filter_map(|step| there.get(step)).flatten().copied();
    let there: BTreeSet<usize> = there.collect();
    let hinted = hinted(complaint);
    let is_named = |n: &usize| hinted.contains(&findings[*n].code);
    let named: BTreeSet<usize> = if complaint.steps.is_empty() {
        (0..findings.len()).filter(is_named).collect()
    } else {
        there.iter().copied().filter(is_named).collect()
    };
    if named.is_empty() { there } else { named }
}

/// By what it is, and by its priority where it is waste that nothing guards.
fn level_of(finding: &Finding) -> Level {
    match finding.gravity {
        Gravity::Error => Level::High,
        Gravity::Warning => Level::Low,
        Gravity::Note => Level::Info,
        Gravity::Waste if !finding.guards.is_empty() => Level::Low,
        Gravity::Waste => level(finding.weight.priority),
    }
}

fn level(priority: f64) -> Level {
    if priority >= HIGH {
        Level::High
    } else if priority >= MEDIUM {
        Level::Medium
    } else {
        Level::Low
    }
}

/// Which part of each whole could be avoided: staff, residents, lead time, voices. Of one case: how much a finding weighs
/// does not hang on how many there are.
fn parts(avoidable: &Avoidable, metrics: &Metrics, heard: f64, all_heard: f64) -> [Option<f64>; 4] {
    let terms = [
        (avoidable.staff_minutes_per_year, metrics.staff_min_per_case),
        (
            avoidable.resident_minutes_per_year,
            metrics.resident_min_per_case,
        ),
        (avoidable.lead_hours, metrics.lead_working_hours),
        (Some(heard), Some(all_heard)),
    ];
    terms.map(|(part, whole)| {
        let whole = whole.filter(|whole| *whole > 0.0)?;
        Some(part.unwrap_or(0.0) / whole)
    })
}

/// The product over the kinds of figures that are claimed, each as sure as its least sure one: 1.0 where it was
/// measured or entered, 0.8 where somebody estimated it, 0.5 where it is unknown.
fn confidence(graph: &Graph, finding: &Finding) -> f64 {
    let minutes = |step: &Step| match (step.minutes, step.method) {
        (None, _) => 0.5,
        (Some(_), Some(Method::Estimated | Method::Ratio)) => 0.8,
        (Some(_), Some(Method::Measured | Method::Reported) | None) => 1.0,
    };
    let wait = |step: &Step| if step.wait.is_some() { 1.0 } else { 0.5 };
    let least = |is_claimed: &dyn Fn(&Claim) -> bool, sure: &dyn Fn(&Step) -> f64| {
        let claimed = finding.claims.iter().filter(|(_, claim)| is_claimed(claim));
        let steps = claimed.filter_map(|(node, _)| graph.step(graph.index(*node)?));
        steps.map(sure).fold(1.0, f64::min)
    };
    least(&|claim| claim.minutes_share > 0.0, &minutes)
        * least(&|claim| claim.wait_share > 0.0, &wait)
}

#[cfg(test)]
mod tests {
    use kaizu_model::{Cancel, notation};

    use super::*;
    use crate::find;

    /// The levels of the double entries in a flow of a form and a step that types it again.
    fn levels(head: &str, system: &str) -> Vec<Level> {
        let text = format!(
            "{head}\n住民: フォームに書く 10分 [記入 電子]\n  書く: 氏名\n\
             審査: 審査する 12分 [審査 電子 待ち8時間]\n\
             市民課: 台帳に入力する 4分 [転記 紙→業務システム]\n  システム: 台帳\n  読む: 氏名\n  書く: 氏名\n\
             福祉課: 名簿に入力する 4分 [転記 紙→業務システム]\n  システム: {system}\n  読む: 氏名\n  書く: 氏名\n"
        );
        let document = notation::parse(&text).unwrap();
        let flow = document.first_flow().unwrap();
        find(&document, flow, None, &Cancel::default())
            .unwrap()
            .iter()
            .filter(|finding| finding.code == "E01")
            .map(|finding| finding.level)
            .collect()
    }

    #[test]
    fn how_much_waste_weighs_does_not_hang_on_the_volume() {
        assert_eq!(levels("", "名簿"), [Level::High, Level::High]);
        assert_eq!(levels("@年間件数 4000件", "名簿"), levels("", "名簿"));
    }

    #[test]
    fn what_is_typed_into_the_same_store_again_weighs_once() {
        assert_eq!(levels("", "台帳"), [Level::High]);
    }

    #[test]
    fn bounds_belong_to_the_higher_level() {
        assert_eq!(level(10.0), Level::High);
        assert_eq!(level(9.99), Level::Medium);
        assert_eq!(level(3.0), Level::Medium);
        assert_eq!(level(2.99), Level::Low);
    }

    /// Codes of the findings, each with how many voices are about it, of a flow in which an application is printed and typed
    /// again, checked twice, and of which somebody says `voice`.
    fn heard(voice: &str) -> Vec<(&'static str, usize)> {
        let text = format!(
            "住民: 電子申請に入力する 10分 [記入 電子→電子]\n  システム: 電子申請\n  書く: 申請データ、氏名\n\
             受付: 申請を印刷する 2分 [#A 印刷 電子→紙]\n  読む: 申請データ\n  書く: 申請書\n\
             受付: 給付システムに手で入力する 4分 [#B 転記 紙→業務システム]\n  システム: 給付システム\n\
             \x20 読む: 申請書、氏名\n  書く: 氏名\n\
             審査: 見る 2分 [#C 確認 慣行]\n  確認: 対象=申請 観点=口座\n\
             課長: また見る 2分 [#D 確認 慣行]\n  確認: 対象=申請 観点=口座\n{voice}\n"
        );
        let document = notation::parse(&text).unwrap();
        let flow = document.first_flow().unwrap();
        let found = find(&document, flow, None, &Cancel::default()).unwrap();
        found
            .iter()
            .map(|it| (it.code, it.complaints.len()))
            .filter(|(_, n)| *n > 0)
            .collect()
    }

    #[test]
    fn a_voice_of_a_template_is_about_what_it_hints_at_where_that_was_found() {
        let free = heard("@声 職員 不満 #B: 名簿に打ち直している");
        assert!(free.contains(&("M01", 1)) && free.len() > 1, "{free:?}");
        let template = "[ひな型:prints-applications]";
        let named = heard(&format!("@声 職員 不満 #B {template}: 印刷している"));
        assert_eq!(named, [("M01", 1)]);
        let whole = heard(&format!("@声 職員 不満 {template}: 印刷している"));
        assert_eq!(whole, [("M01", 1)]);
        // Where what it hints at was not found, it is about what was.
        let elsewhere = heard(&format!("@声 職員 不満 #D {template}: 印刷している"));
        assert_eq!(elsewhere, [("C02", 1)]);
        // A resident does not speak in the words of staff.
        let other = heard(&format!("@声 住民 不満 {template}: 印刷している"));
        assert_eq!(other, []);
    }

    #[test]
    fn each_kind_of_figure_that_is_unknown_makes_a_claim_less_sure() {
        let sure = |second: &str| {
            let check = "確認 慣行";
            let text = format!(
                "係: 見る 2分 [{check} 待ち1時間]\n  確認: 対象=申請 観点=口座\n長: また見る {second}\n  確認: 対象=申請 観点=口座\n"
            );
            let document = notation::parse(&text).unwrap();
            let found = find(
                &document,
                document.first_flow().unwrap(),
                None,
                &Cancel::default(),
            );
            let found = found.unwrap();
            let again = found.iter().find(|it| it.code == "C02").unwrap();
            assert!(!again.claims.is_empty());
            again.confidence
        };
        let is = |second: &str, expected: f64| (sure(second) - expected).abs() < 1e-9;
        assert!(is("2分 [確認 慣行 待ち1時間]", 1.0));
        assert!(is("2分 [確認 慣行]", 0.5));
        assert!(is("[確認 慣行]", 0.25));
    }
}
