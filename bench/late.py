#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Portfolios with a few late interventions over much that they share: the shape that makes the cheapest repair hard to find.
Capabilities in layers, each on one to three of the layers before it and near it, some of them in two levels, half of them
in rounds of half a year and half in yearly ones; interventions on the last layers. When they are needed is set by the plan
itself, which is asked for once: so many are late, by a few weeks to a year and a half, and the others are in time. The same
arguments give the same bytes everywhere.

usage: late.py GROEIPAD SEED CAPABILITIES INTERVENTIONS
"""
import datetime
import json
import subprocess
import sys

from programmes import ABILITIES, FIRST, OFFERS, Random

LEAD_TIMES = ["4w", "6w", "2mo", "3mo", "4mo", "5mo", "6mo", "9mo"]
CYCLES = ["2w", "3w", "4w", "6w"]
LATE_LEAST, LATE_MOST = 8, 15  # of 30 interventions, and as many more of more


def capability(random, number, made):
    record = {"id": f"cap-{number:04d}", "name": f"{ABILITIES[number % len(ABILITIES)]} {number // len(ABILITIES) + 1}",
              "lead_time": random.one_of(LEAD_TIMES)}
    if random.happens(40):
        record["planning"] = {"round": "6mo", "from": "2026-01-01", "prepare": "1mo"}
    requires = []
    for _ in range(2 + random.below(2) if made else 0):
        one = made[random.below(len(made))]["id"]
        if one not in [asked["id"] for asked in requires]:
            requires.append({"id": one, "level": 2 if random.happens(20) else 1})
    if requires:
        record["requires"] = requires
    return record


def layered(random, count):
    depth = 6 if count < 500 else 8
    per = (count + depth - 1) // depth
    rows, records = [], []
    for layer in range(depth):
        row = []
        for place in range(min(per, count - len(records))):
            near = []
            for back in range(1, 3):
                if layer >= back:
                    before = rows[layer - back]
                    middle = place * len(before) // per
                    near += before[max(0, middle - 5):middle + 6]
            row.append(capability(random, len(records), near))
            records.append(row[-1])
        rows.append(row)
    return rows, records


def portfolio(seed, capabilities, interventions):
    random = Random(seed)
    rows, records = layered(random, capabilities)
    goals, last = [], rows[-1] + rows[-2]
    for number in range(interventions):
        asked = []
        while len(asked) < 2 + number % 3:
            one = random.one_of(last)["id"]
            if one not in asked:
                asked.append(one)
        goals.append({"id": f"int-{number:03d}", "name": f"{OFFERS[number % len(OFFERS)]} {number // len(OFFERS) + 1}",
                      "start": FIRST.isoformat(), "duration": "8w", "cycle": random.one_of(CYCLES), "requires": asked})
    return random, {"groeipad": 1, "title": f"Late: {capabilities} capabilities, {interventions} interventions",
                    "status_date": FIRST.isoformat(), "planning": {"round": "1y", "from": "2026-01-01", "prepare": "3mo"},
                    "cycle": "3w", "interventions": goals, "capabilities": records}


def live_dates(groeipad, made):
    done = subprocess.run([groeipad, "plan", "-", "--format", "json"], input=json.dumps(made), capture_output=True,
                          text=True, check=False)
    lives = json.loads(done.stdout)["interventions"]
    return {live["id"]: datetime.date.fromisoformat(live["earliest_ready"]) for live in lives}


def with_dates(groeipad, seed, capabilities, interventions):
    random, made = portfolio(seed, capabilities, interventions)
    lives = live_dates(groeipad, made)
    late = (LATE_LEAST + seed * 3 % (LATE_MOST - LATE_LEAST + 1)) * interventions // 30
    order = sorted(made["interventions"], key=lambda goal: random.below(1 << 30))
    for number, goal in enumerate(order):
        days = -(20 + random.below(500)) if number < late else random.below(200)
        goal["needed_by"] = (lives[goal["id"]] + datetime.timedelta(days=days)).isoformat()
    return made


if __name__ == "__main__":
    print(json.dumps(with_dates(sys.argv[1], *map(int, sys.argv[2:5])), indent=1))
