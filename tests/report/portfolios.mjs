// SPDX-License-Identifier: MIT
// Portfolios and changes drawn at random, the same for the same seed: with levels, alternatives, lags,
// rounds, measures, scenarios, and names in several scripts; and changes of every kind, some of which
// cannot be made.

export function makeRandom(seed) {
    let state = seed >>> 0;
    const next = () => {
        state = (state + 0x6d2b79f5) >>> 0;
        let t = state;
        t = Math.imul(t ^ (t >>> 15), t | 1);
        t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
        return (t ^ (t >>> 14)) >>> 0;
    };
    const below = (limit) => next() % limit;
    return { below, chance: (percent) => below(100) < percent, pick: (list) => list[below(list.length)] };
}

const names = [
    "Één loket voor élke burger", "Naïve façade & <Straße>", "能力の見える化", "Données partagées \"ici\"",
    "👩‍👩‍👧 samen aan zet 🇳🇱", "한국어 안내", "नमस्ते सेवा", "Plain name", "Ünïcödé \\ back\tslash", "שלום עולם",
];
const durations = ["2w", "3mo", "P6M", "20d", "9w", "1y", { min: "1mo", likely: "2mo", max: "5mo" }, "15wd"];

function makeRequirement(random, target, levels) {
    const entry = { id: target };
    if (levels[target] > 1 && random.chance(50)) entry.level = 1 + random.below(levels[target]);
    if (random.chance(15)) entry.lag = random.pick(["2w", "-1w", "1mo"]);
    return Object.keys(entry).length > 1 || random.chance(20) ? entry : target;
}

function makeRequirements(random, targets, levels, most) {
    const requires = [];
    for (let i = random.below(most + 1); i > 0 && targets.length; i--) {
        const target = random.pick(targets);
        if (random.chance(15) && targets.length > 2)
            requires.push({ any: [target, random.pick(targets.filter((t) => t !== target))] });
        else if (!requires.some((r) => r === target || r.id === target))
            requires.push(makeRequirement(random, target, levels));
    }
    if (random.chance(4)) requires.push("elsewhere");
    return requires;
}

function makeCapability(random, i, before, levels) {
    const id = random.chance(10) ? `stap ${i}.é` : `cap-${i}`;
    const made = { id, name: `${random.pick(names)} ${i}` };
    if (random.chance(92)) made.lead_time = random.pick(durations);
    if (random.chance(60)) made.owner = random.pick(["Données", "IT", "Loket"]);
    if (random.chance(15)) made.planning = "none";
    levels[id] = 1;
    if (random.chance(20)) {
        levels[id] = 2 + random.below(2);
        made.levels = [];
        for (let level = 2; level <= levels[id]; level++) made.levels.push({ level, lead_time: random.pick(durations) });
    }
    if (random.chance(10)) made.started = "2024-01-15";
    made.requires = makeRequirements(random, before, levels, 3);
    return made;
}

function makeIntervention(random, i, capabilities, levels, scenarios) {
    const made = {
        id: `int-${i}`, name: `${random.pick(names)} — ${i}`, stage: random.pick(["explore", "develop", "exploit"]),
        duration: random.pick(["8w", "3mo"]), requires: makeRequirements(random, capabilities, levels, 4),
    };
    if (random.chance(60)) made.needed_by = `202${5 + random.below(4)}-0${1 + random.below(9)}-15`;
    if (random.chance(40)) made.start = `202${4 + random.below(2)}-0${1 + random.below(9)}-01`;
    if (random.chance(30)) made.cycle = "2w";
    if (scenarios.length && random.chance(25)) made.scenarios = [random.pick(scenarios).id];
    return made;
}

function makeMeasures(random, capabilities) {
    return Array.from({ length: random.below(4) }, (_, i) => ({
        id: `measure-${i}`, name: `Maatregel ${i}`, cost: 1 + random.below(20),
        changes: random.chance(25)
            ? { planning: { round: random.pick(["6mo", "1mo"]) } }
            : { capabilities: [{ id: random.pick(capabilities), lead_time: random.pick(["2w", "1mo"]) }] },
    }));
}

export function makePortfolio(random, size) {
    const levels = {};
    const capabilities = [];
    const ids = [];
    for (let i = 0; i < size; i++) {
        const made = makeCapability(random, i, ids.slice(-8), levels);
        capabilities.push(made);
        ids.push(made.id);
    }
    const scenarios = random.chance(50) ? [{ id: "snel", name: "Snel ⚡" }, { id: "traag", name: "Traag" }] : [];
    if (scenarios.length && random.chance(50))
        scenarios[1].changes = { capabilities: [{ id: random.pick(ids), lead_time: "14mo" }] };
    const portfolio = { title: random.pick(names), status_date: "2024-02-01", language: random.pick(["en", "nl"]) };
    if (random.chance(70)) portfolio.planning = { round: random.pick(["3mo", "6mo", "1y"]), from: "2024-01-01" };
    if (scenarios.length) portfolio.scenarios = scenarios;
    portfolio.interventions = Array.from({ length: 2 + random.below(9) }, (_, i) => makeIntervention(random, i, ids, levels, scenarios));
    portfolio.capabilities = capabilities;
    portfolio.measures = makeMeasures(random, ids);
    return portfolio;
}

// ---- changes ----

const word = (id) => (/^[a-z0-9-]+$/.test(id) ? id : `"${id}"`);

function addSound(random, portfolio, changes) {
    const capability = word(random.pick(portfolio.capabilities).id);
    const intervention = random.pick(portfolio.interventions).id;
    switch (random.below(7)) {
        case 0: changes.set[`${capability}.lead_time`] = random.pick(["1w", "8mo", "2y", "45d"]); break;
        case 1: changes.set["planning.round"] = random.pick(["1mo", "6mo", "1y"]); break;
        case 2: changes.set[`${intervention}.needed_by`] = random.pick(["2025-01-01", "2027-06-30", null]); break;
        case 3: changes.set[`${capability}.not_before`] = "2025-05-05"; break;
        case 4: changes.set[`${intervention}.name`] = random.pick(names); break;
        case 5: if (portfolio.measures.length) changes.measures.push(random.pick(portfolio.measures).id); break;
        default: if (portfolio.scenarios) changes.scenario = random.pick(portfolio.scenarios).id;
    }
}

// Circles, targets that are not there, values that cannot be.
function addDoubtful(random, portfolio, changes) {
    const early = word(portfolio.capabilities[random.below(3)].id);
    const late = word(portfolio.capabilities[portfolio.capabilities.length - 1 - random.below(2)].id);
    switch (random.below(7)) {
        case 0: changes.require.push(`${early}->${late}`); break;
        case 1: changes.set["nowhere.lead_time"] = "2w"; break;
        case 2: changes.set[`${late}.lead_time`] = random.pick(["soon", "-3mo", ""]); break;
        case 3: changes.measures.push("no-such-measure"); break;
        case 4: changes.drop.push(late); break;
        case 5: changes.set[`${early}.levle`] = 2; break;
        default: changes.require.push(`${late}->${late}`);
    }
}

export function makeChanges(random, portfolio, isSound = false) {
    const changes = { measures: [], set: {}, require: [], drop: [] };
    for (let i = 1 + random.below(4); i > 0; i--) addSound(random, portfolio, changes);
    if (!isSound && random.chance(25)) addDoubtful(random, portfolio, changes);
    if (isSound) changes.set["planning.round"] = "6mo"; /* something did change */
    return changes;
}
