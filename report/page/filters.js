// SPDX-License-Identifier: MIT
// @ts-check
// Filters by owner, tag, stage, scenario, critical and late: native controls that open below a button.
// What is chosen stands beside it and can be taken away there; how much is left is told to who listens.
import { closeDisclosures } from "./disclosure.js";
import { h } from "./dom.js";
import { onLanguage, say } from "./words.js";
import { go, read, watch } from "./state.js";
import { called, countShown, isFiltered, onWorld, world } from "./model.js";
import { wordsOf } from "./codes.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {"owners"|"tags"|"stages"} Many */
/** @typedef {"critical"|"late"} Flag */
/** @typedef {{text: string, without: Partial<State>}} Chip */

const words = {
    filters: ["Filters", "Filters"],
    active: ["Filters ({0})", "Filters ({0})"],
    choose: ["Show only", "Toon alleen"],
    owners: ["Owner", "Eigenaar"],
    tags: ["Tag", "Label"],
    stages: ["Stage: what is at it, and what that needs", "Fase: wat erin is, en wat dat nodig heeft"],
    stage: ["Stage", "Fase"],
    scenario: ["Scenario", "Scenario"],
    anyScenario: ["all scenarios", "alle scenario's"],
    which: ["Only what is", "Alleen wat"],
    critical: ["critical", "kritiek is"],
    late: ["too late", "te laat is"],
    onlyCritical: ["Critical", "Kritiek"],
    onlyLate: ["Too late", "Te laat"],
    only: ["Only what is tied to {0}", "Alleen wat vastzit aan {0}"],
    is: ["{0}: {1}", "{0}: {1}"],
    words: ["Words in the table", "Woorden in de tabel"],
    severity: ["Severity", "Ernst"],
    remove: ["Remove filter {0}", "Haal filter weg: {0}"],
    chosen: ["Filters that are on", "Filters die aan staan"],
    clear: ["Clear all", "Wis alles"],
    shown: ["{0} of {1} shown", "{0} van {1} getoond"],
};

/* Without filters. */
const NONE = { owners: [], tags: [], stages: [], scenario: "", critical: false, late: false, only: "", q: "", severity: "" };

/** Puts the filters into their place in the header.
 * @param {Element} slot */
export function showFilters(slot) {
    closeDisclosures();
    const filters = new Filters(slot);
    watch(() => filters.update());
    onLanguage(() => filters.draw());
    onWorld(() => filters.renew());
}

class Filters {
    /** @param {Element} slot */
    constructor(slot) {
        this.summary = h("summary");
        this.controls = h("fieldset");
        this.opened = h("details", { class: "choose filters" }, this.summary, this.controls);
        this.chips = h("ul", { class: "chips" });
        this.count = h("p", { class: "count", role: "status" });
        this.slot = slot;
        slot.append(h("div", { class: "filter-bar" }, this.opened, this.chips, this.count));
        this.choices = "";
        this.draw();
    }

    /* ---- controls ---- */

    /** Another world: the controls are others only where what can be chosen is. */
    renew() {
        if (choicesOf(world()) === this.choices) this.update();
        else this.draw();
    }

    /** All controls, in the language and the world of now. */
    draw() {
        const { owners, tags, stages, scenarios } = world();
        this.choices = choicesOf(world());
        const stageText = (/** @type {string} */ stage) => say(wordsOf("stage", stage) ?? [stage, stage]);
        this.controls.replaceChildren(
            h("legend", null, say(words.choose)),
            this.flags(),
            ...this.many("owners", owners, String),
            ...this.many("tags", tags, String),
            ...this.many("stages", stages, stageText),
            ...this.scenario(scenarios),
        );
        this.chips.setAttribute("aria-label", say(words.chosen));
        this.update();
    }

    /** @param {Many} field
     * @param {string[]} values
     * @param {(value: string) => string} textOf */
    many(field, values, textOf) {
        if (!values.length) return [];
        const boxes = values.map((value) => {
            const box = h("input", { type: "checkbox", value, "data-field": field });
            box.addEventListener("change", () => this.toggle(field, value, box.checked));
            return h("label", null, box, h("bdi", null, textOf(value)));
        });
        return [h("fieldset", null, h("legend", null, say(words[field])), h("div", { class: "boxes" }, boxes))];
    }

    /** @param {Many} field
     * @param {string} value
     * @param {boolean} isOn */
    toggle(field, value, isOn) {
        const others = read()[field].filter((one) => one !== value);
        go({ [field]: isOn ? [...others, value] : others });
    }

    flags() {
        const box = (/** @type {Flag} */ field) => {
            const input = h("input", { type: "checkbox", value: "1", "data-field": field });
            input.addEventListener("change", () => go({ [field]: input.checked }));
            return h("label", null, input, say(words[field]));
        };
        const boxes = h("div", { class: "boxes" }, box("critical"), box("late"));
        return h("fieldset", null, h("legend", null, say(words.which)), boxes);
    }

    /** @param {import("./model.js").PortfolioRecord[]} scenarios */
    scenario(scenarios) {
        if (!scenarios.length) return [];
        const options = scenarios.map((one) => h("option", { value: one.id }, one.name || one.id));
        const select = h("select", { "data-field": "scenario" }, h("option", { value: "" }, say(words.anyScenario)), options);
        select.addEventListener("change", () => go({ scenario: select.value }));
        return [h("label", { class: "scenario" }, say(words.scenario), select)];
    }

    /* ---- what is on ---- */

    /** The controls, the chips and the count as the address says. */
    update() {
        const state = read();
        for (const box of this.controls.querySelectorAll("input")) {
            const value = state[/** @type {Many|Flag} */ (box.getAttribute("data-field"))];
            box.checked = Array.isArray(value) ? value.includes(box.value) : Boolean(value);
        }
        const select = this.controls.querySelector("select");
        if (select) select.value = state.scenario;
        this.drawChips(chipsOf(state));
        const { shown, all } = countShown(state);
        const text = isFiltered(state) ? say(words.shown, shown, all) : "";
        if (this.count.textContent !== text) this.count.textContent = text;
    }

    /** @param {Chip[]} chips */
    drawChips(chips) {
        this.summary.textContent = chips.length ? say(words.active, chips.length) : say(words.filters);
        const at = [...this.chips.querySelectorAll("button")].findIndex((one) => one === document.activeElement);
        const items = chips.map(({ text, without }) => {
            const label = say(words.remove, text);
            const cross = h("span", { "aria-hidden": "true" }, " ×");
            const button = h("button", { type: "button", "aria-label": label, onclick: () => go(without) }, h("bdi", null, text), cross);
            return h("li", null, button);
        });
        if (chips.length) items.push(h("li", null, h("button", { type: "button", class: "clear", onclick: () => go(NONE) }, say(words.clear))));
        this.chips.replaceChildren(...items);
        this.chips.hidden = !items.length;
        this.slot.classList.toggle("filtered", items.length > 0);
        if (at < 0) return;
        const buttons = this.chips.querySelectorAll("button");
        (buttons[Math.min(at, buttons.length - 1)] ?? this.summary).focus();
    }
}

/** What can be chosen.
 * @param {import("./model.js").World} of
 * @returns {string} */
function choicesOf(of) {
    const scenarios = of.scenarios.map((one) => [one.id, one.name]);
    return JSON.stringify([of.owners, of.tags, of.stages, scenarios]);
}

/** Every filter that is on, and the address without it.
 * @param {State} state
 * @returns {Chip[]} */
function chipsOf(state) {
    /** @type {Chip[]} */
    const chips = [];
    const many = (/** @type {Many} */ field, /** @type {readonly string[]} */ title, /** @type {(value: string) => string} */ textOf) => {
        for (const value of state[field]) {
            const without = { [field]: state[field].filter((one) => one !== value) };
            chips.push({ text: say(words.is, say(title), textOf(value)), without });
        }
    };
    if (state.only) chips.push({ text: say(words.only, called(state.only)), without: { only: "" } });
    if (state.critical) chips.push({ text: say(words.onlyCritical), without: { critical: false } });
    if (state.late) chips.push({ text: say(words.onlyLate), without: { late: false } });
    if (state.q) chips.push({ text: say(words.is, say(words.words), state.q), without: { q: "" } });
    if (state.severity) {
        const severity = say(wordsOf("severity", state.severity) ?? [state.severity, state.severity]);
        chips.push({ text: say(words.is, say(words.severity), severity), without: { severity: "" } });
    }
    many("owners", words.owners, String);
    many("tags", words.tags, String);
    many("stages", words.stage, (stage) => say(wordsOf("stage", stage) ?? [stage, stage]));
    if (state.scenario)
        chips.push({ text: say(words.is, say(words.scenario), called(state.scenario)), without: { scenario: "" } });
    return chips;
}
