//! What is said about the samples reads well: no gap, no raw id, no word of the other language.
#![expect(
    clippy::disallowed_methods,
    reason = "the samples are read from the disk"
)]
#![expect(clippy::unwrap_used, reason = "what a test cannot set up ends it")]
use std::path::{Path, PathBuf};

use kaizu_session::Session;
use kaizu_session::model::Language;
use kaizu_session::requests::{
    analyze::Analyze, check::Check, propose::Package, propose::Propose, read_aloud::ReadAloud,
};

fn samples() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../samples");
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    paths
}

/// Everything that is said about one sample.
fn said(path: &Path, language: Language) -> String {
    let session = Session::open(path, language).unwrap();
    let flow = session.choose(None, None).unwrap();
    let proposed = session.ask(&Propose::new(Package::Free, 0), flow).unwrap();
    let texts = [
        session.ask(&Check, flow).unwrap().text(&session),
        session
            .ask(&Analyze::default(), flow)
            .unwrap()
            .text(&session),
        session.ask(&ReadAloud, flow).unwrap(),
        proposed.told.text(session.words()),
    ];
    texts.join("\n")
}

#[test]
fn no_sentence_has_a_gap() {
    for path in samples() {
        for language in [Language::Ja, Language::En] {
            let text = said(&path, language);
            for gap in [
                "{$", "{ $", "「」", "“”", "()", "step/", "gateway/", "NaN", "−0 ", "-0 ",
            ] {
                let line = text.lines().find(|line| line.contains(gap));
                assert_eq!(line, None, "{}: {gap}", path.display());
            }
        }
    }
}

#[test]
fn english_sentences_are_english() {
    for path in samples() {
        let session = Session::open(&path, Language::En).unwrap();
        let flow = session.choose(None, None).unwrap();
        let told = session
            .ask(&Propose::new(Package::Free, 0), flow)
            .unwrap()
            .told;
        let own_words = told
            .changes
            .iter()
            .flat_map(|change| [&change.title, &change.how, &change.who]);
        for sentence in own_words.chain(told.invariants.iter().map(|it| &it.why)) {
            assert!(
                sentence.is_ascii() || !sentence.contains(['。', '、', 'を', 'の']),
                "{sentence}"
            );
        }
    }
}
