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
    shape: ["'{0}' has to be {1}", "'{0}' moet {1} zijn"],
    texts: ["a list of texts", "een lijst van teksten"],
    text: ["a text or null", "een tekst of null"],
    values: [
        "an object of values of JSON: texts, finite numbers, true, false, null, lists and objects",
        "een object van waarden van JSON: teksten, eindige getallen, true, false, null, lijsten en objecten",
    ],
    unknown: ["changes have no key '{0}'", "wijzigingen hebben geen sleutel '{0}'"],
};

/** Of JSON: what JSON.stringify would change or leave out is not.
 * @param {any} value
 * @returns {boolean} */
function isValue(value) {
    if (Array.isArray(value)) return [...value].every(isValue);
    if (isObject(value)) return Object.values(value).every(isValue);
    return value === null || ["string", "boolean"].includes(typeof value) || Number.isFinite(value);
}

/** @param {any} value
 * @returns {boolean} */
function isObject(value) {
    return Object.prototype.toString.call(value) === "[object Object]";
}

/** @param {any} value
 * @returns {boolean} */
function isTexts(value) {
    return Array.isArray(value) && [...value].every((one) => typeof one === "string");
}

/** @type {{[key: string]: {is: (value: any) => boolean, what: string[]}}} */
const SHAPES = {
    set: { is: (value) => isObject(value) && isValue(value), what: words.values },
    require: { is: isTexts, what: words.texts },
    drop: { is: isTexts, what: words.texts },
    measures: { is: isTexts, what: words.texts },
    scenario: { is: (value) => value === null || typeof value === "string", what: words.text },
};

/** The changes as the core takes them; what it would not read is refused, not passed over.
 * @param {any} changes
 * @returns {Changes} */
function checked(changes) {
    if (changes === undefined || changes === null) return {};
    if (!isObject(changes)) throw new Error(say(words.noChanges));
    for (const [key, value] of Object.entries(changes)) {
        if (!Object.hasOwn(SHAPES, key)) throw new Error(say(words.unknown, key));
        const { is, what } = SHAPES[key];
        if (value !== undefined && !is(value)) throw new Error(say(words.shape, key, say(what)));
    }
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
