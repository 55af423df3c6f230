//! What was taken out of records is taken out of the commands that made them.
use serde_json::{Value, json};

use super::Erasure;
use super::written::{Place, replaced};
use crate::{
    Command, Create, Many, Record, RecordId, Rename, ReplaceFlow, Restore, Revise, SetAttribute,
    WriteText,
};

impl Erasure {
    /// The command without it; nothing where it does not hold it.
    pub fn in_command(&self, command: &Command) -> Option<Command> {
        match command {
            Command::Create(it) => {
                let record = self.in_record(it.id, &it.record)?;
                Some(Create { id: it.id, record }.into())
            }
            Command::Revise(it) => {
                let record = self.in_record(it.id, &it.record)?;
                Some(Revise { id: it.id, record }.into())
            }
            Command::ReplaceFlow(it) => {
                let records = self.in_all(&it.records)?;
                Some(
                    ReplaceFlow {
                        records,
                        ..it.clone()
                    }
                    .into(),
                )
            }
            Command::WriteText(it) => {
                let put = self.in_all(&it.put)?;
                Some(WriteText { put, ..it.clone() }.into())
            }
            Command::Many(it) => {
                let title = self.in_text(&it.title);
                let commands = each(&it.commands, |command| self.in_command(command));
                (title.is_some() || commands.is_some()).then(|| {
                    let title = title.unwrap_or_else(|| it.title.clone());
                    let commands = commands.unwrap_or_else(|| it.commands.clone());
                    Many { title, commands }.into()
                })
            }
            Command::Restore(it) => self.in_restoration(it),
            Command::Rename(it) if self.is_about(it.id) => {
                let name = self.marking.mark.clone();
                (it.name != name).then(|| Rename { id: it.id, name }.into())
            }
            Command::SetAttribute(it) => {
                let value = self.in_attribute(it)?;
                Some(
                    SetAttribute {
                        value,
                        ..it.clone()
                    }
                    .into(),
                )
            }
            Command::AddGateway(_)
            | Command::AddStep(_)
            | Command::Connect(_)
            | Command::InsertStep(_)
            | Command::MergeSteps(_)
            | Command::MoveStep(_)
            | Command::Remove(_)
            | Command::Rename(_)
            | Command::Reorder(_)
            | Command::SplitStep(_) => self.in_typed(command, |_| true).map(|(next, _)| next),
        }
    }

    fn in_all(&self, records: &[(RecordId, Record)]) -> Option<Vec<(RecordId, Record)>> {
        each(records, |(id, record)| {
            Some((*id, self.in_record(*id, record)?))
        })
    }

    fn in_restoration(&self, it: &Restore) -> Option<Command> {
        let title = self.in_text(&it.title);
        let put = each(&it.put, |(id, record)| {
            Some((*id, self.in_record(*id, record)?))
        });
        (title.is_some() || put.is_some()).then(|| {
            let title = title.unwrap_or_else(|| it.title.clone());
            let put = put.unwrap_or_else(|| it.put.clone());
            let remove = it.remove.clone();
            Restore { title, put, remove }.into()
        })
    }

    /// The command that is written as `json` without it, also where this Kaizu does not know such a command any more.
    pub fn in_written_command(&self, json: &str) -> Option<String> {
        if let Ok(command) = serde_json::from_str::<Command>(json) {
            let next = self.in_command(&command)?;
            return serde_json::to_value(next).ok().map(|it| it.to_string());
        }
        let Ok(value) = serde_json::from_str::<Value>(json) else {
            return self.in_text(json);
        };
        let (next, _) = replaced(&value, Place::NOWHERE, &self.marking, &|_| true)?;
        Some(next.to_string())
    }

    /// The value that a command gives an attribute.
    fn in_attribute(&self, it: &SetAttribute) -> Option<Value> {
        if self.is_about(it.id) {
            let is_name = it.attribute == "name";
            let mark = || self.marking.mark.clone().into();
            let blank: Value = if is_name { mark() } else { Value::Null };
            return (it.value != blank).then_some(blank);
        }
        let (kind, field) = (it.id.word(), it.attribute.as_str());
        // What is said of a record that has this attribute alone: that others are missing, once the value itself is read.
        let judged = |value: &Value| {
            let record = serde_json::from_value::<Record>(json!({ kind: { field: value } }));
            record.err().map(|why| why.to_string())
        };
        let before = judged(&it.value);
        let is_read = before.as_ref().is_none_or(|why| why.starts_with("missing"));
        let is_sound = |value: &Value| !is_read || judged(value) == before;
        let place = Place { kind, field };
        replaced(&it.value, place, &self.marking, &is_sound).map(|(next, _)| next)
    }
}

/// All of `them`, as `next` says of those of which it says something; nothing where it says nothing at all.
fn each<T: Clone>(them: &[T], next: impl Fn(&T) -> Option<T>) -> Option<Vec<T>> {
    let all: Vec<Option<T>> = them.iter().map(next).collect();
    let is_any = all.iter().any(Option::is_some);
    let or_same = |(next, it): (Option<T>, &T)| next.unwrap_or_else(|| it.clone());
    is_any.then(|| all.into_iter().zip(them).map(or_same).collect())
}
