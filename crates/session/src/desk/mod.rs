//! What one window works at: the language, the open project or none, the flow that is looked at.
//!
//! Every front door passes the same calls and gets the same answers: one file per call, listed below.
mod analyze;
mod answer;
mod backups;
mod cancel;
mod clear_backups;
mod close;
mod compare;
mod create;
mod decide;
mod drafts;
mod edit_copy;
mod erase;
mod event;
mod export;
mod export_to;
mod figures_text;
mod forget;
mod forms;
mod health;
mod hello;
mod history;
mod legend;
mod look;
mod look_back;
mod moment;
mod move_to;
mod name_moment;
mod open;
mod open_backup;
mod open_sample;
mod opened;
mod painting;
mod project;
mod proposal;
mod propose;
mod read_aloud;
mod redo;
mod reopen;
mod restore;
mod salvage;
mod samples;
mod send;
mod set_appearance;
mod set_aside;
mod set_language;
mod settings;
mod sheet;
mod sheets;
mod show_heat;
mod start;
mod templates;
mod traces;
mod undo;
mod view;

use std::collections::BTreeMap;
use std::fmt;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use kaizu_model::{Cancel, FlowId, Language};
use kaizu_store::settings as kept;
use serde::{Deserialize, Serialize};
use ts_rs::{Config, ExportError, TS};

use crate::problem::Problem;
use crate::session::Session;
use crate::words::Words;

pub use crate::requests::sheets::SheetCount;
pub use analyze::Analysed;
pub use answer::Empty;
pub use backups::{BackedUp, BackupCard, Backups};
pub use compare::Comparison;
pub use erase::Erased;
pub use event::Event;
pub use export::Exported;
pub use export_to::Written;
pub use figures_text::{FigureRow, Figures};
pub use forms::{Exportable, Exportables};
pub use hello::{Hello, Word};
pub use history::{Chronicle, ToldDeed, ToldEntry, ToldMoment};
pub use look_back::Past;
pub use painting::Painting;
pub use project::{Holder, ProjectState, Reading};
pub use proposal::{Card, ProposalCards};
pub use read_aloud::Aloud;
pub use set_appearance::Appearance;
pub use start::{FileCard, SampleCard, Start};
pub use traces::Traces;
pub use view::{FlowName, ProcessName, View};

use opened::Opened;
use settings::Settings;

/// What a front door gives to the desk it opens.
pub struct DeskOptions {
    /// Where drafts and the list of recent files are kept.
    pub home: PathBuf,
    /// The folder whose files are listed and may be opened, where files are not chosen in a dialog.
    pub folder: Option<PathBuf>,
    /// The language to begin with, where nobody chose one.
    pub language: Language,
    /// The moment, in milliseconds since 1970.
    pub now_ms: fn() -> i64,
    /// Whether a person chooses files in a dialog; then every file may be opened.
    pub can_choose_files: bool,
    /// Hears what happens beside the calls.
    pub hear: Arc<dyn Fn(Event) + Send + Sync>,
}

impl fmt::Debug for DeskOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DeskOptions")
            .field("home", &self.home)
            .field("folder", &self.folder)
            .finish_non_exhaustive()
    }
}

/// What one window works at.
#[derive(Debug)]
pub struct Desk {
    options: DeskOptions,
    state: Mutex<State>,
}

/// What changes from call to call.
#[derive(Debug)]
struct State {
    words: Arc<Words>,
    settings: Settings,
    opened: Option<Opened>,
    /// How many views were given out.
    serial: u32,
    /// Files that may be opened again although they lie outside the folder.
    trusted: Vec<PathBuf>,
    /// Long work by the name the window gave it.
    jobs: BTreeMap<String, Cancel>,
}

/// A question or request of the window.
trait Ask {
    /// What comes back.
    type Answer;

    /// The answer.
    fn answer(self, desk: &Desk) -> Result<Self::Answer, Problem>;
}

/// Declares the calls: `file: Variant(struct) -> what comes back`.
macro_rules! calls {
    ($($file:ident: $variant:ident($call:ty) -> $answer:ty),* $(,)?) => {
        /// Everything a window can ask for.
        #[derive(Clone, Debug, Deserialize, TS)]
        #[serde(tag = "type", rename_all = "snake_case")]
        pub enum Call {
            $(#[doc = concat!("See `", stringify!($file), "`.")] $variant($call)),*
        }

        /// What comes back, written as what it holds.
        #[derive(Clone, Debug, Serialize)]
        #[serde(untagged)]
        pub enum Answer {
            $(#[doc = concat!("To `", stringify!($file), "`.")] $variant(Box<$answer>)),*
        }

        impl Call {
            /// Writes the types of everything that passes, for the window. Gives the type of each call's answer.
            pub fn write_types(config: &Config) -> Result<Vec<(&'static str, String)>, ExportError> {
                Self::export_all(config)?;
                Event::export_all(config)?;
                Problem::export_all(config)?;
                $(<$answer>::export_all(config)?;)*
                Ok(vec![$((stringify!($file), <$answer as TS>::name(config))),*])
            }
        }

        impl Desk {
            /// The answer to `call`.
            pub fn answer(&self, call: Call) -> Result<Answer, Problem> {
                match call {
                    $(Call::$variant(call) => call.answer(self).map(|it| Answer::$variant(Box::new(it)))),*
                }
            }
        }
    };
}

calls! {
    hello: Hello(hello::Greet) -> Hello,
    set_language: SetLanguage(set_language::SetLanguage) -> Hello,
    set_appearance: SetAppearance(set_appearance::SetAppearance) -> Hello,
    start: Start(start::Begin) -> Start,
    forget: Forget(forget::Forget) -> Start,
    create: Create(create::Create) -> View,
    open_sample: OpenSample(open_sample::OpenSample) -> View,
    open: Open(open::Open) -> View,
    close: Close(close::Close) -> Start,
    look: Look(look::Look) -> View,
    send: Send(send::Send) -> View,
    undo: Undo(undo::Undo) -> View,
    redo: Redo(redo::Redo) -> View,
    history: History(history::History) -> Chronicle,
    show_heat: ShowHeat(show_heat::ShowHeat) -> View,
    look_back: LookBack(look_back::LookBack) -> View,
    name_moment: NameMoment(name_moment::NameMoment) -> Chronicle,
    restore: Restore(restore::Restore) -> View,
    move_to: MoveTo(move_to::MoveTo) -> View,
    edit_copy: EditCopy(edit_copy::EditCopy) -> View,
    reopen: Reopen(reopen::Reopen) -> View,
    backups: Backups(backups::ListBackups) -> Backups,
    salvage: Salvage(salvage::Salvage) -> View,
    traces: Traces(traces::FindTraces) -> Traces,
    erase: Erase(erase::Erase) -> Erased,
    open_backup: OpenBackup(open_backup::OpenBackup) -> View,
    clear_backups: ClearBackups(clear_backups::ClearBackups) -> Backups,
    analyze: Analyze(analyze::Analyze) -> Analysed,
    set_aside: SetAside(set_aside::SetAside) -> View,
    propose: Propose(propose::Propose) -> View,
    decide: Decide(decide::Decide) -> View,
    proposal: Proposal(proposal::Proposal) -> ProposalCards,
    compare: Compare(compare::Compare) -> Comparison,
    figures_text: FiguresText(figures_text::FiguresText) -> Figures,
    legend: Legend(legend::Legend) -> Painting,
    read_aloud: ReadAloud(read_aloud::ReadAloud) -> Aloud,
    forms: Forms(forms::Forms) -> Exportables,
    export: Export(export::Export) -> Exported,
    export_to: ExportTo(export_to::ExportTo) -> Written,
    sheets: Sheets(sheets::Sheets) -> SheetCount,
    cancel: Cancel(cancel::Stop) -> Empty,
}

impl Desk {
    /// A desk with nothing on it.
    pub fn new(options: DeskOptions) -> Self {
        let settings: Settings = kept::read(&options.home);
        let language = settings.language.unwrap_or(options.language);
        let state = State {
            words: Arc::new(Words::new(language)),
            settings,
            opened: None,
            serial: 0,
            trusted: Vec::new(),
            jobs: BTreeMap::new(),
        };
        Self {
            options,
            state: Mutex::new(state),
        }
    }

    /// What changes from call to call. A call that failed badly left the document on the disk behind it in order.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The words of the language it speaks.
    pub fn words(&self) -> Arc<Words> {
        Arc::clone(&self.state().words)
    }

    fn now(&self) -> i64 {
        (self.options.now_ms)()
    }

    /// Tells the window something that it did not ask for.
    pub fn tell(&self, event: Event) {
        (self.options.hear)(event);
    }

    /// What is open as it is at this moment, and the flow that is looked at.
    fn snapshot(&self) -> Result<(Session, FlowId), Problem> {
        let mut state = self.state();
        let opened = state.opened()?;
        Ok((opened.shown().snapshot(), opened.flow))
    }
}

impl State {
    /// What is open, or the problem that says that nothing is.
    fn opened(&mut self) -> Result<&mut Opened, Problem> {
        let words = Arc::clone(&self.words);
        self.opened
            .as_mut()
            .ok_or_else(|| Problem::new(&words, "nothing-open", &[]))
    }
}
