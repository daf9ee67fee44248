import type { Page } from 'playwright-core'

/** Waits for the code of the form and of the rows' buttons, which the page loads only after it has shown the team. */
export async function waitForScripts(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const loaded = performance.getEntriesByType('resource').map(({ name }) => name)
    const preloads = [...document.querySelectorAll<HTMLLinkElement>('link[rel="modulepreload"]')]
    const hasPart = (part: string) => loaded.some((url) => url.includes(part))
    return hasPart('/InviteCalls') && hasPart('/laterRowParts') && preloads.every(({ href }) => loaded.includes(href))
  })
}
