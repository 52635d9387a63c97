// SPDX-License-Identifier: MIT
// @ts-check
// The side panel: all that is known about one record, beside what is seen. Opened by a click or a key its
// heading has the focus; Esc closes it, and the focus goes back to where it was.
import { clear, h } from "./dom.js";
import { language, say } from "./words.js";
import { addressOf, go, read } from "./state.js";
import { called, isLate, keyOf, world } from "./model.js";
import { wordsOf } from "./codes.js";
import { stepName } from "./links.js";
import { meta } from "./data.js";
import { openDrawer } from "./whatif.js";
import { factsOf } from "./panel_facts.js";
import { needsOf } from "./panel_needs.js";
import { whyOf } from "./panel_why.js";
import { helpOf } from "./panel_help.js";
import { findingsOf } from "./panel_findings.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./model.js").Activity} Activity */

const words = {
    close: ["Close", "Sluit"],
    level: ["level {0}", "niveau {0}"],
    levels: ["Steps of this capability", "Stappen van deze capability"],
    late: [
        "{0} {0|day|days} too late ({1} {1|cycle|cycles})",
        "{0} {0|dag|dagen} te laat ({1} {1|cyclus|cycli})",
    ],
    lateStep: ["{0} {0|day|days} later than what rests on it can wait", "{0} {0|dag|dagen} later dan wat erop steunt kan wachten"],
    whatIf: ["What if…", "Wat als…"],
    only: ["Show only this in the roadmap", "Toon alleen dit op de roadmap"],
    there: ["Nothing of this has to be done any more in this plan.", "Hiervan hoeft in dit plan niets meer gedaan te worden."],
    unknown: ["The portfolio has nothing called “{0}”.", "Het portfolio heeft niets dat “{0}” heet."],
};

/* What was shown last, so that the panel is only made again when it is about something else. */
let drawn = "";
/** @type {unknown} */
let drawnWorld = null;
let wasOpen = false;
let isFirst = true;
/** @type {Element|null} */
let opener = null;
const listening = new WeakSet();

/** Shows the panel as the address says; call it whenever the address, the world or the language changes.
 * @param {HTMLElement} place
 * @param {State} state
 * @returns {boolean} is it open? */
export function showPanel(place, state) {
    const isOpen = state.panel && state.about !== "";
    const now = isOpen ? [state.about, state.level, language()].join("\n") : "";
    const first = isFirst;
    isFirst = false;
    if (now === drawn && drawnWorld === world()) return isOpen;
    const isOther = now !== drawn && now.split("\n")[0] !== drawn.split("\n")[0];
    const hadFocus = place.contains(document.activeElement);
    if (isOpen && !wasOpen) opener = document.activeElement;
    drawn = now;
    drawnWorld = world();
    if (isOpen) draw(place, state);
    else clear(place);
    place.hidden = !isOpen;
    if (isOpen && ((isOther && !first) || hadFocus)) heading(place)?.focus();
    if (!isOpen && wasOpen && (hadFocus || document.activeElement === document.body)) focusBack();
    wasOpen = isOpen;
    return isOpen;
}

/** @param {HTMLElement} place
 * @returns {HTMLElement|null} */
function heading(place) {
    return place.querySelector("h2");
}

/** The focus goes where it was when the panel opened, or to what it was about. */
function focusBack() {
    if (opener instanceof HTMLElement || opener instanceof SVGElement) {
        if (opener.isConnected && opener !== document.body) return opener.focus();
    }
    const about = CSS.escape(read().about);
    const item = document.querySelector('main [data-id="' + about + '"]') ?? document.querySelector("main");
    if (item instanceof HTMLElement || item instanceof SVGElement) item.focus();
}

function close() {
    go({ panel: false });
}

/** @param {HTMLElement} place */
function listen(place) {
    if (listening.has(place)) return;
    listening.add(place);
    place.addEventListener("keydown", (event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.preventDefault();
        event.stopPropagation();
        close();
    });
}

/* ---- what is in it ---- */

/** The step that is looked at: that of the level, or else the first that is late or, where none is, that is
 * still to come.
 * @param {State} state
 * @returns {Activity|undefined} */
function activityOf(state) {
    const steps = world().byId.get(state.about) ?? [];
    const isToCome = (/** @type {Activity} */ step) => (step.earliest_ready ?? "9") > world().plan.status_date;
    return steps.find((step) => step.level === state.level) ?? steps.find(isLate) ?? steps.find(isToCome) ?? steps[steps.length - 1];
}

/** @param {HTMLElement} place
 * @param {State} state */
function draw(place, state) {
    listen(place);
    const activity = activityOf(state);
    const record = world().records.get(state.about);
    const parts = [];
    if (!activity && !record) parts.push(h("p", null, say(words.unknown, state.about)));
    if (activity) parts.push(...levelsOf(activity), ...lateOf(activity), linkOf(activity));
    else if (record?.kind === "capability") parts.push(h("p", { class: "muted" }, say(words.there)));
    parts.push(factsOf(state.about, activity));
    if (activity) parts.push(...helpOf(activity), ...whyOf(activity), ...needsOf(activity));
    parts.push(...findingsOf(state.about));
    place.setAttribute("aria-labelledby", "panel-title");
    place.replaceChildren(h("div", { class: "panel" }, headOf(state.about, activity), parts));
}

/** @param {string} id
 * @param {Activity} [activity] */
function headOf(id, activity) {
    const kind = activity?.kind ?? world().records.get(id)?.kind ?? "";
    const kindWords = wordsOf("kind", kind);
    const level = activity && activity.level !== null ? ", " + say(words.level, activity.level) : "";
    const button = h("button", { type: "button", class: "close", "aria-label": say(words.close), onclick: close }, "×");
    return h(
        "div",
        { class: "panel-head" },
        h("p", { class: "kind" }, (kindWords ? say(kindWords) : kind) + level),
        h("h2", { id: "panel-title", tabindex: "-1", dir: "auto" }, called(id)),
        button,
    );
}

/** The other steps of the same capability.
 * @param {Activity} activity */
function levelsOf(activity) {
    const steps = world().byId.get(activity.id) ?? [];
    if (steps.length < 2) return [];
    const links = steps.map((step) => {
        const address = addressOf({ about: step.id, level: step.level, panel: true });
        const isThis = step === activity ? "true" : null;
        return h("li", null, h("a", { href: address, "aria-current": isThis }, say(words.level, step.level ?? "")));
    });
    return [h("nav", { class: "levels", "aria-label": say(words.levels) }, h("ul", null, links))];
}

/** @param {Activity} activity */
function lateOf(activity) {
    if (!isLate(activity)) return [];
    const live = world().lives.get(activity.id);
    const text =
        activity.kind === "intervention" && live
            ? say(words.late, live.late_days ?? 0, live.late_cycles ?? 0)
            : say(words.lateStep, -(activity.buffer_days ?? 0));
    return [h("p", { class: "late" }, text)];
}

/** @param {Activity} activity */
function linkOf(activity) {
    const only = { view: "roadmap", only: activity.id, about: activity.id, level: activity.level };
    const link = h("a", { href: addressOf(only), "data-key": keyOf(activity) }, say(words.only));
    link.title = stepName(activity);
    const button = meta.has_engine && h("button", { type: "button", onclick: openDrawer }, say(words.whatIf));
    return h("p", { class: "links" }, link, button);
}
