// SPDX-License-Identifier: MIT
// @ts-check
// Follows the address: whatever is changed there, the plan is made again, and the world of the page
// becomes that plan. Where a change cannot be made that is the plan as written, whatever was tried
// before, so that an address shows everybody the same.
import { changeAt, changesOf } from "./changes.js";
import { part } from "./data.js";
import { findingOf, isReady, partOf, ready, Refused, replan } from "./engine.js";
import { setWorld } from "./model.js";
import { read, watch } from "./state.js";

/** @typedef {import("./changes.js").Tried} Tried */
/** @typedef {import("./engine.js").Problems} Problems */
/** What became of the changes. written: there are none; waiting: the engine is not there yet;
 * cannot: this page has none; shown: the plan has them; refused: it is that as written.
 * @typedef {{is: "written"|"waiting"|"cannot"|"shown"|"refused", problems: Problems, tried: Tried}} Outcome */

/** @type {Problems} */
const NO_PROBLEMS = { en: [], nl: [] };

const words = { broken: ["The planner broke down on this.", "De planner is hierop stukgelopen."] };

/** The portfolio as it is written, once it has been unpacked.
 * @type {{[key: string]: any}|null} */
let written = null;
/** The portfolio of the plan that is shown.
 * @type {{[key: string]: any}|null} */
let current = null;
let asked = "{}";
let hasNoEngine = false;
let isShown = false;
/** @type {Outcome} */
let outcome = { is: "written", problems: NO_PROBLEMS, tried: read() };
/** @type {Set<(outcome: Outcome) => void>} */
const listeners = new Set();

/** What became of the changes.
 * @returns {Outcome} */
export function outcomeNow() {
    return outcome;
}

/** Tells what became of each change. The answer stops that.
 * @param {(outcome: Outcome) => void} listener
 * @returns {() => void} */
export function onOutcome(listener) {
    listeners.add(listener);
    return () => listeners.delete(listener);
}

/** The portfolio as it is written; null: it has not been unpacked yet.
 * @returns {{[key: string]: any}|null} */
export function asWritten() {
    return written;
}

/** The portfolio of the plan that is shown.
 * @returns {{[key: string]: any}|null} */
export function asShown() {
    return current ?? written;
}

/** Which findings are about this target of --set, or this text of another list?
 * @param {import("./changes.js").Change} change
 * @param {"en"|"nl"} language
 * @returns {import("./engine.js").Finding[]} */
export function problemsOf(change, language) {
    return outcome.problems[language].filter((finding) => {
        const at = changeAt(outcome.tried, finding);
        return at !== null && at.list === change.list && at.text === change.text;
    });
}

/** @param {Outcome} next */
function become(next) {
    outcome = next;
    for (const listener of [...listeners]) listener(outcome);
}

/** The plan as written again. */
function showWritten() {
    current = null;
    if (!isShown) return;
    isShown = false;
    setWorld(null);
    replan({});
}

/** @param {Tried} tried */
function show(tried) {
    const plan = replan(changesOf(tried));
    current = JSON.parse(partOf("portfolio.json"));
    isShown = true;
    setWorld({
        plan,
        links: JSON.parse(partOf("links.json")).links,
        portfolio: /** @type {any} */ (current),
        scenario: tried.scenario || undefined,
        part: async (name) => partOf(name),
    });
}

/** What is drawn may change the address again: then what came of that stands.
 * @param {Tried} tried */
function follow(tried) {
    const wanted = JSON.stringify(changesOf(tried));
    if (hasNoEngine) return become({ is: "cannot", problems: NO_PROBLEMS, tried });
    if (wanted === asked && outcome.is !== "waiting") return;
    if (!isReady() && wanted !== "{}") return become({ is: "waiting", problems: NO_PROBLEMS, tried });
    asked = wanted;
    try {
        if (wanted === "{}") showWritten();
        else show(tried);
        if (wanted === asked) become({ is: wanted === "{}" ? "written" : "shown", problems: NO_PROBLEMS, tried });
    } catch (error) {
        if (wanted === asked) showWritten();
        if (wanted === asked) become({ is: "refused", problems: problemsIn(error), tried });
    }
}

/** Why the core made no plan; where it broke down, what it said last.
 * @param {unknown} error
 * @returns {Problems} */
function problemsIn(error) {
    if (error instanceof Refused) return error.problems;
    return { en: [findingOf(words.broken[0])], nl: [findingOf(words.broken[1])] };
}

/** Follows the address from now on. */
export function followChanges() {
    watch(follow);
    follow(read());
    part("portfolio.json").then((text) => {
        written = JSON.parse(text);
        become(outcome);
    });
    ready.then((isOpen) => {
        hasNoEngine = !isOpen;
        follow(read());
    });
}
