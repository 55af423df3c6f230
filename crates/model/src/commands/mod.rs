//! Every way to change a document. One file each: declare it here, list it below.
mod add_gateway;
mod add_step;
mod connect;
mod create;
mod insert_step;
mod many;
mod merge_steps;
mod move_step;
mod remove;
mod rename;
mod reorder;
mod replace_flow;
mod restore;
mod revise;
mod set_attribute;
pub(crate) mod sound;
mod split_step;
mod write_text;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub(crate) use connect::{parts, split_of};
pub use reorder::Place;
pub(crate) use replace_flow::is_content;

use crate::{Change, Document, Refusal};

/// A request to change a document.
pub trait Apply {
    /// What would change. Reads the document, never writes it.
    fn apply(&self, document: &Document) -> Result<Change, Refusal>;
}

macro_rules! commands {
    ($($file:ident :: $name:ident),* $(,)?) => {
        $(pub use $file::$name;)*

        /// Any command, as the window sends it and the journal names it.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
        #[serde(tag = "type", rename_all = "snake_case")]
        pub enum Command {
            $(#[doc = concat!("See [`", stringify!($name), "`].")] $name($name)),*
        }

        $(impl From<$name> for Command {
            fn from(command: $name) -> Self {
                Self::$name(command)
            }
        })*

        impl Command {
            /// The command's name: the same in the file, the journal and the message catalogue.
            pub fn name(&self) -> &'static str {
                match self { $(Self::$name(_) => stringify!($file)),* }
            }

            /// Every command's name.
            pub const NAMES: &[&str] = &[$(stringify!($file)),*];

            /// What this command would change. The result is sound: nothing refers to a thing that is not there.
            pub fn apply(&self, document: &Document) -> Result<Change, Refusal> {
                let change = match self { $(Self::$name(command) => command.apply(document)),* }?;
                sound::check(document, &change)?;
                Ok(change)
            }
        }
    };
}

commands! {
    add_gateway::AddGateway,
    add_step::AddStep,
    connect::Connect,
    create::Create,
    insert_step::InsertStep,
    many::Many,
    merge_steps::MergeSteps,
    move_step::MoveStep,
    remove::Remove,
    rename::Rename,
    reorder::Reorder,
    replace_flow::ReplaceFlow,
    restore::Restore,
    revise::Revise,
    set_attribute::SetAttribute,
    split_step::SplitStep,
    write_text::WriteText,
}
