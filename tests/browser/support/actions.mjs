// SPDX-License-Identifier: MIT
// What people do on the page, by what they see: names of buttons in either language.

const named = (page, pattern) => page.getByRole("button", { name: pattern });

async function open(page, pattern) {
    const button = named(page, pattern).first();
    if ((await button.getAttribute("aria-expanded")) !== "true") await button.click();
}

/** The filters are a native disclosure, whose role depends on the browser. */
export async function openFilters(page) {
    if (!await page.locator("details.filters").evaluate((one) => one.open)) await page.locator("details.filters > summary").click();
}
export const openWhatIf = (page) => open(page, /^(what if|wat als)/i);
export const button = named;
