#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""How many times as long bench/risk_numpy.py takes as `groeipad risk` on one thread. Both in processor
time: of numpy the draws and what is made of them (not starting Python, nor reading the file), of
groeipad the whole process, so that what is not the same work counts against groeipad. In turn, the
median of the ratios.

usage: risk_speed.py GROEIPAD FILE DRAWS SECONDS
"""
import os

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # read when numpy is loaded

import json  # noqa: E402
import resource  # noqa: E402
import statistics  # noqa: E402
import subprocess  # noqa: E402
import sys  # noqa: E402
import time  # noqa: E402

import risk_numpy  # noqa: E402


def processor_time():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def run(command):
    before = processor_time()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return processor_time() - before


def line(label, theirs, ours, bar):
    ratio = statistics.median(other / own for other, own in zip(theirs, ours))
    verdict = f"bar >= {bar:5.2f}x  {'OK' if ratio >= bar else 'MISS':4}" if bar else " " * 20
    print(f"{label:52} {ratio:7.2f}x  {verdict}  {statistics.median(theirs) * 1e3:.0f} ms : "
          f"{statistics.median(ours) * 1e3:.0f} ms  ({len(ours)} pairs, processor time)")


def main():
    groeipad, file, draws, seconds = sys.argv[1], sys.argv[2], int(sys.argv[3]), float(sys.argv[4])
    with open(file, encoding="utf-8") as opened:
        portfolio = json.load(opened)
    command = [groeipad, "risk", "--threads", "1", "--draws", str(draws), "--format", "json", file]
    run(command)
    ours, all_of_it, dates_only, start = [], [], [], time.monotonic()
    while len(ours) < 3 or time.monotonic() - start < seconds:
        ours.append(run(command))
        all_of_it.append(risk_numpy.Simulation(portfolio, draws, 1).seconds)
        dates_only.append(risk_numpy.Simulation(portfolio, draws, 1, dates_only=True).seconds)
    count = len(portfolio["capabilities"])
    line(f"numpy : risk, {count:,} steps x {draws:,} draws", all_of_it, ours, 10)
    line("numpy, live dates and no more : risk, all of it", dates_only, ours, None)


main()
