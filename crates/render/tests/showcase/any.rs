//! Charts of any numbers and words.
use kaizu_render::charts::{
    Bar, Bars, Category, Chart, Class, Classes, Column, Columns, Course, Mark, Number, Series,
    Shares, Tick, Tone, Toned,
};
use proptest::collection::vec;
use proptest::prelude::*;

/// Any of them.
pub(crate) fn chart() -> impl Strategy<Value = Chart> {
    prop_oneof![course(), columns(), bars(), classes()]
}

fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        any::<f64>(),
        -10.0..200.0,
        0.0..1.0,
        Just(0.0),
        Just(f64::NAN),
        Just(f64::INFINITY),
    ]
}

fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        "[ぁ-んァ-ヶ一-龠、。（） a-z0-9,%]{0,24}",
        "[ぁ-んァ-ヶ一-龠0-9]{1,6}",
        "\\PC{0,8}",
    ]
}

fn tone() -> impl Strategy<Value = Tone> {
    prop_oneof![
        Just(Tone::Today),
        Just(Tone::Proposal),
        Just(Tone::Plain),
        Just(Tone::Warning),
    ]
}

fn notation() -> impl Strategy<Value = Number> {
    prop_oneof![
        Just(Number::Plain),
        Just(Number::Whole),
        Just(Number::Percent),
        any::<u8>().prop_map(Number::Decimals),
    ]
}

prop_compose! {
    fn mark()(at in number(), label in word(), tone in tone()) -> Mark {
        Mark { at, label, tone }
    }
}

prop_compose! {
    fn series()(
        name in word(),
        tone in tone(),
        points in vec((number(), number()), 0..6),
        band in proptest::option::of(vec((number(), number(), number()), 0..6)),
    ) -> Series {
        Series { name, tone, points, band }
    }
}

prop_compose! {
    fn course()(
        words in vec(word(), 5),
        number in notation(),
        ticks in vec((number(), word()), 0..9),
        series in vec(series(), 0..4),
        marks in vec(mark(), 0..8),
        levels in vec(mark(), 0..4),
    ) -> Chart {
        let [title, up, across, nothing, range] = words.try_into().unwrap();
        let ticks = ticks.into_iter().map(|(at, label)| Tick { at, label }).collect();
        Chart::Course(Course {
            title, up, across, nothing, number, ticks, series, range, marks, levels,
        })
    }
}

prop_compose! {
    fn column()(value in number(), low in number(), high in number(), label in word(), word in word()) -> Column {
        Column { value, low, high, label, word }
    }
}

prop_compose! {
    fn columns()(
        words in vec(word(), 4),
        number in notation(),
        series in vec((word(), tone()), 0..4),
        categories in vec((word(), vec(column(), 0..4)), 0..20),
        level in proptest::option::of(mark()),
    ) -> Chart {
        let [title, up, nothing, range] = words.try_into().unwrap();
        let series = series.into_iter().map(|(name, tone)| Toned { name, tone }).collect();
        let categories = categories.into_iter().map(|(label, columns)| Category { label, columns });
        let categories = categories.collect();
        Chart::Columns(Columns { title, up, nothing, number, series, categories, range, level })
    }
}

prop_compose! {
    fn bars()(
        words in vec(word(), 3),
        number in notation(),
        rows in vec((word(), number(), number(), word(), word()), 0..20),
        at in number(),
        label in word(),
    ) -> Chart {
        let [title, across, nothing] = words.try_into().unwrap();
        let rows = rows.into_iter().map(|(label, low, high, low_label, high_label)| Bar {
            label, low, high, low_label, high_label,
        });
        let (rows, middle) = (rows.collect(), Tick { at, label });
        Chart::Bars(Bars { title, across, nothing, number, rows, middle })
    }
}

prop_compose! {
    fn shares()(
        name in word(),
        tone in tone(),
        classes in vec((number(), number(), number()), 0..20),
    ) -> Shares {
        let classes = classes.into_iter().map(|(from, to, share)| Class { from, to, share });
        Shares { name, tone, classes: classes.collect() }
    }
}

prop_compose! {
    fn classes()(
        words in vec(word(), 4),
        number in notation(),
        first in shares(),
        second in proptest::option::of(shares()),
        marks in vec(mark(), 0..8),
    ) -> Chart {
        let [title, up, across, nothing] = words.try_into().unwrap();
        Chart::Classes(Classes { title, up, across, nothing, number, first, second, marks })
    }
}
