//! The field's closed vocabularies: each word exactly as it is written, what is accepted for it, and its English twin.
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use unicode_normalization::UnicodeNormalization;

/// A language in which Kaizu speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// 日本語
    #[default]
    Ja,
    /// English
    En,
}

/// No word is longer, in bytes; what is need not be compared.
const LONGEST: usize = 256;

/// A text as it is compared: full-width letters narrowed, case and outer blanks dropped.
pub fn folded(text: &str) -> String {
    text.trim().nfkc().collect::<String>().to_lowercase()
}

/// Whether a text says that something is not known (不明), which is no word of any vocabulary.
pub fn says_unknown(text: &str) -> bool {
    matches!(folded(text).as_str(), "" | "不明" | "unknown")
}

/// Declares a vocabulary: `Name = "日本語", "english" | "other spelling" …`.
macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident { $($word:ident = $ja:literal, $en:literal $(| $other:literal)*);* $(;)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        #[serde(rename_all = "snake_case")]
        pub enum $name {
            $(#[doc = concat!($ja, " (", $en, ")")] $word),*
        }

        impl $name {
            #[cfg(test)]
            const WORDS: &[&str] = &[$($ja, $en $(, $other)*),*];

            /// Every word, in the order in which lists show them.
            pub const ALL: &[Self] = &[$(Self::$word),*];

            /// The Japanese word: the one that files and screens print.
            pub fn ja(self) -> &'static str {
                match self { $(Self::$word => $ja),* }
            }

            /// The English twin.
            pub fn en(self) -> &'static str {
                match self { $(Self::$word => $en),* }
            }

            /// The word in `language`.
            pub fn word(self, language: Language) -> &'static str {
                match language { Language::Ja => self.ja(), Language::En => self.en() }
            }

            /// Every spelling, the Japanese and the English word first.
            pub fn spellings(self) -> &'static [&'static str] {
                match self { $(Self::$word => &[$ja, $en $(, $other)*]),* }
            }

            /// The word that `text` spells, in either language and any accepted spelling.
            pub fn spelled(text: &str) -> Option<Self> {
                if text.len() > LONGEST {
                    return None;
                }
                let text = folded(text);
                // Every word is written in its folded form, but for capitals: a test holds that.
                let fits = |word: &str| word.eq_ignore_ascii_case(&text);
                $(if fits($ja) || fits($en) $(|| fits($other))* { return Some(Self::$word); })*
                None
            }
        }
    };
}

vocabulary! {
    /// What is done in a step.
    StepKind {
        Fill = "記入", "fill in" | "手書き";
        Enter = "入力", "enter" | "data entry";
        Transcribe = "転記", "transcribe" | "re-key";
        Receive = "受領", "receive" | "収受" | "受付";
        Sort = "仕分", "sort" | "仕分け";
        Number = "付番", "number";
        Print = "印刷", "print" | "出力";
        Copy = "複写", "copy" | "コピー";
        Scan = "スキャン", "scan";
        Send = "送付", "send" | "発送" | "郵送";
        Carry = "運搬", "carry";
        HandOver = "受渡", "hand over" | "受渡し";
        Reconcile = "突合", "reconcile" | "照合" | "読み合わせ" | "読合せ";
        Check = "確認", "check" | "点検";
        Recalculate = "検算", "recalculate";
        Examine = "審査", "examine";
        Inspect = "実地調査", "inspect on site";
        Seal = "押印", "seal";
        Draft = "起案", "draft";
        Approve = "決裁", "approve";
        Consent = "合議", "consent";
        Circulate = "回覧", "circulate" | "回議";
        Query = "照会", "query";
        Inquire = "問合", "inquire" | "問合せ" | "問い合わせ";
        Consult = "相談", "consult";
        Calculate = "計算", "calculate";
        Aggregate = "集計", "aggregate";
        Compose = "作成", "compose";
        Register = "登録", "register";
        Keep = "保管", "keep";
        Notify = "通知", "notify" | "交付";
        Pay = "支払", "pay" | "収納" | "支払い";
        Wait = "待機", "wait";
        Discard = "廃棄", "discard";
        Automatic = "自動処理", "automatic";
    }
}

vocabulary! {
    /// How a flow parts and comes together.
    GatewayKind {
        Branch = "分岐", "branch" | "xor" | "条件で分かれる";
        Merge = "合流", "merge" | "xor join";
        Fork = "分岐AND", "fork" | "and" | "同時に進める" | "並行";
        Join = "合流AND", "join" | "and join" | "そろったら次へ";
    }
}

vocabulary! {
    /// Where an event stands in its flow.
    EventKind {
        Start = "始まり", "start" | "開始";
        End = "終わり", "end" | "終了";
        Timer = "時間の経過", "timer" | "時間滞留";
    }
}

vocabulary! {
    /// What carries a piece of information.
    Medium {
        Paper = "紙", "paper";
        Electronic = "電子", "electronic" | "電子フォーム" | "form";
        System = "業務システム", "system" | "システム";
        Excel = "Excel", "spreadsheet" | "エクセル";
        Mail = "メール", "e-mail" | "email" | "mail";
        Fax = "FAX", "facsimile" | "ファックス" | "ファクス";
        Phone = "電話", "phone";
        Voice = "口頭", "voice";
        Disk = "媒体(USB等)", "removable media" | "外部媒体" | "媒体" | "USB";
        Cash = "現金等", "cash" | "現金" | "証紙" | "小為替";
    }
}

impl Medium {
    /// Readable by a machine somewhere.
    pub fn is_digital(self) -> bool {
        matches!(
            self,
            Self::Electronic | Self::System | Self::Excel | Self::Mail | Self::Disk
        )
    }

    /// Digital and held as fields, not as a picture or a sheet.
    pub fn is_structured(self) -> bool {
        matches!(self, Self::Electronic | Self::System)
    }

    /// Paper in the hand.
    pub fn is_paper(self) -> bool {
        matches!(self, Self::Paper | Self::Fax)
    }

    /// Spoken.
    pub fn is_voice(self) -> bool {
        matches!(self, Self::Phone | Self::Voice)
    }
}

vocabulary! {
    /// Why a step must be done. Empty is unknown (不明).
    Basis {
        Law = "法令", "law" | "法律" | "政省令" | "statute";
        Ordinance = "条例", "ordinance";
        Rule = "規則", "rule";
        Guideline = "要綱", "guideline";
        Custom = "慣行", "custom" | "内規";
    }
}

impl Basis {
    /// Binding on the city itself: only the assembly or the state can change it.
    pub fn is_binding(self) -> bool {
        matches!(self, Self::Law | Self::Ordinance)
    }
}

vocabulary! {
    /// Who can change something.
    Authority {
        Section = "課", "section";
        Department = "部", "department";
        Mayor = "市長", "mayor" | "規則・要綱";
        Assembly = "議会", "assembly";
        State = "国", "state";
    }
}

vocabulary! {
    /// What kind of party a lane stands for.
    LaneKind {
        Resident = "住民", "resident" | "市民" | "申請者";
        Business = "事業者", "business";
        Staff = "職員", "staff" | "課" | "係";
        Role = "役職", "role";
        Accounting = "会計", "accounting";
        External = "外部機関", "external" | "外部";
        Contractor = "委託", "contractor" | "委託先";
        System = "システム", "system";
    }
}

impl StepKind {
    /// Whether a case is only passed on in such a step, or lies there, and nobody works on it.
    pub fn passes_on(self) -> bool {
        matches!(
            self,
            Self::Receive | Self::Sort | Self::Send | Self::Carry | Self::HandOver | Self::Wait
        )
    }
}

impl LaneKind {
    /// Outside the city hall as a customer: its minutes are residents' minutes.
    pub fn is_customer(self) -> bool {
        matches!(self, Self::Resident | Self::Business)
    }

    /// The city's own people.
    pub fn is_own(self) -> bool {
        matches!(self, Self::Staff | Self::Role | Self::Accounting)
    }
}

vocabulary! {
    /// How a customer meets the city in a step.
    Contact {
        None = "なし", "none";
        InPerson = "対面", "in_person" | "in person" | "来庁" | "窓口";
        Phone = "電話", "phone";
        Post = "郵送", "post" | "mail";
        Online = "オンライン", "online";
    }
}

vocabulary! {
    /// By which way an application may come in.
    Channel {
        Electronic = "電子", "electronic";
        Paper = "紙", "paper";
        Counter = "窓口", "counter";
        Phone = "電話", "phone";
        Any = "任意", "any";
    }
}

vocabulary! {
    /// What a step does to what stands there already.
    AccessChange {
        Update = "更新", "update";
        Delete = "削除", "delete";
    }
}

vocabulary! {
    /// What a check looks at, where people have no words of their own for it.
    Aspect {
        Person = "本人", "person";
        Content = "記載", "content";
        Attachment = "添付", "attachments";
        Requirement = "要件", "requirement";
        Entry = "入力", "entry" | "data entry";
        Amount = "金額", "amount";
        Form = "形式", "form";
    }
}

vocabulary! {
    /// What a check is for.
    CheckReason {
        InputError = "入力ミス防止", "input error";
        Fraud = "不正防止", "fraud";
        Requirement = "要件", "requirement";
        Statutory = "法定", "statutory";
        Recurrence = "再発防止", "recurrence";
    }
}

vocabulary! {
    /// What an arrow is besides the usual way.
    EdgeNature {
        Exception = "例外", "exception";
        Return = "差戻し", "return" | "差し戻し";
    }
}

vocabulary! {
    /// How far apart two duties must be.
    DutyScope {
        Person = "別の人", "another person";
        Section = "別の課", "another section";
        Applicant = "申請者以外", "not the applicant";
    }
}

vocabulary! {
    /// How a case travels along an arrow.
    Transfer {
        Hand = "手渡し", "hand";
        InternalMail = "庁内便", "internal_mail" | "internal mail";
        Post = "郵送", "post";
        Email = "メール", "email" | "e-mail";
        System = "システム", "system";
        Phone = "電話", "phone";
    }
}

vocabulary! {
    /// How a step hands on to several arrows.
    Split {
        Sequence = "順", "seq" | "sequence";
        Exclusive = "条件", "xor" | "exclusive";
        Parallel = "同時", "and" | "parallel" | "並行";
    }
}

vocabulary! {
    /// How often a return may happen.
    Repeat {
        Unbounded = "何度でも", "unbounded";
        Once = "一度だけ", "once" | "1回まで";
    }
}

vocabulary! {
    /// What a wait is for.
    WaitCause {
        Queue = "順番待ち", "queue";
        Batch = "締め待ち", "batch";
        Approval = "決裁待ち", "approval";
        Post = "郵送", "post";
        OtherParty = "相手方待ち", "other party";
        Statutory = "法定期間", "statutory period";
    }
}

vocabulary! {
    /// How often collected work is done.
    Batch {
        None = "都度", "per case";
        Daily = "日次", "daily";
        Weekly = "週次", "weekly";
        Monthly = "月次", "monthly";
    }
}

vocabulary! {
    /// Whose voice is heard.
    Voice {
        Staff = "職員", "staff";
        Resident = "住民", "resident";
    }
}

vocabulary! {
    /// What a voice says.
    ComplaintKind {
        Complaint = "不満", "complaint" | "困りごと";
        Demand = "要求", "demand" | "要望";
        Idea = "アイデア", "idea" | "案";
    }
}

vocabulary! {
    /// What a data item is about.
    ItemClass {
        Identity = "本人特定", "identity";
        Household = "世帯", "household";
        Account = "口座", "account";
        Income = "所得", "income";
        Requirement = "要件", "requirement";
        Copy = "写し", "copy";
        CaseNumber = "内部管理番号", "case number";
        Decision = "決定", "decision";
        Amount = "金額", "amount";
        Date = "日付", "date";
        Status = "処理状況", "status";
        Document = "書類", "document";
        Seal = "印", "seal";
    }
}

vocabulary! {
    /// Where the right value of an item is kept.
    Source {
        ResidentRegister = "住基", "resident register" | "住民基本台帳";
        Tax = "税", "tax";
        NumberNetwork = "番号連携", "number network" | "情報連携";
        Person = "本人", "person";
        Employer = "勤務先", "employer";
        Section = "当課", "own section";
    }
}

vocabulary! {
    /// The kinds of seal. Only 認印 may go freely.
    SealKind {
        Plain = "認印", "plain seal" | "印";
        Registered = "登録印", "registered seal" | "実印";
        Official = "公印", "official seal";
        Joining = "契印", "joining seal";
        Correction = "訂正印", "correction seal";
        Receipt = "収受印", "receipt stamp";
        Signature = "署名", "signature";
    }
}

vocabulary! {
    /// What a step is worth to a resident.
    ValueClass {
        Adding = "付加価値", "value adding" | "VA";
        Necessary = "必要だが非付加価値", "necessary" | "BVA";
        Waste = "非付加価値", "waste" | "NVA";
    }
}

vocabulary! {
    /// How far a step follows fixed rules.
    Routine {
        Fixed = "定型", "routine";
        Free = "非定型", "non-routine";
    }
}

vocabulary! {
    /// How a figure was obtained.
    Method {
        Measured = "実測", "measured";
        Reported = "記入", "reported";
        Estimated = "推定", "estimated";
        Ratio = "比率", "ratio";
    }
}

vocabulary! {
    /// What a process is in law.
    ProcessKind {
        Application = "申請", "application";
        Notification = "届出", "notification";
        Benefit = "給付", "benefit";
        Permit = "許認可", "permit";
        Certificate = "証明", "certificate";
        Query = "照会", "query";
        Internal = "内部", "internal";
    }
}

vocabulary! {
    /// Which flow of a process this is.
    Variant {
        AsIs = "現状", "as-is";
        ToBe = "改善案", "to-be";
        CanBe = "実現案", "can-be";
    }
}

vocabulary! {
    /// How cases arrive.
    Pattern {
        Poisson = "不規則", "poisson";
        Even = "均等", "even";
        Burst = "一斉", "burst";
    }
}

vocabulary! {
    /// When the arrivals happen.
    Calendar {
        Office = "開庁時間", "office";
        Always = "常時", "always";
    }
}

vocabulary! {
    /// What kind of store keeps records.
    StoreKind {
        PaperLedger = "紙台帳", "paper ledger";
        Excel = "Excel", "spreadsheet";
        System = "業務システム", "system";
        Archive = "文書管理", "archive";
        External = "外部", "external";
    }
}

vocabulary! {
    /// Who is behind a voice.
    ComplaintSource {
        Workshop = "ワークショップ", "workshop" | "WS";
        Counter = "窓口", "counter";
        Survey = "アンケート", "survey";
        CallCentre = "コールセンター", "call centre" | "call center";
        Assembly = "議会", "assembly";
    }
}

vocabulary! {
    /// What people decided about a finding.
    Decision {
        New = "新規", "new";
        Accepted = "認める", "accepted";
        Question = "調べる", "to look up";
        Excluded = "対象外", "excluded";
    }
}

vocabulary! {
    /// Why a finding was set aside.
    Exclusion {
        Law = "法令", "law";
        Needed = "必要", "needed";
        FalseAlarm = "誤検知", "false alarm";
    }
}

vocabulary! {
    /// What people decided about a change of a better flow.
    Adoption {
        Accepted = "採用", "accepted";
        Rejected = "不採用", "rejected";
    }
}

vocabulary! {
    /// What a change costs to bring about: practice, settings, or procurement and development.
    Cost {
        Low = "小さい", "low";
        Middle = "中くらい", "middle";
        High = "大きい", "high";
    }
}

vocabulary! {
    /// How far a better flow may go, from the nearest to the farthest: what the section itself may change at low cost, up
    /// to rules and guidelines at middle cost, anything but law.
    Package {
        Fast = "すぐできる案", "fast";
        Rules = "実現案", "rules";
        Free = "理想案", "free";
    }
}

vocabulary! {
    /// How far to trust assumptions: every one at its unfavourable end, where it most often lies, at its favourable end.
    Outlook {
        Cautious = "控えめ", "cautious";
        Likely = "ふつう", "likely";
        Hopeful = "期待どおり", "hopeful";
    }
}

vocabulary! {
    /// What becomes of a step in a better flow.
    Difference {
        Eliminated = "無くす", "eliminated";
        Reduced = "減らす", "reduced";
        Changed = "変える", "changed";
        New = "新設", "new";
        Same = "同じ", "same";
    }
}

vocabulary! {
    /// How much a finding weighs.
    Level {
        High = "高", "high";
        Medium = "中", "medium";
        Low = "低", "low";
        Info = "参考", "info";
    }
}

vocabulary! {
    /// What a column of a table of steps says.
    Column {
        Number = "番号", "number" | "no" | "no." | "#" | "項番" | "手順番号" | "順番" | "順" | "通し番号" | "連番" | "番" | "手順no" | "手順no." | "id";
        Name = "手順", "step" | "手順名" | "手順の名前" | "作業" | "作業名" | "作業内容" | "内容" | "業務内容" | "処理" | "処理内容" | "処理名" | "タスク" | "task" | "activity" | "name" | "step name" | "作業手順" | "やること" | "行うこと" | "すること" | "事務内容" | "手続" | "業務" | "what";
        Lane = "担当", "lane" | "担当者" | "担当課" | "担当係" | "担当部署" | "部署" | "課" | "係" | "所管" | "所属" | "誰が" | "だれが" | "実施者" | "実施主体" | "主体" | "who" | "actor" | "section" | "department" | "担当者名" | "担当部門" | "部門" | "担当部署・担当者" | "役割分担" | "アクター" | "owner" | "responsible";
        Phase = "工程", "phase" | "段階" | "フェーズ" | "工程名" | "stage" | "大項目" | "区分" | "フェイズ";
        Kind = "種類", "kind" | "種別" | "作業の種類" | "作業種別" | "type";
        Media = "媒体", "media" | "medium" | "使用媒体" | "書類の媒体" | "帳票の媒体" | "紙・電子";
        MediumIn = "元の媒体", "medium in" | "媒体(入)" | "元媒体" | "入力媒体" | "受け取る媒体";
        MediumOut = "結果の媒体", "medium out" | "媒体(出)" | "結果媒体" | "出力媒体" | "渡す媒体";
        System = "システム", "system" | "使うシステム・台帳" | "システム・台帳" | "使用システム" | "利用システム" | "システム名" | "ツール" | "tool" | "system used";
        OtherSystems = "ほかのシステム", "other systems" | "ほかに使うシステム" | "その他のシステム";
        Minutes = "作業時間", "minutes" | "分" | "時間" | "所要時間" | "処理時間" | "作業時間(分)" | "所要時間(分)" | "min" | "minute" | "time" | "所要" | "標準時間" | "目安時間" | "作業時間(分/件)" | "所要分" | "minutes per case";
        Method = "時間の測り方", "method" | "測り方" | "計測方法" | "測定方法";
        Wait = "待ち", "wait" | "待ち時間" | "待ち(時間)" | "待機時間" | "始まる前の待ち" | "waiting";
        WaitCause = "待ちの理由", "wait cause" | "待ち理由";
        People = "人数", "people" | "従事人数" | "作業人数";
        Role = "役割", "role" | "役職";
        Batch = "まとめ処理", "batch" | "頻度" | "処理頻度" | "how often";
        BatchSize = "まとめ件数", "batch size" | "1回の件数";
        Reads = "読む項目", "reads" | "読む" | "参照項目" | "使う項目";
        Writes = "書く項目", "writes" | "書く" | "記入項目" | "入力項目";
        CheckObject = "確認の対象", "check object" | "何を確かめるか" | "確認対象";
        CheckAspects = "確認の観点", "check aspects" | "観点" | "チェック項目" | "確認項目";
        CheckAgainst = "照らす相手", "check against" | "何と比べるか" | "突合先";
        CheckReason = "確認の理由", "check reason" | "何のためか" | "確認の目的";
        CheckIndependentOf = "確認してはいけない人", "not to be checked by" | "この確認をしてはいけない人";
        CheckWhy = "確認が始まった経緯", "why the check began";
        CatchRate = "見つかる誤りの割合", "catch rate" | "見つかる誤りの割合(%)" | "発見率" | "検出率";
        Basis = "根拠", "basis" | "根拠の種類" | "根拠法令等";
        Article = "条文", "article" | "条文・規程の箇所" | "根拠条文" | "根拠法令";
        ChangeableBy = "変えられる人", "changeable by" | "変更権限";
        Obligatory = "必須", "obligatory" | "必ず必要な手順" | "必ず必要" | "必要不可欠";
        Sheets = "紙の枚数", "sheets" | "紙(枚)" | "枚数";
        Seals = "印", "seals" | "押印" | "印鑑";
        Attachments = "添付書類", "attachments" | "添付" | "添付資料" | "添付するもの";
        Contact = "接点", "contact" | "住民との接点";
        Channel = "受付の方法", "channel" | "受付方法";
        Travel = "移動と待ち", "travel" | "移動" | "移動時間" | "移動と待ち(分)" | "住民の移動と待ち" | "住民の移動と待ち(分)";
        Judgement = "人の判断", "judgement" | "判断" | "判断の要否" | "人の判断の要否";
        ErrorRate = "誤る割合", "error rate" | "誤る割合(%)" | "誤り率" | "誤りの割合" | "ミス率" | "エラー率" | "この手順で誤る割合(%)";
        Pressure = "間違えられない負担", "pressure" | "重圧" | "間違えられない負担が大きい";
        Value = "住民にとっての価値", "value" | "価値";
        Routine = "定型か非定型か", "routine" | "定型性" | "定型・非定型";
        Remote = "在宅でできるか", "remote" | "在宅" | "在宅の可否" | "テレワークの可否";
        Began = "始まった経緯", "began" | "経緯" | "いつ・なぜ始まったか";
        BecauseOf = "理由となる手順", "because of" | "この手順が必要な元の手順" | "必要な元の手順";
        Note = "メモ", "note" | "備考" | "摘要" | "注記" | "notes" | "remarks" | "comment" | "補足" | "特記事項" | "コメント" | "留意点" | "memo";
        Next = "次", "next" | "次の手順" | "次へ" | "次工程" | "行き先" | "遷移先" | "next step" | "goes to" | "次の作業" | "次の番号" | "次の行" | "後続" | "後続手順" | "進む先" | "next no" | "next no.";
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words of every vocabulary.
    const ALL: &[&[&str]] = &[
        StepKind::WORDS,
        GatewayKind::WORDS,
        EventKind::WORDS,
        Medium::WORDS,
        Basis::WORDS,
        Authority::WORDS,
        LaneKind::WORDS,
        Contact::WORDS,
        Channel::WORDS,
        AccessChange::WORDS,
        Aspect::WORDS,
        CheckReason::WORDS,
        EdgeNature::WORDS,
        DutyScope::WORDS,
        Transfer::WORDS,
        Split::WORDS,
        Repeat::WORDS,
        WaitCause::WORDS,
        Batch::WORDS,
        Voice::WORDS,
        ComplaintKind::WORDS,
        ItemClass::WORDS,
        Source::WORDS,
        SealKind::WORDS,
        ValueClass::WORDS,
        Routine::WORDS,
        Method::WORDS,
        ProcessKind::WORDS,
        Variant::WORDS,
        Pattern::WORDS,
        Calendar::WORDS,
        StoreKind::WORDS,
        ComplaintSource::WORDS,
        Decision::WORDS,
        Exclusion::WORDS,
        Adoption::WORDS,
        Cost::WORDS,
        Package::WORDS,
        Outlook::WORDS,
        Difference::WORDS,
        Level::WORDS,
        Column::WORDS,
    ];

    #[test]
    fn every_word_is_documented_and_written_in_its_folded_form_but_for_capitals() {
        let page = include_str!("../../../docs/notation.md");
        for word in ALL.iter().copied().flatten() {
            let is_of_a_flow = ![
                Decision::WORDS,
                Exclusion::WORDS,
                Adoption::WORDS,
                Cost::WORDS,
                Package::WORDS,
                Outlook::WORDS,
                Difference::WORDS,
                Level::WORDS,
                Column::WORDS,
            ]
            .iter()
            .any(|words| words.contains(word));
            assert!(!is_of_a_flow || page.contains(word), "{word}");
            assert_eq!(folded(word), word.to_ascii_lowercase());
        }
    }
}
