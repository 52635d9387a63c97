# SPDX-License-Identifier: MIT
"""Every figure that `groeipad risk` draws for the portfolios of examples/risk, against the exact
one, with four standard errors of so many draws; and examples/risk/answers.json against what is
worked out anew.

usage: check.py PATH-TO-GROEIPAD     from the root of the repository
"""
import json
import math
import subprocess
import sys

sys.path.insert(0, "bench")
sys.dont_write_bytecode = True
import risk_exact  # noqa: E402

DRAWS = 200_000
ERRORS = 4
FOLDER = "examples/risk"
# Ranks are those of 1,024 draws, so a rank correlation is also off by what these happen to be.
PILOT = 1 / 1024


class Comparison:
    def __init__(self):
        self.count, self.wrong, self.furthest = 0, [], 0.0

    def number(self, what, drawn, exact, error, decimals):
        """error: the standard error; decimals: what is written is rounded."""
        self.count += 1
        rounding = 0.5 * 10 ** -decimals + 1e-9
        if drawn is None or not abs(drawn - exact) <= ERRORS * error + rounding:
            self.wrong.append(f"{what}: drawn {drawn}, exact {exact}, standard error {error:.3g}")
        elif error:
            self.furthest = max(self.furthest, (abs(drawn - exact) - rounding) / error)

    def same(self, what, drawn, exact):
        self.count += 1
        if drawn != exact:
            self.wrong.append(f"{what}: {drawn}, must be {exact}")

    def quantile(self, what, day, shares, share, is_last=False):
        """The first day by which that share has come (or the last from which it is to come): with
        the exact distribution it lies where the share lies within the error of its count. A day of
        None is one that never comes."""
        self.count += 1
        room = ERRORS * share_error(share) + 1e-9
        order = [(one or "9999", p) for one, p in shares]
        day = day or "9999"
        if is_last:
            on = sum(p for one, p in order if one >= day)
            past = sum(p for one, p in order if one > day)
        else:
            on = sum(p for one, p in order if one <= day)
            past = sum(p for one, p in order if one < day)
        if on < share - room or past > share + room or day not in [one for one, _ in order]:
            self.wrong.append(f"{what}: {day}; {past:.5f} lie beyond it and {on:.5f} with it, of {share}")


def share_error(share):
    return math.sqrt(max(0.0, share * (1 - share)) / DRAWS)


def by_name(rows, key="id"):
    return {row[key]: row for row in rows}


def compare_live(to, where, drawn, exact):
    mean_error = exact["sd_days"] / math.sqrt(DRAWS)
    for key in ("needed_by", "plan"):
        to.same(f"{where} {key}", drawn[key], exact[key])
    for key in ("plan_probability", "probability"):
        to.number(f"{where} {key}", drawn[key], exact[key], share_error(exact[key]), 6)
    to.number(f"{where} standard_error", drawn["standard_error"], share_error(exact["probability"]),
              share_error(exact["probability"]) / 50, 6)
    for key in ("mean_days_after_plan", "merge_bias_days"):
        to.number(f"{where} {key}", drawn[key], exact[key], mean_error, 3)
    to.number(f"{where} expected_late_days", drawn["expected_late_days"], exact["expected_late_days"],
              exact["sd_late_days"] / math.sqrt(DRAWS), 3)
    to.number(f"{where} expected_late_cycles", drawn["expected_late_cycles"],  # cycles are a day
              exact["expected_late_days"], exact["sd_late_days"] / math.sqrt(DRAWS), 3)
    for percent in ("10", "50", "80", "90", "95"):
        to.quantile(f"{where} P{percent}", drawn["p"][percent], exact["distribution"], int(percent) / 100)
    to.same(f"{where} joins", [(one["id"], one["level"]) for one in drawn["merges"]],
            [(one["id"], one["level"]) for one in exact["merges"]])
    for one, other in zip(drawn["merges"], exact["merges"]):
        to.number(f"{where} merge at {one['id']}", one["days"], other["days"], mean_error, 3)


def compare_step(to, where, drawn, exact):
    root = math.sqrt(DRAWS)
    to.number(f"{where} criticality", drawn["criticality"], exact["criticality"],
              share_error(exact["criticality"]), 6)
    to.number(f"{where} mean_days", drawn["mean_days"], exact["mean_days"], exact["sd_days"] / root, 3)
    to.number(f"{where} sd_days", drawn["sd_days"], exact["sd_days"], 1.5 * exact["sd_days"] / root, 3)
    found = by_name(drawn["by"], "intervention")
    to.same(f"{where} by", sorted(found), sorted(one["intervention"] for one in exact["by"]))
    for other in exact["by"]:
        one, place = found.get(other["intervention"], {}), f"{where} for {other['intervention']}"
        error = share_error(other["criticality"])
        rank_error = math.sqrt((1 - other["spearman"] ** 2) * (1 / DRAWS + PILOT / 20))
        to.number(f"{place} criticality", one.get("criticality"), other["criticality"], error, 6)
        to.number(f"{place} spearman", one.get("spearman"), other["spearman"], rank_error, 6)
        to.number(f"{place} ssi", one.get("ssi"), other["ssi"],
                  error + 2 * other["ssi"] / root, 6)
        to.number(f"{place} cruciality", one.get("cruciality"), other["cruciality"],
                  error + rank_error * other["criticality"], 6)
    for percent, _ in exact["identify_by"].items():
        to.quantile(f"{where} identify_by {percent}", drawn["identify_by"][percent], exact["latest"],
                    int(percent) / 100, is_last=True)


def compare(to, name, drawn, exact):
    lives = by_name(drawn["interventions"])
    for other in exact["interventions"]:
        compare_live(to, f"{name}: {other['id']}", lives[other["id"]], other)
    steps = by_name(drawn["activities"])
    for other in exact["activities"]:
        compare_step(to, f"{name}: {other['id']}", steps[other["id"]], other)
    for one, other in zip(drawn["together"], exact.get("together", ())):
        to.same(f"{name}: together", one["ids"], other["ids"])
        to.number(f"{name}: together", one["probability"], other["probability"],
                  share_error(other["probability"]), 6)
    risks = by_name(drawn["risks"])
    for other in exact.get("risks", ()):
        one = risks[other["id"]]
        to.number(f"{name}: {other['id']} happened", one["happened"] / DRAWS, other["probability"],
                  share_error(other["probability"]), 6)
        for days, more in zip(one["days"], other["days"]):
            for key in ("mean_days", "mitigated_mean_days"):
                to.number(f"{name}: {other['id']} {more['intervention']} {key}", days[key], more[key],
                          more["sd_" + key] / math.sqrt(DRAWS), 3)


def main():
    exact, to = risk_exact.answers(FOLDER), Comparison()
    with open(f"{FOLDER}/answers.json", encoding="utf-8") as file:
        to.same("answers.json, made by bench/risk_exact.py examples/risk", file.read(),
                risk_exact.written(exact))
    for name, answer in exact.items():
        file, *options = name.split()
        command = [sys.argv[1], "risk", *options, "--draws", str(DRAWS), "--format", "json", "-q",
                   f"{FOLDER}/{file}.json"]
        run = subprocess.run(command, stdout=subprocess.PIPE, check=False)
        if run.returncode not in (0, 1):
            to.wrong.append(f"{' '.join(command)}: exit {run.returncode}")
            continue
        compare(to, name, json.loads(run.stdout), answer)
    for line in to.wrong:
        print(line[:1000])
    print(f"risk: {to.count} figures of {len(exact)} answers, furthest {to.furthest:.1f} standard errors, "
          f"{len(to.wrong)} wrong")
    sys.exit(bool(to.wrong))


main()
