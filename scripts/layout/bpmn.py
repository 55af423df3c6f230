"""A placed flow as BPMN with its picture: the same lanes, boxes, arrows and words at the same places."""
from xml.sax.saxutils import escape, quoteattr

SCHEMAS = {
    "bpmn": "http://www.omg.org/spec/BPMN/20100524/MODEL",
    "bpmndi": "http://www.omg.org/spec/BPMN/20100524/DI",
    "dc": "http://www.omg.org/spec/DD/20100524/DC",
    "di": "http://www.omg.org/spec/DD/20100524/DI",
}
# The strip at the left of a pool, where its name stands.
STRIP = 30


def is_step(node):
    """Whether it is a box: gateways are as high as they are wide."""
    return node["w"] != node["h"]


def bounds(element, box, is_level=False):
    level = ' isHorizontal="true"' if is_level else ""
    sides = " ".join(f'{name}="{box[side]}"' for name, side in zip(["x", "y", "width", "height"], "xywh"))
    return (
        f'<bpmndi:BPMNShape id="{element}_di" bpmnElement="{element}"{level}>'
        f"<dc:Bounds {sides}/></bpmndi:BPMNShape>"
    )


def node_of(node, name):
    tag = "bpmn:task" if is_step(node) else "bpmn:exclusiveGateway"
    return f"<{tag} id={quoteattr(node['id'])} name={quoteattr(name)}/>"


def lanes_of(placed, names):
    """The lanes with what stands in each, by the middle of its box."""
    lanes = []
    for lane in placed["lanes"]:
        middles = ((node, node["y"] + node["h"] / 2) for node in placed["nodes"])
        own = [node["id"] for node, middle in middles if lane["y"] <= middle < lane["y"] + lane["h"]]
        members = "".join(f"<bpmn:flowNodeRef>{escape(node)}</bpmn:flowNodeRef>" for node in own)
        lanes.append(f"<bpmn:lane id={quoteattr(lane['id'])} name={quoteattr(names[lane['id']])}>{members}</bpmn:lane>")
    return f'<bpmn:laneSet id="Lanes">{"".join(lanes)}</bpmn:laneSet>'


def arrow(n, edge, word):
    name = f" name={quoteattr(word)}" if word else ""
    flow = f'<bpmn:sequenceFlow id="F{n}" sourceRef="{edge["source"]}" targetRef="{edge["target"]}"{name}/>'
    points = "".join(f'<di:waypoint x="{x}" y="{y}"/>' for x, y in edge["points"])
    return flow, f'<bpmndi:BPMNEdge id="F{n}_di" bpmnElement="F{n}">{points}</bpmndi:BPMNEdge>'


def diagram(placed, process):
    """`placed` as `kaizu place --json` prints it; `process` the same flow as kaizu-process/1, for its words."""
    names = {it["id"]: it["name"] for it in process["lanes"] + process["nodes"]}
    words = {(it["from"], it["to"]): it.get("condition") for it in process["edges"]}
    bottom = max(lane["y"] + lane["h"] for lane in placed["lanes"])
    top, right = placed["lanes"][0]["y"], max(lane["x"] + lane["w"] for lane in placed["lanes"])
    pool = {"x": -STRIP, "y": top, "w": right + STRIP, "h": bottom - top}
    shapes = [bounds("Pool", pool, is_level=True)]
    shapes += [bounds(lane["id"], lane, is_level=True) for lane in placed["lanes"]]
    shapes += [bounds(node["id"], node) for node in placed["nodes"]]
    nodes = [node_of(node, names[node["id"]]) for node in placed["nodes"]]
    arrows = [arrow(n, it, words.get((it["source"], it["target"]))) for n, it in enumerate(placed["edges"])]
    inside = "".join([lanes_of(placed, names), *nodes, *(flow for flow, _ in arrows)])
    pool_of = '<bpmn:collaboration id="C"><bpmn:participant id="Pool" name="" processRef="P"/></bpmn:collaboration>'
    drawn = "".join([*shapes, *(line for _, line in arrows)])
    schemas = " ".join(f'xmlns:{short}="{uri}"' for short, uri in SCHEMAS.items())
    return (
        f'<bpmn:definitions {schemas} targetNamespace="urn:x">{pool_of}<bpmn:process id="P">{inside}</bpmn:process>'
        f'<bpmndi:BPMNDiagram id="D"><bpmndi:BPMNPlane id="Plane" bpmnElement="C">{drawn}</bpmndi:BPMNPlane>'
        "</bpmndi:BPMNDiagram></bpmn:definitions>"
    )
