import { en } from '@seats/core/messages'
import { expect, test } from 'vitest'
import { findViolations } from './support/findViolations.ts'
import { openDemo } from './support/openDemo.ts'
import { frameworks, findPanel } from './support/findPanel.ts'

/** The code that the panel loads after its first load. */
const laterCode =
  /\/assets\/(SubscriptionNotices|laterRowParts|LongRows|useLongList|InviteCalls|BulkDialog|laterCountParts|MembersDialog)-/

test.each(frameworks)(
  'a part whose code could not be loaded says so, and “Try again” loads it, in %s',
  async (framework) => {
    const { page } = await openDemo({ extraPeople: 120 })
    let isBroken = true
    await page.route(laterCode, (route) => (isBroken ? route.abort() : route.fallback()))
    await page.goto(`/${framework.toLowerCase()}`)
    const { region, button, address, invite, notice } = findPanel(page, framework)
    const { notLoaded, retry } = en.common
    const problems = region.getByRole('alert').filter({ hasText: notLoaded })
    const openers = ['Change the seats', 'Invite many', 'Members']

    // Two parts report the problem: the notices about the subscription, and the table, whose actions and later rows are missing.
    await expect.poll(() => problems.count()).toBe(2)
    for (const name of openers) {
      const earlierCount = await problems.count()
      await button(name).click()
      await expect.poll(() => problems.count()).toBe(earlierCount + 1)
      expect(await button(name).getAttribute('aria-busy')).toBe('false')
    }
    await invite('ada@fernhill.example')
    await expect.poll(() => problems.count()).toBe(6)
    // The form keeps the address.
    expect(await address.inputValue()).toBe('ada@fernhill.example')
    expect(await findViolations(page)).toEqual([])

    isBroken = false
    const banners = region.locator('.seats-banner').filter({ hasText: notLoaded })
    for (const remainingCount of [1, 0]) {
      await banners.getByRole('button', { name: retry }).first().click()
      await expect.poll(() => banners.count()).toBe(remainingCount)
      expect(await region.evaluate((element) => element.contains(document.activeElement))).toBe(true)
    }
    await expect(region.locator('.seats-space')).toAppear()
    await expect(region.locator('.seats-cell-actions button').last()).toAppear()
    for (const name of openers) {
      await button(name).click()
      const dialog = page.getByRole('dialog')
      await dialog
        .getByRole('button', { name: /^(Cancel|Close)$/ })
        .last()
        .click()
      await expect(dialog).toDisappear()
    }
    await button('Invite').click()
    await expect(notice.getByText('ada@fernhill.example was invited.')).toAppear()
    await expect.poll(() => problems.count()).toBe(0)
  },
)

test.each(frameworks)(
  'a list whose dialog could not be loaded stays in the field, and another address is about itself, in %s',
  async (framework) => {
    const { page } = await openDemo()
    await page.route(/\/assets\/BulkDialog-/, (route) => route.abort())
    await page.goto(`/${framework.toLowerCase()}`)
    const { region, address, invite, notice } = findPanel(page, framework)
    const problem = region.getByRole('alert').filter({ hasText: en.common.notLoaded })
    const list = 'ada@fernhill.example, grace@fernhill.example'
    await invite(list)
    await expect(problem).toAppear()
    expect(await address.inputValue()).toBe(list)
    await address.fill('lin@fernhill.example')
    await expect(problem).toDisappear()
    await invite('lin@fernhill.example')
    await expect(notice.getByText('lin@fernhill.example was invited.')).toAppear()
    expect(await problem.count()).toBe(0)
  },
)

test.each(frameworks)(
  'the message about a part disappears if the user loses the permission for this part, in %s',
  async (framework) => {
    const { page } = await openDemo()
    let isManager = true
    await page.route(/\/assets\/SubscriptionNotices-/, (route) => route.abort())
    await page.route('**/permissions?*', async (route) => {
      const response = await route.fetch()
      const permissions = await response.json()
      await route.fulfill({ response, json: { ...permissions, getSubscription: isManager, manageMembers: false } })
    })
    await page.route('**/customer-seats', (route) =>
      route.fulfill({ status: 403, json: { error: 'OperationNotGranted', detail: 'Not granted' } }),
    )
    await page.goto(`/${framework.toLowerCase()}`)
    const { region, invite } = findPanel(page, framework)
    const banner = region.locator('.seats-banner').filter({ hasText: en.common.notLoaded })
    await expect(banner).toAppear()

    isManager = false
    await invite('ada@fernhill.example')
    await expect(banner).toDisappear()
    await expect(region.getByLabel('Invite by email')).toAppear()
    expect(await banner.count()).toBe(0)
  },
)

test.each(frameworks)(
  'the button for the members disappears with its message if the user loses the role, in %s',
  async (framework) => {
    const { page } = await openDemo()
    await page.clock.install()
    await page.route(/\/assets\/MembersDialog-/, (route) => route.abort())
    let isManager = true
    await page.route(/customer-session\/user/, (route) =>
      isManager ? route.fallback() : route.fulfill({ status: 403, json: { error: 'NotPermitted', detail: 'No' } }),
    )
    await page.goto(`/${framework.toLowerCase()}`)
    const { region, button } = findPanel(page, framework)
    await button('Members').click()
    await expect(region.locator('.seats-members-button').getByText(en.common.notLoaded)).toAppear()
    isManager = false
    // The user is read again if the window gets the focus and the last read is half a minute old.
    await page.clock.fastForward(31_000)
    await page.evaluate(() => dispatchEvent(new Event('visibilitychange')))
    await expect(button('Members')).toDisappear()
  },
)
