import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** Checks the page with axe-core. Returns a line for each violation. */
export async function findViolations(page: Page): Promise<string[]> {
  // Returns only `true`, because Playwright would copy the whole value of `axe` out of the page.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(`${axe.source}; true`)
  const { violations } = await page.evaluate(() => window.axe.run({ resultTypes: ['violations'] }))
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  )
}

declare global {
  interface Window {
    axe: typeof axe
  }
}
