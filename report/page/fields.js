// SPDX-License-Identifier: MIT
// @ts-check
// The fields of the what-if drawer: one for each kind of lever. Each shows what the file says and
// what it is now, has an undo, and says beside itself why the core refuses what is in it.
import { readValue, triedFor, typed } from "./changes.js";
import { h } from "./dom.js";
import { asCore, likely, roughly, sayDuration, stepOf, stepsWith } from "./duration.js";
import { addressesOpened, afterClick } from "./hand.js";
import { valueAt } from "./levers.js";
import { asShown, outcomeNow, problemsOf } from "./replan.js";
import { read } from "./state.js";
import { inFile, tryValue } from "./trying.js";
import { date, language, say } from "./words.js";

/** @typedef {import("./levers.js").Lever} Lever */
/** @typedef {{element: HTMLElement, update: () => void}} Field */
/** @typedef {{says: HTMLElement, error: HTMLElement, undo: HTMLButtonElement,
 *   update: (inputs: HTMLElement[]) => void}} Foot */

const words = {
    says: ["In the file: {0}. Now: {1}.", "In het bestand: {0}. Nu: {1}."],
    asFile: ["As in the file: {0}.", "Zoals in het bestand: {0}."],
    notGiven: ["not given", "niet gegeven"],
    otherwise: ["{0} (not given)", "{0} (niet gegeven)"],
    yes: ["yes", "ja"],
    no: ["no", "nee"],
    undo: ["Undo", "Ongedaan maken"],
    undoOf: ["Undo: {0}", "Ongedaan maken: {0}"],
    typed: ["{0}, as text, such as {1}", "{0}, als tekst, zoals {1}"],
    typedHint: ["6 months, 40 days, 1y6mo", "6 maanden, 40 dagen, 1y6mo"],
};

const DRAG = 60; /* milliseconds of rest before a slider that is dragged makes a plan */
const TYPING = 700; /* and before a date that is typed does */

let count = 0;

/** A name for an element that another one refers to.
 * @returns {string} */
export function newId() {
    return "whatif-" + count++;
}

/** What is in a lever now: what the plan has; where that does not have what is tried, as where it is
 * refused, what is tried.
 * @param {Lever} lever
 * @returns {any} */
function nowIn(lever) {
    const tried = triedFor(read(), lever.target);
    if (tried === undefined || outcomeNow().is === "shown") return valueAt(asShown() ?? {}, lever.path);
    if (tried === "null") return undefined;
    return lever.kind === "duration" ? readValue(tried) : tried;
}

/** A value in words.
 * @param {Lever} lever
 * @param {any} value
 * @returns {string} */
export function sayValue(lever, value) {
    if (lever.kind === "off-round") return say(isOffRound(value) ? words.yes : words.no);
    const isGiven = value !== undefined && value !== "";
    if (!isGiven && lever.otherwise !== undefined) return say(words.otherwise, lever.otherwise);
    if (!isGiven) return say(words.notGiven);
    if (lever.kind === "duration") return sayDuration(value);
    return lever.kind === "date" ? date(String(value)) : String(value);
}

/** @param {any} value */
function isOffRound(value) {
    return value === "none";
}

/** The line below a field, its undo and its errors.
 * @param {Lever} lever
 * @param {string} label
 * @returns {Foot} */
function footOf(lever, label) {
    const says = h("p", { class: "whatif-says", id: newId() });
    const error = h("p", { class: "whatif-error", id: newId(), hidden: true });
    /** @type {HTMLElement|undefined} */
    let first;
    const undo = h("button", {
        type: "button",
        class: "whatif-undo",
        text: say(words.undo),
        "aria-label": say(words.undoOf, label),
        onclick: () => {
            tryValue(lever, undefined);
            first?.focus(); /* the button goes, and the focus must not */
        },
    });
    const update = (/** @type {HTMLElement[]} */ inputs) => {
        first = inputs[0];
        const written = sayValue(lever, inFile(lever));
        const tried = triedFor(read(), lever.target);
        const now = sayValue(lever, nowIn(lever));
        says.textContent = written === now ? say(words.asFile, written) : say(words.says, written, now);
        undo.hidden = tried === undefined;
        const problems =
            tried === undefined ? [] : problemsOf({ list: "set", text: lever.target + "=" + tried }, language());
        error.textContent = problems.map((problem) => problem.message).join(" ");
        error.hidden = problems.length === 0;
        for (const input of inputs) {
            input.setAttribute("aria-describedby", problems.length ? error.id + " " + says.id : says.id);
            input.setAttribute("aria-invalid", String(problems.length > 0));
        }
    };
    return { says, error, undo, update };
}

/** A field of its parts, in the order in which they are read.
 * @param {HTMLElement} label
 * @param {HTMLElement[]} inputs
 * @param {Foot} foot
 * @returns {HTMLElement} */
function fieldOf(label, inputs, foot) {
    return h(
        "div",
        { class: "whatif-field" },
        label,
        h("div", { class: "whatif-inputs" }, ...inputs, foot.undo),
        foot.says,
        foot.error,
    );
}

/** Waits until a hand rests before it does something; flush() does it now. What was begun before
 * another address was opened is dropped.
 * @param {number} rest
 * @param {() => void} action */
function resting(rest, action) {
    /** @type {number|undefined} */
    let waiting;
    let since = 0;
    const isWaiting = () => waiting !== undefined && since === addressesOpened();
    const flush = () => {
        const isStill = isWaiting();
        clearTimeout(waiting);
        waiting = undefined;
        if (isStill) action();
    };
    const start = () => {
        since = addressesOpened();
        clearTimeout(waiting);
        waiting = setTimeout(flush, rest);
    };
    return { start, flush, isWaiting };
}

/** The words before a field.
 * @param {Lever} lever
 * @returns {string} */
export function labelOf(lever) {
    const label = say(lever.label, lever.level ?? "");
    return lever.note ? label + " (" + say(lever.note) + ")" : label;
}

/** What stands in the text field: an estimate of the file by its likely value, for its range stands
 * below; what is tried as it was typed.
 * @param {Lever} lever
 * @param {any} now
 * @returns {string} */
function asTyped(lever, now) {
    return triedFor(read(), lever.target) ?? likely(now) ?? typed(now);
}

/** A slider in sensible steps, and beside it a text that takes whatever --set takes.
 * @param {Lever} lever
 * @returns {Field} */
function durationField(lever) {
    const label = labelOf(lever);
    const steps = stepsWith(lever.scale ?? [], [inFile(lever)]);
    const slider = h("input", { type: "range", id: newId(), min: "0", max: steps.length - 1, step: "1" });
    const example = say(words.typedHint);
    const text = h("input", {
        type: "text",
        class: "whatif-text",
        "aria-label": say(words.typed, label, example),
        placeholder: "6mo",
        autocomplete: "off",
        spellcheck: "false",
    });
    const foot = footOf(lever, label);
    const drag = resting(DRAG, () => tryValue(lever, steps[Number(slider.value)]));
    slider.addEventListener("input", () => {
        const step = steps[Number(slider.value)];
        slider.setAttribute("aria-valuetext", sayDuration(step));
        text.value = step;
        drag.start();
    });
    slider.addEventListener("change", drag.flush);
    let since = -1;
    text.addEventListener("input", () => (since = addressesOpened()));
    text.addEventListener("change", () => {
        if (since !== addressesOpened()) return;
        afterClick(() => tryValue(lever, asCore(text.value.trim()) || undefined));
    });
    const update = () => {
        foot.update([slider, text]);
        if (drag.isWaiting()) return;
        const now = nowIn(lever);
        slider.value = String(stepOf(steps, now));
        slider.classList.toggle("whatif-unknown", roughly(now) === null);
        slider.setAttribute("aria-valuetext", sayValue(lever, now));
        const isTyping = document.activeElement === text && since === addressesOpened();
        if (!isTyping || triedFor(read(), lever.target) !== undefined) text.value = asTyped(lever, now);
    };
    return { element: fieldOf(h("label", { for: slider.id, text: label }), [slider, text], foot), update };
}

/** @param {Lever} lever
 * @returns {Field} */
function dateField(lever) {
    const label = labelOf(lever);
    const input = h("input", { type: "date", id: newId(), min: "1600-01-01", max: "2399-12-31" });
    const foot = footOf(lever, label);
    const commit = () => {
        if (input.validity.badInput) return;
        /* Without a day: as where the file has none; else the day of the file is taken out. */
        const none = inFile(lever) === undefined ? undefined : "null";
        tryValue(lever, input.value || none);
    };
    const typing = resting(TYPING, commit);
    input.addEventListener("input", typing.start);
    input.addEventListener("blur", () => afterClick(typing.flush));
    input.addEventListener("keydown", (event) => {
        if (event.key === "Enter") typing.flush();
    });
    const update = () => {
        foot.update([input]);
        if (!typing.isWaiting()) input.value = nowIn(lever) ?? "";
    };
    return { element: fieldOf(h("label", { for: input.id, text: label }), [input], foot), update };
}

/** A level from 0 to 5.
 * @param {Lever} lever
 * @returns {Field} */
function levelField(lever) {
    const label = labelOf(lever);
    const options = [0, 1, 2, 3, 4, 5].map((level) => h("option", { value: level, text: level }));
    const select = h("select", { id: newId() }, options);
    const foot = footOf(lever, label);
    select.addEventListener("change", () => tryValue(lever, select.value));
    const update = () => {
        foot.update([select]);
        select.value = String(nowIn(lever) ?? lever.otherwise ?? 0);
    };
    return { element: fieldOf(h("label", { for: select.id, text: label }), [select], foot), update };
}

/** Does it wait for planning rounds? A switch; off means as the portfolio, or as its own rounds.
 * @param {Lever} lever
 * @returns {Field} */
function offRoundField(lever) {
    const label = labelOf(lever);
    const box = h("input", { type: "checkbox", role: "switch", id: newId() });
    const foot = footOf(lever, label);
    box.addEventListener("change", () => {
        const off = isOffRound(inFile(lever)) ? "null" : undefined;
        tryValue(lever, box.checked ? "none" : off);
    });
    const update = () => {
        foot.update([box]);
        box.checked = isOffRound(nowIn(lever));
    };
    const line = h("span", { class: "whatif-switch" }, box, h("label", { for: box.id, text: label }));
    return {
        element: h(
            "div",
            { class: "whatif-field" },
            h("div", { class: "whatif-inputs" }, line, foot.undo),
            foot.says,
            foot.error,
        ),
        update,
    };
}

/** The field of a lever.
 * @param {Lever} lever
 * @returns {Field} */
export function fieldFor(lever) {
    if (lever.kind === "duration") return durationField(lever);
    if (lever.kind === "date") return dateField(lever);
    return lever.kind === "number" ? levelField(lever) : offRoundField(lever);
}
