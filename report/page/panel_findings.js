// SPDX-License-Identifier: MIT
// @ts-check
// What `check` finds about one record.
import { h } from "./dom.js";
import { language, say } from "./words.js";
import { world } from "./model.js";
import { wordsOf } from "./codes.js";
import { readCsv } from "./csv.js";
import { ownId, readCell } from "./links.js";
import { withDates } from "./text.js";

const words = {
    title: ["Findings ({0})", "Bevindingen ({0})"],
};

/** @param {string} id
 * @returns {HTMLElement[]} */
export function findingsOf(id) {
    const place = h("section", { class: "findings" });
    world()
        .part("findings." + language() + ".csv")
        .then((text) => fill(place, id, text))
        .catch(() => {});
    return [place];
}

/** @param {HTMLElement} place
 * @param {string} id
 * @param {string} text */
function fill(place, id, text) {
    const [heading = [], ...rows] = readCsv(text);
    const cell = (/** @type {string[]} */ row, /** @type {string} */ name) => ownId(readCell(row[heading.indexOf(name)]));
    const own = rows.filter((row) => cell(row, "id") === id);
    if (!own.length) return;
    const items = own.map((row) => {
        const severity = cell(row, "severity");
        const pair = wordsOf("severity", severity);
        const hint = cell(row, "hint");
        return h(
            "li",
            { class: "finding " + severity },
            h("strong", null, (pair ? say(pair) : severity) + " " + cell(row, "code")),
            h("p", null, withDates(cell(row, "message"))),
            hint ? h("p", { class: "muted" }, hint) : null,
        );
    });
    place.append(h("h3", null, say(words.title, own.length)), h("ul", null, items));
}
