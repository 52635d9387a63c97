// SPDX-License-Identifier: MIT
// @ts-check
// Puts what is tried into the address, so that the browser's back undoes it. What one hand does in a
// go, such as a slider that is moved step by step, is one step back.
import { cutChange, triedFor, typed, withText, withValue } from "./changes.js";
import { valueAt } from "./levers.js";
import { asWritten } from "./replan.js";
import { go, read } from "./state.js";

/** @typedef {import("./levers.js").Lever} Lever */
/** @typedef {import("./changes.js").Tried} Tried */

const ONE_GO = 1500; /* milliseconds */
let last = { target: "", at: -ONE_GO };

/* Who went back or forward begins anew. */
addEventListener("popstate", () => (last = { target: "", at: -ONE_GO }));

/** @param {string} target
 * @param {Partial<Tried>} change */
function goOn(target, change) {
    const now = performance.now();
    const replace = last.target === target && now - last.at < ONE_GO;
    last = { target, at: now };
    go(change, { replace });
}

/** What the file says of a lever.
 * @param {Lever} lever
 * @returns {any} */
export function inFile(lever) {
    return valueAt(asWritten() ?? {}, lever.path);
}

/** Tries a value, as it is typed; undefined, or what the file says: no longer.
 * @param {Lever} lever
 * @param {string|undefined} value */
export function tryValue(lever, value) {
    const tried = read();
    /* A measure or a scenario may have another value; then that of the file is a change as well. */
    const isOnlyFile = !tried.measures.length && !tried.scenario;
    const isBack = value === undefined || (isOnlyFile && value === typed(inFile(lever)));
    let set = withValue(tried, lever.target, isBack ? undefined : value);
    if (lever.with) {
        const [along, alongValue] = cutChange(lever.with);
        const hasAlong = triedFor({ ...tried, set }, along) !== undefined;
        if (isBack) set = withValue({ ...tried, set }, along, undefined);
        else if (!hasAlong && value !== "none") set = withValue({ ...tried, set }, along, alongValue);
    }
    goOn(lever.target, { set });
}

/** Sets a target that is no lever: the level of a requirement.
 * @param {string} target
 * @param {string|undefined} value */
export function tryTarget(target, value) {
    goOn(target, { set: withValue(read(), target, value) });
}

/** Drops these, and no longer those; what was set of what is dropped goes too.
 * @param {string[]} drop
 * @param {string[]} keep */
export function tryDrop(drop, keep) {
    const tried = read();
    const rest = tried.drop.filter((target) => !keep.includes(target) && !drop.includes(target));
    const set = tried.set.filter((text) => !drop.some((target) => text.startsWith(target + ".")));
    goOn("drop " + [...drop, ...keep].sort().join(" "), { drop: [...rest, ...drop], set });
}

/** Asks for a requirement more.
 * @param {string} requirement "a->b@2" */
export function tryRequire(requirement) {
    go({ require: withText(read().require, requirement, true) });
}

/** Takes a measure, or leaves it.
 * @param {string} id
 * @param {boolean} isTaken */
export function tryMeasure(id, isTaken) {
    go({ measures: withText(read().measures, id, isTaken) });
}
