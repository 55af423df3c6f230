//! A proposal as text for people.
use kaizu_model::Language;

use super::analyze::{Kept, title};
use super::figures::changes;
use super::office_time::told;
use super::told_change::ToldChange;
use super::told_proposal::{Alternative, ToldProposal};
use crate::page::Page;
use crate::words::Words;

impl ToldProposal {
    /// As text for people.
    pub fn text(&self, words: &Words) -> String {
        let mut page = Page::default();
        page.line(title(words, &self.process, self.illustrative));
        page.heading(words.say("heading-before-after"));
        page.lines(changes(words, self.day, &self.before, &self.after));
        if let Some(played) = &self.played {
            page.heading(words.say("heading-played"));
            page.lines(played.lines(words, self.day));
        }
        page.heading(words.tell("heading-changes", &[("n", self.changes.len().to_string())]));
        for (n, change) in self.changes.iter().enumerate() {
            page.lines(change.lines(words, n + 1));
        }
        page.heading(words.say("heading-invariants"));
        for invariant in &self.invariants {
            let mark = if invariant.holds { "✓" } else { "✗" };
            page.line(format!("  {mark} {} {}", invariant.id, invariant.why));
        }
        if !self.kept.is_empty() {
            page.heading(words.say("heading-protected"));
            page.lines(self.kept.iter().map(Kept::line));
        }
        page.heading(words.say("heading-alternatives"));
        page.lines(
            self.alternatives
                .iter()
                .map(|it| format!("  {}", it.line(words, self.day))),
        );
        page.text()
    }
}

impl Alternative {
    fn line(&self, words: &Words, day: f64) -> String {
        let number = |value: Option<f64>| value.map_or_else(|| words.say("unknown"), Words::number);
        let mut values = vec![
            ("package", words.say(&format!("package-{}", self.package))),
            ("staff", number(self.staff_min_per_case)),
            ("residents", number(self.resident_min_per_case)),
            ("n", self.changes.to_string()),
        ];
        let Some(lead) = self.lead_hours else {
            return words.tell("alternative", &values);
        };
        let hours = |hours: f64| told(words, day, hours, false);
        values.extend([
            ("lead", hours(lead.mean)),
            ("low", hours(lead.low95)),
            ("high", hours(lead.high95)),
        ]);
        words.tell("alternative-played", &values)
    }
}

impl ToldChange {
    /// What the range of the effect comes from; nothing where there is no range.
    fn range_from(&self, words: &Words) -> String {
        if !self.has_range {
            return String::new();
        }
        let lines: Vec<String> = self.assumptions.iter().map(|it| it.line(words)).collect();
        words.list(&lines)
    }

    fn lines(&self, words: &Words, n: usize) -> Vec<String> {
        let class = words.say(&format!("class-{}", self.class));
        let voices = if self.complaints.is_empty() {
            String::new()
        } else {
            self.complaints.len().to_string()
        };
        let parts = [
            ("change-who", self.who.clone()),
            ("change-what", self.what.clone()),
            ("change-how", self.how.clone()),
            ("change-effect", self.effect.clone()),
            ("change-assumptions", self.range_from(words)),
            ("change-voices", voices),
            ("change-also", words.list(&self.also)),
            ("change-loses", self.loses.join(space(words))),
            ("change-procedure", words.list(&self.procedure_needed)),
            ("change-authority", self.authority.clone()),
        ];
        let places: Vec<&str> = [self.rewrite.as_str()]
            .into_iter()
            .chain(self.steps.iter().map(String::as_str))
            .collect();
        let head = format!("{n}. {class} {} ({})", self.title, places.join(" "));
        let said = parts.into_iter().filter(|(_, text)| !text.is_empty());
        std::iter::once(head)
            .chain(said.map(|(id, text)| format!("   {}: {text}", words.say(id))))
            .collect()
    }
}

/// What stands between two sentences.
fn space(words: &Words) -> &'static str {
    match words.language() {
        Language::Ja => "",
        Language::En => " ",
    }
}
