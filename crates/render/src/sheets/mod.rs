//! Pictures on sheets of paper, composed as a drawing office does it: a frame, a title block, heads and headings on every
//! sheet, a legend of what is to be seen there, and letters where arrows go on elsewhere.
mod column;
mod cuts;
mod fan;
mod full_names;
mod paper;
mod part;
mod pieces;
mod plan;
mod survey;

use std::collections::BTreeMap;

use kaizu_model::{Mark, PlacedEdge, Placement, Point, RecordId, Rect};

pub use paper::Page;

use crate::draw::Drawing;
use crate::draw::caption;
use crate::draw::legend;
use crate::draw::title_block::{self, Breadth};
use crate::moved::Shift;
use crate::scene::{self, Group, Item, Paint, Scene, Stroke};
use crate::theme;
use full_names::full_names;
use paper::{Layout, numbered, subtitle_height};
use part::{Part, Parts, home};
use pieces::{Piece, Place, pieces};
use plan::{BETWEEN, Plan, spread};
use survey::Survey;

/// A screen pixel in points, where a sheet follows the picture.
const PIXEL: f64 = 0.75;
/// The longest side of a page that readers accept.
const MAX_SIDE: f64 = 14_400.0;

/// `drawings` one after the other on as few sheets of `page` as letters of a readable size allow, at one scale. The frame
/// of each sheet is the paper, in points.
pub fn sheets(drawings: &[Drawing], page: Page) -> Vec<Scene> {
    let fitting = || drawings.iter().map(|it| fitting(&it.scene())).collect();
    let layouts: Vec<Layout> = page
        .papers()
        .into_iter()
        .map(|paper| Layout::of(paper, drawings))
        .collect();
    let surveys: Vec<Survey> = drawings.iter().map(Survey::of).collect();
    let Some(spread) = spread(&layouts, &surveys) else {
        return fitting();
    };
    let names = drawings.iter().map(|it| full_names(it, &spread.layout));
    let names: Vec<Vec<Placement>> = names.collect();
    let n_names: usize = names.iter().map(Vec::len).sum();
    let of = spread
        .plans
        .iter()
        .map(|plan| plan.sheets.len())
        .sum::<usize>()
        + n_names;
    let mut sheets = Vec::new();
    let mut letters = 0;
    for ((survey, plan), names) in surveys.iter().zip(&spread.plans).zip(&names) {
        let pieces = lettered(survey, plan, &mut letters);
        let lengths = plan.columns.iter().map(|column| column.extent.length());
        let parts = Parts {
            survey,
            plan,
            pieces: &pieces,
            width: survey.body.x + lengths.fold(0.0, f64::max),
        };
        for places in &plan.sheets {
            let sheet = Sheet {
                layout: &spread.layout,
                parts: &parts,
                number: (sheets.len() + 1, of),
            };
            sheets.push(sheet.scene(places));
        }
        for placement in names {
            let number = (sheets.len() + 1, of);
            let items = full_names::draw(survey.drawing, placement, &spread.layout);
            sheets.push(framed(survey.drawing, &spread.layout, number, items));
        }
    }
    sheets
}

/// `scene` on a sheet as large as it is.
pub fn fitting(scene: &Scene) -> Scene {
    let (w, h) = (scene.frame.w.max(1.0), scene.frame.h.max(1.0));
    let scale = PIXEL.min(MAX_SIDE / w.max(h));
    let shift = Shift::scaled(scale, -scene.frame.x * scale, -scene.frame.y * scale);
    Scene {
        frame: Rect::new(0.0, 0.0, w * scale, h * scale),
        items: shift.items(&scene.items),
        ..scene.clone()
    }
}

/// The pieces of all arrows of a picture, with the next letters.
fn lettered(survey: &Survey, plan: &Plan, letters: &mut usize) -> Vec<Piece> {
    let edges = &survey.drawing.placement.edges;
    let carries = survey.wholes.iter().filter_map(|whole| {
        let mut edges = edges.iter();
        let edge = edges.position(|it| RecordId::from(it.id) == whole.atom.id)?;
        Some((edge, home(whole, plan)))
    });
    let homes: BTreeMap<RecordId, Place> = survey
        .wholes
        .iter()
        .filter(|whole| !matches!(whole.atom.id, RecordId::Edge(_)))
        .map(|whole| (whole.atom.id, home(whole, plan)))
        .collect();
    let homes: Vec<[Option<Place>; 2]> = edges
        .iter()
        .map(|edge| survey.drawing.document.edge(edge.id).ok())
        .map(|edge| {
            let ends = edge.map(|edge| [edge.from, edge.to].map(RecordId::from));
            ends.map_or([None; 2], |ends| ends.map(|end| homes.get(&end).copied()))
        })
        .collect();
    let pieces = pieces(edges, plan, *letters, &carries.collect(), &homes);
    *letters += pieces.iter().filter(|it| it.exit.is_some()).count();
    pieces
}

/// One sheet.
struct Sheet<'a> {
    layout: &'a Layout,
    parts: &'a Parts<'a>,
    /// Which of how many.
    number: (usize, usize),
}

impl Sheet<'_> {
    /// The sheet with the parts at `places` on it, one below the other.
    fn scene(&self, places: &[Place]) -> Scene {
        let (survey, plan) = (self.parts.survey, self.parts.plan);
        let (body, scale) = (self.layout.body, plan.scale);
        let heights = places
            .iter()
            .map(|it| survey.body.y + plan.height(*it) + BETWEEN);
        let free = (
            body.w - self.parts.width * scale,
            body.h - (heights.clone().sum::<f64>() - BETWEEN) * scale,
        );
        let x = body.x + free.0.max(0.0) / 2.0;
        // What is left over goes above, between and below the parts alike.
        let gap = free.1.max(0.0) / (places.len() + 1) as f64;
        let mut y = body.y + gap;
        let mut items: Vec<Item> = Vec::new();
        let parts: Vec<Part> = places.iter().map(|it| self.parts.part(*it)).collect();
        for (part, height) in parts.iter().zip(heights) {
            items.extend(Shift::scaled(scale, x, y).items(&part.items));
            y += height * scale + gap;
        }
        items.extend(self.footer(&parts));
        framed(survey.drawing, self.layout, self.number, items)
    }

    /// The figures, and what the signs mean that are to be seen on this sheet.
    fn footer(&self, parts: &[Part]) -> Vec<Item> {
        let drawing = self.parts.survey.drawing;
        let lettering = self.layout.paper.lettering;
        let caption = &drawing.caption;
        let mut items: Vec<Item> = Vec::new();
        let top = subtitle_height(drawing);
        if top > 0.0 {
            let style = caption::subtitle();
            let words = self.layout.words();
            let fitting = (words / style.width(&caption.subtitle)).min(1.0);
            let style = caption::subtitle().smaller(fitting);
            items.push(style.starting(&caption.subtitle, 0.0, top * 0.4).into());
        }
        let (placement, marks) = seen(drawing, parts);
        let entries = legend::entries(&caption.legend, drawing.document, &placement, &marks);
        let entries = if parts.iter().any(|part| part.has_connectors) {
            entries.with_connectors(&caption.legend)
        } else {
            entries
        };
        items.push(entries.draw(self.layout.words(), top).group.into());
        let shift = Shift::scaled(lettering, self.layout.body.x, self.layout.footer);
        shift.items(&items)
    }
}

/// A sheet with `items` in its frame, and the title block along the upper edge.
fn framed(drawing: &Drawing, layout: &Layout, number: (usize, usize), items: Vec<Item>) -> Scene {
    let (frame, lettering) = (layout.frame, layout.paper.lettering);
    let border = scene::Rect {
        area: frame,
        radius: 0.0,
        paint: Paint::line(Stroke::solid(theme::INK, theme::SHEET_FRAME)),
    };
    let cells = numbered(drawing, number);
    let block = title_block::draw(&cells, Breadth::Filled(frame.w / lettering));
    let block = Group {
        items: Shift::scaled(lettering, frame.x, frame.y).items(&block.group.items),
        ..block.group
    };
    let (w, h) = layout.paper.size;
    let mut all: Vec<Item> = vec![border.into()];
    all.extend(items);
    all.push(block.into());
    Scene {
        frame: Rect::new(0.0, 0.0, w, h),
        title: drawing.caption.title.clone(),
        language: drawing.caption.language,
        items: all,
    }
}

/// What of a picture is to be seen in `parts`, for the legend.
fn seen(drawing: &Drawing, parts: &[Part]) -> (Placement, Vec<Mark>) {
    let shows = |id: RecordId| parts.iter().any(|part| part.wholes.contains(&id));
    let shows_arrow = |edge: &PlacedEdge| parts.iter().any(|part| part.arrows.contains(&edge.id));
    let carries = |edge: &PlacedEdge, at: Point| {
        let at = Rect::new(at.x - 1.0, at.y - 1.0, 2.0, 2.0);
        parts
            .iter()
            .flat_map(|part| &part.riders)
            .any(|(id, area)| *id == RecordId::from(edge.id) && area.overlaps(at))
    };
    let placement = &drawing.placement;
    let nodes = placement.nodes.iter().filter(|node| shows(node.id.into()));
    let edges = placement.edges.iter().filter(|edge| shows_arrow(edge));
    let edges = edges.map(|edge| PlacedEdge {
        sign: edge.sign.filter(|at| carries(edge, *at)),
        wait: edge
            .wait
            .clone()
            .filter(|pill| carries(edge, pill.rect.centre())),
        ..edge.clone()
    });
    let marks = drawing.marks.iter().filter(|mark| shows(mark.at));
    (
        Placement {
            nodes: nodes.cloned().collect(),
            edges: edges.collect(),
            ..placement.clone()
        },
        marks.cloned().collect(),
    )
}
