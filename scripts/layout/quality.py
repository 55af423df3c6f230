"""What makes a picture of boxes and arrows hard to read, counted."""
from bisect import bisect_left, bisect_right
from collections import defaultdict

# Lines nearer than this lie on top of each other; shorter ones are no lines.
NEAR = 0.5
# A box is entered only where a line is deeper in it than this.
DEPTH = 1.0


def corners(points):
    """The points at which a line turns, ends included: what stands still or goes straight on is left out."""
    kept = []
    for x, y in points:
        if kept and abs(x - kept[-1][0]) < NEAR and abs(y - kept[-1][1]) < NEAR:
            continue
        if len(kept) > 1:
            (ax, ay), (bx, by) = kept[-2], kept[-1]
            is_level = abs(ay - by) < NEAR and abs(by - y) < NEAR and (bx - ax) * (x - bx) > 0
            is_upright = abs(ax - bx) < NEAR and abs(bx - x) < NEAR and (by - ay) * (y - by) > 0
            if is_level or is_upright:
                kept.pop()
        kept.append((x, y))
    return kept


def segments(edges):
    """Level and upright pieces of all arrows: (where it lies, from, to, number of the arrow), each kind in order."""
    level, upright = [], []
    for n, edge in enumerate(edges):
        line = edge["corners"]
        for (ax, ay), (bx, by) in zip(line, line[1:]):
            if abs(ay - by) < NEAR:
                level.append(((ay + by) / 2, min(ax, bx), max(ax, bx), n))
            elif abs(ax - bx) < NEAR:
                upright.append(((ax + bx) / 2, min(ay, by), max(ay, by), n))
            else:
                raise ValueError(f"the arrow {edge['source']} to {edge['target']} is slanted")
    return sorted(level), sorted(upright)


def ends(edge):
    return {edge["source"], edge["target"]}


def crossings(edges, level, upright):
    """How often two arrows cross; where one only touches another, they count if they have no end in common."""
    proper, touching = 0, set()
    places = [at for at, *_ in upright]
    for y, left, right, one in level:
        for x, top, bottom, two in upright[bisect_left(places, left - NEAR) : bisect_right(places, right + NEAR)]:
            if one == two or not top - NEAR < y < bottom + NEAR:
                continue
            if left + NEAR < x < right - NEAR and top + NEAR < y < bottom - NEAR:
                proper += 1
            elif not ends(edges[one]) & ends(edges[two]):
                touching.add((min(one, two), max(one, two), round(x), round(y)))
    return proper, len(touching)


def overlaps(edges, pieces):
    """How long arrows lie on top of each other: those with one target, those with one source, and any others."""
    length = defaultdict(float)
    for n, (at, begin, end, one) in enumerate(pieces):
        for other_at, other_begin, other_end, two in pieces[n + 1 :]:
            if other_at - at >= NEAR:
                break
            common = min(end, other_end) - max(begin, other_begin)
            if one == two or common <= NEAR:
                continue
            a, b = edges[one], edges[two]
            kind = "target" if a["target"] == b["target"] else "source" if a["source"] == b["source"] else "other"
            length[kind] += common
    return length


def is_apart(one, two, by):
    return (
        min(one["x"] + one["w"], two["x"] + two["w"]) - max(one["x"], two["x"]) <= by
        or min(one["y"] + one["h"], two["y"] + two["h"]) - max(one["y"], two["y"]) <= by
    )


def boxes_on_boxes(nodes):
    """Pairs of boxes that lie on each other."""
    found = 0
    ordered = sorted(nodes, key=lambda it: it["x"])
    for n, one in enumerate(ordered):
        for two in ordered[n + 1 :]:
            if two["x"] > one["x"] + one["w"]:
                break
            found += not is_apart(one, two, NEAR)
    return found


def through_boxes(nodes, edges, level, upright):
    """Arrows that run through a box that is neither their source nor their target."""
    lying = [("x", "y", "w", "h", level), ("y", "x", "h", "w", upright)]
    found = set()
    for along, across, length, breadth, pieces in lying:
        places = [at for at, *_ in pieces]
        for node in nodes:
            first = bisect_right(places, node[across] + DEPTH)
            last = bisect_left(places, node[across] + node[breadth] - DEPTH)
            for _, begin, end, n in pieces[first:last]:
                is_inside = begin < node[along] + node[length] - DEPTH and node[along] + DEPTH < end
                if is_inside and node["id"] not in ends(edges[n]):
                    found.add((n, node["id"]))
    return len(found)


def intrusions(nodes, lane_of):
    """Boxes of which the middle lies in the band that the middles of another lane's boxes span."""
    middle = {node["id"]: node["y"] + node["h"] / 2 for node in nodes}
    bands = defaultdict(list)
    for node in nodes:
        bands[lane_of[node["id"]]].append(middle[node["id"]])
    spans = {lane: (min(them), max(them)) for lane, them in bands.items()}

    def intrudes(node):
        at, own = middle[node["id"]], lane_of[node["id"]]
        return any(lane != own and top <= at <= bottom for lane, (top, bottom) in spans.items())

    return sum(map(intrudes, nodes))


def outside(nodes, lanes, lane_of):
    """Boxes that are not whole within the band that is drawn for their lane."""
    bands = {lane["id"]: (lane["y"], lane["y"] + lane["h"]) for lane in lanes}

    def leaves(node):
        top, bottom = bands[lane_of[node["id"]]]
        return node["y"] < top or bottom < node["y"] + node["h"]

    return sum(map(leaves, nodes))


def quality(placed, lane_of):
    """All counts of one picture: {"nodes": [{id, x, y, w, h}], "edges": [{source, target, points}]}."""
    nodes = placed["nodes"]
    edges = [{**edge, "corners": corners(edge["points"])} for edge in placed["edges"]]
    level, upright = segments(edges)
    proper, touching = crossings(edges, level, upright)
    on_top = overlaps(edges, level)
    for kind, length in overlaps(edges, upright).items():
        on_top[kind] += length
    bends = sum(len(edge["corners"]) - 2 for edge in edges)
    return {
        "crossings": proper,
        "touching": touching,
        "bends": bends / max(1, len(edges)),
        "on_top_target": round(on_top["target"]),
        "on_top_source": round(on_top["source"]),
        "on_top_other": round(on_top["other"]),
        "overlaps": boxes_on_boxes(nodes),
        "through": through_boxes(nodes, edges, level, upright),
        "intrusions": intrusions(nodes, lane_of),
        "outside": outside(nodes, placed["lanes"], lane_of) if placed.get("lanes") else 0,
    }
