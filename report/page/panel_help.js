// SPDX-License-Identifier: MIT
// @ts-check
// What helps where something comes too late: what wins most for a clash, the decisions that make its date
// together, and the decisions that are about a capability. As `clashes` and `repair` tell them.
import { h } from "./dom.js";
import { date, days, say } from "./words.js";
import { called, world } from "./model.js";
import { ownId, readCell, stepLink } from "./links.js";
import { readCsv } from "./csv.js";
import { wordsOf } from "./codes.js";

/** @typedef {import("./model.js").Activity} Activity */
/** @typedef {{[column: string]: string}} Cells */

const words = {
    title: ["What helps", "Wat helpt"],
    most: ["Most by itself: {0}", "Het meest op zichzelf: {0}"],
    wins: ["{0} won, live {1}", "{0} gewonnen, live {1}"],
    nothing: ["Nothing that was tried makes this date.", "Niets van wat geprobeerd is haalt deze datum."],
    together: ["Decisions that make the dates together", "Besluiten die samen de datums halen"],
    by: ["by {0}", "uiterlijk {0}"],
    overdue: ["should have been taken by {0}", "had uiterlijk {0} genomen moeten zijn"],
    shorter: ["{0} shorter", "{0} korter"],
    to: ["to {0}", "naar {0}"],
    cost: ["cost {0}", "kosten {0}"],
    lateWithout: ["without it {0}: {1} late", "zonder dit is {0} {1} te laat"],
};

/** @param {Activity} activity
 * @returns {HTMLElement[]} */
export function helpOf(activity) {
    const place = h("section", { class: "help" });
    fill(place, activity).catch(() => {});
    return [place];
}

/** The rows of a table that is there, by the names of their columns.
 * @param {string} name
 * @returns {Promise<Cells[]>} */
async function rowsOf(name) {
    const text = await world().part(name).catch(() => "");
    const [heading = [], ...rows] = readCsv(text ?? "");
    return rows.map((row) => Object.fromEntries(heading.map((column, at) => [column, ownId(readCell(row[at]))])));
}

/** @param {HTMLElement} place
 * @param {Activity} activity */
async function fill(place, activity) {
    const isLive = activity.kind === "intervention";
    const [clashes, decisions] = await Promise.all([isLive ? rowsOf("clashes.csv") : [], rowsOf("repair.csv")]);
    const parts = [];
    const clash = clashes.find((row) => row.intervention === activity.id);
    if (clash) parts.push(...remedyOf(clash));
    const own = decisions.filter((row) => isAbout(row, activity));
    if (own.length)
        parts.push(h("p", null, say(words.together)), h("ul", null, own.map((row) => h("li", null, decisionOf(row)))));
    if (parts.length) place.append(h("h3", null, say(words.title)), ...parts);
}

/** @param {Cells} row
 * @param {Activity} activity */
function isAbout(row, activity) {
    if (row.needed_for?.split("; ").includes(activity.id)) return true;
    const isSameLevel = row.level === "" || row.level === String(activity.level ?? "");
    return row.target === activity.id && (isSameLevel || activity.level === null);
}

/** @param {string} id
 * @param {string} level */
function linkOf(id, level) {
    return stepLink({ id, level: level ? Number(level) : null });
}

/** @param {string} list
 * @param {string} code */
function codeWords(list, code) {
    const pair = wordsOf(list, code);
    return pair ? say(pair) : code;
}

/** @param {Cells} clash */
function remedyOf(clash) {
    const parts = [];
    if (clash.remedy && Number(clash.wins_days) > 0) {
        const wins = say(words.wins, days(Number(clash.wins_days)), date(clash.new_ready));
        const what = say(words.most, codeWords("remedy", clash.remedy)) + " ";
        parts.push(h("p", null, what, linkOf(clash.remedy_id, clash.remedy_level), ": " + wins));
    }
    if (clash.repair === "impossible") parts.push(h("p", null, say(words.nothing)));
    return parts;
}

/** A decision in words: what, of which step, by when, and what it costs.
 * @param {Cells} row */
function decisionOf(row) {
    const isMeasure = row.kind === "measure";
    const what = isMeasure ? row.name || row.id : codeWords("decision", row.kind) + " ";
    const facts = [];
    if (Number(row.by_days) > 0 && row.kind === "shorten") facts.push(say(words.shorter, days(Number(row.by_days))));
    if (row.needed_by) facts.push(say(words.to, date(row.needed_by)));
    if (row.decide_by) facts.push(say(row.overdue === "true" ? words.overdue : words.by, date(row.decide_by)));
    if (row.cost) facts.push(say(words.cost, row.cost + (row.cost_unit ? " " + row.cost_unit : "")));
    const lives = row.needed_for ? row.needed_for.split("; ") : [];
    const late = (row.late_days_without ?? "").split("; ");
    const without = lives.map((id, place) => say(words.lateWithout, called(id), days(Number(late[place]))));
    const link = isMeasure || !row.target ? null : linkOf(row.target, row.level);
    return h("span", null, what, link, ": " + [...facts, ...without].join("; "));
}
