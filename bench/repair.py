#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""How long the cheapest repair takes, and how far from proven it is where time ends it. The processor time is that of the
whole process; the gap is how much cheaper a repair could still be, as a part of its cost.

usage: repair.py GROEIPAD WORK SEEDS CAPABILITIES INTERVENTIONS SECONDS [GAP_PERCENT [PROVEN WITHIN]]
  GAP_PERCENT   bar: no gap is wider. PROVEN, WITHIN: bar: so many seeds are proven in so many processor seconds.
Exit: 0 whatever the bars say, 1 where a command failed.
"""
import json
import pathlib
import resource
import statistics
import subprocess
import sys

import late


def processor_time():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def repair(groeipad, file, seconds):
    """The answer, and the processor time that it took."""
    before = processor_time()
    done = subprocess.run([groeipad, "repair", str(file), "--seconds", str(seconds), "--format", "json"],
                          capture_output=True, text=True, check=False)
    spent = processor_time() - before
    if not done.stdout:
        sys.exit(f"{file}: {done.stderr}")
    return json.loads(done.stdout), spent


def gap_of(answer):
    return max(0.0, answer["cost"] - answer["bound"]) / answer["cost"] if answer["cost"] else 0.0


def verdict(is_good):
    return "OK" if is_good else "MISS"


def main():
    groeipad, work, seeds = sys.argv[1], pathlib.Path(sys.argv[2]), int(sys.argv[3])
    capabilities, interventions, seconds = int(sys.argv[4]), int(sys.argv[5]), sys.argv[6]
    bars = [float(bar) for bar in sys.argv[7:]]
    times, gaps, proven = [], [], []
    for seed in range(1, seeds + 1):
        file = work / f"late-{capabilities}-{interventions}-{seed}.json"
        file.write_text(json.dumps(late.with_dates(groeipad, seed, capabilities, interventions)))
        answer, spent = repair(groeipad, file, seconds)
        is_proven = answer["status"] in ("proven", "impossible") and gap_of(answer) == 0
        times.append(spent)
        gaps.append(gap_of(answer))
        proven.append(is_proven)
        before = sum(one["late_before"] > 0 for one in answer["interventions"])
        print(f"  seed {seed:2}: {before:2} late, {len(answer['considered']):4} measures, {len(answer['measures']):3} taken, "
              f"{len(answer['cuts']):4} cuts, cost {answer['cost']:6g}, bound {answer['bound']:6g}, "
              f"gap {100 * gaps[-1]:4.1f} %, {spent:6.2f} s  {answer['status']}")
    label = f"repair, {capabilities:,} x {interventions}, {seeds} seeds, up to {seconds} s"
    line = f"{label:52} gap at most {100 * max(gaps):.1f} %"
    if bars:
        line += f"  bar <= {bars[0]:g} %  {verdict(100 * max(gaps) <= bars[0])}"
    print(line)
    line = f"{'':52} median {statistics.median(times):.2f} s of processor time, most {max(times):.2f} s, {sum(proven)} proven"
    if len(bars) == 3:
        quick = sum(is_proven and spent <= bars[2] for is_proven, spent in zip(proven, times))
        line += f"; {quick} within {bars[2]:g} s  bar >= {bars[1]:g}  {verdict(quick >= bars[1])}"
    print(line)


main()
