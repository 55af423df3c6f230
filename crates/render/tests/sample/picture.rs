//! The small flow drawn, with marks and words around it.
use kaizu_model::{
    Difference, GatewayId, Language, Level, Mark, MarkKind, Medium, RecordId, StepId,
};
use kaizu_render::scene::Scene;
use kaizu_render::{Caption, Cell, Format, Legend, Look, Made, Options, draw, export};

use super::{FLOW, document, placement};

/// When test files are made.
pub(crate) const MADE: Made = Made {
    year: 2026,
    month: 11,
    day: 21,
    hour: 9,
    minute: 0,
};

/// Words around the picture.
pub(crate) fn caption() -> Caption {
    Caption {
        language: Language::Ja,
        title: "特別定額給付金 現状".into(),
        block: vec![
            cell("業務", "特別定額給付金", Look::Name),
            cell("図", "現状", Look::Plain),
            cell("日付", "", Look::Plain),
            cell("数値", "例示", Look::Example),
        ],
        sheet: "図面".into(),
        subtitle: "手順 2・担当 2".into(),
        legend: Legend {
            media: Medium::ALL
                .iter()
                .map(|it| (*it, it.ja().to_owned()))
                .collect(),
            staff: "職員の声".into(),
            residents: "住民の声".into(),
            finding: "気づき".into(),
            thing: "紙の受け渡し".into(),
            back: "戻り".into(),
            connector: "同じ記号へ続く".into(),
            ..Legend::default()
        },
        notes: "略した名前の全文".into(),
    }
}

fn cell(label: &str, value: &str, look: Look) -> Cell {
    Cell {
        label: label.into(),
        value: value.into(),
        look,
    }
}

/// One of each mark.
pub(crate) fn marks() -> Vec<Mark> {
    let at = RecordId::from(StepId(11));
    vec![
        Mark {
            at,
            kind: MarkKind::Finding(Level::Low),
        },
        Mark {
            at,
            kind: MarkKind::Finding(Level::High),
        },
        Mark {
            at,
            kind: MarkKind::Voices {
                staff: 5,
                residents: 12,
            },
        },
        Mark {
            at: StepId(10).into(),
            kind: MarkKind::Difference(Difference::Reduced),
        },
        Mark {
            at: GatewayId(12).into(),
            kind: MarkKind::Difference(Difference::New),
        },
    ]
}

/// The marked picture whose first step is called `name`.
pub(crate) fn picture(name: &str) -> Scene {
    draw(
        &document(name),
        FLOW,
        &placement(name),
        &marks(),
        &caption(),
    )
}

/// The file that `scene` becomes.
pub(crate) fn bytes(scene: &Scene, format: Format) -> Vec<u8> {
    export(
        scene,
        format,
        &Options {
            made: Some(MADE),
            ..Options::default()
        },
    )
    .unwrap()
}
