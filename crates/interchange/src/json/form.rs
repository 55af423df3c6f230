//! The shape of `kaizu-process/1` as it is written: its keys in their order.
use kaizu_model::Point;
use serde::{Serialize, Serializer};

/// A number, written without a fraction where it has none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Number(pub(super) f64);

/// Whole numbers up to here are exact.
const EXACT: f64 = 9_007_199_254_740_992.0;

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.fract() == 0.0 && self.0.abs() < EXACT {
            serializer.serialize_i64(self.0 as i64)
        } else {
            serializer.serialize_f64(self.0)
        }
    }
}

/// A place, written as a pair.
#[derive(Serialize)]
pub(super) struct Pair(Number, Number);

impl From<Point> for Pair {
    fn from(point: Point) -> Self {
        Self(Number(point.x), Number(point.y))
    }
}

/// The whole file.
#[derive(Serialize)]
pub(super) struct ProcessForm {
    pub(super) format: &'static str,
    pub(super) id: String,
    pub(super) name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) purpose: Option<String>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(super) illustrative: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) volume_per_year: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) life_event: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) standard_days: Option<Number>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) required_outputs: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) items: Vec<ItemForm>,
    pub(super) lanes: Vec<LaneForm>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) phases: Vec<PhaseForm>,
    pub(super) nodes: Vec<NodeForm>,
    pub(super) edges: Vec<EdgeForm>,
    pub(super) complaints: Vec<ComplaintForm>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) duties: Vec<DutyForm>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) arrivals: Option<ArrivalsForm>,
}

#[derive(Serialize)]
pub(super) struct ItemForm {
    pub(super) id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) class: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) known_to_city: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) source: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) personal: Option<bool>,
}

#[derive(Serialize)]
pub(super) struct LaneForm {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) section: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) headcount: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) yen_per_hour: Option<Number>,
}

#[derive(Serialize)]
pub(super) struct PhaseForm {
    pub(super) id: String,
    pub(super) name: String,
}

/// A step or a gateway. A gateway has the keys that every node has, all of them empty.
#[derive(Default, Serialize)]
pub(super) struct NodeForm {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) lane: String,
    pub(super) kind: &'static str,
    pub(super) medium_in: &'static str,
    pub(super) medium_out: &'static str,
    pub(super) system: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) minutes: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) wait_hours: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) wait_cause: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) people: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) phase: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) role: Option<String>,
    pub(super) reads: Vec<AccessForm>,
    pub(super) writes: Vec<AccessForm>,
    pub(super) basis: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) article: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) sheets: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) seals: Option<SealsForm>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) attachments: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) check: Option<CheckForm>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(super) obligatory: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) error_rate: Option<Number>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) because_of: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) contact: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) work: Option<WorkForm>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) at: Option<Pair>,
}

#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum AccessForm {
    Name(String),
    Carried {
        item: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        medium: Option<&'static str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        store: Option<String>,
    },
}

#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum SealsForm {
    Number(usize),
    Kinds(Vec<&'static str>),
}

#[derive(Serialize)]
pub(super) struct CheckForm {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) object: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) aspects: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) against: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) why_it_began: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) catch_rate: Option<Number>,
}

#[derive(Serialize)]
#[serde(tag = "distribution", rename_all = "snake_case")]
pub(super) enum WorkForm {
    Fixed {},
    Exponential {},
    Uniform {
        low: Number,
        high: Number,
    },
    Triangular {
        low: Number,
        likely: Number,
        high: Number,
    },
    Lognormal {
        sd: Number,
    },
}

#[derive(Serialize)]
pub(super) struct EdgeForm {
    pub(super) from: String,
    pub(super) to: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) probability: Option<Number>,
    pub(super) split: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) condition: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) repeat: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) transfer: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) points: Vec<Pair>,
}

#[derive(Serialize)]
pub(super) struct ComplaintForm {
    pub(super) steps: Vec<String>,
    pub(super) voice: &'static str,
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    pub(super) text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) count: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) severity: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) source: Option<&'static str>,
}

#[derive(Serialize)]
pub(super) struct DutyForm {
    pub(super) first: Vec<String>,
    pub(super) second: Vec<String>,
    pub(super) basis: String,
}

#[derive(Serialize)]
pub(super) struct ArrivalsForm {
    pub(super) per_hour: Number,
    pub(super) pattern: &'static str,
    pub(super) calendar: &'static str,
}
