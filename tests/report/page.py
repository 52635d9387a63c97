# SPDX-License-Identifier: MIT
"""Opens a page of `groeipad report` as a browser does, and holds its parts against what the
commands write.

usage: page.py parts GROEIPAD PORTFOLIO [OPTION...]    each part against its command
       page.py safe PAGE                               nothing of the data is read as HTML
       page.py part PAGE NAME                          one part of it
       page.py unpack PAGE                             all that the page says of its portfolio, as text
"""
import base64
import hashlib
import html.parser
import json
import os
import re
import subprocess
import sys
import tempfile
import zlib


class Page(html.parser.HTMLParser):
    """The scripts of a page, by id or by part, and what else there is."""

    def __init__(self, text):
        super().__init__()
        self.scripts, self.policy, self.styles, self.tags = {}, None, [], []
        self.open = None
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.tags.append((tag, attributes))
        if tag == "meta" and attributes.get("http-equiv") == "Content-Security-Policy":
            self.policy = attributes["content"]
        if tag == "script":
            self.open = attributes.get("data-part") or attributes.get("id") or attributes["type"]
            self.scripts[self.open] = ""
        if tag == "style":
            self.open = "style"

    def handle_endtag(self, tag):
        if tag in ("script", "style"):
            self.open = None

    def handle_data(self, data):
        if self.open == "style":
            self.styles.append(data)
        elif self.open:
            self.scripts[self.open] += data

    def part(self, name):
        if name == "plan.json":
            return self.scripts["plan"]
        return zlib.decompress(base64.b64decode(self.scripts[name]), -15).decode()


def run(groeipad, *arguments):
    done = subprocess.run([groeipad, *arguments], capture_output=True)
    if done.returncode:
        sys.exit(f"groeipad {' '.join(arguments)}: {done.stderr.decode()}")
    return done.stdout.decode()


def future_of(options):
    return ["--scenario", options[options.index("--scenario") + 1]] if "--scenario" in options else []


def command_of(name, options):
    """Which command writes this part, with which options of the page's."""
    risk, older = [], []
    future = future_of(options)
    for at, option in enumerate(options):
        if option in ("--spread", "--draws"):
            risk += options[at : at + 2]
        if option == "--against":
            older = [options[at + 1]]
    stem, ending = name.rsplit(".", 1)
    stem, _, language = stem.partition(".")
    if ending == "svg":
        more = risk if stem in ("risk",) else []
        if stem == "roadmap" and "--risk" in options:
            more = ["--risk", *risk]
        if stem in ("roadmap", "path", "map") and older:
            more = [*more, "--against", *older]
        return ["render", stem, "FILE", "--lang", language, *more, *future]
    table = ["--format", "csv", "--separator", "comma", "--lang", language or "en", *future]
    if ending == "md":
        table = ["--format", "markdown", "--lang", language, *future]
    if stem == "findings":
        return ["check", "FILE", "--fail-on", "never", *table]
    if stem == "compare":
        return ["compare", *older, "FILE", *table]
    if stem == "risk":
        return ["risk", "FILE", *risk, *table]
    return [stem, "FILE", *table]


def without_findings(document):
    document.pop("findings", None)
    return document


def reasons_by_story(whys, at):
    steps = []
    while at is not None:
        steps = whys[at]["steps"] + steps
        at = whys[at]["after"]
    return [(step["cause"], step["from"], step["to"], step["days"]) for step in steps]


def shown(text):
    """What could steer a terminal is not told to one."""
    return re.sub("[\\x00-\\x1f\\x7f-\\x9f\\u202a-\\u202e\\u2066-\\u2069]", "\ufffd", text)


def check_whys(page, groeipad, portfolio, future):
    """The last level of each record: `why` tells of that."""
    plan = json.loads(page.part("plan.json"))["activities"]
    for language in ("en", "nl"):
        whys = json.loads(page.part(f"whys.{language}.json"))["whys"]
        last = {activity["id"]: activity["order"] for activity in plan}
        for identity, order in list(last.items())[:40]:
            told = json.loads(run(groeipad, "why", portfolio, "--for", identity, "--format", "json", *future))
            expected = [(s["cause"], s["from"], s["to"], s["days"]) for s in told["steps"]]
            if reasons_by_story(whys, order) != expected:
                sys.exit(f"why of {identity} differs")
            text = run(groeipad, "why", portfolio, "--for", identity, "--lang", language, "--width", "1000", *future)
            at = order
            while at is not None:
                for step in whys[at]["steps"]:
                    if shown(step["text"]) not in text:
                        sys.exit(f"why of {identity} does not say: {step['text']}")
                at = whys[at]["after"]


def check_links(page):
    """Each activity's driver is one that it needs."""
    plan = json.loads(page.part("plan.json"))["activities"]
    order = {(a["id"], a["level"]): a["order"] for a in plan}
    links = {(link["from"], link["to"]) for link in json.loads(page.part("links.json"))["links"]}
    for activity in plan:
        driver = activity["driver"]
        if driver and (order[driver["id"], driver["level"]], activity["order"]) not in links:
            sys.exit(f"{activity['id']} needs its driver {driver['id']}")


def check_markdown(name, text):
    """Every row of a table is one line, with as many cells as its head."""
    cells = None
    for line in text.split("\n"):
        if not line.startswith("|"):
            if line.startswith(" |"):
                sys.exit(f"{name}: a row of a table goes on in the next line: {line}")
            cells = None
            continue
        count = len(re.findall(r"(?<!\\)\|", line))
        if cells not in (None, count) or not line.endswith("|"):
            sys.exit(f"{name}: a row of {count - 1} cells: {line}")
        cells = count


def check_parts(groeipad, portfolio, options):
    with tempfile.TemporaryDirectory() as folder:
        name = os.path.join(folder, "report.html")
        run(groeipad, "report", portfolio, "-o", name, *options)
        with open(name, encoding="utf-8", newline="") as file:
            text = file.read()
        run(groeipad, "report", portfolio, "-o", name, *options)
        with open(name, encoding="utf-8", newline="") as file:
            if file.read() != text:
                sys.exit("the same portfolio gives another page")
    page = Page(text)
    meta = json.loads(page.scripts["meta"])
    missing = [part for part in meta["parts"] if part != "plan.json" and part not in page.scripts]
    if missing:
        sys.exit(f"parts that the page lacks: {missing}")
    count = 0
    for part in meta["parts"]:
        got = page.part(part)
        if part.endswith(".md"):
            check_markdown(part, got)
        if part == "plan.json":
            expected = json.loads(run(groeipad, "plan", portfolio, "--format", "json", *future_of(options)))
            if without_findings(json.loads(got)) != without_findings(expected):
                sys.exit("plan.json differs from `plan`")
        elif part == "portfolio.json":
            if got != run(groeipad, "convert", portfolio, "--to", "json"):
                sys.exit("portfolio.json differs from `convert`")
        elif part.startswith(("whys.", "links.", "interventions.", "repair.")):
            continue  # below; what is sought with less effort than by its command
        else:
            command = [portfolio if word == "FILE" else word for word in command_of(part, options)]
            if got != run(groeipad, *command):
                sys.exit(f"{part} differs from: groeipad {' '.join(command)}")
        count += 1
    check_whys(page, groeipad, portfolio, future_of(options))
    check_links(page)
    print(f"{count} parts of {portfolio} {' '.join(options)}: as the commands write them")


def hash_of(text):
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def check_safe(name):
    with open(name, encoding="utf-8", newline="") as file:
        page = Page(file.read())
    allowed = {"html", "head", "meta", "link", "title", "style", "body", "noscript", "p", "div", "script"}
    others = [tag for tag in page.tags if tag[0] not in allowed]
    if others:
        sys.exit(f"elements that the page does not make: {others}")
    programs = [tag for tag in page.tags if tag[0] == "script" and tag[1]["type"] == "module"]
    for tag, attributes in page.tags:
        if any(key.startswith("on") or key in ("src", "style") for key in attributes):
            sys.exit(f"an attribute that runs or loads: {tag} {attributes}")
    expected = (
        "default-src 'none'; script-src 'sha256-"
        + hash_of(page.scripts["module"])
        + "' 'wasm-unsafe-eval'; style-src 'sha256-"
        + hash_of("".join(page.styles))
        + "'; img-src data:; base-uri 'none'; form-action 'none'"
    )
    if page.policy != expected or len(programs) != 1:
        sys.exit(f"the policy is not of this page: {page.policy}")
    json.loads(page.scripts["meta"]), json.loads(page.scripts["plan"])
    print(f"{name}: one program, known by its hash")


def unpack(name):
    with open(name, encoding="utf-8", newline="") as file:
        page = Page(file.read())
    for part in json.loads(page.scripts["meta"])["parts"]:
        if part != "original.json":
            print(page.part(part).lstrip("\ufeff"))


if __name__ == "__main__":
    if sys.argv[1] == "parts":
        check_parts(sys.argv[2], sys.argv[3], sys.argv[4:])
    elif sys.argv[1] == "part":
        with open(sys.argv[2], encoding="utf-8", newline="") as file:
            sys.stdout.buffer.write(Page(file.read()).part(sys.argv[3]).encode())
    elif sys.argv[1] == "unpack":
        unpack(sys.argv[2])
    else:
        check_safe(sys.argv[2])
