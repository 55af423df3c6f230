//! What a person types for one new step: its name and, behind it, on what the work is and how long it takes.
use super::piece::Piece;
use super::step::{media, set_time};
use super::time::{self, Span};
use super::units::MINUTES;
use crate::{Basis, FlowId, LaneId, Medium, Rank, Step, StepKind};

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
    let named = unbracketed(whole, step).unwrap_or_else(|| unladen(whole, step));
    // Quotes hold together what stands before something else; else they are what people call it.
    let is_all = named.chars.len() == whole.chars.len();
    let name = if is_all { named.text() } else { named.name() };
    name.trim().clone_into(&mut step.name);
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

/// Takes one word of a bracket.
fn is_said(word: Piece, step: &mut Step) -> bool {
    let text = word.text();
    if let Some(kind) = StepKind::spelled(&text) {
        step.kind = Some(kind);
    } else if let Some(basis) = Basis::spelled(&text) {
        step.basis = Some(basis);
    } else if let Some(carried) = carried(word) {
        (step.medium_in, step.medium_out) = carried;
    } else {
        let time = time::span(word, MINUTES);
        return time.is_some_and(|time| set_time(step, time).is_ok());
    }
    true
}

/// What stands before one medium and one time at the end, in either order.
fn unladen<'a>(whole: Piece<'a>, step: &mut Step) -> Piece<'a> {
    let mut named = whole;
    loop {
        let is_carried = step.medium_in.is_some() || step.medium_out.is_some();
        let Some((before, last)) = last_word(named) else {
            // A time may follow a name of one word without a blank.
            return untimed(named, step).unwrap_or(named);
        };
        if let Some(name) = untimed(named, step) {
            named = name;
        } else if !is_carried
            && let Some(carried) = carried(last).filter(|_| is_whole(before, last))
        {
            (step.medium_in, step.medium_out) = carried;
            named = before;
        } else if !is_carried
            && step.minutes.is_none()
            && let Some((medium, time)) = glued(last)
            && is_whole(before, last)
            && set_time(step, time).is_ok()
        {
            (step.medium_in, step.medium_out) = medium;
            named = before;
        } else {
            return named;
        }
    }
}

/// The last word, and what stands before it.
fn last_word(named: Piece<'_>) -> Option<(Piece<'_>, Piece<'_>)> {
    let last = *named.words().last()?;
    let at = named.chars.len().checked_sub(last.chars.len())?;
    let before = named.part(0, at).trim();
    (!before.is_empty()).then_some((before, last))
}

/// The name before the working time at its end, where none is known yet.
fn untimed<'a>(named: Piece<'a>, step: &mut Step) -> Option<Piece<'a>> {
    if step.minutes.is_some() {
        return None;
    }
    let (name, time) = time::cut(named).ok()?;
    set_time(step, time?).is_ok().then_some(name)
}

type Media = (Option<Medium>, Option<Medium>);

/// The media that `word` names.
fn carried(word: Piece) -> Option<Media> {
    media(word).filter(|(before, after)| before.is_some() || after.is_some())
}

/// A medium and, right behind it, a time.
fn glued(word: Piece<'_>) -> Option<(Media, Span<'_>)> {
    let is_figure = |at: &usize| word.sign(*at).is_some_and(|c| c.is_ascii_digit());
    let figure = (1..word.chars.len()).find(is_figure)?;
    let time = time::span(word.from(figure), MINUTES)?;
    Some((carried(word.part(0, figure))?, time))
}

/// Whether `before` is a name without the medium `last`: 「担当課へ メール」 is not, and the last word of an English name may be
/// that of a medium. There it wants a bracket.
fn is_whole(before: Piece, last: Piece) -> bool {
    let is_english = |piece: Piece| piece.chars.iter().all(char::is_ascii);
    let goes_on = before
        .chars
        .last()
        .is_some_and(|c| "へにをでとの".contains(*c));
    !(goes_on || is_english(before) && is_english(last))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Minutes;
    use Medium::{Excel, Paper, System};

    fn typed(text: &str) -> Step {
        step(FlowId(1), Rank(1), LaneId(1), text)
    }

    /// What is typed, the name, the media and the minutes.
    type Row = (
        &'static str,
        &'static str,
        Option<(Medium, Medium)>,
        Option<f64>,
    );

    const ROWS: &[Row] = &[
        ("申請書を書く", "申請書を書く", None, None),
        (
            "入力する 紙 → 業務システム",
            "入力する",
            Some((Paper, System)),
            None,
        ),
        (
            "入力する 紙→ 業務システム",
            "入力する",
            Some((Paper, System)),
            None,
        ),
        ("確認する 1時間 30分", "確認する", None, Some(90.0)),
        (
            "確認する 約 5分 紙",
            "確認する",
            Some((Paper, Paper)),
            Some(5.0),
        ),
        ("OCR 紙", "OCR", Some((Paper, Paper)), None),
        ("「同意書」", "「同意書」", None, None),
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

    #[test]
    fn what_stands_behind_a_name_is_on_what_and_how_long() {
        for (text, name, media, minutes) in ROWS {
            let step = typed(text);
            assert_eq!(step.name, *name, "{text}");
            assert_eq!(step.medium_in.zip(step.medium_out), *media, "{text}");
            assert_eq!(step.minutes.map(Minutes::get), *minutes, "{text}");
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
            "担当課へ　メール",
            "住民に 電話",
            "担当へ →",
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
        let twice = typed("照合する 紙 電子");
        assert_eq!(
            (twice.name.as_str(), twice.medium_in),
            ("照合する 紙", Some(Medium::Electronic))
        );
        assert_eq!(typed("「」 紙").name, "");
    }
}
