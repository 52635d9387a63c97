// SPDX-License-Identifier: MIT
// @ts-check
// One view of the page: its heading, its picture, what is told about it in sentences, and its tables.
// Parts are unpacked when their view is opened; what was asked for before they were there is dropped.
// When the plan becomes another, the view stays and its parts are filled again, at the same place.
import { announce } from "./announce.js";
import { partOrWritten, writtenNote } from "./as_written.js";
import { clear, h } from "./dom.js";
import { showMarkdown } from "./markdown.js";
import { showOverview } from "./overview.js";
import { showPicture } from "./picture.js";
import { go, read } from "./state.js";
import { showTable } from "./table.js";
import { tablePart, tableTitle } from "./views.js";
import { language, say } from "./words.js";

/** @typedef {import("./words.js").Pair} Pair */
/** @typedef {import("./state.js").State} State */
/** @typedef {import("./views.js").View} View */

const words = {
    showTable: /** @type {Pair} */ (["Show the table", "Toon de tabel"]),
    hideTable: /** @type {Pair} */ (["Hide the table", "Verberg de tabel"]),
    failed: /** @type {Pair} */ (["This part of the page cannot be read.", "Dit deel van de pagina is niet te lezen."]),
};

/** The places of a view, in the order in which they are read.
 * @typedef {object} Places
 * @property {HTMLElement} summary
 * @property {HTMLElement} picture
 * @property {HTMLElement} notes
 * @property {HTMLElement} tables
 * @property {HTMLElement[]} each one for each table
 * @property {HTMLButtonElement | null} toggle where there is a picture: opens the tables */

export class Shown {
    /** @param {HTMLElement} main */
    constructor(main) {
        this.main = main;
        /** @type {import("./picture.js").Picture | null} */
        this.picture = null;
        /** @type {View | null} */
        this.view = null;
        /** @type {Places | null} */
        this.places = null;
        this.spoken = "";
        this.turn = 0;
        /** @type {(() => void) | null} */
        this.writeTables = null;
        addEventListener("beforeprint", () => this.writeTables?.());
    }

    /** Draws a view; the one that is there is filled again.
     * @param {View} view
     * @param {State} state
     * @param {Promise<unknown>} ready what its items need to know of each other */
    async draw(view, state, ready) {
        const turn = ++this.turn;
        const before = this.view;
        const isAgain = before === view && this.spoken === language();
        if (!isAgain) this.begin(view);
        const places = /** @type {Places} */ (this.places);
        this.main.setAttribute("aria-busy", "true");
        try {
            await ready;
            await this.fill(view, places, isAgain ? state : null, () => turn === this.turn);
        } catch {
            if (turn === this.turn) this.main.append(h("p", { class: "failed", role: "alert", text: say(words.failed) }));
        }
        if (turn !== this.turn) return;
        this.main.removeAttribute("aria-busy");
        /* A heading that has the focus is read already. */
        if (before && before !== view && !this.main.querySelector("h2:focus")) announce(say(view.title));
    }

    /** Heading and empty places.
     * @param {View} view */
    begin(view) {
        this.view = view;
        this.spoken = language();
        this.picture?.close();
        this.picture = null;
        this.writeTables = null;
        document.body.classList.remove("has-tall-picture");
        const place = (/** @type {string} */ name) => h("div", { class: name });
        const each = view.tables.map(() => place("table-place"));
        const toggle = view.picture && each.length > 0 ? h("button", { type: "button", class: "table-toggle", "aria-controls": "tables" }) : null;
        const tables = h("div", { class: "tables", id: "tables" }, each);
        const places = { summary: place("summary"), picture: place("picture"), notes: place("notes"), tables, each, toggle };
        toggle?.addEventListener("click", () => go({ table: tables.classList.contains("closed") }, { replace: true }));
        this.places = places;
        const hadFocus = this.main !== document.activeElement && this.main.contains(document.activeElement);
        const heading = h("h2", { tabindex: "-1", text: say(view.title) });
        clear(this.main);
        this.main.append(heading, h("p", { class: "about", text: say(view.about) }));
        this.main.append(places.summary, places.picture, places.notes, ...(toggle ? [toggle] : []), tables);
        this.openTables(null);
        if (this.main.getBoundingClientRect().top < 0) this.main.scrollIntoView();
        /* Who followed a link that is gone reads on where the view begins. */
        if (hadFocus) heading.focus({ preventScroll: true });
    }

    /**
     * @param {View} view
     * @param {Places} places
     * @param {State | null} shown the state that the picture has followed already
     * @param {() => boolean} isStill is this view the one that is asked for?
     */
    async fill(view, places, shown, isStill) {
        /* Names of what is of the plan as written although another one is shown. */
        const written = /** @type {Set<string>} */ (new Set());
        if (view.name === "overview") await showOverview(places.summary, isStill);
        if (view.picture) {
            const svg = await partOrWritten(view.picture + "." + language() + ".svg", written);
            if (!isStill()) return;
            const look = this.picture?.look() ?? null;
            this.picture?.close();
            this.picture = showPicture(places.picture, svg, say(view.title), look);
            this.picture.setState(read(), look ? shown : null);
        }
        if (view.notes) {
            const text = await partOrWritten(view.notes + "." + language() + ".md", written);
            if (!isStill()) return;
            showMarkdown(places.notes, text);
        }
        const texts = await Promise.all(view.tables.map((table) => partOrWritten(tablePart(table, language()), written)));
        if (!isStill()) return;
        const of = view.tables.find((table) => written.has(tablePart(table, language())));
        const note = writtenNote(written, say(of ? tableTitle(of) : view.title));
        if (view.name !== "overview") places.summary.replaceChildren(...(note ? [note] : []));
        this.writeTables = () => {
            this.writeTables = null;
            texts.forEach((csv, i) => {
                showTable(places.each[i], { name: view.tables[i], csv });
            });
        };
        this.openTables(read());
    }

    /** Tables below a picture are made when they are opened, or printed.
     * @param {State | null} state null: the view is not filled yet */
    openTables(state) {
        if (!this.places) return;
        const { tables, toggle } = this.places;
        const isOpen = toggle === null || (state ?? read()).table;
        tables.classList.toggle("closed", !isOpen);
        if (isOpen && state) this.writeTables?.();
        if (!toggle) return;
        toggle.textContent = say(isOpen ? words.hideTable : words.showTable);
        toggle.setAttribute("aria-expanded", String(isOpen));
    }

    /** Follows the address within the view.
     * @param {State} state
     * @param {State} previous */
    follow(state, previous) {
        this.picture?.setState(state, previous);
        if (state.table !== previous.table) this.openTables(state);
    }
}
