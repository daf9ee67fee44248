import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect, test, vi } from 'vitest'
import { control } from '../server/control.ts'
import { openDemo } from './support/openDemo.ts'
import { frameworks, findPanel, type Framework } from './support/findPanel.ts'
import { signInAs } from './support/signInAs.ts'

// Some of these tests load the page twice, which takes long on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const people = (count: number) => Array.from({ length: count }, (_, number) => `person${number + 1}@fernhill.example`)

describe.each(frameworks)('a bulk invite in %s', (framework) => {
  const path = `/${framework.toLowerCase()}`

  test('previews the outcomes, then shows a result for each person', async () => {
    const { demo, page } = await openDemo()
    await page.goto(path)
    const { dialog, outcomes, meter } = await openBulk(page, framework)
    const lines = ['ada@fernhill.example', 'ADA@fernhill.example', 'mei@fernhill.example', 'nobody', ...people(3)]
    await dialog.getByLabel('Email addresses').fill(lines.join('\n'))

    const preview = {
      'will be invited': 3,
      'already on the team': 1,
      'listed twice': 1,
      'not an email address': 1,
      'no free seat': 1,
    }
    expect(await outcomes('What will happen')).toEqual(preview)
    expect(demo.emulator.outbox()).toHaveLength(3)

    await dialog.getByRole('button', { name: 'Invite 3 people' }).click()
    await expect(dialog.getByText('There was no free seat for 1 person. Get more seats, then continue.')).toAppear()
    const { 'will be invited': invited, ...others } = preview
    expect(await outcomes('Results')).toEqual({ invited, ...others })
    expect(demo.emulator.outbox()).toHaveLength(6)
    await expect.poll(() => meter.getAttribute('aria-valuetext')).toBe('10 of 10 seats used')

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Download the results' }).click(),
    ])
    expect((await readFile(await download.path(), 'utf8')).split('\r\n')).toEqual([
      'recipient,outcome,reason',
      'ada@fernhill.example,assigned,',
      'ADA@fernhill.example,duplicate,',
      'mei@fernhill.example,already_seated,',
      'person1@fernhill.example,assigned,',
      'person2@fernhill.example,assigned,',
      expect.stringMatching(/^person3@fernhill\.example,no_seat,/),
      'nobody,invalid,There is no email address in this line.',
    ])
  })

  test('accepts a file that is chosen or dropped', async () => {
    const { page } = await openDemo()
    await page.goto(path)
    const { dialog, outcomes } = await openBulk(page, framework)
    const file = {
      name: 'team.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('name,email\nAda,ada@fernhill.example\n'),
    }
    await dialog.getByLabel('Choose a file').setInputFiles(file)
    expect(await outcomes('What will happen')).toEqual({ 'will be invited': 1 })

    const dropped = await page.evaluateHandle(() => {
      const data = new DataTransfer()
      data.items.add(new File(['grace@fernhill.example\nlin@fernhill.example'], 'team.txt', { type: 'text/plain' }))
      return data
    })
    await dialog.getByLabel('Email addresses').dispatchEvent('drop', { dataTransfer: dropped })
    await expect.poll(() => outcomes('What will happen')).toEqual({ 'will be invited': 2 })
  })

  test('can be stopped, and continues where it stopped', async () => {
    const { demo, page } = await openDemo()
    await control(demo.emulator, 'PATCH', `/subscriptions/${demo.emulator.ref('lumen/fernhill-sub')}`, { seats: 60 })
    await page.goto(path)
    const { dialog, outcomes, meter } = await openBulk(page, framework)
    await dialog.getByLabel('Email addresses').fill(people(40).join('\n'))
    demo.emulator.inject({ match: { method: 'POST' }, fault: { kind: 'latency', ms: 150 } })
    await dialog.getByRole('button', { name: 'Invite 40 people' }).click()

    const bar = dialog.getByRole('progressbar', { name: 'Invitations' })
    const done = () => bar.evaluate((element: HTMLProgressElement) => element.value)
    await expect.poll(done).toBeGreaterThan(3)
    await expect(dialog.getByText(/^\d+ of 40 done\. About \d+ sec left\.$/)).toAppear()
    await dialog.getByRole('button', { name: 'Stop' }).click()
    await expect(
      dialog.getByText('Stopped. The invitations that were sent stay valid; the others were not sent.'),
    ).toAppear()
    const sentCount = demo.emulator.outbox().length - 3
    expect(sentCount).toBeLessThan(40)
    expect(await outcomes('Results')).toEqual({ invited: sentCount, 'not sent yet': 40 - sentCount })

    await control(demo.emulator, 'DELETE', '/faults')
    await dialog.getByRole('button', { name: `Continue with ${40 - sentCount} people` }).click()
    await expect(dialog.getByText('40 of 40 done. See below what happened to each person.')).toAppear()
    expect(demo.emulator.outbox()).toHaveLength(43)
    await expect.poll(() => meter.getAttribute('aria-valuetext')).toBe('47 of 60 seats used')
  })

  test('says why it stopped early, and continues after the problem is solved', async () => {
    const { demo, page, context } = await openDemo()
    await page.goto(path)
    const { dialog } = await openBulk(page, framework)
    await dialog.getByLabel('Email addresses').fill(people(2).join('\n'))
    const cookies = await context.cookies()
    await page.route('**/api/seats/v1/customer-seats', async (route) => {
      if (route.request().method() === 'POST') await context.clearCookies()
      await route.continue()
    })
    await dialog.getByRole('button', { name: 'Invite 2 people' }).click()
    await expect(dialog.getByText('Stopped early. You are signed out. Reload the page to sign in again.')).toAppear()
    expect(demo.emulator.outbox()).toHaveLength(3)

    await page.unrouteAll()
    await context.addCookies(cookies)
    await dialog.getByRole('button', { name: 'Continue with 2 people' }).click()
    await expect(dialog.getByText('2 of 2 done. See below what happened to each person.')).toAppear()
    expect(demo.emulator.outbox()).toHaveLength(5)
  })

  test('keeps the typed text while Polar is down, and starts when it is up again', async () => {
    const { demo, page } = await openDemo()
    await page.goto(path)
    const { dialog } = await openBulk(page, framework)
    await dialog.getByLabel('Email addresses').fill('ada@fernhill.example')
    demo.emulator.inject({ fault: { kind: 'status', status: 503 } })
    await dialog.getByRole('button', { name: 'Invite 1 person' }).click()
    await expect(dialog.getByText('Nothing was sent. The server has a problem. Try again in a moment.')).toAppear()
    expect(await dialog.getByLabel('Email addresses').inputValue()).toBe('ada@fernhill.example')
    await control(demo.emulator, 'DELETE', '/faults')
    await dialog.getByRole('button', { name: 'Invite 1 person' }).click()
    await expect(dialog.getByText('1 of 1 done.')).toAppear()
  })

  test('continues after a reload, and invites nobody twice', async () => {
    const { demo, page } = await openDemo()
    await control(demo.emulator, 'PATCH', `/subscriptions/${demo.emulator.ref('lumen/fernhill-sub')}`, { seats: 20 })
    await page.goto(path)
    const { dialog, outcomes, meter } = await openBulk(page, framework)
    await dialog.getByLabel('Email addresses').fill([...people(12), 'nobody'].join('\n'))
    await holdCalls(page, 5)
    await dialog.getByRole('button', { name: 'Invite 12 people' }).click()
    await expect(dialog.getByText('5 of 12 done.')).toAppear()

    const questionTypes = acceptQuestions(page)
    await page.reload()
    expect(questionTypes).toEqual(['beforeunload'])
    const { region, button } = findPanel(page, framework)
    await expect(region.getByText('The last invitations are not finished: 5 of 12 invited.')).toAppear()
    await page.unrouteAll()

    await button('Continue with 7 people').press('Enter')
    await expect(dialog.getByText('12 of 12 done. See below what happened to each person.')).toAppear()
    expect(await outcomes('Results')).toEqual({ invited: 12, 'not an email address': 1 })
    const invitedAddresses = demo.emulator.outbox().map(({ to }) => to)
    expect(invitedAddresses).toHaveLength(15)
    expect(new Set(invitedAddresses).size).toBe(15)
    await expect.poll(() => meter.getAttribute('aria-valuetext')).toBe('19 of 20 seats used')
  })

  test('keeps its results through a reload, until they are discarded', async () => {
    const { page } = await openDemo()
    await page.goto(path)
    const { dialog, outcomes } = await openBulk(page, framework)
    await dialog.getByLabel('Email addresses').fill('ada@fernhill.example\nnobody')
    await dialog.getByRole('button', { name: 'Invite 1 person' }).click()
    await expect(dialog.getByText('1 of 1 done.')).toAppear()
    const questionTypes = acceptQuestions(page)
    await page.reload()
    expect(questionTypes).toEqual([])
    const { region, button } = findPanel(page, framework)
    await button('Invite many').click()
    await expect(dialog.getByText('See below what happened to each person.')).toAppear()
    expect(await outcomes('Results')).toEqual({ invited: 1, 'not an email address': 1 })
    expect(await region.getByText('The last invitations are not finished').count()).toBe(0)
    await dialog.getByRole('button', { name: 'Invite more' }).click()
    await expect(dialog.getByLabel('Email addresses')).toAppear()
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
  })

  test('is not offered to another user after a reload', async () => {
    const { page } = await openDemo()
    await page.goto(path)
    await startAndHold(page, framework)
    acceptQuestions(page)
    await page.keyboard.press('Escape')
    await signInAs(page, 'Marcus Reed')
    const { region, button } = findPanel(page, framework)
    await expect(button('Invite many')).toAppear()
    await expect(region.getByRole('row').filter({ hasText: 'mei@fernhill.example' })).toAppear()
    expect(await region.getByText('The last invitations are not finished').count()).toBe(0)
  })

  test('can be discarded after a reload', async () => {
    const { page } = await openDemo()
    await page.goto(path)
    await startAndHold(page, framework)
    acceptQuestions(page)
    await page.reload()
    const { region, button } = findPanel(page, framework)
    const offer = region.getByText('The last invitations are not finished: 0 of 2 invited.')
    await expect(offer).toAppear()
    await button('Discard').press('Enter')
    await expect(offer).toDisappear()
    await expect(button('Invite many').and(page.locator(':focus'))).toAppear()
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
  })

  test('shows the same numbers everywhere while it takes the last free seats', async () => {
    const { demo, page } = await openDemo()
    const subscription = `/subscriptions/${demo.emulator.ref('lumen/fernhill-sub')}`
    await control(demo.emulator, 'PATCH', subscription, { seats: 12 })
    await page.goto(path)
    const { dialog, outcomes, meter } = await openBulk(page, framework)
    const { region, button } = findPanel(page, framework)
    const fullNotice = region.getByText('Every seat is taken.', { exact: true })
    await dialog.getByLabel('Email addresses').fill(people(8).join('\n'))
    expect(await outcomes('What will happen')).toEqual({ 'will be invited': 5, 'no free seat': 3 })
    const calls = await holdCalls(page)
    await dialog.getByRole('button', { name: 'Invite 5 people' }).click()
    await expect(dialog.getByText('0 of 5 done.', { exact: true })).toAppear()
    expect(await outcomes('Results')).toEqual({ 'not sent yet': 5, 'no free seat': 3 })
    expect(await fullNotice.count()).toBe(0)
    expect(await meter.getAttribute('aria-valuetext')).toBe('7 of 12 seats used')
    await dialog.getByRole('button', { name: 'Close' }).click()
    await expect(button('Inviting 0 of 5')).toAppear()

    await button('Inviting 0 of 5').click()
    calls.release()
    const unseatedMessage = dialog.getByText(
      '5 of 5 done. There was no free seat for 3 people. Get more seats, then continue.',
    )
    await expect(unseatedMessage).toAppear()
    await expect(fullNotice).toAppear()
    const continueButton = dialog.getByRole('button', { name: /^Continue with/ })
    expect(await continueButton.count()).toBe(0)

    await control(demo.emulator, 'PATCH', subscription, { seats: 14 })
    await page.reload()
    await expect(region.getByText('The last invitations are not finished: 5 of 7 invited.')).toAppear()
    expect(await fullNotice.count()).toBe(0)
    await button('Continue with 2 people').click()
    await expect(dialog.getByText('7 of 7 done. There was no free seat for 1 person.')).toAppear()
    await expect(fullNotice).toAppear()
  })

  test('can show only the people with one outcome', async () => {
    const { page } = await openDemo()
    await page.goto(path)
    const { dialog } = await openBulk(page, framework)
    await dialog.getByLabel('Email addresses').fill(['mei@fernhill.example', ...people(2)].join('\n'))
    const rows = dialog.getByRole('list', { name: 'What will happen' }).getByRole('listitem')
    const seatedFilter = dialog.getByRole('button', { name: '1 already on the team' })
    expect(await rows.count()).toBe(3)
    await seatedFilter.press('Enter')
    expect(await seatedFilter.getAttribute('aria-pressed')).toBe('true')
    await expect.poll(() => rows.allInnerTexts()).toEqual([expect.stringContaining('mei@fernhill.example')])
    await seatedFilter.press('Enter')
    await expect.poll(() => rows.count()).toBe(3)
  })

  test('announces its progress every few seconds, and its end at once', async () => {
    const { demo, page } = await openDemo()
    await control(demo.emulator, 'PATCH', `/subscriptions/${demo.emulator.ref('lumen/fernhill-sub')}`, { seats: 60 })
    await page.goto(path)
    const { dialog } = await openBulk(page, framework)
    await dialog.getByLabel('Email addresses').fill(people(20).join('\n'))
    const announcements = await dialog.evaluateHandle(recordAnnouncements)
    const start = performance.now()
    await dialog.getByRole('button', { name: 'Invite 20 people' }).click()
    await expect(dialog.getByRole('button', { name: 'Download the results' })).toAppear()
    const seconds = (performance.now() - start) / 1000
    const lastText = '20 of 20 done. See below what happened to each person.'
    await expect.poll(async () => (await announcements.jsonValue()).at(-1)).toBe(lastText)
    const earlierTexts = (await announcements.jsonValue()).filter((text) => text !== lastText)
    expect(earlierTexts[0]).toMatch(/^Inviting \d+ of 20$/)
    expect(earlierTexts.length).toBeLessThanOrEqual(1 + seconds / 5)
  })

  test('keeps the focus in the dialog while it is open, and a second Enter does nothing', async () => {
    const { demo, page } = await openDemo()
    await page.goto(path)
    const { dialog } = await openBulk(page, framework)
    const { button } = findPanel(page, framework)
    const focused = page.locator(':focus')
    const text = dialog.getByLabel('Email addresses')
    await expect(text.and(focused)).toAppear()
    await text.fill(people(3).join('\n'))
    const calls = await holdCalls(page)
    await dialog.getByRole('button', { name: 'Invite 3 people' }).press('Enter')
    await expect(dialog.getByText('0 of 3 done.').and(focused)).toAppear()
    await page.keyboard.press('Enter')

    await dialog.getByRole('button', { name: 'Stop' }).press('Enter')
    await page.keyboard.press('Enter')
    calls.release()
    await expect(dialog.getByText('3 of 3 done.').and(focused)).toAppear()
    await page.keyboard.press('Enter')
    expect(await dialog.getByRole('button', { name: 'Invite more' }).count()).toBe(1)

    // The buttons do nothing for half a second after the job has ended.
    await dialog.getByRole('button', { name: 'Invite more', disabled: false }).press('Enter')
    await expect(text.and(focused)).toAppear()
    expect(demo.emulator.outbox()).toHaveLength(6)
    await page.keyboard.press('Escape')
    await expect(button('Invite many').and(focused)).toAppear()
  })
})

/** Records each text that a screen reader announces in an element: the changes of its live regions. */
function recordAnnouncements(element: Element): string[] {
  const texts: string[] = []
  const observer = new MutationObserver((changes) => {
    for (const { target } of changes) {
      const node = target instanceof Element ? target : target.parentElement
      const region = node?.closest('[aria-live]')
      const text = region?.textContent ?? ''
      if (region?.getAttribute('aria-live') !== 'off' && text !== '' && texts.at(-1) !== text) texts.push(text)
    }
  })
  observer.observe(element, { characterData: true, childList: true, subtree: true })
  return texts
}

/** Accepts each question that the browser asks, such as before a page is left. Returns the types of the questions. */
function acceptQuestions(page: Page): string[] {
  const questionTypes: string[] = []
  page.on('dialog', (question) => {
    questionTypes.push(question.type())
    void question.accept()
  })
  return questionTypes
}

/** Starts a job for two people, and holds its calls. */
async function startAndHold(page: Page, framework: Framework): Promise<void> {
  const { dialog } = await openBulk(page, framework)
  await dialog.getByLabel('Email addresses').fill(people(2).join('\n'))
  await holdCalls(page)
  await dialog.getByRole('button', { name: 'Invite 2 people' }).click()
  await expect(dialog.getByText('0 of 2 done.')).toAppear()
}

/** Lets the page's first `count` assign calls through, and holds the later ones until `release` is called. */
async function holdCalls(page: Page, count = 0): Promise<{ release: () => void }> {
  let calls = 0
  let release = () => {}
  const released = new Promise<void>((resolve) => (release = resolve))
  await page.route('**/api/seats/v1/customer-seats', async (route) => {
    if (route.request().method() === 'POST' && ++calls > count) await released
    await route.continue()
  })
  return { release }
}

async function openBulk(page: Page, framework: Framework) {
  const { region, button, meter } = findPanel(page, framework)
  await button('Invite many').click()
  const dialog = region.getByRole('dialog', { name: 'Invite many people' })
  /** Reads `3 invited` as `{ invited: 3 }`. */
  const outcomes = async (title: string) => {
    const counts = await dialog.getByRole('region', { name: title }).locator('.seats-outcome-counts li').allInnerTexts()
    return Object.fromEntries(counts.map((text) => [text.replace(/^\d+ /, ''), Number.parseInt(text)]))
  }
  return { dialog, outcomes, meter }
}
