// SPDX-License-Identifier: MIT
// @ts-check
// How are texts found and put in order? Without Intl, so that every browser gives the same order:
// accents and capitals do not count, and digits within a text count as a number ("int-9" comes before
// "int-10").
import { date } from "./words.js";
/** A text as it is searched in: without accents and capitals.
 * @param {string} text
 * @returns {string} */
export function fold(text) {
    return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** A text in the pieces by which it is put in order.
 * @param {string} text
 * @returns {(string|number)[]} */
export function orderKey(text) {
    return fold(text)
        .split(/(\d+)/)
        .map((piece, place) => (place % 2 ? Number(piece) : piece));
}

/** Which of two keys comes first: negative, 0 or positive.
 * @param {(string|number)[]} a
 * @param {(string|number)[]} b
 * @returns {number} */
export function compareKeys(a, b) {
    const most = Math.min(a.length, b.length);
    for (let place = 0; place < most; place++) {
        const left = a[place];
        const right = b[place];
        if (left === right) continue;
        if (typeof left !== typeof right) return typeof left === "number" ? -1 : 1;
        return left < right ? -1 : 1;
    }
    return a.length - b.length;
}

/** The texts that there are, each once, in order.
 * @param {Iterable<string>} texts
 * @returns {string[]} */
export function inOrder(texts) {
    return [...new Set(texts)]
        .map((text) => ({ text, key: orderKey(text) }))
        .sort((a, b) => compareKeys(a.key, b.key) || (a.text < b.text ? -1 : 1))
        .map((entry) => entry.text);
}

/** A text without what turns the direction of reading or steers a terminal: shown as the commands show it.
 * @param {string} text
 * @returns {string} */
export function plain(text) {
    return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "\ufffd");
}

/** A sentence of a command, in which dates are read as everywhere on the page, and stay on a line.
 * @param {string} text
 * @returns {string} */
export function withDates(text) {
    return text.replace(/(?<![\w-])\d{4}-\d\d-\d\d(?![\w-])/g, (iso) => date(iso).replaceAll(" ", "\u00a0"));
}
