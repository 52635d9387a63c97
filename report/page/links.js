// SPDX-License-Identifier: MIT
// @ts-check
// How does the page link to a record? A click opens its panel beside what is seen; the address of the
// link is made new when it is about to be used, because filters may have changed since it was drawn.
import { h } from "./dom.js";
import { addressOf, go } from "./state.js";
import { called, world } from "./model.js";
import { shownCell } from "./csv.js";
import { plain } from "./text.js";

/** Is there something to open for this id?
 * @param {string} id
 * @returns {boolean} */
export function isRecord(id) {
    return world().byId.has(id) || world().records.has(id);
}

/* What the commands show as U+FFFD in a cell, because it could steer a terminal or turn the reading around. */
const STEERING = /(?![\t\n])[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu;
/** The ids as cells have them.
 * @type {WeakMap<import("./model.js").World, Map<string, string>>} */
const shownIds = new WeakMap();

/** The id of the record that is meant by what a cell has for it.
 * @param {string} text
 * @returns {string} */
export function ownId(text) {
    if (isRecord(text) || !text.includes("\uFFFD")) return text;
    const now = world();
    let ids = shownIds.get(now);
    if (!ids) {
        const all = [...now.byId.keys(), ...now.records.keys()];
        ids = new Map(all.map((id) => [id.replace(STEERING, "\uFFFD"), id]));
        shownIds.set(now, ids);
    }
    return ids.get(text) ?? text;
}

/** What people read of a cell: without the apostrophe of a spreadsheet, but with that of an id.
 * @param {string|undefined} cell
 * @returns {string} */
export function readCell(cell = "") {
    return isRecord(cell) ? cell : shownCell(cell);
}

/** The ids in a cell; one with the separator in it stays one where the portfolio knows it.
 * @param {string} text
 * @param {string} separator
 * @returns {string[]} */
export function idsIn(text, separator) {
    if (text === "") return [];
    const whole = ownId(text);
    return isRecord(whole) ? [whole] : text.split(separator).map(ownId);
}

/** A record, or a step of it, as people call it: "Name (2)".
 * @param {{id: string, level: number|null}} step
 * @returns {string} */
export function stepName(step) {
    return called(step.id) + (step.level === null ? "" : " (" + step.level + ")");
}

/** A link that opens the panel of a record; what is no record of the portfolio is text.
 * @param {string} id
 * @param {number|null} [level] of the step that it is about
 * @param {string} [text] otherwise its name
 * @returns {HTMLElement} */
export function recordLink(id, level = null, text = called(id)) {
    return linkTo({ id, level }, text, "");
}

/** A link to a step, which says its level: "Name (2)".
 * @param {{id: string, level: number|null}} step
 * @returns {HTMLElement} */
export function stepLink(step) {
    return linkTo(step, called(step.id), step.level === null ? "" : " (" + step.level + ")");
}

/** The name stands by itself in the direction in which it is read; what is behind it follows the page.
 * @param {{id: string, level: number|null}} step
 * @param {string} name
 * @param {string} behind */
function linkTo(step, name, behind) {
    const title = name === step.id ? null : plain(step.id);
    const text = [h("bdi", null, name), behind];
    if (!isRecord(step.id)) return h("span", { title }, text);
    const state = { about: step.id, level: step.level, panel: true };
    const link = h("a", { class: "record", title, href: "#" }, text);
    const renew = () => link.setAttribute("href", addressOf(state));
    link.addEventListener("pointerover", renew);
    link.addEventListener("focus", renew);
    link.addEventListener("click", (event) => {
        if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        go(state);
    });
    return link;
}
