// SPDX-License-Identifier: MIT
// @ts-check
// How is a cell of a table shown, sorted and coloured? By what its column holds.
import { add, h } from "./dom.js";
import { date, language, say } from "./words.js";
import { called } from "./model.js";
import { idsIn, isRecord, ownId, readCell, recordLink, stepLink, stepName } from "./links.js";
import { orderKey, plain, withDates } from "./text.js";
import { placeOf, wordsOf } from "./codes.js";

/** @typedef {import("./columns.js").Column} Column */
/** @typedef {{heading: string[], hasNames: boolean}} Sheet hasNames: a column of its own has the names */
/** @typedef {string|number} Key */

const NUMERIC = new Set(["days", "number", "decimal", "share", "chance", "cost"]);

/** Are the cells numbers, which stand at the right?
 * @param {Column} column
 * @returns {boolean} */
export function isNumeric(column) {
    return NUMERIC.has(column.kind);
}

/** Can the cells be numbers with decimals?
 * @param {Column} column
 * @returns {boolean} */
export function hasDecimals(column) {
    return ["decimal", "share", "chance", "cost"].includes(column.kind);
}

/* ---- numbers ---- */

/** A number in the language of now.
 * @param {number} number
 * @param {number} decimals at most
 * @returns {string} */
function numberText(number, decimals) {
    const text = decimals ? number.toFixed(decimals).replace(/\.?0+$/, "") : number.toFixed(0);
    const signed = text === "-0" ? "0" : text.replace("-", "\u2212");
    return language() === "nl" ? signed.replace(".", ",") : signed;
}

/** "19 %", and never 0 or 100 where it is not.
 * @param {number} share
 * @returns {string} */
function shareText(share) {
    if (share > 0 && share < 0.01) return "<1 %";
    if (share > 0.99 && share < 1) return ">99 %";
    return numberText(share * 100, 0) + " %";
}

/** @param {Column} column
 * @param {string} cell */
function numericText(column, cell) {
    const number = Number(cell);
    if (!Number.isFinite(number)) return cell;
    if (column.kind === "chance" && number === 0) return "<1 %"; /* it did not happen in these draws */
    if (column.kind === "share" || column.kind === "chance") return shareText(number);
    if (column.kind === "cost") return numberText(number, 6);
    if (column.kind !== "decimal") return numberText(number, 0);
    return numberText(number, Math.abs(number) >= 100 ? 0 : Math.abs(number) >= 10 ? 1 : 2);
}

/* ---- records ---- */

/** The step that a cell is about: a record and a level in another cell of the row.
 * @param {Column} column
 * @param {string} id
 * @param {string[]} row
 * @param {Sheet} sheet */
function stepOf(column, id, row, sheet) {
    const at = column.of ? sheet.heading.indexOf(column.of) : -1;
    const level = at < 0 || row[at] === "" ? null : Number(row[at]);
    return { id: ownId(id), level };
}

/** "c360 (2)" as a step.
 * @param {string} text
 * @returns {{id: string, level: number|null}} */
function readStep(text) {
    const parts = /^(.*) \((\d+)\)$/s.exec(text);
    if (!parts || isRecord(ownId(text))) return { id: ownId(text), level: null };
    return { id: ownId(parts[1]), level: Number(parts[2]) };
}

/** Nodes with a text between them.
 * @param {(Node|string)[]} nodes
 * @param {string} between */
function joined(nodes, between) {
    return nodes.flatMap((node, place) => (place ? [between, node] : [node]));
}

/** "shorten c360 1": a code, and what it is about.
 * @param {string} text
 * @param {string} [list]
 * @returns {string} */
function decisionText(text, list) {
    const [code, ...rest] = text.split(" ");
    const words = wordsOf(list, code);
    if (!words) return text;
    const level = rest.length > 1 && /^\d+$/.test(rest[rest.length - 1]) ? rest.pop() : null;
    const id = rest.join(" ");
    return say(words) + ": " + called(ownId(id)) + (level ? " (" + level + ")" : "");
}

/** @param {string} cell
 * @param {string} [list] */
function codeText(cell, list) {
    const words = wordsOf(list, cell);
    return words ? say(words) : cell;
}

/* ---- what is shown ---- */

/** What people read of a cell, as text: by it rows are sorted and found.
 * @param {Column} column
 * @param {string[]} row
 * @param {number} at
 * @param {Sheet} sheet
 * @returns {string} */
export function cellText(column, row, at, sheet) {
    const cell = readCell(row[at]);
    if (cell === "") return "";
    switch (column.kind) {
        case "date":
            return date(cell);
        case "code":
            return codeText(cell, column.of);
        case "codes":
            return cell.split("; ").map((code) => codeText(code, column.of)).join("; ");
        case "id":
            return sheet.hasNames && column.name === "id" ? plain(cell) : called(ownId(cell));
        case "step":
            return stepName(stepOf(column, cell, row, sheet));
        case "ids":
            return idsIn(cell, "; ").map(called).join("; ");
        case "steps":
            return idsIn(cell, " > ").map((step) => stepName(readStep(step))).join(" > ");
        case "decisions":
            return cell.split("; ").map((text) => decisionText(text, column.of)).join("; ");
        case "prose":
            return withDates(cell);
        case "text":
        case "numbers":
            return cell;
        default:
            return numericText(column, cell);
    }
}

/** Fills an element with a cell: links where it is about records.
 * @param {HTMLElement} element
 * @param {Column} column
 * @param {string[]} row
 * @param {number} at
 * @param {Sheet} sheet */
export function fillCell(element, column, row, at, sheet) {
    const cell = readCell(row[at]);
    if (cell === "") return;
    if (column.kind === "step") {
        element.append(stepLink(stepOf(column, cell, row, sheet)));
    } else if (column.kind === "id") {
        const { id, level } = stepOf(column, cell, row, sheet);
        element.append(recordLink(id, level, cellText(column, row, at, sheet)));
    } else if (column.kind === "ids") {
        add(element, joined(idsIn(cell, "; ").map((id) => recordLink(id)), "; "));
    } else if (column.kind === "steps") {
        const steps = idsIn(cell, " > ").map(readStep);
        add(element, joined(steps.map(stepLink), " > "));
    } else if (column.kind === "text") {
        element.append(h("bdi", null, cell));
    } else {
        element.textContent = cellText(column, row, at, sheet);
    }
}

/** By what a cell is sorted: numbers as numbers, dates as dates, codes in the order of their list, all else
 * as it is read. Null: empty,
 * which comes last whatever the order.
 * @param {Column} column
 * @param {string[]} row
 * @param {number} at
 * @param {Sheet} sheet
 * @returns {Key[]|null} */
export function sortKey(column, row, at, sheet) {
    const cell = row[at] ?? "";
    if (cell === "") return null;
    if (isNumeric(column)) return Number.isFinite(Number(cell)) ? [Number(cell)] : [cell];
    if (column.kind === "date") return [cell];
    if (column.kind === "code") return [placeOf(column.of, cell), cell];
    return orderKey(cellText(column, row, at, sheet));
}

const BAD = new Set(["too-late", "error", "impossible", "missing", "behind"]);
const TRUTHS_BAD = new Set(["overdue"]);
const LATE = new Set(["late_days", "late_cycles", "new_late_days", "expected_late_days"]);
const SHORT = new Set(["buffer_days", "float_days"]);

/** Does a cell tell of something that is late or wrong? It says so in words or figures; colour helps.
 * @param {Column} column
 * @param {string} cell
 * @returns {boolean} */
export function isBad(column, cell) {
    if (cell === "") return false;
    if (column.kind === "code") return BAD.has(cell) || (cell === "true" && TRUTHS_BAD.has(column.name));
    if (LATE.has(column.name)) return Number(cell) > 0;
    return SHORT.has(column.name) && Number(cell) < 0;
}
