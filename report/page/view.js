// SPDX-License-Identifier: MIT
// @ts-check
// One view of the page: its heading, its picture, what is told about it in sentences, and its tables.
// Parts are unpacked when their view is opened; what was asked for before they were there is dropped.
// When the plan becomes another, the view stays and its parts are filled again, at the same place.
import { announce } from "./announce.js";
import { clear, h } from "./dom.js";
import { showMarkdown } from "./markdown.js";
import { isChanged, world } from "./model.js";
import { showOverview } from "./overview.js";
import { showPicture } from "./picture.js";
import { go, read } from "./state.js";
import { showTable } from "./table.js";
import { tablePart } from "./views.js";
import { language, say } from "./words.js";

/** @typedef {import("./words.js").Pair} Pair */
/** @typedef {import("./state.js").State} State */
/** @typedef {import("./views.js").View} View */

const words = {
    showTable: /** @type {Pair} */ (["Show the table", "Toon de tabel"]),
    hideTable: /** @type {Pair} */ (["Hide the table", "Verberg de tabel"]),
    failed: /** @type {Pair} */ (["This part of the page cannot be read: {0}", "Dit deel van de pagina is niet te lezen: {0}"]),
    notChanged: /** @type {Pair} */ ([
        "This is not made again for a plan that is tried out.",
        "Dit wordt niet opnieuw gemaakt voor een plan dat geprobeerd wordt.",
    ]),
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
        } catch (error) {
            if (turn === this.turn) this.main.append(h("p", { class: "failed", role: "alert", text: say(words.failed, String(error)) }));
        }
        if (turn !== this.turn) return;
        this.main.removeAttribute("aria-busy");
        if (before && before !== view) announce(say(view.title));
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
        clear(this.main);
        this.main.append(h("h2", { text: say(view.title) }), h("p", { class: "about", text: say(view.about) }));
        this.main.append(places.summary, places.picture, places.notes, ...(toggle ? [toggle] : []), tables);
        this.openTables(null);
        if (this.main.getBoundingClientRect().top < 0) this.main.scrollIntoView();
    }

    /**
     * @param {View} view
     * @param {Places} places
     * @param {State | null} shown the state that the picture has followed already
     * @param {() => boolean} isStill is this view the one that is asked for?
     */
    async fill(view, places, shown, isStill) {
        const from = world().part;
        if (view.name === "overview") await showOverview(places.summary, isStill);
        if (view.picture) {
            const svg = await from(view.picture + "." + language() + ".svg");
            if (!isStill()) return;
            const look = this.picture?.look() ?? null;
            this.picture?.close();
            this.picture = showPicture(places.picture, svg, say(view.title), look);
            this.picture.setState(read(), look ? shown : null);
        }
        if (view.notes) {
            const text = await textOrNull(from, view.notes + "." + language() + ".md");
            if (!isStill()) return;
            if (text === null) places.notes.replaceChildren(h("p", { class: "about", text: say(words.notChanged) }));
            else showMarkdown(places.notes, text);
        }
        const texts = await Promise.all(view.tables.map((table) => textOrNull(from, tablePart(table, language()))));
        if (!isStill()) return;
        this.writeTables = () => {
            this.writeTables = null;
            texts.forEach((csv, i) => {
                if (csv === null) clear(places.each[i]);
                else showTable(places.each[i], { name: view.tables[i], csv });
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

/** A part; null where it is not made of a plan that is tried out.
 * @param {(name: string) => Promise<string>} from
 * @param {string} name
 * @returns {Promise<string | null>} */
async function textOrNull(from, name) {
    try {
        return await from(name);
    } catch (error) {
        if (!isChanged()) throw error;
        return null;
    }
}
