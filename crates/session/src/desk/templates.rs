//! What people often say, as a window offers it.
use kaizu_analysis::{TEMPLATES, all};
use kaizu_model::Voice;
use serde::Serialize;
use ts_rs::TS;

use crate::words::Words;

/// What people often say.
#[derive(Clone, Debug, Serialize, TS)]
pub struct VoiceTemplate {
    /// As a voice keeps it.
    pub id: &'static str,
    /// Whose words they are.
    pub voice: Voice,
    /// The words.
    pub text: String,
    /// Codes of the detectors that see what it hints at.
    pub detectors: &'static [&'static str],
    /// What they see, by name. Of some of them nothing is seen yet.
    pub hints: Vec<String>,
}

/// Every template, in the language of `words`.
pub(super) fn templates(words: &Words) -> Vec<VoiceTemplate> {
    let name = |code: &&str| {
        let seen = all().iter().find(|it| it.code() == *code)?;
        Some(words.say(&format!("finding-{}-name", seen.id())))
    };
    let one = |it: &kaizu_analysis::Template| VoiceTemplate {
        id: it.id,
        voice: it.voice,
        text: words.say(&format!("template-{}", it.id)),
        detectors: it.detectors,
        hints: it.detectors.iter().filter_map(name).collect(),
    };
    TEMPLATES.iter().map(one).collect()
}

#[cfg(test)]
mod tests {
    use kaizu_model::Language;

    use super::*;

    #[test]
    fn a_template_is_offered_with_its_words_and_what_it_hints_at() {
        let words = Words::new(Language::Ja);
        let all = templates(&words);
        let prints = all.iter().find(|it| it.id == "prints-applications");
        let prints = prints.unwrap();
        assert_eq!(prints.text, "電子申請を印刷している");
        assert_eq!(prints.detectors, ["M01"]);
        assert_eq!(prints.hints, [words.say("finding-print-and-rekey-name")]);
        // Whatever people say by a template, Kaizu looks for what it hints at.
        let unheard = all.iter().filter(|it| it.hints.len() < it.detectors.len());
        assert_eq!(unheard.map(|it| it.id).collect::<Vec<_>>(), [""; 0]);
    }
}
