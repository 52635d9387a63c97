#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Do pictures hang on a wall? Draws views of portfolios of real sizes and prints what can be measured of them, beside the
bars that they must reach: the worst of a number of portfolios of the same shape, since a bar that one portfolio reaches says little.

usage: pictures.py GROEIPAD FOLDER [COUNT]     COUNT portfolios of each size, default 10
Exit: 0 whatever the figures say, 1 when a picture could not be drawn.
"""
import json
import pathlib
import subprocess
import sys

import picture_metrics
import programmes

FIGURES = ["corners", "crossings", "bundled", "length", "ports"]
COLUMNS = ["aspect"] + FIGURES + ["outside", "over"]
EXAMPLE = pathlib.Path(__file__).parent.parent / "examples" / "persoonlijke-dienstverlening.json"

# view, capabilities and interventions (0: the white paper), least and most aspect, then the most of FIGURES; None: no bar
BARS = [
    ("roadmap", 0, 0, .8, 2, 1.5, .5, .05, 1.5, None),
    ("roadmap", 40, 18, .8, 2, 1.5, .7, .05, 2, .10),
    ("roadmap", 150, 60, .7, 2, 1.5, 1.0, .08, 2, .20),
    ("roadmap", 400, 160, .5, 2, 1.5, 1.2, .10, 2.5, .30),
    ("path", 0, 0, .8, 2, None, .6, .02, .8, None),
    ("path", 150, 60, .7, 2, None, 1.5, .05, 1.5, None),
    ("path", 400, 160, .6, 2, None, 6, .20, 4, None),
]


def draw(groeipad, view, portfolio, picture, *options):
    command = [groeipad, "render", view, str(portfolio), "-q", *options, "-o", str(picture)]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode not in (0, 1) or not picture.exists():
        sys.exit(f"{' '.join(command)}: exit {done.returncode}\n{done.stderr}")


def portfolios(folder, capabilities, interventions, count):
    """The files to draw; the first is the one that the bars were set by."""
    if not capabilities:
        return [EXAMPLE]
    files = []
    for seed in [7] + [seed for seed in range(1, count + 1) if seed != 7][:count - 1]:
        file = folder / f"programmes-{capabilities}-{interventions}-{seed}.json"
        file.write_text(json.dumps(programmes.portfolio(seed, capabilities, interventions)))
        files.append(file)
    return files


def worst(key, values):
    """Of aspects the one that is furthest from 1; of the rest the largest."""
    return max(values, key=lambda value: max(value, 1 / value)) if key == "aspect" else max(values)


def is_reached(row, key, value):
    if key == "aspect":
        return row[3] <= value <= row[4]
    if key in FIGURES:
        bar = row[5 + FIGURES.index(key)]
        return bar is None or value <= bar + .005
    return value == 0


def shown(key, value):
    return f"{value:10d}" if key in ("outside", "over") else f"{value:10.2f}"


def print_row(name, row, figures):
    missed = [key for key in COLUMNS if not is_reached(row, key, figures[key])]
    print(f"{name:26}" + "".join(shown(key, figures[key]) for key in COLUMNS) +
          ("   missed: " + ", ".join(missed) if missed else ""))


def print_bars(row):
    bars = [f"{row[3]:g}-{row[4]:g}"] + ["-" if bar is None else f"{bar:g}" for bar in row[5:]] + ["0", "0"]
    print(f"{'  at most':26}" + "".join(f"{bar:>10}" for bar in bars))


def measure_view(groeipad, folder, count, row):
    view, capabilities, interventions = row[:3]
    found = []
    for file in portfolios(folder, capabilities, interventions, count):
        picture = folder / f"{view}-{file.stem}.svg"
        draw(groeipad, view, file, picture)
        found.append(picture_metrics.measure(picture))
    name = f"{view} {capabilities}/{interventions}" if capabilities else f"{view}, the white paper"
    print_row(name, row, found[0])
    if len(found) > 1:
        print_row(f"  the worst of {len(found)}", row, {key: worst(key, [f[key] for f in found]) for key in COLUMNS})
    print_bars(row)


def measure_maps(groeipad, folder):
    made = {"map 400": programmes.portfolio(7, 400, 160), "map, three levels of 440": programmes.hierarchy(10, 8, 5)}
    print(f"\n{'':26}{'aspect':>9}{'boxes':>9}{'undrawn':>9}{'unheld':>9}{'overlap':>9}")
    for name, portfolio in made.items():
        file, picture = folder / "map.json", folder / "map.svg"
        file.write_text(json.dumps(portfolio))
        draw(groeipad, "map", file, picture)
        figures = picture_metrics.measure_map(picture, portfolio)
        is_fine = 1.2 <= figures["aspect"] <= 2 and not any(figures[key] for key in ("undrawn", "unheld", "overlap"))
        print(f"{name:26}{figures['aspect']:9.2f}" +
              "".join(f"{figures[key]:9d}" for key in ("boxes", "undrawn", "unheld", "overlap")) +
              ("" if is_fine else "   missed"))
    print(f"{'  at most':26}{'1.2-2':>9}{'':>9}{'0':>9}{'0':>9}{'0':>9}")


def main():
    groeipad, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 10
    folder.mkdir(parents=True, exist_ok=True)
    print(f"{'':26}" + "".join(f"{key:>10}" for key in COLUMNS))
    for row in BARS:
        measure_view(groeipad, folder, count, row)
    measure_maps(groeipad, folder)


if __name__ == "__main__":
    main()
