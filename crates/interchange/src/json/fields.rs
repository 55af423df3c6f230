//! One object of the file: its keys are taken out one by one, so that what is left over is known by its path.
use kaizu_model::{OutOfRange, Point, says_unknown};
use serde_json::{Map, Value};

use crate::{Failure, Loss, LossKind};

/// An object of the file that knows where it stands.
pub(super) struct Fields {
    path: String,
    left: Map<String, Value>,
}

impl Fields {
    /// The object at `path`.
    pub(super) fn of(path: String, value: Value) -> Result<Self, Failure> {
        if let Value::Object(left) = value {
            Ok(Self { path, left })
        } else {
            Err(wrong(path, "an object"))
        }
    }

    /// The path of `key` in this object.
    pub(super) fn at(&self, key: &str) -> String {
        if self.path.is_empty() {
            key.to_owned()
        } else {
            format!("{}.{key}", self.path)
        }
    }

    /// The value of `key`; `null` is unknown.
    pub(super) fn take(&mut self, key: &str) -> Option<Value> {
        self.left.remove(key).filter(|value| !value.is_null())
    }

    /// The failure that `key` is missing.
    pub(super) fn missing(&self, key: &str) -> Failure {
        Failure::Missing(self.at(key))
    }

    /// A text; the empty one is unknown.
    pub(super) fn text(&mut self, key: &str) -> Result<Option<String>, Failure> {
        let text = self.take(key).map(|value| text(self.at(key), value));
        Ok(text.transpose()?.filter(|text| !text.is_empty()))
    }

    /// A text that must be there, though it may be empty.
    pub(super) fn needed_text(&mut self, key: &str) -> Result<String, Failure> {
        let value = self.take(key).ok_or_else(|| self.missing(key))?;
        text(self.at(key), value)
    }

    /// A text by which something is called: there, and not empty.
    pub(super) fn id(&mut self, key: &str) -> Result<String, Failure> {
        self.text(key)?.ok_or_else(|| self.missing(key))
    }

    /// A number of the unit `T`.
    pub(super) fn number<T>(&mut self, key: &str) -> Result<Option<T>, Failure>
    where
        T: TryFrom<f64, Error = OutOfRange>,
    {
        let Some(value) = self.take(key) else {
            return Ok(None);
        };
        let number = number(self.at(key), &value)?;
        let unit = T::try_from(number).map_err(|source| Failure::OutOfRange {
            at: self.at(key),
            source,
        })?;
        Ok(Some(unit))
    }

    /// A whole number of at most `most`.
    pub(super) fn count(&mut self, key: &str, most: u32) -> Result<Option<u32>, Failure> {
        let Some(value) = self.take(key) else {
            return Ok(None);
        };
        let number = number(self.at(key), &value)?;
        if (0.0..=f64::from(most)).contains(&number) && number.fract() == 0.0 {
            Ok(Some(number as u32))
        } else {
            Err(wrong(self.at(key), "a whole number in its range"))
        }
    }

    /// A whole number of at most `most`, unless a list stands there.
    pub(super) fn count_or_list(&mut self, key: &str, most: u32) -> Result<Option<u32>, Failure> {
        if self.left.get(key).is_some_and(Value::is_array) {
            Ok(None)
        } else {
            self.count(key, most)
        }
    }

    /// Yes or no.
    pub(super) fn flag(&mut self, key: &str) -> Result<Option<bool>, Failure> {
        match self.take(key) {
            None => Ok(None),
            Some(Value::Bool(flag)) => Ok(Some(flag)),
            Some(_) => Err(wrong(self.at(key), "true or false")),
        }
    }

    /// A list, each part with its path; empty where it is missing.
    pub(super) fn list(&mut self, key: &str) -> Result<Vec<(String, Value)>, Failure> {
        match self.take(key) {
            None => Ok(Vec::new()),
            Some(value) => list(&self.at(key), value),
        }
    }

    /// A list that must be there.
    pub(super) fn needed_list(&mut self, key: &str) -> Result<Vec<(String, Value)>, Failure> {
        let value = self.take(key).ok_or_else(|| self.missing(key))?;
        list(&self.at(key), value)
    }

    /// A list of texts with their paths; empty ones are unknown.
    pub(super) fn texts(&mut self, key: &str) -> Result<Vec<(String, String)>, Failure> {
        let mut texts = Vec::new();
        for (at, value) in self.list(key)? {
            let text = text(at.clone(), value)?;
            if !text.is_empty() {
                texts.push((at, text));
            }
        }
        Ok(texts)
    }

    /// An object inside this one.
    pub(super) fn object(&mut self, key: &str) -> Result<Option<Self>, Failure> {
        self.take(key)
            .map(|value| Self::of(self.at(key), value))
            .transpose()
    }

    /// A word of a vocabulary; one that is not in it is lost.
    pub(super) fn word<T>(
        &mut self,
        key: &str,
        spelled: fn(&str) -> Option<T>,
        losses: &mut Vec<Loss>,
    ) -> Result<Option<T>, Failure> {
        let Some(text) = self.text(key)? else {
            return Ok(None);
        };
        let word = spelled(&text);
        if word.is_none() && !says_unknown(&text) {
            losses.push(Loss::dropped(LossKind::UnknownWord, self.at(key), text));
        }
        Ok(word)
    }

    /// A word that cannot stay unknown: `usual` is assumed, and that is told.
    pub(super) fn assumed<T>(
        &mut self,
        key: &str,
        spelled: fn(&str) -> Option<T>,
        usual: T,
        losses: &mut Vec<Loss>,
    ) -> Result<T, Failure> {
        let (at, before) = (self.at(key), losses.len());
        let word = self.word(key, spelled, losses)?;
        if word.is_none() && losses.len() == before {
            losses.push(Loss::kept(LossKind::Assumed, at, ""));
        }
        Ok(word.unwrap_or(usual))
    }

    /// A place, written as `[x, y]`.
    pub(super) fn point(&mut self, key: &str) -> Result<Option<Point>, Failure> {
        self.take(key)
            .map(|value| point(&self.at(key), value))
            .transpose()
    }

    /// Ends the reading of this object: what was not taken is lost. Of `known` keys only what says something.
    pub(super) fn end(self, known: &[&str], losses: &mut Vec<Loss>) {
        for (key, value) in &self.left {
            let is_known = known.contains(&key.as_str());
            if value.is_null() || (is_known && is_blank(value)) {
                continue;
            }
            let what = if is_known {
                LossKind::NoPlace
            } else {
                LossKind::UnknownKey
            };
            losses.push(Loss::dropped(what, self.at(key), value.to_string()));
        }
    }
}

/// Whether `value` says nothing.
fn is_blank(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::Bool(true) => false,
        Value::Number(number) => number.as_f64() == Some(0.0),
        Value::String(text) => text.is_empty(),
        Value::Array(parts) => parts.is_empty(),
        Value::Object(parts) => parts.is_empty(),
    }
}

/// The failure that the value at `at` is not what belongs there.
pub(super) fn wrong(at: String, expected: &'static str) -> Failure {
    Failure::WrongType { at, expected }
}

/// The text at `at`.
pub(super) fn text(at: String, value: Value) -> Result<String, Failure> {
    if let Value::String(text) = value {
        Ok(text)
    } else {
        Err(wrong(at, "a text"))
    }
}

fn number(at: String, value: &Value) -> Result<f64, Failure> {
    value.as_f64().ok_or_else(|| wrong(at, "a number"))
}

fn list(at: &str, value: Value) -> Result<Vec<(String, Value)>, Failure> {
    if let Value::Array(parts) = value {
        let number = |(n, part)| (format!("{at}[{n}]"), part);
        Ok(parts.into_iter().enumerate().map(number).collect())
    } else {
        Err(wrong(at.to_owned(), "a list"))
    }
}

/// The place at `at`.
pub(super) fn point(at: &str, value: Value) -> Result<Point, Failure> {
    let parts = list(at, value)?;
    if let [(x_at, x), (y_at, y)] = parts.as_slice() {
        Point::on_page(number(x_at.clone(), x)?, number(y_at.clone(), y)?).map_err(|source| {
            Failure::OutOfRange {
                at: at.to_owned(),
                source,
            }
        })
    } else {
        Err(wrong(at.to_owned(), "a pair of numbers"))
    }
}
