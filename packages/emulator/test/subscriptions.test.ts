import { describe, expect, test } from 'vitest'
import { unknownId } from './support/api.ts'
import { startTestEmulator, storages } from './support/storages.ts'
import { midSeptember, teamCalls, teamSeed } from './support/team.ts'

const prepareEmulator = async (
  organization: Parameters<typeof teamSeed>[0] = {},
  storage: (typeof storages)[number] = 'in memory',
) => {
  const emulator = await startTestEmulator(storage, {
    now: midSeptember,
    seed: teamSeed(organization),
    webhooks: [{ handler: () => new Response(null, { status: 200 }) }],
  })
  return { emulator, ...teamCalls(emulator) }
}

describe.each(storages)('the seat count, with data %s', (storage) => {
  test('changes at once and is billed later by default', async () => {
    const { updateSubscription, getSubscription, preview, chargePreview, events } = await prepareEmulator({}, storage)
    expect((await updateSubscription({ seats: 5 })).body).toMatchObject({ seats: 5, amount: 5000 })
    expect((await getSubscription()).body).toMatchObject({ seats: 5, amount: 5000, pending_update: null })
    expect(events()).toEqual(['subscription.updated', 'customer.state_changed'])
    const line = { label: 'Team (3 → 5 seats) — From Sep 11, 2026 to Oct 1, 2026', amount: 1313 }
    expect((await preview({ seats: 5 })).body).toMatchObject({ prorations: [line], due_amount: 1313 })
    expect((await chargePreview()).body).toMatchObject({ base_amount: 5000, prorations: [line], due_amount: 6313 })
  })

  test('with `invoice`, changes and is charged before the answer, together with all unbilled amounts', async () => {
    const { updateSubscription, preview, events, eventData } = await prepareEmulator({}, storage)
    await updateSubscription({ seats: 4 })
    expect((await updateSubscription({ seats: 5, proration_behavior: 'invoice' })).status).toBe(200)
    expect(events()).toEqual([
      'subscription.updated',
      'customer.state_changed',
      'order.created',
      'subscription.updated',
      'order.updated',
      'order.paid',
      'customer.state_changed',
    ])
    expect(eventData('order.paid')).toMatchObject([{ status: 'paid', total_amount: 1312, due_amount: 1312 }])
    expect((await preview({ seats: 5 })).body).toMatchObject({ prorations: [] })
  })

  test('does not change if the charge fails', async () => {
    const customers = [
      { ref: 'jane', email: 'jane@example.com', payment_method: 'declined' as const },
      { ref: 'solo_customer' },
    ]
    const { updateSubscription, getSubscription, events } = await prepareEmulator({ customers }, storage)
    const before = await getSubscription()
    const refused = await updateSubscription({ seats: 5, proration_behavior: 'invoice' })
    expect(refused).toMatchObject({ status: 402, body: { error: 'PaymentFailed' } })
    expect(await getSubscription()).toEqual(before)
    expect(events()).toEqual([])
  })
})

test.each([
  [{ seats: 1 }, 400, 'BelowMinimumSeats', 'Minimum 2 seats required.'],
  [{ seats: -7 }, 400, 'BelowMinimumSeats', 'Minimum 2 seats required.'],
  [{ seats: 21 }, 400, 'AboveMaximumSeats', 'Maximum 20 seats allowed.'],
  [{ units: 3 }, 400, 'NotAUnitBasedSubscription', 'This subscription does not support unit-based pricing.'],
])('a change and its preview reject a bad body in the same way: %o', async (body, status, error, detail) => {
  const { updateSubscription, preview } = await prepareEmulator()
  expect(await updateSubscription(body)).toEqual({ status, body: { error, detail } })
  expect(await preview(body)).toEqual({ status, body: { error, detail } })
})

test('if a change breaks several rules, the error names the first of these: cancellation, allowed count, assigned seats', async () => {
  const { updateSubscription, send, emulator } = await prepareEmulator()
  await send('POST', '/v1/customer-seats', { subscription_id: emulator.ref('acme/sub'), email: 'carl@example.com' })
  expect((await updateSubscription({ seats: 2 })).body).toEqual({
    error: 'SeatsAlreadyAssigned',
    detail: 'Cannot decrease seats to 2. Currently 3 seats are assigned. Revoke seats first.',
  })
  expect((await updateSubscription({ seats: 1 })).body['error']).toBe('BelowMinimumSeats')
  await updateSubscription({ cancel_at_period_end: true })
  expect((await updateSubscription({ seats: 1 })).body['error']).toBe('AlreadyCanceledSubscription')
})

test.each([
  ['4', 4],
  [' 6 ', 6],
  ['6.0', 6],
  // Python reads `true` as 1, which is below the minimum.
  [true, 'BelowMinimumSeats'],
])('the seat count is read from %j', async (seats, expected) => {
  const { updateSubscription } = await prepareEmulator()
  const { body } = await updateSubscription({ seats })
  expect(body['error'] ?? body['seats']).toBe(expected)
})

test.each([
  [4.5, 'int_from_float'],
  [null, 'int_type'],
  ['four', 'int_parsing'],
  ['4.5', 'int_parsing'],
  [[], 'int_type'],
  [2_147_483_648, 'less_than_equal'],
  [-2_147_483_649, 'greater_than_equal'],
])(
  'a seat count of %j is invalid: the error lists the problems for each kind of update that the body could be',
  async (seats, type) => {
    const { updateSubscription } = await prepareEmulator()
    const { status, body } = await updateSubscription({ seats })
    expect(status).toBe(422)
    const detail = body['detail'] as unknown as Array<{ type: string; loc: string[] }>
    expect(detail.find(({ loc }) => loc[1] === 'SubscriptionUpdateSeats')).toMatchObject({
      type,
      loc: ['body', 'SubscriptionUpdateSeats', 'seats'],
    })
    expect(new Set(detail.map(({ loc }) => loc[1])).size).toBe(9)
  },
)

describe('a change for the next period', () => {
  test('replaces the previous such change, and is removed by a change to the current seat count or by `pending_update: null`', async () => {
    const { updateSubscription } = await prepareEmulator()
    const changeNextPeriod = (seats: number) => updateSubscription({ seats, proration_behavior: 'next_period' })
    const first = await changeNextPeriod(8)
    expect(first.body).toMatchObject({ seats: 3, pending_update: { seats: 8 } })
    const secondChange = await changeNextPeriod(6)
    expect(secondChange.body['pending_update']).toMatchObject({ seats: 6 })
    expect((await updateSubscription({ seats: 3 })).body['pending_update']).toBe(null)
    await changeNextPeriod(5)
    expect((await updateSubscription({ pending_update: null })).body['pending_update']).toBe(null)
    expect((await updateSubscription({ pending_update: null })).status).toBe(422)
  })

  test('may be below the number of assigned seats: no seat is revoked, and none can be assigned', async () => {
    const { emulator, updateSubscription, send } = await prepareEmulator()
    await updateSubscription({ seats: 2, proration_behavior: 'next_period' })
    await send('POST', '/v1/customer-seats', { subscription_id: emulator.ref('acme/sub'), email: 'carl@example.com' })
    emulator.lifecycle('acme/sub', 'period_end')
    const roster = await send('GET', `/v1/customer-seats?subscription_id=${emulator.ref('acme/sub')}`)
    expect(roster.body).toMatchObject({ total_seats: 2, available_seats: 0 })
    expect(roster.body['seats']).toHaveLength(3)
  })
})

test('`reset` charges all seats of the new count and starts a new period', async () => {
  const { updateSubscription, eventData } = await prepareEmulator({ reset_proration_behavior_enabled: true })
  const { body } = await updateSubscription({ seats: 4, proration_behavior: 'reset' })
  expect(body).toMatchObject({ seats: 4, amount: 4000 })
  expect(String(body['current_period_start'])).toMatch(/^2026-09-11/)
  expect(String(body['current_period_end'])).toMatch(/^2026-10-11/)
  expect(eventData('order.paid')).toMatchObject([{ total_amount: 4000 }])
})

test('a fixed discount is divided between the seats and the base fee', async () => {
  const { getSubscription, preview } = await prepareEmulator()
  expect((await getSubscription('acme/hybridsub')).body['amount']).toBe(5800)
  // The seats get 265 of the discount if there are two seats, and 474 if there are five. A seat costs 900.
  expect((await preview({ seats: 5 }, 'acme/hybridsub')).body['due_amount']).toBe(
    Math.trunc(((4500 - 474 - 1800 + 265) * 473) / 720),
  )
})

test('a credit is added to the balance, and reduces the next charge', async () => {
  const { updateSubscription, eventData, preview } = await prepareEmulator()
  const seats = [5, 4].map((count) => ({ seats: count, proration_behavior: 'invoice' }))
  for (const body of seats) await updateSubscription(body)
  expect(eventData('order.created')[1]).toMatchObject({ total_amount: -656, due_amount: 0 })
  expect((await preview({ seats: 5 })).body).toMatchObject({
    total_amount: 656,
    applied_balance_amount: -656,
    due_amount: 0,
  })
})

test('an amount below the minimum charge is not charged, but taken from the balance', async () => {
  const { emulator, updateSubscription, eventData, preview } = await prepareEmulator()
  emulator.advance(19.5 * 86_400)
  await updateSubscription({ seats: 4, proration_behavior: 'invoice' })
  const [order] = eventData('order.paid')
  expect(order?.['due_amount']).toBeLessThan(50)
  expect((await preview({ seats: 4 })).body['applied_balance_amount']).toBe(order?.['due_amount'])
})

describe('a change of the product', () => {
  test('keeps the seats and their occupants, and bills the difference', async () => {
    const { emulator, updateSubscription, preview } = await prepareEmulator()
    const pro = { product_id: emulator.ref('acme/pro') }
    expect((await preview(pro)).body).toMatchObject({ proration_amount: 3942 - 1971 })
    expect((await updateSubscription(pro)).body).toMatchObject({
      product_id: emulator.ref('acme/pro'),
      seats: 3,
      amount: 6000,
    })
    expect(emulator.outbox('jane@example.com')[0]).toMatchObject({ subject: 'Your subscription has changed to Pro' })
  })

  test('to a product without seats is rejected', async () => {
    const { emulator, updateSubscription } = await prepareEmulator()
    expect((await updateSubscription({ product_id: emulator.ref('acme/solo') })).body['detail']).toMatchObject([
      { loc: ['body', 'product_id'], msg: "Can't switch from a seat-based to a non-seat-based product." },
    ])
  })

  test('from a product without seats gives the paying customer the first seat', async () => {
    const { emulator, updateSubscription, send, events } = await prepareEmulator()
    const changed = await updateSubscription({ product_id: emulator.ref('acme/team') }, 'acme/solosub')
    expect(changed.body).toMatchObject({ seats: 2, customer: { type: 'team' } })
    const roster = await send('GET', `/v1/customer-seats?subscription_id=${emulator.ref('acme/solosub')}`)
    expect(roster.body['seats']).toMatchObject([{ email: 'sam@example.com', status: 'claimed' }])
    expect(events().slice(0, 2)).toEqual(['customer_seat.claimed', 'subscription.updated'])
  })

  test('to a product with another interval starts a new period', async () => {
    const { emulator, updateSubscription } = await prepareEmulator()
    const { body } = await updateSubscription({
      product_id: emulator.ref('acme/yearly'),
      proration_behavior: 'invoice',
    })
    expect(body).toMatchObject({ recurring_interval: 'year' })
    expect(String(body['current_period_end'])).toMatch(/^2027-09-11/)
  })
})

describe('permissions', () => {
  test('a subscription of another organization is not found, but an invalid body is reported first', async () => {
    const { emulator, send } = await prepareEmulator()
    for (const id of [unknownId, emulator.ref('rival/sub')]) {
      expect((await send('GET', `/v1/subscriptions/${id}`)).status).toBe(404)
      expect((await send('PATCH', `/v1/subscriptions/${id}`, { seats: 4 })).status).toBe(404)
      expect((await send('PATCH', `/v1/subscriptions/${id}`, { seats: 'x' })).status).toBe(422)
      expect((await send('DELETE', `/v1/subscriptions/${id}`)).status).toBe(404)
    }
  })

  test('a read-only token and a plain member cannot change the subscription', async () => {
    const { emulator, send, session } = await prepareEmulator()
    const path = `/v1/subscriptions/${emulator.ref('acme/sub')}`
    const reader = { token: 'polar_oat_reader' }
    expect((await send('GET', path, undefined, reader)).status).toBe(200)
    expect((await send('PATCH', path, { seats: 'x' }, reader)).status).toBe(403)
    const portalPath = `/v1/customer-portal/subscriptions/${emulator.ref('acme/sub')}`
    const alice = { token: await session('acme/alice') }
    expect((await send('GET', portalPath, undefined, alice)).status).toBe(200)
    expect((await send('PATCH', portalPath, { seats: 'x' }, alice)).body['error']).toBe('NotPermitted')
    const bill = { token: await session('acme/bill') }
    expect((await send('PATCH', portalPath, { seats: 4 }, bill)).body).toMatchObject({ seats: 4 })
    expect((await send('PATCH', portalPath, { seats: 4, proration_behavior: 'invoice' }, bill)).status).toBe(422)
    expect((await send('DELETE', portalPath, undefined, bill)).body).toMatchObject({ cancel_at_period_end: true })
    expect((await send('DELETE', portalPath, undefined, bill)).body['error']).toBe('AlreadyCanceledSubscription')
    const list = await send('GET', '/v1/customer-portal/subscriptions/?active=true&limit=1', undefined, bill)
    expect(list.body['pagination']).toEqual({ total_count: 2, max_page: 2 })
  })

  test('customers cannot change the seat count if the organization forbids it', async () => {
    const { emulator, send, session } = await prepareEmulator({ customer_portal_subscription_update_seats: false })
    const token = { token: await session('acme/owner') }
    const path = `/v1/customer-portal/subscriptions/${emulator.ref('acme/sub')}`
    expect((await send('PATCH', path, { seats: 5 }, token)).body['error']).toBe('UpdateSubscriptionSeatsNotAllowed')
    expect((await send('POST', `${path}/change-preview`, { seats: 5 }, token)).status).toBe(403)
  })
})

test('concurrent assigns and changes of the seat count never assign more seats than there are', async () => {
  const { emulator, updateSubscription, send } = await prepareEmulator()
  const assign = (email: string) =>
    send('POST', '/v1/customer-seats', { subscription_id: emulator.ref('acme/sub'), email })
  const [reduction, ...assigned] = await Promise.all([
    updateSubscription({ seats: 2 }),
    ...Array.from({ length: 5 }, (_, index) => assign(`p${index}@example.com`)),
  ])
  const assignedCount = assigned.filter(({ status }) => status === 200).length
  const seats = reduction.status === 200 ? 2 : 3
  expect(2 + assignedCount).toBe(seats)
})
