// SPDX-License-Identifier: MIT
// Portfolios that mean harm, or are odd: nothing in them runs, and nothing breaks the layout.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { pageOf, written } from "./support/pages.mjs";
import { openFilters, openWhatIf } from "./support/actions.mjs";
import { startGroup, test } from "./support/suite.mjs";
import { goTo, settle, withPage } from "./support/browser.mjs";
import { viewsOf } from "./support/views.mjs";

startGroup("hostile");

/** Elements that only the data could have made, and addresses that are no addresses of ours. */
const intruders = (page) => page.evaluate(() => {
    const wrong = [...document.querySelectorAll("main img, main script, main iframe, main object, main embed, #panel img, #panel script, body > style")].map((element) => element.outerHTML);
    for (const element of document.querySelectorAll("*")) {
        for (const { name, value } of element.attributes) {
            if (name.startsWith("on")) wrong.push(`${element.tagName} ${name}=${value}`);
            if (/^(xlink:)?href$/.test(name) && !/^(#|https:|http:|mailto:|data:,$)/.test(value) && !/^[\w./-]*$/.test(value)) wrong.push(`${element.tagName} ${name}=${value}`);
        }
    }
    return wrong.slice(0, 10);
});

const tooWide = (page) => page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return null;
    const wide = [...document.querySelectorAll("body *")].filter((element) => element.getBoundingClientRect().right > clientWidth + 1 && !element.closest("svg svg *"));
    return `${scrollWidth} px in ${clientWidth}: ${wide.slice(0, 3).map((element) => element.outerHTML.slice(0, 120)).join(" | ")}`;
});

/** What is opened above the page and does not fit it: what of it is beyond the edge cannot be reached. */
const beyondEdge = (page, selector) => page.locator(selector).evaluateAll((all) => all.filter((one) => one.checkVisibility()).filter((one) => {
    const { left, right } = one.getBoundingClientRect();
    return left < -1 || right > document.documentElement.clientWidth + 1;
}).map((one) => one.outerHTML.slice(0, 120)));

async function walk(page) {
    for (const view of await viewsOf(page)) {
        await goTo(page, `#/${view}?table=1`);
        assert.deepEqual(await intruders(page), [], view);
        assert.equal(await tooWide(page), null, view);
    }
}

for (const width of [360, 1400]) {
    for (const name of ["hostile", "hostile-one", "hostile-empty", "no-interventions", "no-capabilities"]) {
        test(`${name}, ${width} px`, () => withPage(pageOf(name), { width, height: 740 }, walk));
    }
    test(`the white paper and 150/60 do not scroll sideways, ${width} px`, async () => {
        for (const name of ["white-paper", "150"]) await withPage(pageOf(name), { width, height: 740 }, walk);
    });
}

test("hostile: the panel of each record", () => withPage(pageOf("hostile"), { width: 360, height: 740 }, async (page) => {
    const steps = await page.evaluate(() => window.groeipad.plan().map(({ id, level, name }) => ({ id, level, name })));
    assert.ok(steps.length > 20);
    for (const { id, level, name } of steps) {
        await goTo(page, `#/roadmap?for=${encodeURIComponent(id)}${level === null ? "" : `&level=${level}`}&panel=1`);
        const text = (await page.locator("#panel").textContent()).replace(/\s+/g, " ");
        assert.ok(text.includes(name.replace(/\s+/g, " ").trim()), `the panel of ${id} does not say its name: ${text.slice(0, 200)}`);
        assert.deepEqual(await intruders(page), []);
        assert.equal(await tooWide(page), null, id);
    }
}));

test("hostile: addresses", () => withPage(pageOf("hostile"), {}, async (page) => {
    const addresses = ["#/<script>alert(1)</script>", "#/roadmap?for=%3Cscript%3Ealert(1)%3C/script%3E&panel=1", "#/roadmap?sort=__proto__&column=constructor&level=9999", "#javascript:alert(1)",
        "#/roadmap?%", "#/plan?lang=xx", "#/roadmap?for=%E0%A4%A", "#/nowhere", "#", "#/roadmap?set=__proto__.x=1&measure=constructor&scenario=toString", "#/roadmap?q=(((&owner=%00"];
    for (const address of addresses) {
        await goTo(page, address);
        await settle(page);
        assert.deepEqual(await intruders(page), [], address);
        assert.ok((await page.locator("main").innerText()).trim().length > 0, `nothing is seen at ${address}`);
    }
}));

test("hostile: searching its names", () => withPage(pageOf("hostile"), {}, async (page) => {
    const box = page.getByRole("combobox").first();
    for (const text of ["<script>", "onerror", "תוכנית", "👩‍👩‍👧‍👦", "((((", "\\", "__proto__"]) {
        await box.fill(text);
        await settle(page);
        assert.deepEqual(await intruders(page), [], text);
    }
}));

for (const name of ["white-paper", "150", "hostile"]) {
    test(`${name}: filters, search and what-if fit 360 px`, () => withPage(pageOf(name), { width: 360, height: 740, touch: true }, async (page) => {
        await openFilters(page);
        assert.deepEqual(await beyondEdge(page, ".filters label, .filters select, .filters legend"), [], "filters");
        await page.keyboard.press("Escape");
        await page.getByRole("combobox").first().fill("a");
        await settle(page);
        assert.deepEqual(await beyondEdge(page, "#search-found, #search-found li"), [], "search");
        await page.keyboard.press("Escape");
        await page.evaluate(() => window.groeipad.ready);
        const [step] = await page.evaluate(() => window.groeipad.plan());
        await goTo(page, `#/roadmap?for=${encodeURIComponent(step.id)}${step.level === null ? "" : `&level=${step.level}`}`);
        await openWhatIf(page);
        await settle(page);
        assert.deepEqual(await beyondEdge(page, "#whatif input, #whatif button, #whatif select, #whatif p"), [], "what-if");
        assert.equal(await tooWide(page), null);
    }));
}

test("ids that a spreadsheet would run, or that turn the reading around, are filtered and linked as what they are", async () => {
    const ids = ["=1+1", "+x", "@x", "-x", "a\u202eb", "\u2066c", "'=2", "plain"];
    const capabilities = ids.map((id, n) => ({ id, name: `Name ${n}`, owner: `Owner ${n}`, lead_time: "3mo" }));
    const file = written("odd-ids", { groeipad: 1, status_date: "2026-01-05", capabilities, interventions: [{ id: "=live", start: "2026-02-02", requires: ids }] });
    await withPage(pageOf(file), {}, async (page) => {
        for (const [n, id] of ids.entries()) {
            await goTo(page, `#/roadmap?table=1&owner=${encodeURIComponent(`Owner ${n}`)}`);
            const rows = page.locator("main table tbody tr");
            assert.equal(await rows.count(), 1, id);
            await rows.locator("a.record").first().click();
            assert.equal(await page.evaluate(() => new URLSearchParams(location.hash.split("?")[1]).get("for")), id);
        }
    });
});

test("a page that a browser saved as it stood begins anew", () => withPage(pageOf("white-paper"), { hash: "#/roadmap?lang=en&set=planning.round%3D6mo" }, async (page, opened) => {
    await page.evaluate(() => window.groeipad.ready);
    await openWhatIf(page);
    await settle(page);
    const saved = opened.file.replace(/\.html$/, "-saved.html");
    writeFileSync(saved, `<!DOCTYPE html>\n${await page.evaluate(() => document.documentElement.outerHTML)}`);
    const problems = opened.problems.length;
    await opened.goToFile(saved);
    const found = await page.evaluate(() => {
        const ids = [...document.querySelectorAll("[id]")].map((one) => one.id);
        const count = (selector) => document.querySelectorAll(selector).length;
        return { main: count("main"), header: count("header"), nav: count("nav"),
            twice: ids.filter((id, at) => ids.indexOf(id) !== at), classes: document.documentElement.className, lang: document.documentElement.lang, bar: document.querySelector(".whatif-bar").checkVisibility() };
    });
    assert.deepEqual(found, { main: 1, header: 1, nav: 1, twice: [], classes: "", lang: "nl", bar: false });
    /* The browser says so of the styles in what was saved, which are gone by then. */
    opened.problems.splice(problems, Infinity, ...opened.problems.slice(problems).filter((one) => !/inline style/.test(one)));
    await page.evaluate(() => (window.problemsOfPolicy.length = 0));
}));
