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

const about = "for=hulp-bij-formulieren";
for (const language of ["en", "nl"]) {
    for (const scheme of ["light", "dark"]) {
        for (const [width, height] of [[1400, 900], [360, 740]]) {
            const options = { width, height, scheme, touch: width < 500 };
            test(`every view, ${language}, ${scheme}, ${width} px`, () => withPage(pageOf("white-paper"), options, async (page) => {
                const views = await viewsOf(page);
                assert.ok(views.length >= 10, `only ${views}`);
                await judgeAll(page, views.map((view) => `#/${view}?lang=${language}`));
            }));
            test(`panel, table and filters open, ${language}, ${scheme}, ${width} px`, () => withPage(pageOf("white-paper"), options, async (page) => {
                const [step] = await page.evaluate(() => window.groeipad.plan().filter((activity) => activity.kind === "capability" && activity.critical));
                const chosen = about && `for=${encodeURIComponent(step.id)}&level=${step.level}`;
                await judgeAll(page, [`#/roadmap?${chosen}&panel=1&lang=${language}`, `#/path?table=1&lang=${language}`]);
                await openFilters(page);
                await judgeAll(page, [`#/roadmap?critical=1&lang=${language}`, `#/clashes?lang=${language}&q=data`]);
            }));
            test(`what-if open, ${language}, ${scheme}, ${width} px`, () => withPage(pageOf("measures"), options, async (page) => {
                const [step] = await page.evaluate(() => window.groeipad.plan().filter((activity) => activity.kind === "capability"));
                await goTo(page, `#/roadmap?for=${encodeURIComponent(step.id)}&level=${step.level}&lang=${language}`);
                await openWhatIf(page);
                await page.evaluate(judge);
                const found = await violationsOf(page);
                await goTo(page, `#/roadmap?for=${encodeURIComponent(step.id)}&level=${step.level}&lang=${language}&set=${encodeURIComponent(`"${step.id}".lead_time=2y`)}`);
                await settle(page);
                assert.deepEqual([...found, ...await violationsOf(page)], []);
            }));
        }
    }
}

test("150/60: every view, light", () => withPage(pageOf("150"), {}, async (page) => {
    const views = await viewsOf(page);
    await judgeAll(page, views.map((view) => `#/${view}`));
}));

/** For the table at the end. */
export const figures = () => {
    if (judged > 0) bar(`axe violations in ${judged} states of the page`, violations, 0);
};
