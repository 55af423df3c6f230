//! The house rules that a compiler does not know.
use std::collections::BTreeSet;
use std::path::Path;

use kaizu_tests::{files, repository};

/// Lines a file may have.
const LINES_A_FILE: usize = 300;
/// Lines a function may have.
const LINES_A_FUNCTION: usize = 60;
/// Lines the shell of the window may have altogether: it wires, and decides nothing.
const LINES_OF_THE_SHELL: usize = 300;

/// Files that may be longer, each with its reason.
const LONGER: &[(&str, &str)] = &[
    (
        "crates/model/src/vocabulary.rs",
        "closed vocabularies, one line a word",
    ),
    (
        "crates/model/src/records/mod.rs",
        "the list of records and its exhaustive matches",
    ),
];

fn name(path: &Path) -> String {
    path.strip_prefix(repository())
        .unwrap_or(path)
        .display()
        .to_string()
}

fn sources() -> Vec<(String, String)> {
    let all = ["crates", "src-tauri", "tests"]
        .into_iter()
        .flat_map(|folder| files(folder, ".rs"));
    all.map(|(path, text)| (name(&path), text)).collect()
}

#[test]
fn every_file_says_what_it_is_for() {
    for (name, text) in sources() {
        assert!(text.starts_with("//! "), "{name} has no header");
    }
}

#[test]
fn files_stay_short() {
    let mut odd = Vec::new();
    for (name, text) in sources() {
        let is_excepted = LONGER.iter().any(|(longer, _)| *longer == name);
        let lines = text.lines().count();
        if (lines > LINES_A_FILE) != is_excepted {
            odd.push(format!("{name}: {lines} lines, excepted: {is_excepted}"));
        }
    }
    assert!(odd.is_empty(), "{odd:#?}");
}

#[test]
fn the_shell_of_the_window_stays_thin() {
    let shell = files("src-tauri", ".rs");
    let lines: usize = shell.iter().map(|(_, text)| text.lines().count()).sum();
    assert!(
        (1..LINES_OF_THE_SHELL).contains(&lines),
        "the shell has {lines} lines"
    );
}

#[test]
fn functions_stay_short() {
    let mut long = Vec::new();
    for (name, text) in sources() {
        let mut begun: Option<(usize, &str, String)> = None;
        for (n, line) in text.lines().enumerate() {
            let indent: String = line.chars().take_while(|c| *c == ' ').collect();
            let word = line.trim_start();
            let is_head = [
                "fn ",
                "pub fn ",
                "pub(crate) fn ",
                "pub(super) fn ",
                "const fn ",
            ]
            .iter()
            .any(|head| word.starts_with(head));
            if is_head && !line.trim_end().ends_with(';') && !line.trim_end().ends_with('}') {
                begun = Some((n, word, indent));
            } else if let Some((from, head, at)) = &begun
                && line == format!("{at}}}")
            {
                if n - from >= LINES_A_FUNCTION {
                    long.push(format!("{name}: {head} has {} lines", n - from + 1));
                }
                begun = None;
            }
        }
    }
    assert!(long.is_empty(), "{long:#?}");
}

#[test]
fn nothing_is_left_for_later() {
    let words = ["TO", "FIX", "XX"].map(|head| {
        format!(
            "{head}{}",
            if head == "TO" {
                "DO"
            } else if head == "FIX" {
                "ME"
            } else {
                "X"
            }
        )
    });
    for (name, text) in sources() {
        for word in &words {
            assert!(!text.contains(word.as_str()), "{name} says {word}");
        }
    }
}

#[test]
fn one_word_names_file_struct_and_list_entry() {
    for (folder, ending) in [
        ("crates/model/src/commands", "Apply for "),
        ("crates/cli/src/commands", "Verb for "),
    ] {
        let listing: String = files(folder, "mod.rs")
            .into_iter()
            .map(|(_, text)| text)
            .collect();
        for (path, text) in files(folder, ".rs") {
            let stem = path
                .file_stem()
                .and_then(|stem| stem.to_str())
                .unwrap_or_default()
                .to_owned();
            if stem == "mod" || !text.contains(ending) {
                continue;
            }
            let camel: String = stem
                .split('_')
                .map(|part| {
                    part.chars()
                        .next()
                        .map(|c| c.to_ascii_uppercase())
                        .into_iter()
                        .chain(part.chars().skip(1))
                        .collect::<String>()
                })
                .collect();
            assert!(
                text.contains(&format!("{ending}{camel} ")),
                "{stem}.rs has no {camel}"
            );
            assert!(
                listing.contains(&format!("{stem}::{camel}")),
                "{stem} is not listed"
            );
        }
    }
}

#[test]
fn samples_are_marked_as_examples() {
    let samples = files("samples", ".flow");
    assert!(!samples.is_empty());
    for (path, text) in samples {
        assert!(text.contains("@例示"), "{} is not marked", path.display());
    }
}

#[test]
fn the_repository_names_no_machine() {
    let endings = [
        ".rs", ".md", ".toml", ".ftl", ".flow", ".sql", ".ts", ".tsx", ".css", ".html", ".json",
    ];
    let texts = endings.iter().flat_map(|ending| files("", ending));
    let paths = ["/ho", "/ro", "/wo"].map(|head| {
        format!(
            "{head}{}",
            match head {
                "/ho" => "me/",
                "/ro" => "ot/",
                _ => "rk/",
            }
        )
    });
    let mut seen = BTreeSet::new();
    for (path, text) in texts {
        for forbidden in &paths {
            if text
                .match_indices(forbidden.as_str())
                .any(|(at, _)| is_a_root(&text, at))
            {
                seen.insert(name(&path));
            }
        }
    }
    assert!(seen.is_empty(), "{seen:?}");
}

/// Whether the path at `at` begins there, and is not the tail of a longer one.
fn is_a_root(text: &str, at: usize) -> bool {
    !text[..at].ends_with(|before: char| before.is_alphanumeric() || before == '.')
}
