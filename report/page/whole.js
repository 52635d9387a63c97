// SPDX-License-Identifier: MIT
// @ts-check
// What can be tried with the plan as a whole: its rounds, the portfolio's measures as switches with
// what they cost, and its scenarios as a choice.
import { h } from "./dom.js";
import { fieldFor, newId } from "./fields.js";
import { leversOfWhole } from "./levers.js";
import { allMeasures, costTogether, notesOf, sayCost } from "./measures.js";
import { plan } from "./data.js";
import { asWritten, problemsOf } from "./replan.js";
import { go, read } from "./state.js";
import { tryMeasure } from "./trying.js";
import { language, say } from "./words.js";

/** @typedef {import("./fields.js").Field} Field */

const words = {
    measures: ["Measures", "Maatregelen"],
    cost: ["{0}, {1}", "{0}, {1}"],
    together: ["Taken: {0}.", "Genomen: {0}."],
    notTaken: ["In the file: not taken. Now: taken.", "In het bestand: niet genomen. Nu: genomen."],
    scenario: ["Scenario", "Scenario"],
    everyScenario: ["as this page was made", "zoals deze pagina gemaakt is"],
};

/** A measure: a switch with its name and cost, and what goes with it or not.
 * @param {any} measure
 * @returns {Field} */
function measureField(measure) {
    const box = h("input", { type: "checkbox", role: "switch", id: newId() });
    const says = h("p", { class: "whatif-says", id: newId() });
    const error = h("p", { class: "whatif-error", id: newId(), hidden: true });
    box.setAttribute("aria-describedby", says.id + " " + error.id);
    box.addEventListener("change", () => tryMeasure(measure.id, box.checked));
    const update = () => {
        box.checked = read().measures.includes(measure.id);
        const notes = notesOf(measure);
        const right = notes.filter((note) => !note.wrong).map((note) => note.text + ".");
        const wrong = notes.filter((note) => note.wrong).map((note) => note.wrong);
        says.textContent = [...right, ...(box.checked ? [say(words.notTaken)] : [])].join(" ");
        const core = problemsOf({ list: "measures", text: measure.id }, language());
        const told = [...core.map((problem) => problem.message), ...wrong];
        error.textContent = told.join(". ");
        error.hidden = told.length === 0;
    };
    const label = h("label", {
        for: box.id,
        text: say(words.cost, measure.name ?? measure.id, sayCost(measure.cost ?? 0)),
    });
    const line = h("span", { class: "whatif-switch" }, box, label);
    return {
        element: h("div", { class: "whatif-field" }, h("div", { class: "whatif-inputs" }, line), says, error),
        update,
    };
}

/** All measures of the portfolio, and what those that are taken cost together.
 * @returns {Field[]} */
function measureFields() {
    const all = allMeasures();
    if (!all.length) return [];
    const fields = all.map(measureField);
    const sum = h("p", { class: "whatif-says" });
    const update = () => {
        const cost = costTogether();
        sum.textContent = cost && say(words.together, cost);
        for (const field of fields) field.update();
    };
    const list = fields.map((field) => field.element);
    return [{ element: h("fieldset", null, h("legend", { text: say(words.measures) }), ...list, sum), update }];
}

/** @returns {Field[]} */
function scenarioFields() {
    const all = /** @type {any[]} */ (asWritten()?.scenarios ?? []).filter((one) => typeof one?.id === "string");
    if (!all.length) return [];
    const options = all.map((one) => h("option", { value: one.id, text: one.name ?? one.id }));
    const select = h(
        "select",
        { id: newId() },
        h("option", { value: "", text: say(words.everyScenario) }),
        options,
    );
    select.addEventListener("change", () => go({ scenario: select.value }));
    const update = () => {
        select.value = read().scenario;
    };
    const label = h("label", { for: select.id, text: say(words.scenario) });
    return [{ element: h("div", { class: "whatif-field" }, label, select), update }];
}

/** The fields for the plan as a whole.
 * @returns {Field[]} */
export function wholeFields() {
    const written = asWritten();
    if (!written) return [];
    const levers = leversOfWhole(written, plan.status_date).map(fieldFor);
    return [...measureFields(), ...scenarioFields(), ...levers];
}
