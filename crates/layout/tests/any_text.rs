//! What holds for every name, however strange its letters: it lies in its box, no letter is torn, and nothing is lost.
#[path = "sketch/rules.rs"]
mod rules;
mod sketch;

use kaizu_model::{Line, Placement, Wording};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use sketch::{FLOW, Node, Sketch};

/// Pieces that names are made of.
fn piece() -> impl Strategy<Value = String> {
    let fixed =
        |pieces: &'static [&'static str]| prop::sample::select(pieces).prop_map(ToOwned::to_owned);
    prop_oneof![
        3 => "[ぁ-んァ-ヶー書類確認申請、。（）「」]{1,12}",
        1 => "[ｦ-ﾟ]{1,12}",
        1 => "[！-～　a-zA-Z0-9 ]{1,16}",
        1 => fixed(&["か\u{3099}", "ハ\u{309a}", "か\u{309a}", "ﾊﾟ", "\u{3099}", "ゝ\u{3099}"]),
        1 => fixed(&["👩‍👩‍👧‍👦", "🇯🇵", "👍🏽", "1\u{fe0f}\u{20e3}", "☀\u{fe0f}", "⭐", "🏴\u{e0067}\u{e0062}\u{e007f}"]),
        1 => fixed(&["𠮷", "葛\u{e0100}", "神\u{fa19}", "𓀀", "𒀱", "﷽", "⸻", "ဪ", "क्षि", "ก็"]),
        1 => "[\u{300}-\u{36f}]{1,9}",
        1 => "[\u{200b}-\u{200f}\u{202a}-\u{202e}\u{2060}-\u{2069}\u{feff}\u{ad}]{1,4}",
        1 => "[\u{0}-\u{1f}\u{7f}-\u{9f}\u{2028}\u{2029}]{1,4}",
        1 => "[א-ת]{2,9}( [א-ת]{2,9}){0,4}",
        1 => "[ء-ي]{2,9}( [ء-ي]{2,9}){0,4}[.)؟]",
        1 => fixed(&["https://www.city.example.lg.jp/zeikin/shinsei.html?id=12345&page=2#a"]),
    ]
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => vec(piece(), 0..6).prop_map(|pieces| pieces.concat()),
        1 => (piece(), 2..60_usize).prop_map(|(piece, n)| piece.repeat(n)),
        1 => "[a-zA-Z]{500}",
    ]
}

fn flow() -> impl Strategy<Value = Sketch> {
    let nodes = vec((0..9_usize, 0..2_usize, name()), 4);
    let labels = vec(option::of(name()), 4);
    (vec(name(), 2), vec(name(), 2), nodes, labels).prop_map(|(lanes, phases, nodes, labels)| {
        let node = |(n, (kind, lane, name)): (usize, (usize, usize, String))| Node {
            kind,
            lane,
            name,
            phase: Some(n / 2),
            minutes: Some(n as f64),
            ..Node::default()
        };
        let ends = [(0, 1), (1, 2), (1, 3), (2, 3)];
        let arrow = |((from, to), label)| (from, to, Some(0.5), label);
        Sketch {
            lanes,
            phases,
            nodes: nodes.into_iter().enumerate().map(node).collect(),
            arrows: ends.into_iter().zip(labels).map(arrow).collect(),
        }
    })
}

/// The letters of a name, as a reader counts them.
fn letters(text: &str) -> Vec<String> {
    let blank = |it: char| it.is_control() || it.is_whitespace();
    let words: Vec<&str> = text.split(blank).filter(|it| !it.is_empty()).collect();
    let shown = kaizu_fonts::writable(&words.join(" "));
    let shown = Some(shown).filter(|it| kaizu_fonts::is_visible(it));
    seen(&shown.unwrap_or_default())
}

fn seen(line: &str) -> Vec<String> {
    let is_turning = |it: char| matches!(it, '\u{2067}' | '\u{2069}');
    kaizu_fonts::clusters(line.trim_matches(is_turning))
        .filter(|it| !it.trim().is_empty())
        .map(ToOwned::to_owned)
        .collect()
}

/// What is wrong with the lines in which `name` is shown.
fn wrong(name: &str, lines: &[Line], most: usize) -> Option<String> {
    let mut whole = letters(name);
    let mut shown: Vec<String> = lines.iter().flat_map(|it| seen(&it.text)).collect();
    if lines.len() > most {
        return Some(format!("{name:?} has {} lines", lines.len()));
    }
    if lines.iter().any(|line| line.is_cut) {
        if lines.len() < most || shown.pop().as_deref() != Some("…") {
            return Some(format!("{name:?} is cut without need"));
        }
        whole.truncate(shown.len());
    }
    (shown != whole).then(|| format!("{name:?} is shown as {shown:?}"))
}

fn wrongs(sketch: &Sketch, placement: &Placement) -> Vec<String> {
    let nodes = sketch.nodes.iter().zip(&placement.nodes);
    let nodes = nodes.map(|(node, placed)| wrong(&node.name, &placed.title, 5));
    let lanes = sketch.lanes.iter().zip(&placement.lanes);
    let lanes = lanes.map(|(name, placed)| wrong(name, &placed.lines, 5));
    let phases = sketch.phases.iter().zip(&placement.phases);
    let phases = phases.map(|(name, placed)| wrong(name, &placed.lines, 5));
    let labels = sketch.arrows.iter().zip(&placement.edges);
    let labels = labels.filter_map(|((.., name), placed)| {
        let whole = format!("50% {}", name.as_deref().unwrap_or_default());
        wrong(&whole, &placed.label.as_ref()?.lines, 5)
    });
    nodes
        .chain(lanes)
        .chain(phases)
        .flatten()
        .chain(labels)
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_name_breaks_its_box_or_loses_a_letter(sketch in flow()) {
        let document = sketch.document();
        let placement = kaizu_layout::place(&document, FLOW, &Wording::default());
        let mut wrong = wrongs(&sketch, &placement);
        wrong.extend(rules::broken(&document, &placement));
        prop_assert!(wrong.is_empty(), "{wrong:#?}");
    }
}

fn placed(name: &str) -> Placement {
    let node = Node {
        name: name.into(),
        ..Node::default()
    };
    let sketch = Sketch {
        lanes: vec!["窓口".into()],
        nodes: vec![node],
        ..Sketch::default()
    };
    kaizu_layout::place(&sketch.document(), FLOW, &Wording::default())
}

#[test]
fn a_step_grows_by_a_line_and_not_beyond_five() {
    let height = |n_letters: usize| placed(&"確".repeat(n_letters)).nodes[0].rect.h;
    let heights: Vec<f64> = (0..90).map(height).collect();
    assert!(heights.is_sorted());
    let mut steps = heights;
    steps.dedup();
    let between: Vec<f64> = steps.windows(2).map(|two| two[1] - two[0]).collect();
    assert_eq!(between, [16.0, 16.0, 16.0]);
}

#[test]
fn a_name_of_five_lines_is_complete_and_one_of_six_has_a_note() {
    let five = placed(&"確".repeat(50));
    assert_eq!((five.nodes[0].title.len(), five.notes.len()), (5, 0));
    let six = placed(&"確".repeat(51));
    assert_eq!((six.nodes[0].title.len(), six.notes.len()), (5, 1));
    let note = &six.notes[0];
    let text: String = note.lines[1..].iter().map(|it| it.text.as_str()).collect();
    assert_eq!((note.id, text), (six.nodes[0].id.into(), "確".repeat(51)));
    assert_eq!(
        (note.mark.text.as_str(), note.lines[0].text.as_str()),
        ("※1", "※1")
    );
}

#[test]
fn a_name_that_is_read_from_the_right_says_so_on_every_line() {
    let placement = placed("טופס בקשה (עותק 2). שלום עולם, תודה רבה!");
    let lines = &placement.nodes[0].title;
    assert!(lines.len() > 1);
    assert!(
        lines
            .iter()
            .all(|it| it.text.starts_with('\u{2067}') && it.text.ends_with('\u{2069}'))
    );
    let turned = placed("\u{202e}abc");
    assert_eq!(turned.nodes[0].title[0].text, "abc");
}
