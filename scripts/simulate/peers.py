"""A peer plays the network of network.py: `peers.py simpy|prosimos CASES FOLDER`. Prints processor seconds, minutes of a case."""
import json
import random
import sys
import time
from datetime import datetime
from pathlib import Path

import network


def with_simpy(cases):
    """As one would write it with SimPy: a process a case, a resource a pool, waits and times added up."""
    import simpy

    chance = random.Random(1)
    env = simpy.Environment()
    pools = [simpy.Resource(env, capacity=people) for _, people, _ in network.POOLS]
    waits = [[0, 0.0] for _ in pools]
    lead = [0.0]

    def case():
        came, step = env.now, 0
        while step < network.STEPS:
            pool = step % len(pools)
            asked = env.now
            with pools[pool].request() as turn:
                yield turn
                waits[pool][0] += 1
                waits[pool][1] += env.now - asked
                yield env.timeout(chance.expovariate(1 / network.POOLS[pool][2]))
            drawn = chance.random()
            for share, to in network.onward(step):
                drawn -= share
                if drawn < 0:
                    break
            step = to
        lead[0] += env.now - came

    def arrivals():
        for _ in range(cases):
            yield env.timeout(chance.expovariate(network.PER_MINUTE))
            env.process(case())

    env.process(arrivals())
    began = time.process_time()
    env.run()
    return time.process_time() - began, lead[0] / cases


def with_prosimos(cases, folder):
    """By its own engine, with the log of events that it always writes."""
    from prosimos.simulation_engine import run_simulation

    model, scenario, log = folder / "network.bpmn", folder / "network.json", folder / "log.csv"
    model.write_text(network.bpmn())
    scenario.write_text(json.dumps(network.prosimos()))
    began = time.process_time()
    run_simulation(str(model), str(scenario), cases, log_out_path=str(log), starting_at="2026-04-01T00:00:00.000000+00:00")
    took = time.process_time() - began
    ends = {}
    with log.open() as lines:
        names = next(lines).strip().split(",")
        first, start, end = names.index("case_id"), names.index("enable_time"), names.index("end_time")
        for line in lines:
            cells = line.strip().split(",")
            at = [datetime.fromisoformat(cells[n]) for n in (start, end)]
            seen = ends.setdefault(cells[first], at)
            ends[cells[first]] = [min(seen[0], at[0]), max(seen[1], at[1])]
    leads = [(end - start).total_seconds() / 60 for start, end in ends.values()]
    return took, sum(leads) / len(leads)


def main():
    peer, cases, folder = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
    took, lead = with_simpy(cases) if peer == "simpy" else with_prosimos(cases, folder)
    print(took, lead)


if __name__ == "__main__":
    main()
