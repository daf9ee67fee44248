import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { control } from '../server/control.ts'
import { openDemo } from './support/openDemo.ts'
import { frameworks, panel, type Framework } from './support/panel.ts'

const people = (count: number) => Array.from({ length: count }, (_, number) => `person${number + 1}@fernhill.example`)

describe.each(frameworks)('inviting many people in %s', (framework) => {
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

  test('takes a CSV file, chosen or dropped', async () => {
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

  test('can be stopped, and continues from there', async () => {
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
    const sent = demo.emulator.outbox().length - 3
    expect(sent).toBeLessThan(40)
    expect(await outcomes('Results')).toEqual({ invited: sent, 'not sent yet': 40 - sent })

    await control(demo.emulator, 'DELETE', '/faults')
    await dialog.getByRole('button', { name: `Continue with ${40 - sent} people` }).click()
    await expect(dialog.getByText('40 of 40 done. See below what happened to each person.')).toAppear()
    expect(demo.emulator.outbox()).toHaveLength(43)
    expect(await meter.getAttribute('aria-valuetext')).toBe('47 of 60 seats used')
  })

  test('says why it stopped early, and continues after that is solved', async () => {
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
})

async function openBulk(page: Page, framework: Framework) {
  const { region, button, meter } = panel(page, framework)
  await button('Invite many').click()
  const dialog = region.getByRole('dialog', { name: 'Invite many people' })
  /** Reads `3 invited` as `{ invited: 3 }`. */
  const outcomes = async (title: string) => {
    const counts = await dialog.getByRole('region', { name: title }).locator('.seats-outcome-counts li').allInnerTexts()
    return Object.fromEntries(counts.map((text) => [text.replace(/^\d+ /, ''), Number.parseInt(text)]))
  }
  return { dialog, outcomes, meter }
}
