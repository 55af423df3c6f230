//! What a person types for one new step: its name and, behind it, on what the work is and how long it takes.
use super::piece::Piece;
use super::step::{media, set_time};
use super::time;
use crate::{Basis, FlowId, LaneId, Rank, Step, StepKind};

/// A step of `lane` with the name that `text` writes and what stands behind it: `申請書を書く 紙 15分`,
/// `入力する 紙→業務システム8分`, `押印する [紙 1分 規則]`. What is not understood belongs to the name.
pub(crate) fn step(flow: FlowId, rank: Rank, lane: LaneId, text: &str) -> Step {
    let mut step = Step::new(flow, rank, lane, "");
    read(text, &mut step);
    step
}

fn read(text: &str, step: &mut Step) {
    let chars: Vec<char> = text.chars().collect();
    let whole = Piece::line(&chars, 1).trim();
    let mut named = unbracketed(whole, step).unwrap_or(whole);
    while let Some(blank) = last_blank(named) {
        let (before, word) = (named.part(0, blank).trim(), named.from(blank + 1));
        if !is_said_behind(before, word, step) {
            break;
        }
        named = before;
    }
    if let Ok((name, Some(time))) = time::cut(named)
        && set_time(step, time).is_ok()
    {
        named = name;
    }
    step.name = named.name().trim().to_owned();
}

/// What stands before a bracket of which every word is understood.
fn unbracketed<'a>(whole: Piece<'a>, step: &mut Step) -> Option<Piece<'a>> {
    let (named, bracket) = whole.cut_bracket().ok()?;
    let words = bracket?.words();
    let mut said = step.clone();
    let is_all = !named.is_empty() && words.iter().all(|word| is_said(*word, &mut said));
    is_all.then(|| {
        *step = said;
        named
    })
}

fn last_blank(named: Piece) -> Option<usize> {
    (1..named.chars.len())
        .rev()
        .find(|at| named.sign(*at) == Some(' '))
}

/// Takes `word` behind the name `before`. The last word of an English name may be that of a medium: there it wants a bracket.
fn is_said_behind(before: Piece, word: Piece, step: &mut Step) -> bool {
    let is_english = before.chars.iter().all(char::is_ascii);
    let is_time = time::span(word, time::MINUTES).is_some();
    !before.is_empty() && (is_time || !is_english) && is_carried(word, step)
}

/// Takes a medium, a time, or one right behind the other.
fn is_carried(word: Piece, step: &mut Step) -> bool {
    if let Some((medium_in, medium_out)) = media(word) {
        (step.medium_in, step.medium_out) = (medium_in, medium_out);
        return true;
    }
    if let Some(time) = time::span(word, time::MINUTES) {
        return set_time(step, time).is_ok();
    }
    let figure =
        (1..word.chars.len()).find(|at| word.sign(*at).is_some_and(|c| c.is_ascii_digit()));
    let Some(figure) = figure else { return false };
    let (medium, time) = (word.part(0, figure), word.from(figure));
    match (media(medium), time::span(time, time::MINUTES)) {
        (Some((medium_in, medium_out)), Some(time)) => {
            (step.medium_in, step.medium_out) = (medium_in, medium_out);
            set_time(step, time).is_ok()
        }
        _ => false,
    }
}

/// Takes one word of a bracket.
fn is_said(word: Piece, step: &mut Step) -> bool {
    let text = word.text();
    if let Some(kind) = StepKind::spelled(&text) {
        step.kind = Some(kind);
        return true;
    }
    if let Some(basis) = Basis::spelled(&text) {
        step.basis = Some(basis);
        return true;
    }
    is_carried(word, step)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Medium;

    fn typed(text: &str) -> Step {
        step(FlowId(1), Rank(1), LaneId(1), text)
    }

    #[test]
    fn what_stands_behind_a_name_is_on_what_and_how_long() {
        use Medium::{Excel, Paper, System};
        let rows = [
            ("申請書を書く", "申請書を書く", None, None),
            (
                "申請書を書く 紙 15分",
                "申請書を書く",
                Some((Paper, Paper)),
                Some(15.0),
            ),
            (
                "申請書を書く　１時間半　紙",
                "申請書を書く",
                Some((Paper, Paper)),
                Some(90.0),
            ),
            (
                "受付簿に記入する 紙→Excel4分",
                "受付簿に記入する",
                Some((Paper, Excel)),
                Some(4.0),
            ),
            (
                "入力する 紙->業務システム 8分",
                "入力する",
                Some((Paper, System)),
                Some(8.0),
            ),
            ("押印する1分", "押印する", None, Some(1.0)),
            (
                "押印する [紙 1分]",
                "押印する",
                Some((Paper, Paper)),
                Some(1.0),
            ),
            ("「紙 5分」 紙", "紙 5分", Some((Paper, Paper)), None),
        ];
        for (text, name, media, minutes) in rows {
            let step = typed(text);
            assert_eq!(step.name, name, "{text}");
            assert_eq!(step.medium_in.zip(step.medium_out), media, "{text}");
            assert_eq!(step.minutes.map(|it| it.get()), minutes, "{text}");
        }
        let step = typed("押印する [規則 押印 紙 5〜10分]");
        assert_eq!(
            (step.kind, step.basis),
            (Some(StepKind::Seal), Some(Basis::Rule))
        );
        assert!(step.work.is_some());
    }

    #[test]
    fn what_is_not_understood_stays_in_the_name() {
        for text in [
            "紙",
            "fill in paper",
            "書類 を 確かめる",
            "押印する [紙 緑]",
            "[紙]",
            "9時30分 に集める",
            "第2分 団に渡す",
            "",
        ] {
            let step = typed(text);
            assert_eq!(step.name, text, "{text}");
            assert_eq!((step.medium_in, step.minutes), (None, None), "{text}");
        }
        assert_eq!(typed("fill in a form 15min").name, "fill in a form");
    }
}
