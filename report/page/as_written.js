// SPDX-License-Identifier: MIT
// @ts-check
// What the planner of this page does not make again for a plan that is tried, risk and repair, stays
// that of the plan as written. Whoever shows it says so, and by which command it is had for the other.
import { commandLine } from "./command.js";
import { hasPart, part } from "./data.js";
import { h } from "./dom.js";
import { isChanged, world } from "./model.js";
import { say } from "./words.js";

/** @typedef {import("./words.js").Pair} Pair */

const words = {
    note: /** @type {Pair} */ ([
        "“{0}” belongs to the plan as written; for the plan that is tried: ",
        "‘{0}’ hoort bij het plan zoals geschreven; voor het geprobeerde plan: ",
    ]),
};

/** A part of the plan that is shown, else of the plan as written; the set then gets its name.
 * @param {string} name
 * @param {Set<string>} written
 * @returns {Promise<string>} */
export async function partOrWritten(name, written) {
    try {
        return await world().part(name);
    } catch (error) {
        if (!isChanged() || !hasPart(name)) throw error;
        written.add(name);
        return part(name);
    }
}

/** The line that says so; null: all of it is of the plan that is shown.
 * @param {Set<string>} written names of parts
 * @param {string} title what it is called on the page
 * @returns {HTMLElement | null} */
export function writtenNote(written, title) {
    const [name] = written;
    if (name === undefined) return null;
    const command = commandLine(name.split(".")[0]);
    return h("p", { class: "as-written" }, say(words.note, title), h("code", { text: command }));
}
