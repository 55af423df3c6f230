//! What a window needs before it can show anything: its texts, the words of the lists, and how files are chosen.
use std::collections::BTreeMap;

use kaizu_model::{
    AccessChange, Aspect, Authority, Basis, Batch, Calendar, Channel, CheckReason, Column,
    ComplaintKind, ComplaintSource, Contact, Decision, Difference, DutyScope, EdgeNature,
    EventKind, GatewayKind, ItemClass, LaneKind, Language, Level, Medium, Method, Pattern,
    ProcessKind, Repeat, Routine, SealKind, Source, Split, StepKind, StoreKind, Transfer,
    UsualItem, ValueClass, Variant, Voice, WaitCause, usual_items,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::templates::{VoiceTemplate, templates};
use super::{Appearance, Ask, Desk};
use crate::problem::Problem;
use crate::words::{Words, catalogue};

/// Asks for it.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "HelloCall")]
pub struct Greet {}

/// What a window needs before it can show anything.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Hello {
    /// The language it speaks.
    pub language: Language,
    /// How bright the window is.
    pub appearance: Appearance,
    /// The source of the catalogue of all texts.
    pub catalogue: String,
    /// The closed vocabularies by name, each word as the file holds it and as people read it.
    pub vocabularies: BTreeMap<&'static str, Vec<Word>>,
    /// Items that nearly every process has.
    pub usual_items: Vec<UsualItem>,
    /// What people often say, staff first.
    pub templates: Vec<VoiceTemplate>,
    /// The version of Kaizu.
    pub version: &'static str,
    /// Whether a tour is offered at the start.
    pub offers_tour: bool,
    /// How files are chosen: in a dialog, or from a list.
    #[ts(type = "\"dialog\" | \"list\"")]
    pub files: &'static str,
}

/// A word of a vocabulary.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Word {
    /// As the file holds it.
    pub value: String,
    /// As people read it.
    pub word: &'static str,
}

impl Ask for Greet {
    type Answer = Hello;

    fn answer(self, desk: &Desk) -> Result<Hello, Problem> {
        Ok(hello(desk, &desk.words()))
    }
}

/// What a window needs, in the language of `words`.
pub(super) fn hello(desk: &Desk, words: &Words) -> Hello {
    let settings = desk.state().settings;
    Hello {
        language: words.language(),
        appearance: settings.appearance,
        catalogue: catalogue(words.language()).to_owned(),
        vocabularies: vocabularies(words.language()),
        usual_items: usual_items(words.language()),
        templates: templates(words),
        version: env!("CARGO_PKG_VERSION"),
        offers_tour: !settings.is_tour_over,
        files: if desk.options.can_choose_files {
            "dialog"
        } else {
            "list"
        },
    }
}

fn vocabularies(language: Language) -> BTreeMap<&'static str, Vec<Word>> {
    macro_rules! all {
        ($($name:literal: $vocabulary:ident),* $(,)?) => {
            [$(($name, $vocabulary::ALL.iter().map(|it| word(it, it.word(language))).collect())),*]
        };
    }
    BTreeMap::from(all! {
        "access_change": AccessChange, "aspect": Aspect, "authority": Authority, "basis": Basis, "batch": Batch,
        "calendar": Calendar, "channel": Channel, "check_reason": CheckReason, "column": Column,
        "complaint_kind": ComplaintKind, "complaint_source": ComplaintSource, "contact": Contact,
        "decision": Decision, "difference": Difference, "duty_scope": DutyScope,
        "edge_nature": EdgeNature, "event_kind": EventKind, "gateway_kind": GatewayKind,
        "item_class": ItemClass, "lane_kind": LaneKind, "level": Level, "medium": Medium,
        "method": Method, "pattern": Pattern, "process_kind": ProcessKind, "repeat": Repeat,
        "routine": Routine, "seal_kind": SealKind, "source": Source, "split": Split,
        "step_kind": StepKind, "store_kind": StoreKind, "transfer": Transfer,
        "value_class": ValueClass, "variant": Variant, "voice": Voice, "wait_cause": WaitCause,
    })
}

fn word(value: &impl Serialize, word: &'static str) -> Word {
    let value = serde_json::to_value(value).unwrap_or_default();
    Word {
        value: value.as_str().unwrap_or_default().to_owned(),
        word,
    }
}
