// SPDX-License-Identifier: MIT
// @ts-check
// Each change in words, for the list of what is tried: "Lead time of a step, Customer view: 9 months
// -> 6 months". What came by a link and is about nothing that the page has fields for is told as typed.
import { cutChange, readValue } from "./changes.js";
import { labelOf, sayValue } from "./fields.js";
import { leversOf, leversOfWhole, recordIn, requirementsOf, requirementTarget } from "./levers.js";
import { called, world } from "./model.js";
import { asWritten } from "./replan.js";
import { inFile } from "./trying.js";
import { say } from "./words.js";

/** @typedef {import("./changes.js").Change} Change */

const words = {
    lever: ["{0}, {1}: {2} → {3}", "{0}, {1}: {2} → {3}"],
    whole: ["{0}: {1} → {2}", "{0}: {1} → {2}"],
    level: ["{0} requires {1}: level {2} → level {3}", "{0} vereist {1}: niveau {2} → niveau {3}"],
    measure: ["Measure: {0}", "Maatregel: {0}"],
    scenario: ["Scenario: {0}", "Scenario: {0}"],
    require: ["{0} requires {1} as well", "{0} vereist ook {1}"],
    requireAt: ["{0} requires {1} at level {2}", "{0} vereist {1} op niveau {2}"],
    drop: ["{0} without {1}", "{0} zonder {1}"],
    dropRecord: ["{0} left out", "{0} weggelaten"],
    or: [" or ", " of "],
};

const QUOTED = /^"((?:[^"\\]|\\.)*)"/;
const PLAIN = /^(?:(?!->)[^.=@|[\]" ])+/;

/** Reads an id at the beginning of a text; null: there is none.
 * @param {string} text
 * @returns {{id: string, rest: string}|null} */
function readId(text) {
    const quoted = QUOTED.exec(text);
    if (quoted) return { id: quoted[1].replace(/\\(.)/g, "$1"), rest: text.slice(quoted[0].length) };
    const plain = PLAIN.exec(text);
    return plain && { id: plain[0], rest: text.slice(plain[0].length) };
}

/** A requirement in a target: who, what (several: alternatives), and what follows.
 * @param {string} text
 * @returns {{from: string, to: string[], rest: string}|null} */
function readArrow(text) {
    const from = readId(text);
    if (!from) return null;
    let rest = from.rest.replace(/^\.levels\[\d\]/, "");
    if (!rest.startsWith("->")) return null;
    /** @type {string[]} */
    const to = [];
    for (let mark = 2; ; mark = 1) {
        const next = readId(rest.slice(mark));
        if (!next) return null;
        to.push(next.id);
        rest = next.rest;
        if (!rest.startsWith("|")) return { from: from.id, to, rest };
    }
}

/** @param {string} text
 * @returns {string} */
function describeSet(text) {
    const written = asWritten() ?? {};
    const [target, typed] = cutChange(text);
    const id = readId(target)?.id ?? "";
    const isRecord = recordIn(written, id) !== null;
    const levers = isRecord ? leversOf(written, id) : leversOfWhole(written, world().plan.status_date);
    const lever = levers.find((one) => one.target === target);
    if (!lever) return describeLevel(id, target, typed) ?? text;
    const value = typed === "null" ? undefined : readValue(typed);
    const values = [sayValue(lever, inFile(lever)), sayValue(lever, value)];
    if (!isRecord) return say(words.whole, labelOf(lever), ...values);
    return say(words.lever, labelOf(lever), called(id), ...values);
}

/** @param {string} id
 * @param {string} target
 * @param {string} typed
 * @returns {string|null} */
function describeLevel(id, target, typed) {
    for (const requirement of requirementsOf(asWritten() ?? {}, id))
        for (const of of requirement.alternatives)
            if (requirementTarget(requirement, of) + ".level" === target)
                return say(words.level, called(id), called(of.id), of.level, typed);
    return null;
}

/** A change in words.
 * @param {Change} change
 * @returns {string} */
export function describe(change) {
    const written = asWritten() ?? {};
    const named = (/** @type {string} */ list) =>
        (written[list] ?? []).find((/** @type {any} */ one) => one?.id === change.text)?.name ?? change.text;
    if (change.list === "set") return describeSet(change.text);
    if (change.list === "measures") return say(words.measure, named("measures"));
    if (change.list === "scenario") return say(words.scenario, named("scenarios"));
    const arrow = readArrow(change.text);
    if (!arrow)
        return change.list === "drop" ? say(words.dropRecord, called(readId(change.text)?.id ?? "")) : change.text;
    const to = arrow.to.map(called).join(say(words.or));
    if (change.list === "drop") return say(words.drop, called(arrow.from), to);
    const level = /^@(\d)$/.exec(arrow.rest)?.[1];
    return level
        ? say(words.requireAt, called(arrow.from), to, level)
        : say(words.require, called(arrow.from), to);
}
