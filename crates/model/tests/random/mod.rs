//! Random choices from one number, so that a failing case can be repeated from what the test prints.
pub(crate) mod flow;
pub(crate) mod improvement;
pub(crate) mod step;

use kaizu_model::{OutOfRange, Point, Share};

/// Makes choices; the same seed makes the same ones.
pub(crate) struct Dice(pub(crate) u64);

/// Bits of text that could be misread.
const SHARP: &[&str] = &[
    "「",
    "」",
    "｢",
    "｣",
    "\\",
    "\\n",
    "\n",
    "\r\n",
    "\r",
    "\t",
    " ",
    "  ",
    "\u{3000}",
    "#",
    "##",
    "＃",
    "#2",
    "@",
    "@担当",
    "//",
    "※",
    ":",
    "：",
    "→",
    "->",
    "=>",
    "⇒",
    "[",
    "]",
    "【",
    "】",
    "<",
    ">",
    "、",
    ",",
    "，",
    "・",
    "=",
    "＝",
    "%",
    "20%",
    "２０％",
    "5分",
    " 5分",
    " 10 min",
    "1時間",
    "半",
    "約",
    " 約",
    "3から",
    "〜",
    "十分",
    "程度",
    "(5分)",
    "80 ",
    "終わり",
    "end",
    "ここまで",
    "もし",
    "if ",
    "同時",
    "紙",
    "画像",
    "分岐",
    "審査",
    "確認",
    "A16",
    "½",
    "ａ",
    "\u{85}",
    "\u{2028}",
    "\u{feff}",
    "\0",
    "𠮷",
    "が",
    "か\u{3099}",
    "職員の不満",
    "システム",
    "観点",
    "観点=",
    "重さ2",
    "/",
    "待ち",
    "不明",
    "-",
    "1,000",
    "?",
    "。",
    "(",
    ")",
    "（",
    "法令",
    "必須",
    "保存",
    "住民",
    "3人",
    "課:",
    "\u{200b}",
    "&",
    "\"",
    "'",
];

impl Dice {
    pub(crate) fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        (self.roll() % end.max(1) as u64) as usize
    }

    /// True once in `n` times.
    pub(crate) fn once_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    pub(crate) fn pick<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }

    /// Sometimes something.
    pub(crate) fn maybe<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.once_in(3).then(|| make(self))
    }

    pub(crate) fn some_of<T: Copy>(&mut self, all: &[T]) -> Vec<T> {
        let count = if all.is_empty() || self.once_in(2) {
            0
        } else {
            self.below(4)
        };
        (0..count).map(|_| self.pick(all)).collect()
    }

    /// A name or text, plain or as nasty as it gets.
    pub(crate) fn text(&mut self) -> String {
        match self.below(4) {
            0 => format!("手順{}", self.below(5)),
            1 => self
                .pick(&[
                    "申請書を受け取る",
                    "確認",
                    "書類、口座を見る",
                    "不備？",
                    "Check it",
                    "住所 氏名",
                ])
                .into(),
            _ => {
                let count = self.below(5);
                (0..count).map(|_| self.pick(SHARP)).collect()
            }
        }
    }

    pub(crate) fn number(&mut self) -> f64 {
        let bits = f64::from_bits(self.roll()).abs();
        let any = if bits.is_finite() { bits } else { 3.25 };
        let few = self.pick(&[
            0.0,
            1.0,
            2.5,
            0.1,
            30000.0,
            1e-7,
            1e21,
            5e-324,
            f64::MAX,
            4.35,
        ]);
        if self.once_in(4) { any } else { few }
    }

    pub(crate) fn amount<T: TryFrom<f64, Error = OutOfRange>>(&mut self) -> T {
        T::try_from(self.number()).unwrap()
    }

    pub(crate) fn share(&mut self) -> Share {
        let any = (self.roll() >> 11) as f64 / (1_u64 << 53) as f64;
        let few = self.pick(&[0.0, 1.0, 0.5, 0.25, 0.048, 0.23, 0.77, 1e-300, 0.1, 0.3]);
        Share::try_from(if self.once_in(3) { any } else { few }).unwrap()
    }

    pub(crate) fn point(&mut self) -> Point {
        let sign = self.pick(&[1.0, -1.0]);
        let far = |number: f64| number.min(1e6);
        Point::new(sign * far(self.number()), far(self.number()))
    }

    pub(crate) fn flip(&mut self) -> bool {
        self.once_in(2)
    }
}
