// SPDX-License-Identifier: MIT
// @ts-check
// Which language does the page speak, and how does it say a date or a number of days? Every module
// carries its own words as pairs [English, Dutch]. Months are ours and not the browser's, so that
// the page reads the same everywhere.

/** @typedef {"en" | "nl"} Language */
/** @typedef {[string, string]} Pair English, Dutch */

const MONTHS = {
    en: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    nl: ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
};

const words = {
    days: /** @type {Pair} */ (["{0} {0|day|days}", "{0} {0|dag|dagen}"]),
};

/** @type {Language} */
let spoken = document.documentElement.lang.startsWith("nl") ? "nl" : "en";

/** @type {Set<(language: Language) => void>} */
const listeners = new Set();

/** @returns {Language} */
export function language() {
    return spoken;
}

/**
 * Speaks another language from now on, and tells all who listen.
 * @param {Language} next
 */
export function setLanguage(next) {
    if (next === spoken || (next !== "en" && next !== "nl")) return;
    spoken = next;
    document.documentElement.lang = next;
    for (const listener of [...listeners]) listener(next);
}

/**
 * @param {(language: Language) => void} listener
 * @returns {() => void} takes the listener away
 */
export function onLanguage(listener) {
    listeners.add(listener);
    return () => listeners.delete(listener);
}

/**
 * The words of a pair in the language of now. {0} is the first value, {0|day|days} is the first
 * word when that value is 1, and the second otherwise.
 * @param {readonly [string, string] | readonly string[]} pair
 * @param {...(string | number)} values
 * @returns {string}
 */
export function say(pair, ...values) {
    const text = pair[spoken === "nl" ? 1 : 0];
    return text.replace(/\{(\d)(?:\|([^|}]*)\|([^}]*))?\}/g, (_all, index, one, many) => {
        const value = values[Number(index)];
        if (one !== undefined) return Number(value) === 1 ? one : many;
        return String(value ?? "");
    });
}

/**
 * 2024-10-21 as "21 Oct 2024" or "21 okt 2024"; what is no date is given back as it is.
 * @param {string | null | undefined} iso
 * @returns {string}
 */
export function date(iso) {
    const parts = /^(-?\d{4,})-(\d\d)-(\d\d)$/.exec(iso ?? "");
    if (!parts) return iso ?? "";
    return Number(parts[3]) + " " + MONTHS[spoken][Number(parts[2]) - 1] + " " + parts[1];
}

/**
 * @param {number} count
 * @returns {string}
 */
export function days(count) {
    return say(words.days, count);
}
