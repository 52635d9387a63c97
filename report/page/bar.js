// SPDX-License-Identifier: MIT
// @ts-check
// The bar above everything: what the changes do to the plan, as the core compares it with the plan
// as written, and the changes as a file for --changes.
import { announce } from "./announce.js";
import { listChanges } from "./changes.js";
import { changesName, commandLine } from "./command.js";
import { meta, plan as planAsWritten } from "./data.js";
import { describe } from "./describe.js";
import { add, clear, h } from "./dom.js";
import { changesFile, partOf } from "./engine.js";
import { costTogether, wrongMeasures } from "./measures.js";
import { called, world } from "./model.js";
import { onOutcome, outcomeNow } from "./replan.js";
import { read } from "./state.js";
import { backToWritten, isErrorShown, onDrawn } from "./whatif.js";
import { date, days, language, onLanguage, say } from "./words.js";

/** @typedef {{id: string, old_ready: string|null, new_ready: string|null, days: number|null,
 *   old_late_days: number|null, new_late_days: number|null}} Moved */

const words = {
    label: ["What if: what changed", "Wat als: wat er verandert"],
    late: ["{0} late → {1} late", "{0} te laat → {1} te laat"],
    lateSame: ["{0} late, as before", "{0} te laat, zoals eerst"],
    live: ["Live dates:", "Live-datums:"],
    none: ["No live date moves.", "Geen enkele live-datum verschuift."],
    steps: [
        "{0} {0|step|steps} of capabilities {0|moves|move}.",
        "{0} {0|stap|stappen} van capabilities {0|verschuift|verschuiven}.",
    ],
    earlier: ["({0} earlier)", "({0} eerder)"],
    later: ["({0} later)", "({0} later)"],
    same: ["(not sooner, not later)", "(niet eerder, niet later)"],
    stillLate: ["still {0} late, was {1}", "nog {0} te laat, was {1}"],
    nowLate: ["now {0} late", "nu {0} te laat"],
    inTime: ["no longer late, was {0}", "niet meer te laat, was {0}"],
    cost: ["measures cost {0}", "maatregelen kosten {0}"],
    wrong: ["These measures do not go together: {0}.", "Deze maatregelen gaan niet samen: {0}."],
    saveWrong: ["Save changes (measures do not go together)", "Wijzigingen opslaan (maatregelen gaan niet samen)"],
    came: ["new, {0}", "nieuw, {0}"],
    went: ["no longer in the plan", "niet meer in het plan"],
    elsewhere: ["not in this scenario", "niet in dit scenario"],
    notBefore: ["not before {0}", "niet vóór {0}"],
    more: ["and {0} more", "en nog {0}"],
    fewer: ["fewer", "minder"],
    save: ["Save changes", "Wijzigingen opslaan"],
    copy: ["Copy changes", "Wijzigingen kopiëren"],
    copied: ["Copied.", "Gekopieerd."],
    notCopied: ["The browser does not allow it: save them.", "De browser staat het niet toe: sla ze op."],
    back: ["Back to the plan as written", "Terug naar het plan zoals geschreven"],
    command: ["To use them:", "Zo gebruik je ze:"],
    refused: ["This cannot be planned: {0}", "Dit is niet te plannen: {0}"],
    still: [
        "What you see is the plan as written.",
        "Wat je ziet is het plan zoals geschreven.",
    ],
    waiting: [
        "The planner is being loaded; then you see the plan with these changes.",
        "De planner wordt geladen; dan zie je het plan met deze wijzigingen.",
    ],
    cannot: [
        "This page was made without what-if: it shows the plan as written.",
        "Deze pagina is gemaakt zonder wat-als: je ziet het plan zoals geschreven.",
    ],
    failed: [
        "What-if does not start in this browser: you see the plan as written.",
        "Wat-als start niet in deze browser: je ziet het plan zoals geschreven.",
    ],
    tried: ["Tried: {0}", "Geprobeerd: {0}"],
    spoken: ["{0}. {1} live earlier, {2} later.", "{0}. {1} eerder live, {2} later."],
    spokenLate: ["{0} late, before {1}", "{0} te laat, eerst {1}"],
    spokenBack: ["The plan as written.", "Het plan zoals geschreven."],
};

/* How many live dates are told before "and 12 more": the bar leaves room for what it is about. */
const narrow = matchMedia("(max-width: 599.98px)");
const first = () => (narrow.matches ? 1 : 3);

let isWide = false;
/** @type {HTMLElement|null} */
let place = null;
let wasBar = false;

/** @param {(number|null)[]} lates */
function countLate(lates) {
    return lates.filter((late) => (late ?? 0) > 0).length;
}

/** What moved, those first that are in time now, or no longer, and then those that moved most.
 * @returns {{old: number, now: number, moved: Moved[], steps: number}} steps: how many of capabilities move */
function compared() {
    const document = JSON.parse(partOf("compare.json"));
    const all = /** @type {Moved[]} */ (document.interventions ?? []);
    const activities = /** @type {{level: number|null, days: number|null}[]} */ (document.activities ?? []);
    const steps = activities.filter((one) => one.level !== null && one.days !== 0).length;
    const turns = (/** @type {Moved} */ one) =>
        Number((one.old_late_days ?? 0) > 0 !== (one.new_late_days ?? 0) > 0);
    const moved = all.filter((one) => one.days !== 0 || one.old_ready !== one.new_ready || isOtherLate(one));
    moved.sort((a, b) => turns(b) - turns(a) || Math.abs(b.days ?? 1e6) - Math.abs(a.days ?? 1e6));
    const old = countLate(all.map((one) => one.old_late_days));
    return { old, now: countLate(all.map((one) => one.new_late_days)), moved, steps };
}

/** @param {string|null} day
 * @param {boolean|undefined} isNotBefore */
function sayDay(day, isNotBefore) {
    return isNotBefore ? say(words.notBefore, date(day)) : date(day);
}

const writtenNotBefore = new Set(
    planAsWritten.activities?.filter((one) => one.not_before && one.level === null).map((one) => one.id),
);

/** Is it late by other days although it is live on the same day?
 * @param {Moved} one */
function isOtherLate(one) {
    return Math.max(one.old_late_days ?? 0, 0) !== Math.max(one.new_late_days ?? 0, 0);
}

/** @param {number} old
 * @param {number} now */
function describeLate(old, now) {
    if (now <= 0) return say(words.inTime, days(old));
    return old > 0 ? say(words.stillLate, days(now), days(old)) : say(words.nowLate, days(now));
}

/** @param {Moved} one */
function describeMove(one) {
    const isNotBefore = world().byKey.get(one.id + " ")?.not_before;
    if (one.new_ready === null) return say(read().scenario ? words.elsewhere : words.went);
    if (one.old_ready === null) return say(words.came, sayDay(one.new_ready, isNotBefore));
    const shift = one.days ?? 0;
    if (shift === 0 && isOtherLate(one)) return describeLate(one.old_late_days ?? 0, one.new_late_days ?? 0);
    const how = shift === 0 ? words.same : shift < 0 ? words.earlier : words.later;
    const from = sayDay(one.old_ready, writtenNotBefore.has(one.id));
    return from + " → " + sayDay(one.new_ready, isNotBefore) + " " + say(how, days(Math.abs(shift)));
}

/** @param {Moved[]} moved
 * @returns {HTMLElement} */
function moves(moved) {
    if (!moved.length) return h("p", { text: say(words.none) });
    const shown = isWide ? moved : moved.slice(0, first());
    const list = shown.map((one) =>
        h("li", null, h("b", { text: called(one.id) }), " ", h("span", { text: describeMove(one) })),
    );
    const rest = moved.length - first();
    const text = isWide ? say(words.fewer) : say(words.more, rest);
    const more = h("button", { type: "button", class: "whatif-more", "aria-expanded": isWide, text });
    more.addEventListener("click", () => {
        isWide = !isWide;
        show();
        place?.querySelector(/** @type {"button"} */ (".whatif-more"))?.focus();
    });
    return h(
        "div",
        { class: "whatif-moves" },
        h("p", { text: say(words.live) }),
        h("ul", null, ...list),
        rest > 0 && more,
    );
}

/** Gives the browser a file to save.
 * @param {string} name
 * @param {string} text */
function save(name, text) {
    const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    const link = h("a", { download: name });
    link.href = address;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
}

/** @param {string} text */
function copy(text) {
    const copied = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error("no clipboard"));
    copied.then(
        () => announce(say(words.copied)),
        () => announce(say(words.notCopied)),
    );
}

/** The file of changes: save, copy, and how it is used.
 * @returns {HTMLElement} */
function fileParts() {
    const file = changesName();
    return h(
        "div",
        { class: "whatif-buttons" },
        h("button", { type: "button", text: say(wrongMeasures().length ? words.saveWrong : words.save), onclick: () => save(file, changesFile()) }),
        h("button", { type: "button", text: say(words.copy), onclick: () => copy(changesFile()) }),
        h("button", { type: "button", text: say(words.back), onclick: backToWritten }),
        h("p", { class: "whatif-command" }, say(words.command) + " ", h("code", { text: commandLine("plan") })),
    );
}

/** @returns {{spoken: string, parts: HTMLElement[]}} */
function shownParts() {
    const { old, now, moved, steps } = compared();
    const sum = old === now ? say(words.lateSame, now) : say(words.late, old, now);
    const earlier = moved.filter((one) => (one.days ?? 0) < 0).length;
    const later = moved.filter((one) => (one.days ?? 0) > 0).length;
    const cost = costTogether();
    const more = (cost && " · " + say(words.cost, cost)) + (steps ? " · " + say(words.steps, steps) : "");
    const wrong = wrongMeasures().join("; ");
    const error = wrong ? [h("p", { class: "whatif-error", text: say(words.wrong, wrong) })] : [];
    const total = h("p", { class: "whatif-sum" }, h("strong", { text: sum }), more);
    const own = [total, ...error, moves(moved), fileParts()];
    const late = old === now ? sum : say(words.spokenLate, now, old);
    return { spoken: say(words.spoken, late, earlier, later), parts: own };
}

/** @returns {{spoken: string, parts: HTMLElement[]}} */
function parts() {
    const { is, problems } = outcomeNow();
    if (is === "shown") return shownParts();
    const back = h("button", { type: "button", text: say(words.back), onclick: backToWritten });
    const buttons = h("div", { class: "whatif-buttons" }, back);
    if (is === "refused") {
        const own = problems[language()];
        const text = say(words.refused, [...new Set(own.map((one) => one.message))].join("; "));
        const hints = own.filter((one) => one.hint).map((one) => h("p", { class: "whatif-says", text: one.hint }));
        const error = h("p", { class: "whatif-error", text });
        return {
            spoken: text,
            parts: [
                ...(isErrorShown() ? [] : [error, ...hints.slice(0, 1)]),
                h("p", { text: say(words.still) }),
                buttons,
            ],
        };
    }
    const cannot = meta.has_engine ? words.failed : words.cannot;
    const text = say(is === "cannot" ? cannot : words.waiting);
    return { spoken: text, parts: [h("p", { text }), buttons] };
}

/** Shows the bar as it has to be now. */
function show() {
    if (!place) return;
    const changes = listChanges(read());
    place.setAttribute("aria-label", say(words.label));
    const hadFocus = place.contains(document.activeElement);
    clear(place);
    place.hidden = changes.length === 0;
    if (changes.length) {
        const { spoken, parts: own } = parts();
        add(
            place,
            ...own,
            h("p", { class: "whatif-print", text: say(words.tried, changes.map(describe).join("; ")) }),
        );
        announce(spoken);
    } else if (wasBar) announce(say(words.spokenBack));
    wasBar = changes.length > 0;
    if (hadFocus && !wasBar) document.querySelector("main")?.focus();
}

/** Puts the bar into its place.
 * @param {HTMLElement} into */
export function showBar(into) {
    place = into;
    place.classList.add("whatif-bar");
    place.setAttribute("role", "region");
    show();
    onOutcome(show);
    /* Where the drawer opens or closes, the reason of a refusal is said by the other. */
    onDrawn(() => outcomeNow().is === "refused" && show());
    onLanguage(show);
    narrow.addEventListener("change", show);
    /* Paper has no button for the rest. */
    const widen = (/** @type {boolean} */ isAll) => () => {
        isWide = isAll;
        show();
    };
    addEventListener("beforeprint", widen(true));
    addEventListener("afterprint", widen(false));
}
