#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""The script an analyst would write: load a portfolio, build a networkx graph, take the
topological order, and work out earliest and latest dates. Months count 30 days and planning
rounds are left out, so it does less than groeipad does.

usage: networkx_plan.py FILE [--print]
"""
import json
import re
import sys

import networkx

DAYS = {"d": 1, "w": 7, "mo": 30, "y": 365}
PART = re.compile(r"(\d+)(mo|[dwy])")


def days_of(duration):
    if isinstance(duration, dict):
        duration = duration["likely"]
    return sum(int(number) * DAYS[unit] for number, unit in PART.findall(duration or "0d"))


def build(portfolio):
    graph = networkx.DiGraph()
    for capability in portfolio["capabilities"]:
        graph.add_node(capability["id"], days=days_of(capability.get("lead_time")))
    for intervention in portfolio["interventions"]:
        graph.add_node(intervention["id"], days=days_of(intervention.get("duration")))
    for record in portfolio["capabilities"] + portfolio["interventions"]:
        for required in record.get("requires", ()):
            graph.add_edge(required, record["id"])
    return graph


def schedule(graph):
    days = dict(graph.nodes(data="days", default=0))
    order = list(networkx.topological_sort(graph))
    earliest = {}
    for node in order:
        start = max((earliest[before] for before in graph.predecessors(node)), default=0)
        earliest[node] = start + days[node]
    end = max(earliest.values())
    latest = {}
    for node in reversed(order):
        latest[node] = min((latest[after] - days[after] for after in graph.successors(node)),
                           default=end)
    return order, earliest, latest


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        portfolio = json.load(file)
    order, earliest, latest = schedule(build(portfolio))
    if "--print" in sys.argv:
        for node in order:
            print(node, earliest[node], latest[node])
    print(len(order), max(earliest.values()), sum(earliest[n] == latest[n] for n in order))


main()
