//! What charts show: plain numbers, and the finished words that stand beside them.
use super::number::Number;
use super::tone::{Tone, Toned};

/// A chart.
#[derive(Clone, Debug, PartialEq)]
pub enum Chart {
    /// A quantity over time.
    Course(Course),
    /// Categories side by side.
    Columns(Columns),
    /// What moves a result, and how far.
    Bars(Bars),
    /// How often a quantity falls into each class.
    Classes(Classes),
}

/// A place on an axis and what is called so.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tick {
    /// Where.
    pub at: f64,
    /// Its word.
    pub label: String,
}

/// A line across the plot with its word: a day, a standard, a limit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mark {
    /// Where on the axis.
    pub at: f64,
    /// Its word. Of several marks that have no room for theirs, the first ones keep them.
    pub label: String,
    /// What it belongs to.
    pub tone: Tone,
}

/// A quantity over time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Course {
    /// What the chart shows, for those who have it read to them.
    pub title: String,
    /// What stands at the head of the upright axis: the quantity and its unit.
    pub up: String,
    /// What stands below the level axis. May be empty.
    pub across: String,
    /// What stands in the plot where there are no points.
    pub nothing: String,
    /// How numbers are written along the upright axis.
    pub number: Number,
    /// Places on the level axis; every second or third is left out where there is no room.
    pub ticks: Vec<Tick>,
    /// One to three quantities.
    pub series: Vec<Series>,
    /// What the bands mean, for the legend.
    pub range: String,
    /// Upright lines, named above the plot.
    pub marks: Vec<Mark>,
    /// Level lines, named at their right end.
    pub levels: Vec<Mark>,
}

/// One quantity over time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Series {
    /// Its name.
    pub name: String,
    /// What it belongs to.
    pub tone: Tone,
    /// When and how much, as is likely.
    pub points: Vec<(f64, f64)>,
    /// When, and from where to where it may lie.
    pub band: Option<Vec<(f64, f64, f64)>>,
}

/// Categories side by side.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Columns {
    /// What the chart shows, for those who have it read to them.
    pub title: String,
    /// What stands at the head of the upright axis: the quantity and its unit.
    pub up: String,
    /// What stands in the plot where there are no categories.
    pub nothing: String,
    /// How numbers are written along the upright axis.
    pub number: Number,
    /// What the columns of each category stand for, in order.
    pub series: Vec<Toned>,
    /// From left to right.
    pub categories: Vec<Category>,
    /// What the whiskers mean, for the legend.
    pub range: String,
    /// A level line, named at its right end. What of a column stands above it is drawn as a warning.
    pub level: Option<Mark>,
}

/// A category and its columns.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Category {
    /// Its name, in up to two lines.
    pub label: String,
    /// One column for each series.
    pub columns: Vec<Column>,
}

/// One column.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Column {
    /// How high.
    pub value: f64,
    /// From where it may lie. There is a whisker where this and `high` differ.
    pub low: f64,
    /// To where.
    pub high: f64,
    /// The value in words, above it. May be empty.
    pub label: String,
    /// A warning above that, such as that work piles up. May be empty.
    pub word: String,
}

/// What moves a result, and how far: what matters most stands first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bars {
    /// What the chart shows, for those who have it read to them.
    pub title: String,
    /// What stands below the level axis: the quantity and its unit.
    pub across: String,
    /// What stands in the plot where there are no rows.
    pub nothing: String,
    /// How numbers are written along the axis.
    pub number: Number,
    /// From top to bottom; the last ones are left out where there is no room.
    pub rows: Vec<Bar>,
    /// From where all bars start.
    pub middle: Tick,
}

/// How far one cause moves the result.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bar {
    /// The cause, in up to two lines.
    pub label: String,
    /// The result at its lowest.
    pub low: f64,
    /// The result at its highest.
    pub high: f64,
    /// When it is so low. May be empty.
    pub low_label: String,
    /// When it is so high. May be empty.
    pub high_label: String,
}

/// How often a quantity falls into each class.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Classes {
    /// What the chart shows, for those who have it read to them.
    pub title: String,
    /// What stands at the head of the upright axis.
    pub up: String,
    /// What stands below the level axis: the quantity and its unit.
    pub across: String,
    /// What stands in the plot where there are no classes.
    pub nothing: String,
    /// How numbers are written along the level axis; the upright one has shares of a hundred.
    pub number: Number,
    /// Drawn as areas.
    pub first: Shares,
    /// Drawn as an outline over them.
    pub second: Option<Shares>,
    /// Upright lines, named above the plot.
    pub marks: Vec<Mark>,
}

/// The classes of one quantity.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shares {
    /// Its name.
    pub name: String,
    /// What it belongs to.
    pub tone: Tone,
    /// All of the same width.
    pub classes: Vec<Class>,
}

/// One class.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Class {
    /// The least that falls into it.
    pub from: f64,
    /// The least that does no more.
    pub to: f64,
    /// Which part of the whole falls into it: 0 to 1.
    pub share: f64,
}
