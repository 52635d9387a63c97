// SPDX-License-Identifier: MIT
// What if, through the interface: fields, switches, undo, the address, and the file of changes.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { button, openWhatIf } from "./support/actions.mjs";
import { fileOf, pageOf } from "./support/pages.mjs";
import { answer, home } from "./support/tools.mjs";
import { dateInWords } from "./support/words.mjs";
import { startGroup, test } from "./support/suite.mjs";
import { goTo, settle, withPage } from "./support/browser.mjs";

startGroup("whatif");

const name = "measures";
const file = () => fileOf(name);
const planned = (...options) => answer(["plan", file(), ...options]);
const lateIn = (plan) => plan.interventions.filter((one) => one.late_days > 0).length;

/** The step that most of what is late waits for: whatever is changed about it is seen. */
function decisiveStep() {
    const plan = planned();
    const late = plan.interventions.filter((one) => one.late_days > 0);
    const steps = late.flatMap((one) => one.critical_path).filter((step) => step.level !== null);
    return steps[0];
}

const parameters = (page, key) => page.evaluate((one) => new URLSearchParams(location.hash.split("?")[1] ?? "").getAll(one), key);

async function openAbout(page, { id, level }) {
    await goTo(page, `#/roadmap?for=${encodeURIComponent(id)}&level=${level}`);
    await page.evaluate(() => window.groeipad.ready);
    await openWhatIf(page);
    await settle(page);
}

/** The plan on the page is that of the command with these options: the bar counts, the panel says the date of a step. */
async function isPlannedAs(page, step, options) {
    await settle(page);
    const plan = planned(...options);
    const language = await page.evaluate(() => document.documentElement.lang);
    const [activity] = plan.activities.filter((one) => one.id === step.id && one.level === step.level);
    const view = await page.evaluate(() => location.hash);
    if (!view.includes("panel=1")) await goTo(page, `${view}${view.includes("?") ? "&" : "?"}panel=1`);
    const text = (await page.locator("#panel").textContent()).replace(/\s+/g, " ");
    assert.ok(text.includes(dateInWords(activity.earliest_ready, language)), `${options.join(" ")}: the panel does not say ${activity.earliest_ready}: ${text.slice(0, 400)}`);
    if (options.length > 0) {
        const said = await page.locator(".whatif-bar").innerText();
        assert.ok(said.includes(String(lateIn(plan))), `${options.join(" ")}: the bar does not say ${lateIn(plan)} late: ${said}`);
    }
}

const field = (page, label) => page.locator("#whatif .whatif-field", { hasText: label }).first();
const leadTime = /^(Lead time|Doorlooptijd)/;

test("a lead time is typed, and undone", () => withPage(pageOf(name), {}, async (page) => {
    const step = decisiveStep();
    await openAbout(page, step);
    const text = field(page, leadTime).locator("input[type=text]");
    await text.fill("3y");
    await text.press("Enter");
    const set = await parameters(page, "set");
    assert.equal(set.length, 1, `set=${set}`);
    assert.match(set[0], /lead_time.*=3y$/);
    await isPlannedAs(page, step, ["--set", set[0]]);
    await field(page, leadTime).locator("button.whatif-undo").click();
    assert.deepEqual(await parameters(page, "set"), []);
    await isPlannedAs(page, step, []);
}));

test("a slider is dragged, and moved by keys", () => withPage(pageOf(name), {}, async (page) => {
    const step = decisiveStep();
    await openAbout(page, step);
    const slider = field(page, leadTime).locator("input[type=range]");
    await slider.scrollIntoViewIfNeeded();
    const box = await slider.boundingBox();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.7, box.y + box.height / 2, { steps: 6 });
    await page.mouse.move(box.x + box.width - 2, box.y + box.height / 2, { steps: 6 });
    await page.mouse.up();
    await page.waitForFunction(() => location.hash.includes("set="));
    const [dragged] = await parameters(page, "set");
    await isPlannedAs(page, step, ["--set", dragged]);
    await slider.focus();
    await slider.press("ArrowLeft");
    await page.waitForFunction((before) => !decodeURIComponent(location.hash).includes(before), dragged);
    const [moved] = await parameters(page, "set");
    assert.notEqual(moved, dragged);
    await isPlannedAs(page, step, ["--set", moved]);
}));

test("a measure is switched on and off", () => withPage(pageOf(name), {}, async (page) => {
    const step = decisiveStep();
    const [measure] = JSON.parse(readFileSync(file(), "utf8")).measures.filter((one) => !one.needs?.length);
    await openAbout(page, step);
    const box = field(page, measure.name).getByRole("switch");
    await box.check();
    assert.deepEqual(await parameters(page, "measure"), [measure.id]);
    await isPlannedAs(page, step, ["--measure", measure.id]);
    await box.uncheck();
    assert.deepEqual(await parameters(page, "measure"), []);
    await isPlannedAs(page, step, []);
}));

test("a scenario is chosen", () => withPage(pageOf("150"), {}, async (page) => {
    await page.evaluate(() => window.groeipad.ready);
    await openWhatIf(page);
    await page.locator("#whatif select").filter({ hasText: "Krimp" }).selectOption("krimp");
    await settle(page);
    assert.deepEqual(await parameters(page, "scenario"), ["krimp"]);
    const plan = answer(["plan", fileOf("150"), "--scenario", "krimp"]);
    const said = await page.locator(".whatif-bar").innerText();
    assert.ok(said.includes(String(lateIn(plan))), said);
    await goTo(page, "#/roadmap?table=1&scenario=krimp");
    await page.waitForFunction(() => document.querySelector("main table[aria-busy=false]"));
    const rows = await page.locator("main table tbody tr").allTextContents();
    for (const { id, earliest_ready: ready } of plan.interventions) assert.ok(rows.some((row) => row.includes(id) && row.includes(dateInWords(ready, "en"))), `${id} is not live on ${ready}`);
    assert.ok(!rows.some((row) => row.includes("int-010")), "int-010 is of the other scenario");
    assert.equal(rows.length, plan.activities.length);
}));

test("a value that is none is refused in words, and the plan stays", () => withPage(pageOf(name), {}, async (page) => {
    const step = decisiveStep();
    await openAbout(page, step);
    const text = field(page, leadTime).locator("input[type=text]");
    for (const wrong of ["soon", "-3mo", "1000000000y", "<b>", "null"]) {
        await text.fill(wrong);
        await text.press("Enter");
        await settle(page);
        if (wrong === "null") continue;
        assert.equal(await text.getAttribute("aria-invalid"), "true", wrong);
        const error = await field(page, leadTime).locator(".whatif-error").innerText();
        assert.ok(error.length > 10, `${wrong}: ${error}`);
        await isPlannedAs(page, step, []);
    }
}));

test("the address makes it again: a fresh page, reload, back and forward", () => withPage(pageOf(name), {}, async (page, opened) => {
    const step = decisiveStep();
    await openAbout(page, step);
    const text = field(page, leadTime).locator("input[type=text]");
    await text.fill("2y6mo");
    await text.press("Enter");
    const [set] = await parameters(page, "set");
    const options = ["--set", set];
    await isPlannedAs(page, step, options);
    const hash = await page.evaluate(() => location.hash);
    await page.reload();
    await page.evaluate(() => window.groeipad.ready);
    await isPlannedAs(page, step, options);
    await withPage(opened.file, { hash }, async (other) => {
        await other.evaluate(() => window.groeipad.ready);
        await isPlannedAs(other, step, options);
    });
    await button(page, /^(back to the plan|terug naar het plan)/i).first().click();
    assert.deepEqual(await parameters(page, "set"), []);
    await isPlannedAs(page, step, []);
    await page.goBack();
    assert.deepEqual(await parameters(page, "set"), [set]);
    await isPlannedAs(page, step, options);
    await page.goForward();
    await isPlannedAs(page, step, []);
}));

test("the file of changes gives the command the same plan", () => withPage(pageOf(name), {}, async (page) => {
    const step = decisiveStep();
    const [measure] = JSON.parse(readFileSync(file(), "utf8")).measures.filter((one) => !one.needs?.length);
    await openAbout(page, step);
    const text = field(page, leadTime).locator("input[type=text]");
    await text.fill("2y");
    await text.press("Enter");
    await settle(page);
    const [set] = await parameters(page, "set");
    await goTo(page, `#/roadmap?measure=${encodeURIComponent(measure.id)}&set=${encodeURIComponent(set)}&set=${encodeURIComponent("planning.round=3mo")}`);
    const saved = page.waitForEvent("download");
    await button(page, /^(save the changes|wijzigingen opslaan)/i).click();
    const changes = path.join(home, "pages", "saved-changes.json");
    await (await saved).saveAs(changes);
    const should = planned("--measure", measure.id, "--set", set, "--set", "planning.round=3mo").activities;
    assert.deepEqual(planned("--changes", changes).activities, should);
    await button(page, /^(copy the changes|wijzigingen kopiëren)/i).click();
    await settle(page);
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), readFileSync(changes, "utf8"));
}));

test("what a page with changes saves are all changes to the file", () => withPage(pageOf(name, ["--set", "planning.round=3mo"]), {}, async (page) => {
    await page.evaluate(() => window.groeipad.ready);
    const step = decisiveStep();
    await goTo(page, `#/roadmap?set=${encodeURIComponent(`${step.id}.lead_time=2y`)}`);
    const saved = page.waitForEvent("download");
    await button(page, /^(save the changes|wijzigingen opslaan)/i).click();
    const changes = path.join(home, "pages", "all-changes.json");
    await (await saved).saveAs(changes);
    assert.deepEqual(planned("--changes", changes).activities, planned("--set", "planning.round=3mo", "--set", `${step.id}.lead_time=2y`).activities);
}));

test("tables, pictures and the panel are of the plan that is tried", () => withPage(pageOf("white-paper"), {}, async (page) => {
    await page.evaluate(() => window.groeipad.ready);
    const plan = answer(["plan", fileOf("white-paper"), "--set", "planning.round=none"]);
    const written = answer(["plan", fileOf("white-paper")]);
    const language = await page.evaluate(() => document.documentElement.lang);
    await goTo(page, "#/roadmap?table=1&set=planning.round%3Dnone");
    await page.waitForFunction(() => document.querySelector("main table[aria-busy=false]"));
    const moved = plan.activities.filter((one) => !written.activities.some((old) => old.id === one.id && old.level === one.level && old.earliest_ready === one.earliest_ready));
    assert.ok(moved.length > 5);
    const rows = await page.locator("main table tbody tr").allTextContents();
    for (const { id, earliest_ready: ready } of moved) assert.ok(rows.some((row) => row.includes(id) && row.includes(dateInWords(ready, language))), `${id} is not ready on ${ready}`);
}));

/** Why the door refuses changes; null: it does not. */
const refusal = (page, changes) => page.evaluate(`(() => {
    try {
        window.groeipad.replan(${changes});
        return null;
    } catch (error) {
        return error.message;
    }
})()`);

test("what is typed goes to the core as the text it is", () => withPage(pageOf(name), {}, async (page) => {
    await page.evaluate(() => window.groeipad.ready);
    const { id, level } = decisiveStep();
    const target = `${id}.levels[${level}].lead_time`;
    for (const wrong of ["1e400", "\u00a06mo", "2.0", '"\\ud800"', "[".repeat(70) + "]".repeat(70)]) {
        await goTo(page, `#/roadmap?set=${encodeURIComponent(`${target}=${wrong}`)}`);
        const said = await page.locator(".whatif-bar").innerText();
        assert.match(said, /^(This cannot be planned|Dit is niet te plannen): .{10}/, wrong);
        assert.ok(!said.includes("null"), said);
    }
    await goTo(page, "#/roadmap?scenario=%00");
    assert.match(await page.locator(".whatif-bar").innerText(), /^(This cannot be planned|Dit is niet te plannen): .{10}/);
}));

test("the door refuses what it does not read", () => withPage(pageOf(name), {}, async (page) => {
    await page.evaluate(() => window.groeipad.ready);
    for (const wrong of ['{measures: "hire"}', '{require: "a->b"}', "{require: [1]}", "{drop: [,]}", "{scenario: {}}", '{set: "x"}', '{set: ["a=b"]}', "{set: new Map()}", "{sets: {}}", "[]", '"x"',
        '{set: {"planning.round": NaN}}', '{set: {"planning.round": 1e400}}', '{set: {"planning.round": {a: [-Infinity]}}}', '{set: {"planning.round": undefined}}', '{measures: ["\\ud800"]}']) {
        const message = await refusal(page, wrong);
        assert.ok(message?.length > 15, `${wrong}: ${message}`);
    }
    for (const right of ["{}", "undefined", "{scenario: null, measures: [], require: [], drop: [], set: {}}", '{set: {"planning.round": null}}']) assert.equal(await refusal(page, right), null, right);
}));

test("while a change is refused the plan is that as written, as after a reload", () => withPage(pageOf(name), {}, async (page) => {
    await page.evaluate(() => window.groeipad.ready);
    await goTo(page, `#/roadmap?table=1&set=${encodeURIComponent("planning.round=1mo")}`);
    await goTo(page, `#/roadmap?table=1&set=${encodeURIComponent("planning.round=banana")}`);
    const seen = async () => [await page.locator(".whatif-bar").innerText(), await page.locator("main table tbody").innerText()];
    const before = await seen();
    assert.match(before[0], /plan as written|plan zoals geschreven/);
    await page.reload();
    await page.evaluate(() => window.groeipad.ready);
    await settle(page);
    assert.deepEqual(await seen(), before);
}));

test("of a range that is typed in part, the field says what the plan has", () => withPage(pageOf("white-paper"), {}, async (page) => {
    await openAbout(page, { id: "beeld-360", level: 1 });
    const text = field(page, leadTime).locator("input[type=text]");
    await text.fill('{"min":"1mo"}');
    await text.press("Enter");
    await settle(page);
    assert.match(await field(page, leadTime).locator(".whatif-says").innerText(), /1 (month|maand).* 14 (months|maanden).* 8 (months|maanden)/s);
}));

test("what is not made again is that of the plan as written, and says so", () => withPage(pageOf("white-paper", ["--risk"]), {}, async (page) => {
    await page.evaluate(() => window.groeipad.ready);
    const noted = async (view, set) => {
        await goTo(page, `#/${view}?lang=nl${set ? "&set=planning.round%3D3mo" : ""}`);
        assert.equal(await page.locator("main .failed").count(), 0, view);
        return (await page.locator("main .as-written").allInnerTexts()).join("|");
    };
    const without = (await page.locator("main .figures li").count());
    for (const [view, command] of [["risk", "risk"], ["clashes", "repair"], ["overview", "repair"]]) {
        assert.equal(await noted(view, false), "", view);
        const said = await noted(view, true);
        assert.match(said, /hoort bij het plan zoals geschreven; voor het geprobeerde plan/, view);
        assert.ok(said.includes(`groeipad ${command} `) && said.includes("--changes wat-als.json"), said);
    }
    assert.equal(await page.locator("main .figures li").count(), without, "the overview counts findings of the plan that is tried");
    assert.match(await noted("roadmap", true), /^$/);
}));

test("/ goes to the search from each control that takes no text", () => withPage(pageOf(name), {}, async (page) => {
    await openAbout(page, decisiveStep());
    const kinds = ["input[type=range]", "input[type=date]", "input[type=checkbox]", "select", "button"];
    for (const kind of kinds) {
        await page.locator(`#whatif ${kind}`).first().focus();
        await page.keyboard.press("/");
        assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("role")), "combobox", kind);
        await page.keyboard.type("2028");
        await page.locator("[role=combobox]").fill("");
    }
    assert.deepEqual(await parameters(page, "set"), []);
    const text = field(page, leadTime).locator("input[type=text]");
    await text.focus();
    await page.keyboard.press("/");
    assert.match(await text.inputValue(), /\//);
}));

test("an address that is opened wins from what is typed and not applied", () => withPage(pageOf(name), {}, async (page) => {
    const step = decisiveStep();
    const about = `#/roadmap?for=${encodeURIComponent(step.id)}&level=${step.level}`;
    const other = planned().activities.find((one) => one.level !== null && one.id !== step.id);
    const elsewhere = `#/roadmap?for=${encodeURIComponent(other.id)}&level=${other.level}`;
    const measure = "&measure=inhuur";
    for (const next of [elsewhere, about + measure]) {
        await openAbout(page, step);
        await goTo(page, about + "&set=" + encodeURIComponent("planning.round=3mo"));
        await field(page, leadTime).locator("input[type=text]").fill("4y");
        await goTo(page, next);
        assert.deepEqual(await parameters(page, "set"), [], next);
        await page.mouse.click(700, 500);
        await settle(page);
        assert.deepEqual(await parameters(page, "set"), [], next);
        const bar = page.locator(".whatif-bar");
        if (!next.includes("measure")) assert.ok(!await bar.isVisible());
        else assert.doesNotMatch(await bar.innerText(), /does not start|start niet/);
        const day = page.locator("#whatif input[type=date]").first();
        await day.fill("2030-01-01");
        await goTo(page, next === elsewhere ? about : elsewhere);
        await page.waitForTimeout(900);
        assert.deepEqual(await parameters(page, "set"), [], "a day that is typed");
    }
}));

test("the click that leaves a field arrives where it was made", () => withPage(pageOf(name), {}, async (page) => {
    const step = decisiveStep();
    const clickAt = async (target) => {
        const box = await target.boundingBox();
        await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
        await page.mouse.down();
        await page.waitForTimeout(80);
        await page.mouse.up();
        await settle(page);
    };
    await openAbout(page, step);
    await field(page, leadTime).locator("input[type=text]").fill("3y");
    const box = page.locator("#whatif fieldset").getByRole("switch").first();
    await box.scrollIntoViewIfNeeded();
    await clickAt(box);
    assert.equal((await parameters(page, "measure")).length, 1, "the switch took the click");
    assert.equal((await parameters(page, "set")).length, 1);
    await goTo(page, "#/roadmap?lang=nl");
    await openAbout(page, step);
    await field(page, leadTime).locator("input[type=text]").fill("2y");
    await clickAt(page.locator("nav a[data-view=clashes]"));
    assert.match(await page.evaluate(() => location.hash), /^#\/clashes/);
    assert.match((await parameters(page, "set")).join(), /=2y$/, "what was typed comes along");
}));

test("a duration is typed as people write it", () => withPage(pageOf(name), {}, async (page) => {
    await openAbout(page, decisiveStep());
    const text = field(page, leadTime).locator("input[type=text]");
    const said = { "7 maanden": "7mo", "8 mnd": "8mo", "2 jaar": "2y", "3 weken": "3w", "20 werkdagen": "20wd", "10 dagen": "10d", "1 jaar en 3 maanden": "1y3mo", "5 months": "5mo", "15 working days": "15wd", "3 years": "3y" };
    for (const [typed, core] of Object.entries(said)) {
        await text.fill(typed);
        await text.press("Enter");
        await settle(page);
        assert.equal((await parameters(page, "set")).join().split("=").at(-1), core, typed);
        assert.equal(await text.getAttribute("aria-invalid"), "false", typed);
    }
}));

test("measures that do not go together are told, and what they cost; the save button says so", () => withPage(pageOf(name), {}, async (page) => {
    await page.evaluate(() => window.groeipad.ready);
    const bar = page.locator(".whatif-bar");
    const said = async (hash) => {
        await goTo(page, hash);
        return bar.innerText();
    };
    const clash = await said("#/roadmap?lang=nl&measure=halfjaarlijks&measure=per-kwartaal");
    assert.match(clash, /maatregelen kosten 65/);
    assert.equal(clash.match(/gaat niet samen met/g)?.length, 1, clash);
    assert.match(clash, /opslaan \(maatregelen gaan niet samen\)/);
    assert.match(await said("#/roadmap?lang=nl&measure=tweede-team"), /vraagt om Een raamcontract voor inhuur, en dat staat uit/);
    assert.doesNotMatch(await said("#/roadmap?lang=nl&measure=tweede-team&measure=inhuur"), /gaan niet samen/);
    const late = planned().interventions.find((one) => one.late_days > 40);
    const day = new Date(Date.parse(late.needed_by) + 20 * 864e5).toISOString().slice(0, 10);
    assert.match(await said(`#/roadmap?lang=nl&set=${encodeURIComponent(`${late.id}.needed_by=${day}`)}`), new RegExp(`nog ${late.late_days - 20} dagen te laat, was ${late.late_days}`));
}));

test("a refusal is said once", () => withPage(pageOf(name), {}, async (page) => {
    await openAbout(page, decisiveStep());
    const text = field(page, leadTime).locator("input[type=text]");
    await text.fill("soon");
    await text.press("Enter");
    await settle(page);
    const errors = async () => (await page.locator(".whatif-error:visible").allInnerTexts()).filter(Boolean);
    assert.equal((await errors()).length, 1);
    assert.ok(!await page.locator(".whatif-bar .whatif-error").count());
    assert.equal(await button(page, /^(save|wijzigingen opslaan)/i).count(), 0);
    await page.keyboard.press("Escape");
    await settle(page);
    assert.equal((await errors()).length, 1, "the bar says it where the drawer is closed");
}));
