#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""The same work as a TaskJuggler project: every activity of `groeipad plan --format json` is a
task with its length in working days, every requirement of the portfolio a dependency.

usage: groeipad plan --format json FILE | to_tj3.py FILE >project.tjp
"""
import json
import sys
from datetime import date


def task_id(step):
    text = "".join(c if c.isascii() and c.isalnum() else "_" for c in step[0])
    return f"t_{text}_{step[1] or 0}"


def working_days(activity):
    span = date.fromisoformat(activity["earliest_ready"]) - date.fromisoformat(
        activity["earliest_start"])
    return span.days * 5 // 7


def requirements(record):
    """(id, level) of all that a record needs, the alternatives of an `any` included."""
    for required in record.get("requires", []):
        if isinstance(required, str):
            yield required, None
        elif "any" in required:
            yield from requirements({"requires": required["any"]})
        else:
            yield required["id"], required.get("level")


def links(activities, portfolio):
    """The steps that each step waits for."""
    steps = {}
    for activity in activities:
        steps.setdefault(activity["id"], []).append(activity["level"])
    waits = {(a["id"], a["level"]): [] for a in activities}
    for step, before in waits.items():
        lower = [level for level in steps[step[0]] if step[1] and level < step[1]]
        if lower:
            before.append((step[0], max(lower)))
    for record in portfolio["capabilities"] + portfolio["interventions"]:
        for needed, level in requirements(record):
            if record["id"] in steps and needed in steps:
                first = (record["id"], steps[record["id"]][0])
                level = level if level in steps[needed] else steps[needed][0]
                waits[first].append((needed, level))
    return waits


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        portfolio = json.load(file)
    plan = json.load(sys.stdin)
    waits = links(plan["activities"], portfolio)
    print(f'project p "{len(waits)} tasks" {plan["status_date"]} +30y {{ }}')
    for activity in plan["activities"]:
        step = activity["id"], activity["level"]
        days = working_days(activity)
        size = f"length {days}d" if days else "milestone"
        before = ", ".join("!" + task_id(other) for other in dict.fromkeys(waits[step]))
        print(f'task {task_id(step)} "{task_id(step)}" {{ {size}'
              + (f" depends {before}" if before else "") + " }")


main()
