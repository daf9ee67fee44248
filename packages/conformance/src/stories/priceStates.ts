import type { SeatCountPreview } from '@seats/core'
import { expect, test } from 'vitest'
import { TestBackend } from '../TestBackend.ts'
import type { OpenState } from './OpenState.ts'

const later = { behavior: 'next_period', appliesAt: '2027-03-01T00:00:00Z' } as const
const paidNow = { behavior: 'invoice', onNextInvoice: 0 } as const

/**
 * Each entry has the name of a state, a seat count (the present count is 6), the fields of the price that the server
 * answers with, and a part of the button's text.
 */
const prices: [state: string, seats: number, price: Partial<SeatCountPreview>, label: string][] = [
  ['a purchase that takes effect later', 8, { ...later, dueNow: 0, onNextInvoice: 0 }, 'Buy 2 seats from'],
  ['an estimate', 8, { isEstimate: true }, 'Buy 2 seats'],
  ['a part paid from the balance', 8, { ...paidNow, dueNow: 1500, fromBalance: 500 }, 'Buy 2 seats, €15.00 now'],
  ['a credit to the balance', 5, { ...paidNow, dueNow: 0, fromBalance: -700 }, '€7.00 added to your balance'],
  ['a credit on the next invoice', 5, { behavior: 'prorate', dueNow: 0, onNextInvoice: -700 }, 'off the next invoice'],
  ['a later reduction', 5, { ...later, dueNow: 0, onNextInvoice: 0, mayEndBelowSeated: true }, 'Reduce to 5 seats on'],
]

/** Checks the confirmation of each kind of price. */
export function priceStates(open: OpenState): void {
  async function openCount(seats: number, price: Partial<SeatCountPreview>) {
    const backend = await TestBackend.create({ roster: ['me@example.com claimed'], seats: 6 })
    backend.priceChange = price
    const page = open({ part: 'SeatCount', props: { source: backend.source }, client: backend.createClient() })
    await page.press('Change the seats')
    await page.type('dialog input', String(seats))
    await page.press('See what it costs')
    return page
  }

  test.each(prices)('SeatCount with %s', async (state, seats, price, label) => {
    const { waitForElement, element, findProblems } = await openCount(seats, { currency: 'eur', ...price })
    await waitForElement('dialog .seats-primary[aria-disabled="false"]')
    expect(element.querySelector('dialog .seats-primary')?.textContent).toContain(label)
    expect(await findProblems(state)).toEqual([])
  })

  test('SeatCount with nothing to do, because somebody else has bought the same count', async () => {
    const from = { seats: 8, pending_update: null, current_period_end: null }
    const { waitForText, waitForElement, findProblems } = await openCount(8, { from })
    await waitForText('You have 8 seats already')
    await waitForElement('dialog .seats-primary[aria-disabled="true"]')
    expect(await findProblems('nothing to do')).toEqual([])
  })
}
