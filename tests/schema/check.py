"""Compares docs/portfolio.schema.json with what groeipad says about the same portfolios.

usage: check.py PATH-TO-GROEIPAD     from the root of the repository

good.json uses every key that the schema knows. bad.json is a list of pairs: what is wrong, and a
portfolio with just that; a portfolio without a status_date of its own gets one.
"""
import glob
import json
import subprocess
import sys

from jsonschema import Draft202012Validator

groeipad = sys.argv[1]
failures = []


def fail(what):
    failures.append(what)
    print("FAILED: " + what)


def findings(portfolio):
    """What the reader finds in it: codes of the file itself."""
    command = [groeipad, "check", "-", "--from", "json", "--format", "json", "--limit", "0"]
    ran = subprocess.run(command, input=json.dumps(portfolio).encode(), stdout=subprocess.PIPE,
                         stderr=subprocess.DEVNULL, check=False)
    answer = json.loads(ran.stdout)
    return [f["code"] for f in answer["findings"] if f["code"].startswith("GP1")]


def keys_of_schema(node, found):
    if isinstance(node, dict):
        found.update(node.get("properties", {}))
        for value in node.values():
            keys_of_schema(value, found)
    elif isinstance(node, list):
        for value in node:
            keys_of_schema(value, found)
    return found


def keys_of(node, found):
    if isinstance(node, dict):
        found.update(node)
        for value in node.values():
            keys_of(value, found)
    elif isinstance(node, list):
        for value in node:
            keys_of(value, found)
    return found


with open("docs/portfolio.schema.json", encoding="utf-8") as file:
    schema = json.load(file)
Draft202012Validator.check_schema(schema)
validator = Draft202012Validator(schema)

count = 0
for name in sorted(glob.glob("examples/*.json")) + ["tests/schema/good.json"]:
    with open(name, encoding="utf-8") as file:
        portfolio = json.load(file)
    count += 1
    for error in validator.iter_errors(portfolio):
        fail("%s: %s: %s" % (name, error.json_path, error.message))
    wrong = [code for code in findings(portfolio) if code != "GP110"]
    if wrong:
        fail("%s: the reader finds %s" % (name, wrong))

with open("tests/schema/good.json", encoding="utf-8") as file:
    unused = keys_of_schema(schema, set()) - keys_of(json.load(file), set())
if unused:
    fail("keys of the schema that tests/schema/good.json does not use: %s" % sorted(unused))

with open("tests/schema/bad.json", encoding="utf-8") as file:
    bad = json.load(file)
for what, portfolio in bad:
    count += 1
    if isinstance(portfolio, dict):
        portfolio = {"status_date": "2026-01-05", **portfolio}
    if validator.is_valid(portfolio):
        fail("the schema accepts: " + what)
    if not findings(portfolio):
        fail("the reader accepts: " + what)

print("schema: %d portfolios, %d failed" % (count, len(failures)))
sys.exit(1 if failures else 0)
