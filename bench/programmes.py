#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Portfolios of the shape that real ones have: programmes with foundations of their own and few requirements across them, four
to six deep, yearly rounds, a quarter of the capabilities there already, some strengthened from level to level, alternatives, a
few ids that nothing defines, about a third of the interventions late. The same arguments give the same bytes everywhere.

usage: programmes.py SEED CAPABILITIES INTERVENTIONS
       programmes.py --levels NUMBER...       capabilities that hold others: 10 8 5 is three levels
"""
import datetime
import json
import sys

PROGRAMMES = ["Digital permits", "Open government", "Social domain", "Tax and benefits", "Public space", "Citizen contact",
              "Data foundation", "Elections and registry", "Energy transition", "Education and youth", "Water", "Mobility"]
ABILITIES = ["Knowing where every case stands", "Writing plain language", "Sharing data in the chain",
             "Explaining decisions", "Recognising context", "Publishing actively", "Checking algorithms for bias",
             "Consent on record", "One view of contacts", "Working in short cycles", "Rules as data",
             "Digital identity at work", "Archiving by design", "Measuring experience", "Service design",
             "Procuring in parts", "Testing with citizens", "Event driven registers", "Operating around the clock",
             "Managing knowledge"]
OFFERS = ["Track your request", "Advice before you apply", "One form for all", "Call back when it suits",
          "Letters at your level", "Proactive offer", "Help by looking along", "Map of decisions",
          "Objection in dialogue", "Payment in parts", "Reminder that helps", "Moving in one go"]
OWNERS = ["Service", "Information", "Data and AI", "Legal", "Operations", "People", "Finance and procurement"]
LEAD_TIMES = ["6w", "2mo", "3mo", "4mo", "4mo", "6mo", "6mo", "8mo", "9mo", "1y", "1y6mo"]
STAGES = ["explore", "develop", "develop", "develop", "exploit", "exploit"]
UNCERTAINTY = {"explore": "high", "develop": "medium", "exploit": "low"}
FIRST = datetime.date(2026, 1, 5)


class Random:
    """xorshift64* (Vigna 2016): the same numbers everywhere."""

    def __init__(self, seed):
        self.state = (seed * 2685821657736338717 + 88172645463325252) % 2**64 or 1

    def below(self, limit):
        x = self.state
        x ^= x >> 12
        x ^= (x << 25) % 2**64
        x ^= x >> 27
        self.state = x
        return (x * 2685821657736338717 % 2**64 >> 33) % limit

    def one_of(self, items):
        return items[self.below(len(items))]

    def happens(self, percent):
        return self.below(100) < percent


def date(days):
    return (FIRST + datetime.timedelta(days=days)).isoformat()


def capability_requires(random, number, mine, all_before):
    requires = []
    for _ in range(random.below(3) if mine else 0):
        near = mine[max(0, len(mine) - 1 - random.below(9))]["id"]
        if near not in [r if isinstance(r, str) else r["id"] for r in requires]:
            requires.append(near if random.happens(75) else {"id": near, "level": 2})
    if mine and random.happens(18):
        requires.append(random.one_of(all_before)["id"])
    if mine and random.happens(6) and len(all_before) > 2:
        requires.append({"any": [all_before[-1]["id"], all_before[-2]["id"]]})
    if random.happens(2):
        requires.append(f"not-described-{number}")
    return [r for i, r in enumerate(requires) if r not in requires[:i]]


def capability(random, number, programme, mine, all_before):
    made = {"id": f"cap-{number:03d}",
            "name": f"{ABILITIES[(number * 7 + number // 20) % len(ABILITIES)]} {number // 20 + 1}",
            "owner": random.one_of(OWNERS), "tags": [programme]}
    if mine and random.happens(60):
        made["parent"] = mine[0]["id"]
    made["lead_time"] = random.one_of(LEAD_TIMES)
    if random.happens(30):
        made["lead_time"] = {"min": "4w", "likely": made["lead_time"], "max": "2y6mo"}
    if random.happens(25):
        made["level"] = 1 + random.below(2)
    if random.happens(70):
        made["identified"] = date(-400 + random.below(380))
    requires = capability_requires(random, number, mine, all_before)
    if requires:
        made["requires"] = requires
    return made


def intervention(random, number, programmes, capabilities):
    programme = random.one_of(list(programmes))
    stage = random.one_of(STAGES)
    made = {"id": f"int-{number:03d}", "name": f"{OFFERS[(number * 5 + number // 12) % len(OFFERS)]} {number // 12 + 1}",
            "stage": stage, "uncertainty": UNCERTAINTY[stage], "cycle": random.one_of(["2w", "3w", "4w"]),
            "start": date(random.below(900)), "duration": random.one_of(["6w", "8w", "12w", "16w", "6mo"]),
            "owner": random.one_of(OWNERS), "tags": [programme]}
    if random.happens(80):
        made["needed_by"] = date(250 + random.below(1300))
    wanted = []
    for _ in range(1 + random.below(3)):
        wanted.append(random.one_of(programmes[programme])["id"])
    if random.happens(25):
        wanted.append(random.one_of(capabilities)["id"])
    wanted = list(dict.fromkeys(wanted))
    made["requires"] = [one if random.happens(80) else {"id": one, "level": 2} for one in wanted]
    return made


def portfolio(seed, capability_count, intervention_count):
    random = Random(seed)
    programmes = {name: [] for name in PROGRAMMES[:max(3, min(12, capability_count // 18))]}
    names = list(programmes)
    capabilities = []
    for number in range(capability_count):
        programme = names[number % len(names)]
        made = capability(random, number, programme, programmes[programme], capabilities)
        capabilities.append(made)
        programmes[programme].append(made)
    return {"groeipad": 1,
            "title": f"Portfolio of {capability_count} capabilities and {intervention_count} interventions",
            "status_date": FIRST.isoformat(), "planning": {"round": "1y", "from": "2026-01-01", "prepare": "3mo"},
            "cycle": "3w",
            "interventions": [intervention(random, number, programmes, capabilities)
                              for number in range(intervention_count)],
            "capabilities": capabilities}


def hierarchy(*sizes):
    """Capabilities that hold others, so many in each: as in a reference architecture."""
    random = Random(len(sizes))
    made, above = [], [None]
    for depth, size in enumerate(sizes):
        level = []
        for parent in above:
            for number in range(size):
                name = f"{parent['id']}-{number + 1}" if parent else f"domain-{number + 1}"
                words = PROGRAMMES if depth == 0 else ABILITIES
                one = {"id": name, "name": words[(len(made) * 7 + depth) % len(words)], "lead_time": random.one_of(LEAD_TIMES)}
                if parent:
                    one["parent"] = parent["id"]
                level.append(one)
                made.append(one)
        above = level
    goals = [{"id": f"goal-{n}", "name": OFFERS[n % len(OFFERS)], "start": date(random.below(900)), "duration": "12w",
              "requires": [random.one_of(above)["id"]]} for n in range(len(above) // 4)]
    return {"groeipad": 1, "title": "A map of " + " x ".join(map(str, sizes)), "status_date": FIRST.isoformat(),
            "interventions": goals, "capabilities": made}


if __name__ == "__main__":
    if sys.argv[1] == "--levels":
        made = hierarchy(*map(int, sys.argv[2:]))
    else:
        made = portfolio(*map(int, sys.argv[1:]))
    print(json.dumps(made, indent=1, ensure_ascii=False))
