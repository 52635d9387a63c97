// SPDX-License-Identifier: MIT
// @ts-check
// A table that is never far: sorted by a click or a key, with the columns that one chooses, only the rows
// that the filters leave, and copied or kept as CSV as it is shown. Elements of rows are made once and
// put in another order, so that 1,500 rows stay quick.
import { h } from "./dom.js";
import { language, onLanguage, say } from "./words.js";
import { go, read, watch } from "./state.js";
import { onWorld } from "./model.js";
import { fillCell, isBad, isNumeric } from "./cells.js";
import { explanationOf } from "./explained.js";
import { copyText, keepFile } from "./keep.js";
import { Sheet } from "./sheet.js";
import { tableTitle } from "./views.js";

/** @typedef {import("./state.js").State} State */

const words = {
    table: ["Table: {0}", "Tabel: {0}"],
    rows: ["{0} {0|row|rows}", "{0} {0|rij|rijen}"],
    some: ["{0} of {1} rows", "{0} van {1} rijen"],
    none: ["No row is left by the filters.", "De filters laten geen rij over."],
    empty: ["Nothing to show here.", "Hier is niets te tonen."],
    find: ["Find in this table", "Zoek in deze tabel"],
    columns: ["Columns ({0} of {1})", "Kolommen ({0} van {1})"],
    choose: ["Columns that are shown", "Kolommen die getoond worden"],
    usual: ["The usual columns", "De gebruikelijke kolommen"],
    every: ["All columns", "Alle kolommen"],
    copy: ["Copy as CSV", "Kopieer als CSV"],
    keep: ["Save as CSV", "Bewaar als CSV"],
    copied: ["{0} {0|row|rows} copied", "{0} {0|rij|rijen} gekopieerd"],
    refused: ["The browser refused to copy: use Save as CSV", "De browser weigert te kopiëren: gebruik Bewaar als CSV"],
};

const SEEK_PAUSE = 150; /* milliseconds after the last key before the rows are sought */
const FILL_PAUSE = 30; /* milliseconds in which what is there already is painted */
const AT_ONCE = 60; /* rows: more than a screen */
const AT_A_TIME = 400;
const FEW = 15; /* rows that are shown whole, without a box that scrolls */

const narrow = matchMedia("(max-width: 40rem)");

/* Paper wants all rows of a table before beforeprint is over, also of one that is only made for it: this
 * listener is the first of the page, so that it knows of paper when the others make their tables. */
/** @type {Set<Shown>} */
const living = new Set();
let isPrinting = false;
addEventListener("beforeprint", () => {
    isPrinting = true;
    for (const table of living) table.view.fill(Infinity);
});
addEventListener("afterprint", () => (isPrinting = false));

/** What is shown in each place, so that a second call changes it and does not start again.
 * @type {WeakMap<Element, Shown>} */
const shown = new WeakMap();

/** Shows a table in a place, and keeps it as the address says until the place is gone.
 * @param {Element} place
 * @param {{name: string, csv: string}} table name: "plan", "findings", ...; csv: as the command writes it
 * @returns {() => void} takes it away */
export function showTable(place, { name, csv }) {
    const before = shown.get(place);
    if (before?.isOf(name, csv)) before.update();
    else {
        before?.end();
        shown.set(place, new Shown(place, name, csv));
    }
    return () => shown.get(place)?.end();
}

/* A table in its place, made again when words or names are others. */
class Shown {
    /** @param {Element} place
     * @param {string} name
     * @param {string} csv */
    constructor(place, name, csv) {
        this.place = place;
        this.name = name;
        this.csv = csv;
        this.wasThere = false;
        this.view = new TableView(name, csv);
        place.replaceChildren(this.view.root);
        living.add(this);
        this.ends = [
            watch(() => this.update()),
            onLanguage(() => this.renew()),
            onWorld(() => this.renew()),
            () => living.delete(this),
        ];
    }

    /** @param {string} name
     * @param {string} csv */
    isOf(name, csv) {
        return this.name === name && this.csv === csv && this.view.root.parentElement === this.place;
    }

    update() {
        if (!this.isGone()) this.view.update();
    }

    renew() {
        if (this.isGone()) return;
        const { root } = this.view;
        this.view.end();
        this.view = new TableView(this.name, this.csv);
        root.replaceWith(this.view.root);
    }

    /** The place may not be in the page yet; once it was, and is no more, this table is over. */
    isGone() {
        const { root } = this.view;
        if (root.isConnected) this.wasThere = true;
        else if (this.wasThere || root.parentElement !== this.place) {
            this.end();
            return true;
        }
        return false;
    }

    end() {
        for (const end of this.ends) end();
        this.view.end();
        if (this.view.root.parentElement === this.place) this.view.root.remove();
        if (shown.get(this.place) === this) shown.delete(this.place);
    }
}

/** What a table's own part of the address says. `sort` is "plan.earliest_ready", with - before it for the
 * other way around; `columns` has "plan:id,level".
 * @param {State} state
 * @param {string} name */
function ownState(state, name) {
    const back = state.sort.startsWith("-");
    const [table, column] = cut(back ? state.sort.slice(1) : state.sort, ".");
    const own = state.columns.find((text) => text.startsWith(name + ":"));
    return {
        sort: table === name && column ? (back ? "-" : "") + column : "",
        columns: own ? own.slice(name.length + 1).split(",") : [],
    };
}

/** @param {string} text
 * @param {string} mark */
function cut(text, mark) {
    const at = text.indexOf(mark);
    return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}

class TableView {
    /** @param {string} name
     * @param {string} csv */
    constructor(name, csv) {
        const title = say(tableTitle(name));
        this.name = name;
        this.sheet = new Sheet(name, csv);
        /** @type {number[]} */
        this.columns = [];
        this.rows = this.sheet.rows;
        /** @type {Map<number, HTMLTableRowElement>} */
        this.elements = new Map();
        this.drawn = { columns: "", rows: "-", about: "" };
        this.seeking = 0;
        this.filling = 0;
        this.count = h("p", { class: "count", role: "status" });
        this.said = h("p", { class: "said", role: "status" });
        this.none = h("p", { class: "none", hidden: true });
        this.sought = h("input", { type: "search", autocomplete: "off", spellcheck: "false" });
        this.chooser = h("details", { class: "choose" });
        this.head = h("thead");
        this.body = h("tbody");
        this.table = h("table", null, h("caption", null, title), this.head, this.body);
        this.scroll = h("div", { class: "table-scroll", role: "region", tabindex: "0", "aria-label": say(words.table, title) }, this.table);
        this.root = h("div", { class: "table-part" }, this.drawTools(), this.scroll, this.none);
        this.update();
    }

    end() {
        clearTimeout(this.seeking);
        clearTimeout(this.filling);
    }

    drawTools() {
        this.sought.addEventListener("input", () => this.seek());
        const button = (/** @type {string[]} */ pair, /** @type {() => void} */ act) =>
            h("button", { type: "button", onclick: act }, say(pair));
        return h(
            "div",
            { class: "table-tools" },
            h("label", { class: "find" }, say(words.find), this.sought),
            this.chooser,
            button(words.copy, () => this.copy()),
            button(words.keep, () => this.keep()),
            this.count,
            this.said,
        );
    }

    /** The address changed: only what is other than before is made again. */
    update() {
        const state = read();
        const own = ownState(state, this.name);
        this.columns = this.sheet.shownColumns(own.columns, narrow.matches);
        const columns = this.columns.join(" ");
        if (columns !== this.drawn.columns) {
            this.elements.clear();
            this.drawn = { ...this.drawn, columns, rows: "-" };
            this.drawHead();
            this.drawChooser();
        }
        this.markSort(own.sort);
        this.drawRows(state, own.sort);
        if (document.activeElement !== this.sought) this.sought.value = state.q;
    }

    /* ---- the head ---- */

    drawHead() {
        const cells = this.columns.map((at) => {
            const column = this.sheet.columns[at];
            const means = explanationOf(this.name, column.name);
            const arrow = h("span", { class: "arrow", "aria-hidden": "true" });
            const button = h(
                "button",
                { type: "button", "data-column": column.name, title: means && say(means), onclick: () => this.sortBy(column.name) },
                say(column.title),
                arrow,
            );
            const heading = { scope: "col", class: isNumeric(column) ? "number" : null, "data-words": say(column.title) };
            return h("th", heading, button);
        });
        this.head.replaceChildren(h("tr", null, cells));
    }

    /** @param {string} sort */
    markSort(sort) {
        for (const cell of this.head.querySelectorAll("th")) {
            const name = cell.querySelector("button")?.getAttribute("data-column");
            const way = sort === name ? "ascending" : sort === "-" + name ? "descending" : null;
            if (way) cell.setAttribute("aria-sort", way);
            else cell.removeAttribute("aria-sort");
        }
    }

    /** Up, then down, then as the command has it.
     * @param {string} name */
    sortBy(name) {
        const { sort } = ownState(read(), this.name);
        const own = this.name + "." + name;
        go({ sort: sort === name ? "-" + own : sort === "-" + name ? "" : own }, { replace: true });
    }

    /* ---- rows ---- */

    /** @param {State} state
     * @param {string} sort */
    drawRows(state, sort) {
        const rows = this.sheet.shownRows(state, sort);
        const order = rows.map((row) => row.place).join(" ");
        this.rows = rows;
        if (order !== this.drawn.rows) {
            this.drawn.rows = order;
            this.body.replaceChildren();
            this.fill(AT_ONCE);
            this.tellCount();
        }
        if (state.about === this.drawn.about) return;
        this.drawn.about = state.about;
        for (const row of this.sheet.rows) this.mark(row);
    }

    /** Puts more rows into the page. The first come at once; the others when those have been painted.
     * @param {number} count */
    fill(count) {
        clearTimeout(this.filling);
        const from = this.body.childElementCount;
        const to = isPrinting ? Infinity : from + count;
        this.body.append(...this.rows.slice(from, to).map((row) => this.rowElement(row)));
        const isDone = to >= this.rows.length;
        this.table.setAttribute("aria-busy", String(!isDone));
        if (!isDone) this.filling = setTimeout(() => this.fill(AT_A_TIME), FILL_PAUSE);
    }

    /** @param {import("./sheet.js").Row} row */
    rowElement(row) {
        let element = this.elements.get(row.place);
        if (!element) {
            this.elements.set(row.place, (element = this.makeRow(row)));
            this.mark(row);
        }
        return element;
    }

    /** The rows of what is looked at are marked.
     * @param {import("./sheet.js").Row} row */
    mark(row) {
        const element = this.elements.get(row.place);
        if (!element) return;
        if (this.drawn.about && this.sheet.idsOf(row)[0] === this.drawn.about)
            element.setAttribute("aria-current", "true");
        else element.removeAttribute("aria-current");
    }

    /** @param {import("./sheet.js").Row} row */
    makeRow(row) {
        const element = h("tr");
        const first = this.columns.findIndex((at) => ["id", "step"].includes(this.sheet.columns[at].kind));
        this.columns.forEach((at, place) => {
            const column = this.sheet.columns[at];
            const cell = place === first ? h("th", { scope: "row" }) : h("td");
            if (isNumeric(column)) cell.className = "number";
            else if (column.kind === "date") cell.className = "date";
            else if (["text", "steps", "prose"].includes(column.kind)) cell.className = "text";
            if (isBad(column, row.cells[at] ?? "")) cell.classList.add("bad");
            fillCell(cell, column, row.cells, at, this.sheet);
            element.append(cell);
        });
        return element;
    }

    tellCount() {
        const all = this.sheet.rows.length;
        const some = this.rows.length;
        this.count.textContent = some === all ? say(words.rows, all) : say(words.some, some, all);
        this.scroll.classList.toggle("few", some <= FEW);
        this.none.hidden = some > 0;
        this.none.textContent = say(all ? words.none : words.empty);
    }

    seek() {
        clearTimeout(this.seeking);
        this.seeking = setTimeout(() => go({ q: this.sought.value }, { replace: true }), SEEK_PAUSE);
    }

    /* ---- columns ---- */

    drawChooser() {
        const { heading, columns } = this.sheet;
        const boxes = columns.map((column, at) => {
            const box = h("input", { type: "checkbox", value: column.name, checked: this.columns.includes(at) });
            box.addEventListener("change", () => this.choose());
            return h("label", null, box, say(column.title));
        });
        const set = (/** @type {string[]} */ names) => go({ columns: this.withColumns(names) }, { replace: true });
        const open = this.chooser.open;
        const focused = /** @type {HTMLElement|null} */ (document.activeElement)?.getAttribute("value");
        const had = this.chooser.contains(document.activeElement);
        this.chooser.replaceChildren(
            h("summary", null, say(words.columns, this.columns.length, heading.length)),
            h(
                "fieldset",
                null,
                h("legend", null, say(words.choose)),
                h("div", { class: "boxes" }, boxes),
                h("button", { type: "button", value: "usual", onclick: () => set([]) }, say(words.usual)),
                h("button", { type: "button", value: "every", onclick: () => set(heading) }, say(words.every)),
            ),
        );
        this.chooser.open = open;
        if (had && focused) this.focusOn(focused);
    }

    /** @param {string} value of a box or button of the chooser */
    focusOn(value) {
        for (const element of this.chooser.querySelectorAll("input, button"))
            if (element.getAttribute("value") === value) /** @type {HTMLElement} */ (element).focus();
    }

    choose() {
        const boxes = [...this.chooser.querySelectorAll("input")];
        const names = boxes.filter((box) => box.checked).map((box) => box.value);
        if (names.length) go({ columns: this.withColumns(names) }, { replace: true });
        else this.drawChooser();
    }

    /** The columns of all tables in the address, with these for this one.
     * @param {string[]} names
     * @returns {string[]} */
    withColumns(names) {
        const others = read().columns.filter((text) => !text.startsWith(this.name + ":"));
        return names.length ? [...others, this.name + ":" + names.join(",")] : others;
    }

    /* ---- out of the page ---- */

    csvOfShown() {
        return this.sheet.csvOf(this.rows, this.columns);
    }

    async copy() {
        const isDone = await copyText(this.csvOfShown());
        this.said.textContent = isDone ? say(words.copied, this.rows.length) : say(words.refused);
    }

    keep() {
        const mark = language() === "nl" ? "\uFEFF" : ""; /* a Dutch spreadsheet needs it, as the command knows */
        keepFile(this.name + ".csv", "text/csv;charset=utf-8", mark + this.csvOfShown());
    }
}
