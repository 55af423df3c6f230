//! Charts as an office would see them, and the odd ones.
pub(crate) mod any;
mod figures;

use kaizu_render::charts::{Chart, Course, Mark, Number, Series, Tick, Tone};

fn mark(at: f64, label: &str, tone: Tone) -> Mark {
    Mark {
        at,
        label: label.to_owned(),
        tone,
    }
}

fn months() -> Vec<Tick> {
    let label = |month: u32| format!("{}月{}日", 4 + month / 2, 1 + month % 2 * 14);
    let tick = |month: u32| Tick {
        at: f64::from(month) * 15.0,
        label: label(month),
    };
    (0..10).map(tick).collect()
}

/// What still waits: it rises, then falls to nothing.
fn waiting(name: &str, tone: Tone, peak: f64, end: f64) -> Series {
    let at = |day: u32| {
        let (day, top) = (f64::from(day), end * 0.28);
        let value = if day < top {
            peak * day / top
        } else {
            peak * (1.0 - (day - top) / (end - top)).max(0.0)
        };
        (day, value)
    };
    let points: Vec<(f64, f64)> = (0..135).map(at).collect();
    let spread =
        |(day, value): &(f64, f64)| (*day, value * 0.8, value * 1.15 + day * 0.03 * peak / 100.0);
    Series {
        name: name.to_owned(),
        tone,
        band: Some(points.iter().map(spread).collect()),
        points,
    }
}

fn course(series: Vec<Series>, marks: Vec<Mark>) -> Course {
    Course {
        title: "待っている申請".to_owned(),
        up: "待っている申請（件）".to_owned(),
        across: String::new(),
        nothing: "数字がまだありません。到着の件数を入れると描かれます。".to_owned(),
        number: Number::Whole,
        ticks: months(),
        series,
        range: "10回に8回はこの幅".to_owned(),
        marks,
        levels: Vec::new(),
    }
}

fn today() -> Series {
    waiting("現状", Tone::Today, 12_400.0, 118.0)
}

fn ends() -> Vec<Mark> {
    vec![
        mark(118.0, "片付く日 7月27日", Tone::Today),
        mark(62.0, "片付く日 6月1日", Tone::Proposal),
    ]
}

fn courses() -> Vec<(&'static str, Chart)> {
    let both = || vec![today(), waiting("改善案", Tone::Proposal, 6_100.0, 62.0)];
    let many = vec![
        mark(30.0, "受付開始", Tone::Plain),
        mark(36.0, "最も多い日 5月6日", Tone::Today),
        mark(58.0, "標準処理期間", Tone::Plain),
        mark(62.0, "片付く日 6月1日", Tone::Proposal),
        mark(66.0, "補正の締切", Tone::Warning),
        mark(118.0, "片付く日 7月27日", Tone::Today),
    ];
    let mut limited = course(both(), ends());
    limited.levels = vec![
        mark(9_000.0, "置ける上限 9,000", Tone::Warning),
        mark(8_700.0, "去年の最大", Tone::Plain),
    ];
    let one = course(vec![today()], ends().into_iter().take(1).collect());
    vec![
        ("course", Chart::Course(one)),
        ("course-two", Chart::Course(course(both(), ends()))),
        ("course-many-marks", Chart::Course(course(both(), many))),
        ("course-levels", Chart::Course(limited)),
        ("course-three", Chart::Course(week())),
    ]
}

/// One point, nothing but zeros, nothing at all.
fn bare_courses() -> Vec<(&'static str, Chart)> {
    let single = Series {
        points: vec![(0.0, 3.0)],
        band: None,
        ..today()
    };
    let zero = Series {
        points: (0..135).map(|day| (f64::from(day), 0.0)).collect(),
        band: None,
        ..today()
    };
    let of = |series: Vec<Series>, marks: Vec<Mark>| Chart::Course(course(series, marks));
    vec![
        ("course-one-point", of(vec![single], Vec::new())),
        ("course-zero", of(vec![zero], ends())),
        ("course-nothing", of(Vec::new(), Vec::new())),
    ]
}

/// Three quantities on five days.
fn week() -> Course {
    let value = |day: u32| 0.3 + 0.1 * f64::from(day % 3);
    let series = |(name, tone, factor): (&str, Tone, f64)| Series {
        name: name.to_owned(),
        tone,
        points: (1..=5)
            .map(|day| (f64::from(day), factor * value(day)))
            .collect(),
        band: None,
    };
    let all = [
        ("現状", Tone::Today, 1.0),
        ("改善案A", Tone::Proposal, 0.6),
        ("国の標準", Tone::Plain, 0.75),
    ];
    let tick = |day: u32| Tick {
        at: f64::from(day),
        label: format!("{day}日目"),
    };
    Course {
        up: "1件あたりの手間（時間）".to_owned(),
        across: "開庁日".to_owned(),
        number: Number::Plain,
        ticks: (1..=5).map(tick).collect(),
        ..course(all.map(series).to_vec(), Vec::new())
    }
}

/// All of them by name.
pub(crate) fn all() -> Vec<(&'static str, Chart)> {
    [
        courses(),
        bare_courses(),
        figures::columns(),
        figures::bars(),
        figures::classes(),
    ]
    .concat()
}
