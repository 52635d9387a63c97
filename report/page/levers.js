// SPDX-License-Identifier: MIT
// @ts-check
// What can be tried with a record, or with the plan as a whole? A list of levers: which target of
// --set each one sets, what it is called, and what kind of field it needs. What the file says, and
// what the plan of now says, is looked up in the one and the other portfolio by the lever's path.
import { idInTarget } from "./changes.js";

/** @typedef {{[key: string]: any}} Portfolio */
/** @typedef {readonly [string, string]} Pair */
/** @typedef {{target: string, path: Path, label: Pair, kind: "duration"|"date"|"number"|"off-round",
 *   level?: number, scale?: string[], note?: Pair, with?: string, otherwise?: any}} Lever
 *   level: that of the step; scale: of the slider; with: what has to be set as well, "TARGET=VALUE";
 *   otherwise: what holds where nothing is given */
/** Where a value stands: in which record (null: at the top), in which entry of its levels, by which keys.
 * @typedef {{id: string|null, level: number|null, keys: string[]}} Path */
/** @typedef {{id: string, level: number}} Alternative */
/** A requirement: of whom (the beginning of a target, and in words the step), and of what; with
 * several alternatives one of them is enough.
 * @typedef {{from: string, step: number|null, isAny: boolean, alternatives: Alternative[]}} Requirement */

const words = {
    leadTime: /** @type {Pair} */ (["Lead time of a step", "Doorlooptijd van een stap"]),
    leadTimeTo: /** @type {Pair} */ ([
        "Lead time of the step to level {0}",
        "Doorlooptijd van de stap naar niveau {0}",
    ]),
    skills: /** @type {Pair} */ (["Lead time: skills", "Doorlooptijd: vaardigheden"]),
    methods: /** @type {Pair} */ (["Lead time: methods", "Doorlooptijd: werkwijzen"]),
    tools: /** @type {Pair} */ (["Lead time: tools", "Doorlooptijd: hulpmiddelen"]),
    skillsTo: /** @type {Pair} */ (["To level {0}: skills", "Naar niveau {0}: vaardigheden"]),
    methodsTo: /** @type {Pair} */ (["To level {0}: methods", "Naar niveau {0}: werkwijzen"]),
    toolsTo: /** @type {Pair} */ (["To level {0}: tools", "Naar niveau {0}: hulpmiddelen"]),
    level: /** @type {Pair} */ (["Level that is there now", "Niveau dat er nu is"]),
    offRound: /** @type {Pair} */ (["Starts outside the planning rounds", "Begint buiten de planrondes om"]),
    neededBy: /** @type {Pair} */ (["Needed by", "Nodig op"]),
    start: /** @type {Pair} */ (["Start of its development", "Begin van de ontwikkeling"]),
    duration: /** @type {Pair} */ (["Duration of its development", "Duur van de ontwikkeling"]),
    cycle: /** @type {Pair} */ (["Length of a cycle", "Lengte van een cyclus"]),
    notBefore: /** @type {Pair} */ (["Not to start before", "Niet beginnen vóór"]),
    started: /** @type {Pair} */ (["Started on", "Begonnen op"]),
    ready: /** @type {Pair} */ (["Ready on", "Klaar op"]),
    startedNote: /** @type {Pair} */ (["as a fact", "als feit"]),
    readyNote: /** @type {Pair} */ (["as a fact, whatever it requires", "als feit, wat het ook vereist"]),
    round: /** @type {Pair} */ (["Time between planning rounds", "Tijd tussen planrondes"]),
    roundsFrom: /** @type {Pair} */ (["One of the planning rounds", "Een van de planrondes"]),
    wholeCycle: /** @type {Pair} */ ([
        "Cycle of interventions that give none",
        "Cyclus van interventies die er geen noemen",
    ]),
};

const LONG = "0d 2w 1mo 2mo 3mo 4mo 5mo 6mo 7mo 8mo 9mo 10mo 11mo 1y 15mo 18mo 21mo 2y 30mo 3y 4y 5y".split(" ");
const SHORT = "1w 2w 3w 4w 6w 8w 10w 12w 16w 20w 6mo 9mo 1y".split(" ");
const ROUNDS = "none 1mo 2mo 3mo 4mo 6mo 1y 2y".split(" ");
const ASPECTS = /** @type {const} */ (["skills", "methods", "tools"]);

/** The record of an id, and whether it is an intervention; null: nothing describes it.
 * @param {Portfolio} portfolio
 * @param {string} id
 * @returns {{record: any, isIntervention: boolean}|null} */
export function recordIn(portfolio, id) {
    for (const list of ["interventions", "capabilities"]) {
        const record = (portfolio[list] ?? []).find((/** @type {any} */ one) => one?.id === id);
        if (record) return { record, isIntervention: list === "interventions" };
    }
    return null;
}

/** The value of a lever in a portfolio; undefined: it is not given.
 * @param {Portfolio} portfolio
 * @param {Path} path
 * @returns {any} */
export function valueAt(portfolio, path) {
    let at = path.id === null ? portfolio : recordIn(portfolio, path.id)?.record;
    if (path.level !== null) at = at?.levels?.find((/** @type {any} */ entry) => entry?.level === path.level);
    for (const key of path.keys) at = at?.[key];
    return at ?? undefined;
}

/** @param {string|null} id
 * @param {string[]} keys
 * @param {number|null} [level]
 * @returns {{target: string, path: Path}} */
function about(id, keys, level = null) {
    const record = id === null ? [] : [idInTarget(id)];
    const entry = level === null ? [] : [`levels[${level}]`];
    return { target: [...record, ...entry, ...keys].join("."), path: { id, level, keys } };
}

/** How long a step takes: by its aspects where it has those, for then the longest of them counts.
 * @param {any} entry the capability, or one of its levels
 * @param {string} id
 * @param {number|null} level
 * @returns {Lever[]} */
function leadTimes(entry, id, level) {
    const to = level === null ? {} : { level };
    const has = ASPECTS.filter((aspect) => entry.aspects?.[aspect] !== undefined);
    if (has.length)
        return has.map((aspect) => ({
            ...about(id, ["aspects", aspect], level),
            ...to,
            kind: "duration",
            scale: LONG,
            label: words[level === null ? aspect : /** @type {const} */ (`${aspect}To`)],
        }));
    const label = level === null ? words.leadTime : words.leadTimeTo;
    return [{ ...about(id, ["lead_time"], level), ...to, kind: "duration", scale: LONG, label }];
}

/** @param {string} id
 * @param {any} record
 * @param {boolean} hasRounds
 * @returns {Lever[]} */
function ofCapability(id, record, hasRounds) {
    const levels = (record.levels ?? []).filter((/** @type {any} */ entry) => entry?.lead_time || entry?.aspects);
    /* Where its levels say how long their steps take, and it does not, there is nothing else to take long. */
    const otherwise = record.status === "available" ? 1 : 0;
    const hasOwn = record.lead_time || record.aspects || !levels.length;
    return [
        ...(hasOwn ? leadTimes(record, id, null) : []),
        ...levels.flatMap((/** @type {any} */ entry) => leadTimes(entry, id, entry.level)),
        { ...about(id, ["level"]), kind: "number", label: words.level, otherwise },
        ...(hasRounds || record.planning
            ? [/** @type {Lever} */ ({ ...about(id, ["planning"]), kind: "off-round", label: words.offRound })]
            : []),
        { ...about(id, ["not_before"]), kind: "date", label: words.notBefore },
        { ...about(id, ["started"]), kind: "date", label: words.started, note: words.startedNote },
        { ...about(id, ["ready"]), kind: "date", label: words.ready, note: words.readyNote },
        { ...about(id, ["needed_by"]), kind: "date", label: words.neededBy },
    ];
}

/** @param {string} id
 * @returns {Lever[]} */
function ofIntervention(id) {
    return [
        { ...about(id, ["needed_by"]), kind: "date", label: words.neededBy },
        { ...about(id, ["duration"]), kind: "duration", scale: SHORT, label: words.duration },
        { ...about(id, ["cycle"]), kind: "duration", scale: SHORT, label: words.cycle },
        { ...about(id, ["start"]), kind: "date", label: words.start },
        { ...about(id, ["not_before"]), kind: "date", label: words.notBefore },
    ];
}

/** What can be tried with a record; none: nothing describes it.
 * @param {Portfolio} portfolio as it is written
 * @param {string} id
 * @returns {Lever[]} */
export function leversOf(portfolio, id) {
    const found = recordIn(portfolio, id);
    if (!found) return [];
    if (found.isIntervention) return ofIntervention(id);
    const { round, dates } = portfolio.planning ?? {};
    return ofCapability(id, found.record, Boolean((round && round !== "none") || dates));
}

/** What can be tried with the plan as a whole. Rounds need a day to count from: where the file has
 * none, the status date is set along with the first of them.
 * @param {Portfolio} portfolio as it is written
 * @param {string} statusDate
 * @returns {Lever[]} */
export function leversOfWhole(portfolio, statusDate) {
    const isFixed = portfolio.planning?.from || portfolio.planning?.dates;
    const along = isFixed ? {} : { with: "planning.from=" + statusDate };
    return [
        { ...about(null, ["planning", "round"]), kind: "duration", scale: ROUNDS, label: words.round, ...along },
        { ...about(null, ["planning", "from"]), kind: "date", label: words.roundsFrom },
        { ...about(null, ["cycle"]), kind: "duration", scale: SHORT, label: words.wholeCycle },
    ];
}

/** @param {any} entry
 * @returns {Alternative} */
function alternative(entry) {
    if (typeof entry === "string") return { id: entry, level: 1 };
    return { id: String(entry?.id ?? ""), level: Number(entry?.level ?? 1) };
}

/** What a record requires, those of its levels included, as it is written.
 * @param {Portfolio} portfolio
 * @param {string} id
 * @returns {Requirement[]} */
export function requirementsOf(portfolio, id) {
    const record = recordIn(portfolio, id)?.record;
    const owners = [{ from: idInTarget(id), step: null, list: record?.requires }];
    for (const entry of record?.levels ?? [])
        owners.push({
            from: `${idInTarget(id)}.levels[${entry?.level}]`,
            step: entry?.level,
            list: entry?.requires,
        });
    return owners.flatMap(({ from, step, list }) =>
        (list ?? []).map((/** @type {any} */ entry) => {
            const isAny = Array.isArray(entry?.any);
            return { from, step, isAny, alternatives: (isAny ? entry.any : [entry]).map(alternative) };
        }),
    );
}

/** The target of a requirement on one id.
 * @param {Requirement} requirement
 * @param {Alternative} of
 * @returns {string} */
export function requirementTarget(requirement, of) {
    return requirement.from + "->" + idInTarget(of.id);
}
