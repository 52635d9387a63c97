#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""The exact answers of the five portfolios of examples/risk, without groeipad and without drawing:
sums of independent lead times by convolution, what must all be ready by products of distribution
functions, a PERT by the polynomial that its distribution function is, risks by enumeration, and
what goes wrong together by integration over the factor that it shares. Each portfolio is read, so
its numbers can be changed, its shape not. Python's own library only.

usage: risk_exact.py FOLDER [--print]     writes FOLDER/answers.json, or prints it
"""
import json
import math
import sys
from itertools import product
from pathlib import Path
from statistics import NormalDist

from risk_rows import NEVER, Calendar, live_row, step_row
from risk_shares import add, at_most, combine, days_of, deviation, distribution, likely, moment, plus


def records(portfolio):
    return {one["id"]: one for one in portfolio["capabilities"] + portfolio["interventions"]}


# ---- 1: a chain ----

def chain(portfolio):
    """live = the sum of the lead times; each step must begin so long before the date as it and
    those after it take."""
    calendar, of = Calendar(portfolio), records(portfolio)
    names = ["licence", "training", "desk"]
    leads = {name: distribution(of[name]["lead_time"]) for name in names}
    service = of["service"]
    live = {0: 1.0}
    for name in names:
        live = combine(live, leads[name], plus)
    assert min(live) >= days_of(service["duration"])
    needed, steps, still = calendar.day(service["needed_by"]), [], {0: 1.0}
    for name in reversed(names):
        still = combine(still, leads[name], plus)
        rest = {0: 1.0}
        for other in names:
            if other != name:
                rest = combine(rest, leads[other], plus)
        pairs = {}
        for (x, p), (y, q) in product(leads[name].items(), rest.items()):
            pairs[x, x + y] = p * q
        limits = {needed - days: share for days, share in still.items()}
        steps.append(step_row(calendar, name, [("service", 1.0, pairs)], limits))
    plan = sum(likely(of[name]["lead_time"]) for name in names)
    return {"interventions": [live_row(calendar, service, plan, live)], "activities": steps}


# ---- 2: a join ----

def join(portfolio):
    """live = the latest of three. P(live <= d) is the product of P(each <= d). The driver is the
    latest; of several on one day the one with the smallest id."""
    calendar, of = Calendar(portfolio), records(portfolio)
    names = ["desk", "licence", "training"]
    leads = {name: distribution(of[name]["lead_time"]) for name in names}
    service = of["service"]
    needed = calendar.day(service["needed_by"])
    days = sorted(set().union(*leads.values()))
    assert max(min(one) for one in leads.values()) >= days_of(service["duration"])
    below = {day: math.prod(at_most(one, day) for one in leads.values()) for day in days}
    live = {day: below[day] - below.get(day - 1, 0) for day in days}
    live = {day: share for day, share in live.items() if share > 0}
    steps = []
    for name in names:
        first = 0
        for day, share in leads[name].items():
            for other in names:
                if other != name:
                    share *= at_most(leads[other], day - 1 if other < name else day)
            first += share
        rest = {0: 1.0}
        for other in names:
            if other != name:
                rest = combine(rest, leads[other], max)
        pairs = {}
        for (x, p), (y, q) in product(leads[name].items(), rest.items()):
            pairs[x, max(x, y)] = pairs.get((x, max(x, y)), 0) + p * q
        limits = {needed - day: share for day, share in leads[name].items()}
        steps.append(step_row(calendar, name, [("service", first, pairs)], limits))
    plan = max(likely(of[name]["lead_time"]) for name in names)
    bias = moment(live) - max(moment(one) for one in leads.values())
    return {"interventions": [live_row(calendar, service, plan, live, [("service", None, bias)])],
            "activities": steps}


# ---- 3: one PERT ----

def one_pert(portfolio):
    """P(live <= d) is a polynomial in d of degree five."""
    calendar, of = Calendar(portfolio), records(portfolio)
    live = distribution(of["licence"]["lead_time"])
    needed = calendar.day(of["service"]["needed_by"])
    step = step_row(calendar, "licence", [("service", 1.0, {(day, day): p for day, p in live.items()})],
                    {needed - day: share for day, share in live.items()})
    return {"interventions": [live_row(calendar, of["service"], likely(of["licence"]["lead_time"]),
                                       live)],
            "activities": [step]}


# ---- 4: a risk that two steps share ----

def one_outcome(of, survey, connection, desk, delay):
    """Live dates, in days from the status date."""
    ready = survey + delay + connection + delay
    return {"advice": max(days_of(of["advice"]["duration"]), ready),
            "portal": max(days_of(of["portal"]["duration"]), ready, desk)}


def shared(portfolio, mitigated=False):
    """All outcomes of three lead times and of the risk, one by one."""
    calendar, of = Calendar(portfolio), records(portfolio)
    risk = portfolio["risks"][0]
    used = {**risk, **risk["mitigated"]} if mitigated else risk
    names = ["survey", "connection", "desk"]
    lives = ("advice", "portal")
    needed = {name: calendar.day(of[name]["needed_by"]) for name in lives}

    def delays(of_risk):
        hits = {day: of_risk["probability"] * p for day, p in distribution(of_risk["delay"]).items()}
        return [(0, 1 - of_risk["probability"]), *hits.items()]

    def outcomes(of_risk):
        leads = [distribution(of[name]["lead_time"]).items() for name in names]
        for (s, p), (c, q), (k, r), (d, h) in product(*leads, delays(of_risk)):
            yield s, c, k, d, p * q * r * h

    live, together = {name: {} for name in lives}, 0
    pairs, limits = {}, {name: {} for name in names}
    critical = {("survey", "advice"): 0, ("connection", "advice"): 0}
    means = {"connection": 0, "desk": 0}

    for s, c, k, d, share in outcomes(used):
        dates = one_outcome(of, s, c, k, d)
        ready = s + d + c + d
        days = {"survey": s + d, "connection": c + d, "desk": k}
        for name in lives:
            add(live[name], dates[name], share)
            for step in names if name == "portal" else names[:2]:
                add(pairs.setdefault((step, name), {}), (days[step], dates[name]), share)
        together += share * all(dates[name] <= needed[name] for name in lives)
        drives = "connection" if ready >= k else "desk"
        add(critical, (drives, "portal"), share)
        if drives == "connection":
            add(critical, ("survey", "portal"), share)
        for name in ("survey", "connection"):
            add(critical, (name, "advice"), share)
        means["connection"] += share * ready
        means["desk"] += share * k
        limit = min(needed.values())
        add(limits["connection"], limit - c - d, share)
        add(limits["survey"], limit - c - d - s - d, share)
        add(limits["desk"], needed["portal"] - k, share)

    def lost(of_risk, name):
        """The days that a live date loses to it: their mean and spread."""
        days = {}
        for s, c, k, d, share in outcomes(of_risk):
            add(days, one_outcome(of, s, c, k, d)[name] - one_outcome(of, s, c, k, 0)[name], share)
        return moment(days), deviation(days)

    losses = []
    for name in lives:
        row = {"intervention": name}
        row["mean_days"], row["sd_mean_days"] = lost(risk, name)
        row["mitigated_mean_days"], row["sd_mitigated_mean_days"] = lost({**risk, **risk["mitigated"]}, name)
        losses.append(row)
    plan = one_outcome(of, *(likely(of[name]["lead_time"]) for name in names), 0)
    bias = moment(live["portal"]) - max(means.values())
    by = {name: [(one, critical[name, one], pairs[name, one]) for one in lives if (name, one) in pairs]
          for name in names}
    return {
        "interventions": [
            live_row(calendar, of["advice"], plan["advice"], live["advice"]),
            live_row(calendar, of["portal"], plan["portal"], live["portal"], [("portal", None, bias)])],
        "together": [{"ids": list(lives), "probability": together}],
        "activities": [step_row(calendar, name, by[name], limits[name]) for name in names],
        "risks": [{"id": risk["id"], "probability": used["probability"], "days": losses}]}


# ---- 5: what goes wrong together ----

NORMAL = NormalDist()
FACTORS = [-8 + 0.125 * i for i in range(129)]


def given_factor(shares, coefficient, factor):
    """A distribution where the common factor of its Gaussian copula is known: what is drawn is the
    day of sqrt(c) factor + sqrt(1 - c) own, a standard normal value again."""
    reached, before, given = 0, 0, []
    for day in sorted(shares):
        reached += shares[day]
        share = 1.0 if reached > 1 - 1e-14 else NORMAL.cdf(
            (NORMAL.inv_cdf(reached) - math.sqrt(coefficient) * factor) / math.sqrt(1 - coefficient))
        given.append((day, share - before))
        before = share
    return given


def joined(left, right, coefficient):
    """{(x, y): probability}: where the factor is known the two are independent, and the integral
    over it by the trapezium rule is exact to the last figures (smooth, and nothing at both ends)."""
    sums = {pair: 0.0 for pair in product(sorted(left), sorted(right))}
    table = [0.0] * len(sums)
    for factor in FACTORS:
        weight = 0.125 * NORMAL.pdf(factor)
        ys = [share for _, share in given_factor(right, coefficient, factor)]
        products = (weight * p * q for _, p in given_factor(left, coefficient, factor) for q in ys)
        table = [one + more for one, more in zip(table, products)]
    return dict(zip(sums, table))


def first_rounds(calendar, planning):
    months = int(planning["round"][:-2])
    year = int(planning["from"][:4])
    return [calendar.day(f"{year + m // 12}-{m % 12 + 1:02d}-01") for m in range(0, 48, months)]


def portal_of(portfolio, calendar, of, leads):
    """Tender and contract, the later of which waits for a round; then the connection, or the paper
    desk if that is ready sooner."""
    portal, own = of["portal"], days_of(of["portal"]["duration"])
    rounds = first_rounds(calendar, of["connection"]["planning"])
    prepare = days_of(of["connection"]["planning"]["prepare"])
    needed = calendar.day(portal["needed_by"]) - own
    both = joined(leads["tender"], leads["contract"], portfolio["correlations"][0]["coefficient"])
    latest = {k: max(day for day in rounds if day + k <= needed) for k in leads["connection"]}

    def round_up(day):
        return min(one for one in rounds if one >= day)

    starts, of_start = {}, {"tender": {}, "contract": {}}
    later, is_tender = {}, {}
    for (tender, contract), share in both.items():
        start = round_up(max(tender, contract))
        add(starts, start, share)
        add(of_start["tender"], (tender, start), share)
        add(of_start["contract"], (contract, start), share)
        add(later, max(tender, contract), share)
        add(is_tender, (start, tender > contract), share)  # of equal ones the smaller id counts
    live, pairs, limits = {}, {name: {} for name in leads}, {name: {} for name in leads}
    critical, what_follows = {}, {start: {} for start in starts}
    for start, whole in starts.items():
        for (k, p), (m, q) in product(leads["connection"].items(), leads["paper-desk"].items()):
            is_chosen, day, share = start + k <= m, min(start + k, m) + own, whole * p * q
            add(live, day, share)
            add(pairs["connection"], (k, day), share)
            add(pairs["paper-desk"], (m, day), share)
            add(critical, "connection" if is_chosen else "paper-desk", share)
            add(limits["connection"], latest[k] - prepare if is_chosen else NEVER, share)
            add(limits["paper-desk"], NEVER if is_chosen else needed - m, share)
            add(what_follows[start], (day, latest[k] if is_chosen else None), p * q)
    for name, table in of_start.items():
        for (days, start), share in table.items():
            for (day, limit), p in what_follows[start].items():
                add(pairs[name], (days, day), share * p)
                add(limits[name], NEVER if limit is None else limit - days, share * p)
    for (start, tender), share in is_tender.items():
        chosen = sum(p for (_, limit), p in what_follows[start].items() if limit is not None)
        add(critical, "tender" if tender else "contract", share * chosen)
    top = {name: likely(of[name]["lead_time"]) for name in leads}
    plan = min(round_up(max(top["tender"], top["contract"])) + top["connection"],
               top["paper-desk"]) + own
    bias = moment(later) - max(moment(leads["tender"]), moment(leads["contract"]))
    steps = [step_row(calendar, name, [("portal", critical[name], pairs[name])], limits[name])
             for name in leads]
    return live_row(calendar, portal, plan, live, [("connection", 1, bias)]), steps, live


def copula(portfolio):
    """The advice waits for an expert, which always takes longer than the room: the room is never on
    a driving path, and yet its lead time goes with the date, as 6 / pi asin(c / 2)."""
    calendar, of = Calendar(portfolio), records(portfolio)
    leads = {name: distribution(one["lead_time"]) for name, one in of.items() if "lead_time" in one}
    names = ("contract", "tender", "connection", "paper-desk")
    row, steps, live = portal_of(portfolio, calendar, of, {name: leads[name] for name in names})
    expert, room = leads["expert"], leads["room"]
    assert min(expert) > max(room) and min(expert) >= days_of(of["advice"]["duration"])
    limit = calendar.day(of["advice"]["needed_by"])
    pairs = joined(room, expert, portfolio["correlations"][1]["coefficient"])
    steps.append(step_row(calendar, "expert", [("advice", 1.0, {(d, d): p for d, p in expert.items()})],
                          {limit - day: share for day, share in expert.items()}))
    steps.append(step_row(calendar, "room", [("advice", 0.0, pairs)],
                          {limit - day: share for day, share in room.items()}))
    together = at_most(live, calendar.day(row["needed_by"])) * at_most(expert, limit)
    advice = live_row(calendar, of["advice"], likely(of["expert"]["lead_time"]), expert)
    return {"interventions": [row, advice],
            "together": [{"ids": ["portal", "advice"], "probability": together}], "activities": steps}


# ---- all of them ----

SHAPES = {"chain": chain, "join": join, "pert": one_pert, "shared": shared, "copula": copula}


LONG = ("distribution", "latest")  # known to those who import this, not written


def shortened(value):
    """Numbers with nine decimals."""
    if isinstance(value, float):
        return round(value, 9)
    if isinstance(value, dict):
        return {key: shortened(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [shortened(one) for one in value]
    return value


def answers(folder):
    found = {}
    for name, shape in SHAPES.items():
        with open(Path(folder) / f"{name}.json", encoding="utf-8") as file:
            portfolio = json.load(file)
        found[name] = shape(portfolio)
        if name == "shared":
            found["shared --mitigated"] = shape(portfolio, mitigated=True)
    return shortened(found)


def written(found):
    """A line for each row, and no distributions."""
    lines = []
    for name, answer in found.items():
        parts = []
        for key, rows in answer.items():
            rows = [{k: v for k, v in row.items() if k not in LONG} for row in rows]
            parts.append(f'  "{key}": [\n    ' + ",\n    ".join(json.dumps(row) for row in rows) + "\n  ]")
        lines.append(f' "{name}": {{\n' + ",\n".join(parts) + "\n }")
    return "{\n" + ",\n".join(lines) + "\n}\n"


def main():
    folder = Path(sys.argv[1])
    text = written(answers(folder))
    if "--print" in sys.argv:
        print(text, end="")
    else:
        (folder / "answers.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
