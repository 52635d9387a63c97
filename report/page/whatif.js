// SPDX-License-Identifier: MIT
// @ts-check
// The what-if drawer: fields for the activity that is chosen and for the plan as a whole, and the
// list of all that is tried, each with its undo. What is tried is in the address and nowhere else.
import { cutChange, idInTarget, listChanges, noChanges, withoutChange } from "./changes.js";
import { meta, plan } from "./data.js";
import { describe } from "./describe.js";
import { add, clear, h } from "./dom.js";
import { fieldFor } from "./fields.js";
import { leversOf, leversOfWhole, recordIn } from "./levers.js";
import { called } from "./model.js";
import { asWritten, followChanges, onOutcome, outcomeNow } from "./replan.js";
import { requirementFields } from "./requires.js";
import { go, read, watch } from "./state.js";
import { tryDrop, tryValue } from "./trying.js";
import { wholeFields } from "./whole.js";
import { language, onLanguage, say } from "./words.js";

/** @typedef {import("./fields.js").Field} Field */

const words = {
    title: ["What if", "Wat als"],
    none: ["This page was made without what-if.", "Deze pagina is gemaakt zonder wat-als."],
    failed: ["What-if does not start in this browser.", "Wat-als start niet in deze browser."],
    close: ["Close what-if", "Wat-als sluiten"],
    waiting: ["One moment: the planner is being loaded.", "Een ogenblik: de planner wordt geladen."],
    choose: [
        "Choose an activity in a picture, a table or with the search to try other dates and requirements for it.",
        "Kies een activiteit in een plaatje, een tabel of met zoeken om er andere datums en eisen voor te proberen.",
    ],
    unknown: [
        "Nothing in the file describes this one, so there is nothing of it to change.",
        "Niets in het bestand beschrijft dit, dus er is niets aan te veranderen.",
    ],
    requires: ["Requires", "Vereist"],
    durations: [
        'A duration is typed as 6 months, 20 working days or 1y6mo; a range as {"min": "6mo", "likely": "8mo"}.',
        'Een duur typ je als 6 maanden, 20 werkdagen of 1y6mo; een bereik als {"min": "6mo", "likely": "8mo"}.',
    ],
    leaveOut: ["Leave it out", "Laat weg"],
    putBack: ["Put it back", "Zet terug"],
    whole: ["The plan as a whole", "Het plan als geheel"],
    changes: ["What is tried", "Wat geprobeerd wordt"],
    noChanges: ["Nothing yet: this is the plan as written.", "Nog niets: dit is het plan zoals geschreven."],
    undo: ["Undo", "Ongedaan maken"],
    undoOf: ["Undo: {0}", "Ongedaan maken: {0}"],
    back: ["Back to the plan as written", "Terug naar het plan zoals geschreven"],
    refused: [
        "The plan that is shown is the one as written.",
        "Het plan dat je ziet is dat zoals geschreven.",
    ],
};

/** @type {HTMLElement|null} */
let place = null;
/** @type {HTMLButtonElement|null} */
let button = null;
let isOpen = false;
/** @type {Field[]} */
let fields = [];
const tried = h("div", { class: "whatif-tried" });
/** What the drawer was built for: another one is built anew, the same only gets other values. */
let builtFor = "";

/** Back to the plan as it is written. */
export function backToWritten() {
    go(noChanges());
}

/** Opens the drawer, and goes to it. */
export function openDrawer() {
    if (!place || !meta.has_engine) return;
    isOpen = true;
    build();
    place.querySelector("h2")?.focus();
}

function closeDrawer() {
    isOpen = false;
    build();
    button?.focus();
}

/** A heading and the fields below it.
 * @param {string} title
 * @param {Field[]} own */
function group(title, own) {
    fields.push(...own);
    return h("section", null, h("h3", { text: title }), ...own.map((field) => field.element));
}

/** Takes a record out of the plan with every requirement on it, or puts it back.
 * @param {string} id
 * @returns {Field} */
function leaveOutField(id) {
    const target = idInTarget(id);
    const isOut = () => read().drop.includes(target);
    const toggle = h("button", { type: "button" });
    toggle.addEventListener("click", () => (isOut() ? tryDrop([], [target]) : tryDrop([target], [])));
    const name = () => {
        toggle.textContent = say(isOut() ? words.putBack : words.leaveOut);
    };
    return { element: h("section", null, toggle), update: name };
}

/** What can be tried with the activity that is chosen.
 * @param {string} id
 * @returns {HTMLElement[]} */
function aboutSections(id) {
    const written = asWritten();
    if (!written) return [h("p", { text: say(words.waiting) })];
    if (!id) return [h("p", { text: say(words.choose) })];
    if (!recordIn(written, id))
        return [h("section", null, h("h3", { text: called(id) }), h("p", { text: say(words.unknown) }))];
    const leaveOut = leaveOutField(id);
    fields.push(leaveOut);
    return [
        group(called(id), leversOf(written, id).map(fieldFor)),
        h("p", { class: "whatif-says", text: say(words.durations) }),
        group(say(words.requires), requirementFields(id)),
        leaveOut.element,
    ];
}

/** Builds the drawer where it is about something else than before, and gives its fields their values. */
function build() {
    if (!place) return;
    button?.setAttribute("aria-expanded", String(isOpen));
    place.hidden = !isOpen;
    document.documentElement.classList.toggle("whatif-open", isOpen);
    const id = read().about;
    const wanted = isOpen ? [language(), id, asWritten() !== null].join(" ") : "";
    if (wanted !== builtFor) {
        builtFor = wanted;
        fields = [];
        clear(place);
        if (isOpen) fill(place, id);
    }
    if (isOpen) update();
    drawn();
}

/** Does a field say why the core refuses what is in it?
 * @returns {boolean} */
export function isErrorShown() {
    return isOpen && Boolean(place?.querySelector(".whatif-field .whatif-error:not([hidden])"));
}

let drawn = () => {};

/** Tells that the drawer has been drawn.
 * @param {() => void} listener */
export function onDrawn(listener) {
    drawn = listener;
}

/** @param {HTMLElement} into
 * @param {string} id */
function fill(into, id) {
    const close = h("button", {
        type: "button",
        class: "whatif-close",
        text: "×",
        "aria-label": say(words.close),
        onclick: closeDrawer,
    });
    const head = h("div", { class: "whatif-head" }, h("h2", { tabindex: "-1", text: say(words.title) }), close);
    add(into, head, tried, ...aboutSections(id), group(say(words.whole), wholeFields()));
}

function update() {
    for (const field of fields) field.update();
    showTried();
}

/** Takes one change back, and what was set along with it.
 * @param {import("./changes.js").Change} change */
function undoChange(change) {
    const levers = leversOfWhole(asWritten() ?? {}, plan.status_date);
    const lever = change.list === "set" && levers.find((one) => one.target === cutChange(change.text)[0]);
    if (lever) tryValue(lever, undefined);
    else go(withoutChange(read(), change));
}

/** The list of what is tried. Who undoes with the keyboard stays in the list. */
function showTried() {
    const changes = listChanges(read());
    const hadFocus = tried.contains(document.activeElement);
    const items = changes.map((change) => {
        const text = describe(change);
        const undo = h("button", { type: "button", text: say(words.undo), "aria-label": say(words.undoOf, text) });
        undo.addEventListener("click", () => undoChange(change));
        return h("li", null, h("span", { text }), undo);
    });
    const back = h("button", { type: "button", text: say(words.back), onclick: backToWritten });
    clear(tried);
    add(tried, h("h3", { tabindex: "-1", text: say(words.changes) }));
    if (items.length) add(tried, h("ol", null, ...items), h("p", null, back));
    else add(tried, h("p", { class: "whatif-says", text: say(words.noChanges) }));
    const { is } = outcomeNow();
    if (is === "refused") add(tried, h("p", { class: "whatif-says", text: say(words.refused) }));
    if (is === "waiting") add(tried, h("p", { class: "whatif-says", text: say(words.waiting) }));
    if (is === "cannot") add(tried, h("p", { class: "whatif-says", text: say(words.failed) }));
    if (hadFocus) tried.querySelector("h3")?.focus();
}

/** Puts the button into the header and the drawer into its place.
 * @param {HTMLElement} slot
 * @param {HTMLElement} drawer */
export function showWhatIf(slot, drawer) {
    place = drawer;
    if (!place.id) place.id = "whatif";
    place.setAttribute("role", "complementary");
    const own = h("button", {
        type: "button",
        class: "whatif-button",
        "aria-controls": place.id,
        "aria-expanded": "false",
    });
    button = own;
    own.addEventListener("click", () => (isOpen ? closeDrawer() : openDrawer()));
    place.addEventListener("keydown", (event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        closeDrawer();
    });
    const label = h("p", { class: "whatif-none" });
    const name = () => {
        own.textContent = say(words.title);
        label.textContent = say(words.none);
        place?.setAttribute("aria-label", say(words.title));
        build();
    };
    add(slot, meta.has_engine ? own : label);
    followChanges();
    name();
    onLanguage(name);
    onOutcome(build);
    watch(build);
}
