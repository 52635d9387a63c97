// SPDX-License-Identifier: MIT
// Portfolios that are made: of the shape that real ones have (programmes with foundations of their own, few requirements across
// them, yearly rounds, much that is there already, a third late), with names that are not ASCII, scenarios and measures. The same
// arguments give the same bytes everywhere.
import { dayAfter, Random } from "./random.mjs";

const programmes = ["Vergunningen", "Données ouvertes", "Soziales", "Belasting & toeslagen", "Öffentlicher Raum", "Contact met burgers",
    "Gegevensfundament", "Registre d'état", "Energietransitie", "Onderwijs en jeugd", "Wasser", "Mobilité"];
const abilities = ["Weten waar élke zaak staat", "Schrijven in klare taal", "Partager les données à temps", "Beslissingen uitleggen", "Größe und Maß halten",
    "Actief openbaar maken", "Algoritmen toetsen op \"vooringenomenheid\"", "Toestemming <vastleggen>", "Één beeld van contacten", "Kort-cyclisch werken",
    "Règles comme données", "Digitale identiteit", "Archiveren by design", "Ervaring meten", "Service design – samen", "In percelen inkopen",
    "Testen mét inwoners", "Gebeurtenissen & registers", "Дежурство круглосуточно", "知識を管理する"];
const offers = ["Volg uw aanvraag", "Advies vooraf", "Één formulier", "Terugbellen", "Brieven op uw niveau", "Voorstel vóór u vraagt",
    "Meekijkhulp", "Kaart van besluiten", "Bezwaar in gesprek", "Betalen in termijnen", "Herinnering die helpt", "Verhuizen in één keer"];
const owners = ["Dienst", "Informatie", "Data & AI", "Recht", "Bedrijfsvoering", "Mensen", "Financiën"];
const leadTimes = ["6w", "2mo", "3mo", "4mo", "4mo", "6mo", "6mo", "8mo", "9mo", "1y", "1y6mo"];

const number = (n) => String(n).padStart(3, "0");
const targetOf = (requirement) => (typeof requirement === "string" ? requirement : requirement.id);
const holds = (requirements, id) => requirements.some((one) => targetOf(one) === id);

function capability(random, n, programme, mine, all) {
    const record = { id: `cap-${number(n)}`, name: `${abilities[(n * 7 + Math.trunc(n / 20)) % abilities.length]} ${Math.trunc(n / 20) + 1}`,
        owner: random.of(owners), tags: [programme] };
    if (mine.length > 0 && random.chance(60)) record.parent = mine[0].id;
    record.lead_time = random.of(leadTimes);
    if (random.chance(30)) record.lead_time = { min: "4w", likely: record.lead_time, max: "2y6mo" };
    if (random.chance(25)) record.level = 1 + random.below(2);
    if (random.chance(70)) record.identified = dayAfter(random.below(380) - 400);
    const requires = [];
    for (let left = mine.length > 0 ? random.below(3) : 0; left > 0; left--) {
        const { id } = mine[Math.max(0, mine.length - 1 - random.below(9))];
        if (!holds(requires, id)) requires.push(random.chance(75) ? id : { id, level: 2 });
    }
    if (mine.length > 0 && random.chance(18)) {
        const { id } = random.of(all);
        if (!holds(requires, id)) requires.push(id);
    }
    if (all.length > 2 && random.chance(6)) requires.push({ any: [all.at(-1).id, all.at(-2).id] });
    if (random.chance(2)) requires.push(`not-described-${n}`);
    if (requires.length > 0) record.requires = requires;
    return record;
}

function intervention(random, n, programme, mine, all) {
    const stage = random.of(["explore", "develop", "develop", "develop", "exploit", "exploit"]);
    const record = { id: `int-${number(n)}`, name: `${offers[(n * 5 + Math.trunc(n / 12)) % offers.length]} ${Math.trunc(n / 12) + 1}`, stage,
        uncertainty: { explore: "high", develop: "medium", exploit: "low" }[stage], cycle: random.of(["2w", "3w", "4w"]),
        start: dayAfter(random.below(900)), duration: random.of(["6w", "8w", "12w", "16w", "6mo"]), owner: random.of(owners), tags: [programme] };
    if (random.chance(80)) record.needed_by = dayAfter(250 + random.below(1300));
    const requires = [];
    for (let left = 1 + random.below(3); left > 0; left--) {
        const { id } = random.of(mine);
        if (!holds(requires, id)) requires.push(random.chance(80) ? id : { id, level: 2 });
    }
    if (random.chance(25)) {
        const { id } = random.of(all);
        if (!holds(requires, id)) requires.push(id);
    }
    record.requires = requires;
    return record;
}

/** Measures that buy time, on what the first interventions rest on. */
const measures = (interventions) => [...new Set(interventions.map((one) => targetOf(one.requires[0])))].slice(0, 4).map((id, n) => ({ id: `measure-${n}`, name: `Méér handen voor ${id}`, cost: 10 * (n + 1),
    changes: { capabilities: [{ id, lead_time: ["2w", "1mo", "6w", "2mo"][n] }] } }));

/** A portfolio of so many capabilities and interventions. */
export function portfolio(seed, capabilityCount, interventionCount) {
    const random = new Random(seed);
    const names = programmes.slice(0, Math.max(3, Math.min(12, Math.trunc(capabilityCount / 18))));
    const byProgramme = new Map(names.map((name) => [name, []]));
    const capabilities = [];
    for (let n = 0; n < capabilityCount; n++) {
        const programme = names[n % names.length];
        const mine = byProgramme.get(programme);
        const record = capability(random, n, programme, mine, capabilities);
        capabilities.push(record);
        mine.push(record);
    }
    const filled = names.filter((name) => byProgramme.get(name).length > 0);
    const interventions = [];
    for (let n = 0; n < interventionCount; n++) {
        const programme = random.of(filled);
        interventions.push(intervention(random, n, programme, byProgramme.get(programme), capabilities));
    }
    const scenarios = [{ id: "groei", name: "Groei" }, { id: "krimp", name: "Krimp" }];
    interventions.forEach((record, n) => {
        if (n % 7 === 3) record.scenarios = [scenarios[n % 2].id];
    });
    return { groeipad: 1, title: `Portefeuille van ${capabilityCount} capabilities en ${interventionCount} interventies`, status_date: dayAfter(0),
        planning: { round: random.of(["1y", "1y", "6mo", "3mo"]), from: "2026-01-01", prepare: "3mo" }, cycle: "3w", scenarios, measures: measures(interventions),
        interventions, capabilities };
}
