import { fileURLToPath } from 'node:url'
import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { control } from '../../server/control.ts'
import type { Demo } from '../../server/startDemo.ts'
import { faultPresets } from '../../src/shared/lab.ts'
import { findViolations } from '../support/findViolations.ts'
import { openDemo } from '../support/openDemo.ts'
import { openPrice } from '../support/openPrice.ts'
import { frameworks, openPanel, findPanel, type Framework } from '../support/findPanel.ts'
import { signInAs } from '../support/signInAs.ts'

interface Screen {
  name: string
  /** Opens this screen. */
  show: (page: Page, demo: Demo, framework: Framework) => Promise<unknown>
}

const tab = (name: string): Screen => ({
  name: `the lab: ${name}`,
  async show(page, _, framework) {
    await openPanel(page, framework)
    await page.getByRole('tab', { name }).click()
    await expect(page.getByRole('tabpanel', { name })).toAppear()
  },
})

const screens: Screen[] = [
  {
    name: 'the team just after a revoke',
    async show(page, _, framework) {
      await openPanel(page, framework)
      await findPanel(page, framework).revokeActive('Noah Fischer')
      await expect(findPanel(page, framework).button('Undo')).toAppear()
    },
  },
  {
    name: 'a full team after a refused invitation',
    async show(page, _, framework) {
      await openPanel(page, framework)
      const { invite, notice, problem } = findPanel(page, framework)
      for (const email of ['a@fernhill.example', 'b@fernhill.example', 'c@fernhill.example']) {
        await invite(email)
        await expect(notice.getByText(`${email} was invited.`)).toAppear()
      }
      await invite('d@fernhill.example')
      await expect(problem.getByText('Every seat is taken.')).toAppear()
    },
  },
  {
    name: "a member's own seats",
    async show(page, _, framework) {
      await openPanel(page, framework)
      await signInAs(page, 'Priya Nair')
      await expect(page.getByRole('heading', { name: 'My seats' })).toAppear()
    },
  },
  {
    name: 'an empty team',
    async show(page, _, framework) {
      await openPanel(page, framework)
      await signInAs(page, 'Tomás Lind')
      await findPanel(page, framework).revokeActive('Tomás Lind')
      await findPanel(page, framework).button('Dismiss').press('Enter')
      await expect(page.getByRole('heading', { name: 'No one is here yet' })).toAppear()
    },
  },
  {
    name: 'a team that could not be loaded',
    async show(page, demo, framework) {
      demo.emulator.inject({ fault: { kind: 'status', status: 503 } })
      await page.goto(`/${framework.toLowerCase()}`)
      await expect(page.getByRole('heading', { name: 'The team could not be loaded' })).toAppear()
    },
  },
  {
    name: 'a team that is loading',
    async show(page, demo, framework) {
      demo.emulator.inject({ fault: { kind: 'latency', ms: 60_000 } })
      await page.goto(`/${framework.toLowerCase()}`)
      await expect(page.getByText('Loading the team…')).toAppear()
    },
  },
  {
    name: 'offline',
    async show(page, _, framework) {
      await openPanel(page, framework)
      await page.context().setOffline(true)
      await expect(page.getByText('You are offline.')).toAppear()
    },
  },
  {
    name: 'the menu of users',
    async show(page, _, framework) {
      await openPanel(page, framework)
      await page.getByRole('button', { name: /^Signed in as/ }).click()
    },
  },
  {
    name: 'the preview of a bulk invite',
    async show(page, _, framework) {
      await openPanel(page, framework)
      await previewMany(page, framework)
    },
  },
  {
    name: 'the results of a bulk invite',
    async show(page, _, framework) {
      await openPanel(page, framework)
      await previewMany(page, framework)
      await page.getByRole('button', { name: 'Invite 3 people' }).click()
      await expect(page.getByRole('region', { name: 'Results' })).toAppear()
      await expect(page.getByRole('button', { name: 'Download the results' })).toAppear()
    },
  },
  {
    name: 'the choice of a seat count',
    async show(page, _, framework) {
      await openPanel(page, framework)
      await findPanel(page, framework).button('Change the seats').click()
      await page.getByRole('dialog').getByLabel('Seats in all').fill('6')
      await expect(page.getByRole('dialog').getByText('7 seats in use')).toAppear()
    },
  },
  {
    name: 'a price to confirm',
    async show(page, _, framework) {
      await openPanel(page, framework)
      await openPrice(page, framework, 13)
    },
  },
  {
    name: 'a reduction to confirm',
    async show(page, _, framework) {
      await openPanel(page, framework)
      await openPrice(page, framework, 8)
    },
  },
  {
    name: 'a payment that failed',
    async show(page, demo, framework) {
      await openPanel(page, framework)
      const fault = faultPresets.find(({ label }) => label === 'The next card payment is declined')?.fault
      await control(demo.emulator, 'POST', '/faults', { ...fault })
      const { dialog, confirm } = await openPrice(page, framework, 13)
      await confirm.click()
      await expect(dialog.getByText('Check the payment method')).toAppear()
    },
  },
  {
    name: 'a reduction that is scheduled',
    async show(page, _, framework) {
      await openPanel(page, framework)
      await scheduleReduction(page, framework)
    },
  },
  {
    name: 'the price of the seats that stay',
    async show(page, _, framework) {
      await openPanel(page, framework)
      await scheduleReduction(page, framework)
      await findPanel(page, framework).button('Keep 10 seats').click()
      await expect(page.getByRole('dialog').getByRole('button', { name: /^Keep 10 seats, then/ })).toAppear()
    },
  },
  {
    name: 'the members dialog, before a removal is confirmed',
    async show(page, _, framework) {
      await openPanel(page, framework)
      await openMembers(page, framework)
    },
  },
  {
    name: 'an invitation',
    show: (page, demo, framework) => openClaim(page, framework, demo.emulator.outbox()[0]?.invitation_token),
  },
  {
    name: 'an accepted invitation',
    async show(page, demo, framework) {
      await openClaim(page, framework, demo.emulator.outbox()[0]?.invitation_token)
      await page.getByRole('button', { name: 'Accept the invitation' }).click()
      await expect(page.getByRole('heading', { name: 'You are in' })).toAppear()
    },
  },
  { name: 'an invitation that is used up', show: (page, _, framework) => openClaim(page, framework, 'x'.repeat(43)) },
]

/** The lab is the same for both panels, so it is checked only with the React panel. */
const screensOf = {
  React: [...screens, ...['Inbox', 'Clock', 'Faults', 'Requests', 'Webhooks'].map(tab)],
  Vue: screens,
}

describe.each(frameworks)('in %s', (framework) => {
  test.each(screensOf[framework])(
    '$name: axe-core finds no violation in either theme, and the page fits every width',
    async ({ show }) => {
      const { demo, page } = await openDemo({ reducedMotion: 'reduce' })
      await show(page, demo, framework)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        expect(await findViolations(page), colorScheme).toEqual([])
      }
      for (const width of [360, 768, 1920]) {
        await page.setViewportSize({ width, height: 800 })
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
      }
    },
  )
})

describe('the pictures of the README', () => {
  const now = Date.parse('2026-11-23T10:30:00Z')
  const wideViewport = { width: 1280, height: 860 }
  const phoneViewport = { width: 360, height: 740 }

  test.each([
    { name: 'team-light', colorScheme: 'light', viewport: wideViewport, path: '/' },
    { name: 'team-dark', colorScheme: 'dark', viewport: wideViewport, path: '/' },
    { name: 'phone-light', colorScheme: 'light', viewport: phoneViewport, path: '/react' },
    { name: 'phone-dark', colorScheme: 'dark', viewport: phoneViewport, path: '/vue' },
  ] as const)('$name', async ({ name, colorScheme, viewport, path }) => {
    const { page } = await openDemo({ now, colorScheme, viewport, timezoneId: 'UTC', reducedMotion: 'reduce' })
    await page.goto(path)
    await expect(page.getByText('Jane Okafor').last()).toAppear()
    await expect(page.getByText('3', { exact: true }).last()).toAppear()
    expect(await takeScreenshot(page, pictureOfDemo(name))).toBeGreaterThan(10_000)
  })

  test('bulk', async () => {
    const { page } = await openDemo({ now, viewport: wideViewport, timezoneId: 'UTC', reducedMotion: 'reduce' })
    await page.goto('/')
    await previewMany(page, 'React')
    expect(await takeScreenshot(page, pictureOfDemo('bulk'))).toBeGreaterThan(10_000)
  })

  test.each([
    {
      name: 'seat-count',
      show: async (page: Page) => {
        await findPanel(page, 'React').button('Change the seats').click()
        await page.getByRole('button', { name: 'One seat more' }).click()
      },
    },
    { name: 'price', show: (page: Page) => openPrice(page, 'React', 13) },
    { name: 'reduction', show: (page: Page) => openPrice(page, 'Vue', 8) },
    { name: 'scheduled', show: (page: Page) => scheduleReduction(page, 'Vue') },
    { name: 'members', show: (page: Page) => openMembers(page, 'React') },
    { name: 'my-seats', show: (page: Page) => signInAs(page, 'Priya Nair') },
  ])('$name', async ({ name, show }) => {
    const { page } = await openDemo({ now, viewport: wideViewport, timezoneId: 'UTC', reducedMotion: 'reduce' })
    await page.goto('/')
    await expect(page.getByText('Jane Okafor').last()).toAppear()
    await show(page)
    await page.mouse.move(0, 0)
    await page.evaluate(() => scrollTo(0, 0))
    expect(await takeScreenshot(page, pictureOfDemo(name))).toBeGreaterThan(10_000)
  })

  test('lab', async () => {
    const { page } = await openDemo({
      now,
      colorScheme: 'dark',
      viewport: wideViewport,
      timezoneId: 'UTC',
      reducedMotion: 'reduce',
    })
    await page.goto('/')
    await page.getByRole('tab', { name: 'Faults' }).click()
    await page.getByRole('button', { name: 'The next 2 reads fail' }).click()
    await expect(page.getByText('Injected: The next 2 reads fail.')).toAppear()
    await page.mouse.move(0, 0)
    expect(await takeScreenshot(page, pictureOfDemo('lab'))).toBeGreaterThan(10_000)
  })

  test('claim', async () => {
    const { demo, page } = await openDemo({ now, viewport: { width: 1280, height: 640 }, reducedMotion: 'reduce' })
    await openClaim(page, 'Vue', demo.emulator.outbox('sofia@fernhill.example')[0]?.invitation_token)
    expect(await takeScreenshot(page, pictureOfDemo('claim'))).toBeGreaterThan(10_000)
  })
})

describe('the pictures of the documentation', () => {
  const now = Date.parse('2026-11-23T10:30:00Z')
  const viewport = { width: 760, height: 1200 }

  test.each([
    { framework: 'React', colorScheme: 'light' },
    { framework: 'Vue', colorScheme: 'dark' },
  ] as const)('TeamPanel in $framework', async ({ framework, colorScheme }) => {
    const { page } = await openDemo({ now, colorScheme, viewport, timezoneId: 'UTC', reducedMotion: 'reduce' })
    await openPanel(page, framework)
    await expect(page.locator('.seats-cell-actions button').last()).toAppear()
    const path = pictureOfDocs(`team-panel-${framework.toLowerCase()}`)
    expect(await takeScreenshot(page, path, page.locator('.panel'))).toBeGreaterThan(10_000)
  })

  test.each<{ name: string; part: string; show: (page: Page, demo: Demo) => Promise<unknown> }>([
    { name: 'bulk-invite', part: 'dialog[open]', show: (page) => previewMany(page, 'React') },
    { name: 'seat-count', part: 'dialog[open]', show: (page) => openPrice(page, 'Vue', 13) },
    { name: 'members', part: 'dialog[open]', show: (page) => openMembers(page, 'React') },
    {
      name: 'claim-page',
      part: '.seats-claim',
      show: (page, { emulator }) =>
        openClaim(page, 'Vue', emulator.outbox('sofia@fernhill.example')[0]?.invitation_token),
    },
  ])('$name', async ({ name, part, show }) => {
    const { demo, page } = await openDemo({ now, viewport, timezoneId: 'UTC', reducedMotion: 'reduce' })
    await page.goto(name === 'seat-count' ? '/vue' : '/react')
    await expect(page.locator('.seats-cell-actions button').last()).toAppear()
    await show(page, demo)
    expect(await takeScreenshot(page, pictureOfDocs(name), page.locator(part))).toBeGreaterThan(5_000)
  })
})

describe('a picture of the panel', () => {
  const now = Date.parse('2026-11-23T10:30:00Z')
  const wideViewport = { width: 1280, height: 1120 }
  const phoneViewport = { width: 360, height: 1400 }

  test.each([
    { name: 'right-to-left', path: '/vue', viewport: wideViewport, direction: 'rtl' },
    { name: 'right-to-left-phone', path: '/react', viewport: phoneViewport, direction: 'rtl' },
    { name: 'forced-colours', path: '/react', viewport: wideViewport, forcedColors: 'active' },
    { name: 'sidebar', path: '/vue', viewport: phoneViewport, panelWidth: '300px' },
    { name: 'wide-screen', path: '/vue', viewport: { width: 1920, height: 1080 } },
    { name: 'de', path: '/', viewport: wideViewport, language: 'de' },
    { name: 'de-phone', path: '/vue', viewport: phoneViewport, language: 'de' },
    { name: 'de-informal', path: '/', viewport: wideViewport, language: 'deInformal' },
    { name: 'fr', path: '/', viewport: wideViewport, language: 'fr' },
    { name: 'fr-phone', path: '/react', viewport: phoneViewport, language: 'fr' },
    { name: 'es', path: '/', viewport: wideViewport, language: 'es' },
    { name: 'es-phone', path: '/react', viewport: phoneViewport, language: 'es' },
    { name: 'ja', path: '/', viewport: wideViewport, language: 'ja' },
    { name: 'ja-phone', path: '/vue', viewport: phoneViewport, language: 'ja' },
  ] as const)('$name: nothing is cut off', async ({ name, path, viewport, ...look }) => {
    const forcedColors = 'forcedColors' in look ? look.forcedColors : 'none'
    const { page } = await openDemo({ now, viewport, timezoneId: 'UTC', reducedMotion: 'reduce', forcedColors })
    if ('language' in look) await page.addInitScript((key) => localStorage.setItem('language', key), look.language)
    await page.goto(path)
    await expect(page.locator('.seats-cell-actions button').last()).toAppear()
    if ('direction' in look) await page.evaluate((dir) => (document.documentElement.dir = dir), look.direction)
    if ('panelWidth' in look) {
      await page.locator('.seats-panel').evaluate((panel, width) => (panel.style.inlineSize = width), look.panelWidth)
    }
    expect(await takeScreenshot(page, pictureOfDemo(name))).toBeGreaterThan(10_000)
    expect(await findCutOffText(page)).toEqual([])
    // A single panel is in the middle of the page.
    const { left, right } = await page.locator('.panels').evaluate((panels) => panels.getBoundingClientRect().toJSON())
    expect(viewport.width - right).toBe(left)
  })

  test.each(frameworks)(
    '10,000 people in %s: axe-core finds no violation in either theme, and nothing is cut off',
    async (framework) => {
      const extraPeople = 9_993
      const { page } = await openDemo({
        now,
        extraPeople,
        viewport: wideViewport,
        timezoneId: 'UTC',
        reducedMotion: 'reduce',
      })
      page.setDefaultTimeout(60_000)
      await page.goto(`/${framework.toLowerCase()}`)
      const { region } = findPanel(page, framework)
      await expect(region.getByText('10,000 people')).toAppear()
      await expect(region.getByText('9,997', { exact: true })).toAppear()
      await expect(region.getByText('10,000', { exact: true })).toAppear()
      await expect(region.locator('.seats-space')).toAppear()
      await expect(region.locator('.seats-cell-actions button').last()).toAppear()
      for (const colorScheme of ['dark', 'light'] as const) {
        await page.emulateMedia({ colorScheme })
        expect(await findViolations(page), colorScheme).toEqual([])
      }
      expect(await takeScreenshot(page, pictureOfDemo(`10000-${framework.toLowerCase()}`))).toBeGreaterThan(10_000)
      expect(await findCutOffText(page)).toEqual([])
    },
    180_000,
  )
})

/** Finds the parts of the panel, and the links in the header of the page, whose text is cut off. */
const findCutOffText = (page: Page): Promise<string[]> =>
  page
    .locator('.seats-people :is(th, td, button, .seats-status, .seats-person-text), .views a, .brand')
    .evaluateAll((elements) =>
      elements.filter((element) => element.scrollWidth > element.clientWidth + 1).map((element) => element.outerHTML),
    )

const pictureOfDemo = (name: string) => fileURLToPath(new URL(`../../screenshots/${name}.png`, import.meta.url))
const pictureOfDocs = (name: string) => fileURLToPath(new URL(`../../../docs/public/${name}.png`, import.meta.url))

/** Saves a screenshot of a page, or of a part of it. Returns its size in bytes. */
async function takeScreenshot(page: Page, path: string, part: Page | Locator = page): Promise<number> {
  await page.evaluate(() => document.fonts.ready)
  return (await part.screenshot({ path, animations: 'disabled' })).length
}

async function previewMany(page: Page, framework: Framework): Promise<void> {
  await findPanel(page, framework).button('Invite many').click()
  const lines = [
    'ada@fernhill.example',
    'Grace <grace@fernhill.example>',
    'ADA@fernhill.example',
    'mei@fernhill.example',
  ]
  await page
    .getByRole('dialog')
    .getByLabel('Email addresses')
    .fill([...lines, 'nobody', 'lin@fernhill.example', 'ken@fernhill.example'].join('\n'))
  await expect(page.getByRole('region', { name: 'What will happen' })).toAppear()
}

async function scheduleReduction(page: Page, framework: Framework): Promise<void> {
  const { confirm } = await openPrice(page, framework, 8)
  await confirm.click()
  await expect(findPanel(page, framework).button('Keep 10 seats')).toAppear()
  await expect(page.getByRole('dialog')).toDisappear()
}

async function openMembers(page: Page, framework: Framework): Promise<void> {
  await findPanel(page, framework).button('Members').click()
  await page.getByRole('button', { name: 'Remove Noah Fischer' }).click()
  await expect(page.getByRole('button', { name: 'Keep' })).toAppear()
}

async function openClaim(page: Page, framework: Framework, token: string | undefined): Promise<void> {
  await page.goto(`/${framework.toLowerCase()}/claim?token=${token}`)
  await expect(page.getByRole('heading', { level: 1 })).toAppear()
  await expect(page.locator('.seats-claim[aria-busy="false"]')).toAppear()
}
