//! What would come of a list or table: its rows and columns, what could not be used, and the picture. Nothing is stored.
use kaizu_model::Column;
use kaizu_model::notation::Heading;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::list_losses::ListLoss;
use super::pasted_list::PastedList;
use super::sheet::Sheet;
use super::{Ask, Desk, Painting};
use crate::problem::Problem;
use crate::requests::heard::Heat;
use crate::requests::picture;
use crate::words::Words;

/// Asks for it.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "PreviewListCall")]
pub struct PreviewList {
    /// What was pasted.
    pub list: PastedList,
}

/// What would come of a list.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(optional_fields)]
pub struct ListPreview {
    /// Whether it is a table: then its first row may name the columns.
    pub is_table: bool,
    /// The row that names the columns; empty where none does.
    pub head: Vec<String>,
    /// What each column says; nothing where it is left aside.
    pub columns: Vec<Option<Column>>,
    /// Who does every step, where no column says it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lane: Option<String>,
    /// In which unit the bare numbers of each column are read.
    pub units: Vec<BareUnits>,
    /// The rows, each as long as the columns.
    pub rows: Vec<Vec<String>>,
    /// What is not used as it stands.
    pub losses: Vec<ListLoss>,
    /// How many cards come of it.
    pub count: usize,
    /// The flow as it would be; nothing where no step comes of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub painting: Option<Painting>,
}

/// The unit of bare numbers, in words: where the column is about the working time, and where it is about waiting.
#[derive(Clone, Debug, Serialize, TS)]
pub struct BareUnits {
    /// Of working time.
    pub minutes: String,
    /// Of waiting.
    pub wait: String,
}

impl BareUnits {
    /// That of the head, else that of a number written anywhere.
    fn of(words: &Words, heading: &Heading) -> Self {
        let said = match heading.unit {
            Some("時間") => Some("list-unit-hours"),
            Some("秒") => Some("list-unit-seconds"),
            Some("日") => Some("list-unit-days"),
            Some("分") => Some("list-unit-minutes"),
            Some(_) | None => None,
        };
        Self {
            minutes: words.say(said.unwrap_or("list-unit-minutes")),
            wait: words.say(said.unwrap_or("list-unit-hours")),
        }
    }
}

impl Ask for PreviewList {
    type Answer = ListPreview;

    fn answer(self, desk: &Desk) -> Result<ListPreview, Problem> {
        let (mut session, flow) = desk.snapshot()?;
        let told = self.list.told(&session, flow);
        let losses = told.losses(&session);
        let mut painting = None;
        if told.count > 0 {
            let command = self.list.command(&session, flow, &told, session.ids())?;
            session.dispatch(&command, 0)?;
            let bare = picture::bare(&session, flow, (&[], Heat::default()), None)?;
            painting = Some(Sheet::shown(bare).1);
        }
        let unit = |heading| BareUnits::of(session.words(), heading);
        let units = told.grid.headings.iter().map(unit).collect();
        let has_lanes = told.columns.contains(&Some(Column::Lane));
        Ok(ListPreview {
            is_table: told.grid.is_table,
            head: told.grid.head,
            columns: told.columns,
            lane: (!has_lanes).then_some(told.lane),
            units,
            rows: told.grid.rows,
            losses,
            count: told.count,
            painting,
        })
    }
}
