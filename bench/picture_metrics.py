#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""What can be measured of a picture, from its SVG alone: where boxes, arrows and ports are.

usage: picture_metrics.py FILE.svg...      a line of figures per picture

aspect     width : height
corners    rounded corners per arrow
crossings  of arrows with arrows, per arrow
bundled    share of the length of arrows that runs along another arrow, within 6 units of it
length     of all arrows, per box, in widths of the box in the middle (the median)
outside    arrows that leave the page, or the frame of the lanes
over       arrows that run through a box that is not one of their ends
ports      share of links that are a pair of ports instead of a line

Of a map, whose boxes stand in each other (measure_map):

unheld     boxes that stand outside the box that holds them
overlap    pairs of boxes that stand in each other without one holding the other
"""
import re
import sys
import xml.etree.ElementTree as ElementTree

SVG = "{http://www.w3.org/2000/svg}"
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
CHORDS = 12  # of a curve
CELL = 60  # of the grid in which neighbours are looked for
BESIDE = 6  # units: arrows nearer than this run in a bundle
SHORT = 20  # pieces shorter than this are in no bundle


def numbers(text):
    return [float(number) for number in NUMBER.findall(text or "")]


def bend(start, values):
    """The points of a cubic curve."""
    one, two, end = values[0:2], values[2:4], values[4:6]
    points = []
    for step in range(1, CHORDS + 1):
        t = step / CHORDS
        s = 1 - t
        points.append(tuple(s**3 * start[i] + 3 * s * s * t * one[i] + 3 * s * t * t * two[i] + t**3 * end[i]
                            for i in (0, 1)))
    return points


def pieces(path):
    """The straight pieces of an SVG path; curves become chords, rounded corners corners."""
    lines = []
    for command, rest in re.findall(r"([MLCQZ])([^MLCQZ]*)", path):
        values = numbers(rest)
        if command == "M":
            lines.append([(values[0], values[1])])
            values = values[2:]
        if command in "ML":
            lines[-1] += zip(values[::2], values[1::2])
        elif command == "C":
            for i in range(0, len(values), 6):
                lines[-1] += bend(lines[-1][-1], values[i:i + 6])
        elif command == "Q":
            for i in range(0, len(values), 4):
                lines[-1].append((values[i + 2], values[i + 3]))
    return [piece for line in lines for piece in zip(line, line[1:])]


def rectangle_of(group):
    """Left, top, width and height of the shape of a box."""
    for element in group.iter():
        if element.get("class", "").split()[:1] != ["shape"]:
            continue
        if element.tag == SVG + "rect":
            return tuple(float(element.get(key)) for key in ("x", "y", "width", "height"))
        values = numbers(element.get("d"))
        if values:
            across, down = values[::2], values[1::2]
            return min(across), min(down), max(across) - min(across), max(down) - min(down)
    return None


class Picture:
    def __init__(self, name):
        root = ElementTree.parse(name).getroot()
        self.width, self.height = numbers(root.get("viewBox"))[2:]
        self.boxes, self.arrows, self.corners, self.ports = {}, [], 0, set()
        for group in root.iter(SVG + "g"):
            self.look_at(group.get("id") or "", group)
        sizes = sorted(box[2] for box in self.boxes.values())
        self.box_width = sizes[len(sizes) // 2] if sizes else 1

    def look_at(self, name, group):
        kind, _, rest = name.partition("__")
        if kind in ("bar", "box", "reference"):
            rectangle = rectangle_of(group)
            if rectangle:
                self.boxes[name] = rectangle
        elif kind == "port":
            self.ports.add(rest.rpartition("__")[0])  # its two ends are "out" and "in"
        elif kind in ("link", "arrow"):
            lines = [path for path in group.iter(SVG + "path") if "line" in path.get("class", "").split()]
            if lines:
                self.arrows.append((rest, pieces(lines[0].get("d"))))
                self.corners += lines[0].get("d").count("Q")

    def cells(self):
        """The pieces of all arrows by the cells of a grid that they touch."""
        grid = {}
        for number, (_, arrow) in enumerate(self.arrows):
            for a, b in arrow:
                for x in range(int(min(a[0], b[0]) // CELL), int(max(a[0], b[0]) // CELL) + 1):
                    for y in range(int(min(a[1], b[1]) // CELL), int(max(a[1], b[1]) // CELL) + 1):
                        grid.setdefault((x, y), []).append((number, a, b))
        return grid


def length_of(piece):
    (x, y), (u, v) = piece
    return ((u - x)**2 + (v - y)**2)**.5


def side(p, q, r):
    return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])


def cross(a, b, c, d):
    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0


def count_crossings(grid):
    found = set()
    for cell in grid.values():
        for i, (one, a, b) in enumerate(cell):
            for two, c, d in cell[i + 1:]:
                if one != two and cross(a, b, c, d):
                    found.add((one, two, round(a[0]), round(c[1])))
    return len(found)


def runs_along(piece, other):
    """Does the middle of a piece lie beside another that has the same direction?"""
    (a, b), (c, d) = piece, other
    long, along = length_of(piece), length_of(other)
    if along < SHORT:
        return False
    u = (d[0] - c[0], d[1] - c[1])
    if abs(u[0] * (b[1] - a[1]) - u[1] * (b[0] - a[0])) > .05 * long * along:
        return False
    middle = ((a[0] + b[0]) / 2 - c[0], (a[1] + b[1]) / 2 - c[1])
    at = (middle[0] * u[0] + middle[1] * u[1]) / along
    return 0 <= at <= along and abs(u[0] * middle[1] - u[1] * middle[0]) / along < BESIDE


def bundled_length(picture, grid):
    total = 0
    for number, (_, arrow) in enumerate(picture.arrows):
        for a, b in arrow:
            if length_of((a, b)) < SHORT:
                continue
            cell = grid.get((int((a[0] + b[0]) / 2 // CELL), int((a[1] + b[1]) / 2 // CELL)), [])
            if any(other != number and runs_along((a, b), (c, d)) for other, c, d in cell):
                total += length_of((a, b))
    return total


def runs_over(picture, name, arrow):
    for box, (x, y, width, height) in picture.boxes.items():
        box = box.partition("__")[2]
        if name.startswith(box + "__") or name.endswith("__" + box):
            continue
        for a, b in arrow:
            for t in (.1, .3, .5, .7, .9):
                p, q = a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t
                if x + 2 < p < x + width - 2 and y + 2 < q < y + height - 2:
                    return True
    return False


def leaves(picture, arrow):
    tops = [box[1] for box in picture.boxes.values()]
    feet = [box[1] + box[3] for box in picture.boxes.values()]
    top, foot = min(tops) - 60, max(feet) + 40
    return any(y < top or y > foot or y > picture.height or x < 0 or x > picture.width
               for piece in arrow for x, y in piece)


def measure(name):
    """All figures of a picture, by name."""
    picture = Picture(name)
    grid = picture.cells()
    length = sum(length_of(piece) for _, arrow in picture.arrows for piece in arrow)
    count = max(1, len(picture.arrows))
    return {
        "width": picture.width, "height": picture.height, "aspect": picture.width / picture.height,
        "boxes": len(picture.boxes), "arrows": len(picture.arrows),
        "corners": picture.corners / count,
        "crossings": count_crossings(grid) / count,
        "bundled": bundled_length(picture, grid) / max(1, length),
        "length": length / picture.box_width / max(1, len(picture.boxes)),
        "outside": sum(leaves(picture, arrow) for _, arrow in picture.arrows),
        "over": sum(runs_over(picture, other, arrow) for other, arrow in picture.arrows),
        "ports": len(picture.ports) / max(1, len(picture.ports) + len(picture.arrows)),
    }


def holds(outer, inner):
    return (outer[0] <= inner[0] and outer[1] <= inner[1] and outer[0] + outer[2] >= inner[0] + inner[2] and
            outer[1] + outer[3] >= inner[1] + inner[3])


def touch(one, two):
    return (one[0] < two[0] + two[2] and two[0] < one[0] + one[2] and one[1] < two[1] + two[3] and
            two[1] < one[1] + one[3])


def measure_map(name, portfolio):
    """Figures of a capability map of this portfolio at one date."""
    picture = Picture(name)
    parents = {one["id"]: one.get("parent") for one in portfolio["capabilities"]}
    boxes = {box.partition("__")[2]: place for box, place in picture.boxes.items()}

    def holders(box):
        while parents.get(box):
            box = parents[box]
            yield box

    above = {box: set(holders(box)) for box in boxes}
    known = sorted(boxes)
    return {
        "aspect": picture.width / picture.height, "boxes": len(boxes),
        "undrawn": sum(box not in boxes for box in parents),
        "unheld": sum(not holds(boxes[parents[box]], boxes[box]) for box in boxes if parents.get(box)),
        "overlap": sum(touch(boxes[a], boxes[b]) for i, a in enumerate(known) for b in known[i + 1:]
                       if a not in above[b] and b not in above[a]),
    }


if __name__ == "__main__":
    for file in sys.argv[1:]:
        figures = measure(file)
        print(file + ":", " ".join(f"{key} {value:.2f}" if isinstance(value, float) else f"{key} {value}"
                                   for key, value in figures.items()))
