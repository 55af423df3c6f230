//! The house rules of the interface: short files that say what they are for, and no sentence without its words.
use std::collections::BTreeSet;

use kaizu_session::message_ids;
use kaizu_session::model::Language;
use kaizu_tests::{files, repository};

/// Lines a file may have.
const LINES_A_FILE: usize = 300;
/// Lines a function may have.
const LINES_A_FUNCTION: usize = 60;
/// Lines a component may have: what it shows is one long expression.
const LINES_A_COMPONENT: usize = 70;
/// Beginnings of lines that begin a function, after its indent.
const HEADS: &[&str] = &["function ", "async function ", "const ", "static "];

/// The files that people wrote: name and text.
fn sources(endings: &[&str]) -> Vec<(String, String)> {
    let found = endings.iter().flat_map(|ending| {
        files("ui", ending)
            .into_iter()
            .chain(files("tests/browser", ending))
    });
    found
        .map(|(path, text)| {
            let name = path.strip_prefix(repository()).unwrap_or(&path);
            (name.display().to_string(), text)
        })
        .filter(|(name, _)| !name.starts_with("ui/src/generated/"))
        .collect()
}

/// How a file's name ends, behind its last dot.
fn ending(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or_default()
}

fn is_test(name: &str) -> bool {
    name.contains(".test.") || name.contains(".spec.")
}

#[test]
fn every_file_says_what_it_is_for() {
    let odd: Vec<String> = sources(&[".ts", ".tsx", ".css"])
        .into_iter()
        .filter(|(name, text)| {
            let head = if ending(name) == "css" { "/* " } else { "/** " };
            !text.starts_with(head)
        })
        .map(|(name, _)| name)
        .collect();
    assert!(odd.is_empty(), "without a header: {odd:#?}");
}

#[test]
fn files_stay_short() {
    let long: Vec<String> = sources(&[".ts", ".tsx", ".css"])
        .into_iter()
        .filter(|(_, text)| text.lines().count() > LINES_A_FILE)
        .map(|(name, text)| format!("{name}: {} lines", text.lines().count()))
        .collect();
    assert!(long.is_empty(), "{long:#?}");
}

/// The functions of a formatted file: first line and length. A function ends where its indent closes it.
fn functions(text: &str) -> Vec<(String, usize)> {
    let mut found = Vec::new();
    let lines: Vec<&str> = text.lines().collect();
    for (n, line) in lines.iter().enumerate() {
        let word = line.trim_start();
        let indent = &line[..line.len() - word.len()];
        let word = word.strip_prefix("export ").unwrap_or(word);
        let is_head = HEADS.iter().any(|head| word.starts_with(head))
            && (word.contains("function ") || word.contains("=> {"))
            && !word.ends_with([';', '}']);
        if !is_head {
            continue;
        }
        let closes = |line: &&str| {
            line.strip_prefix(indent)
                .is_some_and(|rest| matches!(rest, "}" | "};" | "});"))
        };
        if let Some(length) = lines[n + 1..].iter().position(closes) {
            found.push((word.to_owned(), length + 2));
        }
    }
    found
}

#[test]
fn functions_stay_short() {
    let mut long = Vec::new();
    for (name, text) in sources(&[".ts", ".tsx"]) {
        let most = if ending(&name) == "tsx" {
            LINES_A_COMPONENT
        } else {
            LINES_A_FUNCTION
        };
        for (head, length) in functions(&text) {
            if length > most {
                long.push(format!("{name}: {head} has {length} lines"));
            }
        }
    }
    assert!(long.is_empty(), "{long:#?}");
}

#[test]
fn the_length_of_a_function_is_seen() {
    let text =
        "export function one() {\n  two();\n}\nconst f = (x) => {\n  y();\n};\nconst z = 3;\n";
    let lengths: Vec<usize> = functions(text)
        .into_iter()
        .map(|(_, length)| length)
        .collect();
    assert_eq!(lengths, [3, 3]);
}

#[test]
fn nothing_is_left_for_later_and_nothing_is_silenced() {
    let words = [
        ["TO", "DO"],
        ["FIX", "ME"],
        ["XX", "X"],
        ["@ts-", "ignore"],
        ["@ts-", "expect-error"],
        ["as ", "any"],
    ]
    .map(|word| word.concat());
    let mut odd = Vec::new();
    for (name, text) in sources(&[".ts", ".tsx", ".css"]) {
        for word in &words {
            if text.contains(word.as_str()) {
                odd.push(format!("{name} says {word}"));
            }
        }
    }
    assert!(odd.is_empty(), "{odd:#?}");
}

#[test]
fn only_the_bridge_knows_what_carries_it() {
    for (name, text) in sources(&[".ts", ".tsx"]) {
        if name.starts_with("ui/src/bridge/") || !name.starts_with("ui/src/") || is_test(&name) {
            continue;
        }
        for word in [
            "@tauri-apps/",
            "fetch(",
            "EventSource(",
            "XMLHttpRequest",
            "__TAURI",
        ] {
            assert!(!text.contains(word), "{name} uses {word}");
        }
    }
}

#[test]
fn the_interface_sends_nothing_and_builds_no_markup_by_itself() {
    for (name, text) in sources(&[".ts", ".tsx"]) {
        if name.starts_with("ui/src/") {
            for word in ["indexedDB", "sendBeacon", "dangerouslySetInnerHTML"] {
                assert!(!text.contains(word), "{name} uses {word}");
            }
        }
    }
}

/// Text ids in a source: whole ones, beginnings that a value completes, and endings.
#[derive(Default)]
struct Mentioned {
    whole: BTreeSet<String>,
    begun: BTreeSet<String>,
    /// Endings that are put behind a whole one: `-unit`.
    endings: BTreeSet<String>,
}

impl Mentioned {
    fn read(&mut self, text: &str) {
        for (at, _) in text.match_indices("}-") {
            let rest = &text[at + 1..];
            let end = rest.find(|c: char| !c.is_ascii_lowercase() && c != '-');
            if let Some(end) = end.filter(|end| rest[*end..].starts_with('`')) {
                self.endings.insert(rest[..end].to_owned());
            }
        }
        for (at, _) in text.match_indices("ui-") {
            if !text[..at].ends_with(['"', '\'', '`']) {
                continue;
            }
            let is_part = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            let rest = &text[at..];
            let id = &rest[..rest.find(|c| !is_part(c)).unwrap_or(rest.len())];
            if rest[id.len()..].starts_with(['$', '{']) {
                self.begun.insert(id.to_owned());
            } else {
                self.whole.insert(id.to_owned());
            }
        }
    }

    fn has(&self, id: &str) -> bool {
        let mut ended = self
            .endings
            .iter()
            .filter_map(|end| id.strip_suffix(end.as_str()));
        self.whole.contains(id)
            || self.begun.iter().any(|head| id.starts_with(head))
            || ended.any(|head| self.whole.contains(head))
    }
}

fn mentioned() -> Mentioned {
    let mut all = Mentioned::default();
    for (name, text) in sources(&[".ts", ".tsx"]) {
        if name.starts_with("ui/src/") && !is_test(&name) {
            all.read(&text);
        }
    }
    for folder in ["crates", "src-tauri"] {
        for (_, text) in files(folder, ".rs") {
            all.read(&text);
        }
    }
    all
}

#[test]
fn every_text_that_the_interface_asks_for_exists() {
    let mentioned = mentioned();
    for language in [Language::Ja, Language::En] {
        let known = message_ids(language);
        let whole = mentioned.whole.iter().filter(|id| !known.contains(id));
        let begun = mentioned
            .begun
            .iter()
            .filter(|head| !known.iter().any(|id| id.starts_with(head.as_str())));
        let missing: Vec<_> = whole.chain(begun).collect();
        assert!(missing.is_empty(), "{language:?} lacks {missing:#?}");
    }
}

#[test]
fn every_text_of_the_interface_is_asked_for() {
    let mentioned = mentioned();
    let idle: Vec<String> = message_ids(Language::Ja)
        .into_iter()
        .filter(|id| id.starts_with("ui-") && !mentioned.has(id))
        .collect();
    assert!(idle.is_empty(), "nobody says {idle:#?}");
}

/// Files with words that no person reads from the screen, each with its reason.
const WORDS_OF_OTHERS: &[(&str, &str)] = &[
    (
        "ui/src/panels/outline/lane-prefix.ts",
        "words that people write",
    ),
    ("ui/src/panels/drawn.ts", "a flow for tests"),
    (
        "ui/src/panels/step/typed-number.ts",
        "units that people write",
    ),
    ("ui/src/tools/example-view.ts", "a flow for tests"),
];

#[test]
fn no_sentence_stands_in_the_source() {
    let is_japanese = |c: char| matches!(c, '\u{3041}'..='\u{30fa}' | '\u{30fc}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}');
    let mut odd = Vec::new();
    for (name, text) in sources(&[".ts", ".tsx"]) {
        let is_excepted = WORDS_OF_OTHERS.iter().any(|(other, _)| *other == name);
        if !name.starts_with("ui/src/") || is_test(&name) || is_excepted {
            continue;
        }
        for (n, line) in text.lines().enumerate() {
            let is_comment = line.trim_start().starts_with(['*', '/']) || line.contains("// ");
            // A language is named in itself.
            if !is_comment && line.replace("\"日本語\"", "").contains(is_japanese) {
                odd.push(format!("{name}:{}: {}", n + 1, line.trim()));
            }
        }
    }
    assert!(odd.is_empty(), "{odd:#?}");
}
