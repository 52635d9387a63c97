// SPDX-License-Identifier: MIT
// @ts-check
// What is changed, as the address keeps it, and what the core is asked for: targets and values are
// written as --set, --require and --drop take them, so that what is tried here can be typed there.

/** @typedef {{set: string[], require: string[], drop: string[], measures: string[], scenario: string}} Tried
 *   the part of the address that changes the plan */
/** @typedef {{set?: {[target: string]: any}, require?: string[], drop?: string[], measures?: string[],
 *   scenario?: string}} Changes what the core is asked for */

/* Words that would be read as a setting or a list of the file where an id is meant. */
const TAKEN = new Set([
    "$schema",
    "groeipad",
    "title",
    "status_date",
    "language",
    "planning",
    "calendar",
    "cycle",
    "cost_unit",
    "dimensions",
    "segments",
    "situations",
    "scenarios",
    "measures",
    "measurements",
    "interventions",
    "capabilities",
    "risks",
    "correlations",
    "changes",
    "drop",
]);

/** An id as the first word of a target: in quotes where it would be read as something else.
 * @param {string} id
 * @returns {string} */
export function idInTarget(id) {
    const isPlain = /^[!-~]+$/.test(id) && !/[.[\]|@="\\]/.test(id) && !id.includes("->");
    if (isPlain && !TAKEN.has(id) && !id.startsWith("x-")) return id;
    return '"' + id.replace(/["\\]/g, "\\$&") + '"';
}

/** Takes "TARGET=VALUE" apart at the first = that is not within quotes; without one there is no value.
 * @param {string} text
 * @returns {[string, string]} */
export function cutChange(text) {
    let isQuoted = false;
    for (let i = 0; i < text.length; i++) {
        if (text[i] === "\\" && isQuoted) i++;
        else if (text[i] === '"') isQuoted = !isQuoted;
        else if (text[i] === "=" && !isQuoted) return [text.slice(0, i), text.slice(i + 1)];
    }
    return [text, ""];
}

/** A value as --set takes it, to be said in words: JSON where it reads as JSON, else it is text. The core
 * gets the text itself, because JavaScript has no numbers such as 1e400.
 * @param {string} text
 * @returns {any} */
export function readValue(text) {
    try {
        const value = JSON.parse(text);
        return typeof value === "number" ? text : value;
    } catch {
        return text;
    }
}

/** And back: how a value of the file is typed.
 * @param {any} value
 * @returns {string} */
export function typed(value) {
    if (value === undefined || value === null) return "";
    if (typeof value !== "string") return JSON.stringify(value);
    try {
        JSON.parse(value);
        return JSON.stringify(value); /* in quotes, where it would be read as something else */
    } catch {
        return value;
    }
}

/** The list of --set with one value per target, the last that was given.
 * @param {string[]} set
 * @returns {string[]} */
function lastOfEach(set) {
    /** @type {Map<string, string>} */
    const last = new Map();
    for (const text of set) {
        const [target] = cutChange(text);
        last.delete(target);
        last.set(target, text);
    }
    return [...last.values()];
}

/** What is set for a target; undefined: nothing is.
 * @param {Tried} tried
 * @param {string} target
 * @returns {string|undefined} */
export function triedFor(tried, target) {
    const found = tried.set.findLast((text) => cutChange(text)[0] === target);
    return found === undefined ? undefined : cutChange(found)[1];
}

/** The list of --set with another value for a target; undefined: with none.
 * @param {Tried} tried
 * @param {string} target
 * @param {string|undefined} value
 * @returns {string[]} */
export function withValue(tried, target, value) {
    const at = tried.set.findIndex((text) => cutChange(text)[0] === target);
    const rest = tried.set.filter((text) => cutChange(text)[0] !== target);
    if (value === undefined) return rest;
    rest.splice(at < 0 ? rest.length : at, 0, target + "=" + value);
    return rest;
}

/** A list with a text that was not in it, or without one that was.
 * @param {string[]} list
 * @param {string} text
 * @param {boolean} isIn
 * @returns {string[]} */
export function withText(list, text, isIn) {
    const rest = list.filter((one) => one !== text);
    return isIn ? [...rest, text] : rest;
}

/** What the core is asked for; a list that is empty is left out.
 * @param {Tried} tried
 * @returns {Changes} */
export function changesOf(tried) {
    /** @type {Changes} */
    const changes = {};
    const set = lastOfEach(tried.set).map(cutChange);
    if (set.length) changes.set = Object.fromEntries(set);
    if (tried.require.length) changes.require = tried.require;
    if (tried.drop.length) changes.drop = tried.drop;
    if (tried.measures.length) changes.measures = tried.measures;
    if (tried.scenario) changes.scenario = tried.scenario;
    return changes;
}

/** One change: which list of the address it is in, and its text there; a scenario is a list of one.
 * @typedef {{list: "set"|"require"|"drop"|"measures"|"scenario", text: string}} Change */

/** All that is changed, in the order in which it is made.
 * @param {Tried} tried
 * @returns {Change[]} */
export function listChanges(tried) {
    /** @type {(list: Change["list"]) => (text: string) => Change} */
    const of = (list) => (text) => ({ list, text });
    return [
        ...(tried.scenario ? [tried.scenario] : []).map(of("scenario")),
        ...tried.measures.map(of("measures")),
        ...lastOfEach(tried.set).map(of("set")),
        ...tried.require.map(of("require")),
        ...tried.drop.map(of("drop")),
    ];
}

/** The part of the address without one change.
 * @param {Tried} tried
 * @param {Change} change
 * @returns {Partial<Tried>} */
export function withoutChange(tried, change) {
    if (change.list === "scenario") return { scenario: "" };
    if (change.list === "set") return { set: withValue(tried, cutChange(change.text)[0], undefined) };
    return { [change.list]: withText(tried[change.list], change.text, false) };
}

/** The plan as it was written.
 * @returns {Tried} */
export function noChanges() {
    return { set: [], require: [], drop: [], measures: [], scenario: "" };
}

/** Which change is a finding about, whose place is an option: `--set 2:13` is the second of --set.
 * @param {Tried} tried
 * @param {{file: string|null, line: number|null}} finding
 * @returns {Change|null} */
export function changeAt(tried, finding) {
    /** @type {{[option: string]: Change["list"]}} */
    const lists = { "--set": "set", "--require": "require", "--drop": "drop", "--measure": "measures" };
    if (finding.file === "--scenario") return { list: "scenario", text: tried.scenario };
    const list = lists[finding.file ?? ""];
    const at = (finding.line ?? 0) - 1;
    return (list && listChanges(tried).filter((change) => change.list === list)[at]) || null;
}
