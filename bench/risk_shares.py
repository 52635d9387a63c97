# SPDX-License-Identifier: MIT
"""Distributions of whole days, {day: probability}, exactly: what bench/risk_exact.py reckons with.
Python's own library only."""
import math
from itertools import product

UNIT = {"d": 1, "w": 7}


def days_of(duration):
    return int(duration[:-1]) * UNIT[duration[-1]]


def rounded(low, high, below):
    """What is left of a distribution function when samples are rounded half up."""
    days = range(low, high + 1)
    shares = {day: below(min(day + 0.5, high)) - below(max(day - 0.5, low)) for day in days}
    return {day: share for day, share in shares.items() if share > 0}


def triangular(low, top, high):
    def below(x):
        if x <= top and top > low:
            return (x - low) ** 2 / ((high - low) * (top - low))
        return 1 - (high - x) ** 2 / ((high - low) * (high - top)) if high > top else 1.0
    return below


def pert(low, top, high):
    """Where alpha and beta are whole numbers the incomplete beta function is a sum of binomials."""
    alpha, beta = 1 + 4 * (top - low) / (high - low), 1 + 4 * (high - top) / (high - low)
    assert alpha == int(alpha) and beta == int(beta), "alpha and beta must be whole numbers"
    tries = int(alpha + beta) - 1

    def below(x):
        share = (x - low) / (high - low)
        return sum(math.comb(tries, k) * share ** k * (1 - share) ** (tries - k)
                   for k in range(int(alpha), tries + 1))
    return below


def distribution(estimate):
    if isinstance(estimate, str):
        return {days_of(estimate): 1.0}
    if isinstance(estimate, list):
        total = sum(one["weight"] for one in estimate)
        shares = {}
        for one in estimate:
            add(shares, days_of(one["lead_time"]), one["weight"] / total)
        return shares
    low, top, high = (days_of(estimate[key]) for key in ("min", "likely", "max"))
    kind = estimate.get("distribution", "pert")
    below = {"uniform": lambda x: (x - low) / (high - low),
             "triangular": triangular(low, top, high) if kind == "triangular" else None,
             "pert": pert(low, top, high) if kind == "pert" else None}[kind]
    return rounded(low, high, below)


def likely(estimate):
    if isinstance(estimate, str):
        return days_of(estimate)
    if isinstance(estimate, list):
        return days_of(max(estimate, key=lambda one: one["weight"])["lead_time"])
    return days_of(estimate["likely"])


def combine(left, right, function):
    """The distribution of a function of two that are independent."""
    shares = {}
    for (x, p), (y, q) in product(left.items(), right.items()):
        add(shares, function(x, y), p * q)
    return shares


def add(to, key, share):
    to[key] = to.get(key, 0) + share


def plus(x, y):
    return x + y


def moment(shares, function=lambda day: day):
    return math.fsum(function(day) * share for day, share in shares.items())


def deviation(shares):
    mean = moment(shares)
    return math.sqrt(moment(shares, lambda day: (day - mean) ** 2))


def at_most(shares, limit):
    return math.fsum(share for day, share in shares.items() if day <= limit)


def first_day(shares, share):
    """The first day by which at least that share has come."""
    reached = 0
    for day in sorted(shares):
        reached += shares[day]
        if reached >= share - 1e-12:
            return day


def last_day(shares, share):
    """The last day from which at least that share is still to come."""
    return -first_day({-day: one for day, one in shares.items()}, share)


def pearson(pairs):
    """Of {(x, y): probability}."""
    xs = math.fsum(x * p for (x, _), p in pairs.items())
    ys = math.fsum(y * p for (_, y), p in pairs.items())
    return math.fsum((x - xs) * (y - ys) * p for (x, y), p in pairs.items()) / math.sqrt(
        math.fsum((x - xs) ** 2 * p for (x, _), p in pairs.items())
        * math.fsum((y - ys) ** 2 * p for (_, y), p in pairs.items()))


def middle_ranks(shares):
    """By day: the share before it, and half of that on it."""
    reached, ranks = 0, {}
    for day in sorted(shares):
        ranks[day] = reached + shares[day] / 2
        reached += shares[day]
    return ranks


def margin(pairs, side):
    shares = {}
    for pair, share in pairs.items():
        add(shares, pair[side], share)
    return shares


def spearman(pairs):
    left, right = middle_ranks(margin(pairs, 0)), middle_ranks(margin(pairs, 1))
    ranked = {}
    for (x, y), share in pairs.items():
        add(ranked, (left[x], right[y]), share)
    return pearson(ranked)
