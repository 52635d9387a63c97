// SPDX-License-Identifier: MIT
// @ts-check
// Search by name or id: a combobox as ARIA 1.2 has it. Accents and capitals do not count; arrow keys go
// through what is found, Enter goes to it in the view that is seen, and / comes here from anywhere.
import { h } from "./dom.js";
import { onLanguage, say } from "./words.js";
import { go, read, watch } from "./state.js";
import { onWorld, world } from "./model.js";
import { announce } from "./announce.js";
import { wordsOf } from "./codes.js";
import { fold, plain } from "./text.js";

/** @typedef {{id: string, name: string, kind: string, level: number|null, folded: string, foldedId: string,
 *   field?: "owners"|"tags"|"stages"}} Entry field: it is no record, but a filter with this value as its id */

const words = {
    search: ["Search", "Zoek"],
    hint: ["name or id ( / )", "naam of id ( / )"],
    found: ["What was found", "Wat gevonden is"],
    none: ["Nothing is called so", "Niets heet zo"],
    count: ["{0} found", "{0} gevonden"],
    owners: ["filter: owner", "filter: eigenaar"],
    tags: ["filter: tag", "filter: label"],
    stages: ["filter: stage", "filter: fase"],
    more: ["{0} more: type on", "nog {0}: typ verder"],
};

const SHOWN = 12;
const FILTERS = 3; /* at most, after the records */
const FIELDS = /** @type {const} */ (["owners", "tags", "stages"]);

/** All that can be found: capabilities and interventions, also those of which nothing has to be done.
 * @returns {Entry[]} */
function entriesOf() {
    const { byId, records } = world();
    /** @type {Map<string, Entry>} */
    const entries = new Map();
    const put = (/** @type {string} */ id, /** @type {any} */ of) => {
        const name = plain(of.name || id);
        const level = of.level ?? null;
        entries.set(id, { id, name, kind: of.kind, level, folded: fold(name), foldedId: fold(id) });
    };
    for (const [id, record] of records)
        if (record.kind === "capability" || record.kind === "intervention") put(id, { ...record, level: null });
    for (const [id, steps] of byId) put(id, { ...steps[0], level: null });
    return [...entries.values()];
}

/** What the filters can be set to.
 * @returns {Entry[]} */
function filterEntries() {
    return FIELDS.flatMap((field) =>
        world()[field].map((id) => {
            const name = field === "stages" ? say(wordsOf("stage", id) ?? [id, id]) : plain(id);
            return { id, name, kind: field, level: null, folded: fold(name), foldedId: fold(id), field };
        }),
    );
}

/** How well an entry fits: 0 not at all, more is better.
 * @param {Entry} entry
 * @param {string[]} sought
 * @param {string} whole */
function fitOf(entry, sought, whole) {
    const text = entry.folded + " " + entry.foldedId;
    if (!sought.every((word) => text.includes(word))) return 0;
    if (entry.foldedId === whole || entry.folded === whole) return 4;
    if (entry.folded.startsWith(whole) || entry.foldedId.startsWith(whole)) return 3;
    return sought.every((word) => (" " + text.replace(/[-_/]/g, " ")).includes(" " + word)) ? 2 : 1;
}

/** What is found, the best first.
 * @param {Entry[]} entries
 * @param {string} text
 * @returns {Entry[]} */
function find(entries, text) {
    const whole = fold(text.trim());
    const sought = whole.split(/\s+/);
    if (!whole) return [];
    return entries
        .map((entry) => ({ entry, fit: fitOf(entry, sought, whole) }))
        .filter((one) => one.fit > 0)
        .sort((a, b) => b.fit - a.fit || a.entry.name.length - b.entry.name.length)
        .map((one) => one.entry);
}

/** Puts the search field into its place in the header.
 * @param {Element} slot */
export function showSearch(slot) {
    new Search(slot);
}

class Search {
    /** @param {Element} slot */
    constructor(slot) {
        /** @type {Entry[]} */
        this.found = [];
        this.active = -1;
        /** @type {Entry[]|null} */
        this.entries = null;
        this.text = h("span", { class: "search-label" });
        this.input = h("input", {
            type: "text",
            role: "combobox",
            autocomplete: "off",
            spellcheck: "false",
            enterkeyhint: "search",
            "aria-expanded": "false",
            "aria-autocomplete": "list",
            "aria-controls": "search-found",
        });
        this.list = h("ul", { id: "search-found", role: "listbox", hidden: true });
        this.rest = h("p", { class: "search-rest", hidden: true });
        slot.append(
            h("div", { class: "search" }, h("label", null, this.text, this.input), h("div", { class: "found" }, this.list, this.rest)),
        );
        this.listen();
        this.name();
        onLanguage(() => this.name());
        onWorld(() => (this.entries = null));
    }

    /** The words of the field. */
    name() {
        this.text.textContent = say(words.search);
        this.input.placeholder = say(words.hint);
        this.list.setAttribute("aria-label", say(words.found));
        this.close();
    }

    listen() {
        this.input.addEventListener("input", () => this.seek());
        this.input.addEventListener("keydown", (event) => this.press(event));
        this.input.addEventListener("blur", () => this.close());
        watch(() => this.close());
        document.addEventListener("pointerdown", ({ target }) => {
            if (!(target instanceof Element && target.closest(".search"))) this.close(); /* a picture keeps the focus where it is */
        });
        this.input.addEventListener("focus", () => this.input.value && this.seek());
        this.list.addEventListener("pointerdown", (event) => event.preventDefault());
        document.addEventListener("keydown", (event) => this.comeHere(event));
    }

    /** @param {KeyboardEvent} event */
    comeHere(event) {
        const target = event.target instanceof Element ? event.target : null;
        const isTyping = target?.closest("input[type=text], textarea, [contenteditable]");
        if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
        event.preventDefault();
        this.input.focus();
        this.input.select();
    }

    seek() {
        this.entries ??= entriesOf();
        const text = this.input.value;
        const filters = find(filterEntries(), text).slice(0, FILTERS);
        const records = find(this.entries, text);
        const shown = [...records.slice(0, SHOWN - filters.length), ...filters];
        this.found = shown;
        this.list.replaceChildren(...shown.map((entry, place) => this.option(entry, place)));
        this.list.hidden = !shown.length;
        const all = records.length + filters.length;
        const left = all - shown.length;
        this.rest.hidden = !text.trim() || (shown.length > 0 && left === 0);
        this.rest.textContent = shown.length ? say(words.more, left) : say(words.none);
        this.input.setAttribute("aria-expanded", String(shown.length > 0));
        this.activate(-1);
        if (text.trim()) announce(shown.length ? say(words.count, all) : say(words.none));
    }

    /** @param {Entry} entry
     * @param {number} place */
    option(entry, place) {
        const kind = entry.field ? words[entry.field] : wordsOf("kind", entry.kind);
        return h(
            "li",
            { role: "option", class: entry.field ? "filter" : null, id: "search-found-" + place, "aria-selected": "false", onclick: () => this.choose(place) },
            h("bdi", null, entry.name),
            h("small", null, " ", entry.name === entry.id ? "" : h("bdi", null, entry.id), " ", kind ? say(kind) : entry.kind),
        );
    }

    /** @param {number} place -1: none */
    activate(place) {
        this.active = place;
        [...this.list.children].forEach((option, at) => option.setAttribute("aria-selected", String(at === place)));
        if (place < 0) this.input.removeAttribute("aria-activedescendant");
        else {
            this.input.setAttribute("aria-activedescendant", "search-found-" + place);
            this.list.children[place]?.scrollIntoView({ block: "nearest" });
        }
    }

    /** @param {KeyboardEvent} event */
    press(event) {
        const count = this.list.hidden ? 0 : this.list.children.length;
        if (event.key === "ArrowDown" || event.key === "ArrowUp") {
            event.preventDefault();
            if (!count) return this.seek();
            const step = event.key === "ArrowDown" ? 1 : -1;
            this.activate(this.active < 0 && step < 0 ? count - 1 : (this.active + step + count) % count);
        } else if (event.key === "Enter" && count) {
            event.preventDefault();
            this.choose(Math.max(this.active, 0));
        } else if (event.key === "Escape" && (count || this.input.value)) {
            event.preventDefault();
            if (!count) this.input.value = "";
            this.close();
        }
    }

    /** Goes to what was found, in the view that is seen.
     * @param {number} place */
    choose(place) {
        const entry = this.found[place];
        this.input.value = "";
        this.close();
        if (entry?.field) go({ [entry.field]: [...new Set([...read()[entry.field], entry.id])] });
        else if (entry) go({ about: entry.id, level: entry.level, panel: true });
    }

    close() {
        this.list.hidden = true;
        this.rest.hidden = true;
        this.list.replaceChildren();
        this.input.setAttribute("aria-expanded", "false");
        this.input.removeAttribute("aria-activedescendant");
        this.active = -1;
    }
}
