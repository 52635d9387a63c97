// SPDX-License-Identifier: MIT
// @ts-check
// How is a duration said, and where on a slider does it stand? The days here are only good for
// putting durations in order: no date of the plan is made with them.
import { language } from "./words.js";

/* Days of a unit, for the order on a slider; words of one and of many. */
/** @type {{[unit: string]: {days: number, en: [string, string], nl: [string, string]}}} */
const UNITS = {
    y: { days: 365.25, en: ["year", "years"], nl: ["jaar", "jaar"] },
    mo: { days: 30.4375, en: ["month", "months"], nl: ["maand", "maanden"] },
    w: { days: 7, en: ["week", "weeks"], nl: ["week", "weken"] },
    d: { days: 1, en: ["day", "days"], nl: ["dag", "dagen"] },
    wd: { days: 1.4, en: ["working day", "working days"], nl: ["werkdag", "werkdagen"] },
};

const words = {
    en: { and: " and ", from: "{0} to {1}, most likely {2}", orElse: " or ", none: "none" },
    nl: { and: " en ", from: "{0} tot {1}, waarschijnlijk {2}", orElse: " of ", none: "geen" },
};

/** The amounts in a text such as "1y6mo" or "P1Y6M"; null: it is no duration.
 * @param {string} text
 * @returns {[number, string][]|null} */
function amountsIn(text) {
    const iso = /^P(?=\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(text);
    if (iso)
        return ["y", "mo", "w", "d"].flatMap((unit, i) =>
            iso[i + 1] ? [/** @type {[number, string]} */ ([Number(iso[i + 1]), unit])] : [],
        );
    if (!/^(\d+(y|mo|wd|w|d))+$/.test(text)) return null;
    return [...text.matchAll(/(\d+)(y|mo|wd|w|d)/g)].map((match) => [Number(match[1]), match[2]]);
}

/* What people write for a unit, in both languages, whichever the page speaks. */
/** @type {[string, RegExp][]} */
const SPOKEN = [
    ["y", /^(y|yr|yrs|years?|jr|jaar|jaren)$/],
    ["mo", /^(mo|mos|mth|mths|months?|mnd|mnden|maand|maanden)$/],
    ["w", /^(w|wk|wks|wkn|weeks?|weken)$/],
    ["wd", /^(wd|working days?|workdays?|business days?|werkdag|werkdagen)$/],
    ["d", /^(d|days?|dag|dagen)$/],
];

/** A duration in words as the core takes it: "1 jaar en 6 maanden" is 1y6mo. All else as it is.
 * @param {string} text
 * @returns {string} */
export function asCore(text) {
    const said = text.toLowerCase().replace(/\.$/, "").replace(/\s+/g, " ");
    const amount = /(\d+) ?((?:working |business )?[a-z]+)/g;
    const units = [...said.matchAll(amount)].map(([, count, word]) => [
        count,
        SPOKEN.find(([, pattern]) => pattern.test(word))?.[0],
    ]);
    const rest = said.replace(amount, "").replace(/ (and|en) |, ?| /g, "");
    const isKnown = units.length > 0 && rest === "" && units.every(([, unit]) => unit);
    return isKnown ? units.flat().join("") : text;
}

/** The duration that the plan counts with: of an estimate the likely one.
 * @param {any} value
 * @returns {string|null} */
export function likely(value) {
    if (typeof value === "string") return value;
    if (Array.isArray(value)) {
        const best = value.reduce((most, one) => (one?.weight > (most?.weight ?? 0) ? one : most), null);
        return typeof best?.lead_time === "string" ? best.lead_time : null;
    }
    return typeof value?.likely === "string" ? value.likely : null;
}

/** About how many days; null: no duration.
 * @param {any} value
 * @returns {number|null} */
export function roughly(value) {
    const text = likely(value);
    if (text === "none") return 0;
    const amounts = text === null ? null : amountsIn(text);
    return amounts && amounts.reduce((sum, [count, unit]) => sum + count * UNITS[unit].days, 0);
}

/** @param {string} text */
function sayOne(text) {
    const own = words[language()];
    if (text === "none") return own.none;
    const amounts = amountsIn(text);
    if (!amounts) return text;
    return amounts
        .map(([count, unit]) => count + " " + UNITS[unit][language()][count === 1 ? 0 : 1])
        .join(amounts.length === 2 ? own.and : " ");
}

/** A duration or an estimate in words: "6 months", "6 months to 1 year, most likely 8 months".
 * What is none is said as it is typed.
 * @param {any} value
 * @returns {string} */
export function sayDuration(value) {
    if (typeof value === "string") return sayOne(value);
    const own = words[language()];
    if (Array.isArray(value) && likely(value))
        return value.map((one) => sayOne(String(one.lead_time))).join(own.orElse);
    const most = likely(value);
    if (most === null) return JSON.stringify(value);
    if (value.min === undefined && value.max === undefined) return sayOne(most);
    return own.from
        .replace("{0}", sayOne(value.min ?? most))
        .replace("{1}", sayOne(value.max ?? most))
        .replace("{2}", sayOne(most));
}

/** The steps of a slider: those of a scale, and the values that must be among them.
 * @param {string[]} scale
 * @param {any[]} values
 * @returns {string[]} */
export function stepsWith(scale, values) {
    const own = /** @type {string[]} */ (
        values.map(likely).filter((text) => text !== null && roughly(text) !== null)
    );
    const ownDays = own.map((text) => Math.round(roughly(text) ?? 0));
    const rest = scale.filter((text) => text === "none" || !ownDays.includes(Math.round(roughly(text) ?? 0)));
    /* "none" is no round at all: it stands first, before a round of no days. */
    return [...new Set([...rest, ...own])].sort(
        (a, b) => Number(b === "none") - Number(a === "none") || (roughly(a) ?? 0) - (roughly(b) ?? 0),
    );
}

/** The step of a slider that is nearest to a value.
 * @param {string[]} steps
 * @param {any} value
 * @returns {number} */
export function stepOf(steps, value) {
    const exact = steps.indexOf(likely(value) ?? "");
    if (exact >= 0) return exact;
    const days = roughly(value) ?? 0;
    let best = 0;
    for (let i = 1; i < steps.length; i++)
        if (Math.abs((roughly(steps[i]) ?? 0) - days) < Math.abs((roughly(steps[best]) ?? 0) - days)) best = i;
    return best;
}
