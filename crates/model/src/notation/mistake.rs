//! What is wrong with a text, where, and how it could be written.
use std::fmt;

/// Declares what can be expected: `Name = "code", "what it is", "an example"`.
macro_rules! expected {
    ($($name:ident = $code:literal, $what:literal, $example:literal);* $(;)?) => {
        /// What should have stood at a place in a text.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Expected {
            $(#[doc = concat!("Expected ", $what, ".")] $name),*
        }

        impl Expected {
            /// Every expectation.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// A stable name for front ends to branch on.
            pub fn code(self) -> &'static str {
                match self { $(Self::$name => $code),* }
            }

            /// A line that would have been right.
            pub fn example(self) -> &'static str {
                match self { $(Self::$name => $example),* }
            }

            fn what(self) -> &'static str {
                match self { $(Self::$name => $what),* }
            }
        }
    };
}

expected! {
    Something = "something-to-read", "at least one step", "窓口: 申請書を受け取る";
    StepLine = "step-line", "a lane, a colon and a step", "窓口: 申請書を受け取る";
    Lane = "lane-name", "the name of a lane", "窓口: 申請書を受け取る";
    StepName = "step-name", "the name of a step", "窓口: 申請書を受け取る";
    Name = "name", "a name", "@担当 窓口 [職員]";
    Directive = "directive", "a word that may stand behind @", "@担当 窓口 [職員]";
    Attribute = "attribute", "an attribute of a step, or an arrow", "  システム: 住民記録";
    StepAbove = "step-above", "a step above this line", "窓口: 申請書を受け取る";
    StepAttribute = "step-attribute", "a step, for only a step has this attribute", "窓口: 申請書を印刷する 2分 [印刷]";
    StepWord = "step-word", "a word that says something about a step", "[#A16 印刷 電子→紙 慣行 待ち8時間]";
    LaneWord = "lane-word", "a word that says something about a lane", "@担当 窓口 [職員 3人 課:市民課]";
    ItemWord = "item-word", "a word that says something about an item", "@項目 氏名 [本人特定 市が保有 出典:住基]";
    FormWord = "form-word", "a word that says something about a form", "@様式 申請書 [2部 保存5年 認印]: 氏名、住所";
    StoreWord = "store-word", "a word that says something about a store", "@台帳 住民記録 [業務システム 所管:市民課]";
    PhaseWord = "phase-word", "the key of a phase", "@工程 受付 [#P1]";
    VoiceWord = "voice-word", "a word that says something about a voice", "@声 職員 不満 #A39 [3件 重さ2]: 二度見る";
    ArrowWord = "arrow-word", "a word that says something about an arrow", "  → #A36 [庁内便 一度だけ]";
    Voice = "voice", "whose voice it is and what kind", "@声 職員 不満 #A39: 二度見る";
    VoiceText = "voice-text", "a colon and what people say", "@声 職員 不満 #A39: 二度見る";
    Word = "vocabulary-word", "a word of the vocabulary", "  印: 認印";
    YesOrNo = "yes-or-no", "yes or no", "  判断: 要";
    Number = "number", "a number of zero or more", "@年間件数 30000";
    WholeNumber = "whole-number", "a whole number", "[3件 重さ2]";
    Minutes = "minutes", "minutes of zero or more", "窓口: 決定する 5分";
    Hours = "hours", "hours of zero or more", "[待ち8時間]";
    Share = "share", "a share from 0 % to 100 %", "  20% 不備 → #A36";
    Place = "place", "two numbers", "  位置: 120,64";
    Distribution = "distribution", "a distribution of working time", "  分布: 三角 2分 3分 10分";
    CheckWord = "check-word", "what is checked, as name=value", "  確認: 対象=申請書 観点=入力、口座 相手=原本";
    Arrivals = "arrivals", "how many cases arrive in an hour, how and when", "@到着 12件/時 不規則 開庁時間";
    Target = "target", "where the arrow leads", "  20% 不備 → #A36";
    KnownStep = "known-step", "the key or name of a step in this text", "  → #A36";
    OneStep = "one-step", "a step that cannot be mistaken for another", "  → 審査#2";
    AnotherStep = "another-step", "a step other than the one the arrow leaves", "  20% 不在 → 窓口: かけ直しを待つ → 電話する";
    FirstArrow = "first-arrow", "one arrow at most between the same two steps", "  50% 書類不足・記載誤り → #A36";
    AnotherKey = "another-key", "a key that no other step has", "[#A2]";
    KnownItem = "known-item", "an item that is in this text", "  読む: 氏名#2";
    ClosingBracket = "closing-bracket", "a closing bracket", "[#A16 印刷]";
    ClosingQuote = "closing-quote", "a closing quote", "窓口: 「受付: 仮」";
    TwoSides = "two-sides", "two groups of steps with a stroke between them", "@職務分離 #A51 / #A52 [地方自治法232条の4]";
}

/// What is wrong with a text, where, and how it could be written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct Mistake {
    /// The line, from 1.
    pub line: usize,
    /// The character within the line, from 1.
    pub column: usize,
    /// What should have stood there.
    pub expected: Expected,
    /// What stands there; cut where it is long.
    pub found: String,
    /// A line that would have been right.
    pub example: String,
}

impl Mistake {
    /// The same mistake with an example nearer to what stands there.
    pub(super) fn with_example(self, example: String) -> Self {
        Self { example, ..self }
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { line, column, .. } = self;
        write!(
            f,
            "line {line}, column {column}: expected {}",
            self.expected.what()
        )?;
        if !self.found.is_empty() {
            write!(f, ", found “{}”", self.found)?;
        }
        write!(f, "; for example “{}”", self.example.trim())
    }
}
