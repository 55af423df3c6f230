//! What kind a step most likely is, guessed from its name. A guess is offered to people; nothing counts on it.
//!
//! Japanese names end with what is done, English ones begin with it. What stands elsewhere tells what it is done to:
//! 「印刷した申請書をトレーに入れる」 prints nothing. Where a name says two things that are done, nothing is guessed.
use super::verb::{ENGLISH, Form, WORDS, Word};
use crate::{LaneKind, Medium, Step, StepKind, folded};

/// What makes a verb of a noun at the end of a name; longer ones first.
const DOING: &[&str] = &[
    "を行います",
    "をします",
    "を行う",
    "をする",
    "を実施する",
    "を実施",
    "しておく",
    "している",
    "します",
    "しました",
    "する",
    "した",
    "し",
];

/// What may stand between two things that are done in one step.
const BETWEEN: &[char] = &['・', '、', ',', '/', '，'];

/// Words after which an English name says what happens to something, not what is done.
const TOLD: &[&str] = &["is", "are", "was", "were", "gets"];

/// What kind `step` most likely is, done by a party of kind `lane`.
pub fn guessed_kind(step: &Step, lane: Option<LaneKind>) -> Option<StepKind> {
    let kind = named(&step.name)?;
    let is_customer = lane.is_some_and(LaneKind::is_customer);
    let is_from_paper = step
        .medium_in
        .is_some_and(|it| it.is_paper() || it.is_voice());
    let is_into_machine = step.medium_out.is_some_and(Medium::is_digital);
    if kind == StepKind::Enter && is_customer {
        // Who applies fills in a form, be it on a screen.
        Some(StepKind::Fill)
    } else if kind == StepKind::Check && is_customer {
        // They look at what they got, and check nobody's work.
        None
    } else if kind == StepKind::Enter && is_from_paper && is_into_machine {
        // What stands on paper is not entered but copied.
        Some(StepKind::Transcribe)
    } else {
        Some(kind)
    }
}

/// What is done according to `name`.
fn named(name: &str) -> Option<StepKind> {
    let name = unbracketed(&folded(name));
    if name.is_ascii() {
        return in_english(&name);
    }
    let (end, word) = at_end(name.trim_end_matches(['。', '.', ' ']))?;
    let before = &name[..end];
    let is_else = word.unless.iter().any(|other| before.contains(other));
    (!is_else && !says_another(before, word.kind)).then_some(word.kind)
}

/// Without what stands in brackets, which is a remark.
fn unbracketed(name: &str) -> String {
    let mut depth = 0_u32;
    let mut kept = String::new();
    for c in name.chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            c if depth == 0 => kept.push(c),
            _ => {}
        }
    }
    kept.trim().to_owned()
}

/// The word that `name` ends with, and where it begins.
fn at_end(name: &str) -> Option<(usize, &'static Word)> {
    let doing = DOING.iter().find_map(|doing| name.strip_suffix(doing));
    let noun = doing.unwrap_or(name);
    let plain = name.strip_suffix("ます").unwrap_or(name);
    let fits = |word: &Word| {
        let before = match word.form {
            Form::Noun => noun.strip_suffix(word.end),
            Form::Verb(stem) => name
                .strip_suffix(word.end)
                .or_else(|| plain.strip_suffix(stem)),
        };
        before.map(str::len)
    };
    let fitting = WORDS.iter().filter_map(|word| Some((fits(word)?, word)));
    fitting.min_by_key(|(start, _)| *start)
}

/// Whether something of another kind is done before the last thing.
fn says_another(before: &str, kind: StepKind) -> bool {
    let goes_on = |behind: &str, form: Form| match form {
        Form::Noun => behind.strip_prefix('し').map_or_else(
            || behind.starts_with(BETWEEN),
            |behind| !behind.starts_with(['た', 'な']),
        ),
        Form::Verb(_) => behind.starts_with(BETWEEN),
    };
    let is_done = |word: &Word, text: &str| {
        let mut found = before.match_indices(text);
        found.any(|(at, _)| goes_on(&before[at + text.len()..], word.form))
    };
    let others = || WORDS.iter().filter(|word| word.kind != kind);
    others().any(|word| match word.form {
        Form::Noun => is_done(word, word.end),
        Form::Verb(stem) => is_done(word, stem) || before.contains(&going_on(word.end, stem)),
    })
}

/// The form of a verb after which something else follows: 書いて, 押して, 送って.
fn going_on(verb: &str, stem: &str) -> String {
    let mut root = verb.to_owned();
    let last = root.pop();
    let end = match last {
        Some('る') if root == stem => "て",
        Some('く') => "いて",
        Some('ぐ') => "いで",
        Some('す') => "して",
        Some('ぶ' | 'む') => "んで",
        _ => "って",
    };
    root + end
}

/// What is done according to an English name: the verb that begins it.
fn in_english(name: &str) -> Option<StepKind> {
    let begins = |text: &str, verb: &str| {
        text.strip_prefix(verb)
            .is_some_and(|rest| rest.starts_with(' ') || rest.is_empty())
    };
    let verb = |text: &str| {
        let fitting = ENGLISH.iter().filter(|(verb, _)| begins(text, verb));
        fitting.max_by_key(|(verb, _)| verb.len()).map(|it| it.1)
    };
    let kind = verb(name)?;
    let later = || name.match_indices(' ').map(|(at, _)| &name[at + 1..]);
    // 「Mail room sorts letters」: the verb is another one, and the first word is part of a name.
    let is_told = later().any(|rest| {
        let word = rest.split(' ').next().unwrap_or_default();
        let is_verb = |verb: &&(&str, StepKind)| word.strip_suffix('s') == Some(verb.0);
        TOLD.contains(&word) || ENGLISH.iter().any(|it| is_verb(&it))
    });
    let another =
        later().filter_map(|rest| rest.strip_prefix("and ").or(rest.strip_prefix("then ")));
    let says_another = another.filter_map(verb).any(|other| other != kind);
    (!is_told && !says_another).then_some(kind)
}

#[cfg(test)]
mod tests {
    use StepKind::{
        Approve, Check, Compose, Draft, Enter, Fill, Keep, Notify, Number, Print, Receive,
        Reconcile, Seal, Send, Transcribe,
    };

    use super::*;
    use crate::{FlowId, LaneId, Rank, notation};

    fn guess(name: &str) -> Option<StepKind> {
        let step = Step::new(FlowId(1), Rank(1), LaneId(1), name);
        guessed_kind(&step, Some(LaneKind::Staff))
    }

    #[test]
    fn the_last_verb_of_a_name_tells_its_kind() {
        let cases = [
            ("転記する", Transcribe),
            ("申請書を印刷する", Print),
            ("台帳と突き合わせる", Reconcile),
            ("課長が決裁する", Approve),
            ("収受印を押す", Seal),
            ("通知書を郵送する", Send),
            ("申請書を書く", Fill),
            ("内容を確認します", Check),
            ("受付番号を付ける", Number),
            ("窓口で受け付ける", Receive),
            ("起案を行う", Draft),
            ("課長決裁（押印）", Approve),
            ("Print the form", Print),
            ("enter data into the system", Enter),
            ("Fill in an application", Fill),
        ];
        for (name, kind) in cases {
            assert_eq!(guess(name), Some(kind), "{name}");
        }
    }

    /// Nouns that name something else, verbs that only describe, things that are not done, buttons and files.
    #[test]
    fn a_tricky_name_is_never_guessed_wrong() {
        let cases = [
            ("印刷した申請書をトレーに入れる", None),
            ("郵送された申請書を開ける", None),
            ("決裁文書を保管する", Some(Keep)),
            ("確認書を送る", Some(Send)),
            ("送付状を作成する", Some(Compose)),
            ("転記漏れをチェックする", Some(Check)),
            ("押印済みの申請書を受け取る", Some(Receive)),
            ("審査結果を通知する", Some(Notify)),
            ("入力内容を照合する", Some(Reconcile)),
            ("郵送請求を受け付ける", Some(Receive)),
            ("振込データを作成", None),
            ("印刷会社に頼む", None),
            ("ボタンを押す", None),
            ("CSVを出力する", None),
            ("データをコピーする", None),
            ("決裁権者", None),
            ("受付番号", None),
            ("本人確認書類", None),
            ("スキャン済み", None),
            ("確認しない", None),
            ("押印を省略する", None),
            ("印刷をやめる", None),
            ("入力ミスを直す", None),
            ("コピー用紙を補充する", None),
            ("確認を依頼する", None),
            ("再交付申請", None),
            ("作成して印刷する", None),
            ("記入し押印する", None),
            ("印刷・郵送", None),
            ("審査担当へ回す", None),
            ("申請者に証明書を渡す", None),
            ("現地を確認する", None),
            ("荷物を棚に収納する", None),
            ("Mail room sorts letters", None),
            ("Draft is approved", None),
            ("Print and post the letter", None),
            ("Checklist", None),
            ("", None),
            ("する", None),
        ];
        for (name, kind) in cases {
            assert_eq!(guess(name), kind, "{name}");
        }
    }

    #[test]
    fn who_does_it_and_on_what_tells_entering_from_copying_and_filling_in() {
        let typed = |lane, media: (Option<Medium>, Option<Medium>)| {
            let mut step = Step::new(FlowId(1), Rank(1), LaneId(1), "名簿に入力する");
            (step.medium_in, step.medium_out) = media;
            guessed_kind(&step, lane)
        };
        let paper = (Some(Medium::Paper), Some(Medium::System));
        assert_eq!(typed(Some(LaneKind::Staff), (None, None)), Some(Enter));
        assert_eq!(typed(Some(LaneKind::Staff), paper), Some(Transcribe));
        assert_eq!(typed(Some(LaneKind::Resident), (None, None)), Some(Fill));
    }

    /// 79 of 83 guesses are as declared; the other names, mostly of two things done at once, are left alone.
    #[test]
    fn what_is_guessed_of_the_samples_is_what_they_declare() {
        let samples = [
            include_str!("../../../../samples/child-allowance-claim.flow"),
            include_str!("../../../../samples/childcare-benefit-7-3.flow"),
            include_str!("../../../../samples/childcare-benefit-7-3-to-be.flow"),
            include_str!("../../../../samples/moving-in-life-event.flow"),
            include_str!("../../../../samples/resident-record-by-mail.flow"),
            include_str!("../../../../samples/special-fixed-benefit.flow"),
            include_str!("../../../../samples/travel-expense-payment.flow"),
            include_str!("../../../../samples/vaccination-ticket.flow"),
        ];
        let (mut same, mut otherwise) = (0, Vec::new());
        for text in samples {
            let document = notation::parse(text).unwrap();
            for (_, step) in document.steps().filter(|(_, step)| step.kind.is_some()) {
                let lane = document.lane(step.lane).unwrap().kind;
                match guessed_kind(step, Some(lane)) {
                    None => {}
                    guess if guess == step.kind => same += 1,
                    _ => otherwise.push(step.name.clone()),
                }
            }
        }
        assert!(same >= 79 && otherwise.len() <= 4, "{same} {otherwise:?}");
    }
}
