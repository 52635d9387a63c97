// SPDX-License-Identifier: MIT
// The page says nothing on the console, asks nothing of a network, and tries nothing that its policy forbids; walked through view
// by view, in both languages. What withPage() watches is the test; here it is given something to see.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { pageOf } from "./support/pages.mjs";
import { startGroup, test } from "./support/suite.mjs";
import { goTo, withPage } from "./support/browser.mjs";
import { viewsOf } from "./support/views.mjs";

startGroup("silent");

const walks = { "white-paper": ["en", "nl"], 150: ["en", "nl"], measures: ["nl"], minimal: ["en"], "no-interventions": ["nl"], "no-capabilities": ["en"] };
for (const [name, languages] of Object.entries(walks)) {
    for (const language of languages) {
        test(`${name}: a walk through all views (${language})`, () => withPage(pageOf(name), {}, async (page) => {
            for (const view of await viewsOf(page)) {
                await goTo(page, `#/${view}?lang=${language}`);
                assert.ok((await page.locator("main").innerText()).trim().length > 0, `${view} is empty`);
                assert.equal(await page.evaluate(() => document.documentElement.lang), language);
            }
        }));
    }
}

test("the policy stands in the page, and forbids what it should", () => {
    const html = readFileSync(pageOf("white-paper"), "utf8");
    const [, policy] = html.match(/<meta http-equiv="Content-Security-Policy" content="([^"]*)">/);
    const rows = new Map(policy.split(";").map((row) => row.trim().split(/\s+/)).map(([name, ...values]) => [name, values.join(" ")]));
    assert.equal(rows.get("default-src"), "'none'");
    assert.match(rows.get("script-src"), /^'sha256-[A-Za-z0-9+/]{43}=' 'wasm-unsafe-eval'$/);
    assert.match(rows.get("style-src"), /^'sha256-[A-Za-z0-9+/]{43}='$/);
    assert.equal(rows.get("base-uri"), "'none'");
    assert.equal(rows.get("form-action"), "'none'");
    assert.equal(policy.includes("unsafe-inline"), false);
    assert.equal(policy.includes("http"), false);
    assert.ok(html.indexOf("<meta http-equiv") < html.search(/<script|<style|<link|<title/), "the policy stands before what it is about");
});

test("the page names no other file: no link, image or script of elsewhere", () => {
    const html = readFileSync(pageOf("white-paper"), "utf8");
    const tags = html.replace(/<script[^>]*>[^]*?<\/script>/g, "").match(/<[a-z][^>]*>/gi);
    const addresses = tags.flatMap((tag) => [...tag.matchAll(/\s(?:src|href|action|data|poster)="?([^"\s>]*)/gi)].map(([, address]) => address));
    assert.deepEqual(addresses.filter((address) => !/^(data:|#)/.test(address)), []);
});

test("two runs of the command give the same bytes", () => {
    assert.ok(readFileSync(pageOf("white-paper")).equals(readFileSync(pageOf("white-paper", ["--lang", "nl"]))), "white paper, whose language is Dutch");
});

test("without JavaScript the page says so", () => withPage(pageOf("white-paper"), { scripts: false, ready: false }, async (page, opened) => {
    assert.match(await page.locator("body").innerText(), /JavaScript/);
    opened.problems.length = 0;
}));
