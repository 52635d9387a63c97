// SPDX-License-Identifier: MIT
// The views of a page, as its own navigation offers them.

/** The names in the navigation: ["overview", "roadmap", ...]. */
export async function viewsOf(page) {
    return page.locator("nav a[href^='#/']").evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute("href").slice(2).split("?")[0]))]);
}
