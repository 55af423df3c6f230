//! Every sentence exists in both languages: whatever the crates below can say has its words.
use kaizu_model::notation::Expected;
use kaizu_session::Words;
use kaizu_session::model::{Command, Language};

fn missing(ids: impl IntoIterator<Item = String>) -> Vec<String> {
    let both = [Language::Ja, Language::En].map(Words::new);
    ids.into_iter()
        .filter(|id| both.iter().any(|words| !words.has(id)))
        .collect()
}

/// The codes that a source file lists as `=> "code",`.
fn codes(source: &str) -> Vec<String> {
    let code = |line: &str| Some(line.split_once("=> \"")?.1.split_once('"')?.0.to_owned());
    source.lines().filter_map(code).collect()
}

#[test]
fn every_finding_is_told() {
    let parts = ["", "-name", "-why", "-do"];
    let ids = kaizu_analysis::all()
        .iter()
        .flat_map(|it| parts.map(|part| format!("finding-{}{part}", it.id())));
    assert_eq!(missing(ids), Vec::<String>::new());
}

#[test]
fn everything_that_is_asked_for_is_told() {
    let ids = kaizu_analysis::Need::all().flat_map(|need| {
        [
            format!("gap-{}", need.id),
            format!("gap-part-{}", need.part),
        ]
    });
    assert_eq!(missing(ids), Vec::<String>::new());
}

#[test]
fn every_template_of_a_voice_has_its_words() {
    let templates = kaizu_analysis::TEMPLATES.iter();
    let ids = templates.map(|it| format!("template-{}", it.id));
    assert_eq!(missing(ids), Vec::<String>::new());
}

#[test]
fn every_reason_to_keep_a_step_is_told() {
    let ids = kaizu_analysis::Guard::ALL
        .iter()
        .map(|guard| format!("guard-{}", guard.code()));
    assert_eq!(missing(ids), Vec::<String>::new());
}

#[test]
fn every_change_is_told_with_what_it_costs() {
    let parts = ["title", "who", "what", "how"];
    let told = kaizu_redesign::all()
        .iter()
        .flat_map(|it| parts.map(|part| format!("rewrite-{}-{part}", it.id())));
    let loses = kaizu_redesign::all()
        .iter()
        .flat_map(|it| it.loses().iter().map(|code| format!("loses-{code}")));
    let procedures = kaizu_redesign::all().iter().flat_map(|it| {
        it.procedures()
            .iter()
            .map(|code| format!("procedure-{code}"))
    });
    let always = ["rule", "guideline", "ordinance"].map(|what| format!("procedure-amend-{what}"));
    assert_eq!(
        missing(told.chain(loses).chain(procedures).chain(always)),
        Vec::<String>::new()
    );
}

#[test]
fn every_assumption_and_difference_is_told() {
    let names = kaizu_redesign::TABLE
        .iter()
        .map(|row| format!("parameter-{}", row.name));
    let sources = kaizu_redesign::TABLE
        .iter()
        .map(|row| format!("source-{}", row.source));
    let whys = kaizu_redesign::Why::ALL
        .iter()
        .map(|why| format!("why-{}", why.code()));
    assert_eq!(
        missing(names.chain(sources).chain(whys)),
        Vec::<String>::new()
    );
}

#[test]
fn every_command_has_a_label_for_undo() {
    let ids = Command::NAMES
        .iter()
        .map(|name| format!("command-{}", name.replace('_', "-")));
    assert_eq!(missing(ids), Vec::<String>::new());
}

#[test]
fn every_problem_says_what_happened_and_what_to_do() {
    let sources = [
        include_str!("../../store/src/failure.rs"),
        include_str!("../../interchange/src/failure.rs"),
        include_str!("../../model/src/refusal.rs"),
    ];
    let known = sources.iter().flat_map(|source| codes(source));
    let ids: Vec<String> = known
        .flat_map(|code| [format!("problem-{code}"), format!("problem-{code}-hint")])
        .collect();
    assert!(ids.len() > 60, "the sources list {} sentences", ids.len());
    assert_eq!(missing(ids), Vec::<String>::new());
}

#[test]
fn every_expectation_of_the_notation_has_its_words() {
    let ids = Expected::ALL
        .iter()
        .map(|expected| format!("expected-{}", expected.code()));
    assert_eq!(missing(ids), Vec::<String>::new());
}

#[test]
fn every_loss_is_told() {
    let ids = codes(include_str!("../../interchange/src/loss.rs"))
        .into_iter()
        .map(|code| format!("loss-{code}"));
    assert_eq!(missing(ids), Vec::<String>::new());
}

#[test]
fn every_item_of_the_menu_of_the_window_has_its_words() {
    let source = include_str!("../../../src-tauri/src/menu.rs");
    let table = source.split_once("MENUS: ").unwrap().1;
    let table = table.split_once("];").unwrap().0;
    let menus = table.split('"').skip(1).step_by(2);
    let mut ids = Vec::new();
    for (menu, actions) in menus.filter_map(|menu| menu.split_once(": ")) {
        ids.push(format!("shell-menu-{menu}"));
        let actions = actions.split(' ').filter(|action| *action != "-");
        ids.extend(actions.map(|action| format!("shell-action-{action}")));
    }
    assert!(ids.len() > 10, "{ids:?}");
    assert_eq!(missing(ids), Vec::<String>::new());
}

#[test]
fn every_sentence_of_the_shell_exists() {
    let sources = [
        include_str!("../../../src-tauri/src/main.rs"),
        include_str!("../../../src-tauri/src/commands.rs"),
    ];
    let texts = sources.iter().flat_map(|source| source.split('"'));
    let ids: Vec<String> = texts
        .filter(|text| text.starts_with("shell-"))
        .map(str::to_owned)
        .collect();
    assert!(ids.len() >= 5, "{ids:?}");
    let problems = ["unreadable-call", "internal", "no-clipboard"];
    let problems = problems.map(|code| format!("problem-{code}"));
    assert_eq!(
        missing(ids.into_iter().chain(problems)),
        Vec::<String>::new()
    );
}
