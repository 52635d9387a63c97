// SPDX-License-Identifier: MIT
// @ts-check
// What does somebody want to know who opens the page and reads nothing else? How many interventions
// there are, which are late and what they wait for, what was found, and what to decide first; each leads
// to its view.
import { partOrWritten, writtenNote } from "./as_written.js";
import { readCsv } from "./csv.js";
import { add, clear, h } from "./dom.js";
import { showMarkdown } from "./markdown.js";
import { stepLink } from "./links.js";
import { isLate, world } from "./model.js";
import { addressOf } from "./state.js";
import { tablePart, views } from "./views.js";
import { date, language, say } from "./words.js";

/** @typedef {import("./words.js").Pair} Pair */

const words = {
    interventions: /** @type {Pair} */ (["{0|intervention|interventions}", "{0|interventie|interventies}"]),
    late: /** @type {Pair} */ (["{0|is|are} live later than needed", "{0|is|zijn} later live dan nodig"]),
    error: /** @type {Pair} */ (["{0|error|errors}", "{0|fout|fouten}"]),
    warning: /** @type {Pair} */ (["{0|warning|warnings}", "{0|waarschuwing|waarschuwingen}"]),
    info: /** @type {Pair} */ (["{0|note|notes}", "{0|opmerking|opmerkingen}"]),
    who: /** @type {Pair} */ (["Live later than needed", "Later live dan nodig"]),
    name: /** @type {Pair} */ (["Intervention", "Interventie"]),
    needed: /** @type {Pair} */ (["Needed by", "Nodig op"]),
    live: /** @type {Pair} */ (["Live", "Live"]),
    days: /** @type {Pair} */ (["Days late", "Dagen te laat"]),
    waits: /** @type {Pair} */ (["Waits for", "Wacht op"]),
    others: /** @type {Pair} */ (["and {0} more", "en nog {0}"]),
    point: /** @type {Pair} */ ([
        "What a point is: to start outside the rounds costs 1, a quarter shorter 1, half as long 2, every cycle later 1; a measure of the portfolio costs what stands there.",
        "Wat een punt is: buiten de rondes beginnen kost 1, een kwart korter 1, de helft korter 2, elke cyclus later 1; een maatregel van het portfolio kost wat daar staat.",
    ]),
    first: /** @type {Pair} */ (["What to decide first", "Wat eerst te besluiten is"]),
    all: /** @type {Pair} */ (["All decisions, and what they rest on", "Alle besluiten, en waar ze op steunen"]),
};

const WORST = 8; /* of those that are late */
const ROWS = 3; /* of what to decide, on a screen */
const ROWS_ON_PAPER = 10;
const SEVERITIES = /** @type {const} */ (["error", "warning", "info"]);

/** Fills the place above the growth model.
 * @param {HTMLElement} place
 * @param {() => boolean} isStill is it still asked for? */
export async function showOverview(place, isStill) {
    const written = /** @type {Set<string>} */ (new Set());
    const has = new Set(views().map((view) => view.name));
    const repair = has.has("clashes") ? partOrWritten("repair." + language() + ".md", written) : "";
    const findings = has.has("findings") ? partOrWritten(tablePart("findings", language()), written) : "";
    const [decisions, found] = await Promise.all([repair, findings]);
    if (!isStill()) return;
    clear(place);
    add(place, figuresOf(readCsv(found)));
    add(place, lateOf());
    const first = firstOf(decisions);
    if (first === "") return;
    const text = h("div");
    showMarkdown(text, first);
    [...text.querySelectorAll("tbody tr")].slice(ROWS).forEach((row) => row.classList.add("paper-only"));
    if (!world().portfolio.cost_unit && text.querySelector("td")) add(text, h("p", { class: "about", text: say(words.point) }));
    const all = h("p", null, h("a", { href: addressOf({ view: "clashes", panel: false }), text: say(words.all) }));
    add(place, h("section", { class: "first", "aria-labelledby": "first-title" }, h("h3", { id: "first-title", text: say(words.first) }), writtenNote(written, say(words.first)), text, all));
}

/** Who is late, the worst first; null where nobody is. */
function lateOf() {
    const late = world().activities.filter((each) => each.kind === "intervention" && isLate(each));
    const daysOf = (/** @type {{id: string}} */ each) => world().lives.get(each.id)?.late_days ?? 0;
    late.sort((a, b) => daysOf(b) - daysOf(a) || a.order - b.order);
    if (late.length === 0) return null;
    const heads = [words.name, words.needed, words.live, words.days, words.waits].map((each) => h("th", { scope: "col", text: say(each) }));
    const rows = late.slice(0, WORST).map((each) => {
        const live = world().lives.get(each.id);
        return h(
            "tr",
            null,
            h("th", { scope: "row" }, stepLink(each)),
            h("td", { class: "date", text: date(live?.needed_by) }),
            h("td", { class: "date", text: date(live?.earliest_ready) }),
            h("td", { class: "number bad", text: daysOf(each) }),
            h("td", null, each.driver && stepLink(each.driver)),
        );
    });
    const left = late.length - rows.length;
    const others = left > 0 && h("p", null, h("a", { href: addressOf({ view: "clashes", panel: false }), text: say(words.others, left) }));
    const region = { class: "table-scroll", role: "group", tabindex: "0", "aria-labelledby": "late-title" };
    const table = h("table", { "aria-labelledby": "late-title" }, h("thead", null, h("tr", null, heads)), h("tbody", null, rows));
    const title = h("h3", { id: "late-title", text: say(words.who) });
    return h("section", { class: "late-list markdown", "aria-labelledby": "late-title" }, title, h("div", region, table), others);
}

/** The numbers, each a link to the view that tells more.
 * @param {string[][]} findings rows of a CSV, with its heading */
function figuresOf(findings) {
    const { interventions } = world().plan;
    const late = interventions.filter((each) => (each.late_days ?? 0) > 0).length;
    const list = h("ul", { class: "figures" });
    add(list, figure(interventions.length, words.interventions, { view: "roadmap" }));
    add(list, figure(late, words.late, { view: "clashes" }, late > 0));
    const column = findings[0]?.indexOf("severity") ?? -1;
    for (const severity of column < 0 ? [] : SEVERITIES) {
        const count = findings.filter((row) => row[column] === severity).length;
        if (count > 0) add(list, figure(count, words[severity], { view: "findings", severity }, severity === "error"));
    }
    return list;
}

/**
 * @param {number} count
 * @param {Pair} what
 * @param {Partial<import("./state.js").State>} to
 * @param {boolean} [isBad]
 */
function figure(count, what, to, isBad = false) {
    const number = h("strong", { class: isBad ? "bad" : "", text: count });
    return h("li", null, h("a", { href: addressOf({ ...to, panel: false }) }, number, " " + say(what, count)));
}

/** Of the Markdown of `repair`: the sentence that sums it up, and the first rows of its table.
 * @param {string} text */
function firstOf(text) {
    const lines = text.split("\n");
    const sum = lines.find((line) => line.startsWith("**"));
    if (sum === undefined) return "";
    const table = lines.findIndex((line) => line.startsWith("|"));
    const rows = table < 0 ? [] : lines.slice(table, table + 2 + ROWS_ON_PAPER);
    const end = rows.findIndex((line) => !line.startsWith("|"));
    return sum + "\n\n" + rows.slice(0, end < 0 ? rows.length : end).join("\n");
}
