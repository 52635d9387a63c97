// SPDX-License-Identifier: MIT
// Changes to a portfolio, as window.groeipad.replan() takes them and as the command's options say them.
import { dayAfter } from "./random.mjs";

const durations = ["0d", "2w", "10wd", "1mo", "40d", "6mo", "1y", "1y6mo", "{\"min\":\"1mo\",\"likely\":\"3mo\",\"max\":\"9mo\"}"];
const rounds = ["none", "1mo", "3mo", "6mo", "1y", "2y"];

/** An id within a target: in quotes, because it may have dots or blanks. */
const quoted = (id) => `"${id.replace(/["\\]/g, "\\$&")}"`;

/* One change each: something of what replan() takes. */
const kinds = [
    (random, { capabilities }) => ({ set: { [`${quoted(random.of(capabilities).id)}.lead_time`]: random.of(durations) } }),
    (random, { capabilities }) => ({ set: { [`${quoted(random.of(capabilities).id)}.lead_time`]: random.of(durations) } }),
    (random, { capabilities }) => ({ set: { [`${quoted(random.of(capabilities).id)}.level`]: random.below(4) } }),
    (random, { capabilities }) => ({ set: { [`${quoted(random.of(capabilities).id)}.not_before`]: dayAfter(random.below(700)) } }),
    (random, { capabilities }) => ({ set: { [`${quoted(random.of(capabilities).id)}.planning`]: "none" } }),
    (random, { interventions }) => ({ set: { [`${quoted(random.of(interventions).id)}.needed_by`]: dayAfter(200 + random.below(1200)) } }),
    (random, { interventions }) => ({ set: { [`${quoted(random.of(interventions).id)}.start`]: dayAfter(random.below(900)) } }),
    (random, { interventions }) => ({ set: { [`${quoted(random.of(interventions).id)}.cycle`]: random.of(["1w", "5w", "3mo"]) } }),
    (random) => ({ set: { "planning.round": random.of(rounds) } }),
    (random) => ({ set: { cycle: random.of(["1w", "4w", "2mo"]) } }),
    (random, { measures }) => (measures?.length ? { measures: [random.of(measures).id] } : {}),
    (random, { scenarios }) => (scenarios?.length ? { scenario: random.of(scenarios).id } : {}),
    (random, { capabilities, interventions }) => ({ require: [`${quoted(random.of(interventions).id)}->${quoted(random.of(capabilities).id)}@${1 + random.below(3)}`] }),
    (random, { capabilities }) => ({ require: [`${quoted(random.of(capabilities).id)}->${quoted(random.of(capabilities).id)}`] }),
    (random, { interventions }) => {
        const from = random.of(interventions);
        const [to] = (from.requires ?? []).map((one) => (typeof one === "string" ? one : one.id)).filter(Boolean);
        return to ? { drop: [`${quoted(from.id)}->${quoted(to)}`] } : {};
    },
];

/** One to three changes at once; some of them cannot be made, which both sides have to say. */
export function drawChanges(random, portfolio) {
    const all = { set: {}, require: [], drop: [], measures: [] };
    for (let left = 1 + random.below(3); left > 0; left--) {
        const one = random.of(kinds)(random, portfolio);
        Object.assign(all.set, one.set);
        for (const list of ["require", "drop", "measures"]) all[list] = [...new Set([...all[list], ...one[list] ?? []])];
        if (one.scenario) all.scenario = one.scenario;
    }
    return Object.fromEntries(Object.entries(all).filter(([, value]) => (Array.isArray(value) ? value.length > 0 : typeof value === "string" || Object.keys(value).length > 0)));
}

/** The same for the command. */
export function optionsOf({ set = {}, require = [], drop = [], measures = [], scenario }) {
    const each = (option, list) => list.flatMap((value) => [option, value]);
    return [...(scenario ? ["--scenario", scenario] : []), ...each("--measure", measures), ...Object.entries(set).flatMap(([target, value]) => ["--set", `${target}=${value}`]),
        ...each("--require", require), ...each("--drop", drop)];
}

/** The same for the page: a text that reads as JSON is JSON there too. */
export function forPage({ set = {}, ...rest }) {
    const read = (value) => {
        try {
            return JSON.parse(value);
        } catch {
            return value;
        }
    };
    return { ...rest, set: Object.fromEntries(Object.entries(set).map(([target, value]) => [target, read(value)])) };
}
