// SPDX-License-Identifier: MIT
// A number in the page is the number of the command: in its data, its tables, its panel and its pictures.
import assert from "node:assert/strict";
import { fileOf, jsonIn, pageOf, partsOf } from "./support/pages.mjs";
import { alwaysThere, saidByCommand } from "./support/parts.mjs";
import { answer } from "./support/tools.mjs";
import { dateInWords } from "./support/words.mjs";
import { startGroup, test } from "./support/suite.mjs";
import { goTo, settle, withPage } from "./support/browser.mjs";

startGroup("numbers");

const portfolios = ["white-paper", "150", "measures"];
const planned = (name) => answer(["plan", fileOf(name)]);
function firstDifference(is, should) {
    let at = 0;
    while (at < is.length && is[at] === should[at]) at++;
    return `from byte ${at} on: ${JSON.stringify(is.slice(at, at + 80))}, and the command says ${JSON.stringify(should.slice(at, at + 80))}`;
}

for (const name of portfolios) {
    test(`${name}: every part is what its command writes`, () => {
        const parts = partsOf(pageOf(name));
        assert.deepEqual(alwaysThere.filter((part) => !parts.has(part)), [], "parts that are not there");
        assert.deepEqual([...jsonIn(pageOf(name), "meta").parts].filter((part) => part !== "plan.json").sort(), [...parts.keys()].filter((part) => part !== "engine.wasm").sort());
        let compared = 0;
        for (const [part, bytes] of parts) {
            const said = saidByCommand(part, fileOf(name));
            if (said === null) continue;
            const is = bytes.toString();
            assert.ok(is === said, `${part} differs ${is === said ? "" : firstDifference(is, said)}`);
            compared++;
        }
        assert.ok(compared >= 20, `only ${compared} parts were compared`);
    });

    test(`${name}: the plan in the page, and window.groeipad.plan(), are plan --format json`, () => withPage(pageOf(name), {}, async (page) => {
        const { findings, ...plan } = planned(name);
        assert.ok(Array.isArray(findings));
        const { findings: none, ...inPage } = jsonIn(pageOf(name), "plan");
        assert.deepEqual(none ?? [], []);
        assert.deepEqual(inPage, plan);
        assert.deepEqual(await page.evaluate(() => window.groeipad.plan()), plan.activities);
    }));

    test(`${name}: the table of the plan says the same dates`, () => withPage(pageOf(name), { hash: "#/roadmap?table=1" }, async (page) => {
        const { activities } = planned(name);
        await page.locator("main table tbody tr").first().waitFor();
        const shown = await page.evaluate(() => [...document.querySelectorAll("main table tbody tr")].map((row) => row.textContent));
        const language = await page.evaluate(() => document.documentElement.lang);
        assert.equal(shown.length, activities.length);
        const rows = [...shown];
        for (const activity of activities) {
            const dates = [activity.earliest_start, activity.earliest_ready, activity.latest_ready].filter(Boolean);
            const at = rows.findIndex((row) => row.includes(activity.id) && dates.every((iso) => row.includes(iso) || row.includes(dateInWords(iso, language))));
            assert.notEqual(at, -1, `no row has ${activity.id} with ${dates.join(" ")}: ${rows.filter((row) => row.includes(activity.id)).join(" / ")}`);
            rows.splice(at, 1);
        }
    }));

    test(`${name}: the overview counts as plan and check do`, () => withPage(pageOf(name), { hash: "#/overview" }, async (page) => {
        const { interventions } = planned(name);
        const { findings } = answer(["check", fileOf(name)]);
        const should = [interventions.length, interventions.filter((one) => one.late_days > 0).length, ...["error", "warning", "info"].map((severity) => findings.filter((one) => one.severity === severity).length).filter(Boolean)];
        await page.locator(".figures").waitFor();
        assert.deepEqual((await page.locator(".figures strong").allTextContents()).map(Number), should);
    }));

    test(`${name}: the overview names who is late, the worst first, and what they wait for`, () => withPage(pageOf(name), { hash: "#/overview?lang=nl" }, async (page) => {
        const { interventions, activities } = planned(name);
        const late = interventions.filter((one) => one.late_days > 0).sort((a, b) => b.late_days - a.late_days);
        const called = (id) => activities.find((one) => one.id === id).name ?? id;
        const rows = await page.locator(".late-list tbody tr").allInnerTexts();
        assert.equal(rows.length, Math.min(late.length, 8));
        late.slice(0, 8).forEach((one, n) => assert.ok(rows[n].includes(`\t${one.late_days}\t`), `${rows[n]}: ${one.late_days}`));
        for (const row of rows) {
            const [title, needed, live, days, waits] = row.split("\t").map((cell) => cell.trim());
            const one = late.find(({ id, late_days: own }) => called(id) === title && String(own) === days);
            assert.ok(one && needed === dateInWords(one.needed_by, "nl") && live === dateInWords(one.earliest_ready, "nl"), row);
            const { driver } = activities.find(({ id }) => id === one.id);
            assert.ok(driver ? waits.startsWith(called(driver.id)) : waits === "", row);
        }
        const more = page.locator(".late-list > p a");
        assert.equal(await more.count(), late.length > 8 ? 1 : 0);
        if (late.length > 8) {
            assert.equal(await more.innerText(), `en nog ${late.length - 8}`);
            assert.match(await more.getAttribute("href"), /^#\/clashes/);
        }
    }));

    test(`${name}: each count of findings leads to those findings only`, () => withPage(pageOf(name), { hash: "#/overview?lang=nl" }, async (page) => {
        const links = page.locator(".figures a[href*=severity]");
        await page.locator(".figures").waitFor();
        for (let n = await links.count() - 1; n >= 0; n--) {
            const count = parseInt(await links.nth(n).innerText(), 10);
            await links.nth(n).click();
            await settle(page);
            await page.waitForFunction((rows) => document.querySelectorAll("main tbody tr").length === rows, count);
            assert.equal(await page.locator(".chips li").count(), 2, "it is told, and can be taken away");
            await goTo(page, "#/overview?lang=nl");
        }
    }));

    for (const language of ["en", "nl"]) {
        test(`${name}: the panel says the same dates (${language})`, () => withPage(pageOf(name), {}, async (page) => {
            const { activities, interventions } = planned(name);
            const lives = new Map(interventions.map((live) => [live.id, live]));
            const chosen = activities.filter((_activity, n) => n % Math.ceil(activities.length / 25) === 0);
            for (const activity of chosen) {
                const about = `for=${encodeURIComponent(activity.id)}${activity.level === null ? "" : `&level=${activity.level}`}`;
                await goTo(page, `#/roadmap?${about}&panel=1&lang=${language}`);
                const text = (await page.locator("#panel").innerText()).replace(/\s+/g, " ");
                const live = lives.get(activity.id);
                for (const iso of [activity.earliest_start, activity.earliest_ready, activity.latest_ready, activity.identify_by, live?.needed_by].filter(Boolean)) {
                    assert.ok(text.includes(dateInWords(iso, language)), `the panel of ${activity.id} ${activity.level} does not say ${iso}: ${text}`);
                }
                if (live?.late_days > 0) assert.ok(text.includes(String(live.late_days)), `the panel of ${activity.id} does not say ${live.late_days} days: ${text}`);
            }
        }));

        test(`${name}: pictures say what render draws (${language})`, () => withPage(pageOf(name), {}, async (page) => {
            const parts = partsOf(pageOf(name));
            for (const view of ["overview", "roadmap", "path", "map", "boards", "tension"]) {
                await goTo(page, `#/${view}?lang=${language}`);
                await page.locator("main svg").first().waitFor();
                await settle(page);
                const svg = parts.get(`${view === "overview" ? "model" : view}.${language}.svg`).toString().replace(/<style>[^]*?<\/style>/g, "");
                const [is, should] = await page.evaluate((source) => {
                    const texts = (root) => [...root.querySelectorAll("text")].map((text) => text.textContent);
                    const pictures = [...document.querySelectorAll("main svg")].map(texts);
                    return [pictures.sort((a, b) => b.length - a.length)[0], texts(new DOMParser().parseFromString(source, "image/svg+xml"))];
                }, svg);
                assert.deepEqual(is, should, view);
            }
        }));
    }
}

test("parts that the page unpacks are the bytes that are in it", () => withPage(pageOf("white-paper"), {}, async (page) => {
    const sums = await page.evaluate(async () => {
        const all = [];
        for (const element of document.querySelectorAll("script[data-part]")) {
            const packed = Uint8Array.from(atob(element.textContent.trim()), (letter) => letter.charCodeAt(0));
            const bytes = await new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"))).arrayBuffer();
            all.push([element.dataset.part, bytes.byteLength]);
        }
        return all;
    });
    const parts = partsOf(pageOf("white-paper"));
    assert.deepEqual(sums, [...parts].map(([name, bytes]) => [name, bytes.length]));
}));
