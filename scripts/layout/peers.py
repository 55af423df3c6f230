"""The same boxes and arrows, placed by Graphviz and by the Eclipse Layout Kernel."""
import json
import os
import shutil
import subprocess
import tempfile
import threading

ELKJS = "elkjs@0.12.1"
# Pixels an inch, and the distances between boxes and between columns that both peers get.
INCH, APART, COLUMNS = 72, 40, 60
PATIENCE = 600

ELK = """
const ELK = require("elkjs/lib/elk.bundled.js");
const graph = JSON.parse(require("fs").readFileSync(0, "utf8"));
const elk = new ELK();
const before = process.cpuUsage();
elk.layout(graph).then((placed) => {
  const { user, system } = process.cpuUsage(before);
  process.stdout.write(JSON.stringify({ placed, seconds: (user + system) / 1e6 }));
});
"""


def finished(arguments, text, folder=None):
    """Runs a program for at most PATIENCE: its processor seconds and what it printed, or None where it gave up."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as given:
        given.write(text.encode())
        given.seek(0)
        process = subprocess.Popen(arguments, stdin=given, stdout=out, stderr=subprocess.DEVNULL, cwd=folder)
        timer = threading.Timer(PATIENCE, process.kill)
        timer.start()
        _, status, used = os.wait4(process.pid, 0)
        timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            return None
        out.seek(0)
        return used.ru_utime + used.ru_stime, out.read()


def dot_text(placed, lane_of):
    """Lanes as clusters of one common order of columns, arrows with right angles."""
    number = {node["id"]: n for n, node in enumerate(placed["nodes"])}
    lines = [
        f"digraph {{ rankdir=LR; newrank=true; splines=ortho; nodesep={APART / INCH:.4f}; ranksep={COLUMNS / INCH:.4f}",
        'node [shape=box, fixedsize=true, label=""]',
    ]
    for n, lane in enumerate(placed["lanes"]):
        lines.append(f"subgraph cluster_{n} {{")
        for node in placed["nodes"]:
            if lane_of[node["id"]] == lane["id"]:
                size = f'width={node["w"] / INCH:.4f}, height={node["h"] / INCH:.4f}'
                lines.append(f'n{number[node["id"]]} [{size}]')
        lines.append("}")
    lines += [f'n{number[edge["source"]]} -> n{number[edge["target"]]}' for edge in placed["edges"]]
    return "\n".join([*lines, "}"])


def dot_line(text, height):
    """An arrow of Graphviz as a polyline: with right angles every curve is straight, so its ends say it all."""
    points, start, end = [], [], []
    for word in text.split():
        *mark, x, y = word.split(",")
        point = [float(x), height - float(y)]
        if not mark:
            points.append(point)
        elif mark == ["s"]:
            start = [point]
        else:
            end = [point]
    return start + points[::3] + end


def dot(placed, lane_of):
    """Processor seconds and picture of Graphviz; None where it fails, as it does on some flows."""
    ran = finished(["dot", "-Tjson"], dot_text(placed, lane_of))
    if ran is None:
        return None
    drawn = json.loads(ran[1])
    height = float(drawn["bb"].split(",")[3])
    nodes, ids = [], {}
    for it in drawn["objects"]:
        if it["name"].startswith("n"):
            ids[it["_gvid"]] = placed["nodes"][int(it["name"][1:])]["id"]
            x, y = map(float, it["pos"].split(","))
            w, h = float(it["width"]) * INCH, float(it["height"]) * INCH
            nodes.append({"id": ids[it["_gvid"]], "x": x - w / 2, "y": height - y - h / 2, "w": w, "h": h})
    edges = [
        {"source": ids[it["tail"]], "target": ids[it["head"]], "points": dot_line(it["pos"], height)}
        for it in drawn["edges"]
    ]
    return ran[0], {"nodes": nodes, "edges": edges}


def elk_folder(folder):
    """Installs elkjs in `folder`; None without Node.js or its packages."""
    if not shutil.which("npm"):
        return None
    install = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", folder, ELKJS]
    done = subprocess.run(install, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return folder if done.returncode == 0 else None


def elk(placed, folder):
    """Processor seconds and picture of a first layered layout in a fresh process, and what the layout alone took of them.

    It knows no lanes.
    """
    options = {
        "elk.algorithm": "layered",
        "elk.direction": "RIGHT",
        "elk.edgeRouting": "ORTHOGONAL",
        "elk.spacing.nodeNode": str(APART),
        "elk.layered.spacing.nodeNodeBetweenLayers": str(COLUMNS),
    }
    children = [{"id": it["id"], "width": it["w"], "height": it["h"]} for it in placed["nodes"]]
    edges = [
        {"id": f"e{n}", "sources": [it["source"]], "targets": [it["target"]]} for n, it in enumerate(placed["edges"])
    ]
    graph = {"id": "root", "layoutOptions": options, "children": children, "edges": edges}
    ran = finished(["node", "-e", ELK], json.dumps(graph), folder)
    if ran is None:
        return None
    told = json.loads(ran[1])
    nodes = [
        {"id": it["id"], "x": it["x"], "y": it["y"], "w": it["width"], "h": it["height"]}
        for it in told["placed"]["children"]
    ]
    edges = [elk_line(it) for it in told["placed"]["edges"]]
    return ran[0], {"nodes": nodes, "edges": edges, "seconds": told["seconds"]}


def elk_line(edge):
    section = edge["sections"][0]
    points = [section["startPoint"], *section.get("bendPoints", []), section["endPoint"]]
    return {
        "source": edge["sources"][0],
        "target": edge["targets"][0],
        "points": [[point["x"], point["y"]] for point in points],
    }
