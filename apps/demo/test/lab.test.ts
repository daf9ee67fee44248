import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { followInvitation } from './support/inbox.ts'
import { openDemo } from './support/openDemo.ts'
import { frameworks, findPanel } from './support/findPanel.ts'

test('a change and a claim are shown in both panels and in another tab', async () => {
  const { context, page } = await openDemo()
  await page.goto('/')
  const otherTab = await context.newPage()
  await otherTab.goto('/vue')
  const rows = [findPanel(page, 'React'), findPanel(page, 'Vue'), findPanel(otherTab, 'Vue')].map(({ row }) => row)
  await findPanel(otherTab, 'Vue').invite('ada@fernhill.example')
  for (const row of rows) await expect(row('ada@fernhill.example').getByText('Invited', { exact: true })).toAppear()

  const claim = await followInvitation(page, 'ada@fernhill.example', 'React')
  await claim.getByRole('button', { name: 'Accept the invitation' }).click()
  for (const row of rows) await expect(row('ada@fernhill.example').getByText('Active')).toAppear()
})

test('many tabs do not use up the browser’s connections, and a tab that is shown again is up to date', async () => {
  const { demo, context, page } = await openDemo()
  await page.goto('/')
  await expect(findPanel(page, 'Vue').row('Mei Tanaka')).toAppear()
  const tabs = [page]
  for (let count = 0; count < 4; count++) {
    await setVisibility(tabs.at(-1), 'hidden')
    const newTab = await context.newPage()
    await newTab.goto('/')
    await expect(findPanel(newTab, 'React').row('Mei Tanaka')).toAppear()
    await expect(findPanel(newTab, 'Vue').row('Mei Tanaka')).toAppear()
    tabs.push(newTab)
  }
  await demo.client.assignSeat({
    subscription_id: demo.emulator.ref('lumen/fernhill-sub'),
    email: 'ada@fernhill.example',
  })
  await setVisibility(page, 'visible')
  for (const framework of frameworks) await expect(findPanel(page, framework).row('ada@fernhill.example')).toAppear()
})

test('a clock moved by a day expires the invitations in both panels', async () => {
  const { page } = await openDemo()
  await page.goto('/')
  await tab(page, 'Clock').click()
  await page.getByRole('button', { name: 'Forward 1 day' }).click()
  for (const framework of frameworks) {
    await expect(findPanel(page, framework).row('Sofia Rossi').getByText('Expired')).toAppear()
  }
  await page.getByRole('button', { name: 'Back to now' }).click()
  for (const framework of frameworks) {
    await expect(findPanel(page, framework).row('Sofia Rossi').getByText('Invited', { exact: true })).toAppear()
  }
})

test('a failed payment removes the team from both panels, and a successful payment restores it', async () => {
  const { demo, page } = await openDemo()
  await page.goto('/')
  for (const framework of frameworks) await expect(findPanel(page, framework).row('Mei Tanaka')).toAppear()
  await tab(page, 'Payment').click()
  await page.getByRole('button', { name: 'The payment fails' }).click()
  for (const framework of frameworks) {
    const { region, row } = findPanel(page, framework)
    await expect(region.getByText('The payment has failed, and 7 people lost their seat.')).toAppear()
    await expect(region.getByText('The last payment failed.')).toAppear()
    await expect(row('Mei Tanaka')).toDisappear()
  }
  await page.getByRole('button', { name: 'The payment works again' }).click()
  for (const framework of frameworks) {
    const { region, row } = findPanel(page, framework)
    // Oliver's invitation had already expired.
    await expect(
      region.getByText('The payment works again, and 6 people got their seat or invitation back.'),
    ).toAppear()
    await expect(region.getByText('The last payment failed.')).toDisappear()
    await expect(row('Mei Tanaka').getByText('Active')).toAppear()
    await expect(row('Sofia Rossi').getByText('Invited', { exact: true })).toAppear()
    expect(await row('oliver@fernhill.example').count()).toBe(0)
  }
  expect(demo.emulator.outbox('mei@fernhill.example')).toEqual([])
})

test('"Start over" resets the demo', async () => {
  const { page } = await openDemo()
  await page.goto('/react')
  await findPanel(page, 'React').revokeActive('Mei Tanaka')
  await expect(findPanel(page, 'React').row('Mei Tanaka').getByRole('button', { name: 'Undo' })).toAppear()
  await tab(page, 'Clock').click()
  await page.getByRole('button', { name: 'Start the demo over' }).click()
  await expect(findPanel(page, 'React').row('Mei Tanaka').getByText('Active')).toAppear()
})

test('failed reads are sent again, and the lab lists each attempt', async () => {
  const { page } = await openDemo()
  await page.goto('/react')
  await expect(findPanel(page, 'React').row('Mei Tanaka')).toAppear()
  await tab(page, 'Faults').click()
  await page.getByRole('button', { name: 'The next 2 reads fail' }).click()
  await expect(page.getByText('Injected: The next 2 reads fail.')).toAppear()
  await page.reload()
  await expect(findPanel(page, 'React').row('Mei Tanaka')).toAppear()
  await tab(page, 'Requests').click()
  // The page's third read is listed first. The backend's call to Polar is listed below each read.
  const reads = page.getByRole('row').filter({ hasText: /GET \/(api\/seats\/)?v1\/customer-seats( |$|\d)/ })
  await expect
    .poll(async () => (await reads.locator('td:nth-child(2)').allInnerTexts()).slice(0, 6))
    .toEqual(['200', '200', '503', '503', '503', '503'])
})

test.each(frameworks)(
  'an invitation whose answer is lost is not sent again: %s reads the list, and reports success',
  async (framework) => {
    const { demo, page } = await openDemo()
    await page.goto(`/${framework.toLowerCase()}`)
    await expect(findPanel(page, framework).row('Mei Tanaka')).toAppear()
    await tab(page, 'Faults').click()
    await page.getByRole('button', { name: 'The next answer to an invitation is lost' }).click()
    await expect(page.getByText('Injected:')).toAppear()
    const { invite, problem, row, address, notice } = findPanel(page, framework)
    await invite('ada@fernhill.example')
    await expect(notice.getByText('ada@fernhill.example was invited.')).toAppear()
    expect(await address.inputValue()).toBe('')
    expect((await problem.allInnerTexts()).join('').trim()).toBe('')
    await expect(row('ada@fernhill.example').getByText('Invited', { exact: true })).toAppear()
    expect(demo.emulator.outbox('ada@fernhill.example')).toHaveLength(1)

    await page.getByRole('button', { name: 'Clear' }).click()
    await expect(page.getByText('No faults are injected.')).toAppear()
  },
)

test('webhooks are listed, and a second delivery changes nothing', async () => {
  const { page } = await openDemo()
  await page.goto('/react')
  const { invite, meter } = findPanel(page, 'React')
  await invite('ada@fernhill.example')
  await tab(page, 'Webhooks').click()
  const delivery = page.getByRole('row').filter({ hasText: 'customer_seat.assigned' })
  await expect(delivery.getByText('succeeded, 1 attempt')).toAppear()
  await delivery.getByRole('button', { name: 'Send customer_seat.assigned again' }).click()
  await expect(page.getByText('succeeded, 2 attempts')).toAppear()
  await expect.poll(() => meter.getAttribute('aria-valuetext')).toBe('8 of 10 seats used')
})

test('the arrow keys move between the tabs', async () => {
  const { page } = await openDemo()
  await page.goto('/react')
  await tab(page, 'Inbox').click()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('tabpanel', { name: 'Clock' })).toAppear()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('tabpanel', { name: 'Webhooks' })).toAppear()
})

const tab = (page: Page, name: string) => page.getByRole('tab', { name })

/** Tells a page that its tab is now hidden or visible. In an automated browser, all tabs count as visible. */
async function setVisibility(page: Page | undefined, state: 'hidden' | 'visible'): Promise<void> {
  await page?.evaluate((state) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state })
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
  }, state)
}
