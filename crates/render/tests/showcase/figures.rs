//! Columns, bars and classes of an office.
use kaizu_render::charts::{
    Bar, Bars, Category, Chart, Class, Classes, Column, Columns, Number, Shares, Tick, Tone, Toned,
};

use super::mark;

fn column(value: f64, spread: f64, label: &str, word: &str) -> Column {
    Column {
        value,
        low: value - spread,
        high: value + spread * 0.7,
        label: label.to_owned(),
        word: word.to_owned(),
    }
}

fn utilisation(is_two: &[f64]) -> Columns {
    let names = [
        "受付担当",
        "審査担当",
        "給付金システム入力担当",
        "口座確認",
        "係長・課長",
        "会計課",
    ];
    let values = [0.62, 0.97, 0.88, 0.41, 0.3, 0.12];
    let categories = names.iter().zip(values).map(|(name, value)| {
        let word = if value > 0.95 { "あふれる" } else { "" };
        let label = |value: f64| format!("{:.0}%", value * 100.0);
        let mut columns = vec![column(value, 0.05, &label(value), word)];
        columns.extend(
            is_two
                .iter()
                .map(|factor| column(value * factor, 0.03, &label(value * factor), "")),
        );
        Category {
            label: (*name).to_owned(),
            columns,
        }
    });
    Columns {
        title: "忙しさ".to_owned(),
        up: "勤務時間のうち手がふさがっている割合".to_owned(),
        nothing: "担当がまだありません".to_owned(),
        number: Number::Percent,
        series: vec![
            Toned {
                name: "現状".to_owned(),
                tone: Tone::Today,
            },
            Toned {
                name: "改善案".to_owned(),
                tone: Tone::Proposal,
            },
        ][..=is_two.len()]
            .to_vec(),
        categories: categories.collect(),
        range: "10回に8回はこの幅".to_owned(),
        level: Some(mark(0.85, "目安 85%", Tone::Plain)),
    }
}

pub(super) fn columns() -> Vec<(&'static str, Chart)> {
    let mut many = utilisation(&[]);
    let more = (0..30).map(|week| Category {
        label: format!("第{}週", week + 1),
        columns: vec![column(
            f64::from(week * week % 37) * 4321.0,
            0.0,
            &format!("{}", week * week % 37 * 4321),
            "",
        )],
    });
    many.categories = more.collect();
    many.level = Some(mark(100_000.0, "上限 10万件", Tone::Warning));
    many.number = Number::Whole;
    many.up = "届いた申請（件）".into();
    let mut one = utilisation(&[]);
    one.categories.truncate(1);
    let mut nothing = utilisation(&[]);
    nothing.categories.clear();
    nothing.level = None;
    let mut zero = utilisation(&[0.0]);
    for it in zero.categories.iter_mut().flat_map(|it| &mut it.columns) {
        *it = column(0.0, 0.0, "0%", "");
    }
    zero.level = None;
    vec![
        ("columns", Chart::Columns(utilisation(&[]))),
        ("columns-two", Chart::Columns(utilisation(&[0.6]))),
        ("columns-many", Chart::Columns(many)),
        ("columns-one", Chart::Columns(one)),
        ("columns-zero", Chart::Columns(zero)),
        ("columns-nothing", Chart::Columns(nothing)),
    ]
}

pub(super) fn bars() -> Vec<(&'static str, Chart)> {
    let row = |label: &str, low: f64, high: f64, low_label: &str, high_label: &str| Bar {
        label: label.to_owned(),
        low,
        high,
        low_label: low_label.to_owned(),
        high_label: high_label.to_owned(),
    };
    let rows = vec![
        row("電子申請の割合", 34.0, 92.0, "60%のとき", "15%のとき"),
        row("審査にかかる時間", 48.0, 79.0, "3分", "6分"),
        row("補正が要る申請の割合", 55.0, 71.0, "10%", "30%"),
        row("給付金システムへの入力担当の人数", 57.0, 66.0, "5人", "3人"),
        row("郵送の日数", 60.0, 63.0, "1日", "3日"),
    ];
    let bars = Bars {
        title: "結果を大きく左右するもの".to_owned(),
        across: "片付くまでの開庁日".to_owned(),
        nothing: "まだ計算していません".to_owned(),
        number: Number::Plain,
        rows,
        middle: Tick {
            at: 62.0,
            label: "いまの見込み 62日".to_owned(),
        },
    };
    let mut many = bars.clone();
    many.rows = bars.rows.iter().cycle().take(24).cloned().collect();
    let mut one = bars.clone();
    one.rows.truncate(1);
    let mut nothing = bars.clone();
    nothing.rows.clear();
    let mut tiny = bars.clone();
    tiny.middle.at = 0.003;
    for row in &mut tiny.rows {
        (row.low, row.high) = (0.003 - row.low * 1e-5, 0.003 + row.high * 1e-5);
    }
    vec![
        ("bars", Chart::Bars(bars)),
        ("bars-many", Chart::Bars(many)),
        ("bars-one", Chart::Bars(one)),
        ("bars-tiny", Chart::Bars(tiny)),
        ("bars-nothing", Chart::Bars(nothing)),
    ]
}

fn shares(name: &str, tone: Tone, width: f64, peak: f64) -> Shares {
    let class = |index: u32| {
        let middle = (f64::from(index) + 0.5) * width;
        let far = (middle - peak) / (peak * 0.45);
        Class {
            from: f64::from(index) * width,
            to: f64::from(index + 1) * width,
            share: 0.16 / (1.0 + far * far * far * far),
        }
    };
    Shares {
        name: name.to_owned(),
        tone,
        classes: (0..24).map(class).collect(),
    }
}

pub(super) fn classes() -> Vec<(&'static str, Chart)> {
    let plain = Classes {
        title: "申請から交付までの日数".to_owned(),
        up: "申請に占める割合".to_owned(),
        across: "申請から交付までの日数".to_owned(),
        nothing: "まだ計算していません".to_owned(),
        number: Number::Whole,
        first: shares("現状", Tone::Today, 2.0, 21.0),
        second: None,
        marks: vec![
            mark(21.0, "半数は21日以内", Tone::Today),
            mark(33.0, "10件に9件は33日以内", Tone::Today),
            mark(30.0, "標準処理期間 30日", Tone::Warning),
        ],
    };
    let mut two = plain.clone();
    two.second = Some(shares("改善案", Tone::Proposal, 2.0, 11.0));
    two.marks.push(mark(11.0, "半数は11日以内", Tone::Proposal));
    let mut one = plain.clone();
    one.first.classes = vec![Class {
        from: 5.0,
        to: 6.0,
        share: 1.0,
    }];
    one.marks.clear();
    let mut nothing = plain.clone();
    nothing.first.classes.clear();
    nothing.marks.clear();
    vec![
        ("classes", Chart::Classes(plain)),
        ("classes-two", Chart::Classes(two)),
        ("classes-one", Chart::Classes(one)),
        ("classes-nothing", Chart::Classes(nothing)),
    ]
}
