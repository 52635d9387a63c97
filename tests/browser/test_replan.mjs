// SPDX-License-Identifier: MIT
// The plan that the page makes is the plan that the command makes, to the day: on every example and on a hundred portfolios with
// five changes each. What the command refuses, the page refuses.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { drawChanges, forPage, optionsOf } from "./support/changes.mjs";
import { fileOf, pageOf, written } from "./support/pages.mjs";
import { portfolio } from "./support/portfolio.mjs";
import { Random } from "./support/random.mjs";
import { answer } from "./support/tools.mjs";
import { bar, startGroup, test } from "./support/suite.mjs";
import { withPage } from "./support/browser.mjs";

startGroup("replan");

let compared = 0;
let refused = 0;
let different = 0;

/** The command's activities with these changes; null where it refuses them. */
function plannedBy(file, changes) {
    try {
        return answer(["plan", file, ...optionsOf(changes)]).activities;
    } catch (error) {
        if (/exit [23]\b/.test(error.message)) return null;
        throw error;
    }
}

/** The page's, for all changes in one go; a text where it refuses. */
async function plannedInPage(page, list) {
    assert.equal(await page.evaluate(() => window.groeipad.ready), true, "what-if is not in this page");
    return page.evaluate((all) => all.map((changes) => {
        try {
            return window.groeipad.replan(changes);
        } catch (error) {
            return String(error);
        }
    }), list.map(forPage));
}

async function compare(page, file, list) {
    const inPage = await plannedInPage(page, list);
    list.forEach((changes, n) => {
        const should = plannedBy(file, changes);
        const is = inPage[n];
        compared++;
        if (should === null) refused++;
        try {
            if (should === null) assert.equal(typeof is, "string", `the command refuses ${JSON.stringify(changes)}, and the page does not`);
            else assert.deepEqual(is, should);
        } catch (error) {
            different++;
            error.message = `${file} ${optionsOf(changes).join(" ")}:\n${error.message}`;
            throw error;
        }
    });
}

for (const name of ["white-paper", "measures", "minimal", "examples/adviesalgoritmes.json", "150"]) {
    test(`${name}: twelve changes`, () => withPage(pageOf(name), {}, async (page) => {
        const random = new Random(12);
        const document = JSON.parse(readFileSync(fileOf(name), "utf8"));
        await compare(page, fileOf(name), [{}, ...Array.from({ length: 12 }, () => drawChanges(random, document))]);
    }));
}

test("the page is as it was after all that", () => withPage(pageOf("white-paper"), {}, async (page) => {
    const before = answer(["plan", fileOf("white-paper")]).activities;
    await plannedInPage(page, [{ set: { "planning.round": "none" } }, { set: { "nobody.lead_time": "1mo" } }]);
    assert.deepEqual(await page.evaluate(() => window.groeipad.plan()), before);
    assert.deepEqual((await plannedInPage(page, [{}]))[0], before);
}));

for (let part = 0; part < 4; part++) {
    test(`portfolios ${part * 25 + 1} to ${part * 25 + 25} of 100, five changes each`, () => withPage(pageOf("minimal"), {}, async (page, opened) => {
        for (let n = part * 25; n < part * 25 + 25; n++) {
            const random = new Random(1000 + n);
            const document = portfolio(2000 + n, 6 + random.below(40), 3 + random.below(15));
            const file = written(`random-${n}`, document);
            await opened.goToFile(pageOf(file));
            await compare(page, file, Array.from({ length: 5 }, () => drawChanges(random, document)));
        }
    }));
}

/** For the table at the end. */
export const figures = () => {
    if (compared > 0) bar(`replans that differ from the command, of ${compared} (${refused} refused by both)`, different, 0);
};
