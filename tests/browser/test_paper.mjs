// SPDX-License-Identifier: MIT
// On paper: no controls, the whole table, all in dark ink on white; and for eyes that want no motion, none.
import assert from "node:assert/strict";
import { fileOf, pageOf } from "./support/pages.mjs";
import { answer } from "./support/tools.mjs";
import { startGroup, test } from "./support/suite.mjs";
import { goTo, settle, withPage } from "./support/browser.mjs";
import { viewsOf } from "./support/views.mjs";

startGroup("paper");

/** Controls that would be printed; what is closed counts too, because nobody can open it on paper. */
const printedControls = (page) => page.evaluate(() => [...document.querySelectorAll("button, input, select, nav, details:not([open]) > summary, .skip, .zoom, .picture-help")]
    .filter((one) => one.checkVisibility() && !one.closest("th")).map((one) => one.outerHTML.slice(0, 100)));

/** What is cut off: a box that scrolls and does not show all that is in it. */
const cutOff = (page) => page.evaluate(() => [...document.querySelectorAll("main *, #panel *")]
    .filter((one) => /auto|scroll|hidden/.test(getComputedStyle(one).overflow) && one.checkVisibility() && !one.closest("svg") && !one.matches(".off-screen, .announce"))
    .filter((one) => one.scrollWidth > one.clientWidth + 2 || one.scrollHeight > one.clientHeight + 2)
    .map((one) => `${one.className} ${one.scrollWidth}x${one.scrollHeight} in ${one.clientWidth}x${one.clientHeight}`));

for (const scheme of ["light", "dark"]) {
    test(`every view, whose page is ${scheme}`, () => withPage(pageOf("white-paper"), { scheme, width: 1000 }, async (page) => {
        const views = await viewsOf(page);
        for (const view of views) {
            await goTo(page, `#/${view}`);
            await page.emulateMedia({ media: "print", colorScheme: scheme });
            await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
            await settle(page);
            assert.deepEqual(await printedControls(page), [], view);
            assert.deepEqual(await cutOff(page), [], view);
            const [ground, ink] = await page.evaluate(() => {
                const { backgroundColor, color } = getComputedStyle(document.body);
                return [backgroundColor, color].map((value) => value.match(/[\d.]+/g).map(Number));
            });
            assert.ok(ground[3] === 0 || ground.slice(0, 3).every((part) => part > 250), `the ground of ${view} is ${ground}`);
            assert.ok(ink.slice(0, 3).every((part) => part < 90), `the ink of ${view} is ${ink}`);
            assert.ok((await page.locator("main").innerText()).length > 40, view);
            await page.evaluate(() => dispatchEvent(new Event("afterprint")));
            await page.emulateMedia({ media: "screen", colorScheme: scheme });
        }
    }));
}

test("a PDF of the roadmap: the title, and every row of the table", () => withPage(pageOf("150"), { hash: "#/roadmap" }, async (page) => {
    const { activities } = answer(["plan", fileOf("150")]);
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await settle(page);
    const rows = await page.locator("main table tbody tr:visible").count();
    assert.equal(rows, activities.length);
    assert.ok((await page.locator("body").innerText()).includes("Portefeuille van 150"));
    assert.match(await page.locator(".paper-help").innerText(), /groeipad render roadmap --pages A3/);
    const pdf = (await page.pdf({ format: "A4", landscape: true })).toString("latin1");
    const pages = (pdf.match(/\/Type\s*\/Page\b/g) ?? []).length;
    assert.ok(pages >= 3 && pages <= 40, `${pages} pages`);
}));

for (const hash of ["#/roadmap", "#/clashes", "#/roadmap?table=1&late=1&q=e"]) {
    test(`400: beforeprint leaves no row out, at once: ${hash}`, () => withPage(pageOf("400"), { hash }, async (page) => {
        const rows = () => page.evaluate(() => {
            dispatchEvent(new Event("beforeprint"));
            return [...document.querySelectorAll(".table-part")].map((part) => [part.querySelectorAll("tbody tr").length, part.querySelector(".count").textContent]);
        });
        for (const [count, said] of await rows()) assert.equal(count, Number(/^\d+/.exec(said)[0]), said);
        await page.emulateMedia({ media: "print" });
        const told = await page.locator(".filter-bar").isVisible();
        assert.equal(told, hash.includes("late"), "paper says what was left out");
        if (told) assert.match(await page.locator(".filter-bar").innerText(), /(too late|te laat)[^]*: e[^]*\d+ (of|van) \d+/i);
    }));
}

test("no motion where none is wanted", () => withPage(pageOf("white-paper"), { motion: "reduce", hash: "#/path" }, async (page) => {
    const moving = () => page.evaluate(() => [...document.querySelectorAll("*")].filter((one) => {
        const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(one);
        return [transitionDuration, animationDuration].some((times) => times.split(",").some((time) => parseFloat(time) > 0.001)) || scrollBehavior === "smooth";
    }).map((one) => one.outerHTML.slice(0, 100)).slice(0, 5));
    assert.deepEqual(await moving(), []);
    await page.locator("main .item[data-id]").nth(3).click();
    await settle(page);
    assert.deepEqual(await moving(), []);
    assert.equal(await page.evaluate(() => document.getAnimations().length), 0);
}));

test("the roadmap with what-if on: bar and picture are on one sheet", () => withPage(pageOf("white-paper"), { width: 1032, hash: "#/roadmap?set=planning.round%3D6mo" }, async (page) => {
    await page.evaluate(() => window.groeipad.ready);
    await settle(page);
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await settle(page);
    const bottom = await page.evaluate(() => document.querySelector("main .picture-box").getBoundingClientRect().bottom + document.documentElement.scrollTop);
    assert.ok(bottom < (186 / 25.4) * 96, `the picture ends at ${bottom} px`);
}));
