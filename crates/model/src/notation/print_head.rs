//! The lines that begin with @, as they are printed.
use super::canonical::{declared, mentioned};
use super::guess::guessed;
use super::keyword::{Claim, Directive, Label};
use super::print::{Page, bracket, bracketed_text};
use super::quote::{name, text, word};
use crate::{DutyScope, Form, Item, Lane, LaneId, Process, Quantity, Rank, Store, Variant};

/// Everything above the first step.
pub(super) fn lines(page: &Page, lines: &mut Vec<String>) {
    if let Some((_, process)) = page.document.processes().next() {
        process_lines(page, process, lines);
    }
    if let Ok(flow) = page.document.flow(page.flow) {
        if flow.variant != Variant::AsIs {
            lines.push(line(Directive::Variant, flow.variant.ja()));
        }
        if flow.name != flow.variant.ja() {
            lines.push(line(Directive::Flow, &text(&flow.name)));
        }
        texts(
            lines,
            &[
                (Directive::Version, &flow.version),
                (Directive::Status, &flow.status),
                (Directive::Note, &flow.note),
            ],
        );
    }
    let drawn = page.document.lanes_of(page.flow);
    if !are_plain(page, &drawn) {
        for (_, lane) in drawn {
            lines.push(line(
                Directive::Lane,
                &(name(&lane.name) + &bracket(&lane_words(lane))),
            ));
        }
    }
    let phases = page.document.phases_of(page.flow);
    if !phases.is_empty() {
        let one = |phase: &crate::Phase| match &phase.key {
            Some(key) => format!("{}[#{}]", word(&phase.name), word(key)),
            None => word(&phase.name),
        };
        let all: Vec<String> = phases.iter().map(|(_, phase)| one(phase)).collect();
        lines.push(line(Directive::Phases, &all.join(" ")));
    }
    let Some((process, _)) = page.document.processes().next() else {
        return;
    };
    let mentioned = mentioned(page.document, page.flow, process);
    for id in declared(page.document, process, &mentioned) {
        if let Ok(item) = page.document.item(id) {
            lines.push(line(
                Directive::Item,
                &(name(&item.name) + &bracket(&item_words(item))),
            ));
        }
    }
    lines.extend(page.document.forms().map(|(_, form)| form_line(page, form)));
    lines.extend(
        page.document
            .stores()
            .map(|(_, store)| store_line(page, store)),
    );
}

/// Voices and duties, below the last step.
pub(super) fn closing_lines(page: &Page, lines: &mut Vec<String>) {
    for (_, it) in page.document.complaints_of(page.flow) {
        let steps: Vec<&str> = it.steps.iter().map(|id| page.node(*id)).collect();
        let mut words = Vec::new();
        words.extend(it.count.map(|count| format!("{}件", count.get())));
        words.extend(it.severity.map(|severity| format!("重さ{severity}")));
        words.extend(it.source.map(|source| source.ja().to_owned()));
        words.extend(
            it.phase
                .map(|phase| format!("{}:{}", Label::Phase.ja(), page.phase(phase))),
        );
        for (label, text) in [
            (Label::Template, &it.template),
            (Label::ResolvedBy, &it.resolved_by),
        ] {
            words.extend(labelled(label, text.as_ref()));
        }
        let head = format!("{} {} {}", it.voice.ja(), it.kind.ja(), steps.join("、"));
        let head = head.trim_end().to_owned() + &bracket(&words);
        lines.push(line(
            Directive::Voice,
            &format!("{head}: {}", text(&it.text)),
        ));
    }
    for (_, it) in page.document.duties_of(page.flow) {
        let (first, second) = (page.steps(&it.first), page.steps(&it.second));
        let basis = match it.scope {
            Some(scope) => bracket(&scope_words(scope, &it.basis)),
            None => bracketed_text(&it.basis),
        };
        lines.push(line(Directive::Duty, &format!("{first} / {second}{basis}")));
    }
}

fn scope_words(scope: DutyScope, basis: &str) -> Vec<String> {
    let mut words = vec![format!("{}:{}", Label::Scope.ja(), scope.ja())];
    words.extend((!basis.is_empty()).then(|| word(basis)));
    words
}

fn labelled(label: Label, it: Option<&String>) -> Option<String> {
    it.map(|it| format!("{}:{}", label.ja(), word(it)))
}

fn line(directive: Directive, rest: &str) -> String {
    format!("@{} {rest}", directive.ja()).trim_end().to_owned()
}

fn texts(lines: &mut Vec<String>, all: &[(Directive, &Option<String>)]) {
    for (directive, it) in all {
        lines.extend(it.as_ref().map(|it| line(*directive, &text(it))));
    }
}

fn process_lines(page: &Page, process: &Process, lines: &mut Vec<String>) {
    if !process.name.is_empty() {
        lines.push(format!("# {}", text(&process.name)));
    }
    texts(lines, &[(Directive::Key, &process.key)]);
    if process.is_illustrative {
        lines.push(line(Directive::Illustrative, ""));
    }
    texts(
        lines,
        &[
            (Directive::Purpose, &process.purpose),
            (Directive::Outcome, &process.outcome),
        ],
    );
    if !process.laws.is_empty() {
        let laws: Vec<String> = process.laws.iter().map(|law| name(law)).collect();
        lines.push(line(Directive::Laws, &laws.join("、")));
    }
    texts(lines, &[(Directive::Section, &process.section)]);
    lines.extend(process.kind.map(|kind| line(Directive::Kind, kind.ja())));
    let mut amount = |directive, it: Option<Quantity>, unit| {
        lines.extend(it.map(|it| line(directive, &format!("{}{unit}", it.get()))));
    };
    amount(Directive::Volume, process.volume_per_year, "");
    amount(Directive::NormalVolume, process.volume_normal, "");
    amount(Directive::PeakVolume, process.volume_at_peak, "");
    amount(Directive::PeakDays, process.peak_days, "日");
    amount(Directive::OffPeakVolume, process.volume_off_peak, "");
    amount(Directive::Backlog, process.backlog, "");
    amount(Directive::StandardDays, process.standard_days, "日");
    texts(lines, &[(Directive::LifeEvent, &process.life_event)]);
    if !process.required_outputs.is_empty() {
        let items = page.items(&process.required_outputs);
        lines.push(line(Directive::RequiredOutputs, &items));
    }
    lines.extend(process.arrivals.map(|it| {
        let (pattern, calendar) = (it.pattern.ja(), it.calendar.ja());
        let rest = format!("{}件/時 {pattern} {calendar}", it.per_hour.get());
        line(Directive::Arrivals, &rest)
    }));
}

/// Whether the lanes would be the same if no line declared them.
fn are_plain(page: &Page, lanes: &[(LaneId, &Lane)]) -> bool {
    let mut seen: Vec<LaneId> = Vec::new();
    for node in page.document.nodes_of(page.flow) {
        if seen.last() != Some(&node.lane) && !seen.contains(&node.lane) {
            seen.push(node.lane);
        }
    }
    let is_usual = |lane: &Lane| {
        let usual = Lane::new(
            lane.flow,
            Rank::default(),
            guessed(&lane.name),
            lane.name.clone(),
        );
        usual
            == Lane {
                rank: Rank::default(),
                ..lane.clone()
            }
    };
    let mut names: Vec<&str> = lanes.iter().map(|(_, lane)| lane.name.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    names.len() == lanes.len()
        && lanes.iter().map(|(id, _)| id).eq(&seen)
        && lanes.iter().all(|(_, lane)| is_usual(lane))
}

fn lane_words(lane: &Lane) -> Vec<String> {
    let mut words = Vec::new();
    words.extend(lane.key.as_ref().map(|key| format!("#{}", word(key))));
    words.push(lane.kind.ja().to_owned());
    words.extend(lane.headcount.map(|people| format!("{}人", people.get())));
    words.extend(labelled(Label::Section, lane.section.as_ref()));
    words.extend(labelled(Label::Location, lane.location.as_ref()));
    words.extend(labelled(Label::Pool, lane.pool.as_ref()));
    words.extend(labelled(Label::Hours, lane.hours.as_ref()));
    words.extend(
        lane.yen_per_hour
            .map(|yen| format!("{}:{}円", Label::Wage.ja(), yen.get())),
    );
    words
}

fn item_words(item: &Item) -> Vec<String> {
    let mut words = Vec::new();
    words.extend(item.class.map(|class| class.ja().to_owned()));
    words.extend(item.is_known_to_city.map(|is_known| {
        let claim = if is_known {
            Claim::KnownToCity
        } else {
            Claim::NotKnownToCity
        };
        claim.ja().to_owned()
    }));
    words.extend(
        item.source
            .map(|source| format!("{}:{}", Label::Source.ja(), source.ja())),
    );
    words.extend(item.is_personal.map(|is_personal| {
        let claim = if is_personal {
            Claim::Personal
        } else {
            Claim::NotPersonal
        };
        claim.ja().to_owned()
    }));
    words.extend(item.is_specific_personal.map(|is_specific| {
        let claim = if is_specific {
            Claim::SpecificPersonal
        } else {
            Claim::NotSpecificPersonal
        };
        claim.ja().to_owned()
    }));
    words.extend(labelled(Label::Recipient, item.recipient.as_ref()));
    words
}

fn form_line(page: &Page, form: &Form) -> String {
    let mut words = Vec::new();
    words.extend(form.copies.map(|copies| format!("{}部", copies.get())));
    words.extend(
        form.retention_years
            .map(|years| format!("保存{}年", years.get())),
    );
    words.extend(form.seals.iter().map(|seal| seal.ja().to_owned()));
    let mut rest = name(&form.name) + &bracket(&words);
    let (items, attachments) = (page.items(&form.items), page.items(&form.attachments));
    if !items.is_empty() || !attachments.is_empty() {
        rest = format!("{rest}: {items}");
    }
    if !attachments.is_empty() {
        rest = format!("{rest} / {attachments}");
    }
    line(Directive::Form, &rest)
}

fn store_line(page: &Page, store: &Store) -> String {
    let mut words = Vec::new();
    words.extend(store.kind.map(|kind| kind.ja().to_owned()));
    words.extend(labelled(Label::Owner, store.owner.as_ref()));
    let mut rest = name(&store.name) + &bracket(&words);
    if !store.authoritative_for.is_empty() {
        rest = format!("{rest}: {}", page.items(&store.authoritative_for));
    }
    line(Directive::Store, &rest)
}
