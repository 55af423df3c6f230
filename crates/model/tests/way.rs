//! Ways of a branch, written as people write them.
#![expect(clippy::unwrap_used, reason = "a test ends where something is wrong")]
use kaizu_model::notation::{Mistake, parse, print, way};
use kaizu_model::{Document, NodeId};

fn node(document: &Document, name: &str) -> NodeId {
    let nodes = document.nodes_of(document.first_flow().unwrap());
    nodes.into_iter().find(|it| it.name == name).unwrap().id
}

fn written(before: &Document, from: &str, text: &str) -> Result<Document, Mistake> {
    let mut ids = before.free_ids();
    let commands = way(before, node(before, from), text, &mut ids)?;
    Ok(commands.iter().fold(before.clone(), |now, command| {
        now.after(&command.apply(&now).unwrap())
    }))
}

const BEFORE: &str = "住民: 出す\n窓口: 受ける\n窓口: 足りるか [分岐]\n  → ここまで\n";

/// What is typed at 足りるか, one way after the other, and what comes of it; `!` and what was expected.
const ROWS: &[(&[&str], &str)] = &[
    (
        &[
            "20% 足りない → 住民：補う 紙20分 → 2",
            "そろっている80%→決める",
        ],
        "住民: 出す\n窓口: 受ける\n窓口: 足りるか [分岐]\n  20% 足りない → 補う\n  80% そろっている → 決める\n住民: 補う 20分 [紙]\n  → 受ける\n窓口: 決める",
    ),
    (
        &["→ 受ける"],
        "住民: 出す\n窓口: 受ける\n窓口: 足りるか [分岐]\n  → 受ける",
    ),
    (
        &["一部 → 書く 紙→Excel 4分"],
        "住民: 出す\n窓口: 受ける\n窓口: 足りるか [分岐]\n  一部 → 書く\n窓口: 書く 4分 [紙→Excel]",
    ),
    (
        &["→ 係長: 決める → 通知する"],
        "@担当 住民\n@担当 窓口\n@担当 係長\n住民: 出す\n窓口: 受ける\n窓口: 足りるか [分岐]\n係長: 決める\n係長: 通知する",
    ),
    (
        &["不要 → 終わり"],
        "住民: 出す\n窓口: 受ける\n窓口: 足りるか [分岐]\n  不要 → 終わり",
    ),
    (
        &["→ 受ける", "20% 足りない → 補う", "80% そろっている"],
        "住民: 出す\n窓口: 受ける\n窓口: 足りるか [分岐]\n  80% そろっている → 受ける\n  20% 足りない → 補う\n窓口: 補う",
    ),
    (&["20% 足りない → 補う", "80% そろっている"], "!target"),
    (&["→ 9"], "!known-step"),
    (&["20 足りない → 受ける"], "!share"),
    (&["→ 足りるか"], "!another-step"),
    (&["足りない"], "!target"),
];

#[test]
fn a_way_says_its_share_its_condition_and_where_it_leads() {
    for (texts, wanted) in ROWS {
        let before = parse(BEFORE).unwrap();
        let done = texts
            .iter()
            .try_fold(before, |now, text| written(&now, "足りるか", text));
        if let Some(code) = wanted.strip_prefix('!') {
            assert_eq!(done.unwrap_err().expected.code(), code, "{texts:?}");
            continue;
        }
        let text_of = |it: &Document| print(it, it.first_flow().unwrap());
        assert_eq!(
            text_of(&done.unwrap()),
            text_of(&parse(wanted).unwrap()),
            "{texts:?}"
        );
    }
}

#[test]
fn a_way_that_leaves_a_step_makes_it_one_of_several() {
    let before = parse("窓口: 受ける\n窓口: 決める").unwrap();
    let after = written(&before, "受ける", "30% 不備 → 住民: 補う → 受ける").unwrap();
    let text = print(&after, after.first_flow().unwrap());
    assert!(text.contains("30% 不備 → 補う"), "{text}");
    assert_eq!(parse(&text).unwrap().edges().count(), 3);
}
