//! What one window works at: the language, the open project or none, the flow that is looked at.
//!
//! Every front door passes the same calls and gets the same answers: one file per call, listed below.
#[macro_use]
mod calls;
mod across;
mod add_process;
mod analyze;
mod anew;
mod answer;
mod assume;
mod backups;
mod cancel;
mod clear_backups;
mod close;
mod compare;
mod copy_selection;
mod create;
mod cut;
mod decide;
mod drafts;
mod duplicate;
mod edit_copy;
mod erase;
mod event;
mod explain;
mod export;
mod export_to;
mod figures_text;
mod find;
mod flow_text;
mod forecast;
mod forget;
mod forms;
mod gaps;
mod health;
mod hello;
mod history;
mod legend;
mod list_losses;
mod look;
mod look_back;
mod moment;
mod move_to;
mod name_moment;
mod open;
mod open_backup;
mod open_sample;
mod opened;
mod options;
mod painting;
mod paper;
mod paste;
mod paste_list;
mod pasted_list;
mod preview_list;
mod project;
mod proposal;
mod propose;
mod read_aloud;
mod redo;
mod reopen;
mod replace;
mod replay;
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
mod skip_tour;
mod start;
mod take_in;
mod templates;
mod traces;
mod try_out;
mod undo;
mod view;
mod what_matters;
mod write_cells;
mod write_text;
mod write_way;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use kaizu_model::{Cancel, FlowId};
use kaizu_store::settings as kept;
use serde::{Deserialize, Serialize};
use ts_rs::{Config, ExportError, TS};

use crate::problem::Problem;
use crate::session::Session;
use crate::words::Words;

pub use crate::requests::replay::ReplayTrace;
pub use crate::requests::sheets::SheetCount;
pub use crate::requests::trial::{Forecast, Matters, Trial};
pub use across::Acrosses;
pub use analyze::Analysed;
pub use answer::Empty;
pub use backups::{BackedUp, BackupCard, Backups};
pub use compare::Comparison;
pub use copy_selection::Copied;
pub use erase::Erased;
pub use event::Event;
pub use explain::Explanation;
pub use export::Exported;
pub use export_to::Written;
pub use figures_text::{FigureRow, Figures};
pub use find::Hits;
pub use flow_text::{FlowText, TextLine};
pub use forms::{Exportable, Exportables};
pub use gaps::{Gaps, GapsPart, NextEntry};
pub use hello::{Hello, Word};
pub use history::{Chronicle, ToldDeed, ToldEntry, ToldMoment};
pub use list_losses::ListLoss;
pub use look_back::Past;
pub use options::DeskOptions;
pub use painting::Painting;
pub use paper::Printed;
pub use preview_list::ListPreview;
pub use project::{Holder, ProjectState, Reading};
pub use proposal::{Card, ProposalCards};
pub use read_aloud::Aloud;
pub use replay::{Replay, ReplayFlow};
pub use set_appearance::Appearance;
pub use start::{FileCard, SampleCard, Start};
pub use traces::Traces;
pub use view::{FlowName, ProcessName, View};

use opened::Opened;
use settings::Settings;

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

calls! {
    hello: Hello(hello::Greet) -> Hello,
    set_language: SetLanguage(set_language::SetLanguage) -> Hello,
    set_appearance: SetAppearance(set_appearance::SetAppearance) -> Hello,
    skip_tour: SkipTour(skip_tour::SkipTour) -> Hello,
    start: Start(start::Begin) -> Start,
    forget: Forget(forget::Forget) -> Start,
    create: Create(create::Create) -> View,
    open_sample: OpenSample(open_sample::OpenSample) -> View,
    open: Open(open::Open) -> View,
    take_in: TakeIn(take_in::TakeIn) -> View,
    add_process: AddProcess(add_process::AddProcess) -> View,
    close: Close(close::Close) -> Start,
    look: Look(look::Look) -> View,
    send: Send(send::Send) -> View,
    write_cells: WriteCells(write_cells::WriteCells) -> View,
    write_text: WriteText(write_text::WriteText) -> View,
    write_way: WriteWay(write_way::WriteWay) -> View,
    copy_selection: CopySelection(copy_selection::CopySelection) -> Copied,
    cut: Cut(cut::Cut) -> View,
    paste: Paste(paste::Paste) -> View,
    preview_list: PreviewList(preview_list::PreviewList) -> ListPreview,
    paste_list: PasteList(paste_list::PasteList) -> View,
    duplicate: Duplicate(duplicate::Duplicate) -> View,
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
    across: Across(across::LookAcross) -> Acrosses,
    explain: Explain(explain::Explain) -> Explanation,
    set_aside: SetAside(set_aside::SetAside) -> View,
    propose: Propose(propose::Propose) -> View,
    decide: Decide(decide::Decide) -> View,
    assume: Assume(assume::Assume) -> View,
    proposal: Proposal(proposal::Proposal) -> ProposalCards,
    compare: Compare(compare::Compare) -> Comparison,
    forecast: Forecast(forecast::LookAhead) -> Forecast,
    try_out: TryOut(try_out::TryOut) -> Trial,
    replay: Replay(replay::PlayBack) -> Replay,
    what_matters: WhatMatters(what_matters::WhatMatters) -> Matters,
    figures_text: FiguresText(figures_text::FiguresText) -> Figures,
    flow_text: FlowText(flow_text::ReadText) -> FlowText,
    gaps: Gaps(gaps::FindGaps) -> Gaps,
    find: Find(find::Find) -> Hits,
    replace: Replace(replace::Replace) -> View,
    legend: Legend(legend::Legend) -> Painting,
    read_aloud: ReadAloud(read_aloud::ReadAloud) -> Aloud,
    forms: Forms(forms::Forms) -> Exportables,
    export: Export(export::Export) -> Exported,
    export_to: ExportTo(export_to::ExportTo) -> Written,
    sheets: Sheets(sheets::Sheets) -> SheetCount,
    paper: Paper(paper::Paper) -> Printed,
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
