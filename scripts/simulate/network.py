"""The network that scripts/bench-simulate plays: twenty steps of five pools, with loops, whose answer is known exactly.

All steps of a pool take the same exponential time, cases come by chance and part by chance: each pool is then an M/M/c
queue (Jackson), so that waits are Erlang's and the mean time of a case is the sum of its visits times wait and work.
"""

PER_MINUTE = 0.1
# Name, people, minutes of each step.
POOLS = [("受付係", 3, 7.5), ("営業担当", 4, 7.5), ("承認者", 2, 3.5), ("作業者", 5, 10.0), ("出荷係", 3, 6.0)]
STEPS = 20
# Behind these steps cases part: to which step with which share, from 0; all others go to the next.
PARTS = {3: [(0.3, 6), (0.7, 4)], 9: [(0.15, 6), (0.85, 10)], 14: [(0.2, 15), (0.8, 16)]}


def onward(step):
    """Where cases go from a step: shares and steps; the number of steps is the end."""
    return PARTS.get(step, [(1.0, step + 1)])


def visits():
    """How often a case comes to each step."""
    found = [0.0] * (STEPS + 1)
    for _ in range(500):
        after = [1.0] + [0.0] * STEPS
        for step in range(STEPS):
            for share, to in onward(step):
                after[to] += share * found[step]
        found = after
    return found[:STEPS]


def erlang_wait(arrivals, minutes, people):
    """Mean minutes of waiting in an M/M/c queue."""
    offered = arrivals * minutes
    blocked = 1.0
    for n in range(1, people + 1):
        blocked = offered * blocked / (n + offered * blocked)
    busy = offered / people
    waits = blocked / (1 - busy * (1 - blocked))
    return waits * minutes / people / (1 - busy)


def exact():
    """Mean minutes of a case, and of waiting at each pool."""
    often, whole, waits = visits(), 0.0, []
    for pool, (_, people, minutes) in enumerate(POOLS):
        own = sum(often[step] for step in range(STEPS) if step % len(POOLS) == pool)
        waits.append(erlang_wait(PER_MINUTE * own, minutes, people))
        whole += own * (waits[-1] + minutes)
    return whole, waits


def flow():
    """The network in Kaizu's notation."""
    lines = ["# 20手順5担当", f"@到着 {PER_MINUTE * 60:g}件/時 不規則 常時"]
    lines += [f"@担当 {name} [職員 {people}人]" for name, people, _ in POOLS]
    for step in range(STEPS):
        name, _, minutes = POOLS[step % len(POOLS)]
        lines += [f"{name}: 手順{step + 1} {minutes:g}分 [#S{step + 1}]", "  分布: 指数"]
        if step in PARTS:
            lines.append(f"  → #G{step + 1}")
            lines.append(f"{name}: 分岐{step + 1} [#G{step + 1} 分岐]")
            lines += [f"  {share * 100:g}% 先{to + 1} → #S{to + 1}" for share, to in PARTS[step]]
    return "\n".join(lines) + "\n"


def bpmn():
    """The same for engines that read BPMN: merges before S7 and S17, splits behind S4, S10 and S15."""
    gates = [("X4", "Diverging"), ("M7", "Converging"), ("X10", "Diverging"), ("X15", "Diverging"), ("M17", "Converging")]
    nodes = ['<startEvent id="start"/>', '<endEvent id="end"/>']
    nodes += [f'<task id="S{n}" name="S{n}"/>' for n in range(1, STEPS + 1)]
    nodes += [f'<exclusiveGateway id="{name}" gatewayDirection="{way}"/>' for name, way in gates]
    order = "start S1 S2 S3 S4 X4 S5 S6 M7 S7 S8 S9 S10 X10 S11 S12 S13 S14 S15 X15 S16 M17 S17 S18 S19 S20 end".split()
    ways = list(zip(order, order[1:])) + [("X4", "M7"), ("X10", "M7"), ("X15", "M17")]
    nodes += [f'<sequenceFlow id="{a}_{b}" sourceRef="{a}" targetRef="{b}"/>' for a, b in ways]
    inner = "\n".join(nodes)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="n">'
        f'<process id="P" isExecutable="false">\n{inner}\n</process></definitions>\n'
    )


def prosimos():
    """The same for Prosimos: people, calendars, times in seconds."""
    days = [{"from": "MONDAY", "to": "SUNDAY", "beginTime": "00:00:00", "endTime": "23:59:59.999999"}]

    def exponential(minutes):
        values = [minutes * 60, 0, 1e12]
        return {"distribution_name": "expon", "distribution_params": [{"value": value} for value in values]}

    def tasks(pool):
        return [f"S{step + 1}" for step in range(STEPS) if step % len(POOLS) == pool]

    def person(pool, n):
        who = f"r{pool}_{n}"
        return {"id": who, "name": who, "cost_per_hour": 10, "amount": 1, "calendar": "cal", "assignedTasks": tasks(pool)}

    def branch(gate, shares):
        paths = [{"path_id": f"{gate}_{to}", "value": share} for to, share in shares]
        return {"gateway_id": gate, "probabilities": paths}

    def staffed(step):
        _, people, minutes = POOLS[step % len(POOLS)]
        who = [{"resource_id": f"r{step % len(POOLS)}_{n}", **exponential(minutes)} for n in range(people)]
        return {"task_id": f"S{step + 1}", "resources": who}

    return {
        "resource_profiles": [
            {"id": f"R{pool}", "name": f"R{pool}", "resource_list": [person(pool, n) for n in range(people)]}
            for pool, (_, people, _) in enumerate(POOLS)
        ],
        "arrival_time_distribution": exponential(1 / PER_MINUTE),
        "arrival_time_calendar": days,
        "gateway_branching_probabilities": [
            branch("X4", [("S5", 0.7), ("M7", 0.3)]),
            branch("X10", [("S11", 0.85), ("M7", 0.15)]),
            branch("X15", [("S16", 0.2), ("M17", 0.8)]),
        ],
        "task_resource_distribution": [staffed(step) for step in range(STEPS)],
        "resource_calendars": [{"id": "cal", "name": "cal", "time_periods": days}],
    }
