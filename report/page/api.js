// SPDX-License-Identifier: MIT
// @ts-check
// One door for tests and for the curious: window.groeipad.plan() and .replan(changes). What is asked
// here changes nothing that the page shows.
import { plan } from "./data.js";
import { isReady, ready, tryChanges } from "./engine.js";
import { say } from "./words.js";

/** @typedef {import("./changes.js").Changes} Changes */
/** @typedef {import("./data.js").Activity} Activity */

const words = {
    cannot: ["This page was made without what-if.", "Deze pagina is gemaakt zonder wat-als."],
    noChanges: [
        'changes are an object: {"set": {"c360.lead_time": "6mo"}, "measures": ["hire"]}',
        'wijzigingen zijn een object: {"set": {"c360.lead_time": "6mo"}, "measures": ["hire"]}',
    ],
    unknown: ["changes have no key '{0}'", "wijzigingen hebben geen sleutel '{0}'"],
};

const KEYS = ["set", "require", "drop", "measures", "scenario"];

/** The changes as the core takes them; what it would not read is refused, not passed over.
 * @param {any} changes
 * @returns {Changes} */
function checked(changes) {
    if (changes === undefined || changes === null) return {};
    if (typeof changes !== "object" || Array.isArray(changes)) throw new Error(say(words.noChanges));
    for (const key of Object.keys(changes)) if (!KEYS.includes(key)) throw new Error(say(words.unknown, key));
    return Object.fromEntries(
        Object.entries(changes).filter(([, value]) => value !== null && value !== undefined),
    );
}

/** The activities of the plan as it was written, as `plan --format json` has them.
 * @returns {Activity[]} */
function planAsWritten() {
    return structuredClone(plan.activities);
}

/** The same after changes: at once when the engine is there, else as a promise.
 * @param {Changes} changes
 * @returns {Activity[]|Promise<Activity[]>} */
function replan(changes) {
    const wanted = checked(changes);
    if (isReady()) return tryChanges(wanted).activities;
    return ready.then((isOpen) => {
        if (!isOpen) throw new Error(say(words.cannot));
        return tryChanges(wanted).activities;
    });
}

/** Puts the door in its place. */
export function offerApi() {
    Object.defineProperty(window, "groeipad", {
        value: Object.freeze({ plan: planAsWritten, replan, ready }),
        enumerable: true,
    });
}
