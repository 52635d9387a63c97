# SPDX-License-Identifier: MIT
"""Random networks without rounds: what `groeipad risk` draws against what bench/risk_numpy.py does.
Both draw, so two figures may differ by the standard errors of both.

usage: agree.py PATH-TO-GROEIPAD [FIRST [COUNT]]     from the root of the repository; networks by number
"""
import json
import math
import random
import subprocess
import sys

sys.path.insert(0, "bench")
sys.dont_write_bytecode = True
import risk_numpy  # noqa: E402

DRAWS = 20_000
ERRORS = 5  # of some thousand figures
PILOT = 1 / 1024  # ranks are those of so many draws
RARE = 50 / DRAWS  # days: what one side has once in a while, and the other never


# ---- networks ----

def random_estimate(of):
    low = of.randrange(0, 40)
    top = low + of.randrange(0, 60)
    high = top + of.randrange(1, 120)
    kind = of.randrange(7)
    if kind == 0:
        return f"{top}d"
    if kind == 1:
        return {"likely": f"{top}d"}
    if kind == 2:
        return [{"lead_time": f"{of.randrange(0, 90)}d", "weight": of.randrange(1, 9)}
                for _ in range(of.randrange(1, 5))]
    estimate = {"min": f"{low}d", "likely": f"{top}d", "max": f"{high}d"}
    if kind < 6:
        estimate["distribution"] = ("pert", "triangular", "uniform")[kind - 3]
    return estimate


def random_requirements(of, before, most):
    """Some of those before; of which two may be alternatives."""
    names = of.sample(before, min(len(before), of.randrange(0, most)))
    if len(names) > 2 and of.random() < 0.4:
        return [*names[2:], {"any": names[:2]}]
    return names


def random_portfolio(number):
    of = random.Random(number)
    names = [f"c{i:02d}" for i in range(of.randrange(3, 14))]
    of.shuffle(names)
    capabilities = [{"id": name, "lead_time": random_estimate(of),
                     "requires": random_requirements(of, names[:i], 5)} for i, name in enumerate(names)]
    of.shuffle(capabilities)
    lives = [{"id": f"i{i}", "duration": f"{of.randrange(0, 90)}d", "cycle": of.choice(["1d", "2w", "9d"]),
              "needed_by": f"202{of.randrange(6, 8)}-{of.randrange(1, 13):02d}-15",
              "requires": random_requirements(of, names, 6)} for i in range(of.randrange(1, 4))]
    for live in lives:
        if of.random() < 0.3:
            live["start"] = f"2026-0{of.randrange(1, 8)}-01"
    risks = [{"id": f"r{i}", "probability": of.choice([0.0, 0.2, 0.7, 1.0]), "delay": random_estimate(of),
              "affects": of.sample(names, of.randrange(1, 3))} for i in range(of.randrange(0, 3))]
    return {"status_date": "2026-01-01", "cycle": "1d", "interventions": lives,
            "capabilities": capabilities, "risks": risks}


# ---- figures ----

class Comparison:
    def __init__(self):
        self.count, self.wrong = 0, []

    def number(self, what, ours, others, error, rounding):
        self.count += 1
        if not abs(ours - others) <= ERRORS * math.sqrt(2) * error + rounding:
            self.wrong.append(f"{what}: groeipad {ours}, numpy {others}, standard error {error:.2g}")

    def share(self, what, ours, others):
        middle = (ours + others) / 2
        self.number(what, ours, others, math.sqrt(middle * (1 - middle) / DRAWS) + 1 / DRAWS, 1e-6)


def compare_lives(to, name, ours, others, network):
    root = math.sqrt(DRAWS)
    for one, other in zip(ours["interventions"], others["interventions"]):
        what = f"{name} {one['id']}"
        assert one["id"] == other["id"]
        mean = network.day(one["plan"]) + one["mean_days_after_plan"]
        to.number(f"{what} mean", mean, other["mean"], other["sd"] / root, RARE)
        to.share(f"{what} probability", one["probability"], other["probability"])
        to.number(f"{what} days late", one["expected_late_days"], other["expected_late_days"],
                  other["sd_late"] / root, 1e-3)


def compare_quantiles(to, name, ours, dates, network):
    """By the share of numpy's draws that lie on and before the day that groeipad says."""
    for k, one in enumerate(ours["interventions"]):
        ready = dates[k]
        for percent, text in one["p"].items():
            to.count += 1
            day, share = network.day(text), int(percent) / 100
            room = ERRORS * math.sqrt(2 * share * (1 - share) / DRAWS)
            if (ready <= day).mean() < share - room or (ready < day).mean() > share + room:
                to.wrong.append(f"{name} {one['id']} P{percent}: {text}, where numpy has "
                                f"{(ready < day).mean():.4f} before it and {(ready <= day).mean():.4f} by it")


def compare_merges(to, name, ours, others):
    """Of every join that is named, and that the others are small."""
    network = others.network
    for one in ours["interventions"]:
        for merge in one["merges"]:
            i = network.place[merge["id"]]
            error = float(others.dates.ready[i].std()) / math.sqrt(DRAWS)
            to.number(f"{name} join at {merge['id']}", merge["days"], others.dates.joins[i], 2 * error, 1e-3)


def compare_identify_by(to, name, ours, others):
    """By the share of numpy's draws whose latest start lies on and after the day that groeipad says."""
    for one in ours["activities"]:
        latest = others.latest[others.network.place[one["id"]]]
        if one["level"] is None:
            continue
        for percent, text in one["identify_by"].items():
            to.count += 1
            day, share = others.network.day(text) if text else risk_numpy.NEVER // 2, int(percent) / 100
            room = ERRORS * math.sqrt(2 * share * (1 - share) / DRAWS)
            if (latest >= day).mean() < share - room or (latest > day).mean() > share + room and text:
                to.wrong.append(f"{name} {one['id']} identify by at {percent} %: {text}, where numpy has "
                                f"{(latest > day).mean():.4f} after it and {(latest >= day).mean():.4f} from it")


def compare_risks(to, name, ours, others):
    for one, other in zip(ours["risks"], others["risks"]):
        assert one["id"] == other["id"]
        found = {row["intervention"]: row["mean_days"] for row in one["days"]}
        for k, (mean, deviation) in enumerate(other["days"]):
            to.number(f"{name} {one['id']}: days lost by i{k}", found.get(f"i{k}", 0.0), mean,
                      deviation / math.sqrt(DRAWS), 1e-3)


def compare_steps(to, name, ours, others):
    root = math.sqrt(DRAWS)
    found = {row["id"]: row for row in others["activities"]}
    lives = {row["id"]: row for row in others["interventions"]}
    for one in ours["activities"]:
        other, what = found[one["id"]], f"{name} {one['id']}"
        by = {row["intervention"]: row for row in other["by"]}
        to.share(f"{what} criticality", one["criticality"], other["criticality"])
        to.number(f"{what} mean_days", one["mean_days"], other["mean"], other["sd"] / root, 1e-3)
        to.number(f"{what} sd_days", one["sd_days"], other["sd"], 2 * other["sd"] / root, 1e-3)
        for row in one["by"]:
            same = by[row["intervention"]]
            place = f"{what} for {row['intervention']}"
            to.share(f"{place} criticality", row["criticality"], same["criticality"])
            error = math.sqrt(max(0.0, 1 - same["spearman"] ** 2) * (1 / DRAWS + PILOT / 40))
            to.number(f"{place} spearman", row["spearman"], same["spearman"], error, 2e-4)
            if lives[row["intervention"]]["sd"] < 0.5:
                continue  # divided by hardly anything
            to.number(f"{place} ssi", row["ssi"], same["ssi"],
                      2 * (same["ssi"] + 0.1) / root + 1 / DRAWS, 1e-6)


def main():
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 12
    to = Comparison()
    for number in range(first, first + count):
        portfolio = random_portfolio(number)
        command = [sys.argv[1], "risk", "--draws", str(DRAWS), "--format", "json", "-q", "-"]
        run = subprocess.run(command, input=json.dumps(portfolio).encode(), stdout=subprocess.PIPE,
                             check=False)
        if run.returncode not in (0, 1):
            to.wrong.append(f"network {number}: exit {run.returncode}")
            continue
        ours, others = json.loads(run.stdout), risk_numpy.Simulation(portfolio, DRAWS, number)
        network, name = others.network, f"network {number}:"
        compare_lives(to, name, ours, others.figures, network)
        compare_merges(to, name, ours, others)
        compare_quantiles(to, name, ours, others.dates.ready[network.first_live:], network)
        compare_steps(to, name, ours, others.figures)
        compare_identify_by(to, name, ours, others)
        compare_risks(to, name, ours, others.figures)
    for line in to.wrong:
        print(line)
    print(f"risk: {to.count} figures of {count} random networks as numpy has them, {len(to.wrong)} not")
    sys.exit(bool(to.wrong))


main()
