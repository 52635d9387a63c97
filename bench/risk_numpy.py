#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""The Monte Carlo that an analyst who knows numpy would write: all draws of a step in one vector, step
after step. What varies and what comes out is as `groeipad risk` has it, from numpy's generator and
with nothing of groeipad's: live dates and their quantiles, the chance of each date, who drives in each
draw, rank correlations of every duration with every live date. It does less: no rounds, months,
levels or links of other kinds; no latest dates, so no identify-by; no merge bias; and no days lost to
risks.

usage: risk_numpy.py FILE [--draws N] [--seed S] [--dates-only] [--seconds]
    --dates-only   live dates, their quantiles and chances: nothing per step
    --seconds      prints how long the draws and all that is made of them took, once the file was read
"""
import json
import sys
import time
from datetime import date, timedelta

import numpy

DAYS = {"d": 1, "w": 7}
QUANTILES = (10, 50, 80, 90, 95)


def days_of(duration):
    return int(duration[:-1]) * DAYS[duration[-1]]


# ---- the network: records in an order in which each follows what it requires ----

class Network:
    def __init__(self, portfolio):
        self.status = date.fromisoformat(portfolio["status_date"])
        self.records = portfolio["capabilities"] + portfolio["interventions"]
        self.first_live = len(portfolio["capabilities"])
        self.place = {record["id"]: i for i, record in enumerate(self.records)}
        self.cycle = days_of(portfolio.get("cycle", "1d"))
        self.risks = portfolio.get("risks", ())
        self.requires = [[self.alternatives(one) for one in record.get("requires", ())]
                         for record in self.records]
        self.order = self.topological()

    def alternatives(self, requirement):
        if isinstance(requirement, dict):
            return [self.place[one] for one in requirement["any"]]
        return [self.place[requirement]]

    def topological(self):
        waits = [sum(map(len, groups)) for groups in self.requires]
        followers = [[] for _ in self.records]
        for i, groups in enumerate(self.requires):
            for group in groups:
                for before in group:
                    followers[before].append(i)
        order = [i for i, count in enumerate(waits) if not count]
        for i in order:
            for after in followers[i]:
                waits[after] -= 1
                if not waits[after]:
                    order.append(after)
        assert len(order) == len(self.records), "a dependency cycle"
        return order

    def is_intervention(self, i):
        return i >= self.first_live

    def release(self, i):
        text = self.records[i].get("start")
        return (date.fromisoformat(text) - self.status).days if text else 0

    def cycle_of(self, i):
        return days_of(self.records[i]["cycle"]) if "cycle" in self.records[i] else self.cycle

    def day(self, text):
        return (date.fromisoformat(text) - self.status).days

    def text(self, day):
        return (self.status + timedelta(days=int(day))).isoformat()


# ---- draws ----

def sample(generator, estimate, draws):
    """Whole days, or one number where it does not vary."""
    if isinstance(estimate, str):
        return days_of(estimate)
    if isinstance(estimate, list):
        days = numpy.array([days_of(one["lead_time"]) for one in estimate], numpy.int32)
        weights = numpy.array([one["weight"] for one in estimate], float)
        return generator.choice(days, draws, p=weights / weights.sum())
    low, top, high = (days_of(estimate.get(key, estimate["likely"])) for key in ("min", "likely", "max"))
    if low == high:
        return top
    kind = estimate.get("distribution", "pert")
    if kind == "uniform":
        values = generator.uniform(low, high, draws)
    elif kind == "triangular":
        values = generator.triangular(low, top, high, draws)
    else:
        alpha, beta = 1 + 4 * (top - low) / (high - low), 1 + 4 * (high - top) / (high - low)
        values = low + (high - low) * generator.beta(alpha, beta, draws)
    return (values + 0.5).astype(numpy.int32)


def draw_durations(network, generator, draws):
    key = {True: "duration", False: "lead_time"}
    durations = []
    for i, record in enumerate(network.records):
        own = record.get(key[network.is_intervention(i)])
        if own is None:
            own = f"{network.cycle_of(i)}d" if network.is_intervention(i) else "0d"
        durations.append(sample(generator, own, draws))
    for risk in network.risks:
        happens = generator.random(draws) < risk["probability"]
        delay = numpy.where(happens, sample(generator, risk["delay"], draws), 0)
        for name in risk["affects"]:
            durations[network.place[name]] = durations[network.place[name]] + delay
    return durations


# ---- the pass ----

class Dates:
    """Ready dates of all, by record and draw; and which record drives each, -1 where none does."""

    def __init__(self, network, durations, draws, with_drivers):
        self.ready = numpy.empty((len(network.records), draws), numpy.int32)
        self.driver = numpy.full((len(network.records), draws), -1, numpy.int32) if with_drivers else None
        for i in network.order:
            self.walk(network, i, durations[i])

    def chosen(self, group):
        """Of alternatives the one that is ready first, of equals the first as written."""
        if len(group) == 1:
            return self.ready[group[0]], group[0]
        own = self.ready[group]
        return own.min(axis=0), numpy.array(group)[own.argmin(axis=0)]

    def latest(self, network, i, floor):
        """Of equal ones the one with the smallest id counts."""
        groups = sorted(network.requires[i], key=lambda group: network.records[group[0]]["id"])
        for group in groups:
            day, who = self.chosen(group)
            if self.driver is not None:
                is_later = day > floor
                self.driver[i] = numpy.where(is_later, who, self.driver[i])
            floor = numpy.maximum(floor, day)
        return floor

    def walk(self, network, i, duration):
        release = network.release(i)
        if not network.is_intervention(i):
            self.ready[i] = self.latest(network, i, release) + duration
            return
        own = release + duration  # what it requires must be there when it goes live
        live = self.latest(network, i, own)
        cycle = network.cycle_of(i)
        self.ready[i] = live if cycle == 1 else release - (release - live) // cycle * cycle


def critical_counts(network, dates, draws):
    """By record and intervention: in how many draws it is on the driving path. A bit for each
    intervention, so that all are followed back at once."""
    lives = range(network.first_live, len(network.records))
    counts = numpy.zeros((len(network.records), len(lives)), numpy.int64)
    anyone = numpy.zeros((len(network.records), draws), bool)
    kind = numpy.uint16 if len(lives) <= 16 else numpy.uint64
    bits = 8 * kind().itemsize
    for first in range(0, len(lives), bits):
        some = lives[first:first + bits]
        on = numpy.zeros((len(network.records), draws), kind)
        for bit, i in enumerate(some):
            on[i] |= kind(1 << bit)
        for i in reversed(network.order):
            for group in network.requires[i]:
                for before in group:
                    on[before] |= on[i] * (dates.driver[i] == before)
        for bit in range(len(some)):
            counts[:, first + bit] = numpy.count_nonzero(on & kind(1 << bit), axis=1)
        anyone |= on != 0
    return counts, numpy.count_nonzero(anyone, axis=1)


# ---- figures ----

def middle_ranks(days):
    """Of whole days: by counting, which is faster than sorting."""
    places = days - days.min()
    counts = numpy.bincount(places)
    ranks = numpy.cumsum(counts) - (counts - 1) / 2
    return ranks[places]


def rank_correlations(durations, lives):
    """By duration that varies and live date; 0 where the date does not vary."""
    def normed(rows):
        table = numpy.array([middle_ranks(row) for row in rows], numpy.float32)
        table -= table.mean(axis=1, keepdims=True)
        lengths = numpy.sqrt((table * table).sum(axis=1, keepdims=True))
        return table / numpy.where(lengths > 0, lengths, 1)
    return normed(durations) @ normed(lives).T


def live_figures(network, dates, draws):
    rows = []
    for i in range(network.first_live, len(network.records)):
        record, ready = network.records[i], dates.ready[i]
        first = int(ready.min())
        reached = numpy.cumsum(numpy.bincount(ready - first))
        row = {"id": record["id"], "mean": float(ready.mean()), "sd": float(ready.std()),
               "p": {str(q): network.text(first + numpy.searchsorted(reached, q * draws / 100))
                     for q in QUANTILES}}
        if "needed_by" in record:
            late = numpy.maximum(ready - network.day(record["needed_by"]), 0)
            row["probability"] = float((late == 0).mean())
            row["expected_late_days"] = float(late.mean())
            row["sd_late"] = float(late.std())
        rows.append(row)
    return rows


def step_figures(network, durations, dates, draws):
    counts, anyone = critical_counts(network, dates, draws)
    varied = [i for i, duration in enumerate(durations) if not isinstance(duration, int)]
    rows = [durations[i] for i in varied]
    ranks = rank_correlations(rows, dates.ready[network.first_live:])
    row_of = {i: row for row, i in enumerate(varied)}
    names = [record["id"] for record in network.records]
    return [{"id": names[i], "criticality": float(anyone[i] / draws),
             "mean": float(durations[i].mean()) if i in row_of else durations[i],
             "sd": float(durations[i].std()) if i in row_of else 0.0,
             "by": [{"intervention": names[network.first_live + k],
                     "criticality": float(counts[i, k] / draws),
                     "spearman": float(ranks[row_of[i], k]) if i in row_of else 0.0}
                    for k in range(len(names) - network.first_live)]}
            for i in range(len(names))]


def simulate(portfolio, draws, seed, dates_only=False):
    network = Network(portfolio)
    clock = time.process_time
    start = clock()
    durations = draw_durations(network, numpy.random.default_rng(seed), draws)
    drawn = clock()
    dates = Dates(network, durations, draws, not dates_only)
    figures = {"draws": draws, "interventions": live_figures(network, dates, draws)}
    if not dates_only:
        figures["activities"] = step_figures(network, durations, dates, draws)
    figures["seconds"] = clock() - start
    figures["seconds_drawing"] = drawn - start
    return figures, dates


def option(name, default):
    return int(sys.argv[sys.argv.index(name) + 1]) if name in sys.argv else default


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        portfolio = json.load(file)
    found, _ = simulate(portfolio, option("--draws", 10000), option("--seed", 1), "--dates-only" in sys.argv)
    if "--seconds" in sys.argv:
        print(f"{found['seconds']:.6f} {found['seconds_drawing']:.6f}")
    else:
        print(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
