// SPDX-License-Identifier: MIT
// @ts-check
// What does somebody want to know who opens the page and reads nothing else? How many interventions
// there are, how many are late, what was found, and what to decide first; each leads to its view.
import { readCsv } from "./csv.js";
import { add, clear, h } from "./dom.js";
import { showMarkdown } from "./markdown.js";
import { isChanged, world } from "./model.js";
import { addressOf } from "./state.js";
import { tablePart, views } from "./views.js";
import { language, say } from "./words.js";

/** @typedef {import("./words.js").Pair} Pair */

const words = {
    interventions: /** @type {Pair} */ (["{0|intervention|interventions}", "{0|interventie|interventies}"]),
    late: /** @type {Pair} */ (["{0|is|are} live later than needed", "{0|is|zijn} later live dan nodig"]),
    error: /** @type {Pair} */ (["{0|error|errors}", "{0|fout|fouten}"]),
    warning: /** @type {Pair} */ (["{0|warning|warnings}", "{0|waarschuwing|waarschuwingen}"]),
    info: /** @type {Pair} */ (["{0|note|notes}", "{0|opmerking|opmerkingen}"]),
    first: /** @type {Pair} */ (["What to decide first", "Wat eerst te besluiten is"]),
    all: /** @type {Pair} */ (["All decisions, and what they rest on", "Alle besluiten, en waar ze op steunen"]),
};

const ROWS = 3; /* of what to decide */
const SEVERITIES = /** @type {const} */ (["error", "warning", "info"]);

/** Fills the place above the growth model.
 * @param {HTMLElement} place
 * @param {() => boolean} isStill is it still asked for? */
export async function showOverview(place, isStill) {
    const from = world().part;
    const has = new Set(views().map((view) => view.name));
    const repair = has.has("clashes") && !isChanged() ? from("repair." + language() + ".md") : "";
    const findings = has.has("findings") && !isChanged() ? from(tablePart("findings", language())) : "";
    const [decisions, found] = await Promise.all([repair, findings]);
    if (!isStill()) return;
    clear(place);
    add(place, figuresOf(readCsv(found)));
    const first = firstOf(decisions);
    if (first === "") return;
    const text = h("div");
    showMarkdown(text, first);
    const all = h("p", null, h("a", { href: addressOf({ view: "clashes", panel: false }), text: say(words.all) }));
    add(place, h("section", { class: "first", "aria-labelledby": "first-title" }, h("h3", { id: "first-title", text: say(words.first) }), text, all));
}

/** The numbers, each a link to the view that tells more.
 * @param {string[][]} findings rows of a CSV, with its heading */
function figuresOf(findings) {
    const { interventions } = world().plan;
    const late = interventions.filter((each) => (each.late_days ?? 0) > 0).length;
    const list = h("ul", { class: "figures" });
    add(list, figure(interventions.length, words.interventions, "roadmap"));
    add(list, figure(late, words.late, "clashes", late > 0));
    const column = findings[0]?.indexOf("severity") ?? -1;
    for (const severity of column < 0 ? [] : SEVERITIES) {
        const count = findings.filter((row) => row[column] === severity).length;
        if (count > 0) add(list, figure(count, words[severity], "findings", severity === "error"));
    }
    return list;
}

/**
 * @param {number} count
 * @param {Pair} what
 * @param {string} view
 * @param {boolean} [isBad]
 */
function figure(count, what, view, isBad = false) {
    const number = h("strong", { class: isBad ? "bad" : "", text: count });
    return h("li", null, h("a", { href: addressOf({ view, panel: false }) }, number, " " + say(what, count)));
}

/** Of the Markdown of `repair`: the sentence that sums it up, and the first rows of its table.
 * @param {string} text */
function firstOf(text) {
    const lines = text.split("\n");
    const sum = lines.find((line) => line.startsWith("**"));
    if (sum === undefined) return "";
    const table = lines.findIndex((line) => line.startsWith("|"));
    const rows = table < 0 ? [] : lines.slice(table, table + 2 + ROWS);
    const end = rows.findIndex((line) => !line.startsWith("|"));
    return sum + "\n\n" + rows.slice(0, end < 0 ? rows.length : end).join("\n");
}
