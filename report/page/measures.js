// SPDX-License-Identifier: MIT
// @ts-check
// What the measures that are taken cost together, and which of them do not go together: the core
// plans with them all the same, so whoever takes them has to be told.
import { asWritten } from "./replan.js";
import { read } from "./state.js";
import { language, say } from "./words.js";

/** @typedef {{text: string, pair: string, wrong: string}} Note what goes with a measure or not; wrong: why it is
 *   not so now, or ""; pair: the same for both of two that exclude each other */

const words = {
    points: ["{0} {0|point|points}", "{0} {0|punt|punten}"],
    needs: ["needs {0}", "vraagt om {0}"],
    excludes: ["not together with {0}", "niet samen met {0}"],
    lacks: ["{0} needs {1}, which is off", "{0} vraagt om {1}, en dat staat uit"],
    clash: ["{0} does not go together with {1}", "{0} gaat niet samen met {1}"],
};

/** The measures of the portfolio.
 * @returns {any[]} */
export function allMeasures() {
    return (asWritten()?.measures ?? []).filter((/** @type {any} */ one) => typeof one?.id === "string");
}

/** @param {string} id */
function nameOf(id) {
    return allMeasures().find((one) => one.id === id)?.name ?? id;
}

/** A number as people write it, without the noise of adding decimals.
 * @param {number} amount
 * @returns {string} */
function sayAmount(amount) {
    const text = String(Number(amount.toFixed(6)));
    return language() === "nl" ? text.replace(".", ",") : text;
}

/** @param {number} cost
 * @returns {string} */
export function sayCost(cost) {
    const unit = asWritten()?.cost_unit;
    return unit ? sayAmount(cost) + " " + unit : say(words.points, sayAmount(cost));
}

/** What all that are taken cost together; "": none is.
 * @returns {string} */
export function costTogether() {
    const taken = allMeasures().filter((measure) => read().measures.includes(measure.id));
    return taken.length ? sayCost(taken.reduce((total, measure) => total + (measure.cost ?? 0), 0)) : "";
}

/** What a measure needs and excludes, and whether that goes wrong now.
 * @param {any} measure
 * @returns {Note[]} */
export function notesOf(measure) {
    const taken = (/** @type {string} */ id) => read().measures.includes(id);
    const others = allMeasures().filter((other) => other.excludes?.includes(measure.id));
    const excluded = new Set([...(measure.excludes ?? []), ...others.map((other) => other.id)]);
    const note = (/** @type {string} */ id, /** @type {string[]} */ plain, /** @type {string[]} */ wrong, /** @type {boolean} */ isWrong) => ({
        text: say(plain, nameOf(id)),
        pair: [plain[0], ...[measure.id, id].sort()].join("\n"),
        wrong: isWrong && taken(measure.id) ? say(wrong, measure.name ?? measure.id, nameOf(id)) : "",
    });
    return [
        ...(measure.needs ?? []).map((/** @type {string} */ id) => note(id, words.needs, words.lacks, !taken(id))),
        ...[...excluded].map((id) => note(id, words.excludes, words.clash, taken(id))),
    ];
}

/** All that goes wrong among those that are taken, each pair once.
 * @returns {string[]} */
export function wrongMeasures() {
    const pairs = new Set();
    return allMeasures().flatMap((measure) => {
        const wrong = notesOf(measure).filter((note) => note.wrong);
        return wrong.filter((note) => !pairs.has(note.pair) && pairs.add(note.pair)).map((note) => note.wrong);
    });
}
