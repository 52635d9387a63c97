// SPDX-License-Identifier: MIT
// One chromium for all tests; each test gets a context of its own. A page that is opened here is watched: whatever it says on the
// console, asks of a network, opens as a dialog or tries against its policy is a problem, and closing it throws what was found.
import { pathToFileURL } from "node:url";
import { chromium } from "./tools.mjs";

let browser = null;

export async function startBrowser() {
    browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-dev-shm-usage"] });
}
export async function stopBrowser() {
    await browser?.close();
}

/* In the page, before anything of its own runs: what it tries against its policy, and marks that hostile data would leave. */
function watchPolicy() {
    window.problemsOfPolicy = [];
    document.addEventListener("securitypolicyviolation", (event) => window.problemsOfPolicy.push(`${event.violatedDirective} ${event.blockedURI}`));
}

const contextOptions = ({ width = 1400, height = 900, scheme = "light", motion = "no-preference", touch = false, scripts = true }) => ({
    viewport: { width, height }, colorScheme: scheme, reducedMotion: motion, hasTouch: touch, isMobile: touch, javaScriptEnabled: scripts,
    offline: true, locale: "en-GB", timezoneId: "America/Caracas", permissions: ["clipboard-read", "clipboard-write"],
});

/**
 * Opens a file at an address ("#/plan"), and waits until the page says that it is ready. Gives the page, with `address`, `close`
 * (throws the problems) and `problems`.
 */
export async function open(file, { hash = "", ready = true, ...options } = {}) {
    const context = await browser.newContext(contextOptions(options));
    const page = await context.newPage();
    let self = pathToFileURL(file).href;
    const problems = [];
    page.on("console", (message) => problems.push(`console ${message.type()}: ${message.text()}`));
    page.on("pageerror", (error) => problems.push(`error: ${error.stack ?? error}`));
    page.on("dialog", (dialog) => {
        problems.push(`dialog: ${dialog.message()}`);
        dialog.dismiss();
    });
    page.on("request", (request) => {
        const url = request.url();
        if (url.split("#")[0] !== self && !url.startsWith("data:") && !url.startsWith("blob:")) problems.push(`request: ${url.slice(0, 200)}`);
    });
    page.setDefaultTimeout(8000);
    await page.addInitScript(watchPolicy);
    try {
        await page.goto(self + hash);
        if (ready) await isReady(page);
    } catch (error) {
        await context.close();
        throw new Error([error.message, "the page does not come up:", ...problems].join("\n"));
    }
    const close = async () => {
        problems.push(...(await page.evaluate(() => window.problemsOfPolicy)).map((problem) => `policy: ${problem}`));
        await context.close();
        if (problems.length > 0) throw new Error(`the page is not silent:\n${[...new Set(problems)].slice(0, 20).join("\n")}`);
    };
    /* Another file in the same tab, which is quicker than another tab. */
    const goToFile = async (next) => {
        self = pathToFileURL(next).href;
        await page.goto(self);
        await isReady(page);
    };
    return { page, context, problems, close, file, goToFile };
}

/** The view is there, and its tables. */
export async function isReady(page) {
    await page.waitForFunction(() => {
        const main = document.querySelector("main");
        return main?.childElementCount > 0 && !document.querySelector("main[aria-busy=true], main [aria-busy=true]");
    });
}

/** Opens, does, closes: also when it fails, so that the problems of the page are told beside the failure. */
export async function withPage(file, options, run) {
    const opened = await open(file, options);
    let failure = null;
    try {
        await run(opened.page, opened);
    } catch (error) {
        failure = error;
    }
    try {
        await opened.close();
    } catch (error) {
        if (failure) failure.message += `\n${error.message}`;
        else failure = error;
    }
    if (failure) throw failure;
}

/** Goes to an address within the page, and waits until what is there has settled. */
export async function goTo(page, hash) {
    await page.evaluate((next) => {
        location.hash = next;
    }, hash);
    await settle(page);
    await isReady(page);
}

/** Waits until nothing changes in the document for 60 ms, at most two seconds. */
export async function settle(page) {
    await page.evaluate(() => new Promise((resolve) => {
        let timer = setTimeout(end, 60);
        const last = setTimeout(end, 2000);
        const observer = new MutationObserver(() => {
            clearTimeout(timer);
            timer = setTimeout(end, 60);
        });
        function end() {
            observer.disconnect();
            clearTimeout(last);
            clearTimeout(timer);
            resolve();
        }
        observer.observe(document.documentElement, { subtree: true, childList: true, attributes: true, characterData: true });
    }));
}
