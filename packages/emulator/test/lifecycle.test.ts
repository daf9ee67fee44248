import { describe, expect, test } from 'vitest'
import type { LifecycleEvent } from '../src/exports/index.ts'
import { startCli } from './support/cli.ts'
import { startTestEmulator, storages, temporaryDirectory } from './support/storages.ts'
import { midSeptember, teamCalls, teamSeed } from './support/team.ts'

const seatRevoked = 'customer_seat.revoked'
const subscriptionUpdated = 'subscription.updated'
const stateChanged = 'customer.state_changed'

const prepareEmulator = async (
  organization: Parameters<typeof teamSeed>[0] = {},
  storage: (typeof storages)[number] = 'in memory',
) => {
  const emulator = await startTestEmulator(storage, {
    now: midSeptember,
    seed: teamSeed(organization),
    webhooks: [{ handler: () => new Response() }],
  })
  const team = teamCalls(emulator)
  let seenCount = 0
  /** Returns the types of the webhook events since the last call. */
  const newEvents = () => {
    const allEvents = team.events()
    const unseenEvents = allEvents.slice(seenCount)
    seenCount = allEvents.length
    return unseenEvents
  }
  const applyEvent = (event: LifecycleEvent) => emulator.lifecycle('acme/sub', event)
  const countSeats = async () => {
    const path = `/v1/customer-seats?subscription_id=${emulator.ref('acme/sub')}`
    const { body } = await team.send('GET', path)
    return (body['seats'] as unknown as Array<{ status: string }>).filter(({ status }) => status !== 'revoked').length
  }
  const listSubscriptionMails = () => emulator.outbox().filter(({ claim_url }) => claim_url === '')
  return { emulator, newEvents, applyEvent, countSeats, listSubscriptionMails, ...team }
}

describe.each(storages)('the life of a team, with data %s', (storage) => {
  test('a failed payment revokes every seat, claimed or pending, and no seat is restored after the next payment', async () => {
    const { emulator, newEvents, applyEvent, countSeats, listSubscriptionMails, getSubscription } =
      await prepareEmulator({}, storage)
    expect(applyEvent('payment_failed')).toEqual({ id: emulator.ref('acme/sub'), status: 'past_due' })
    expect(newEvents()).toEqual([subscriptionUpdated, 'subscription.past_due', seatRevoked, seatRevoked, stateChanged])
    expect(
      listSubscriptionMails()
        .map(({ to, subject }) => `${to}: ${subject}`)
        .toSorted(),
    ).toEqual(['bill@example.com: Your Team payment failed', 'jane@example.com: Your Team payment failed'])
    expect(await countSeats()).toBe(0)
    applyEvent('payment_recovered')
    expect(newEvents()).toEqual([subscriptionUpdated, 'subscription.active', stateChanged])
    expect((await getSubscription()).body).toMatchObject({ status: 'active', past_due_at: null })
    expect(await countSeats()).toBe(0)
    applyEvent('payment_failed')
    newEvents()
    applyEvent('payment_given_up')
    expect(newEvents()).toEqual([subscriptionUpdated, 'subscription.canceled', 'subscription.revoked', stateChanged])
    expect(listSubscriptionMails()[0]?.subject).toBe('Your Team subscription has ended')
  })

  test('the webhook of a revoked seat still names the occupant', async () => {
    const { emulator, applyEvent, eventData } = await prepareEmulator({}, storage)
    applyEvent('payment_failed')
    expect(eventData(seatRevoked)).toMatchObject([
      {
        id: emulator.ref('acme/seat_alice'),
        customer_email: 'alice@example.com',
        member: { email: 'alice@example.com' },
        email: null,
      },
      { id: emulator.ref('acme/seat_bob'), customer_email: 'bob@example.com', member_id: null },
    ])
  })
})

test('seats are kept during the grace period, and revoked by the first payment that fails after that period', async () => {
  const { emulator, newEvents, applyEvent, countSeats } = await prepareEmulator({ benefit_revocation_grace_period: 7 })
  applyEvent('payment_failed')
  expect(newEvents()).toEqual([subscriptionUpdated, 'subscription.past_due', stateChanged])
  emulator.advance(7 * 86_400 - 60)
  applyEvent('payment_retry_failed')
  expect(await countSeats()).toBe(2)
  emulator.advance(120)
  expect(await countSeats()).toBe(2)
  applyEvent('payment_retry_failed')
  expect(newEvents()).toEqual([seatRevoked, seatRevoked])
  expect(await countSeats()).toBe(0)
})

describe('the end of a period', () => {
  test('renews the subscription, applies the scheduled change, and charges the card', async () => {
    const { newEvents, applyEvent, updateSubscription, getSubscription, eventData } = await prepareEmulator()
    await updateSubscription({ seats: 12, proration_behavior: 'next_period' })
    newEvents()
    applyEvent('period_end')
    expect(newEvents()).toEqual([
      'subscription.cycled',
      subscriptionUpdated,
      'order.created',
      'order.updated',
      'order.paid',
      stateChanged,
    ])
    const { body } = await getSubscription()
    expect(body).toMatchObject({ seats: 12, amount: 9600, pending_update: null })
    expect(String(body['current_period_end'])).toMatch(/^2026-11-01/)
    expect(eventData('order.paid')).toMatchObject([
      { total_amount: 9600, items: [{ label: 'Team (12 seats) — From Oct 1, 2026 to Nov 1, 2026', proration: false }] },
    ])
  })

  test('makes the subscription past due if the customer has no card', async () => {
    const customers = [{ ref: 'jane', email: 'jane@example.com', type: 'team' as const }, { ref: 'solo_customer' }]
    const { newEvents, applyEvent, eventData } = await prepareEmulator({ customers })
    applyEvent('period_end')
    expect(newEvents()).toEqual([
      'subscription.cycled',
      subscriptionUpdated,
      'order.created',
      subscriptionUpdated,
      'subscription.past_due',
      seatRevoked,
      seatRevoked,
      'order.updated',
      stateChanged,
      stateChanged,
    ])
    expect(eventData('order.updated')).toMatchObject([
      { status: 'pending', next_payment_attempt_at: expect.any(String) },
    ])
    applyEvent('payment_given_up')
    expect(newEvents()).toEqual([
      subscriptionUpdated,
      'subscription.canceled',
      'subscription.revoked',
      'order.updated',
      stateChanged,
    ])
    expect(eventData('order.updated').at(-1)).toMatchObject({ status: 'void', next_payment_attempt_at: null })
  })

  test('ends a canceled subscription, and sends subscription.canceled again', async () => {
    const { newEvents, applyEvent, updateSubscription, countSeats } = await prepareEmulator()
    await updateSubscription({ cancel_at_period_end: true })
    expect(newEvents()).toEqual([subscriptionUpdated, 'subscription.canceled', stateChanged])
    expect(await countSeats()).toBe(2)
    applyEvent('period_end')
    expect(newEvents()).toEqual([
      seatRevoked,
      seatRevoked,
      subscriptionUpdated,
      'subscription.canceled',
      'subscription.revoked',
      stateChanged,
    ])
    expect(await countSeats()).toBe(0)
  })

  test.each([
    ['with a card', 'ok'],
    ['without a card', null],
  ] as const)(
    'voids the order for unbilled seats of a subscription that ends, and does not charge the order, %s',
    async (_, card) => {
      const customers = [{ ref: 'jane', type: 'team' as const, payment_method: card }, { ref: 'solo_customer' }]
      const { newEvents, applyEvent, updateSubscription, eventData } = await prepareEmulator({ customers })
      await updateSubscription({ seats: 5, proration_behavior: 'prorate' })
      await updateSubscription({ cancel_at_period_end: true })
      newEvents()
      applyEvent('period_end')
      const orderEvents = newEvents().filter((type) => type.startsWith('order.'))
      expect(orderEvents).toEqual(['order.created', 'order.updated', ...(card ? [] : ['order.updated'])])
      expect(eventData('order.updated').at(-1)).toMatchObject({ status: 'void', total_amount: 1313 })
    },
  )

  test('pauses a subscription. If it is resumed, a new period is charged, but the seats stay revoked', async () => {
    const { newEvents, applyEvent, updateSubscription, countSeats, listSubscriptionMails } = await prepareEmulator({
      benefit_revocation_grace_period: 7,
    })
    await updateSubscription({ pause_at_period_end: true })
    expect(listSubscriptionMails()[0]?.subject).toBe('Your Team subscription is paused')
    newEvents()
    applyEvent('period_end')
    expect(newEvents()).toEqual([seatRevoked, seatRevoked, subscriptionUpdated, 'subscription.paused', stateChanged])
    expect((await updateSubscription({ resume: true })).body).toMatchObject({ status: 'active', paused_at: null })
    expect(newEvents()).toEqual([
      subscriptionUpdated,
      'subscription.resumed',
      'order.created',
      'order.updated',
      'order.paid',
      stateChanged,
    ])
    expect(listSubscriptionMails()[0]?.subject).toBe('Your Team subscription has resumed')
    expect(await countSeats()).toBe(0)
  })
})

test('an invoice that is paid while the subscription is past due makes the subscription active again', async () => {
  const { newEvents, applyEvent, updateSubscription, getSubscription } = await prepareEmulator()
  applyEvent('payment_failed')
  newEvents()
  expect((await updateSubscription({ seats: 5, proration_behavior: 'invoice' })).body['status']).toBe('past_due')
  expect(newEvents()).toEqual([
    'order.created',
    subscriptionUpdated,
    subscriptionUpdated,
    'subscription.active',
    'order.updated',
    'order.paid',
    stateChanged,
    stateChanged,
  ])
  expect((await getSubscription()).body['status']).toBe('active')
})

describe('a lifecycle event', () => {
  test.each([
    ['payment_recovered', 'active', 'payment_failed, period_end'],
    ['payment_retry_failed', 'active', 'payment_failed, period_end'],
    ['payment_given_up', 'active', 'payment_failed, period_end'],
  ] as const)(
    '%s is refused for a subscription that is %s, and the error names the possible events',
    async (event, status, possible) => {
      const { emulator, applyEvent, events } = await prepareEmulator()
      const message = `The status ${status} does not allow ${event}. It allows ${possible}.`
      expect(() => applyEvent(event)).toThrow(message)
      const path = `${emulator.url}/_emulator/subscriptions/${emulator.ref('acme/sub')}/lifecycle`
      const response = await emulator.fetch(path, { method: 'POST', body: JSON.stringify({ event }) })
      expect(response.status).toBe(409)
      expect(await response.json()).toEqual({
        error: 'LifecycleEventNotAllowed',
        detail: message,
        possible: possible.split(', '),
      })
      expect(events()).toEqual([])
    },
  )

  test('is refused after the subscription has ended', async () => {
    const { applyEvent, send, emulator } = await prepareEmulator()
    await send('DELETE', `/v1/subscriptions/${emulator.ref('acme/sub')}`)
    expect(() => applyEvent('period_end')).toThrow('It allows no event.')
  })

  test('is refused if the subscription or the event is unknown', async () => {
    const { emulator } = await prepareEmulator()
    expect(() => emulator.lifecycle('acme/none', 'period_end')).toThrow('There is no such subscription.')
    const path = `${emulator.url}/_emulator/subscriptions/${emulator.ref('acme/sub')}/lifecycle`
    const response = await emulator.fetch(path, { method: 'POST', body: '{"event":"death"}' })
    expect(response.status).toBe(422)
    for (const event of ['death', 'constructor']) {
      expect(() => emulator.lifecycle('acme/sub', event as LifecycleEvent)).toThrow(/^event: .*payment_failed/)
    }
  })
})

test(
  'after kill -9 during a failed payment, each subscription has changed completely or not at all',
  { timeout: 120_000 },
  async () => {
    const dataDir = temporaryDirectory()
    const roster = Array.from({ length: 300 }, (_, index) => ({ email: `p${index}@example.com` }))
    const seed = {
      organizations: [
        {
          slug: 'acme',
          tokens: [{ token: 'polar_oat_acme' }],
          subscriptions: [0, 1, 2, 3].map((number) => ({ ref: `sub${number}`, seats: 300, roster })),
        },
      ],
    }
    const cli = await startCli('--data-dir', dataDir)
    const { refs } = (await (
      await fetch(`${cli.url}/_emulator/reset`, { method: 'POST', body: JSON.stringify(seed) })
    ).json()) as { refs: Record<string, string> }
    const ids = [0, 1, 2, 3].map((number) => refs[`acme/sub${number}`] ?? '')
    const calls = ids.map((id) =>
      fetch(`${cli.url}/_emulator/subscriptions/${id}/lifecycle`, {
        method: 'POST',
        body: JSON.stringify({ event: 'payment_failed' }),
      }).then(
        ({ status }) => status,
        () => undefined,
      ),
    )
    await calls[0]
    cli.child.kill('SIGKILL')
    const answers = await Promise.all(calls)
    await cli.exit

    const emulator = await startTestEmulator('in memory', { dataDir })
    const { send } = teamCalls(emulator)
    const subscriptionStates = await Promise.all(
      ids.map(async (id) => {
        const subscription = await send('GET', `/v1/subscriptions/${id}`)
        const list = await send('GET', `/v1/customer-seats?subscription_id=${id}`)
        return { status: subscription.body['status'], available: list.body['available_seats'] }
      }),
    )
    expect(answers[0]).toBe(200)
    subscriptionStates.forEach(({ status, available }, index) => {
      expect(available).toBe(status === 'past_due' ? 300 : 0)
      expect(answers[index] === 200 && status !== 'past_due').toBe(false)
    })
  },
)
