"""The long flows that the measurements share."""
import re
from pathlib import Path

SAMPLE = Path(__file__).resolve().parent.parent / "samples" / "special-fixed-benefit.flow"


def repeated(copies):
    """The sample `copies` times in sequence: each copy with keys of its own, and no phases."""
    lines = SAMPLE.read_text().splitlines()
    body = next(n for n, line in enumerate(lines) if line.startswith("## "))
    tail = next(n for n, line in enumerate(lines) if line.startswith("@声"))
    head = [line for line in lines[:body] if not line.startswith("@工程")]
    body, tail = [line for line in lines[body:tail] if not line.startswith("## ")], lines[tail:]

    def copy(part, n):
        return [re.sub(r"#A(\d\d)", lambda key: f"#A{n}{key[1]}", line) for line in part]

    parts = [copy(body, n) for n in range(copies)] + [copy(tail, n) for n in range(copies)]
    return "\n".join(head + [line for part in parts for line in part]) + "\n"
