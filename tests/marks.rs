//! Every mark of the visual language, each in the smallest flow that shows it.
use kaizu_layout::place;
use kaizu_model::{
    Difference, Document, EventKind, FlowId, GatewayKind, Level, Mark, MarkKind, Medium, StepKind,
    Transfer, Wording, notation,
};
use kaizu_render::scene::Scene;
use kaizu_render::{Caption, draw};

/// A picture of one mark.
pub(crate) struct Shown {
    /// What it is called in files.
    pub(crate) name: String,
    /// The picture.
    pub(crate) scene: Scene,
}

/// Every mark.
pub(crate) fn all() -> Vec<Shown> {
    let families: [fn() -> Vec<Shown>; 9] = [
        kinds,
        media,
        handovers,
        waits,
        signs,
        differences,
        findings,
        voices,
        heats,
    ];
    families.iter().flat_map(|family| family()).collect()
}

/// The flow of `text`, with marks over its steps where `marks` says so.
fn shown(name: &str, text: &str, marks: &[MarkKind]) -> Shown {
    let document = notation::parse(text).unwrap();
    let flow = document.first_flow().unwrap();
    let marks = over_first(&document, flow, marks);
    let placement = place(&document, flow, &Wording::default());
    let broken = super::rules::broken(&document, &placement);
    assert!(broken.is_empty(), "{name}: {broken:#?}");
    Shown {
        name: name.replace([' ', '/', '('], "-").replace(')', ""),
        scene: draw(&document, flow, &placement, &marks, &Caption::default()),
    }
}

fn over_first(document: &Document, flow: FlowId, marks: &[MarkKind]) -> Vec<Mark> {
    let first = document.nodes_of(flow)[0].id;
    let mark = |kind: &MarkKind| Mark {
        at: first.into(),
        kind: *kind,
    };
    marks.iter().map(mark).collect()
}

fn kinds() -> Vec<Shown> {
    let one = |kind: &StepKind| {
        let word = kind.ja();
        let text = format!("窓口: 申請書の{word} 5分 [{word}]\n");
        shown(&format!("kind-{}", kind.en()), &text, &[])
    };
    StepKind::ALL.iter().map(one).collect()
}

fn media() -> Vec<Shown> {
    let one = |medium: &Medium| {
        let text = format!("窓口: 申請を受け取る 5分 [受領 {}]\n", medium.ja());
        shown(&format!("medium-{}", medium.en()), &text, &[])
    };
    let changes = [
        "電子→紙",
        "紙→業務システム",
        "電話→Excel",
        "現金等→媒体(USB等)",
    ];
    let names = ["printed", "entered", "noted", "paid-in"];
    let changes = names.iter().zip(changes).map(|(name, media)| {
        let text = format!("窓口: 媒体が変わる 5分 [入力 {media}]\n");
        shown(&format!("medium-{name}"), &text, &[])
    });
    Medium::ALL.iter().map(one).chain(changes).collect()
}

fn handovers() -> Vec<Shown> {
    let by = |transfer: &Transfer| {
        let text = format!(
            "窓口: 渡す [受渡]\n  → 審査: 受け取る [{}]\n",
            transfer.ja()
        );
        shown(&format!("transfer-{}", transfer.en()), &text, &[])
    };
    let on = |medium: &Medium| {
        let word = medium.ja();
        let text = format!("窓口: 渡す [受渡 {word}]\n審査: 受け取る [受領 {word}]\n");
        shown(&format!("handover-{}", medium.en()), &text, &[])
    };
    let within = shown(
        "handover-none",
        "窓口: 受け取る [受領 紙]\n窓口: 見る [確認 紙]\n",
        &[],
    );
    let level = "窓口: 渡す [受渡 紙]\n  → 窓口: 受け取る [手渡し]\n";
    let level = shown("transfer-level", level, &[]);
    let all = Transfer::ALL
        .iter()
        .map(by)
        .chain(Medium::ALL.iter().map(on));
    all.chain([within, level]).collect()
}

fn waits() -> Vec<Shown> {
    let lengths = [
        ("quarter-of-an-hour", "0.25時間"),
        ("hour", "1時間"),
        ("day", "1日"),
        ("week", "5日"),
        ("month", "20日"),
        ("half-a-year", "120日"),
    ];
    let one = |(name, length): &(&str, &str)| {
        let text = format!("窓口: 受け取る [受領 紙]\n審査: 確かめる [確認 紙 待ち{length}]\n");
        shown(&format!("wait-{name}"), &text, &[])
    };
    let unknown = "窓口: 受け取る [受領 紙]\n審査: 確かめる [確認 紙]\n";
    let unknown = shown("wait-unknown", unknown, &[]);
    lengths.iter().map(one).chain([unknown]).collect()
}

fn signs() -> Vec<Shown> {
    let gateway = |kind: &GatewayKind| {
        let text = match kind {
            GatewayKind::Branch | GatewayKind::Fork => format!(
                "窓口: 分ける [#A {}]\n  20% 不備 → 窓口: 補正を頼む\n  → 窓口: 決める\n",
                kind.ja()
            )
            .replace(
                "20% 不備",
                if *kind == GatewayKind::Fork {
                    ""
                } else {
                    "20% 不備"
                },
            ),
            GatewayKind::Merge | GatewayKind::Join => format!(
                "窓口: 受け取る\n  → まとめる\n窓口: 調べる\n  → まとめる\n窓口: まとめる [{}]\n窓口: 決める\n",
                kind.ja()
            ),
        };
        shown(&format!("gateway-{}", kind.en()), &text, &[])
    };
    let event = |kind: &EventKind| {
        let text = format!("窓口: 区切り [{}]\n", kind.ja());
        shown(&format!("event-{}", kind.en()), &text, &[])
    };
    let back = "窓口: 書く\n窓口: 確かめる\n  23% 不備 → 書く [差戻し]\n窓口: 決める\n";
    let lanes = "@担当 住民 [住民]\n@担当 窓口 [職員 3人]\n@工程 受付 決定\n## 受付\n住民: 申請する\n## 決定\n窓口: 決める\n";
    let gateways = GatewayKind::ALL.iter().map(gateway);
    let events = EventKind::ALL.iter().map(event);
    let others = [
        shown("return", back, &[]),
        shown("lanes-and-phases", lanes, &[]),
    ];
    gateways.chain(events).chain(others).collect()
}

/// What stands under the marks.
const STEP: &str = "窓口: 申請書を印刷する 2分 [印刷 電子→紙]\n";
const GATEWAY: &str =
    "窓口: 不備はあるか [分岐]\n  20% 不備 → 窓口: 補正を頼む\n  → 窓口: 決める\n";

fn differences() -> Vec<Shown> {
    let one = |difference: &Difference| {
        let marks = [MarkKind::Difference(*difference)];
        let name = difference.en();
        [
            shown(&format!("difference-{name}"), STEP, &marks),
            shown(&format!("difference-{name}-gateway"), GATEWAY, &marks),
        ]
    };
    Difference::ALL.iter().flat_map(one).collect()
}

fn findings() -> Vec<Shown> {
    let one = |level: &Level| {
        let marks = [MarkKind::Finding(*level)];
        shown(&format!("finding-{}", level.en()), STEP, &marks)
    };
    let both = [
        MarkKind::Finding(Level::High),
        MarkKind::Difference(Difference::Changed),
        MarkKind::Voices {
            staff: 12,
            residents: 3,
        },
    ];
    let together = [
        shown("all-marks-together", STEP, &both),
        shown("all-marks-together-gateway", GATEWAY, &both),
    ];
    Level::ALL.iter().map(one).chain(together).collect()
}

fn voices() -> Vec<Shown> {
    let counts = [
        ("staff", 5, 0),
        ("residents", 0, 7),
        ("both", 12, 34),
        ("many", 100, 4_000_000_000),
    ];
    let one = |(name, staff, residents): &(&str, u32, u32)| {
        let marks = [MarkKind::Voices {
            staff: *staff,
            residents: *residents,
        }];
        shown(&format!("voices-{name}"), STEP, &marks)
    };
    counts.iter().map(one).collect()
}

fn heats() -> Vec<Shown> {
    let counts = [("one", 1), ("several", 9), ("many", 4_000_000_000)];
    let one = |(name, people): &(&str, u32)| {
        let marks = [
            MarkKind::Finding(Level::Medium),
            MarkKind::Voices {
                staff: *people,
                residents: 0,
            },
            MarkKind::Heat { people: *people },
        ];
        [
            shown(&format!("heat-{name}"), STEP, &marks),
            shown(&format!("heat-{name}-gateway"), GATEWAY, &marks),
        ]
    };
    counts.iter().flat_map(one).collect()
}
