import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { openDemo } from './support/openDemo.ts'
import { frameworks, findPanel } from './support/findPanel.ts'
import { signInAs } from './support/signInAs.ts'

describe.each(frameworks)('the roles in %s', (framework) => {
  const path = `/${framework.toLowerCase()}`

  test('an owner can assign a seat without an invitation', async () => {
    const { demo, page } = await openDemo()
    await page.goto(path)
    const { region, invite, row, notice } = findPanel(page, framework)
    await region.getByLabel('Give the seat at once, without an invitation').check()
    await invite('ada@fernhill.example')
    await expect(notice.getByText('ada@fernhill.example has a seat now.')).toAppear()
    await expect(row('ada@fernhill.example').getByText('Active')).toAppear()
    expect(demo.emulator.outbox('ada@fernhill.example')).toEqual([])
  })

  test('a billing manager can invite and revoke, but cannot assign a seat without an invitation', async () => {
    const { page } = await openDemo()
    await page.goto(path)
    await signInAs(page, 'Marcus Reed')
    const { region, invite, row, notice, button } = findPanel(page, framework)
    await invite('ada@fernhill.example')
    await expect(notice.getByText('ada@fernhill.example was invited.')).toAppear()
    expect(await region.getByRole('checkbox').count()).toBe(0)
    const answer = await assignAtOnce(page)
    expect(answer).toEqual({ status: 403, error: 'OperationNotGranted' })
    // The table ignores a click on a row that has just taken the place of another row.
    await button('Revoke the seat of ada@fernhill.example').press('Enter')
    await expect(row('ada@fernhill.example').getByRole('button', { name: 'Undo' })).toAppear()
  })

  test('a member sees only their own seat, and can change nothing', async () => {
    const { page } = await openDemo()
    await page.goto(path)
    await signInAs(page, 'Priya Nair')
    const { region } = findPanel(page, framework)
    const ownSeats = region.getByRole('region', { name: 'My seats' }).getByRole('listitem')
    await expect(ownSeats.getByText('Active')).toAppear()
    expect(await ownSeats.count()).toBe(1)
    expect(await ownSeats.innerText()).toContain('Lumen Team')
    await expect(region.getByText('Owners and billing managers can change who has a seat.')).toAppear()
    expect(await region.getByRole('button').count()).toBe(0)
    const answers = await page.evaluate(async () => {
      const { source } = await (await fetch('/api/demo/session')).json()
      const roster = await fetch(`/api/seats/v1/customer-seats?${new URLSearchParams(source)}`)
      const { items } = await (await fetch('/api/seats/v1/customer-seats/mine')).json()
      return { roster: roster.status, ownSeats: items.map(({ email }: { email: string }) => email) }
    })
    expect(answers).toEqual({ roster: 403, ownSeats: ['priya@fernhill.example'] })
    expect(await assignAtOnce(page)).toEqual({ status: 403, error: 'OperationNotGranted' })
  })

  test("another company's owner sees only their own team", async () => {
    const { demo, page } = await openDemo()
    await page.goto(path)
    await signInAs(page, 'Tomás Lind')
    const { row, meter } = findPanel(page, framework)
    await expect(row('Tomás Lind')).toAppear()
    await expect(page.getByRole('heading', { name: 'Harbor Labs' })).toAppear()
    expect(await meter.getAttribute('aria-valuetext')).toBe('1 of 3 seats used')
    expect(await row('Mei Tanaka').count()).toBe(0)
    const otherSubscriptionId = demo.emulator.ref('lumen/fernhill-sub')
    const answer = await page.evaluate(async (id) => {
      const response = await fetch(`/api/seats/v1/customer-seats?subscription_id=${id}`)
      return [response.status, await response.json()]
    }, otherSubscriptionId)
    expect(answer).toEqual([404, { error: 'ResourceNotFound', detail: 'Subscription not found' }])
  })
})

/** Tries to assign a seat without an invitation. Sends the request itself, because the page has no button for it. */
async function assignAtOnce(page: Page): Promise<unknown> {
  return page.evaluate(async () => {
    const { source } = await (await fetch('/api/demo/session')).json()
    const response = await fetch('/api/seats/v1/customer-seats', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...source, email: 'eve@fernhill.example', immediate_claim: true }),
    })
    return { status: response.status, error: (await response.json()).error }
  })
}
