# SPDX-License-Identifier: MIT
"""From distributions to the figures that `groeipad risk --format json` has, with the same keys, and
what these figures leave out: the whole distributions, and how much each figure varies."""
import math
from datetime import date, timedelta

from risk_shares import at_most, deviation, first_day, last_day, margin, moment, spearman

NEVER = 10 ** 5  # a latest start where nothing presses
QUANTILES = (10, 50, 80, 90, 95)
SURES = (50, 80, 95)


class Calendar:
    def __init__(self, portfolio):
        self.status = date.fromisoformat(portfolio["status_date"])

    def day(self, text):
        return (date.fromisoformat(text) - self.status).days

    def text(self, day):
        if day >= NEVER:
            return None
        return (self.status + timedelta(days=day)).isoformat()


def live_row(calendar, intervention, plan, shares, merges=()):
    needed = calendar.day(intervention["needed_by"])
    mean = moment(shares)
    late = {day: max(0, day - needed) for day in shares}
    expected = math.fsum(late[day] * share for day, share in shares.items())
    return {
        "id": intervention["id"], "needed_by": intervention["needed_by"],
        "plan": calendar.text(plan), "plan_probability": at_most(shares, plan),
        "mean_days_after_plan": mean - plan, "sd_days": deviation(shares),
        "p": {str(q): calendar.text(first_day(shares, q / 100)) for q in QUANTILES},
        "probability": at_most(shares, needed), "expected_late_days": expected,
        "sd_late_days": math.sqrt(math.fsum((late[day] - expected) ** 2 * share
                                            for day, share in shares.items())),
        "merge_bias_days": mean - plan,
        "merges": [{"id": name, "level": level, "days": days} for name, level, days in merges
                   if days >= 0.05],
        "distribution": [[calendar.text(day), shares[day]] for day in sorted(shares)]}


def step_row(calendar, name, by, limits):
    """by: (intervention, criticality, {(duration, live): probability}); limits: {latest start less
    the time to prepare: probability}. A step that drives one intervention drives, in these five,
    also that which it drives most: its criticality is the largest of all."""
    rows = []
    for intervention, criticality, pairs in by:
        rank = spearman(pairs)
        rows.append({"intervention": intervention, "criticality": criticality, "spearman": rank,
                     "ssi": criticality * deviation(margin(pairs, 0)) / deviation(margin(pairs, 1)),
                     "cruciality": criticality * abs(rank)})
    days = margin(by[0][2], 0)
    return {"id": name, "level": 1, "criticality": max(one[1] for one in by), "by": rows,
            "mean_days": moment(days), "sd_days": deviation(days),
            "identify_by": {str(q): calendar.text(last_day(limits, q / 100)) for q in SURES},
            "latest": [[calendar.text(day), limits[day]] for day in sorted(limits)]}
