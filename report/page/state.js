// SPDX-License-Identifier: MIT
// @ts-check
// What is seen, as the address of the page tells it: #/roadmap?for=c360&owner=Data. A link
// reproduces what is seen, and back goes back, because nothing that is seen is kept elsewhere.

/**
 * @typedef {object} State
 * @property {string} view
 * @property {string} about id of what is looked at, or ""
 * @property {number | null} level its level, or null
 * @property {string} q what is searched
 * @property {string[]} owners
 * @property {string[]} tags
 * @property {string[]} stages
 * @property {string} scenario
 * @property {boolean} critical only what is critical
 * @property {boolean} late only what is late
 * @property {string} severity only findings of this severity; or ""
 * @property {string} only an id: only this and what it is tied to; or ""
 * @property {boolean} table the table below the picture is open
 * @property {string} sort column, with - before it for the other way around
 * @property {string[]} columns
 * @property {string[]} set changes: "c360.lead_time=6mo"
 * @property {string[]} require requirements that are asked for: "a->b@2"
 * @property {string[]} drop requirements that are dropped: "a->b"
 * @property {string[]} measures
 * @property {boolean} panel the side panel is open
 * @property {string} language "en", "nl", or "" for that of the file
 */

/** @typedef {"word" | "words" | "flag" | "number"} Shape */

/* Which key of the address is which field, in the order in which they are written. */
/** @type {readonly [keyof State & string, string, Shape][]} */
const KEYS = [
    ["about", "for", "word"],
    ["level", "level", "number"],
    ["panel", "panel", "flag"],
    ["q", "q", "word"],
    ["owners", "owner", "words"],
    ["tags", "tag", "words"],
    ["stages", "stage", "words"],
    ["scenario", "scenario", "word"],
    ["critical", "critical", "flag"],
    ["late", "late", "flag"],
    ["severity", "severity", "word"],
    ["only", "only", "word"],
    ["table", "table", "flag"],
    ["sort", "sort", "word"],
    ["columns", "column", "words"],
    ["measures", "measure", "words"],
    ["set", "set", "words"],
    ["require", "require", "words"],
    ["drop", "drop", "words"],
    ["language", "lang", "word"],
];

const FIRST_VIEW = "overview";

/** @type {Set<(state: State, previous: State) => void>} */
const watchers = new Set();

let current = fromAddress(location.hash);
addEventListener("hashchange", () => become(fromAddress(location.hash)));

/**
 * The state of now; a value, not to be written to.
 * @returns {State}
 */
export function read() {
    return current;
}

/**
 * Goes on from the state of now. Another view begins with its own order and columns.
 * @param {Partial<State>} change
 * @param {{replace?: boolean}} [how] replace: back does not come here again
 */
export function go(change, how = {}) {
    const next = withChange(change);
    const address = toAddress(next);
    if (address === toAddress(current)) return;
    try {
        if (how.replace) history.replaceState(null, "", address);
        else history.pushState(null, "", address);
    } catch {
        if (how.replace) location.replace(address);
        else location.hash = address; /* in a frame that keeps no history of its own */
    }
    become(next);
}

/**
 * @param {(state: State, previous: State) => void} watcher
 * @returns {() => void} takes the watcher away
 */
export function watch(watcher) {
    watchers.add(watcher);
    return () => watchers.delete(watcher);
}

/**
 * The address that go() would go to, for links.
 * @param {Partial<State>} change
 * @returns {string}
 */
export function addressOf(change) {
    return toAddress(withChange(change));
}

/**
 * @param {Partial<State>} change
 * @returns {State}
 */
function withChange(change) {
    const moves = change.view !== undefined && change.view !== current.view;
    return { ...current, ...(moves ? { sort: "", columns: [], severity: "" } : {}), ...change };
}

/** @param {State} next */
function become(next) {
    const previous = current;
    if (toAddress(next) === toAddress(previous)) return;
    current = next;
    for (const watcher of [...watchers]) watcher(next, previous);
}

/**
 * The state that an address tells; what is unknown in it is nothing.
 * @param {string} hash
 * @returns {State}
 */
export function fromAddress(hash) {
    const [path, query] = cut(hash.replace(/^#\/?/, ""), "?");
    const values = new URLSearchParams(query);
    /** @type {Record<string, any>} */
    const state = { view: /^[a-z]+$/.test(path) ? path : FIRST_VIEW };
    for (const [field, key, shape] of KEYS) state[field] = readValue(values.getAll(key), shape);
    return /** @type {State} */ (state);
}

/**
 * @param {string[]} all
 * @param {Shape} shape
 */
function readValue(all, shape) {
    if (shape === "words") return [...new Set(all.filter((value) => value !== ""))];
    const last = all.at(-1) ?? "";
    if (shape === "flag") return last === "1";
    if (shape === "number") return /^\d{1,4}$/.test(last) ? Number(last) : null;
    return last;
}

/**
 * The address of a state.
 * @param {State} state
 * @returns {string}
 */
export function toAddress(state) {
    /** @type {string[]} */
    const pairs = [];
    for (const [field, key, shape] of KEYS) {
        const value = state[field];
        if (shape === "flag") {
            if (value === true) pairs.push(key + "=1");
        } else if (shape === "words") {
            for (const one of /** @type {string[]} */ (value)) pairs.push(key + "=" + escape(one));
        } else if (value !== null && value !== "") {
            pairs.push(key + "=" + escape(String(value)));
        }
    }
    return "#/" + state.view + (pairs.length > 0 ? "?" + pairs.join("&") : "");
}

/**
 * Escaped where it has to be, and readable where it can.
 * @param {string} value
 */
function escape(value) {
    return encodeURIComponent(value.toWellFormed ? value.toWellFormed() : value)
        .replace(/%2F/g, "/")
        .replace(/%3A/g, ":")
        .replace(/%2C/g, ",")
        .replace(/%3D/g, "=");
}

/**
 * @param {string} text
 * @param {string} mark
 * @returns {[string, string]}
 */
function cut(text, mark) {
    const at = text.indexOf(mark);
    return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}
