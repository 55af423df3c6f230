//! The notation's own keywords: how each is printed, its English twin and what else is read for it.

/// A list of keywords.
pub(super) trait Keyword {
    /// Every keyword in Japanese and English.
    const WORDS: &[&str];
}

/// Declares a list of keywords: `Name = "日本語", "english" | "other spelling" …`.
macro_rules! keywords {
    ($(#[$doc:meta])* $name:ident { $($word:ident = $ja:literal, $en:literal $(| $other:literal)*);* $(;)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum $name { $($word),* }

        impl $name {
            /// The word that is printed.
            pub(super) fn ja(self) -> &'static str {
                match self { $(Self::$word => $ja),* }
            }

            /// The keyword that `text`, folded, spells.
            pub(super) fn spelled(text: &str) -> Option<Self> {
                $(if [$ja, $en $(, $other)*].iter().any(|word| word.eq_ignore_ascii_case(text)) { return Some(Self::$word); })*
                None
            }
        }

        impl Keyword for $name {
            const WORDS: &[&str] = &[$($ja, $en),*];
        }
    };
}

keywords! {
    /// What stands behind `@`.
    Directive {
        Key = "番号", "key";
        Illustrative = "例示", "illustrative";
        Purpose = "目的", "purpose";
        Outcome = "成果指標", "outcome";
        Laws = "根拠法令", "laws" | "law";
        Section = "所管", "section";
        Kind = "種別", "kind";
        Volume = "年間件数", "volume" | "件数";
        NormalVolume = "通常期件数", "normal-volume";
        PeakVolume = "ピーク件数", "peak-volume";
        PeakDays = "ピーク日数", "peak-days";
        OffPeakVolume = "閑散期件数", "off-peak-volume";
        Backlog = "滞留件数", "backlog";
        LifeEvent = "ライフイベント", "life-event";
        StandardDays = "標準処理期間", "standard-days";
        RequiredOutputs = "必要な成果", "required-outputs";
        Arrivals = "到着", "arrivals";
        Flow = "フロー", "flow";
        Variant = "区分", "variant";
        Version = "版", "version";
        Status = "状態", "status";
        Note = "メモ", "note";
        Lane = "担当", "lane";
        Phases = "工程", "phases" | "phase";
        Item = "項目", "item";
        Form = "様式", "form";
        Store = "台帳", "store";
        Voice = "声", "voice";
        Duty = "職務分離", "duty";
    }
}

keywords! {
    /// What stands before the colon of an indented line.
    Field {
        Key = "番号", "key";
        Kind = "種類", "kind";
        Pin = "位置", "at" | "pin";
        Role = "役割", "role" | "係";
        Minutes = "作業時間", "minutes" | "時間";
        Work = "分布", "work";
        Method = "測り方", "method";
        People = "人数", "people";
        Wait = "待ち", "wait";
        WaitCause = "待ちの理由", "wait cause" | "wait-cause";
        Batch = "まとめ処理", "batch";
        BatchSize = "まとめ件数", "batch size" | "batch-size";
        Media = "媒体", "media" | "medium";
        System = "システム", "system";
        OtherSystems = "ほかのシステム", "other systems" | "other-systems";
        Reads = "読む", "reads" | "read";
        Writes = "書く", "writes" | "write";
        Basis = "根拠", "basis";
        Article = "条文", "article";
        ChangeableBy = "変更権限", "changeable by" | "changeable-by";
        Obligatory = "必須", "obligatory";
        Check = "確認", "check";
        Began = "始まった経緯", "began" | "経緯";
        BecauseOf = "理由となる手順", "because of" | "because-of";
        Realises = "引き継ぐ手順", "realises";
        Value = "価値", "value";
        Routine = "定型性", "routine";
        Judgement = "判断", "judgement";
        ErrorRate = "誤り率", "error rate" | "error-rate";
        Pressure = "重圧", "pressure";
        Sheets = "枚数", "sheets";
        Seals = "印", "seals" | "seal" | "押印";
        Attachments = "添付", "attachments";
        Contact = "接点", "contact";
        Channel = "受付方法", "channel";
        Travel = "移動", "travel";
        Remote = "在宅", "remote";
        Note = "メモ", "note";
    }
}

impl Field {
    /// Whether gateways and events have it, too.
    pub(super) fn is_common(self) -> bool {
        matches!(self, Self::Key | Self::Pin)
    }
}

keywords! {
    /// What stands before `=` behind 確認.
    CheckPart {
        Object = "対象", "object";
        Aspects = "観点", "aspects" | "aspect";
        Against = "相手", "against";
        Reason = "理由", "reason";
        IndependentOf = "独立", "independent-of";
        Why = "始まり", "why";
        CatchRate = "発見率", "catch-rate";
    }
}

keywords! {
    /// How the working time varies.
    Distribution {
        Fixed = "一定", "fixed";
        Exponential = "指数", "exponential";
        Uniform = "一様", "uniform";
        Triangular = "三角", "triangular";
        Lognormal = "対数正規", "lognormal";
    }
}

keywords! {
    /// What stands before the colon within a bracket.
    Label {
        Section = "課", "section";
        Location = "場所", "location";
        Pool = "人員枠", "pool";
        Wage = "時給", "wage" | "yen-per-hour";
        Hours = "時間", "hours";
        Source = "出典", "source";
        Recipient = "渡し先", "recipient";
        Owner = "所管", "owner";
        CopiedFrom = "転記元", "copied-from";
        Scope = "範囲", "scope";
        Template = "ひな型", "template";
        ResolvedBy = "解決した版", "resolved-by";
        Phase = "工程", "phase";
        Bend = "折れ", "bend";
    }
}

keywords! {
    /// Words that say yes or no to one thing.
    Claim {
        Yes = "はい", "yes" | "要" | "可" | "有" | "あり" | "必要" | "できる" | "needed" | "possible" | "○";
        No = "いいえ", "no" | "不要" | "不可" | "無" | "なし" | "できない" | "not needed" | "not possible" | "×";
        KnownToCity = "市が保有", "known-to-city" | "known to city";
        NotKnownToCity = "市は未保有", "not-known-to-city" | "not known to city";
        Personal = "個人情報", "personal";
        NotPersonal = "個人情報でない", "not-personal" | "not personal";
        SpecificPersonal = "特定個人情報", "specific-personal" | "specific personal";
        NotSpecificPersonal = "特定個人情報でない", "not-specific-personal" | "not specific personal";
        Structured = "データ", "structured";
        Picture = "画像", "picture" | "image";
        Obligatory = "必須", "obligatory";
        Unknown = "不明", "unknown" | "?";
        If = "もし", "if";
        End = "終わり", "end";
        Stop = "ここまで", "stop";
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_keyword_is_documented_with_its_english_twin() {
        let page = include_str!("../../../../docs/notation.md");
        let all = [
            Directive::WORDS,
            Field::WORDS,
            CheckPart::WORDS,
            Distribution::WORDS,
            Label::WORDS,
            Claim::WORDS,
        ];
        for word in all.into_iter().flatten() {
            assert!(page.contains(word), "{word}");
            assert_eq!(crate::folded(word), word.to_ascii_lowercase());
        }
    }
}
