// SPDX-License-Identifier: MIT
// @ts-check
// What the panel tells of a record in short: its dates, who owns it, where it stands, and what the
// portfolio says more about it.
import { h } from "./dom.js";
import { date, days, say } from "./words.js";
import { asWritten, isChanged, world } from "./model.js";
import { wordsOf } from "./codes.js";
import { explanationOf } from "./explained.js";
import { plain } from "./text.js";
import { recordLink, stepLink } from "./links.js";

/** @typedef {import("./model.js").Activity} Activity */
/** @typedef {import("./model.js").PortfolioRecord} PortfolioRecord */
/** @typedef {Node|string|null|undefined|false} Value */
/** @typedef {[readonly string[], Value|Value[], string?]} Fact name, values, and the column that explains the name */

const words = {
    dates: ["Dates", "Datums"],
    more: ["About it", "Over dit"],
    id: ["Id", "Id"],
    start: ["Earliest start", "Vroegste begin"],
    ready: ["Earliest ready", "Vroegst klaar"],
    live: ["Earliest live", "Vroegst live"],
    neededBy: ["Needed by", "Nodig op"],
    latestStart: ["Latest start", "Uiterste begin"],
    latestReady: ["Latest ready", "Uiterlijk klaar"],
    identifyBy: ["Identify by", "Identificeer vóór"],
    passed: ["{0}: has passed", "{0}: is voorbij"],
    float: ["Float", "Speling"],
    buffer: ["Buffer", "Buffer"],
    critical: ["Critical", "Kritiek"],
    yes: ["yes", "ja"],
    orLater: ["{0} or later: a lead time is unknown", "{0} of later: een doorlooptijd is onbekend"],
    was: ["(was {0})", "(was {0})"],
    driver: ["Waits for", "Wacht op"],
    now: ["Level now", "Niveau nu"],
    owner: ["Owner", "Eigenaar"],
    tags: ["Tags", "Labels"],
    stage: ["Stage", "Fase"],
    status: ["Status", "Status"],
    uncertainty: ["Uncertainty", "Onzekerheid"],
    parent: ["Part of", "Deel van"],
    scenarios: ["Scenarios", "Scenario's"],
    cost: ["Cost", "Kosten"],
    link: ["Link", "Link"],
    description: ["Description", "Omschrijving"],
    source: ["Source", "Bron"],
};

/** Keys of a record that people wrote for people; other x- keys are shown under their own name.
 * @type {{[key: string]: readonly string[]}} */
const OWN_WORDS = {
    "x-url": words.link,
    "x-source": words.source,
    "x-description": words.description,
    description: words.description,
};
const SAFE = /^(https?:\/\/|mailto:)/i;

/** Dates and what else there is, as two lists.
 * @param {string} id
 * @param {Activity} [activity]
 * @returns {HTMLElement} */
export function factsOf(id, activity) {
    const record = world().records.get(id);
    const more = listOf(words.more, [...standing(id, activity, record), ...written(record)]);
    return h("div", { class: "facts" }, activity ? listOf(words.dates, datesOf(activity)) : null, more);
}

/** @param {readonly string[]} title
 * @param {Fact[]} facts */
function listOf(title, facts) {
    const rows = facts.flatMap(([name, value, column]) => {
        const values = Array.isArray(value) ? value : [value];
        const there = values.filter((one) => one !== null && one !== undefined && one !== false && one !== "");
        const means = column ? explanationOf("plan", column) : null;
        const why = means && h("dd", { class: "means" }, say(means));
        return there.length ? [h("div", null, h("dt", null, say(name)), h("dd", { dir: "auto" }, there), why)] : [];
    });
    if (!rows.length) return null;
    return h("section", null, h("h3", null, say(title)), h("dl", null, rows));
}

/* ---- dates ---- */

/** @param {string|null} iso
 * @param {boolean} [isOpen] it can only be later */
function time(iso, isOpen = false) {
    if (!iso) return null;
    const element = h("time", { datetime: iso }, date(iso));
    return isOpen ? h("span", null, say(words.orLater, date(iso))) : element;
}

/** What it was in the plan as written, where that is another date.
 * @param {string|null} now
 * @param {string|null} [before] */
function was(now, before) {
    return before && before !== now ? h("span", { class: "muted" }, " " + say(words.was, date(before))) : null;
}

/** @param {number|null} count */
function span(count) {
    return count === null ? null : days(count).replace("-", "\u2212");
}

/** @param {Activity} activity
 * @returns {Fact[]} */
function datesOf(activity) {
    const isLive = activity.kind === "intervention";
    const { identify_by: by, driver } = activity;
    const before = isChanged() ? asWritten(activity) : undefined;
    const hasPassed = by !== null && by < world().plan.status_date;
    return [
        [words.start, [time(activity.earliest_start), was(activity.earliest_start, before?.earliest_start)]],
        [
            isLive ? words.live : words.ready,
            [time(activity.earliest_ready, activity.not_before), was(activity.earliest_ready, before?.earliest_ready)],
        ],
        [words.neededBy, isLive && time(world().lives.get(activity.id)?.needed_by ?? null)],
        [words.latestStart, time(activity.latest_start)],
        [words.latestReady, time(activity.latest_ready)],
        [words.identifyBy, hasPassed ? h("span", { class: "bad" }, say(words.passed, date(by))) : time(by)],
        [words.float, span(activity.float_days), "float_days"],
        [words.buffer, span(activity.buffer_days), "buffer_days"],
        [words.critical, activity.critical && say(words.yes), "critical"],
        [words.driver, driver && stepLink(driver)],
    ];
}

/* ---- where it stands ---- */

/** @param {string} list
 * @param {string|null|undefined} code */
function coded(list, code) {
    if (!code) return null;
    const pair = wordsOf(list, code);
    return pair ? say(pair) : code;
}

/** Links with commas between them.
 * @param {unknown} ids */
function links(ids) {
    if (!Array.isArray(ids)) return null;
    const known = ids.filter((id) => typeof id === "string");
    return known.flatMap((id, place) => (place ? [", ", recordLink(id)] : [recordLink(id)]));
}

/** @param {string} id
 * @param {Activity} [activity]
 * @param {PortfolioRecord} [record]
 * @returns {Fact[]} */
function standing(id, activity, record) {
    const parent = activity?.parent ?? record?.parent;
    return [
        [words.id, h("code", null, plain(id))],
        [words.owner, textOf(activity?.owner ?? record?.owner)],
        [words.tags, (activity?.tags ?? record?.tags ?? []).join(", ")],
        [words.stage, coded("stage", activity?.stage ?? record?.stage)],
        [words.status, coded("status", activity?.status ?? record?.status)],
        [words.uncertainty, coded("uncertainty", textOf(record?.uncertainty))],
        [words.now, record?.kind === "capability" && textOf(record.level ?? 0)],
        [words.parent, typeof parent === "string" && recordLink(parent)],
        [words.scenarios, links(record?.scenarios)],
        [words.cost, textOf(record?.cost)],
    ];
}

/* ---- what was written ---- */

/** @param {unknown} value */
function textOf(value) {
    return typeof value === "string" || typeof value === "number" ? plain(String(value)) : null;
}

/** An address as a link, where it is one that a page may open; all else is text.
 * @param {string} text
 * @returns {Value} */
function linked(text) {
    if (!SAFE.test(text)) return text;
    return h("a", { href: text, rel: "noopener noreferrer", target: "_blank" }, text);
}

/** The description and the keys of one's own (x-...) of a record.
 * @param {PortfolioRecord} [record]
 * @returns {Fact[]} */
function written(record) {
    return Object.entries(record ?? {}).flatMap(([key, value]) => {
        if (!key.startsWith("x-") && key !== "description") return [];
        const texts = (Array.isArray(value) ? value : [value]).flatMap((one) => textOf(one) ?? []);
        const name = Object.hasOwn(OWN_WORDS, key) ? OWN_WORDS[key] : [key.slice(2), key.slice(2)];
        return texts.length ? [/** @type {Fact} */ ([name, texts.map((text) => h("p", null, linked(text)))])] : [];
    });
}
