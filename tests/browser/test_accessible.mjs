// SPDX-License-Identifier: MIT
// Accessibility, as axe-core judges it: no violation in any view, in either language, light and dark, wide and on a phone, with
// everything open that opens.
import assert from "node:assert/strict";
import { pageOf } from "./support/pages.mjs";
import { axeSource } from "./support/tools.mjs";
import { bar, startGroup, test } from "./support/suite.mjs";
import { goTo, settle, withPage } from "./support/browser.mjs";
import { viewsOf } from "./support/views.mjs";
import { openFilters, openWhatIf } from "./support/actions.mjs";

startGroup("accessible");

const judge = axeSource();
let judged = 0;
let violations = 0;

async function violationsOf(page) {
    const found = await page.evaluate(async () => {
        const { violations: all } = await window.axe.run(document, { resultTypes: ["violations"], preload: false,
            runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] });
        return all.map((one) => `${one.id} (${one.impact}): ${one.help}: ${one.nodes.slice(0, 3).map((node) =>
            `${node.target} ${node.html.slice(0, 160)} ${node.any.map((check) => check.message).join("; ")}`).join(" | ")} (${one.nodes.length} in all)`);
    });
    judged++;
    violations += found.length;
    return found;
}

/** Judges the page at each address, and says at the end what was wrong and where. */
async function judgeAll(page, hashes, prepare = async () => {}) {
    const wrong = [];
    await page.evaluate(judge);
    for (const hash of hashes) {
        await goTo(page, hash);
        await prepare(page);
        await settle(page);
        for (const violation of await violationsOf(page)) wrong.push(`${hash}: ${violation}`);
    }
    assert.deepEqual(wrong, [], `axe: ${wrong.length}`);
}

/* Every view in every language with every scheme and width, two by two. */
const combinations = [["en", "light", 1400], ["nl", "dark", 1400], ["nl", "light", 360], ["en", "dark", 360]];
const of = ({ id, level }) => `for=${encodeURIComponent(id)}${level === null ? "" : `&level=${level}`}`;

for (const [language, scheme, width] of combinations) {
    const options = { width, height: width < 500 ? 740 : 900, scheme, touch: width < 500 };
    const name = `${language}, ${scheme}, ${width} px`;
    test(`every view, ${name}`, () => withPage(pageOf("white-paper"), options, async (page) => {
        const views = await viewsOf(page);
        assert.ok(views.length >= 10, `only ${views}`);
        await judgeAll(page, views.map((view) => `#/${view}?lang=${language}`));
    }));
    test(`panel, table and filters open, ${name}`, () => withPage(pageOf("white-paper"), options, async (page) => {
        const plan = await page.evaluate(() => window.groeipad.plan());
        const step = plan.find((one) => one.kind === "capability" && one.critical);
        const live = plan.find((one) => one.kind === "intervention" && one.critical);
        await judgeAll(page, [`#/roadmap?${of(step)}&panel=1&lang=${language}`, `#/overview?${of(live)}&panel=1&table=1&lang=${language}`, `#/path?table=1&sort=plan.id&lang=${language}`]);
        await openFilters(page);
        await judgeAll(page, [`#/roadmap?critical=1&late=1&lang=${language}`, `#/clashes?lang=${language}&q=data`]);
    }));
    test(`what-if open, ${name}`, () => withPage(pageOf("measures"), options, async (page) => {
        const plan = await page.evaluate(() => window.groeipad.plan());
        const [step] = plan.filter((one) => one.kind === "capability");
        await page.evaluate(() => window.groeipad.ready);
        await goTo(page, `#/roadmap?${of(step)}&lang=${language}`);
        await openWhatIf(page);
        const set = (value) => `#/roadmap?${of(step)}&lang=${language}&set=${encodeURIComponent(`"${step.id}".lead_time=${value}`)}`;
        await judgeAll(page, [`#/roadmap?${of(step)}&lang=${language}`, set("2y"), set("soon")]);
    }));
}

test("150/60: every view, light", () => withPage(pageOf("150"), {}, async (page) => {
    const views = await viewsOf(page);
    await judgeAll(page, views.map((view) => `#/${view}`));
}));

/** For the table at the end. */
export const figures = () => {
    if (judged > 0) bar(`axe violations in ${judged} states of the page`, violations, 0);
};

test("fields in the dark: words and examples in them have contrast, and all look the same", () => withPage(pageOf("white-paper"), { hash: "#/clashes", scheme: "dark" }, async (page) => {
    await page.locator("details.filters > summary").click();
    const fields = await page.evaluate(() => [...document.querySelectorAll("input:not([type=checkbox], [type=radio], [type=range]), select")].map((one) => {
        const numbers = (/** @type {string} */ text) => text.match(/[\d.]+/g).map(Number);
        const light = (text) => numbers(text).slice(0, 3).map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)).reduce((sum, part, n) => sum + part * [0.2126, 0.7152, 0.0722][n], 0);
        const own = getComputedStyle(one);
        const contrast = (text) => {
            const [a, b] = [light(text), light(own.backgroundColor)].sort((left, right) => right - left);
            return (a + 0.05) / (b + 0.05);
        };
        return { least: Math.min(contrast(own.color), contrast(getComputedStyle(one, "::placeholder").color), contrast(own.borderTopColor) + 1.5), look: `${own.backgroundColor} ${own.borderTopColor} ${own.borderTopLeftRadius}` };
    }));
    assert.ok(fields.length > 1);
    for (const { least } of fields) assert.ok(least >= 4.5, JSON.stringify(fields));
    assert.equal(new Set(fields.map(({ look }) => look)).size, 1, JSON.stringify(fields));
}));
