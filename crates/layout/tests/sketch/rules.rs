//! What holds for every placement.
use kaizu_model::{
    Document, Line, NodeId, PlacedEdge, PlacedNode, PlacedPill, Placement, Point, RecordId, Rect,
};

const SLACK: f64 = 0.01;

/// Every rule that a placement breaks.
pub(crate) fn broken(document: &Document, placement: &Placement) -> Vec<String> {
    let mut broken = Vec::new();
    boxes(document, placement, &mut broken);
    lines(placement, &mut broken);
    for edge in &placement.edges {
        arrow(document, placement, edge, &mut broken);
    }
    pills(placement, &mut broken);
    told(document, placement, &mut broken);
    notes(placement, &mut broken);
    broken
}

fn notes(placement: &Placement, broken: &mut Vec<String>) {
    let phases = placement
        .phases
        .iter()
        .map(|it| (it.id.into(), it.rect, &it.lines));
    let lanes = placement
        .lanes
        .iter()
        .map(|it| (it.id.into(), it.head, &it.lines));
    let nodes = placement
        .nodes
        .iter()
        .map(|it| (it.id.into(), room(it), &it.title));
    let labels = placement.edges.iter().filter_map(|it| {
        let label = it.label.as_ref()?;
        Some((it.id.into(), label.rect, &label.lines))
    });
    let all = phases.chain(lanes).chain(nodes).chain(labels);
    let cut = all.filter(|(_, _, lines)| lines.iter().any(|line| line.is_cut));
    let cut: Vec<(RecordId, Rect, &Vec<Line>)> = cut.collect();
    if cut.len() != placement.notes.len() {
        broken.push(format!("{} notes for {}", placement.notes.len(), cut.len()));
    }
    for ((id, room, lines), note) in cut.iter().zip(&placement.notes) {
        if *id != note.id || !within(*room, letters(&note.mark)) {
            broken.push(format!("the number of {id} sticks out"));
        }
        if lines
            .iter()
            .any(|line| letters(line).grown(-SLACK).overlaps(letters(&note.mark)))
        {
            broken.push(format!("the number of {id} covers its text"));
        }
    }
    for note in &placement.notes {
        let own = Rect::new(0.0, 0.0, 700.0, note.height);
        if !note.lines.iter().all(|line| within(own, letters(line))) {
            broken.push(format!("the note of {} sticks out", note.id));
        }
    }
}

/// Where the title of a node may stand: in the box, or as wide as a title beside the sign.
fn room(node: &PlacedNode) -> Rect {
    if matches!(node.id, NodeId::Step(_)) {
        return node.rect;
    }
    let (centre, half) = (node.rect.centre(), 56.0 + 9.0 + 56.0);
    Rect::new(centre.x - half, centre.y - 150.0, 2.0 * half, 300.0)
}

fn boxes(document: &Document, placement: &Placement, broken: &mut Vec<String>) {
    let page = Rect::new(0.0, 0.0, placement.size.w, placement.size.h);
    for (n, one) in placement.nodes.iter().enumerate() {
        if !within(page, one.rect) {
            broken.push(format!("{} leaves the picture", one.id));
        }
        for two in &placement.nodes[n + 1..] {
            if one.rect.grown(-SLACK).overlaps(two.rect) {
                broken.push(format!("{} overlaps {}", one.id, two.id));
            }
            if ground(one).is_some_and(|title| title.grown(-SLACK).overlaps(two.rect)) {
                broken.push(format!("the title of {} covers {}", one.id, two.id));
            }
        }
        let lane = document.node(one.id).map(|node| node.lane).ok();
        if let Some(lane) = placement.lanes.iter().find(|it| Some(it.id) == lane) {
            let body = Rect::new(lane.head.right(), lane.rect.y, lane.rect.w, lane.rect.h);
            if !within(body, one.rect) || ground(one).is_some_and(|title| !within(body, title)) {
                broken.push(format!("{} leaves its lane", one.id));
            }
        }
    }
}

fn lines(placement: &Placement, broken: &mut Vec<String>) {
    let mut check = |what: String, lines: &[Line], rect: Rect| {
        for line in lines {
            if !within(rect, letters(line)) {
                broken.push(format!("“{}” sticks out of {what}", line.text));
            }
        }
    };
    for lane in &placement.lanes {
        check("a lane".into(), &lane.lines, lane.head);
    }
    for phase in &placement.phases {
        check("a phase".into(), &phase.lines, phase.rect);
    }
    for node in &placement.nodes {
        if matches!(node.id, NodeId::Step(_)) {
            check(node.id.to_string(), &node.title, node.rect);
        } else {
            check(node.id.to_string(), &node.title, room(node));
        }
        let top: Vec<Line> = node.kind.iter().chain(&node.minutes).cloned().collect();
        check(node.id.to_string(), &top, node.rect);
    }
    for edge in &placement.edges {
        for pill in edge.label.iter().chain(&edge.wait) {
            check("a pill".into(), &pill.lines, pill.rect);
        }
    }
    for pair in placement
        .nodes
        .iter()
        .flat_map(|node| node.title.windows(2))
    {
        if letters(&pair[0]).bottom() > letters(&pair[1]).y {
            broken.push(format!("“{}” runs into the next line", pair[0].text));
        }
    }
    for node in &placement.nodes {
        if let (Some(kind), Some(minutes)) = (&node.kind, &node.minutes)
            && letters(kind).overlaps(letters(minutes))
        {
            broken.push(format!("kind and minutes of {} overlap", node.id));
        }
    }
}

fn arrow(document: &Document, placement: &Placement, edge: &PlacedEdge, broken: &mut Vec<String>) {
    let rect = |id: NodeId| {
        placement
            .nodes
            .iter()
            .find(|node| node.id == id)
            .map(|node| node.rect)
    };
    let ends = document
        .edge(edge.id)
        .ok()
        .and_then(|it| Some(((it.from, rect(it.from)?), (it.to, rect(it.to)?))));
    let (Some((from, to)), [first, .., last]) = (ends, edge.points.as_slice()) else {
        broken.push(format!("arrow {} has no ends", edge.id.0));
        return;
    };
    if !on_border(from.0, from.1, *first) || !on_border(to.0, to.1, *last) {
        broken.push(format!("arrow {} does not end at its boxes", edge.id.0));
    }
    for pair in edge.points.windows(2) {
        let (a, b) = (pair[0], pair[1]);
        if ((a.x - b.x).abs() > 1e-9) == ((a.y - b.y).abs() > 1e-9) {
            broken.push(format!("arrow {} is slanted or stands still", edge.id.0));
        }
        for node in &placement.nodes {
            // An arrow may meet a gateway inside the square around it.
            let is_end = !matches!(node.id, NodeId::Step(_)) && [from.0, to.0].contains(&node.id);
            if !is_end && node.rect.grown(-SLACK).is_crossed_by(a, b) {
                broken.push(format!("arrow {} runs through {}", edge.id.0, node.id));
            }
            if ground(node).is_some_and(|title| title.grown(-SLACK).is_crossed_by(a, b)) {
                broken.push(format!(
                    "arrow {} runs through the title of {}",
                    edge.id.0, node.id
                ));
            }
        }
        let page = Rect::new(0.0, 0.0, placement.size.w, placement.size.h);
        if !within(page, Rect::new(a.x, a.y, 0.0, 0.0)) {
            broken.push(format!("arrow {} leaves the picture", edge.id.0));
        }
    }
    if let [.., before, last] = edge.points.as_slice()
        && (before.x - last.x).abs() + (before.y - last.y).abs() < 10.0 - SLACK
    {
        broken.push(format!("arrow {} has no room for its head", edge.id.0));
    }
}

fn pills(placement: &Placement, broken: &mut Vec<String>) {
    let pills: Vec<&PlacedPill> = placement
        .edges
        .iter()
        .flat_map(|edge| edge.label.iter().chain(&edge.wait))
        .collect();
    let page = Rect::new(0.0, 0.0, placement.size.w, placement.size.h);
    for edge in &placement.edges {
        let pieces = edge.points.windows(2);
        let longest = pieces
            .map(|pair| (pair[0].x - pair[1].x).abs() + (pair[0].y - pair[1].y).abs())
            .fold(0.0, f64::max);
        // A sign, its air and the head of the arrow need as much.
        if edge.handover.is_some() && edge.sign.is_none() && longest > 48.0 {
            broken.push(format!("arrow {} hands over without a sign", edge.id.0));
        }
        let sign = edge
            .sign
            .map(|at| Rect::new(at.x, at.y, 0.0, 0.0).grown(9.0));
        if placement
            .nodes
            .iter()
            .any(|node| sign.is_some_and(|sign| sign.overlaps(node.rect)))
        {
            broken.push(format!("the sign of arrow {} covers a box", edge.id.0));
        }
    }
    for (n, pill) in pills.iter().enumerate() {
        for node in &placement.nodes {
            if pill.rect.overlaps(node.rect) {
                broken.push(format!("a pill covers {}", node.id));
            }
        }
        if pills[n + 1..]
            .iter()
            .any(|other| pill.rect.overlaps(other.rect))
        {
            broken.push("two pills overlap".into());
        }
        if !within(page, pill.rect) {
            broken.push("a pill leaves the picture".into());
        }
    }
}

/// What the drawing says about an arrow is to be read there: its share, and the wait at its end.
fn told(document: &Document, placement: &Placement, broken: &mut Vec<String>) {
    let record = |edge: &PlacedEdge| document.edge(edge.id).ok();
    for edge in placement.edges.iter().filter(|edge| edge.label.is_none()) {
        if record(edge).is_some_and(|it| it.share.is_some_and(|it| it.get() < 1.0)) {
            broken.push(format!("the share of arrow {} is nowhere", edge.id.0));
        }
    }
    for (id, step) in document
        .steps()
        .filter(|(_, it)| it.wait.is_some_and(|it| it.get() > 0.0))
    {
        let coming = placement
            .edges
            .iter()
            .filter(|it| record(it).is_some_and(|it| it.to == id.into()));
        let waits: Vec<bool> = coming.map(|it| it.wait.is_some()).collect();
        if !waits.is_empty() && !waits.contains(&true) {
            broken.push(format!("the wait of {} is nowhere", step.name));
        }
    }
}

/// The ground of a title that stands outside its sign.
fn ground(node: &PlacedNode) -> Option<Rect> {
    if matches!(node.id, NodeId::Step(_)) {
        return None;
    }
    let lines: Vec<Rect> = node.title.iter().map(letters).collect();
    let left = lines.iter().map(|it| it.x).reduce(f64::min)?;
    let top = lines.iter().map(|it| it.y).reduce(f64::min)?;
    let right = lines.iter().map(|it| it.right()).reduce(f64::max)?;
    let bottom = lines.iter().map(|it| it.bottom()).reduce(f64::max)?;
    Some(Rect::new(left, top, right - left, bottom - top))
}

/// What a line covers.
fn letters(line: &Line) -> Rect {
    Rect::new(
        line.at.x,
        line.at.y - line.size * 0.88,
        line.width,
        line.size,
    )
}

fn within(outer: Rect, inner: Rect) -> bool {
    outer.grown(SLACK).contains(inner)
}

/// Whether a point lies on the outline of what stands for `id`: a box, the diamond of a gateway, the circle of an event.
fn on_border(id: NodeId, rect: Rect, point: Point) -> bool {
    let near = |a: f64, b: f64| (a - b).abs() < SLACK;
    let (x, y) = (point.x - rect.centre().x, point.y - rect.centre().y);
    match id {
        NodeId::Step(_) => {
            let is_beside = near(x.abs(), rect.w / 2.0);
            let is_over = near(y.abs(), rect.h / 2.0);
            within(rect, Rect::new(point.x, point.y, 0.0, 0.0)) && (is_beside || is_over)
        }
        NodeId::Gateway(_) => near(x.abs() + y.abs(), rect.w / 2.0),
        NodeId::Event(_) => near(x * x + y * y, rect.w * rect.w / 4.0),
    }
}
