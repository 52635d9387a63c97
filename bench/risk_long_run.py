#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""What bench/risk_exact.py integrates, once more by drawing: examples/risk/copula.json with numpy's
generator, a million draws at a time, and the standard error of every figure. Normal values become
days by the limits between days as normal values, so no distribution function is asked for.

usage: risk_long_run.py examples/risk/copula.json [DRAWS]     default 100,000,000
"""
import json
import sys
from statistics import NormalDist

import numpy

from risk_exact import Calendar, first_rounds, records
from risk_shares import days_of, distribution

CHUNK = 1_000_000


class Lead:
    """The whole days of a lead time, and the normal values between them."""

    def __init__(self, estimate):
        shares = distribution(estimate)
        self.days = numpy.array(sorted(shares))
        reached = numpy.cumsum([shares[day] for day in self.days])[:-1]
        self.limits = numpy.array([NormalDist().inv_cdf(share) for share in reached])

    def of(self, normal):
        return self.days[numpy.searchsorted(self.limits, normal)]


class Mean:
    """Of something that each draw has."""

    def __init__(self):
        self.count = self.sum = self.squares = 0

    def add(self, values):
        self.count += values.size
        self.sum += float(values.sum())
        self.squares += float((values.astype(float) ** 2).sum())

    def __str__(self):
        mean = self.sum / self.count
        variance = max(0.0, self.squares / self.count - mean * mean)
        return f"{mean:.6f} +- {(variance / self.count) ** 0.5:.6f}"


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        portfolio = json.load(file)
    draws = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000_000
    calendar, of = Calendar(portfolio), records(portfolio)
    leads = {name: Lead(one["lead_time"]) for name, one in of.items() if "lead_time" in one}
    rounds = numpy.array(first_rounds(calendar, of["connection"]["planning"]))
    own, needed = days_of(of["portal"]["duration"]), calendar.day(of["portal"]["needed_by"])
    plan, advice_by = calendar.day("2026-07-20"), calendar.day(of["advice"]["needed_by"])
    generator, means = numpy.random.default_rng(1), {}

    def correlated(number):
        ids, share = portfolio["correlations"][number]["ids"], portfolio["correlations"][number]["coefficient"]
        factor = generator.standard_normal(CHUNK)
        return [leads[name].of(share ** 0.5 * factor + (1 - share) ** 0.5 * generator.standard_normal(CHUNK))
                for name in ids]

    for _ in range(draws // CHUNK):
        contract, tender = correlated(0)
        expert, room = correlated(1)
        connection, paper = (leads[name].of(generator.standard_normal(CHUNK))
                             for name in ("connection", "paper-desk"))
        start = rounds[numpy.searchsorted(rounds, numpy.maximum(contract, tender))]
        is_connection = start + connection <= paper
        live = numpy.minimum(start + connection, paper) + own
        advice = numpy.maximum(expert, room)
        for name, values in {
                "portal: mean days after the plan": live - plan,
                "portal: probability": live <= needed,
                "portal: probability of the plan": live <= plan,
                "portal: expected days late": numpy.maximum(live - needed, 0),
                "connection: days that it waits, mean of the later": numpy.maximum(contract, tender),
                "criticality of contract": is_connection & (contract >= tender),
                "criticality of tender": is_connection & (tender > contract),
                "criticality of connection": is_connection,
                "advice: probability": advice <= advice_by,
                "together": (live <= needed) & (advice <= advice_by)}.items():
            means.setdefault(name, Mean()).add(values)
    for name, mean in means.items():
        print(f"{name:50} {mean}")


main()
