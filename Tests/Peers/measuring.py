"""What the peers of `swift run -c release bench` share: their options, their rows, and how many parameters each net has.

A row is a line of JSON. Peak memory, the maximum resident set, is that of a process, so it is a row only with --only.
"""
import argparse
import json
import os
import resource
import sys
import time

# What is measured on which net: name, batch, image size, steps before the first that counts. A test compares the
# parameters with those of the nets in Swift.
PARAMETERS = {"step": 41_514, "resnet18": 11_178_378, "preactivation": 697_866}
SHAPES = {"step": (64, 28), "resnet18": (128, 96), "preactivation": (256, 96)}
WARM_UP = {"step": 20, "resnet18": 3, "preactivation": 3}
WITH_MEMORY = ["resnet18", "preactivation"]


def options(description, add=lambda parser: None):
    """The options of a peer; what has no peer may be asked for, and has no row."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", choices=["peak", "epoch", "drawing", "expanded", *PARAMETERS])
    parser.add_argument("--steps", type=int, default=1000)
    parser.add_argument("--threads", type=int, default=len(os.sched_getaffinity(0)))
    add(parser)
    return parser.parse_args()


def row(name, unit, values):
    values = sorted(values)
    print(json.dumps({"name": name, "unit": unit, "median": values[len(values) // 2], "best": values[0]}), flush=True)


def measure(chosen, make_step):
    """A row for each net: `make_step(name, batch, size)` returns its number of parameters and a function that trains a step."""
    for name, (batch, size) in SHAPES.items():
        if chosen.only not in (None, name):
            continue
        count, step = make_step(name, batch, size)
        if count != PARAMETERS[name]:
            sys.exit(f"{name} has {count:,} parameters here; the net in Swift has {PARAMETERS[name]:,}")
        steps = chosen.steps if name == "step" else max(5, chosen.steps // 50)
        row(name, "ms", times(step, steps, WARM_UP[name]))
        if chosen.only and name in WITH_MEMORY:
            row(name, "MB", [resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6])


def times(step, steps, before):
    """The time of each step in ms, without those before the first that counts."""
    measured = []
    for _ in range(steps + before):
        start = time.perf_counter()
        step()
        measured.append((time.perf_counter() - start) * 1e3)
    return measured[before:]


def times_for(step, seconds, at_least, before):
    """The same until so many steps have been measured and so many seconds have passed."""
    measured = times(step, at_least, before)
    while sum(measured) < seconds * 1e3:
        measured += times(step, 1, 0)
    return measured
