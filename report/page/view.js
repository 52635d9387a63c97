// SPDX-License-Identifier: MIT
// @ts-check
// One view of the page: its heading, its picture, what is told about it in sentences, and its tables.
// Parts are unpacked when their view is opened. A view that is left before it was ready is dropped.
import { announce } from "./announce.js";
import { clear, h } from "./dom.js";
import { world } from "./model.js";
import { showPicture } from "./picture.js";
import { go } from "./state.js";
import { tablePart } from "./views.js";
import { language, say } from "./words.js";

/** @typedef {import("./words.js").Pair} Pair */
/** @typedef {import("./state.js").State} State */
/** @typedef {import("./views.js").View} View */

const words = {
    showTable: /** @type {Pair} */ (["Show the table", "Toon de tabel"]),
    hideTable: /** @type {Pair} */ (["Hide the table", "Verberg de tabel"]),
    failed: /** @type {Pair} */ (["This part of the page cannot be read: {0}", "Dit deel van de pagina is niet te lezen: {0}"]),
};

/* How the text of a part becomes a table or sentences; main.js gives them. */
/** @typedef {{table: (place: HTMLElement, made: {name: string, csv: string}) => unknown, notes: (place: HTMLElement, text: string) => void}} Writers */

export class Shown {
    /**
     * @param {HTMLElement} main
     * @param {Writers} writers
     */
    constructor(main, writers) {
        this.main = main;
        this.writers = writers;
        /** @type {import("./picture.js").Picture | null} */
        this.picture = null;
        /** @type {View | null} */
        this.view = null;
        this.turn = 0;
        /** @type {{section: HTMLElement, button: HTMLElement | null, write: (() => void) | null} | null} */
        this.tables = null;
        addEventListener("beforeprint", () => this.tables?.write?.());
    }

    /** Draws a view anew.
     * @param {View} view
     * @param {State} state
     * @param {Promise<unknown>} ready what its items need to know of each other */
    async draw(view, state, ready) {
        const turn = ++this.turn;
        const isOther = this.view !== null && this.view.name !== view.name;
        this.view = view;
        this.picture?.close();
        this.picture = null;
        this.tables = null;
        clear(this.main);
        this.main.append(h("h2", { text: say(view.title) }), h("p", { class: "about", text: say(view.about) }));
        this.main.setAttribute("aria-busy", "true");
        try {
            await this.fill(view, () => turn === this.turn, state, ready);
        } catch (error) {
            if (turn === this.turn) this.main.append(h("p", { class: "failed", role: "alert", text: say(words.failed, String(error)) }));
        }
        if (turn !== this.turn) return;
        this.main.removeAttribute("aria-busy");
        if (isOther) announce(say(view.title));
    }

    /**
     * @param {View} view
     * @param {() => boolean} isStill is this view the one that is asked for?
     * @param {State} state
     * @param {Promise<unknown>} ready
     */
    async fill(view, isStill, state, ready) {
        const read = world().part;
        if (view.picture) {
            const [svg] = await Promise.all([read(view.picture + "." + language() + ".svg"), ready]);
            if (!isStill()) return;
            const place = h("div", { class: "picture" });
            this.main.append(place);
            this.picture = showPicture(place, svg, say(view.title));
            this.picture.setState(state, null);
        }
        if (view.notes) {
            const text = await read(view.notes + "." + language() + ".md");
            if (!isStill()) return;
            const notes = h("div", { class: "notes" });
            this.main.append(notes);
            this.writers.notes(notes, text);
        }
        if (view.tables.length === 0) return;
        const texts = await Promise.all(view.tables.map((table) => read(tablePart(table, language()))));
        await ready;
        if (isStill()) this.addTables(view, texts, state);
    }

    /** Tables below a picture are made when they are opened, or printed.
     * @param {View} view
     * @param {string[]} texts
     * @param {State} state */
    addTables(view, texts, state) {
        const section = h("div", { class: "tables", id: "tables" });
        const write = () => {
            if (this.tables) this.tables.write = null;
            view.tables.forEach((name, i) => {
                const place = h("div", { class: "table-place" });
                section.append(place);
                this.writers.table(place, { name, csv: texts[i] });
            });
        };
        const toggle = () => {
            const isOpen = section.classList.contains("closed");
            go({ table: isOpen }, { replace: true });
        };
        const button = view.picture
            ? h("button", { type: "button", class: "table-toggle", "aria-controls": "tables", onclick: toggle })
            : null;
        if (button) this.main.append(button);
        this.main.append(section);
        this.tables = { section, button, write };
        this.openTables(state);
    }

    /** @param {State} state */
    openTables(state) {
        if (!this.tables) return;
        const { section, button, write } = this.tables;
        const isOpen = button === null || state.table;
        section.classList.toggle("closed", !isOpen);
        if (isOpen) write?.();
        if (!button) return;
        button.textContent = say(isOpen ? words.hideTable : words.showTable);
        button.setAttribute("aria-expanded", String(isOpen));
    }

    /** Follows the address within the view.
     * @param {State} state
     * @param {State} previous */
    follow(state, previous) {
        this.picture?.setState(state, previous);
        if (state.table !== previous.table) this.openTables(state);
    }
}
