// SPDX-License-Identifier: MIT
// The portfolios that the tests look at, and their pages, each made once by `groeipad report`.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { inflateRawSync } from "node:zlib";
import path from "node:path";
import { command, examples, home } from "./tools.mjs";
import { hostile, hostileEmpty, hostileOne } from "./hostile.mjs";
import { portfolio } from "./portfolio.mjs";

const folder = path.join(home, "pages");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

/* By name: a file of the repository, or a portfolio that is made. */
const sources = {
    "white-paper": () => path.join(examples, "persoonlijke-dienstverlening.json"),
    measures: () => path.join(examples, "adviesalgoritmes-maatregelen.json"),
    minimal: () => path.join(examples, "minimal.json"),
    150: () => written("150", portfolio(150, 150, 60)),
    400: () => written("400", portfolio(400, 400, 160)),
    hostile: () => written("hostile", hostile()),
    "hostile-one": () => written("hostile-one", hostileOne()),
    "hostile-empty": () => written("hostile-empty", hostileEmpty()),
    "no-interventions": () => written("no-interventions", { ...portfolio(5, 12, 0), interventions: [] }),
    "no-capabilities": () => written("no-capabilities", { groeipad: 1, status_date: "2026-01-05", interventions: [{ id: "alone" }] }),
};

const files = new Map();
const pages = new Map();

/** Writes a portfolio beside the pages, and says where. */
export function written(name, document) {
    const file = path.join(folder, `${name}.json`);
    writeFileSync(file, JSON.stringify(document, null, 1));
    return file;
}

/** The portfolio's file. */
export function fileOf(name) {
    if (!files.has(name)) files.set(name, sources[name]?.() ?? name);
    return files.get(name);
}

/** The page of a portfolio (a name of above, or a file), with more options of the command where asked. */
export function pageOf(name, options = []) {
    const key = [name, ...options].join(" ");
    if (!pages.has(key)) {
        const page = path.join(folder, `${path.basename(name, ".json")}-${pages.size}.html`);
        command(["report", fileOf(name), "-o", page, ...options]);
        pages.set(key, page);
    }
    return pages.get(key);
}

/** The parts in a page: name -> bytes, unpacked here and not by the page. */
export function partsOf(page) {
    const html = readFileSync(page, "utf8");
    const parts = new Map();
    for (const [, name, packed] of html.matchAll(/<script type="?application\/octet-stream"? data-part="?([^">\s]+)"?>([^<]*)<\/script>/g)) {
        parts.set(name, inflateRawSync(Buffer.from(packed, "base64")));
    }
    return parts;
}

/** The JSON that stands in a page as it is: "meta" or "plan". */
export function jsonIn(page, id) {
    const [, text] = readFileSync(page, "utf8").match(new RegExp(`<script type="?application/json"? id="?${id}"?>([^<]*)</script>`));
    return JSON.parse(text);
}
