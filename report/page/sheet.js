// SPDX-License-Identifier: MIT
// @ts-check
// A table without its looks: which of its rows and columns are shown, and in what order. So that sorting
// and leaving out cost no more than they must, the keys of a column and the text of a row are made once.
import { matches, matchesId, isFiltered, keyOf, world } from "./model.js";
import { columnOf, columnsShown } from "./columns.js";
import { cellText, hasDecimals, sortKey } from "./cells.js";
import { idsIn, readCell } from "./links.js";
import { compareKeys, fold } from "./text.js";
import { readCsv, writeCsv } from "./csv.js";
import { language } from "./words.js";

/** @typedef {import("./columns.js").Column} Column */
/** @typedef {import("./cells.js").Key} Key */
/** @typedef {{place: number, cells: string[], text: string|null}} Row text: all that people read of it, folded */

/** The columns that say which records a row is about, where these are not `id` or `intervention`.
 * @type {{[table: string]: string[]}} */
const SUBJECTS = {
    fit: ["answered_by", "worsened_by"],
    trace: ["intervention", "others"],
    repair: ["target", "needed_for"],
    risk: ["id", "intervention"],
};

/** The column by which a table stands when nobody sorts it, where that is not the order of its command.
 * @type {{[table: string]: string}} */
const WORST_FIRST = { findings: "severity" };

/* Tables whose rows are steps: they have the level of the step. */
const OF_STEPS = new Set(["plan"]);

export class Sheet {
    /** @param {string} name
     * @param {string} csv */
    constructor(name, csv) {
        const [heading = [], ...rows] = readCsv(csv);
        this.name = name;
        this.heading = heading;
        this.hasNames = heading.includes("name") && heading.includes("id");
        this.columns = heading.map((column) => columnOf(name, column));
        /** @type {Map<string, (Key[]|null)[]>} */
        this.keys = new Map();
        /** @type {Row[]} */
        this.rows = rows.map((cells, place) => ({ place, cells, text: null }));
        this.severity = name === "findings" ? heading.indexOf("severity") : -1;
        const worst = heading.indexOf(WORST_FIRST[name]);
        if (worst >= 0) this.rows = this.sorted(this.rows, WORST_FIRST[name]);
        this.subjects = (SUBJECTS[name] ?? ["id", "intervention"])
            .map((column) => heading.indexOf(column))
            .filter((at) => at >= 0);
        if (!SUBJECTS[name]) this.subjects.splice(1);
        this.level = OF_STEPS.has(name) ? heading.indexOf("level") : -1;
    }

    /** The places of the columns that are shown: the chosen ones, or else the usual ones in which there
     * is something.
     * @param {string[]} chosen
     * @param {boolean} isNarrow on a phone a row begins with what it says
     * @returns {number[]} */
    shownColumns(chosen, isNarrow) {
        const there = chosen.filter((name) => this.heading.includes(name));
        if (there.length) return this.heading.flatMap((name, at) => (there.includes(name) ? [at] : []));
        const usual = columnsShown(this.name, this.heading).map((name) => this.heading.indexOf(name));
        const filled = usual.filter((at) => this.rows.some((row) => row.cells[at]));
        const shown = filled.length ? filled : usual;
        const says = (/** @type {number} */ at) => Number(this.columns[at].name === "message");
        return isNarrow ? [...shown].sort((a, b) => says(b) - says(a)) : shown;
    }

    /** The rows that the filters and the words that are sought leave, in the order that is asked for.
     * @param {import("./state.js").State} state
     * @param {string} sort "earliest_ready", "-earliest_ready", or "" for the usual order
     * @returns {Row[]} */
    shownRows(state, sort) {
        const sought = fold(state.q.trim());
        let rows = this.rows;
        if (isFiltered(state)) rows = rows.filter((row) => this.passes(row, state));
        if (state.severity && this.severity >= 0) rows = rows.filter((row) => row.cells[this.severity] === state.severity);
        if (sought) rows = rows.filter((row) => this.textOf(row).includes(sought));
        return sort ? this.sorted(rows, sort) : rows;
    }

    /** @param {Row[]} rows
     * @param {string} sort */
    sorted(rows, sort) {
        const name = sort.replace(/^-/, "");
        const keys = this.keysOf(name);
        if (!keys) return rows;
        const turn = sort.startsWith("-") ? -1 : 1;
        return [...rows].sort((a, b) => {
            const left = keys[a.place];
            const right = keys[b.place];
            if (!left || !right) return left ? -1 : right ? 1 : a.place - b.place;
            return turn * compareKeys(left, right) || a.place - b.place;
        });
    }

    /** @param {string} name
     * @returns {(Key[]|null)[]|null} */
    keysOf(name) {
        const at = this.heading.indexOf(name);
        if (at < 0) return null;
        let keys = this.keys.get(name);
        if (!keys) {
            keys = [];
            for (const row of this.rows) keys[row.place] = sortKey(this.columns[at], row.cells, at, this);
            this.keys.set(name, keys);
        }
        return keys;
    }

    /** All that people can read of a row, its ids too.
     * @param {Row} row
     * @returns {string} */
    textOf(row) {
        if (row.text === null) {
            const read = this.columns.map((column, at) => cellText(column, row.cells, at, this));
            row.text = fold([...read, ...row.cells].join("\n"));
        }
        return row.text;
    }

    /** The records that a row is about.
     * @param {Row} row
     * @returns {string[]} */
    idsOf(row) {
        return this.subjects.flatMap((at) => idsIn(readCell(row.cells[at]), "; "));
    }

    /** @param {Row} row
     * @param {import("./state.js").State} state */
    passes(row, state) {
        const ids = this.idsOf(row);
        if (this.level >= 0) {
            const cell = row.cells[this.level];
            const step = { id: ids[0] ?? "", level: cell === "" ? null : Number(cell) };
            const activity = world().byKey.get(keyOf(step));
            if (activity) return matches(activity, state);
        }
        return ids.some((id) => matchesId(id, state));
    }

    /** What is shown as CSV: the cells as the command writes them in the language of the page. Sheets in
     * Dutch have a comma in a number, and a semicolon between cells.
     * @param {Row[]} rows
     * @param {number[]} columns
     * @returns {string} */
    csvOf(rows, columns) {
        const isDutch = language() === "nl";
        const written = (/** @type {string} */ cell, /** @type {number} */ at) =>
            isDutch && hasDecimals(this.columns[at]) ? cell.replace(".", ",") : cell;
        const cut = (/** @type {string[]} */ cells) => columns.map((at) => written(cells[at] ?? "", at));
        return writeCsv([columns.map((at) => this.heading[at]), ...rows.map((row) => cut(row.cells))], isDutch ? ";" : ",");
    }
}
