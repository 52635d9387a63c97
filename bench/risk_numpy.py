#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""The Monte Carlo that an analyst who knows numpy would write: all draws of a step in one vector, step
after step. What varies and what comes out is as `groeipad risk` has it, from numpy's generator and
with nothing of groeipad's: live dates and their quantiles, the chance of each date, merge bias join
by join, who drives in each draw, rank correlations of every duration with every live date, latest
starts in each draw for identify-by, days lost to risks. The networks are simpler: no rounds, months,
levels or links of other kinds.

usage: risk_numpy.py FILE [--draws N] [--seed S] [--dates-only] [--seconds]
    --dates-only   live dates, their quantiles and chances: nothing per step
    --seconds      prints the processor time of the draws and all that is made of them
"""
import json
import sys
import time
from datetime import date, timedelta

import numpy

DAYS = {"d": 1, "w": 7}
QUANTILES = (10, 50, 80, 90, 95)
SURES = (50, 80, 95)
NEVER = 1 << 30  # a latest start where nothing presses


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
    delays = []
    for risk in network.risks:
        happens = generator.random(draws) < risk["probability"]
        delays.append(numpy.where(happens, sample(generator, risk["delay"], draws), 0))
        for name in risk["affects"]:
            durations[network.place[name]] = durations[network.place[name]] + delays[-1]
    return durations, delays


# ---- the pass ----

class Dates:
    """Ready dates of all, by record and draw; which record drives each, -1 where none does; which of
    alternatives was chosen; and what each join costs: the mean of the latest less the latest mean."""

    def __init__(self, network, durations, draws, with_drivers):
        self.ready = numpy.empty((len(network.records), draws), numpy.int32)
        self.choices, self.joins = {}, {}
        self.driver = numpy.full((len(network.records), draws), -1, numpy.int32) if with_drivers else None
        self.means = numpy.zeros(len(network.records))
        for i in network.order:
            self.walk(network, i, durations[i])
            self.means[i] = self.ready[i].mean()

    def chosen(self, i, group):
        """Of alternatives the one that is ready first, of equals the first as written."""
        if len(group) == 1:
            return self.ready[group[0]], group[0]
        own = self.ready[group]
        self.choices[i, tuple(group)] = numpy.array(group)[own.argmin(axis=0)]
        return own.min(axis=0), self.choices[i, tuple(group)]

    def latest(self, network, i, floor):
        """Of equal ones the one with the smallest id counts."""
        groups = sorted(network.requires[i], key=lambda group: network.records[group[0]]["id"])
        means = [numpy.mean(floor)]
        for group in groups:
            day, who = self.chosen(i, group)
            if self.driver is not None:
                is_later = day > floor
                self.driver[i] = numpy.where(is_later, who, self.driver[i])
                means.append(day.mean() if len(group) > 1 else self.means[group[0]])
            floor = numpy.maximum(floor, day)
        if self.driver is not None and groups:
            self.joins[i] = floor.mean() - max(means)
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


def latest_starts(network, durations, dates, draws):
    """Of capabilities, by draw: the latest that all that wait for them allow. An intervention without
    a date must not become later than it is. Alternatives that were not chosen are not pressed."""
    limit = numpy.full((len(network.records), draws), NEVER, numpy.int32)
    for i in reversed(network.order):
        own = limit[i]
        if network.is_intervention(i):
            needed = network.records[i].get("needed_by")
            by = numpy.full(draws, network.day(needed), numpy.int32) if needed else dates.ready[i]
            cycle, release = network.cycle_of(i), network.release(i)
            allowed = by if cycle == 1 else release + (by - release) // cycle * cycle
        else:
            own -= durations[i]  # NEVER stays far away
            allowed = own
        for group in network.requires[i]:
            for before in group:
                pressed = allowed
                if len(group) > 1:
                    is_chosen = dates.choices[i, tuple(group)] == before
                    pressed = numpy.where(is_chosen, allowed, NEVER)
                numpy.minimum(limit[before], pressed, out=limit[before])
    return limit


def identify_by(network, latest, draws):
    """The last day from which a share is in time; None where nothing presses so many draws."""
    days = {}
    never = int(numpy.count_nonzero(latest > NEVER // 2))
    pressed = latest[latest < NEVER // 2] if never else latest
    if pressed.size:
        first = int(pressed.min())
        counts = numpy.bincount(pressed - first)
        after = never + numpy.cumsum(counts[::-1])[::-1]  # on this day or later
    for share in SURES:
        needed = share * draws / 100
        is_there = pressed.size and never < needed
        days[str(share)] = network.text(first + numpy.nonzero(after >= needed)[0][-1]) if is_there else None
    return days


def days_lost(network, durations, dates, delays, draws):
    """By risk: what the live dates lose to it, in the same draws."""
    rows = []
    for risk, delay in zip(network.risks, delays):
        others = list(durations)
        for name in risk["affects"]:
            others[network.place[name]] = others[network.place[name]] - delay
        without = Dates(network, others, draws, False)
        lost = dates.ready[network.first_live:] - without.ready[network.first_live:]
        rows.append({"id": risk["id"], "happened": int(numpy.count_nonzero(delay)),
                     "days": [(float(one.mean()), float(one.std())) for one in lost]})
    return rows


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
    latest = latest_starts(network, durations, dates, draws)
    live_sds = dates.ready[network.first_live:].std(axis=1)
    varied = [i for i, duration in enumerate(durations) if not isinstance(duration, int)]
    rows = [durations[i] for i in varied]
    ranks = rank_correlations(rows, dates.ready[network.first_live:])
    row_of = {i: row for row, i in enumerate(varied)}
    names = [record["id"] for record in network.records]
    figures = []
    for i, name in enumerate(names):
        sd = float(durations[i].std()) if i in row_of else 0.0
        by = []
        for k, live_sd in enumerate(live_sds):
            critical = float(counts[i, k] / draws)
            rank = float(ranks[row_of[i], k]) if i in row_of else 0.0
            by.append({"intervention": names[network.first_live + k], "criticality": critical,
                       "spearman": rank, "ssi": critical * sd / float(live_sd) if live_sd else 0.0,
                       "cruciality": critical * abs(rank)})
        figures.append({"id": name, "criticality": float(anyone[i] / draws), "by": by, "sd": sd,
                        "mean": float(durations[i].mean()) if i in row_of else durations[i],
                        "identify_by": None if network.is_intervention(i)
                        else identify_by(network, latest[i], draws)})
    return figures, latest


class Simulation:
    """The figures, and what they were made from."""

    def __init__(self, portfolio, draws, seed, dates_only=False):
        self.network = Network(portfolio)
        start = time.process_time()
        durations, delays = draw_durations(self.network, numpy.random.default_rng(seed), draws)
        self.dates = Dates(self.network, durations, draws, not dates_only)
        self.figures = {"draws": draws, "interventions": live_figures(self.network, self.dates, draws)}
        if not dates_only:
            self.figures["activities"], self.latest = step_figures(self.network, durations, self.dates, draws)
            self.figures["risks"] = days_lost(self.network, durations, self.dates, delays, draws)
        self.seconds = time.process_time() - start


def option(name, default):
    return int(sys.argv[sys.argv.index(name) + 1]) if name in sys.argv else default


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        portfolio = json.load(file)
    found = Simulation(portfolio, option("--draws", 10000), option("--seed", 1), "--dates-only" in sys.argv)
    if "--seconds" in sys.argv:
        print(f"{found.seconds:.6f}")
    else:
        print(json.dumps(found.figures, indent=1))


if __name__ == "__main__":
    main()
