// SPDX-License-Identifier: MIT
// @ts-check
// What is each column of a table called, what is in its cells, and which columns does a table show
// when nobody chose any? Columns that are not here are shown under their own name, as text.

/** What is in the cells of a column; it says how they are shown, aligned and sorted.
 *   id: a record; step: a record and its level, which is in another column; ids: "a; b"; steps: "a (1) > b (2)";
 *   days, number: whole; decimal, cost: with decimals; share: of 1; chance: a share of draws; codes: "a; b", each a code; numbers: "1; 2";
 *   decisions: "shorten a 1; date b"; prose: a sentence of a command
 * @typedef {"text"|"id"|"step"|"ids"|"steps"|"date"|"days"|"number"|"decimal"|"share"|"chance"|"cost"|"code"|"codes"
 *   |"numbers"|"decisions"|"prose"} Kind */
/** @typedef {{name: string, title: readonly [string, string], kind: Kind, of?: string}} Column */
/** @typedef {readonly [Kind, string, string, string?]} Row kind, English, Dutch, and what it needs: of a code its
 *   list, of a step (or the id of one) the column of its level */

/** @type {{[name: string]: Row}} */
const everywhere = {
    action: ["code", "Action", "Actie", "track"],
    all: ["number", "All that rest on it", "Alle die erop steunen"],
    alone: ["days", "By itself", "Op zichzelf"],
    answered_by: ["ids", "Answered by", "Antwoord"],
    asked: ["number", "Asked by then", "Dan gevraagd"],
    asked_by: ["ids", "Asked by", "Gevraagd door"],
    asked_in_all: ["number", "Asked in all", "In totaal gevraagd"],
    begin_by: ["date", "Begin by", "Begin vóór"],
    board: ["code", "Board", "Bord", "stage"],
    boards: ["codes", "Boards", "Borden", "stage"],
    bound: ["cost", "Cannot cost less than", "Kan niet minder kosten dan"],
    buffer_days: ["days", "Buffer, days", "Buffer, dagen"],
    by: ["date", "By", "Uiterlijk"],
    by_days: ["days", "Shorter or later, days", "Korter of later, dagen"],
    closing: ["code", "What closes it", "Wat hem dicht", "closing"],
    code: ["text", "Code", "Code"],
    column: ["number", "Column", "Kolom"],
    cost: ["cost", "Cost", "Kosten"],
    cost_per_day: ["cost", "Cost a day", "Kosten per dag"],
    cost_unit: ["text", "Cost in", "Kosten in"],
    critical: ["code", "Critical", "Kritiek", "truth"],
    critical_path: ["steps", "Critical path", "Kritieke keten"],
    criticality: ["share", "Decides", "Bepaalt"],
    cruciality: ["decimal", "Weight", "Gewicht"],
    cycle_wait: ["days", "Waiting for a cycle", "Wachten op een cyclus"],
    date: ["date", "Date", "Datum"],
    days: ["days", "Days", "Dagen"],
    decide_by: ["date", "Decide by", "Besluit uiterlijk"],
    decision: ["code", "Decide first", "Eerst te beslissen", "first"],
    decision_id: ["step", "About", "Waarover", "decision_level"],
    decision_level: ["number", "About: level", "Waarover: niveau"],
    demand: ["code", "Demand", "Vraag", "demand"],
    did_you_mean: ["id", "Did you mean", "Bedoelt u"],
    dimension: ["text", "Dimension", "Dimensie"],
    direct: ["number", "Ask for it themselves", "Vragen er zelf om"],
    draws: ["number", "Draws", "Trekkingen"],
    draws_from: ["number", "Draws from", "Trekkingen van"],
    draws_to: ["number", "Draws to", "Trekkingen tot"],
    driver: ["step", "Waits for", "Wacht op", "driver_level"],
    driver_level: ["number", "Waits for: level", "Wacht op: niveau"],
    earliest_ready: ["date", "Earliest ready", "Vroegst klaar"],
    earliest_start: ["date", "Earliest start", "Vroegste begin"],
    edit: ["text", "Change", "Wijziging"],
    estimated: ["code", "Shares estimated", "Aandeel geschat", "truth"],
    expected_late_cycles: ["decimal", "Late, cycles in the mean", "Te laat, gemiddeld in cycli"],
    expected_late_days: ["decimal", "Late, days in the mean", "Te laat, gemiddeld in dagen"],
    experience: ["decimal", "Experience", "Ervaring"],
    exploit: ["number", "Being exploited", "In exploitatie"],
    explore: ["number", "Being explored", "In verkenning"],
    develop: ["number", "Being developed", "In ontwikkeling"],
    file: ["text", "File", "Bestand"],
    first_step: ["step", "First step", "Eerste stap", "first_step_level"],
    first_step_level: ["number", "First step: level", "Eerste stap: niveau"],
    float_days: ["days", "Float, days", "Speling, dagen"],
    from: ["date", "From", "Van"],
    from_level: ["number", "From level", "Van niveau"],
    gap: ["code", "Gap", "Kloof", "mismatch"],
    happened: ["share", "Happened", "Gebeurde"],
    hint: ["prose", "What helps", "Wat helpt"],
    id: ["id", "Id", "Id"],
    identify_by: ["date", "Identify by", "Identificeer vóór"],
    identify_by_50: ["date", "Decide by, 50 % sure", "Besluit uiterlijk, 50 % zeker"],
    identify_by_80: ["date", "Decide by, 80 % sure", "Besluit uiterlijk, 80 % zeker"],
    identify_by_95: ["date", "Decide by, 95 % sure", "Besluit uiterlijk, 95 % zeker"],
    in_part: ["code", "For a part of them", "Voor een deel van hen", "truth"],
    intervention: ["id", "Intervention", "Interventie"],
    kind: ["code", "Kind", "Soort", "kind"],
    lag: ["days", "Lag", "Wachttijd"],
    late_cycles: ["number", "Late, cycles", "Te laat, cycli"],
    late_days: ["days", "Late, days", "Te laat, dagen"],
    late_days_without: ["numbers", "Late without it, days", "Te laat zonder dit, dagen"],
    latest_ready: ["date", "Latest ready", "Uiterlijk klaar"],
    latest_start: ["date", "Latest start", "Uiterste begin"],
    layer: ["number", "Layer", "Laag"],
    level: ["number", "Level", "Niveau"],
    level_at_most: ["number", "Level at most", "Niveau hoogstens"],
    line: ["number", "Line", "Regel"],
    list: ["code", "About", "Waarover", "risky"],
    live: ["date", "Live", "Live"],
    longest_aspect: ["code", "Longest aspect", "Langste aspect", "aspect"],
    match: ["code", "On course", "Spoor", "match"],
    mean_days: ["decimal", "Days in the mean", "Dagen gemiddeld"],
    mean_days_after_plan: ["decimal", "Days after the plan", "Dagen na het plan"],
    measured_on: ["date", "Measured on", "Gemeten op"],
    merge_bias_days: ["decimal", "Days lost where chains join", "Dagen kwijt waar ketens samenkomen"],
    message: ["prose", "Finding", "Bevinding"],
    mitigated: ["code", "With mitigation", "Met beperking", "truth"],
    mitigated_days: ["decimal", "Days lost, mitigated", "Dagen kwijt, beperkt"],
    must: ["number", "Cannot do without it", "Kunnen niet zonder"],
    name: ["text", "Name", "Naam"],
    need: ["decimal", "Need", "Behoefte"],
    needed_by: ["date", "Needed by", "Nodig op"],
    needed_for: ["ids", "Needed for", "Nodig voor"],
    new: ["text", "New value", "Nieuwe waarde"],
    new_late_days: ["days", "Late now, days", "Nu te laat, dagen"],
    new_ready: ["date", "Ready now", "Nu klaar"],
    newest: ["code", "Newest", "Nieuwste", "truth"],
    next: ["code", "What is next", "Wat nu", "next"],
    no_stage: ["number", "Without a stage", "Zonder fase"],
    not_before: ["code", "Can only be later", "Kan alleen later", "truth"],
    now: ["number", "Level now", "Niveau nu"],
    old: ["text", "Old value", "Oude waarde"],
    old_late_days: ["days", "Late before, days", "Eerst te laat, dagen"],
    old_ready: ["date", "Ready before", "Eerst klaar"],
    on: ["date", "Measured on", "Gemeten op"],
    order: ["number", "Order", "Volgorde"],
    others: ["ids", "Also closed by", "Ook gedicht door"],
    overdue: ["code", "Overdue", "Te laat om te besluiten", "truth"],
    owner: ["text", "Owner", "Eigenaar"],
    p10: ["date", "10 % sure", "10 % zeker"],
    p50: ["date", "50 % sure", "50 % zeker"],
    p80: ["date", "80 % sure", "80 % zeker"],
    p90: ["date", "90 % sure", "90 % zeker"],
    p95: ["date", "95 % sure", "95 % zeker"],
    parent: ["id", "Part of", "Deel van"],
    partial: ["code", "Part of a run", "Deel van een berekening", "truth"],
    path_after: ["id", "Path goes on from", "Keten gaat verder vanaf"],
    path_after_steps: ["number", "Steps before that", "Stappen daarvoor"],
    plan: ["date", "Plan", "Plan"],
    plan_probability: ["chance", "Chance of the plan", "Kans op het plan"],
    probability: ["chance", "Chance to be in time", "Kans om op tijd te zijn"],
    progress: ["code", "Now", "Nu", "progress"],
    reachable_level: ["number", "Reachable level", "Bereikbaar niveau"],
    ready: ["date", "Ready", "Klaar"],
    ready_in_all: ["date", "Ready in all", "In totaal klaar"],
    release_wait: ["days", "Waiting for its start", "Wachten op de start"],
    remedy: ["code", "What helps most", "Wat het meest helpt", "remedy"],
    remedy_id: ["step", "What: capability", "Wat: capability", "remedy_level"],
    remedy_level: ["number", "What: level", "Wat: niveau"],
    repair: ["code", "Repair", "Herstel", "repair"],
    repair_bound: ["cost", "Repair costs at least", "Herstel kost minstens"],
    repair_cost: ["cost", "Cost of the repair", "Kosten van het herstel"],
    repair_measures: ["decisions", "Repair: decisions", "Herstel: besluiten", "decision"],
    requires: ["id", "Of what it asks", "Van wat het vraagt"],
    robustness: ["code", "Robustness", "Robuustheid", "robustness"],
    round_wait: ["days", "Waiting for a round", "Wachten op een ronde"],
    row: ["code", "About", "Waarover", "future"],
    runs_through: ["id", "Runs through", "Loopt langs"],
    scenario: ["id", "Scenario", "Scenario"],
    scenarios: ["ids", "Scenarios", "Scenario's"],
    sd_days: ["decimal", "Give or take, days", "Plusminus, dagen"],
    seed: ["text", "Seed", "Seed"],
    segment: ["id", "Segment", "Segment"],
    severity: ["code", "Severity", "Ernst", "severity"],
    share: ["days", "Share, days", "Aandeel, dagen"],
    situation: ["id", "Situation", "Situatie"],
    source: ["text", "Source", "Bron"],
    spearman: ["decimal", "Rank correlation", "Rangcorrelatie"],
    ssi: ["decimal", "Sensitivity index", "Gevoeligheidsindex"],
    stage: ["code", "Stage", "Fase", "stage"],
    standard_error: ["share", "Give or take", "Plusminus"],
    start: ["date", "Start", "Begin"],
    status: ["code", "Status", "Status", "status"],
    steps: ["steps", "Steps", "Stappen"],
    steps_told_before: ["number", "Steps told before", "Stappen eerder genoemd"],
    sure_steps: ["number", "Steps that are sure", "Stappen die vast zijn"],
    tags: ["text", "Tags", "Labels"],
    target: ["step", "Of", "Van", "level"],
    through: ["number", "Every chain runs through it", "Elke keten loopt erlangs"],
    to: ["date", "Until", "Tot"],
    to_level: ["number", "To level", "Naar niveau"],
    total_cost: ["cost", "Cost of all together", "Kosten van alles samen"],
    trend: ["code", "Trend", "Verloop", "trend"],
    uncertainty: ["code", "Uncertainty", "Onzekerheid", "uncertainty"],
    unsure: ["code", "Can only be sooner", "Kan alleen eerder", "truth"],
    verdict: ["code", "Verdict", "Oordeel", "verdict"],
    wins_days: ["days", "Wins, days", "Wint, dagen"],
    without: ["days", "Without it", "Zonder dit"],
    work: ["days", "Work", "Werk"],
    worsened_by: ["ids", "Worsened by", "Verergerd door"],
};

/** Columns that mean something else in one table.
 * @type {{[table: string]: {[name: string]: Row}}} */
const within = {
    clashes: { earliest_ready: ["date", "Earliest live", "Vroegst live"], new_ready: ["date", "Then live", "Dan live"] },
    interventions: { earliest_ready: ["date", "Earliest live", "Vroegst live"] },
    fit: { dimension: ["id", "Dimension", "Dimensie"] },
    boards: { id: ["id", "What", "Wat"] },
    findings: { id: ["id", "About", "Waarover"] },
    gaps: { gap: ["code", "Gap", "Kloof", "shortage"], id: ["id", "Capability", "Capability", "level"] },
    leverage: {
        id: ["id", "Capability", "Capability"],
        asked: ["number", "Level asked", "Niveau gevraagd"],
    },
    plan: { id: ["id", "Id", "Id", "level"] },
    map: { gap: ["code", "Stands", "Staat", "standing"], level: ["number", "Level then", "Niveau dan"] },
    repair: {
        id: ["text", "Measure", "Maatregel"],
        name: ["text", "Name of the measure", "Naam van de maatregel"],
        kind: ["code", "Decision", "Besluit", "decision"],
        needed_by: ["date", "New date", "Nieuwe datum"],
        status: ["code", "All together", "Alles samen", "repair"],
    },
    risk: {
        id: ["id", "What", "Wat", "level"],
        not_before: ["number", "Draws that can be later", "Trekkingen die later kunnen"],
        days: ["decimal", "Days lost", "Dagen kwijt"],
        steps: ["number", "Steps", "Stappen"],
        wins_days: ["decimal", "Mitigation wins, days", "Beperken wint, dagen"],
    },
    scenarios: {
        id: ["id", "What", "Wat", "level"],
        date: ["date", "By or on", "Uiterlijk of op"],
        days: ["days", "Days", "Dagen"],
    },
    trace: { from: ["date", "Can close from", "Kan dicht vanaf"], dimension: ["id", "Dimension", "Dimensie"] },
    compare: { days: ["days", "Moved, days", "Verschoven, dagen"] },
};

/** What a table shows when nobody chose: what most questions are about.
 * @type {{[table: string]: string}} */
const chosen = {
    plan:
        "id level name kind earliest_start earliest_ready latest_ready identify_by float_days buffer_days " +
        "critical driver owner",
    interventions:
        "intervention needed_by earliest_ready late_days driver work round_wait cycle_wait lag release_wait " +
        "stage owner",
    clashes:
        "intervention needed_by earliest_ready late_days late_cycles driver critical_path remedy remedy_id " +
        "wins_days new_ready repair owner",
    gaps: "gap id level reachable_level asked_by did_you_mean owner",
    boards:
        "board kind id uncertainty start live needed_by action from_level to_level begin_by identify_by " +
        "progress match",
    map: "id name date level asked gap buffer_days needed_by ready demand owner",
    trace: "dimension segment situation gap trend closing intervention from decision decision_id by verdict",
    scenarios: "row scenario id level robustness date days",
    leverage: "id now asked direct all must through explore develop exploit runs_through",
    repair: "decide_by overdue kind name target by_days needed_by cost needed_for late_days_without",
    risk:
        "list id level intervention needed_by plan probability p50 p80 p95 expected_late_days criticality " +
        "cruciality mean_days identify_by_80 happened days wins_days cost",
    compare: "intervention old_ready new_ready days old_late_days new_late_days edit old new share",
    findings: "severity code message id hint line",
};

/** What is known about a column of a table.
 * @param {string} table
 * @param {string} name
 * @returns {Column} */
export function columnOf(table, name) {
    const own = within[table] ?? {};
    const row = Object.hasOwn(own, name) ? own[name] : Object.hasOwn(everywhere, name) ? everywhere[name] : null;
    if (!row) return { name, title: [name, name], kind: "text" };
    return { name, kind: row[0], title: [row[1], row[2]], of: row[3] };
}

/** The columns that a table shows when nobody chose any: all, where nothing is said of it.
 * @param {string} table
 * @param {string[]} there the columns of the table
 * @returns {string[]} */
export function columnsShown(table, there) {
    const names = Object.hasOwn(chosen, table) ? chosen[table].split(" ") : there;
    const shown = names.filter((name) => there.includes(name));
    return shown.length ? shown : there;
}
