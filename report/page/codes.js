// SPDX-License-Identifier: MIT
// @ts-check
// What are the coded values of the tables called? Scripts read the codes, people read these words. A
// code that is not here is shown as it is, so that a newer command needs no newer page.

/** @typedef {readonly [string, string]} Pair English, Dutch */
/** @typedef {{[code: string]: Pair}} Codes */

/** @type {Codes} */
const STAGES = {
    explore: ["explore", "verkennen"],
    develop: ["develop", "ontwikkelen"],
    exploit: ["exploit", "exploiteren"],
};

/** @type {Codes} */
const MISMATCHES = {
    none: ["no gap", "geen kloof"],
    "too-little": ["too little", "te weinig"],
    "too-much": ["too much", "te veel"],
    "wrong-way": ["the wrong way", "op de verkeerde manier"],
};

/** @type {Codes} */
const VERDICTS = {
    "in-time": ["in time", "op tijd"],
    "identify-now": ["identify now", "identificeer nu"],
    "too-late": ["too late", "te laat"],
};

/** @type {Codes} */
const DECISIONS = {
    measure: ["take a measure", "neem een maatregel"],
    "off-round": ["start outside the rounds", "begin buiten de rondes om"],
    shorten: ["shorten", "verkort"],
    level: ["ask for a lower level", "vraag een lager niveau"],
    date: ["move the date", "verschuif de datum"],
};

/** @type {Codes} */
const REPAIRS = {
    proven: ["proven: nothing is cheaper", "bewezen: goedkoper kan niet"],
    best: ["best that was found", "beste dat gevonden is"],
    impossible: ["cannot be made", "niet te halen"],
    "nothing-late": ["nothing is late", "niets is te laat"],
    "not-sought": ["not sought", "niet gezocht"],
};

/** The words of each list of codes.
 * @type {{[list: string]: Codes}} */
export const codes = {
    truth: { true: ["yes", "ja"], false: ["no", "nee"] },
    kind: {
        capability: ["capability", "capability"],
        intervention: ["intervention", "interventie"],
        prerequisite: ["prerequisite", "voorwaarde"],
        missing: ["missing", "ontbreekt"],
        scenario: ["scenario", "scenario"],
        measure: ["measure", "maatregel"],
        risk: ["risk", "risico"],
        dimension: ["dimension", "dimensie"],
        segment: ["segment", "segment"],
        situation: ["situation", "situatie"],
    },
    stage: STAGES,
    status: {
        unidentified: ["not identified", "niet geïdentificeerd"],
        identified: ["identified", "geïdentificeerd"],
        planned: ["planned", "gepland"],
        "in-development": ["in development", "in ontwikkeling"],
        available: ["available", "beschikbaar"],
        "at-risk": ["at risk", "loopt gevaar"],
    },
    severity: {
        error: ["error", "fout"],
        warning: ["warning", "waarschuwing"],
        info: ["note", "opmerking"],
    },
    verdict: VERDICTS,
    remedy: {
        "off-round": ["start outside the rounds", "begin buiten de rondes om"],
        shorten: ["shorten", "verkort"],
        "accept-level": ["accept a lower level", "neem een lager niveau aan"],
        "start-now": ["start now", "begin nu"],
        "move-date": ["move the date", "verschuif de datum"],
    },
    decision: DECISIONS,
    repair: REPAIRS,
    shortage: {
        missing: ["missing", "ontbrekend"],
        unplanned: ["unplanned", "ongepland"],
        unreached: ["out of reach", "buiten bereik"],
        unfounded: ["unfounded", "ongegrond"],
        premature: ["premature", "voorbarig"],
        catalogue: ["forgotten", "vergeten"],
    },
    uncertainty: { low: ["low", "laag"], medium: ["medium", "middel"], high: ["high", "hoog"] },
    track: {
        identify: ["identify", "identificeren"],
        develop: ["develop", "ontwikkelen"],
        strengthen: ["strengthen", "versterken"],
    },
    progress: {
        unidentified: ["not identified", "onbekend"],
        identified: ["identified", "bekend"],
        "under-way": ["under way", "loopt"],
        there: ["there", "is er"],
    },
    match: { ok: ["on course", "op koers"], behind: ["behind", "achter"], ahead: ["early", "te vroeg"] },
    aspect: {
        skills: ["skills", "vaardigheden"],
        methods: ["methods", "werkwijzen"],
        tools: ["tools", "hulpmiddelen"],
    },
    standing: {
        missing: ["missing", "ontbreekt"],
        unplanned: ["unplanned", "ongepland"],
        "too-late": ["too late", "te laat"],
        "in-time": ["in time", "op tijd"],
        there: ["there", "is er"],
    },
    demand: {
        requested: ["requested", "gevraagd"],
        prerequisite: ["prerequisite", "voorwaarde"],
        premature: ["premature", "voorbarig"],
        unfounded: ["unfounded", "ongegrond"],
        heading: ["heading", "verzamelnaam"],
    },
    dimension: {
        complexity: ["Complexity", "Complexiteit"],
        language: ["Language", "Taal"],
        place: ["Place", "Plaats"],
        time: ["Time", "Tijd"],
        "individual-relevance": ["Individual relevance", "Individuele relevantie"],
        "confidence-to-act": ["Confidence to act", "Vertrouwen tot handelen"],
        empathy: ["Empathy", "Empathie"],
        autonomy: ["Autonomy", "Autonomie"],
    },
    mismatch: MISMATCHES,
    trend: {
        unknown: ["unknown", "onbekend"],
        closing: ["closing", "wordt kleiner"],
        widening: ["widening", "wordt groter"],
        unchanged: ["unchanged", "onveranderd"],
        turned: ["turned", "omgeslagen"],
    },
    next: {
        keep: ["keep", "houden zo"],
        choose: ["choose an intervention", "kies een interventie"],
        develop: ["develop: on its way", "ontwikkel: is onderweg"],
        adjust: ["adjust", "stel bij"],
        measure: ["measure again", "meet opnieuw"],
    },
    closing: {
        none: ["nothing closes it", "niets dicht dit"],
        "at-work": ["at work, adjust", "werkt al, stel bij"],
        live: ["live, measure", "live, meet"],
        planned: ["planned", "gepland"],
    },
    first: { identify: ["identify", "identificeer"], start: ["begin", "begin"] },
    robustness: {
        "not-asked": ["not asked", "niet gevraagd"],
        option: ["option", "optie"],
        "no-regret": ["no regret", "altijd nodig"],
    },
    future: {
        demand: ["asked for", "gevraagd"],
        alternative: ["one of several ways", "een van de mogelijkheden"],
        "decide-by": ["decide by", "kies vóór"],
        live: ["live", "live"],
        binds: ["waits for the choice", "wacht op de keuze"],
        identify: ["identify before the choice", "identificeer vóór de keuze"],
        stake: ["what a missed start costs", "wat een gemiste start kost"],
    },
    risky: {
        run: ["the run", "de berekening"],
        intervention: ["intervention", "interventie"],
        unmitigated: ["without mitigation", "zonder beperking"],
        merge: ["chains that join", "ketens die samenkomen"],
        together: ["together in time", "samen op tijd"],
        step: ["step", "stap"],
        "step by intervention": ["step for an intervention", "stap voor een interventie"],
        risk: ["risk", "risico"],
        "risk by intervention": ["risk for an intervention", "risico voor een interventie"],
    },
};

/** The words of a code, or null where there are none.
 * @param {string|undefined} list
 * @param {string} code
 * @returns {Pair|null} */
export function wordsOf(list, code) {
    const words = list ? codes[list] : null;
    return words && Object.hasOwn(words, code) ? words[code] : null;
}

/** Where a code stands in its list, which is in an order that means something; after all of them where
 * it is not in there.
 * @param {string|undefined} list
 * @param {string} code
 * @returns {number} */
export function placeOf(list, code) {
    const names = list && codes[list] ? Object.keys(codes[list]) : [];
    const place = names.indexOf(code);
    return place < 0 ? names.length : place;
}
