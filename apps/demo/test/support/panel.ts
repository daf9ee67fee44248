import type { Locator, Page } from 'playwright-core'

export const frameworks = ['React', 'Vue'] as const
export type Framework = (typeof frameworks)[number]

/** Finds the parts of one framework's panel by role and name, as a person does. */
export function panel(page: Page, framework: Framework) {
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
    row: (who: string) => region.getByRole('row').filter({ hasText: who }),
    /** Revokes the seat of somebody who has access, which asks first. A key press is never too early. */
    async revokeActive(who: string) {
      await button(`Revoke the seat of ${who}`).press('Enter')
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
