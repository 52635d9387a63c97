// SPDX-License-Identifier: MIT
// @ts-check
// The world as it is now: the plan, who needs whom, and what the portfolio tells about each record.
// Everything on the page asks here, so that a change of the plan (what if) is seen everywhere at once.
// At first there is only the plan; the requirements and the records follow when their parts have been
// unpacked, and who listens with onWorld() hears of it.
import { wordsOf } from "./codes.js";
import { meta, part, plan } from "./data.js";
import { inOrder, plain } from "./text.js";
import { say } from "./words.js";

/** @typedef {{id: string, level: number|null}} Step */
/** @typedef {{id: string, level: number|null, kind: "capability"|"intervention"|"missing", name: string|null,
 *   order: number, layer: number, earliest_start: string|null, earliest_ready: string|null,
 *   latest_start: string|null, latest_ready: string|null, float_days: number|null, buffer_days: number|null,
 *   identify_by: string|null, critical: boolean, not_before: boolean, driver: Step|null, owner: string|null,
 *   stage: string|null, status: string|null, tags: string[], parent: string|null}} Activity */
/** @typedef {{from: string, to: string, work: number, round_wait: number, cycle_wait: number, lag: number,
 *   release_wait: number}} Elapsed */
/** @typedef {{id: string, needed_by: string|null, earliest_ready: string|null, late_days: number|null,
 *   late_cycles: number|null, critical_path: Step[], elapsed: Elapsed|null}} Live */
/** @typedef {{title?: string, status_date: string, activities: Activity[], interventions: Live[]}} Plan */
/** @typedef {{from: number, to: number, lag: boolean, from_start: boolean, step: boolean,
 *   spare: boolean}} Link `to` needs `from`; step: one level of a capability after another; spare: one of
 *   several ways, and not the one that is taken */
/** @typedef {{kind: string, id: string, name?: string, owner?: string, tags?: string[], stage?: string,
 *   [key: string]: any}} PortfolioRecord */
/** @typedef {{needs: string[], neededBy: string[]}} Direct */
/** @typedef {{owners: string[], tags: string[], stages: string[], scenario: string, critical: boolean,
 *   late: boolean, only?: string}} Filter the part of the address that leaves things out */

/** @typedef {{plan: Plan, links: Link[], portfolio: {[key: string]: any}, activities: Activity[],
 *   byKey: Map<string, Activity>, byId: Map<string, Activity[]>, byOrder: Activity[],
 *   lives: Map<string, Live>, needs: (key: string) => Set<string>, neededBy: (key: string) => Set<string>,
 *   direct: (key: string) => Direct, linksTo: (key: string) => Link[], linksFrom: (key: string) => Link[],
 *   gathered: (question: string, make: () => Iterable<string>) => Set<string>,
 *   records: Map<string, PortfolioRecord>, owners: string[], tags: string[], stages: string[],
 *   scenarios: PortfolioRecord[], measures: PortfolioRecord[], scenario: string,
 *   part: (name: string) => Promise<string>}} World */

/** What a world is made of. What is left out stays as the page was written.
 * @typedef {{plan: Plan, links?: Link[], portfolio?: {[key: string]: any}, scenario?: string,
 *   part?: (name: string) => Promise<string>}} Documents part: the parts (CSV, SVG, whys) of this plan;
 *   scenario: the one that it was planned for, or "" */

const STAGES = ["explore", "develop", "exploit"];

/* The lists of a portfolio whose records have ids; where two lists have the same id, the first. */
const LISTS = [
    ["interventions", "intervention"],
    ["capabilities", "capability"],
    ["scenarios", "scenario"],
    ["measures", "measure"],
    ["risks", "risk"],
    ["dimensions", "dimension"],
    ["segments", "segment"],
    ["situations", "situation"],
];

/** The name of an activity in all maps and sets here.
 * @param {Step} step
 * @returns {string} */
export function keyOf(step) {
    return step.id + " " + (step.level ?? "");
}

/** What people call a record: its name, else its id. The dimensions of the white paper have names where
 * the portfolio lists none of its own.
 * @param {string} id
 * @returns {string} */
export function called(id) {
    const activity = current.byId.get(id)?.[0];
    const record = current.records.get(id);
    const dimension = activity || (record && record.kind !== "dimension") ? null : wordsOf("dimension", id);
    return plain(activity?.name || record?.name || (dimension ? say(dimension) : id));
}

/* ---- who needs whom ---- */

/** The neighbours of each activity, by order: links[order] are those that come in, or go out.
 * @param {Link[]} links
 * @param {"from"|"to"} end
 * @returns {Map<number, Link[]>} */
function linksAt(links, end) {
    const at = new Map();
    for (const link of links) {
        const list = at.get(link[end]);
        if (list) list.push(link);
        else at.set(link[end], [link]);
    }
    return at;
}

/** All that is reached from one activity, without itself and without ways that are not taken.
 * @param {Activity[]} byOrder
 * @param {Map<number, Link[]>} links
 * @param {"from"|"to"} towards
 * @param {number} start
 * @returns {Set<string>} */
function reached(byOrder, links, towards, start) {
    const seen = new Set([start]);
    const keys = new Set();
    const todo = [start];
    for (let at = todo.pop(); at !== undefined; at = todo.pop())
        for (const link of links.get(at) ?? []) {
            if (link.spare || seen.has(link[towards])) continue;
            seen.add(link[towards]);
            keys.add(keyOf(byOrder[link[towards]]));
            todo.push(link[towards]);
        }
    return keys;
}

/** An answer for each key, made once.
 * @template T
 * @param {(key: string) => T} make
 * @returns {(key: string) => T} */
function remembered(make) {
    /** @type {Map<string, T>} */
    const made = new Map();
    return (key) => {
        let answer = made.get(key);
        if (answer === undefined) made.set(key, (answer = make(key)));
        return answer;
    };
}

/* ---- what the portfolio tells ---- */

/** @param {{[key: string]: any}} portfolio
 * @returns {Map<string, PortfolioRecord>} */
function recordsOf(portfolio) {
    const records = new Map();
    for (const [list, kind] of LISTS)
        for (const record of portfolio[list] ?? [])
            if (record && typeof record.id === "string" && !records.has(record.id))
                records.set(record.id, { ...record, kind });
    return records;
}

/** Is it something that is planned, with an owner, tags and a stage?
 * @param {PortfolioRecord} record */
function isItem(record) {
    return record.kind === "capability" || record.kind === "intervention";
}

/** A list of the portfolio as records of that kind.
 * @param {{[key: string]: any}} portfolio
 * @param {string} list
 * @param {string} kind
 * @returns {PortfolioRecord[]} */
function listOf(portfolio, list, kind) {
    return (portfolio[list] ?? []).map((/** @type {any} */ record) => ({ ...record, kind }));
}

/* ---- the world ---- */

/** @param {Documents} documents
 * @returns {World} */
function makeWorld(documents) {
    const { plan: planned, links = [], portfolio = {} } = documents;
    const { activities } = planned;
    const byKey = new Map(activities.map((activity) => [keyOf(activity), activity]));
    const byOrder = /** @type {Activity[]} */ ([]);
    const byId = /** @type {Map<string, Activity[]>} */ (new Map());
    for (const activity of activities) {
        byOrder[activity.order] = activity;
        const list = byId.get(activity.id);
        if (list) list.push(activity);
        else byId.set(activity.id, [activity]);
    }
    const into = linksAt(links, "to");
    const out = linksAt(links, "from");
    const order = (/** @type {string} */ key) => byKey.get(key)?.order ?? -1;
    const records = recordsOf(portfolio);
    const items = [...activities, ...[...records.values()].filter(isItem)];
    const needs = remembered((key) => reached(byOrder, into, "from", order(key)));
    return {
        plan: planned,
        links,
        portfolio,
        activities,
        byKey,
        byId,
        byOrder,
        lives: new Map((planned.interventions ?? []).map((live) => [live.id, live])),
        needs,
        neededBy: remembered((key) => reached(byOrder, out, "to", order(key))),
        direct: remembered((key) => ({
            needs: (into.get(order(key)) ?? []).map((link) => keyOf(byOrder[link.from])),
            neededBy: (out.get(order(key)) ?? []).map((link) => keyOf(byOrder[link.to])),
        })),
        linksTo: (key) => into.get(order(key)) ?? [],
        linksFrom: (key) => out.get(order(key)) ?? [],
        gathered: gatherer(),
        records,
        owners: inOrder(items.flatMap((item) => item.owner ?? [])),
        tags: inOrder(items.flatMap((item) => item.tags ?? [])),
        stages: STAGES.filter((stage) => items.some((item) => item.stage === stage)),
        scenarios: listOf(portfolio, "scenarios", "scenario"),
        measures: listOf(portfolio, "measures", "measure"),
        scenario: documents.scenario ?? meta.settings?.scenario ?? "",
        part: documents.part ?? part,
    };
}

/** Makes the sets of activities that filters ask for; by the name of the question they are remembered. */
function gatherer() {
    /** @type {Map<string, Set<string>>} */
    const sets = new Map();
    return (/** @type {string} */ question, /** @type {() => Iterable<string>} */ make) => {
        let set = sets.get(question);
        if (!set) sets.set(question, (set = new Set(make())));
        return set;
    };
}

/** The activities for which something holds, and all that they need.
 * @param {(activity: Activity) => boolean} asks
 * @returns {string[]} */
function withNeeds(asks) {
    const keys = current.activities.filter(asks).map(keyOf);
    return keys.flatMap((key) => [key, ...current.needs(key)]);
}

let written = makeWorld({ plan: /** @type {any} */ (plan) });
let current = written;
/** @type {Set<(world: World) => void>} */
const listeners = new Set();

/** The world as it is now.
 * @returns {World} */
export function world() {
    return current;
}

/** Is it another than what the page was written with?
 * @returns {boolean} */
export function isChanged() {
    return current !== written;
}

/** An activity as the plan was written; undefined: it was not there.
 * @param {Step} step
 * @returns {Activity|undefined} */
export function asWritten(step) {
    return written.byKey.get(keyOf(step));
}

/** Tells of every change of the world, the arrival of its parts too. The answer stops that.
 * @param {(world: World) => void} listener
 * @returns {() => void} */
export function onWorld(listener) {
    listeners.add(listener);
    return () => listeners.delete(listener);
}

/** Another world takes the place of this one; null: the plan as it was written.
 * @param {Documents|null} documents */
export function setWorld(documents) {
    const { links, portfolio } = written;
    current = documents ? makeWorld({ links, portfolio, ...documents }) : written;
    for (const listener of [...listeners]) listener(current);
}

/** Unpacks what the world needs beside the plan; once, when the page opens.
 * @returns {Promise<void>} */
export async function openWorld() {
    const [links, portfolio] = await Promise.all([part("links.json"), part("portfolio.json")]);
    const wasChanged = isChanged();
    written = makeWorld({
        plan: /** @type {any} */ (plan),
        links: JSON.parse(links).links,
        portfolio: JSON.parse(portfolio),
    });
    if (!wasChanged) setWorld(null);
}

/* ---- what the filters leave ---- */

/** Does it come too late: an intervention after its date, a step after the day on which others need it?
 * @param {Activity} activity
 * @returns {boolean} */
export function isLate(activity) {
    if (activity.kind === "intervention") return (current.lives.get(activity.id)?.late_days ?? 0) > 0;
    return activity.buffer_days !== null && activity.buffer_days < 0;
}

/** The scenario that leaves something out: not the one that the plan was made for, which did so already.
 * @param {Filter} state */
function sought(state) {
    return state.scenario === current.scenario ? "" : state.scenario;
}

/** Do the filters of the address leave anything out?
 * @param {Filter} state
 * @returns {boolean} */
export function isFiltered(state) {
    const { owners, tags, stages, critical, late, only } = state;
    return owners.length + tags.length + stages.length > 0 || Boolean(sought(state) || only || critical || late);
}

/** Is an activity among what the filters leave? A stage leaves the interventions that have it, and all that
 * those need; a scenario likewise, where an intervention that names none belongs to all of them.
 * @param {Activity} activity
 * @param {Filter} state
 * @returns {boolean} */
export function matches(activity, state) {
    if (state.critical && !activity.critical) return false;
    if (state.late && !isLate(activity)) return false;
    if (state.owners.length && !state.owners.includes(activity.owner ?? "")) return false;
    if (state.tags.length && !(activity.tags ?? []).some((tag) => state.tags.includes(tag))) return false;
    if (state.stages.length && !atStages(state.stages).some((set) => set.has(keyOf(activity)))) return false;
    if (state.only && !tiedTo(state.only).has(keyOf(activity))) return false;
    return !sought(state) || inScenario(state.scenario).has(keyOf(activity));
}

/** @param {string[]} stages */
function atStages(stages) {
    return stages.map((stage) =>
        current.gathered("stage " + stage, () => withNeeds((asked) => asked.stage === stage)),
    );
}

/** All steps of a record, what they need, and what needs them.
 * @param {string} id */
function tiedTo(id) {
    return current.gathered("only " + id, () => {
        const keys = (current.byId.get(id) ?? []).map(keyOf);
        return keys.flatMap((key) => [key, ...current.needs(key), ...current.neededBy(key)]);
    });
}

/** @param {string} scenario */
function inScenario(scenario) {
    const belongs = (/** @type {Activity} */ asked) => {
        if (asked.kind !== "intervention") return false;
        const named = current.records.get(asked.id)?.scenarios;
        return !Array.isArray(named) || named.length === 0 || named.includes(scenario);
    };
    return current.gathered("scenario " + scenario, () => withNeeds(belongs));
}

/** Is a record among what the filters leave: one of its activities, or, where nothing of it has to be
 * done any more, the record itself?
 * @param {string} id
 * @param {Filter} state
 * @returns {boolean} */
export function matchesId(id, state) {
    const activities = current.byId.get(id);
    if (activities) return activities.some((activity) => matches(activity, state));
    const record = current.records.get(id);
    if (state.critical || state.late || state.stages.length || sought(state) || state.only) return false;
    if (state.owners.length && !state.owners.includes(record?.owner ?? "")) return false;
    return !state.tags.length || (record?.tags ?? []).some((/** @type {string} */ tag) => state.tags.includes(tag));
}

/** How many records of the plan the filters leave, and how many there are.
 * @param {Filter} state
 * @returns {{shown: number, all: number}} */
export function countShown(state) {
    let shown = 0;
    for (const activities of current.byId.values())
        if (activities.some((activity) => matches(activity, state))) shown++;
    return { shown, all: current.byId.size };
}
