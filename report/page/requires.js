// SPDX-License-Identifier: MIT
// @ts-check
// What a record requires, as fields of the what-if drawer: the level that is asked, whether it is
// asked at all, which of several alternatives it is, and one requirement more.
import { idInTarget, triedFor } from "./changes.js";
import { h } from "./dom.js";
import { newId } from "./fields.js";
import { recordIn, requirementsOf, requirementTarget } from "./levers.js";
import { called } from "./model.js";
import { asWritten, problemsOf } from "./replan.js";
import { read } from "./state.js";
import { tryDrop, tryRequire, tryTarget } from "./trying.js";
import { language, say } from "./words.js";

/** @typedef {import("./fields.js").Field} Field */
/** @typedef {import("./levers.js").Requirement} Requirement */
/** @typedef {import("./levers.js").Alternative} Alternative */

const words = {
    forStep: ["{0} (for its level {1})", "{0} (voor niveau {1} ervan)"],
    levelOf: ["Level of {0} that is required", "Vereist niveau van {0}"],
    level: ["level {0}", "niveau {0}"],
    oneOf: ["One of these is enough", "Een van deze is genoeg"],
    oneOfStep: ["For level {0}: one of these is enough", "Voor niveau {0}: een van deze is genoeg"],
    any: ["whichever is there first", "welke er het eerst is"],
    neither: ["none of these", "geen van deze"],
    saysDropped: [
        "In the file: required, level {0}. Now: left out.",
        "In het bestand: vereist, niveau {0}. Nu: weggelaten.",
    ],
    saysDroppedPlain: ["In the file: required. Now: left out.", "In het bestand: vereist. Nu: weggelaten."],
    saysLevel: ["In the file: level {0}. Now: level {1}.", "In het bestand: niveau {0}. Nu: niveau {1}."],
    asFile: ["As in the file: required, level {0}.", "Zoals in het bestand: vereist, niveau {0}."],
    asFilePlain: ["As in the file: required.", "Zoals in het bestand: vereist."],
    anyAsFile: ["As in the file: {0}.", "Zoals in het bestand: {0}."],
    anySays: ["In the file: {0}. Now: {1}.", "In het bestand: {0}. Nu: {1}."],
    undo: ["Undo", "Ongedaan maken"],
    undoOf: ["Undo: {0}", "Ongedaan maken: {0}"],
    more: ["Requires as well (id of a capability)", "Vereist ook (id van een capability)"],
    moreLevel: ["At level", "Op niveau"],
    add: ["Add", "Toevoegen"],
    lacking: ["There is no '{0}' in the file.", "'{0}' staat niet in het bestand."],
};

const LEVELS = [1, 2, 3, 4, 5];

/** Does it have levels? Whatever is no intervention.
 * @param {string} id */
function hasLevels(id) {
    return !recordIn(asWritten() ?? {}, id)?.isIntervention;
}

/** @param {string} target
 * @returns {boolean} */
function isDropped(target) {
    return read().drop.includes(target);
}

/** What the core says of changes to these targets.
 * @param {string[]} targets
 * @returns {string} */
function problemsAbout(targets) {
    const tried = read();
    const found = targets.flatMap((target) => {
        const value = triedFor(tried, target + ".level");
        const set =
            value === undefined ? [] : problemsOf({ list: "set", text: target + ".level=" + value }, language());
        return [...set, ...problemsOf({ list: "drop", text: target }, language())];
    });
    return found.map((problem) => problem.message).join(" ");
}

/** The lines below a field.
 * @param {string} label
 * @param {() => void} onUndo */
function footOf(label, onUndo) {
    const says = h("p", { class: "whatif-says", id: newId() });
    const error = h("p", { class: "whatif-error", id: newId(), hidden: true });
    const undo = h("button", { type: "button", class: "whatif-undo", text: say(words.undo) });
    undo.setAttribute("aria-label", say(words.undoOf, label));
    undo.addEventListener("click", () => {
        onUndo();
        /* The button goes, and the focus must not. */
        undo.closest(".whatif-field")?.querySelector("input")?.focus();
    });
    /** @type {(text: string, isTried: boolean, problems: string) => void} */
    const update = (text, isTried, problems) => {
        says.textContent = text;
        undo.hidden = !isTried;
        error.textContent = problems;
        error.hidden = !problems;
    };
    return { says, error, undo, update };
}

/** A select of levels for a requirement; what the file says is no change.
 * @param {string} target
 * @param {Alternative} of */
function levelSelect(target, of) {
    const options = LEVELS.map((level) => h("option", { value: level, text: say(words.level, level) }));
    const select = h("select", { "aria-label": say(words.levelOf, called(of.id)) }, options);
    select.addEventListener("change", () =>
        tryTarget(target + ".level", Number(select.value) === of.level ? undefined : select.value),
    );
    return select;
}

/** One requirement: a switch, and the level.
 * @param {Requirement} requirement
 * @returns {Field} */
function oneField(requirement) {
    const [of] = requirement.alternatives;
    const target = requirementTarget(requirement, of);
    const name = called(of.id);
    const label = requirement.step === null ? name : say(words.forStep, name, requirement.step);
    const box = h("input", { type: "checkbox", id: newId() });
    const select = hasLevels(of.id) ? levelSelect(target, of) : null;
    const foot = footOf(label, () => {
        if (isDropped(target)) tryDrop([], [target]);
        else tryTarget(target + ".level", undefined);
    });
    box.addEventListener("change", () => (box.checked ? tryDrop([], [target]) : tryDrop([target], [])));
    const update = () => {
        const tried = triedFor(read(), target + ".level");
        const dropped = isDropped(target);
        box.checked = !dropped;
        box.setAttribute("aria-describedby", foot.says.id);
        if (select) select.value = tried ?? String(of.level);
        if (select) select.disabled = dropped;
        const level = [of.level, tried ?? ""];
        const plain = dropped ? words.saysDroppedPlain : words.asFilePlain;
        const leveled = dropped ? words.saysDropped : tried === undefined ? words.asFile : words.saysLevel;
        foot.update(
            say(select ? leveled : plain, ...level),
            dropped || tried !== undefined,
            problemsAbout([target]),
        );
    };
    const line = h("span", { class: "whatif-switch" }, box, h("label", { for: box.id, text: label }));
    const inputs = h("div", { class: "whatif-inputs" }, line, select, foot.undo);
    return { element: h("div", { class: "whatif-field" }, inputs, foot.says, foot.error), update };
}

/** Alternatives: any of them, one, or none. Choosing one is to drop the others.
 * @param {Requirement} requirement
 * @returns {Field} */
function anyField(requirement) {
    const { alternatives, step } = requirement;
    const targets = alternatives.map((of) => requirementTarget(requirement, of));
    const whole = requirement.from + "->" + alternatives.map((of) => idInTarget(of.id)).join("|");
    const all = [...targets, whole];
    const label = step === null ? say(words.oneOf) : say(words.oneOfStep, step);
    const group = newId();
    const names = [say(words.any), ...alternatives.map((of) => called(of.id)), say(words.neither)];
    /** What has to be dropped for each choice. */
    const drops = [[], ...targets.map((target) => targets.filter((other) => other !== target)), [whole]];
    const radios = names.map((_name, i) => {
        const radio = h("input", { type: "radio", name: group, id: newId() });
        radio.addEventListener("change", () => tryDrop(drops[i], all));
        return radio;
    });
    const selects = alternatives.map((of, i) => (hasLevels(of.id) ? levelSelect(targets[i], of) : null));
    const foot = footOf(label, () => tryDrop([], all));
    const update = () => {
        const dropped = all.filter(isDropped);
        const chosen = drops.findIndex((drop) => drop.length === dropped.length && drop.every(isDropped));
        radios.forEach((radio, i) => (radio.checked = i === chosen));
        selects.forEach((select, i) => {
            if (!select) return;
            select.value = triedFor(read(), targets[i] + ".level") ?? String(alternatives[i].level);
            select.disabled = isDropped(targets[i]) || isDropped(whole);
        });
        const now =
            names[chosen] ??
            alternatives
                .filter((_of, i) => !isDropped(targets[i]))
                .map((of) => called(of.id))
                .join(", ");
        const text = dropped.length ? say(words.anySays, names[0], now) : say(words.anyAsFile, names[0]);
        foot.update(text, dropped.length > 0, problemsAbout(all));
    };
    const lines = names.map((name, i) =>
        h(
            "div",
            { class: "whatif-inputs" },
            h("span", { class: "whatif-switch" }, radios[i], h("label", { for: radios[i].id, text: name })),
            selects[i - 1],
        ),
    );
    const element = h(
        "fieldset",
        { class: "whatif-field" },
        h("legend", { text: label }),
        ...lines,
        foot.undo,
        foot.says,
        foot.error,
    );
    return { element, update };
}

/** A requirement more: an id with help from a list, and a level.
 * @param {string} id
 * @returns {Field} */
function moreField(id) {
    const written = asWritten() ?? {};
    const own = (written.capabilities ?? []).filter((/** @type {any} */ one) => one?.id && one.id !== id);
    const options = own.map((/** @type {any} */ one) => h("option", { value: one.id, text: one.name ?? one.id }));
    const list = h("datalist", { id: newId() }, options);
    const input = h("input", {
        type: "text",
        id: newId(),
        list: list.id,
        autocomplete: "off",
        spellcheck: "false",
    });
    const select = h("select", { "aria-label": say(words.moreLevel) });
    select.append(...LEVELS.map((level) => h("option", { value: level, text: say(words.level, level) })));
    const error = h("p", { class: "whatif-error", id: newId(), hidden: true });
    const add = (/** @type {Event} */ event) => {
        event.preventDefault();
        const wanted = input.value.trim();
        const isThere = recordIn(written, wanted) !== null;
        error.hidden = isThere || !wanted;
        error.textContent = isThere || !wanted ? "" : say(words.lacking, wanted);
        input.setAttribute("aria-invalid", String(!error.hidden));
        if (!isThere) return;
        const level = select.value === "1" ? "" : "@" + select.value;
        input.value = "";
        tryRequire(idInTarget(id) + "->" + idInTarget(wanted) + level);
    };
    input.setAttribute("aria-describedby", error.id);
    const inputs = h(
        "div",
        { class: "whatif-inputs" },
        input,
        list,
        select,
        h("button", { type: "submit", text: say(words.add) }),
    );
    const label = h("label", { for: input.id, text: say(words.more) });
    return {
        element: h("form", { class: "whatif-field", onsubmit: add }, label, inputs, error),
        update: () => {},
    };
}

/** The fields for what a record requires.
 * @param {string} id
 * @returns {Field[]} */
export function requirementFields(id) {
    const written = asWritten() ?? {};
    const own = requirementsOf(written, id).map((requirement) =>
        requirement.isAny ? anyField(requirement) : oneField(requirement),
    );
    return recordIn(written, id) ? [...own, moreField(id)] : own;
}
