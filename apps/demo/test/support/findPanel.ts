import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

export const frameworks = ['React', 'Vue'] as const
export type Framework = (typeof frameworks)[number]

/** Finds the parts of one framework's panel by their roles and names. */
export function findPanel(page: Page, framework: Framework) {
  const region = page.getByRole('region', { name: `Team seats ${framework}` })
  const button = (name: string | RegExp): Locator =>
    region.getByRole('button', { name, exact: typeof name === 'string' })
  const address = region.getByLabel('Invite by email')
  return {
    region,
    button,
    address,
    problem: region.getByRole('alert'),
    notice: region.getByRole('status'),
    meter: region.getByRole('meter'),
    row: (person: string) => region.getByRole('row').filter({ hasText: person }),
    /** Revokes a claimed seat, and confirms the question. Presses keys, because a row may still move under a click. */
    async revokeActive(person: string) {
      await button(`Revoke the seat of ${person}`).press('Enter')
      await region
        .getByRole('group', { name: /^Revoke/ })
        .getByRole('button', { name: /^Revoke/ })
        .press('Enter')
    },
    async invite(email: string) {
      await address.fill(email)
      await button('Invite').click()
    },
  }
}

/** Opens the page of one framework's panel, and waits for its rows. */
export async function openPanel(page: Page, framework: Framework): Promise<void> {
  await page.goto(`/${framework.toLowerCase()}`)
  await expect(findPanel(page, framework).row('Mei Tanaka')).toAppear()
}
